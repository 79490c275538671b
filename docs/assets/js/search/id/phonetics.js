/**
 * Compute a phonetic key for Indonesian words, which is equal for words that sound alike. A word has the same key in
 * present spelling, in the spellings used before the reforms of 1947 and 1972, and (for loanwords) in Dutch or English
 * spelling.
 */

// Replacements, applied in this order.
/** @type {[RegExp, string][]} */
const SOUNDS = [
  [/[^\p{L}]/gu, ""],
  [/(.)\1+/g, "$1"], // two or more equal letters become one, here and after the other rules
  [/oe|ou/g, "u"], [/ie/g, "i"],
  [/tj/g, "c"], [/sj|sh/g, "sy"], [/nj/g, "ny"], [/ch|kh/g, "k"], // "khusus" and "kusus"
  [/dj|j/g, "y"], // "djalan" and "jalan", "jang" and "yang"
  [/ph|v/g, "f"], [/th/g, "t"], [/qu/g, "ku"], [/q/g, "k"], [/x/g, "ks"], [/z/g, "s"],
  [/[ts]ion(s?)$/, "si"], [/(?:an|en)c[ey]s?$/, "ensi"], [/c(?=[eiy])/g, "s"], [/c(?![eiy]|$)|c$/g, "k"],
  [/ty$/, "tas"], [/ism$/, "isme"], [/y$/, "i"], [/i[fv]e$/, "if"], [/ment$/, "men"],
  [/ti(?=[aou])/g, "si"], [/(.)\1+/g, "$1"],
];
// Letters that are often confused.
const ALIKE = new Set(["ei", "ou", "fp", "jy", "sz", "cs", "ck", "fv", "iy", "kq"]);
const ALIKE_LAST = new Set(["bp", "dt", "gk"]); // at the end of a word

/** Return the phonetic key of a folded word (in lower case, without diacritics): "djalan" and "jalan" have the same
 * key.
 * @param {string} word */
export const soundOf = (word) => SOUNDS.reduce((sound, [pattern, letters]) => sound.replace(pattern, letters), word);

/** Return whether two letters sound alike, so that they are often confused. @param {string} one
 * @param {string} other
 * @param {boolean} isLast whether both are the last letters of their words */
export const soundAlike = (one, other, isLast) => {
  const pair = one < other ? one + other : other + one;
  return ALIKE.has(pair) || (isLast && ALIKE_LAST.has(pair));
};
