/**
 * A stemmer that needs no dictionary: it accepts a root only if the text confirms it, as a word of its own or as the
 * base of two independently formed words. A word without a confirmed root is its own stem. The possible bases of a word
 * come from the rules of the language.
 */

import { basesOf } from "./id/affixes.js";

const SHORTEST_UNWRITTEN = 4; // minimum length of a root that does not occur in the text by itself

/** Stems for the words of one text. */
export class Stemmer {
  /** @param {Iterable<string>} words folded */
  constructor(words) {
    this.words = new Set(words);
    /** @type {Map<string, string[]>} base → words formed from it */
    this.formedFrom = new Map();
    /** @type {Map<string, Set<string>>} word → possible bases */
    this.bases = new Map();
    for (const word of this.words) this.addBases(word, basesOf(word, false));
    // words from which others are formed do not end in a particle: "masalah" has no "-lah", because of "masalahnya"
    for (const word of this.words) if (!this.formedFrom.has(word)) this.addBases(word, basesOf(word));
    /** @type {Map<string, string>} */
    this.stems = new Map();
    for (const word of this.words) this.stem(word);
  }

  /** Record the possible bases of a word. @param {string} word @param {Set<string>} bases */
  addBases(word, bases) {
    const previous = this.bases.get(word);
    this.bases.set(word, bases);
    for (const base of bases) {
      if (previous?.has(base)) continue;
      if (!this.formedFrom.has(base)) this.formedFrom.set(base, []);
      /** @type {string[]} */ (this.formedFrom.get(base)).push(word);
    }
  }

  /** Return the stem of a word of the text. @param {string} word @returns {string} */
  stem(word) {
    const cached = this.stems.get(word);
    if (cached !== undefined) return cached;
    const base = this.bestBase(this.bases.get(word) ?? []);
    const stem = base === undefined ? word : this.words.has(base) ? this.stem(base) : base;
    this.stems.set(word, stem);
    return stem;
  }

  /** Choose a base: preferably one that is a word of the text, then the one of most words, then the longest, since what
   * looks like an affix may be part of the root. @param {Iterable<string>} bases @returns {string | undefined} */
  bestBase(bases) {
    const isWord = (/** @type {string} */ base) => Number(this.words.has(base));
    const derivatives = (/** @type {string} */ base) => this.formedFrom.get(base)?.length ?? 0;
    const endsInKan = (/** @type {string} */ base) => Number(base.endsWith("kan"));
    return [...bases].filter((base) => this.isConfirmed(base)).sort((a, b) =>
      isWord(b) - isWord(a) || derivatives(b) - derivatives(a) || endsInKan(a) - endsInKan(b) || b.length - a.length)[0];
  }

  /** Return whether the text confirms a base. @param {string} base */
  isConfirmed(base) {
    if (this.words.has(base)) return true;
    const words = this.formedFrom.get(base) ?? [];
    const independent = words.filter((word) => !words.some((other) => this.bases.get(word)?.has(other)));
    return base.length >= SHORTEST_UNWRITTEN && independent.length > 1;
  }

  /** Return the stems that match a word of a query. @param {string} word @returns {Set<string>} */
  stemsOf(word) {
    if (this.words.has(word)) return new Set([this.stem(word)]);
    const forms = [word, ...basesOf(word)];
    const base = this.bestBase(forms);
    if (base !== undefined && this.words.has(base)) return new Set([this.stem(base)]);
    // a root that is confirmed by one word of the text together with the word of the query
    const shared = base ?? forms.find((each) => each.length >= SHORTEST_UNWRITTEN && this.formedFrom.has(each));
    const words = (shared === undefined ? undefined : this.formedFrom.get(shared)) ?? [];
    return new Set(words.filter((other) => !forms.slice(1).includes(other)).map((other) => this.stem(other)));
  }
}
