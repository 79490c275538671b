/**
 * Correct the spelling of queries. An unknown word is replaced by the known word at the smallest edit distance. It may
 * also be replaced by a name of two or more words that was typed without a space or with a space in the wrong place
 * ("kotatua" → "kota tua").
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
    /** A map from a name without spaces to its words. @type {Map<string, string[]>} */
    this.names = new Map(names.map((name) => [name.join(""), name]));
    this.joined = new SpellingCorrector(new Map([...this.names.keys()].map((name) => [name, 1])));
  }

  /** Correct the spelling of unknown words in a query. A correction with a small edit distance is sure, and is applied
   * without asking. Return `words`, the query after the sure corrections; `sure`, whether there were any; and
   * `offered`, the words of the query after all corrections, as a suggestion to the reader (undefined if this is the
   * same query).
   * @param {QueryWord[]} words @param {boolean} isOpen whether the reader may still be typing the last word
   * @returns {{words: QueryWord[], sure: boolean, offered: string[] | undefined}} */
  correct(words, isOpen) {
    const corrected = this.replaceUnknown(words, isOpen, true), offered = this.replaceUnknown(corrected, isOpen, false);
    return { words: corrected, sure: corrected !== words, offered: offered === corrected ? undefined : offered.map(({ word }) => word) };
  }

  /** Replace unknown words of a query by their best corrections. Return the same array if nothing was replaced.
   * @param {QueryWord[]} words @param {boolean} isOpen whether the reader may still be typing the last word
   * @param {boolean} isSure whether to apply only corrections with a small edit distance @returns {QueryWord[]} */
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

  /** Return the index of the first word of a query that is neither known nor the beginning of a known word, or -1.
   * @param {QueryWord[]} words @param {boolean} isOpen whether the reader may still be typing the last word */
  unknownIndex(words, isOpen) {
    const parts = this.analyzer.readQuery(words, isOpen);
    const unknown = parts.find(({ keys }) => !keys.length)?.words[0];
    return words.findIndex(({ word }) => word === unknown);
  }

  /** Correct a misspelt name of two words at the end of a query ("kota tau" → "kota tua"). The other corrections miss
   * it if "tau" is the beginning of a known word, because they only correct unknown words. Return undefined if there is
   * no such name.
   * @param {QueryWord[]} words @param {boolean} isOpen whether the reader may still be typing the last word
   * @returns {Correction | undefined} */
  joinSplitName(words, isOpen) {
    const start = words.length - 2, parts = this.analyzer.readQuery(words, isOpen);
    if (start < 0 || !parts[parts.length - 1]?.isBeginning) return undefined;
    const [near] = this.joined.near(words[start].word + words[start + 1].word);
    return near?.isSure && near.cost < SPLIT ? { start, length: 2, words: this.names.get(near.word) ?? [], cost: near.cost } : undefined;
  }

  /** Return the correction of an unknown word that has the smallest edit distance, or undefined. It replaces the word
   * alone, or the word together with the previous or the next word.
   * @param {QueryWord[]} words @param {number} index the index of the unknown word @param {boolean} isSure whether
   * to consider only corrections with a small edit distance @returns {Correction | undefined} */
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
