/**
 * Quoting: while words of the edition are selected, a button offers to cite them. It stands at an edge of the screen, where
 * the platform's own menu, which opens at the selection, never is; in the order of the page it follows the words.
 */

import { textFragment } from "./text-fragments.js";

const TEXTS = ".paragraph-text, .record, .note-text, .original > p[lang]";
const PLACES = "section.paragraph, .record, .note, .original";
// what a page says about its text is no part of it
const NO_TEXT = ".cite, .permalink, .record-label, .term-definition, .visually-hidden, .notes, .note-links, strong, .sentence-number, .sentence-place, button, svg, h2, h3, h4, h5";
const BLOCKS = "p, li, dt, dd, div, ul, ol, dl", ITALIC = "i, em, [lang=en]";
const END = "\u2029"; // of a line
const LABEL = "Kutip pilihan";

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/** The lines of a range, italics between the marks of rich_text.py, without what is no text. @param {Range} range */
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

/** Whether a word goes on at a place in a text; hyphens, dashes and stops within are of the word. @param {string} text @param {number} at */
const isWithin = (text, at) => {
  const [two, one, here, next] = [-2, -1, 0, 1].map((by) => text[at + by] ?? " ");
  const isLetter = (/** @type {string} */ letter) => /[\p{L}\p{N}]/u.test(letter);
  const isJoint = (/** @type {string} */ letter) => "-–.".includes(letter);
  return isLetter(one) && (isLetter(here) || (isJoint(here) && isLetter(next))) || (isJoint(one) && isLetter(two) && isLetter(here));
};

/** A range that cuts no word in two: neither would a quotation, nor is a part of one found again. @param {Range} range */
const widened = (range) => {
  const whole = range.cloneRange();
  const { startContainer: from, endContainer: to } = range;
  let start = range.startOffset, end = range.endOffset;
  if (from instanceof Text) {
    while (start > 0 && isWithin(from.data, start)) start -= 1;
    whole.setStart(from, start);
  }
  if (to instanceof Text) {
    while (end < to.length && isWithin(to.data, end)) end += 1;
    whole.setEnd(to, end);
  }
  return whole;
};

/** The texts that a range has a part in, with that part. @param {Range} range */
const partsIn = (range) => {
  const [common, from, to] = [range.commonAncestorContainer, range.startContainer, range.endContainer].map(elementOf);
  const owner = common?.closest(TEXTS), silent = common?.closest(NO_TEXT);
  if (owner && silent && owner.contains(silent)) return [];
  const texts = owner ? [owner, ...owner.querySelectorAll(TEXTS)] : [...document.querySelectorAll(TEXTS)];
  // notes that lie between paragraphs, beside the text or closed, are not meant, unless it is notes that are read
  const isNote = (/** @type {Element | null | undefined} */ each) => Boolean(each?.closest(".note-text"));
  const areNotesMeant = isNote(from) || isNote(to);
  const isMeant = (/** @type {Element} */ text) => !isNote(text) || (areNotesMeant && text.getClientRects().length > 0);
  return texts.filter((text) => range.intersectsNode(text) && isMeant(text)).flatMap((text) => {
    const part = document.createRange();
    part.selectNodeContents(text);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const lines = linesOf(part), cited = /** @type {HTMLAnchorElement | null} */ (text.closest(PLACES)?.querySelector("a.cite"));
    return lines.length && cited ? [{ text, part, lines, name: cited.hash.replace("#kutip-", ""), isOriginal: text.matches(".original *") }] : [];
  });
};

/** @typedef {ReturnType<typeof partsIn>[number]} Part */

/** Without quotation marks that have lost their other half. @param {string} text */
const paired = (text) => {
  const open = /** @type {number[]} */ ([]), lost = /** @type {number[]} */ ([]);
  for (const [at, letter] of [...text].entries()) {
    if (letter === "“") open.push(at);
    else if (letter === "”" && open.pop() === undefined) lost.push(at);
  }
  return [...text].filter((_, at) => !open.includes(at) && !lost.includes(at)).join("");
};

/** @param {Part[]} parts @returns {Quotation} */
const quotationOf = (parts) => ({
  names: [...new Set(parts.map(({ name }) => name))],
  isOriginal: parts[0].isOriginal,
  text: paired(parts.flatMap(({ lines }) => lines).join("\n")).replace(/^([\ue004\s]*)[.,;:)\]\s]+/, "$1"),
  fragment: textFragment(parts[0].part, parts[0].lines),
});

/** What is selected, if it is text: of the edition or of the original, whichever comes first, never of both. */
const selected = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return [];
  const parts = Array.from({ length: selection.rangeCount }, (_, n) => partsIn(widened(selection.getRangeAt(n)))).flat();
  return parts.filter(({ isOriginal }) => isOriginal === parts[0].isOriginal);
};

/**
 * Offer to quote what is selected. What the page has loaded already is handed in: in the single file this module is packed
 * apart.
 * @param {{announce: (text: string) => void, loadCitations: () => Promise<unknown>, citeQuotation: (quotation: Quotation) => Promise<void>}} page
 */
export const startQuoting = ({ announce, loadCitations, citeQuotation }) => {
  if (!window.HTMLDialogElement) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote-offer";
  button.setAttribute("aria-keyshortcuts", "Alt+K");
  /** @type {Part[]} */
  let offered = [];
  let isPressed = false;

  const update = () => {
    if (isPressed || document.querySelector("dialog[open]")) return;
    const parts = selected(), isNew = parts.length && !offered.length;
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
    if (isNew) announce("Kutip pilihan: tekan Alt+K.");
    loadCitations().catch(() => {}); // so that they are there when the button is pressed
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
  update(); // what was selected before this was there
  // a press on the button may undo the selection before it is a click
  button.addEventListener("pointerdown", (event) => { event.preventDefault(); });
  button.addEventListener("click", activate);
  document.addEventListener("pointerdown", (event) => { isPressed = event.target !== button; });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
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
