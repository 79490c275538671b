/** Words for numbers. */

/** Words with the numbers from 0 on. @param {string} words @returns {Record<string, number>} */
export const numbered = (words) => Object.fromEntries(words.split(" ").map((word, number) => [word, number]));
