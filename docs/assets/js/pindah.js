/** On the old address of a renamed page: go on to the new one, with the anchor that was asked for. */
addEventListener("DOMContentLoaded", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = target ? target.querySelector("a") : document.querySelector("a[data-moved]");
  if (link instanceof HTMLAnchorElement) location.replace(link.href);
});
