/**
 * Spelling correction of queries: replace an unknown word by the known word at the smallest edit distance, or by a name
 * of two or more words whose spaces are in the wrong place.
 */

import { basesOf } from "./id/affixes.js";
import { SpellingCorrector } from "./spelling.js";

const FORMED = 0.3; // extra edit distance if the base of an unknown word is corrected instead of the word
const SPLIT = 0.7; // maximum edit distance of a name whose last word may also be the beginning of a known word

export class QueryCorrector {
  /** @param {Analyzer} analyzer @param {Map<string, number>} words the known words, and how often each occurs
   * @param {string[][]} names names of two or more words */
  constructor(analyzer, words, names) {
    this.analyzer = analyzer;
    this.words = new SpellingCorrector(words);
    /** @type {Map<string, string[]>} from a name without spaces to its words */
    this.names = new Map(names.map((name) => [name.join(""), name]));
    this.joined = new SpellingCorrector(new Map([...this.names.keys()].map((name) => [name, 1])));
  }

  /** Correct the unknown words of a query. In the result, `words` is the query with all sure corrections applied, and
   * `sure` tells whether there were any. `offered` is the query with less certain corrections as well, to be suggested
   * to the reader; it is undefined if there are none. @param {QueryWord[]} words
   * @param {boolean} isOpen whether the last word may be unfinished
   * @returns {{words: QueryWord[], sure: boolean, offered: string[] | undefined}} */
  correct(words, isOpen) {
    const corrected = this.replaceUnknown(words, isOpen, true), offered = this.replaceUnknown(corrected, isOpen, false);
    return { words: corrected, sure: corrected !== words, offered: offered === corrected ? undefined : offered.map(({ word }) => word) };
  }

  /** Replace unknown words by their best corrections. @param {QueryWord[]} words @param {boolean} isOpen
   * @param {boolean} isSure whether to apply only sure corrections
   * @returns {QueryWord[]} the same array if nothing was replaced */
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

  /** Correct a misspelt name at the end of a query, typed as two words ("kota tau" for "kota tua"). The other
   * corrections miss it: the last word counts as known because it is the beginning of a known word.
   * @param {QueryWord[]} words @param {boolean} isOpen @returns {Correction | undefined} */
  joinSplitName(words, isOpen) {
    const start = words.length - 2, parts = this.analyzer.readQuery(words, isOpen);
    if (start < 0 || !parts[parts.length - 1]?.isBeginning) return undefined;
    const [near] = this.joined.near(words[start].word + words[start + 1].word);
    return near?.isSure && near.cost < SPLIT ? { start, length: 2, words: this.names.get(near.word) ?? [], cost: near.cost } : undefined;
  }

  /** Return the correction of an unknown word with the smallest edit distance. It may replace the word alone, or the
   * word together with the previous or the next word. @param {QueryWord[]} words
   * @param {number} index of the unknown word
   * @param {boolean} isSure whether to consider only sure corrections @returns {Correction | undefined} */
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
