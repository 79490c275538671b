/** Indonesian word formation: find the possible bases of a word, i.e. the word without affixes ("pembangunan" →
 * "bangun"). The rules follow the stemming algorithm of Nazief and Adriani. */

const SUFFIXES = [
  ["lah", "kah", "tah", "pun"], // particles
  ["nya", "ku", "mu"], // possessives
  ["kan", "an", "i"], // derivation
];

// For each prefix, the suffixes that do not occur together with it.
/** @type {Record<string, string[]>} */
const IMPOSSIBLE = { di: ["an"], ke: ["i", "kan"], me: ["an"], se: ["i", "kan"], be: ["i"], te: ["an"] };

const MENGE = /^nge(?=[^aiueo]+[aiueo][^aiueo]+$)/; // "menge-", "penge-" before a base of one syllable

/** @typedef {[RegExp, string[]]} SoundChange a pattern for the beginning of a word whose prefix was removed, and the
 * letters that its base may have there: "menulis" → "nulis" → "tulis" */

// The sound changes after me- and pe-.
/** @type {SoundChange[]} */
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
/** @type {[string, SoundChange[]][]} */
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

/** Remove suffixes from a word in all possible ways, at most one suffix of each kind (particle, possessive,
 * derivation).
 * @param {string} word @param {string[][]} kinds the suffixes of each kind, in the order in which they are removed
 * @returns {[string, string][]} for each way, the remaining word and the suffix that was removed last ("" if none) */
const withoutSuffixes = (word, kinds) => {
  /** @type {[string, string][]} */
  let results = [[word, ""]];
  for (const kind of kinds) {
    results = results.flatMap(([rest, removed]) => [
      [rest, removed],
      ...kind.filter((suffix) => rest.endsWith(suffix))
        .map((suffix) => /** @type {[string, string]} */ ([rest.slice(0, -suffix.length), suffix])),
    ]);
  }
  return results;
};

/** Return whether a possible base of a word has at least two syllables, as Indonesian roots do. @param {string} base */
const hasTwoSyllables = (base) => /[aiueo].*[aiueo]/.test(base);

/** Return the possible bases of a word (a base is the word without affixes): "pembangunan" → "bangun", "bangunan" … The
 * word itself is not among them.
 * @param {string} word @param {boolean} mayHaveParticle whether to remove particles such as "-lah" too
 * @returns {Set<string>} */
export const basesOf = (word, mayHaveParticle = true) => {
  /** @type {Set<string>} */
  const bases = new Set();
  /** @param {string} rest @param {string} suffix @param {string[]} prefixes the prefixes already removed */
  const removePrefixes = (rest, suffix, prefixes) => {
    const isBareI = suffix === "i" && !prefixes.length; // "tetapi" is not formed from "tetap"
    if (rest !== word && !isBareI) bases.add(rest);
    if (prefixes.length === MOST_PREFIXES) return;
    for (const [prefix, changes] of PREFIXES) {
      if (!rest.startsWith(prefix) || prefixes.includes(prefix)) continue;
      if (!prefixes.length && IMPOSSIBLE[prefix]?.includes(suffix)) continue;
      const behind = rest.slice(prefix.length);
      for (const [pattern, beginnings] of changes.filter(([pattern]) => pattern.test(behind))) {
        for (const beginning of beginnings) {
          const base = beginning + behind.replace(pattern, "");
          if (pattern === MENGE || hasTwoSyllables(base)) removePrefixes(base, suffix, [...prefixes, prefix]);
        }
      }
    }
  };
  for (const [rest, suffix] of withoutSuffixes(word, mayHaveParticle ? SUFFIXES : SUFFIXES.slice(1))) if (hasTwoSyllables(rest)) removePrefixes(rest, suffix, []);
  return bases;
};

// A loanword consists of a stem, which related loanwords share, and an ending. The stem need not be a word itself.
const LOAN = /^(.{4,}?)(?:asional|isasi|ivitas|atif|atis|asi|ator|itas|isme|ensi|ans?i|si|tor|sor|wan|is|ik|if|ir|tur)$/;

/** Remove the negation "tidak" from a word: "ketidakberhasilan" → "keberhasilan". @param {string} word */
export const withoutNot = (word) => word.replace(/^(ke)?tidak(?=.{3})/, "$1");
/** Remove the ending of a loanword ("negosiasi" → "negosi"); return other words unchanged. @param {string} word */
export const loanStemOf = (word) => LOAN.exec(word)?.[1] ?? word;
