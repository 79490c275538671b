/** What a query asks beside its words: abbreviations with full stops, the kind of answer, and whether it is finished. */

import { LANGUAGES } from "./languages.js";
import { fold, tokenize } from "./tokenizer.js";

// What questions are about, and how much more that counts.
/** @type {Record<string, Record<string, number>>} */
const ANSWERS = {
  why: { obstacles: 1.5, paragraphs: 1.3 }, who: { actors: 1.6, glossary: 1.1 }, when: { timeline: 1.7 },
  should: { recommendations: 1.6 }, meaning: { glossary: 1.5 }, how: { efforts: 1.3, paragraphs: 1.1 },
};
const DOTTED = /(^|[^\p{L}])((?:\p{L}\.){2,}\p{L}?|\p{L}\.\p{L}\.?)(?![\p{L}\p{N}])/gu; // "m.o.u.", but not "VI.1"
const SPACED = /(^|\s)(\p{L}(?:\s\p{L}){2,})(?!\S)/gu; // "m o u"

/** A word as it is spelt in full: "gedung2", "gak". @param {string} word */
const plainOf = (word) => {
  const once = word.replace(/^(\p{L}{3,})2$/u, "$1");
  return LANGUAGES.reduce((said, { variants }) => (typeof variants[said] === "string" ? variants[said] : said), once);
};

/** A query with abbreviations as one word each. @param {string} query */
export const joinAbbreviations = (query) => query
  .replace(DOTTED, (_, before, letters) => before + letters.replaceAll(".", ""))
  .replace(SPACED, (_, before, letters) => before + letters.replace(/\s/g, ""));

/** The words of a query, each once where it is doubled. @param {string} text @returns {QueryWord[]} */
export const queryWords = (text) => tokenize(text)
  .map(({ word, end }) => ({ word: plainOf(word), isCut: /^\.(?=\s|$)/.test(text.slice(end)) }))
  .filter(({ word }, index, all) => word !== all[index - 1]?.word);

/** Which kinds of units a question is about, and how much they count. @param {string} query */
export const questionKinds = (query) => {
  /** @type {Record<string, number>} */
  const kinds = {};
  for (const [asked, pattern] of LANGUAGES.flatMap(({ asks }) => Object.entries(asks))) {
    if (pattern.test(fold(query))) for (const [kind, factor] of Object.entries(ANSWERS[asked])) kinds[kind] ??= factor;
  }
  return kinds;
};
