/**
 * Convert words of texts and queries to index keys. The key of a word is its stem. The keys of English words begin with
 * "~", those of words that only readers use with "+". Stop words have no keys. A compound written as one word is split
 * if the text has its parts side by side ("kerjasama" → "kerja sama"). Two words of a query are joined if they are
 * known only as one word ("ketidak berhasilan").
 */

import { withoutPrefix, englishStemOf } from "./en/word-endings.js";
import { basesOf, loanStemOf, withoutNot } from "./id/affixes.js";
import { soundOf } from "./id/phonetics.js";
import { LANGUAGES } from "./languages.js";
import { Stemmer } from "./stemmer.js";

const SHORTEST_PART = 2; // minimum length of each part of a compound
const SHORTEST_BEGINNING = 3; // minimum length of a word that is still being typed, or abbreviated with a full stop
// An abbreviation without a full stop: its minimum length, and its minimum share of the full word's length.
const LONG_BEGINNING = 5, MOST_OF_IT = 0.55;

const STOP_WORDS = new Set(LANGUAGES.flatMap((language) => language.stopWords.split(" ")));
const stopSounds = new Set([...STOP_WORDS].map(soundOf)); // stop words in old spelling: "jang", "oentoek"
/** Return whether a word is a stop word (such as "yang"), with or without a particle such as "-lah". */
export const isStopWord = (/** @type {string} */ word) => STOP_WORDS.has(word)
  || LANGUAGES.some(({ particle }) => particle.test(word) && STOP_WORDS.has(word.replace(particle, "")));

export class Analyzer {
  /** @param {string[][]} texts the words of each text, in lower case and without diacritics
   * @param {Iterable<string>} english the edition's English words
   * @param {Iterable<string>} readerWords words that readers use in queries, but that the edition does not contain */
  constructor(texts, english = [], readerWords = []) {
    this.stemmer = new Stemmer(texts.flat());
    this.readerWords = new Stemmer(readerWords);
    this.english = new Set([...english, ...this.readerWords.words].map(englishStemOf));
    /** For each stem, the stems that directly follow it somewhere in the texts. @type {Map<string, Set<string>>} */
    this.followers = new Map();
    for (const words of texts) {
      const stems = words.map((word) => this.stemmer.stem(word));
      stems.slice(1).forEach((stem, index) => {
        const followers = this.followers.get(stems[index]) ?? new Set();
        this.followers.set(stems[index], followers.add(stem));
      });
    }
    /** A map from a root to the words that consist of it, a loanword ending and possibly the negation "tidak".
     * @type {Map<string, string[]>} */
    this.related = new Map();
    for (const word of [...this.stemmer.words, ...this.readerWords.words]) {
      const root = loanStemOf(withoutNot(word));
      this.related.set(root, [...this.related.get(root) ?? [], word]);
    }
    /** A map from a word to the result of `keysInText`. @type {Map<string, string[][]>} */
    this.cache = new Map();
  }

  /** Return the index keys (stems) of a word of the edition. A compound gives one list of keys for each of its parts,
   * any other word a single list: "kerjasama" → [["kerja"], ["sama"]].
   * @param {string} word @returns {string[][]} */
  keysInText(word) {
    const cached = this.cache.get(word);
    if (cached) return cached;
    const parts = this.stemmer.words.has(word) ? this.partsOf(word) : [];
    const keys = parts.length ? parts.map((part) => [part]) : [[...this.keysOf(word)]];
    this.cache.set(word, keys);
    return keys;
  }

  /** Return the index keys (stems) of a word, without splitting it as a compound; an empty set if the word is unknown.
   * @param {string} word @returns {Set<string>} */
  keysOf(word) {
    const keys = this.stemmer.stemsOf(word), stem = englishStemOf(word);
    const english = [stem, withoutPrefix(stem)].find((each) => this.english.has(each));
    if (english !== undefined) keys.add(`~${english}`);
    for (const stem of this.readerWords.stemsOf(word)) keys.add(`+${stem}`);
    return keys;
  }

  /** Split a compound into two parts that are side by side somewhere in the texts: "kerjasama" → "kerja", "sama".
   * Return the stems of the parts, or an empty list if the word is no such compound.
   * @param {string} word @returns {string[]} */
  partsOf(word) {
    if (word.length < 2 * SHORTEST_PART) return [];
    for (const base of [word, ...basesOf(word)]) {
      for (let cut = SHORTEST_PART; cut <= base.length - SHORTEST_PART; cut += 1) {
        const parts = [base.slice(0, cut), base.slice(cut)];
        if (this.areAdjacent(parts)) return parts.map((part) => this.stemOf(part));
      }
    }
    return [];
  }

  /** Return the stem of one part of a compound; return the part unchanged if the texts do not contain it as a word.
   * @param {string} part */
  stemOf(part) {
    return this.stemmer.stems.get(part) ?? part;
  }

  /** Return whether two words are side by side somewhere in the texts, in this order and in any form (with any
   * affixes).
   * @param {string[]} pair the two words */
  areAdjacent([first, second]) {
    return this.followers.get(this.stemOf(first))?.has(this.stemOf(second)) ?? false;
  }

  /** Return the index keys (stems) of a word of a query. A compound gives one set of keys for each of its parts, any
   * other known word a single set, an unknown word an empty list.
   * @param {string} word @returns {Set<string>[]} */
  readWord(word) {
    const parts = this.partsOf(word);
    if (parts.length) return parts.map((part) => new Set([part]));
    const keys = this.keysOf(word);
    const related = keys.size ? keys : this.relatedTo(word);
    return related.size ? [related] : [];
  }

  /** Return the index keys (stems) of known words that are related to an unknown word: those with the same foreign root
   * ("negosiator", "negosiasi"), or without its negation ("ketidakikutsertaan", "keikutsertaan").
   * @param {string} word @returns {Set<string>} */
  relatedTo(word) {
    const forms = [word, withoutNot(word)].flatMap((each) => [each, ...basesOf(each)]);
    return new Set(forms.flatMap((each) => this.related.get(loanStemOf(each)) ?? []).flatMap((each) => [...this.keysOf(each)]));
  }

  /** Find the index keys (stems) of the words of a query, without stop words.
   * @param {QueryWord[]} words @param {boolean} isOpen whether the reader may still be typing the last word
   * @returns {QueryPart[]} */
  readQuery(words, isOpen) {
    /** @type {QueryPart[]} */
    const parts = [];
    for (let index = 0; index < words.length; index += 1) {
      const { word, isCut } = words[index], next = words[index + 1]?.word;
      if (isStopWord(word)) continue;
      const joined = next === undefined || isStopWord(next) ? [] : this.readWord(word + next);
      const isJoined = joined.length > 0 && !this.areAdjacent([word, next]) && !(this.isKnown(word) && this.isKnown(next));
      const keys = isJoined ? joined : this.readWord(word);
      if (!keys.length && stopSounds.has(soundOf(word))) continue;
      const completions = keys.length ? new Set() : this.completionsOf(word, isCut || (isOpen && index === words.length - 1));
      if (completions.size) keys.push(completions);
      parts.push({ words: isJoined ? [word, next] : [word], keys, isBeginning: completions.size > 0 });
      if (isJoined) index += 1;
    }
    return parts;
  }

  /** Return whether a word has index keys, i.e. whether the edition or a synonym contains a form of it.
   * @param {string} word */
  isKnown(word) {
    return this.keysOf(word).size > 0;
  }

  /** Return the index keys (stems) of all known words that begin with `word`, which is unfinished or abbreviated.
   * Return an empty set if `word` is too short.
   * @param {string} word @param {boolean} isShort true if the reader is still typing `word`, or if a full stop
   * follows it: three letters are then enough. If it is false, `word` must have five letters, and more than half of
   * the letters of each word that it may begin @returns {Set<string>} */
  completionsOf(word, isShort) {
    if (word.length < (isShort ? SHORTEST_BEGINNING : LONG_BEGINNING)) return new Set();
    const complete = (/** @type {Set<string>} */ words) => [...words].filter((each) =>
      each.startsWith(word) && (isShort || word.length >= each.length * MOST_OF_IT));
    const inTexts = complete(this.stemmer.words);
    return new Set((inTexts.length ? inTexts : complete(this.readerWords.words)).flatMap((each) => this.keysInText(each)[0]));
  }
}
