/** Parse queries: join abbreviations ("m o u"), convert words to standard forms, and recognize questions. */

import { LANGUAGES } from "./languages.js";
import { fold, tokenize } from "./tokenizer.js";

// For each kind of question, the kinds of search units that answer it, with the factors for their scores.
/** @type {Record<string, Record<string, number>>} */
const ANSWERS = {
  why: { obstacles: 1.5, paragraphs: 1.3 }, who: { actors: 1.6, glossary: 1.1 }, when: { timeline: 1.7 },
  should: { recommendations: 1.6 }, meaning: { glossary: 1.5 }, how: { efforts: 1.3, paragraphs: 1.1 },
};
const DOTTED = /(^|[^\p{L}])((?:\p{L}\.){2,}\p{L}?|\p{L}\.\p{L}\.?)(?![\p{L}\p{N}])/gu; // "m.o.u.", but not "VI.1"
const SPACED = /(^|\s)(\p{L}(?:\s\p{L}){2,})(?!\S)/gu; // "m o u"

/** Return the standard form of an informal spelling ("gedung2" → "gedung", "gak" → "tidak"), and other words
 * unchanged.
 * @param {string} word */
const standardForm = (word) => {
  const once = word.replace(/^(\p{L}{3,})2$/u, "$1");
  return LANGUAGES.reduce((form, { variants }) => (typeof variants[form] === "string" ? variants[form] : form), once);
};

/** Join each abbreviation ("m.o.u.", "m o u") into one word. @param {string} query */
export const joinAbbreviations = (query) => query
  .replace(DOTTED, (_, before, letters) => before + letters.replaceAll(".", ""))
  .replace(SPACED, (_, before, letters) => before + letters.replace(/\s/g, ""));

/** Split a query into words in standard form ("gak" → "tidak"). If a word is repeated directly ("gedung-gedung"), only
 * the first is kept.
 * @param {string} text @returns {QueryWord[]} */
export const queryWords = (text) => tokenize(text)
  .map(({ word, end }) => ({ word: standardForm(word), isCut: /^\.(?=\s|$)/.test(text.slice(end)) }))
  .filter(({ word }, index, all) => word !== all[index - 1]?.word);

/** Recognize a question. Return a map from the kinds of search units that answer it ("kapan?", when: "timeline") to a
 * factor for their scores. Return an empty object if the query is no question.
 * @param {string} query */
export const questionKinds = (query) => {
  /** @type {Record<string, number>} */
  const kinds = {};
  for (const [asked, pattern] of LANGUAGES.flatMap(({ asks }) => Object.entries(asks))) {
    if (pattern.test(fold(query))) for (const [kind, factor] of Object.entries(ANSWERS[asked])) kinds[kind] ??= factor;
  }
  return kinds;
};
