/**
 * Copying: a text for whoever asks, and at each anchor, its permalink, in one action. What was copied is said at the link,
 * and to those who hear the page.
 */

import { loadCitations, placeOf } from "./citation-format.js";

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** Let a screen reader say a text. @param {string} text */
export const announce = (text) => {
  // behind an open dialog it would not be read out
  (document.querySelector("dialog[open]") ?? document.body).append(status);
  status.textContent = text;
};

/** Copy a text, and if given, the same formatted; whether that worked. @param {string} text @param {string} [html] */
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

/** Where there is no clipboard to write to, as over plain http. @param {string} text @param {string} [html] */
const copyByEvent = (text, html) => {
  let done = false;
  /** @param {ClipboardEvent} event */
  const put = (event) => {
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    done = Boolean(event.clipboardData);
  };
  document.addEventListener("copy", put, { once: true });
  try {
    document.execCommand("copy");
  } catch { /* not here either */ }
  document.removeEventListener("copy", put);
  return done;
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

// what it needs is there by the time that a link is pressed
for (const come of ["pointerover", "focusin"]) {
  document.addEventListener(come, ({ target }) => {
    if (target instanceof Element && target.closest("a.cite, a.permalink")) loadCitations().catch(() => {});
  });
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a.permalink");
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  // nothing opens: neither another page, nor the place of a note that is read here
  if (!document.getElementById(link.hash.slice(1))) event.preventDefault();
  copyPermalink(link).catch(() => location.assign(link.href));
});
