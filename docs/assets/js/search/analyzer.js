/**
 * Reading a text or a query as a stream of keys. The key of a word is its stem; an English word has another, and so has
 * a word that only readers use. A solid compound and its parts are one: "kerjasama" is read as "kerja sama" wherever the
 * text has these two side by side, and "ketidak berhasilan" as one word if only that makes sense. Words without weight
 * are passed over.
 */

import { withoutPrefix, englishStemOf } from "./en/word-endings.js";
import { basesOf, loanStemOf, withoutNot } from "./id/affixes.js";
import { soundOf } from "./id/phonetics.js";
import { LANGUAGES } from "./languages.js";
import { Stemmer } from "./stemmer.js";

const SHORTEST_PART = 2; // of a compound
const SHORTEST_BEGINNING = 3; // of a word that is still being typed, or cut short with a full stop
const LONG_BEGINNING = 5, MOST_OF_IT = 0.55; // of a word that is cut short without one

const STOP_WORDS = new Set(LANGUAGES.flatMap((language) => language.stopWords.split(" ")));
const soundless = new Set([...STOP_WORDS].map(soundOf)); // "jang", "oentoek"
export const isStopWord = (/** @type {string} */ word) => STOP_WORDS.has(word)
  || LANGUAGES.some(({ particle }) => particle.test(word) && STOP_WORDS.has(word.replace(particle, "")));

export class Analyzer {
  /** @param {string[][]} texts the words of each text, folded @param {Iterable<string>} english the edition's English
   * words @param {Iterable<string>} brought words that only readers use */
  constructor(texts, english = [], brought = []) {
    this.stemmer = new Stemmer(texts.flat());
    this.brought = new Stemmer(brought);
    this.english = new Set([...english, ...this.brought.words].map(englishStemOf));
    /** stem → the stems that follow it somewhere: @type {Map<string, Set<string>>} */
    this.followers = new Map();
    for (const words of texts) {
      const stems = words.map((word) => this.stemmer.stem(word));
      stems.slice(1).forEach((stem, index) => {
        const followers = this.followers.get(stems[index]) ?? new Set();
        this.followers.set(stems[index], followers.add(stem));
      });
    }
    /** @type {Map<string, string[]>} */
    this.related = new Map();
    for (const word of [...this.stemmer.words, ...this.brought.words]) {
      const root = loanStemOf(withoutNot(word));
      this.related.set(root, [...this.related.get(root) ?? [], word]);
    }
    /** @type {Map<string, string[][]>} */
    this.read = new Map();
  }

  /** The keys of a word of the edition, place by place: one place, or those of a compound's parts.
   * @param {string} word @returns {string[][]} */
  keysInText(word) {
    const known = this.read.get(word);
    if (known) return known;
    const parts = this.stemmer.words.has(word) ? this.partsOf(word) : [];
    const keys = parts.length ? parts.map((part) => [part]) : [[...this.keysOf(word)]];
    this.read.set(word, keys);
    return keys;
  }

  /** What a word by itself may stand for. @param {string} word @returns {Set<string>} */
  keysOf(word) {
    const keys = this.stemmer.stemsOf(word), stem = englishStemOf(word);
    const english = [stem, withoutPrefix(stem)].find((each) => this.english.has(each));
    if (english !== undefined) keys.add(`~${english}`);
    for (const stem of this.brought.stemsOf(word)) keys.add(`+${stem}`);
    return keys;
  }

  /** The stems of the two parts of a compound, if the text has them side by side; else none.
   * @param {string} word @returns {string[]} */
  partsOf(word) {
    if (word.length < 2 * SHORTEST_PART) return [];
    for (const base of [word, ...basesOf(word)]) {
      for (let cut = SHORTEST_PART; cut <= base.length - SHORTEST_PART; cut += 1) {
        const parts = [base.slice(0, cut), base.slice(cut)];
        if (this.standTogether(parts)) return parts.map((part) => this.stemOf(part));
      }
    }
    return [];
  }

  /** @param {string} part of a compound, which may be a word or a stem */
  stemOf(part) {
    return this.stemmer.stems.get(part) ?? part;
  }

  /** Whether the text has two words, or forms of them, side by side. @param {string[]} pair */
  standTogether([first, second]) {
    return this.followers.get(this.stemOf(first))?.has(this.stemOf(second)) ?? false;
  }

  /** @param {string} word of a query @returns {Set<string>[]} one set a place; none if nothing is known of the word */
  readWord(word) {
    const parts = this.partsOf(word);
    if (parts.length) return parts.map((part) => new Set([part]));
    const keys = this.keysOf(word);
    const related = keys.size ? keys : this.relatedTo(word);
    return related.size ? [related] : [];
  }

  /** Words with the same root that came from another language, as "negosiator" and "negosiasi", or say no to it, as
   * "ketidakikutsertaan" to "keikutsertaan". @param {string} word @returns {Set<string>} */
  relatedTo(word) {
    const forms = [word, withoutNot(word)].flatMap((each) => [each, ...basesOf(each)]);
    return new Set(forms.flatMap((each) => this.related.get(loanStemOf(each)) ?? []).flatMap((each) => [...this.keysOf(each)]));
  }

  /** The places of a query, word by word. @param {QueryWord[]} words @param {boolean} isOpen whether the last may go on
   * @returns {QueryPart[]} */
  readQuery(words, isOpen) {
    /** @type {QueryPart[]} */
    const parts = [];
    for (let index = 0; index < words.length; index += 1) {
      const { word, isCut } = words[index], next = words[index + 1]?.word;
      if (isStopWord(word)) continue;
      const together = next === undefined || isStopWord(next) ? [] : this.readWord(word + next);
      const isTogether = together.length > 0 && !this.standTogether([word, next]) && !(this.isKnown(word) && this.isKnown(next));
      const keys = isTogether ? together : this.readWord(word);
      if (!keys.length && soundless.has(soundOf(word))) continue;
      const beginning = keys.length ? new Set() : this.beginning(word, isCut || (isOpen && index === words.length - 1));
      if (beginning.size) keys.push(beginning);
      parts.push({ words: isTogether ? [word, next] : [word], keys, isBeginning: beginning.size > 0 });
      if (isTogether) index += 1;
    }
    return parts;
  }

  /** @param {string} word */
  isKnown(word) {
    return this.keysOf(word).size > 0;
  }

  /** What a word that is not finished, or cut short, may be. @param {string} word @param {boolean} isShort
   * @returns {Set<string>} */
  beginning(word, isShort) {
    if (word.length < (isShort ? SHORTEST_BEGINNING : LONG_BEGINNING)) return new Set();
    const begun = (/** @type {Set<string>} */ words) => [...words].filter((each) =>
      each.startsWith(word) && (isShort || word.length >= each.length * MOST_OF_IT));
    const own = begun(this.stemmer.words);
    return new Set((own.length ? own : begun(this.brought.words)).flatMap((each) => this.keysInText(each)[0]));
  }
}
