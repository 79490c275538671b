/** When a search result leads to this page, highlight the phrases in the parameter `?h=` and remove it from the URL. */

import { landOn } from "./highlight.js";

const wanted = new URLSearchParams(location.search).get("h");
if (wanted) {
  const url = new URL(location.href);
  url.search = "";
  history.replaceState(history.state, "", url);
  landOn(decodeURIComponent(location.hash.slice(1)), new Set(wanted.split(",")));
}
