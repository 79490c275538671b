/**
 * Show a button for quoting while text is selected: text of the edition, or of the original (the chapter's own text,
 * which a reader supplied). The button is at the top or bottom of the screen, where the browser's own selection menu
 * does not cover it. In the tab order it comes after the selected text.
 */

import { textFragment } from "./text-fragments.js";

const TEXTS = ".paragraph-text, .record, .note-text, .original > p[lang]";
const CITABLES = "section.paragraph, .record, .editor-note, .original";
// elements inside TEXTS that are not part of the text
const NO_TEXT = ".footnote-ref, .cite, .permalink, .record-label, .record-meta, .visually-hidden, .notes, .note-links, strong, .sentence-number, .sentence-place, button, svg, h2, h3, h4, h5";
const BLOCKS = "p, li, dt, dd, div, ul, ol, dl", ITALIC = "i, em, [lang=en]";
const END = "\u2029"; // marks the starts and ends of blocks
const LABEL = "Kutip teks terpilih";

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/** Return the text of a range, one string per block of text, without elements such as buttons and labels (NO_TEXT).
 * Private-use characters mark the start and end of italics, see rich_text.py.
 * @param {Range} range */
const linesOf = (range) => {
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  for (const each of holder.querySelectorAll(NO_TEXT)) each.remove();
  for (const each of holder.querySelectorAll(ITALIC)) {
    if (!each.parentElement?.closest(ITALIC)) each.textContent = `\ue004${each.textContent}\ue005`;
  }
  for (const block of holder.querySelectorAll(BLOCKS)) {
    block.prepend(END);
    block.append(END);
  }
  const isItalic = elementOf(range.commonAncestorContainer)?.closest(ITALIC);
  const lines = (holder.textContent ?? "").split(END).map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).map((line) => (isItalic ? `\ue004${line}\ue005` : line));
};

/**
 * Return whether an offset in a text is inside a word. Hyphens, dashes and full stops between letters belong to a word.
 * @param {string} text @param {number} offset
 */
const isInsideWord = (text, offset) => {
  const [two, one, here, next] = [-2, -1, 0, 1].map((distance) => text[offset + distance] ?? " ");
  const isLetter = (/** @type {string} */ letter) => /[\p{L}\p{N}]/u.test(letter);
  const isJoint = (/** @type {string} */ letter) => "-–.".includes(letter);
  return isLetter(one) && (isLetter(here) || (isJoint(here) && isLetter(next))) || (isJoint(one) && isLetter(two) && isLetter(here));
};

/** Return a copy of a range, extended at both ends to whole words, because quotations and text fragments must not begin
 * or end inside a word.
 * @param {Range} range */
const extendToWords = (range) => {
  const extended = range.cloneRange();
  const { startContainer: from, endContainer: to } = range;
  let start = range.startOffset, end = range.endOffset;
  if (from instanceof Text) {
    while (start > 0 && isInsideWord(from.data, start)) start -= 1;
    extended.setStart(from, start);
  }
  if (to instanceof Text) {
    while (end < to.length && isInsideWord(to.data, end)) end += 1;
    extended.setEnd(to, end);
  }
  return extended;
};

/** Divide a range into its parts in the elements that contain text of the edition or the original (TEXTS). For each
 * part, return the element (`text`), the part as a range (`part`) and as strings (`lines`), the id of its paragraph or
 * record (`name`), and whether it belongs to the original.
 * @param {Range} range */
const partsIn = (range) => {
  const [common, from, to] = [range.commonAncestorContainer, range.startContainer, range.endContainer].map(elementOf);
  const owner = common?.closest(TEXTS), excluded = common?.closest(NO_TEXT);
  if (owner && excluded && owner.contains(excluded)) return [];
  const texts = owner ? [owner, ...owner.querySelectorAll(TEXTS)] : [...document.querySelectorAll(TEXTS)];
  // a selection across paragraphs spans the notes between them; include notes only if it begins or ends in a note
  const isNote = (/** @type {Element | null | undefined} */ each) => Boolean(each?.closest(".note-text"));
  const includesNotes = isNote(from) || isNote(to);
  const isIncluded = (/** @type {Element} */ text) => !isNote(text) || (includesNotes && text.getClientRects().length > 0);
  return texts.filter((text) => range.intersectsNode(text) && isIncluded(text)).flatMap((text) => {
    const part = document.createRange();
    part.selectNodeContents(text);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const lines = linesOf(part), citeLink = /** @type {HTMLAnchorElement | null} */ (text.closest(CITABLES)?.querySelector("a.cite"));
    return lines.length && citeLink ? [{ text, part, lines, name: citeLink.hash.replace("#kutip-", ""), isOriginal: text.matches(".original *") }] : [];
  });
};

/** @typedef {ReturnType<typeof partsIn>[number]} Part */

/** Remove each quotation mark (“ or ”) without a partner in the text. @param {string} text */
const withoutUnpairedQuotes = (text) => {
  const open = /** @type {number[]} */ ([]), unpaired = /** @type {number[]} */ ([]);
  for (const [index, letter] of [...text].entries()) {
    if (letter === "“") open.push(index);
    else if (letter === "”" && open.pop() === undefined) unpaired.push(index);
  }
  return [...text].filter((_, index) => !open.includes(index) && !unpaired.includes(index)).join("");
};

/** Return the quotation that consists of the selected parts. @param {Part[]} parts @returns {Quotation} */
const quotationOf = (parts) => ({
  names: [...new Set(parts.map(({ name }) => name))],
  isOriginal: parts[0].isOriginal,
  text: withoutUnpairedQuotes(parts.flatMap(({ lines }) => lines).join("\n")).replace(/^([\ue004\s]*)[.,;:)\]\s]+/, "$1"),
  fragment: textFragment(parts[0].part, parts[0].lines),
});

/** Return the selected parts of texts. If the selection contains text of the edition and of the original (the chapter's
 * own text), return only the parts in the one where the selection begins. */
const selectedParts = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return [];
  const parts = Array.from({ length: selection.rangeCount }, (_, n) => partsIn(extendToWords(selection.getRangeAt(n)))).flat();
  return parts.filter(({ isOriginal }) => isOriginal === parts[0].isOriginal);
};

/**
 * Show the button for quoting whenever text is selected. The functions are arguments instead of imports, because this
 * module is a separate bundle: imports would put a second copy of their modules into it.
 * @param {{announce: (text: string) => void, loadCitations: () => Promise<unknown>, citeQuotation: (quotation: Quotation) => Promise<void>}} page
 * @param {boolean} isPressed whether a mouse button or finger is down, so that the selection may still change
 */
export const startQuoting = ({ announce, loadCitations, citeQuotation }, isPressed = false) => {
  if (!window.HTMLDialogElement) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote-offer md-button md-button--primary";
  button.setAttribute("aria-keyshortcuts", "Alt+K");
  /** @type {Part[]} */
  let offered = [];

  const update = () => {
    if (isPressed || document.querySelector("dialog[open]")) return;
    const parts = selectedParts(), isNew = parts.length && !offered.length;
    offered = parts;
    if (!parts.length) {
      button.remove();
      return;
    }
    const { text } = parts[parts.length - 1];
    if (isNew) button.textContent = LABEL;
    if (button.parentElement !== text) text.append(button);
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    button.toggleAttribute("data-top", Boolean(box && box.bottom > innerHeight * 0.7));
    if (isNew) announce("Kutip teks terpilih: tekan Alt+K.");
    loadCitations().catch(() => {}); // preload the data, so that pressing the button does not have to wait
  };

  const activate = () => {
    const parts = offered;
    isPressed = false;
    if (!parts.length) return;
    citeQuotation(quotationOf(parts)).then(() => button.remove(), () => {
      button.textContent = "Belum dapat dimuat: coba lagi";
      announce(button.textContent);
    });
  };

  document.addEventListener("selectionchange", update);
  update(); // text may have been selected before this script was loaded
  // without this, pressing the button could clear the selection before the click event
  button.addEventListener("pointerdown", (event) => { event.preventDefault(); });
  button.addEventListener("click", activate);
  document.addEventListener("pointerdown", (event) => { isPressed = event.target !== button; });
  for (const type of ["pointerup", "pointercancel"]) {
    document.addEventListener(type, () => {
      isPressed = false;
      requestAnimationFrame(update);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!offered.length || !button.isConnected) return;
    if (event.altKey && event.code === "KeyK") {
      event.preventDefault();
      activate();
    } else if (event.key === "Escape") button.remove();
  });
};
