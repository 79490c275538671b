/** What a search found, marked: in its results, and on the page that one lands on. */

import { tokenize } from "./tokenizer.js";

const SNIPPET = 170; // letters
const HEADINGS = "h1, h2, h3, h4, h5, h6";
const SILENT = "[data-search-exclude], dialog, script, style, svg, .term-definition";

/** Where phrases of folded words stand in a text, the longest first. @param {string} text
 * @param {Iterable<string>} phrases @returns {{phrase: string, start: number, end: number}[]} */
const placesOf = (text, phrases) => {
  const words = tokenize(text), found = [];
  const wanted = [...phrases].map((phrase) => phrase.split(" ")).sort((a, b) => b.length - a.length);
  for (let at = 0; at < words.length;) {
    const hit = wanted.find((phrase) => phrase.every((word, index) => words[at + index]?.word === word));
    if (hit) found.push({ phrase: hit.join(" "), start: words[at].start, end: words[at + hit.length - 1].end });
    at += hit ? hit.length : 1;
  }
  return found;
};

/** A text as nodes, the phrases in it marked. @param {string} text @param {Set<string>} phrases */
const marked = (text, phrases) => {
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  let end = 0;
  for (const match of placesOf(text, phrases)) {
    const mark = document.createElement("mark");
    mark.className = "found";
    mark.textContent = text.slice(match.start, match.end);
    nodes.push(text.slice(end, match.start), mark);
    end = match.end;
  }
  return [...nodes, text.slice(end)];
};

/** A pattern that finds the English labels of terms. @param {SearchData["terms"]} terms */
export const termPattern = (terms) => {
  const names = terms.flatMap(([, , labels]) => labels).sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  // what stands ahead of a name is a part of its own: not every browser can look behind
  return new RegExp(`(^|[^\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");
};

/** A text as nodes, its English terms and the phrases in it marked.
 * @param {string} text @param {Set<string>} phrases @param {RegExp} terms */
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

/** The part of a text where most of the phrases are. @param {string} text @param {Set<string>} phrases */
export const snippet = (text, phrases) => {
  const places = placesOf(text, phrases);
  const within = (/** @type {number} */ start) =>
    new Set(places.filter((each) => each.start >= start && each.end <= start + SNIPPET).map(({ phrase }) => phrase)).size;
  const best = places.reduce((kept, { start }) => (within(start) > within(kept) ? start : kept), places[0]?.start ?? 0);
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

/** The elements that a target stands for: its record, or a heading with what follows it.
 * @param {Element} target @returns {Element[]} */
const scope = (target) => {
  const around = target.closest(".record, .paragraph, li[id]");
  if (around || !target.matches(HEADINGS)) return [around ?? target];
  const found = [target];
  for (let next = target.nextElementSibling; next && !next.matches(HEADINGS); next = next.nextElementSibling) {
    if (!next.querySelector(HEADINGS)) found.push(next);
  }
  return found;
};

/** @param {Element[]} elements @param {Set<string>} phrases @returns {boolean} whether there was one to mark */
const markIn = (elements, phrases) => {
  const texts = elements.flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
    return found.filter((text) => !text.parentElement?.closest(SILENT));
  });
  const holding = texts.filter((text) => placesOf(text.data, phrases).length > 0);
  for (const text of holding) text.replaceWith(...marked(text.data, phrases));
  return holding.length > 0;
};

/** Go to an anchor of this page and mark phrases there; word by word where they go over from one element to another.
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
