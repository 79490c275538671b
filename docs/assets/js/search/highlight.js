/** Highlight the matched words in the list of search results, and on the page to which a result leads. */

import { reveal } from "../reading/reveal.js";
import { tokenize } from "./tokenizer.js";

const SNIPPET = 170; // length in characters
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const EXCLUDED = "[data-search-exclude], dialog, script, style, svg";

/** Find phrases in a text, from left to right. Matches do not overlap. If several phrases begin at the same word, the
 * longest is used.
 * @param {string} text @param {Iterable<string>} phrases each is one or more words in lower case, without
 * diacritics, separated by single spaces @returns {{phrase: string, start: number, end: number}[]} offsets in the
 * text */
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

/** Convert a text to DOM nodes, with each occurrence of a phrase in a `mark` element.
 * @param {string} text @param {Set<string>} phrases the matched words */
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

/** Return a regular expression that finds the English names of glossary terms. Its groups are the character before the
 * name, and the name.
 * @param {SearchData["terms"]} terms */
export const termPattern = (terms) => {
  const names = terms.flatMap(([, , labels]) => labels).sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // the character before is a group of its own, since not every browser supports lookbehind
  return new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");
};

/** Convert a text to DOM nodes. English names of glossary terms are in `i` elements, phrases in `mark` elements.
 * @param {string} text @param {Set<string>} phrases the matched words @param {RegExp} terms the result of
 * `termPattern` */
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

/** Return an excerpt of a text, of about SNIPPET characters, that contains as many different phrases as possible.
 * @param {string} text @param {Set<string>} phrases the matched words */
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

/** Return the elements of an admonition, or of content tabs, that come before a heading in it. @param {Element} element */
const beforeHeadings = (element) => {
  const parts = element.matches(".admonition") ? [element] : [...element.querySelectorAll(".tabbed-block")];
  return parts.flatMap(({ children }) => {
    const end = [...children].findIndex((child) => child.matches(HEADINGS));
    return [...children].slice(0, end < 0 ? undefined : end);
  });
};

/** Return the elements in which to highlight words when a reader goes to `target`. This is the paragraph or record that
 * contains `target`. For other headings, it is the heading and the elements up to the next heading; for other elements,
 * only `target`.
 * @param {Element} target @returns {Element[]} */
const scope = (target) => {
  const around = target.closest(".record, .paragraph, li[id]");
  if (around || !target.matches(HEADINGS)) return [around ?? target];
  const elements = [target];
  for (let next = target.nextElementSibling; next && !next.matches(HEADINGS); next = next.nextElementSibling) {
    elements.push(...next.querySelector(HEADINGS) ? beforeHeadings(next) : [next]);
  }
  return elements;
};

/** Highlight all occurrences of phrases in elements. Return whether there was any.
 * @param {Element[]} elements @param {Set<string>} phrases the words to highlight @returns {boolean} */
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

/** Go to the element with the id `anchor` on this page and highlight phrases in its text. If no phrase is found,
 * because each spans several elements, highlight the single words of the phrases.
 * @param {string} anchor @param {Set<string>} phrases */
export const landOn = (anchor, phrases) => {
  removeHighlights();
  const target = document.getElementById(anchor);
  const elements = target ? scope(target) : [];
  if (!markIn(elements, phrases)) markIn(elements, new Set([...phrases].flatMap((phrase) => phrase.split(" "))));
  const mark = elements.flatMap((element) => [...element.querySelectorAll("mark.found")])[0];
  if (mark) reveal(mark);
  if (location.hash === `#${anchor}`) target?.scrollIntoView();
  else location.hash = anchor;
};

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && !document.querySelector("dialog[open]")) removeHighlights();
});
