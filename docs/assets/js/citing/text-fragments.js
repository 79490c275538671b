/**
 * Links that find words again: text directives (`#anchor:~:text=…`). A browser goes to the first place of the page that has
 * the words, whatever their case; so they are given with as many of those around them as makes them the only ones.
 */

const SHORT = 60, FEW = 4, MANY = 12; // letters named whole; words of each end, else; words around, at most
const TEXT_BLOCKS = "p, li, dt, dd, div";
const UNSEEN = "script, style, template, dialog, .term-definition, .visually-hidden, button";

/** @param {string} text */
const wordsOf = (text) => text.replace(/[\ue004\ue005]/g, "").split(/\s+/).filter(Boolean);

/** @param {Node} node @returns {string[]} */
const seenWords = (node) => {
  const holder = document.createElement("div");
  holder.append(node);
  for (const each of holder.querySelectorAll(UNSEEN)) each.remove();
  return wordsOf(holder.textContent ?? "");
};

/** The words of a block on one side of a range. @param {Range} part @param {boolean} isAhead */
const beside = (part, isAhead) => {
  const edge = isAhead ? part.startContainer : part.endContainer;
  const block = (edge instanceof Element ? edge : edge.parentElement)?.closest(TEXT_BLOCKS);
  const rest = document.createRange();
  if (!block) return [];
  rest.selectNodeContents(block);
  if (isAhead) rest.setEnd(part.startContainer, part.startOffset);
  else rest.setStart(part.endContainer, part.endOffset);
  return seenWords(rest.cloneContents());
};

/** @param {string[]} words @returns {string} as a text directive wants them */
const encoded = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");

/**
 * The directive for a part of a text, or nothing, where no words around it make it the only one: then the anchor has to do.
 * What a page may show or not (a note, closed or in the margin) counts as shown.
 * @param {Range} part @param {string[]} lines of text in it
 */
export const textFragment = (part, lines) => {
  const first = wordsOf(lines[0]), last = wordsOf(lines[lines.length - 1]).slice(-FEW), isOne = lines.length === 1;
  const isShort = isOne && (first.join(" ").length <= SHORT || first.length <= 2 * FEW);
  const most = first.length - (isOne ? FEW : 0); // the last words follow the first ones, and are none of them
  const whole = ` ${seenWords(document.body.cloneNode(true)).join(" ").toLowerCase()} `;
  const isAlone = (/** @type {string[][]} */ ...words) => whole.split(words.flat().join(" ").toLowerCase()).length === 2;
  const ahead = beside(part, true), after = beside(part, false);
  const end = isShort ? "" : `,${encoded(last)}`;
  for (let count = 0; count <= MANY; count += 1) {
    const prefix = count ? ahead.slice(-count) : [], suffix = isShort ? after.slice(0, count) : [];
    const start = isShort ? first : first.slice(0, Math.min(FEW + count, most));
    if (isAlone(prefix, start)) return `:~:text=${prefix.length ? encoded(prefix) + "-," : ""}${encoded(start)}${end}`;
    if (isAlone(start, suffix)) return `:~:text=${encoded(start)}${suffix.length ? ",-" + encoded(suffix) : ""}${end}`;
    if (isAlone(prefix, start, suffix)) return `:~:text=${encoded(prefix)}-,${encoded(start)},-${encoded(suffix)}${end}`;
  }
  return "";
};
