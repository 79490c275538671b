/** Indonesian word formation: what a word may be formed from, in the manner of Nazief and Adriani. */

const SUFFIXES = [
  ["lah", "kah", "tah", "pun"], // particles
  ["nya", "ku", "mu"], // possessives
  ["kan", "an", "i"], // derivation
];

// A prefix, and the suffixes that no word has together with it.
/** @type {Record<string, string[]>} */
const IMPOSSIBLE = { di: ["an"], ke: ["i", "kan"], me: ["an"], se: ["i", "kan"], be: ["i"], te: ["an"] };

const MENGE = /^nge(?=[^aiueo]+[aiueo][^aiueo]+$)/; // before one syllable

/** @typedef {[RegExp, string[]]} Meeting how the rest of a word begins, and what its base may begin with in that place */

// How the nasal of me- and pe- meets its base.
/** @type {Meeting[]} */
const NASAL = [
  [/^ny(?=[aiueo])/, ["s", "ny"]],
  [MENGE, [""]],
  [/^ng(?=[aiueo])/, ["k", ""]],
  [/^ng(?=[ghkq])/, [""]],
  [/^m(?=[aiueo])/, ["p", "m"]],
  [/^m(?=[lr])/, ["p"]], // a base such as "prakarsa" that lost its p
  [/^m(?=[bfpv])/, [""]],
  [/^n(?=[aiueo])/, ["t", "n"]],
  [/^n(?=[cdjstz])/, [""]],
  [/^(?=[lrwy])/, [""]],
];
/** @type {[string, Meeting[]][]} */
const PREFIXES = [
  ["me", NASAL],
  ["pe", [...NASAL, [/^r/, [""]], [/^l(?=ajar)/, [""]], [/^(?=[^aiueolmnrwy])/, [""]]]],
  ["be", [[/^r(?=[aiueo])/, ["", "r"]], [/^r(?![aiueo])/, [""]], [/^l(?=ajar)/, [""]], [/^(?=[^aiueobr]er)/, [""]]]],
  ["te", [[/^r(?=[aiueo])/, ["", "r"]], [/^r(?![aiueo])/, [""]], [/^(?=[^aiueobr]er)/, [""]]]],
  ["di", [[/^/, [""]]]],
  ["ke", [[/^/, [""]]]],
  ["se", [[/^/, [""]]]],
];
const MOST_PREFIXES = 3;

/** The word without its suffixes, at most one of each kind. @param {string} word @param {string[][]} kinds
 * @returns {[string, string][]} what is left, and the last suffix that was taken */
const withoutSuffixes = (word, kinds) => {
  /** @type {[string, string][]} */
  let found = [[word, ""]];
  for (const kind of kinds) {
    found = found.flatMap(([rest, taken]) => [
      [rest, taken],
      ...kind.filter((suffix) => rest.endsWith(suffix))
        .map((suffix) => /** @type {[string, string]} */ ([rest.slice(0, -suffix.length), suffix])),
    ]);
  }
  return found;
};

/** Whether a base has the two syllables that an Indonesian root has. @param {string} base */
const hasTwoSyllables = (base) => /[aiueo].*[aiueo]/.test(base);

/** What a word may be formed from; itself is not among that.
 * @param {string} word @param {boolean} mayHaveParticle @returns {Set<string>} */
export const basesOf = (word, mayHaveParticle = true) => {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} rest @param {string} suffix @param {string[]} taken */
  const strip = (rest, suffix, taken) => {
    const isBareI = suffix === "i" && !taken.length; // "tetapi" is not "tetap"
    if (rest !== word && !isBareI) found.add(rest);
    if (taken.length === MOST_PREFIXES) return;
    for (const [prefix, meetings] of PREFIXES) {
      if (!rest.startsWith(prefix) || taken.includes(prefix)) continue;
      if (!taken.length && IMPOSSIBLE[prefix]?.includes(suffix)) continue;
      const behind = rest.slice(prefix.length);
      for (const [pattern, beginnings] of meetings.filter(([pattern]) => pattern.test(behind))) {
        for (const beginning of beginnings) {
          const base = beginning + behind.replace(pattern, "");
          if (pattern === MENGE || hasTwoSyllables(base)) strip(base, suffix, [...taken, prefix]);
        }
      }
    }
  };
  for (const [rest, suffix] of withoutSuffixes(word, mayHaveParticle ? SUFFIXES : SUFFIXES.slice(1))) if (hasTwoSyllables(rest)) strip(rest, suffix, []);
  return found;
};

// What is left of a word that was taken over, with one ending or another; that of a word of Indonesian is a word itself.
const LOAN = /^(.{4,}?)(?:asional|isasi|ivitas|atif|atis|asi|ator|itas|isme|ensi|ans?i|si|tor|sor|wan|is|ik|if|ir|tur)$/;

/** A word without its "tidak". @param {string} word */
export const withoutNot = (word) => word.replace(/^(ke)?tidak(?=.{3})/, "$1");
/** What is left of a word from another language without its ending. @param {string} word */
export const loanStemOf = (word) => LOAN.exec(word)?.[1] ?? word;
