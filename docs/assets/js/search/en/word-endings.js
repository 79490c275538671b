/** English word formation, as far as readers need it who ask an Indonesian text in English. */

const ENDING = new RegExp(`^(.{3,}?)(?:${[
  "ational", "atically?", "ically", "isation", "ization", "ations?", "ators?", "ating", "ative", "atic", "ated?", "ates",
  "ising", "izing", "ised?", "ized?", "ises", "izes", "istic", "isms?", "ists?",
  "ical", "ions?", "ics?", "al", "acy", "ances?", "ences?", "ants?", "ents?", "ments?", "ness", "less",
  "ities", "ity", "ives?", "ly", "ature", "ures?", "ership", "ers?", "ors?", "ing", "ed", "ies", "es", "e", "y", "s",
].join("|")})$`);

/** A word without its endings, and the same for others formed from it. @param {string} word folded */
export const englishStemOf = (word) => {
  let stem = word.replace(/our(?=$|s$|ed$|ing$)/, "or").replace(/tre$/, "ter");
  for (let found; (found = ENDING.exec(stem));) stem = found[1];
  return stem.replace(/([^aeiou])\1$/, "$1");
};

/** An English stem without what stands ahead of its root. @param {string} stem */
export const withoutPrefix = (stem) => stem.replace(/^(?:un|re|dis|non|mis|in)(?=.{4})/, "");
