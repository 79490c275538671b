/** Highlight matches in the list of results and on the page that a result leads to. */

import { tokenize } from "./tokenizer.js";

const SNIPPET = 170; // length in characters
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const EXCLUDED = "[data-search-exclude], dialog, script, style, svg, .term-definition";

/** Find phrases in a text. Matches do not overlap; at each word the longest phrase is taken. @param {string} text
 * @param {Iterable<string>} phrases words in lower case, without diacritics
 * @returns {{phrase: string, start: number, end: number}[]} */
const findPhrases = (text, phrases) => {
  const words = tokenize(text), matches = [];
  const wanted = [...phrases].map((phrase) => phrase.split(" ")).sort((a, b) => b.length - a.length);
  for (let start = 0; start < words.length;) {
    const hit = wanted.find((phrase) => phrase.every((word, index) => words[start + index]?.word === word));
    if (hit) matches.push({ phrase: hit.join(" "), start: words[start].start, end: words[start + hit.length - 1].end });
    start += hit ? hit.length : 1;
  }
  return matches;
};

/** Convert a text to DOM nodes, with each match of a phrase in a `mark` element. @param {string} text
 * @param {Set<string>} phrases */
const marked = (text, phrases) => {
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  let end = 0;
  for (const match of findPhrases(text, phrases)) {
    const mark = document.createElement("mark");
    mark.className = "found";
    mark.textContent = text.slice(match.start, match.end);
    nodes.push(text.slice(end, match.start), mark);
    end = match.end;
  }
  return [...nodes, text.slice(end)];
};

/** Return a regular expression that matches the English labels of glossary terms. @param {SearchData["terms"]} terms */
export const termPattern = (terms) => {
  const names = terms.flatMap(([, , labels]) => labels).sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // the character before is a group of its own, since not every browser supports lookbehind
  return new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");
};

/** Convert a text to DOM nodes, with English terms in `i` elements and matches of phrases in `mark` elements.
 * @param {string} text @param {Set<string>} phrases @param {RegExp} terms from `termPattern` */
export const markTerms = (text, phrases, terms) => {
  const parts = text.split(terms);
  return parts.flatMap((part, index) => {
    if (index % 3 !== 2) return marked(part, phrases);
    const term = document.createElement("i");
    term.lang = "en";
    term.append(...marked(part, phrases));
    return [term];
  });
};

/** Return the excerpt of a text that contains the greatest number of different phrases. @param {string} text
 * @param {Set<string>} phrases */
export const snippet = (text, phrases) => {
  const matches = findPhrases(text, phrases);
  const countFrom = (/** @type {number} */ start) =>
    new Set(matches.filter((each) => each.start >= start && each.end <= start + SNIPPET).map(({ phrase }) => phrase)).size;
  const best = matches.reduce((kept, { start }) => (countFrom(start) > countFrom(kept) ? start : kept), matches[0]?.start ?? 0);
  const start = best < 60 ? 0 : text.lastIndexOf(" ", best - 40) + 1;
  const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(" ", start + SNIPPET);
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
};

export const removeHighlights = () => {
  for (const mark of document.querySelectorAll("mark.found")) {
    if (mark.closest("dialog")) continue;
    const parent = mark.parentElement;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
};

/** Return the elements in which to highlight for a link target: the record or paragraph around it; or, for a heading,
 * the heading and the elements up to the next heading; or else the target.
 * @param {Element} target @returns {Element[]} */
const scope = (target) => {
  const around = target.closest(".record, .paragraph, li[id]");
  if (around || !target.matches(HEADINGS)) return [around ?? target];
  const elements = [target];
  for (let next = target.nextElementSibling; next && !next.matches(HEADINGS); next = next.nextElementSibling) {
    if (!next.querySelector(HEADINGS)) elements.push(next);
  }
  return elements;
};

/** Highlight phrases in elements.
 * @param {Element[]} elements @param {Set<string>} phrases @returns {boolean} whether any phrase was found */
const markIn = (elements, phrases) => {
  const texts = elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    return nodes.filter((text) => !text.parentElement?.closest(EXCLUDED));
  });
  const matching = texts.filter((text) => findPhrases(text.data, phrases).length > 0);
  for (const text of matching) text.replaceWith(...marked(text.data, phrases));
  return matching.length > 0;
};

/** Go to an anchor of this page and highlight phrases there. If none is found (a phrase may span several elements),
 * highlight their single words.
 * @param {string} anchor @param {Set<string>} phrases */
export const landOn = (anchor, phrases) => {
  removeHighlights();
  const target = document.getElementById(anchor);
  const elements = target ? scope(target) : [];
  if (!markIn(elements, phrases)) markIn(elements, new Set([...phrases].flatMap((phrase) => phrase.split(" "))));
  if (location.hash === `#${anchor}`) target?.scrollIntoView();
  else location.hash = anchor;
};

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && !document.querySelector("dialog[open]")) removeHighlights();
});
