/** On arrival from a search result: mark the words that the address carries as `?h=`, and take them out of it. */

import { landOn } from "./highlight.js";

const wanted = new URLSearchParams(location.search).get("h");
if (wanted) {
  const url = new URL(location.href);
  url.search = "";
  history.replaceState(history.state, "", url);
  landOn(decodeURIComponent(location.hash.slice(1)), new Set(wanted.split(",")));
}
