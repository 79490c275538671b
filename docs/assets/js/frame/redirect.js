/** On the old address of a renamed page: go on to the new one, with the anchor that was asked for. */

/** @param {string} fragment */
const decoded = (fragment) => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a lone "%" is no code for anything
  }
};

addEventListener("DOMContentLoaded", () => {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const known = target?.querySelector("a");
  const page = document.querySelector("a[data-moved]");
  // what this page does not list may still stand on the new one
  if (known) location.replace(known.href);
  else if (page instanceof HTMLAnchorElement) location.replace(page.href.split("#")[0] + location.hash);
});
