/**
 * Find the known words that may be meant by a misspelt word, by a weighted edit distance. Typing errors cost little
 * (letters swapped, doubled or left out, a neighbouring key); letters that sound alike cost even less. A different
 * first letter costs more, because it suggests a different word. Words of three letters or less are not corrected.
 */

import { soundAlike, soundOf } from "./id/phonetics.js";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** @type {Map<string, [number, number]>} */
const KEYS = new Map(ROWS.flatMap((row, y) => [...row].map((key, x) => [key, [x + y / 2, y]])));
const SWAPPED = 0.6, DOUBLED = 0.4, LEFT_OUT = 0.75, ADDED = 0.95, BESIDE = 0.7, ALIKE_SOUND = 0.5, VOWEL = 1.25, OTHER = 1.3;
const FIRST = 0.9; // added if the first letter differs
const SAME_SOUND = 0.2;
const VOWELS = /[aiueo]/;
// LIMITS: maximum distance at which a candidate is sure, by the number of letters. FARTHER: how much greater the
// distance of a candidate may be that is only suggested, for words of LONG letters or more.
const LIMITS = [0, 0, 0, 0, 0.75, 0.8, 1, 1.2, 1.5, 1.7, 2], FARTHER = 0.75, LONG = 5;

const areNeighbours = (/** @type {string} */ one, /** @type {string} */ other) => {
  const a = KEYS.get(one), b = KEYS.get(other);
  return a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
};

/** Return the cost of typing one letter instead of another. `isLast`: whether both letters are at the ends of their
 * words. */
const substitutionCost = (/** @type {string} */ typed, /** @type {string} */ meant, /** @type {boolean} */ isLast) => {
  if (typed === meant) return 0;
  if (soundAlike(typed, meant, isLast)) return ALIKE_SOUND;
  if (areNeighbours(typed, meant)) return BESIDE;
  return VOWELS.test(typed) && VOWELS.test(meant) ? VOWEL : OTHER;
};

/** Return the weighted edit distance between a typed word and a word that may be meant. The calculation stops early
 * if the distance exceeds `limit`; the result is then only some number greater than `limit`.
 * @param {string} typed @param {string} meant @param {number} limit */
const distance = (typed, meant, limit) => {
  /** @type {number[][]} */
  const rows = [[0]];
  for (let y = 1; y <= meant.length; y += 1) rows[0][y] = rows[0][y - 1] + (meant[y - 1] === meant[y - 2] ? DOUBLED : LEFT_OUT) + (y === 1 ? FIRST : 0);
  for (let x = 1; x <= typed.length; x += 1) {
    const first = x === 1 ? FIRST : 0;
    const added = (typed[x - 1] === typed[x - 2] ? DOUBLED : ADDED) + first;
    const row = rows[x] = [rows[x - 1][0] + added];
    let least = row[0];
    for (let y = 1; y <= meant.length; y += 1) {
      const replaced = substitutionCost(typed[x - 1], meant[y - 1], x === typed.length && y === meant.length);
      row[y] = Math.min(
        rows[x - 1][y - 1] + replaced + (replaced && y === 1 ? first : 0),
        rows[x - 1][y] + (typed[x - 1] === meant[y - 1] ? DOUBLED : added),
        row[y - 1] + (meant[y - 1] === meant[y - 2] || meant[y - 1] === "h" ? DOUBLED : LEFT_OUT),
      );
      if (x > 1 && y > 1 && typed[x - 1] === meant[y - 2] && typed[x - 2] === meant[y - 1]) {
        row[y] = Math.min(row[y], rows[x - 2][y - 2] + SWAPPED);
      }
      least = Math.min(least, row[y]);
    }
    if (least > limit) return least;
  }
  return rows[typed.length][meant.length];
};

/** Return the set of letters in a word as a bit mask, in which each letter sets one bit. @param {string} word */
const lettersOf = (word) => [...word].reduce((bits, letter) => bits | 1 << letter.charCodeAt(0) % 31, 0);
/** Return how many bits of a number are set. */
const countBits = (/** @type {number} */ bits) => {
  let total = 0;
  for (let rest = bits; rest; rest &= rest - 1) total += 1;
  return total;
};

export class SpellingCorrector {
  /** @param {Map<string, number>} words the known words, and how often each occurs */
  constructor(words) {
    this.frequencies = words;
    /** The known words by length; `letters` is the result of `lettersOf`.
     * @type {Map<number, {word: string, letters: number}[]>} */
    this.words = new Map();
    /** The known words by phonetic key, which is equal for words that sound alike. @type {Map<string, string[]>} */
    this.sounds = new Map();
    for (const word of words.keys()) {
      if (word.length < 3 || /\d/.test(word)) continue;
      this.words.set(word.length, [...this.words.get(word.length) ?? [], { word, letters: lettersOf(word) }]);
      const sound = soundOf(word);
      this.sounds.set(sound, [...this.sounds.get(sound) ?? [], word]);
    }
    /** @type {Map<string, SpellingCandidate[]>} */
    this.cache = new Map();
  }

  /** Return the known words that may be meant by a misspelt word, sorted by edit distance.
   * @param {string} typed the misspelt word @returns {SpellingCandidate[]} */
  near(typed) {
    const cached = this.cache.get(typed);
    if (cached) return cached;
    const limit = LIMITS[Math.min(typed.length, LIMITS.length - 1)];
    /** @type {SpellingCandidate[]} */
    const candidates = [];
    if (limit && !/\d/.test(typed)) {
      const farthest = typed.length < LONG ? limit : limit + FARTHER, letters = lettersOf(typed);
      const alike = new Set(this.sounds.get(soundOf(typed)));
      for (let length = typed.length - 2; length <= typed.length + 3; length += 1) {
        for (const each of this.words.get(length) ?? []) {
          if (countBits(each.letters ^ letters) > 4 && !alike.has(each.word)) continue;
          const cost = alike.has(each.word) ? SAME_SOUND : distance(typed, each.word, farthest);
          if (cost <= farthest) candidates.push({ word: each.word, cost, isSure: cost <= limit });
        }
      }
    }
    const frequency = (/** @type {SpellingCandidate} */ { word }) => this.frequencies.get(word) ?? 0;
    candidates.sort((a, b) => a.cost - b.cost || frequency(b) - frequency(a) || (a.word < b.word ? -1 : 1));
    this.cache.set(typed, candidates);
    return candidates;
  }
}
