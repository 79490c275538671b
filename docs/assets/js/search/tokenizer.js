/** Words as they are compared, in the search and where its results are marked. */

/** A word without case and diacritics. @param {string} word */
export const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** The words of a text with their places; a hyphen parts words, so a doubled word is the word twice.
 * @param {string} text @returns {{word: string, start: number, end: number}[]} */
export const tokenize = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => (
    { word: fold(match[0]), start: match.index, end: match.index + match[0].length }));

/** The words of a text, folded. @param {string} text */
export const wordsIn = (text) => tokenize(text).map(({ word }) => word);
