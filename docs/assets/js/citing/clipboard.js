/**
 * Copy text to the clipboard, and copy the permalink of an anchor when it is clicked. The link and a live region for
 * screen readers confirm it.
 */

import { loadCitations, placeOf } from "./citation-format.js";

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** Announce a text to screen readers. @param {string} text */
export const announce = (text) => {
  // a live region outside of an open modal dialog is not read out
  (document.querySelector("dialog[open]") ?? document.body).append(status);
  status.textContent = text;
};

/** Copy a text, and its formatted version if given. Return whether that worked.
 * @param {string} text @param {string} [html] */
export const copyText = async (text, html) => {
  try {
    if (!html) await navigator.clipboard.writeText(text);
    else {
      const types = { "text/plain": text, "text/html": html };
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
        Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })]),
      ))]);
    }
    return true;
  } catch {
    return copyByEvent(text, html);
  }
};

/** Copy by `execCommand` where there is no Clipboard API, as over plain http.
 * @param {string} text @param {string} [html] */
const copyByEvent = (text, html) => {
  let isDone = false;
  /** @param {ClipboardEvent} event */
  const setData = (event) => {
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    isDone = Boolean(event.clipboardData);
  };
  document.addEventListener("copy", setData, { once: true });
  try {
    document.execCommand("copy");
  } catch { /* this browser cannot do that either */ }
  document.removeEventListener("copy", setData);
  return isDone;
};

/** @param {HTMLAnchorElement} link */
const copyPermalink = async (link) => {
  await loadCitations();
  const { link: address } = placeOf(link.hash.slice(1));
  const isCopied = Boolean(address) && await copyText(address);
  for (const other of document.querySelectorAll("[data-said]")) other.removeAttribute("data-said");
  if (!isCopied) return;
  link.dataset.said = "tersalin";
  announce("Tautan tetap tersalin.");
};

// preload the data, so that they are there when the link is clicked
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, ({ target }) => {
    if (target instanceof Element && target.closest("a.cite, a.permalink")) loadCitations().catch(() => {});
  });
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a.permalink");
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // a permalink to another page (of a note that is repeated here) is only copied, not followed
  if (!document.getElementById(link.hash.slice(1))) event.preventDefault();
  copyPermalink(link).catch(() => location.assign(link.href));
});
