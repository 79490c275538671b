/**
 * Copy text to the clipboard. A click on a permalink also copies its address. The link then shows that it was copied,
 * and screen readers announce it.
 */

import { loadCitations, placeOf } from "./citation-format.js";

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** Make screen readers read a text aloud. @param {string} text */
export const announce = (text) => {
  // a live region outside of an open modal dialog is not read out
  (document.querySelector("dialog[open]") ?? document.body).append(status);
  status.textContent = text;
};

/** Copy a text to the clipboard, optionally in two formats: plain text and HTML. Return whether this succeeded.
 * @param {string} text @param {string} [html] the same text as HTML */
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

/** Copy a text by `execCommand`, where the Clipboard API is not available, e.g. over plain HTTP. Return whether this
 * succeeded.
 * @param {string} text @param {string} [html] the same text as HTML */
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
  } catch { /* this browser does not support `execCommand` either */ }
  document.removeEventListener("copy", setData);
  return isDone;
};

/** Copy the address of a permalink, and show on the link that it was copied. @param {HTMLAnchorElement} link */
const copyPermalink = async (link) => {
  await loadCitations();
  const { link: address } = placeOf(link.hash.slice(1));
  const isCopied = Boolean(address) && await copyText(address);
  for (const other of document.querySelectorAll("[data-copied]")) other.removeAttribute("data-copied");
  if (!isCopied) return;
  link.dataset.copied = "tersalin";
  announce("Tautan tetap tersalin.");
};

// preload the citation data, so that a click does not have to wait for them
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, ({ target }) => {
    if (target instanceof Element && target.closest("a.cite, a.permalink")) loadCitations().catch(() => {});
  });
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a.permalink");
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // a permalink whose anchor is not on this page (of a note repeated from another page) is only copied, not followed
  if (!document.getElementById(link.hash.slice(1))) event.preventDefault();
  copyPermalink(link).catch(() => location.assign(link.href));
});
