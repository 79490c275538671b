/**
 * Create text fragments, i.e. URLs that lead to a text on a page (`#anchor:~:text=…`). A browser goes to the first
 * match on the page, ignoring case. Words before or after the text are therefore added until there is only one match.
 */

// Maximum number of characters of a text that is included whole; number of words at the start and end of a longer text;
// maximum number of words of context.
const SHORT = 60, FEW = 4, MANY = 12;
const TEXT_BLOCKS = "p, li, dt, dd, div";
const INVISIBLE = "script, style, template, dialog, .visually-hidden, button";

/** Split a text into words at white space, without the private-use characters that mark italics.
 * @param {string} text */
const wordsOf = (text) => text.replace(/[\ue004\ue005]/g, "").split(/\s+/).filter(Boolean);

/** Return the words in a DOM node that browsers search for a text fragment, i.e. without invisible text. The node is
 * moved out of its document.
 * @param {Node} node @returns {string[]} */
const visibleWords = (node) => {
  const holder = document.createElement("div");
  holder.append(node);
  for (const each of holder.querySelectorAll(INVISIBLE)) each.remove();
  return wordsOf(holder.textContent ?? "");
};

/** Return the words before a range (if `isBefore`) or after it (if not), in the same block of text, such as a
 * paragraph.
 * @param {Range} part @param {boolean} isBefore */
const contextWords = (part, isBefore) => {
  const edge = isBefore ? part.startContainer : part.endContainer;
  const block = (edge instanceof Element ? edge : edge.parentElement)?.closest(TEXT_BLOCKS);
  const rest = document.createRange();
  if (!block) return [];
  rest.selectNodeContents(block);
  if (isBefore) rest.setEnd(part.startContainer, part.startOffset);
  else rest.setStart(part.endContainer, part.endOffset);
  return visibleWords(rest.cloneContents());
};

/** Percent-encode words for a text directive (`:~:text=…`); also encode "-", which has a special meaning in it.
 * @param {string[]} words @returns {string} */
const encoded = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");

/**
 * Return the text directive (`:~:text=…`) that leads to a range on this page. Words before or after the range are added
 * until only one place on the page matches. If that takes more words than MANY, return an empty string. Text in closed
 * elements counts as visible.
 * @param {Range} part the range @param {string[]} lines the text of the range, one string per block of text
 */
export const textFragment = (part, lines) => {
  const first = wordsOf(lines[0]), last = wordsOf(lines[lines.length - 1]).slice(-FEW), isOne = lines.length === 1;
  const isShort = isOne && (first.join(" ").length <= SHORT || first.length <= 2 * FEW);
  const longest = first.length - (isOne ? FEW : 0); // on one line, the first words must not overlap the last ones
  const pageText = ` ${visibleWords(document.body.cloneNode(true)).join(" ").toLowerCase()} `;
  const isUnique = (/** @type {string[][]} */ ...words) => pageText.split(words.flat().join(" ").toLowerCase()).length === 2;
  const before = contextWords(part, true), after = contextWords(part, false);
  const end = isShort ? "" : `,${encoded(last)}`;
  for (let count = 0; count <= MANY; count += 1) {
    const prefix = count ? before.slice(-count) : [], suffix = isShort ? after.slice(0, count) : [];
    const start = isShort ? first : first.slice(0, Math.min(FEW + count, longest));
    if (isUnique(prefix, start)) return `:~:text=${prefix.length ? encoded(prefix) + "-," : ""}${encoded(start)}${end}`;
    if (isUnique(start, suffix)) return `:~:text=${encoded(start)}${suffix.length ? ",-" + encoded(suffix) : ""}${end}`;
    if (isUnique(prefix, start, suffix)) return `:~:text=${encoded(prefix)}-,${encoded(start)},-${encoded(suffix)}${end}`;
  }
  return "";
};
