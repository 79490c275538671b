/** Split texts into folded words (in lower case, without diacritics), for the search and for highlighting. */

/** Fold a word: convert it to lower case and remove diacritics. @param {string} word */
export const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** Split a text into folded words (in lower case, without diacritics), each with its start and end offset in the
 * text. A hyphen separates words: "gedung-gedung" gives two words.
 * @param {string} text @returns {{word: string, start: number, end: number}[]} */
export const tokenize = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => (
    { word: fold(match[0]), start: match.index, end: match.index + match[0].length }));

/** Return the folded words (in lower case, without diacritics) of a text. @param {string} text */
export const wordsIn = (text) => tokenize(text).map(({ word }) => word);
