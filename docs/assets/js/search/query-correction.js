/**
 * Spelling correction of queries: replace unknown words by the nearest known word, or by a name of several words that
 * was joined or split wrongly.
 */

import { basesOf } from "./id/affixes.js";
import { SpellingCorrector } from "./spelling.js";

const FORMED = 0.3; // extra distance of a word of which only the base is known
const SPLIT = 0.7; // maximum distance of a name whose last word may also be an unfinished one

export class QueryCorrector {
  /** @param {Analyzer} analyzer @param {Map<string, number>} words the known words, and how often each occurs
   * @param {string[][]} names names of several words */
  constructor(analyzer, words, names) {
    this.analyzer = analyzer;
    this.words = new SpellingCorrector(words);
    /** @type {Map<string, string[]>} */
    this.names = new Map(names.map((name) => [name.join(""), name]));
    this.joined = new SpellingCorrector(new Map([...this.names.keys()].map((name) => [name, 1])));
  }

  /** Correct the unknown words of a query. @param {QueryWord[]} words @param {boolean} isOpen whether the last word may
   * be unfinished @returns {{words: QueryWord[], sure: boolean, offered: string[] | undefined}} `sure`: whether `words`
   * were corrected; `offered`: all words with a less certain correction, to be suggested */
  correct(words, isOpen) {
    const corrected = this.replaceUnknown(words, isOpen, true), offered = this.replaceUnknown(corrected, isOpen, false);
    return { words: corrected, sure: corrected !== words, offered: offered === corrected ? undefined : offered.map(({ word }) => word) };
  }

  /** Replace unknown words. @param {QueryWord[]} words @param {boolean} isOpen @param {boolean} isSure whether to use
   * sure corrections only @returns {QueryWord[]} the same array if nothing was replaced */
  replaceUnknown(words, isOpen, isSure) {
    let result = words;
    for (let rounds = words.length; rounds; rounds -= 1) {
      const index = this.unknownIndex(result, isOpen);
      const correction = index < 0 ? isSure && this.joinSplitName(result, isOpen) : this.bestCorrection(result, index, isSure);
      if (!correction) break;
      const { start, length, words: meant } = correction;
      result = [...result.slice(0, start), ...meant.map((word) => ({ word, isCut: false })), ...result.slice(start + length)];
    }
    return result;
  }

  /** Return the index of the first unknown word, or -1. @param {QueryWord[]} words @param {boolean} isOpen */
  unknownIndex(words, isOpen) {
    const parts = this.analyzer.readQuery(words, isOpen);
    const unknown = parts.find(({ keys }) => !keys.length)?.words[0];
    return words.findIndex(({ word }) => word === unknown);
  }

  /** Correct a misspelt name whose last word is read as the beginning of another word: "kota tau" for "kota tua".
   * @param {QueryWord[]} words @param {boolean} isOpen @returns {Correction | undefined} */
  joinSplitName(words, isOpen) {
    const start = words.length - 2, parts = this.analyzer.readQuery(words, isOpen);
    if (start < 0 || !parts[parts.length - 1]?.isBeginning) return undefined;
    const [near] = this.joined.near(words[start].word + words[start + 1].word);
    return near?.isSure && near.cost < SPLIT ? { start, length: 2, words: this.names.get(near.word) ?? [], cost: near.cost } : undefined;
  }

  /** Return the nearest correction of an unknown word, alone or joined with a neighbour. @param {QueryWord[]} words
   * @param {number} index @param {boolean} isSure @returns {Correction | undefined} */
  bestCorrection(words, index, isSure) {
    const { word } = words[index];
    /** @type {Correction[]} */
    const corrections = [];
    const add = (/** @type {SpellingCandidate[]} */ candidates, /** @type {number} */ start, /** @type {number} */ length, extra = 0) => {
      for (const each of candidates.filter((one) => one.isSure || !isSure).slice(0, 1)) {
        corrections.push({ start, length, words: this.names.get(each.word) ?? [each.word], cost: each.cost + extra });
      }
    };
    add(this.words.near(word), index, 1);
    for (const base of basesOf(word)) if (base.length > 4) add(this.words.near(base), index, 1, FORMED);
    add(this.joined.near(word), index, 1);
    if (index) add(this.joined.near(words[index - 1].word + word), index - 1, 2);
    if (index + 1 < words.length) add(this.joined.near(word + words[index + 1].word), index, 2);
    return corrections.sort((a, b) => a.cost - b.cost)[0];
  }
}
