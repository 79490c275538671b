/**
 * Parse numbers in a query: dates, spans of years, and the numbers in labels of paragraphs and records. The number
 * words of each language are defined in the modules that `languages.js` imports.
 */

import { LANGUAGES } from "./languages.js";
import { fold } from "./tokenizer.js";

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const LETTERS = /** @type {Record<string, number>} */ ({ i: 1, v: 5, x: 10 });

/** Return the value of a Roman numeral. @param {string} word of the letters i, v and x */
const romanOf = (word) => [...word].reduce((sum, letter, index) =>
  sum + (LETTERS[letter] < (LETTERS[word[index + 1]] ?? 0) ? -1 : 1) * LETTERS[letter], 0);

/** Return one object per month and language: `name` is the month's name in that language, `standard` its Indonesian
 * name. */
const monthNames = () => LANGUAGES.flatMap(({ code }) => [...Array(12).keys()].map((month) => {
  const inLanguage = (/** @type {string} */ language) => fold(new Date(2000, month, 1).toLocaleString(language, { month: "long" }));
  return { name: inLanguage(code), standard: inLanguage(LANGUAGES[0].code) };
}));
let months = /** @type {{name: string, standard: string}[] | undefined} */ (undefined);
/** Return the Indonesian name of a month, given its name or abbreviation in any language; undefined if the word is no
 * month. */
const monthOf = (/** @type {string} */ word) => {
  months ??= monthNames();
  const month = word.length < 3 ? undefined : months.find(({ name }) => name.startsWith(word.replace("agt", "agu")));
  return month?.standard;
};

/** Convert number words to digits: "dua ribu tiga" → "2003". A single number word is converted only before a month.
 * @param {string} text */
const wordsToDigits = (text) => {
  for (const { numerals, scales, ordinal } of LANGUAGES) {
    const isNumeral = (/** @type {string} */ word) => Object.keys({ ...numerals, ...scales }).includes(word);
    const words = text.split(/([\s-]+)/); // at odd indexes: the separators
    /** @type {string[]} */
    const output = [];
    for (let start = 0; start < words.length;) {
      let end = start % 2 ? words.length : start, last = start;
      for (; end < words.length && (end % 2 || isNumeral(ordinal(words[end])) || (words[end] === "and" && end > start)); end += 1) {
        if (isNumeral(ordinal(words[end]))) last = end + 1;
      }
      const run = words.slice(start, last).filter((word) => isNumeral(ordinal(word)));
      const isMany = run.length > 1 || (run.length > 0 && monthOf(words[last + 1] ?? ""));
      output.push(isMany ? String(valueOf(run.map(ordinal), numerals, scales)) : words[start]);
      start = isMany ? last : start + 1;
    }
    text = output.join("");
  }
  return text;
};

/** Return the number that number words express: "dua", "ribu", "tiga" → 2003.
 * @param {string[]} words @param {Record<string, number>} numerals a map from numeral to number
 * @param {Record<string, number[]>} scales a map from numerals such as "ribu" (thousand) to a factor and a number to
 * add */
const valueOf = (words, numerals, scales) => {
  let total = 0, part = 0;
  for (const word of words) {
    if (scales[word]) {
      const [factor, addend] = scales[word];
      const sum = (part || 1) * factor + addend;
      total += factor === 1000 ? sum : 0;
      part = factor === 1000 ? 0 : sum;
    } else if (numerals[word] >= 1000) total += numerals[word];
    else part = part >= 19 && numerals[word] > 9 ? part * 100 + numerals[word] : part + numerals[word]; // "twenty seventeen"
  }
  return total + part;
};

/** Convert dates to the form that the edition uses: "23/11/2003" → "23 november 2003".
 * @param {string} text in lower case, without diacritics */
const normalizeDates = (text) => {
  const date = (/** @type {string} */ day, /** @type {string} */ month, /** @type {string} */ year) => {
    const [d, m] = Number(month) > 12 ? [month, day] : [day, month];
    months ??= monthNames();
    return Number(m) > 12 || Number(m) < 1 || Number(d) > 31 ? `${day} ${month} ${year}`
      : `${Number(d)} ${months[Number(m) - 1].standard} ${year.length === 2 ? `20${year}` : year}`;
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

/** Find spans of years ("1999-2003", "sejak 2001") in a text. Return `text`, the text without the spans, and `spans`,
 * the first and last year of each (9999 if it has no end, 0 if it has no beginning).
 * @param {string} text @returns {{text: string, spans: [number, number][]}} */
const extractSpans = (text) => {
  /** @type {[number, number][]} */
  const spans = [];
  const anyOf = (/** @type {(language: Language) => string} */ key) => LANGUAGES.map(key).join("|");
  const extract = (/** @type {string} */ pattern, /** @type {(a: number, b: number) => [number, number]} */ span) => {
    text = text.replace(new RegExp(`\\b${pattern}(?!\\w)`, "g"), (_, first, second, short) => {
      spans.push(span(Number(first), Number(/^\d\d$/.test(short) ? first.slice(0, 2) + short : second)));
      return " ";
    });
  };
  const year = "(?:tahun )?((?:19|20)\\d\\d)", both = (/** @type {number} */ a, /** @type {number} */ b) => /** @type {[number, number]} */ ([a, b]);
  extract(`(?:${anyOf(({ bounds }) => bounds.between)}) ${year} (?:${anyOf(({ bounds }) => bounds.and)}) ${year}`, both);
  extract(`${year} ?(?:${anyOf(({ until }) => until)}) ?(?:${year}|(\\d\\d))`, both);
  extract(`(?:${anyOf(({ bounds }) => bounds.after)}) ${year}`, (a) => [a + 1, 9999]);
  extract(`(?:${anyOf(({ bounds }) => bounds.before)}) ${year}`, (a) => [0, a - 1]);
  extract(`(?:${anyOf(({ bounds }) => bounds.since)}) ${year}`, (a) => [a, 9999]);
  return { text, spans };
};

/** Convert the dates and numbers of a query to the form that the edition uses, and find its spans of years. Return
 * `text`, the query without the spans, and `spans`, the first and last year of each.
 * @param {string} query */
export const readNumbers = (query) => extractSpans(normalizeDates(wordsToDigits(fold(query).replace(/\s+/g, " ").trim())));

/** Return the number that a word expresses ("3", "3rd", "iii", "tiga"), or undefined. @param {string} word */
export const numberOf = (word) => {
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return Number.parseInt(word, 10);
  if (word && ROMAN.test(word)) return romanOf(word);
  for (const { numerals, ordinal } of LANGUAGES) {
    for (const [numeral, number] of Object.entries(numerals)) if (numeral === ordinal(word)) return number;
  }
  return undefined;
};
