/**
 * The stems of a text's words. A root counts only if the edition itself knows it: it is a word of the text, or two words
 * of the text lead to it independently of each other. So there is no word list to ship, and no guessing: a word whose
 * root the text does not know stays whole. What a word may be formed from is known to the language.
 */

import { basesOf } from "./id/affixes.js";

const SHORTEST_UNWRITTEN = 4; // of a root that the text never has by itself

/** The roots of one text's words. */
export class Stemmer {
  /** @param {Iterable<string>} words folded */
  constructor(words) {
    this.words = new Set(words);
    /** @type {Map<string, string[]>} */
    this.formedFrom = new Map();
    /** @type {Map<string, Set<string>>} */
    this.bases = new Map();
    for (const word of this.words) this.note(word, basesOf(word, false));
    // a word that others are formed from does not end in a particle: "masalah", because of "masalahnya"
    for (const word of this.words) if (!this.formedFrom.has(word)) this.note(word, basesOf(word));
    /** @type {Map<string, string>} */
    this.stems = new Map();
    for (const word of this.words) this.stem(word);
  }

  /** @param {string} word @param {Set<string>} bases */
  note(word, bases) {
    const known = this.bases.get(word);
    this.bases.set(word, bases);
    for (const base of bases) {
      if (known?.has(base)) continue;
      if (!this.formedFrom.has(base)) this.formedFrom.set(base, []);
      /** @type {string[]} */ (this.formedFrom.get(base)).push(word);
    }
  }

  /** The stem of a word of the text. @param {string} word @returns {string} */
  stem(word) {
    const known = this.stems.get(word);
    if (known !== undefined) return known;
    const base = this.best(this.bases.get(word) ?? []);
    const stem = base === undefined ? word : this.words.has(base) ? this.stem(base) : base;
    this.stems.set(word, stem);
    return stem;
  }

  /** Which base to take: one that the text has as a word; then the one of most words; then the longest, since
   * what looks like an affix may be part of the root. @param {Iterable<string>} bases
   * @returns {string | undefined} */
  best(bases) {
    const written = (/** @type {string} */ base) => Number(this.words.has(base));
    const weight = (/** @type {string} */ base) => this.formedFrom.get(base)?.length ?? 0;
    const ending = (/** @type {string} */ base) => Number(base.endsWith("kan"));
    return [...bases].filter((base) => this.knows(base)).sort((a, b) =>
      written(b) - written(a) || weight(b) - weight(a) || ending(a) - ending(b) || b.length - a.length)[0];
  }

  /** Whether the text knows a base. @param {string} base */
  knows(base) {
    if (this.words.has(base)) return true;
    const words = this.formedFrom.get(base) ?? [];
    const first = words.filter((word) => !words.some((other) => this.bases.get(word)?.has(other)));
    return base.length >= SHORTEST_UNWRITTEN && first.length > 1;
  }

  /** The stems that a word of a query may stand for. @param {string} word @returns {Set<string>} */
  stemsOf(word) {
    if (this.words.has(word)) return new Set([this.stem(word)]);
    const own = [word, ...basesOf(word)];
    const base = this.best(own);
    if (base !== undefined && this.words.has(base)) return new Set([this.stem(base)]);
    // a root that only one word of the text has, and the query's word independently of it
    const shared = base ?? own.find((each) => each.length >= SHORTEST_UNWRITTEN && this.formedFrom.has(each));
    const words = (shared === undefined ? undefined : this.formedFrom.get(shared)) ?? [];
    return new Set(words.filter((other) => !own.slice(1).includes(other)).map((other) => this.stem(other)));
  }
}
