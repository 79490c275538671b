/** Tables of numerals. */

/** Map each word of a list to its index in the list: "nol satu dua" → { nol: 0, satu: 1, dua: 2 }.
 * @param {string} words separated by spaces @returns {Record<string, number>} */
export const numbered = (words) => Object.fromEntries(words.split(" ").map((word, number) => [word, number]));
