/** On the old address of a renamed page: go on to the new one, with the anchor that was asked for. */
addEventListener("DOMContentLoaded", () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = target ? target.querySelector("a") : document.querySelector("a[data-moved]");
  location.replace(link.href);
});
