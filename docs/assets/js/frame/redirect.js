/** Redirect from the old page of a renamed page to the new page. The fragment (`#…`) of the requested URL is kept. */

/** Percent-decode a URL fragment; return an invalid one unchanged. @param {string} fragment */
const decoded = (fragment) => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // not percent-encoded, such as a lone "%"
  }
};

addEventListener("DOMContentLoaded", () => {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  const link = target?.querySelector("a");
  const page = document.querySelector("a[data-moved]");
  // an anchor that is not listed on this page may still exist on the new page
  if (link) location.replace(link.href);
  else if (page instanceof HTMLAnchorElement) location.replace(page.href.split("#")[0] + location.hash);
});
