/** Split texts into folded words, for the search and for the highlighting of its results. */

/** Remove case and diacritics from a word. @param {string} word */
export const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** Split a text into folded words with their offsets; a hyphen separates words, so a reduplication is one word twice.
 * @param {string} text @returns {{word: string, start: number, end: number}[]} */
export const tokenize = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => (
    { word: fold(match[0]), start: match.index, end: match.index + match[0].length }));

/** Return the folded words of a text. @param {string} text */
export const wordsIn = (text) => tokenize(text).map(({ word }) => word);
