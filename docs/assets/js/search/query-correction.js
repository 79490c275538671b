/**
 * Queries with slips in them: what the edition does not know is read as the nearest that it knows, word by word, or as a
 * name of several words that was run together or torn apart.
 */

import { basesOf } from "./id/affixes.js";
import { SpellingCorrector } from "./spelling.js";

const FORMED = 0.3; // how much farther a word is whose base alone is known
const TORN = 0.7; // how far a name may be, if its last word might also be one that is not finished

export class QueryCorrector {
  /** @param {Analyzer} analyzer @param {Map<string, number>} words that the edition knows, and how often each stands
   * @param {string[][]} names of several words */
  constructor(analyzer, words, names) {
    this.analyzer = analyzer;
    this.words = new SpellingCorrector(words);
    /** @type {Map<string, string[]>} */
    this.names = new Map(names.map((name) => [name.join(""), name]));
    this.joined = new SpellingCorrector(new Map([...this.names.keys()].map((name) => [name, 1])));
  }

  /** The query's words with the unknown ones mended. @param {QueryWord[]} words @param {boolean} isOpen
   * @returns {{words: QueryWord[], sure: boolean, offered: string[] | undefined}} `offered`: all words, with what the
   * unknown ones may have been meant for, if that is less than sure */
  correct(words, isOpen) {
    const mended = this.better(words, isOpen, true), offered = this.better(mended, isOpen, false);
    return { words: mended, sure: mended !== words, offered: offered === mended ? undefined : offered.map(({ word }) => word) };
  }

  /** @param {QueryWord[]} words @param {boolean} isOpen @param {boolean} isSure @returns {QueryWord[]} the same ones, if
   * there is nothing to mend */
  better(words, isOpen, isSure) {
    let better = words;
    for (let again = words.length; again; again -= 1) {
      const at = this.unknown(better, isOpen);
      const best = at < 0 ? isSure && this.torn(better, isOpen) : this.best(better, at, isSure);
      if (!best) break;
      const { start, length, words: meant } = best;
      better = [...better.slice(0, start), ...meant.map((word) => ({ word, isCut: false })), ...better.slice(start + length)];
    }
    return better;
  }

  /** Where the first word is that nothing is known of. @param {QueryWord[]} words @param {boolean} isOpen */
  unknown(words, isOpen) {
    const parts = this.analyzer.readQuery(words, isOpen);
    const lost = parts.find(({ keys }) => !keys.length)?.words[0];
    return words.findIndex(({ word }) => word === lost);
  }

  /** A name whose last word is but the beginning of one by itself: "kota tau". @param {QueryWord[]} words
   * @param {boolean} isOpen @returns {Mend | undefined} */
  torn(words, isOpen) {
    const start = words.length - 2, parts = this.analyzer.readQuery(words, isOpen);
    if (start < 0 || !parts[parts.length - 1]?.isBeginning) return undefined;
    const [near] = this.joined.near(words[start].word + words[start + 1].word);
    return near?.isSure && near.cost < TORN ? { start, length: 2, words: this.names.get(near.word) ?? [], cost: near.cost } : undefined;
  }

  /** The nearest that an unknown word, alone or with a neighbour, may be. @param {QueryWord[]} words
   * @param {number} at @param {boolean} isSure @returns {Mend | undefined} */
  best(words, at, isSure) {
    const { word } = words[at];
    /** @type {Mend[]} */
    const found = [];
    const add = (/** @type {Near[]} */ near, /** @type {number} */ start, /** @type {number} */ length, farther = 0) => {
      for (const each of near.filter((one) => one.isSure || !isSure).slice(0, 1)) {
        found.push({ start, length, words: this.names.get(each.word) ?? [each.word], cost: each.cost + farther });
      }
    };
    add(this.words.near(word), at, 1);
    for (const base of basesOf(word)) if (base.length > 4) add(this.words.near(base), at, 1, FORMED);
    add(this.joined.near(word), at, 1);
    if (at) add(this.joined.near(words[at - 1].word + word), at - 1, 2);
    if (at + 1 < words.length) add(this.joined.near(word + words[at + 1].word), at, 2);
    return found.sort((a, b) => a.cost - b.cost)[0];
  }
}
