/**
 * A stemmer that needs no dictionary. Rules of word formation give the possible bases of a word (a base is the word
 * without affixes). The text must confirm a base: it must contain the base as a word, or two words that are formed from
 * the base, but not from each other. The stem of a word is its best confirmed base, or if there is none, the word
 * itself.
 */

import { basesOf } from "./id/affixes.js";

const SHORTEST_UNWRITTEN = 4; // minimum length of a base that does not occur in the text as a word

/** Finds the stems of the words of one text. */
export class Stemmer {
  /** @param {Iterable<string>} words in lower case, without diacritics */
  constructor(words) {
    this.words = new Set(words);
    /** A map from a base (a word without affixes) to the words formed from it. @type {Map<string, string[]>} */
    this.formedFrom = new Map();
    /** A map from a word to its possible bases (the word without affixes). @type {Map<string, Set<string>>} */
    this.bases = new Map();
    for (const word of this.words) this.addBases(word, basesOf(word, false));
    // a word from which others are formed has no particle: "masalahnya" shows that "masalah" does not end in "-lah"
    for (const word of this.words) if (!this.formedFrom.has(word)) this.addBases(word, basesOf(word));
    /** @type {Map<string, string>} */
    this.stems = new Map();
    for (const word of this.words) this.stem(word);
  }

  /** Record the possible bases of a word of the text (a base is the word without affixes).
   * @param {string} word @param {Set<string>} bases */
  addBases(word, bases) {
    const previous = this.bases.get(word);
    this.bases.set(word, bases);
    for (const base of bases) {
      if (previous?.has(base)) continue;
      if (!this.formedFrom.has(base)) this.formedFrom.set(base, []);
      /** @type {string[]} */ (this.formedFrom.get(base)).push(word);
    }
  }

  /** Return the stem of a word of the text: its best base (the word without affixes), or the word itself.
   * @param {string} word @returns {string} */
  stem(word) {
    const cached = this.stems.get(word);
    if (cached !== undefined) return cached;
    const base = this.bestBase(this.bases.get(word) ?? []);
    const stem = base === undefined ? word : this.words.has(base) ? this.stem(base) : base;
    this.stems.set(word, stem);
    return stem;
  }

  /** Return the best of several possible bases of a word (a base is the word without affixes), or undefined if the text
   * confirms none of them. The order of preference: a base that the text contains as a word; the base from which the
   * most words are formed; a base that does not end in "-kan"; the longest base, because what seems to be an affix may
   * belong to the root.
   * @param {Iterable<string>} bases @returns {string | undefined} */
  bestBase(bases) {
    const isWord = (/** @type {string} */ base) => Number(this.words.has(base));
    const derivatives = (/** @type {string} */ base) => this.formedFrom.get(base)?.length ?? 0;
    const endsInKan = (/** @type {string} */ base) => Number(base.endsWith("kan"));
    return [...bases].filter((base) => this.isConfirmed(base)).sort((a, b) =>
      isWord(b) - isWord(a) || derivatives(b) - derivatives(a) || endsInKan(a) - endsInKan(b) || b.length - a.length)[0];
  }

  /** Return whether the text confirms a base (a word without affixes). It does if it contains the base as a word, or
   * two words that are formed from the base but not from each other.
   * @param {string} base */
  isConfirmed(base) {
    if (this.words.has(base)) return true;
    const words = this.formedFrom.get(base) ?? [];
    const independent = words.filter((word) => !words.some((other) => this.bases.get(word)?.has(other)));
    return base.length >= SHORTEST_UNWRITTEN && independent.length > 1;
  }

  /** Return the stems of the words in the text that are formed from the same base (word without affixes) as a word of a
   * query. The text need not contain the word of the query.
   * @param {string} word @returns {Set<string>} */
  stemsOf(word) {
    if (this.words.has(word)) return new Set([this.stem(word)]);
    const forms = [word, ...basesOf(word)];
    const base = this.bestBase(forms);
    if (base !== undefined && this.words.has(base)) return new Set([this.stem(base)]);
    // a base that one word of the text and the word of the query together confirm
    const shared = base ?? forms.find((each) => each.length >= SHORTEST_UNWRITTEN && this.formedFrom.has(each));
    const words = (shared === undefined ? undefined : this.formedFrom.get(shared)) ?? [];
    return new Set(words.filter((other) => !forms.slice(1).includes(other)).map((other) => this.stem(other)));
  }
}
