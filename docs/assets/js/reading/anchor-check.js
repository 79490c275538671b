/** Load what answers an address whose fragment is no id of the page, and the filter of the table of anchors. */

import { loadScript } from "../frame/lazy-loading.js";

const checkAnchor = async () => {
  let name = location.hash.slice(1).split(":~:")[0];
  try {
    name = decodeURIComponent(name);
  } catch {
    // not a valid URL: look for it as it is
  }
  if (!name || document.getElementById(name)) return;
  await Promise.all([loadScript("anchors"), loadScript("searchIndex")]);
  const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-base]"));
  anchorScripts.answerMissingAnchor(name, button?.dataset.base ?? ".", searchData.units);
};

if (document.querySelector(".anchor-filter")) loadScript("anchors");
addEventListener("hashchange", checkAnchor);
checkAnchor();
