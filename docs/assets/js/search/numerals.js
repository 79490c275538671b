/** Tables of numerals. */

/** Map a list of words to the numbers from 0 on. @param {string} words @returns {Record<string, number>} */
export const numbered = (words) => Object.fromEntries(words.split(" ").map((word, number) => [word, number]));
