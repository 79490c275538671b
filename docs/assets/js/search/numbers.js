/**
 * Numbers in a query, however they are said: dates, spans of years, and the labels of paragraphs and records. The words
 * for them are those of `languages.js`.
 */

import { LANGUAGES } from "./languages.js";
import { fold } from "./tokenizer.js";

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const LETTERS = /** @type {Record<string, number>} */ ({ i: 1, v: 5, x: 10 });

/** @param {string} word of a roman number */
const romanOf = (word) => [...word].reduce((sum, letter, at) =>
  sum + (LETTERS[letter] < (LETTERS[word[at + 1]] ?? 0) ? -1 : 1) * LETTERS[letter], 0);

/** The months as a language has them, and as the edition has them. */
const months = () => LANGUAGES.flatMap(({ code }) => [...Array(12).keys()].map((month) => {
  const said = (/** @type {string} */ language) => fold(new Date(2000, month, 1).toLocaleString(language, { month: "long" }));
  return { name: said(code), own: said(LANGUAGES[0].code) };
}));
let named = /** @type {{name: string, own: string}[] | undefined} */ (undefined);
const monthOf = (/** @type {string} */ word) => {
  named ??= months();
  const found = word.length < 3 ? undefined : named.find(({ name }) => name.startsWith(word.replace("agt", "agu")));
  return found?.own;
};

/** Numbers said in words as figures: such of several words, or beside a month. @param {string} text */
const inFigures = (text) => {
  for (const { numerals, scales, ordinal } of LANGUAGES) {
    const is = (/** @type {string} */ word) => Object.keys({ ...numerals, ...scales }).includes(word);
    const words = text.split(/([\s-]+)/); // and what parts them
    /** @type {string[]} */
    const out = [];
    for (let at = 0; at < words.length;) {
      let end = at % 2 ? words.length : at, last = at;
      for (; end < words.length && (end % 2 || is(ordinal(words[end])) || (words[end] === "and" && end > at)); end += 1) {
        if (is(ordinal(words[end]))) last = end + 1;
      }
      const run = words.slice(at, last).filter((word) => is(ordinal(word)));
      const isMany = run.length > 1 || (run.length > 0 && monthOf(words[last + 1] ?? ""));
      out.push(isMany ? String(valueOf(run.map(ordinal), numerals, scales)) : words[at]);
      at = isMany ? last : at + 1;
    }
    text = out.join("");
  }
  return text;
};

/** @param {string[]} words @param {Record<string, number>} numerals @param {Record<string, number[]>} scales */
const valueOf = (words, numerals, scales) => {
  let total = 0, part = 0;
  for (const word of words) {
    if (scales[word]) {
      const [times, more] = scales[word];
      const sum = (part || 1) * times + more;
      total += times === 1000 ? sum : 0;
      part = times === 1000 ? 0 : sum;
    } else if (numerals[word] >= 1000) total += numerals[word];
    else part = part >= 19 && numerals[word] > 9 ? part * 100 + numerals[word] : part + numerals[word]; // "twenty seventeen"
  }
  return total + part;
};

/** Dates as the edition writes them: "23 november 2003". @param {string} text folded */
const withDates = (text) => {
  const date = (/** @type {string} */ day, /** @type {string} */ month, /** @type {string} */ year) => {
    const [d, m] = Number(month) > 12 ? [month, day] : [day, month];
    named ??= months();
    return Number(m) > 12 || Number(m) < 1 || Number(d) > 31 ? `${day} ${month} ${year}`
      : `${Number(d)} ${named[Number(m) - 1].own} ${year.length === 2 ? `20${year}` : year}`;
  };
  const word = "([a-z]{3,9})\\.?";
  return text
    .replace(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (_, year, month, day) => date(day, month, year))
    .replace(/\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|0\d)\b/g, (whole, day, mark, month, year) =>
      (year.length === 2 && mark === "." ? whole : date(day, month, year)))
    .replace(new RegExp(`\\b${word} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "g"), (whole, month, day, year) =>
      (monthOf(month) ? `${day} ${monthOf(month)} ${year}` : whole))
    .replace(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${word}(?= |$)`, "g"), (whole, day, month) =>
      (monthOf(month) ? `${day} ${monthOf(month)}` : whole))
    .replace(new RegExp(`\\b${word}(?=,? \\d)`, "g"), (whole, month) => monthOf(month) ?? whole);
};

/** Spans of years, taken out of a text. @param {string} text @returns {{text: string, spans: [number, number][]}} */
const spansIn = (text) => {
  /** @type {[number, number][]} */
  const spans = [];
  const any = (/** @type {(language: Language) => string} */ key) => LANGUAGES.map(key).join("|");
  const take = (/** @type {string} */ pattern, /** @type {(a: number, b: number) => [number, number]} */ span) => {
    text = text.replace(new RegExp(`\\b${pattern}(?!\\w)`, "g"), (_, first, second, short) => {
      spans.push(span(Number(first), Number(/^\d\d$/.test(short) ? first.slice(0, 2) + short : second)));
      return " ";
    });
  };
  const year = "(?:tahun )?((?:19|20)\\d\\d)", both = (/** @type {number} */ a, /** @type {number} */ b) => /** @type {[number, number]} */ ([a, b]);
  take(`(?:${any(({ bounds }) => bounds.between)}) ${year} (?:${any(({ bounds }) => bounds.and)}) ${year}`, both);
  take(`${year} ?(?:${any(({ until }) => until)}) ?(?:${year}|(\\d\\d))`, both);
  take(`(?:${any(({ bounds }) => bounds.after)}) ${year}`, (a) => [a + 1, 9999]);
  take(`(?:${any(({ bounds }) => bounds.before)}) ${year}`, (a) => [0, a - 1]);
  take(`(?:${any(({ bounds }) => bounds.since)}) ${year}`, (a) => [a, 9999]);
  return { text, spans };
};

/** A query with its dates and numbers as the edition writes them, and the spans of years in it. @param {string} query */
export const readNumbers = (query) => spansIn(withDates(inFigures(fold(query).replace(/\s+/g, " ").trim())));

/** The number that a word is: in figures, Roman, or said in words. @param {string} word */
export const numberOf = (word) => {
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return Number.parseInt(word, 10);
  if (word && ROMAN.test(word)) return romanOf(word);
  for (const { numerals, ordinal } of LANGUAGES) {
    for (const [said, number] of Object.entries(numerals)) if (said === ordinal(word)) return number;
  }
  return undefined;
};
