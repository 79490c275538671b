/** A light stemmer for English queries. */

const ENDING = new RegExp(`^(.{3,}?)(?:${[
  "ational", "atically?", "ically", "isation", "ization", "ations?", "ators?", "ating", "ative", "atic", "ated?", "ates",
  "ising", "izing", "ised?", "ized?", "ises", "izes", "istic", "isms?", "ists?",
  "ical", "ions?", "ics?", "al", "acy", "ances?", "ences?", "ants?", "ents?", "ments?", "ness", "less",
  "ities", "ity", "ives?", "ly", "ature", "ures?", "ership", "ers?", "ors?", "ing", "ed", "ies", "es", "e", "y", "s",
].join("|")})$`);

/** Remove all endings of an English word, so that related words get the same stem: "negotiations", "negotiator".
 * @param {string} word in lower case, without diacritics */
export const englishStemOf = (word) => {
  let stem = word.replace(/our(?=$|s$|ed$|ing$)/, "or").replace(/tre$/, "ter");
  for (let match; (match = ENDING.exec(stem));) stem = match[1];
  return stem.replace(/([^aeiou])\1$/, "$1");
};

/** Remove a negating prefix ("un-", "dis-", "non-" …) or "re-" from an English stem. @param {string} stem */
export const withoutPrefix = (stem) => stem.replace(/^(?:un|re|dis|non|mis|in)(?=.{4})/, "");
