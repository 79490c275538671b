/**
 * What a misspelt word was meant to be: a weighted edit distance to the words that the edition has. What fingers do
 * costs little (letters swapped, doubled, left out, a key beside the right one), what sounds alike less, another first
 * letter more, since another word is likelier then. Short words have to be exact.
 */

import { soundAlike, soundOf } from "./id/phonetics.js";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** @type {Map<string, [number, number]>} */
const KEYS = new Map(ROWS.flatMap((row, y) => [...row].map((key, x) => [key, [x + y / 2, y]])));
const SWAPPED = 0.6, DOUBLED = 0.4, LEFT_OUT = 0.75, ADDED = 0.95, BESIDE = 0.7, ALIKE_SOUND = 0.5, VOWEL = 1.25, OTHER = 1.3;
const FIRST = 0.9; // more, where the first letter is another one
const SAME_SOUND = 0.2;
const VOWELS = /[aiueo]/;
// Up to what distance a word of so many letters is taken for another, and how much farther a long one is offered.
const LIMITS = [0, 0, 0, 0, 0.75, 0.8, 1, 1.2, 1.5, 1.7, 2], FARTHER = 0.75, LONG = 5;

const areNeighbours = (/** @type {string} */ one, /** @type {string} */ other) => {
  const a = KEYS.get(one), b = KEYS.get(other);
  return a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
};

const swap = (/** @type {string} */ typed, /** @type {string} */ meant, /** @type {boolean} */ isLast) => {
  if (typed === meant) return 0;
  if (soundAlike(typed, meant, isLast)) return ALIKE_SOUND;
  if (areNeighbours(typed, meant)) return BESIDE;
  return VOWELS.test(typed) && VOWELS.test(meant) ? VOWEL : OTHER;
};

/** How far a typed word is from one that is meant; more than `limit` is only more. @param {string} typed
 * @param {string} meant @param {number} limit */
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
      const replaced = swap(typed[x - 1], meant[y - 1], x === typed.length && y === meant.length);
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

/** Which letters a word has, a bit each. @param {string} word */
const lettersOf = (word) => [...word].reduce((bits, letter) => bits | 1 << letter.charCodeAt(0) % 31, 0);
const count = (/** @type {number} */ bits) => {
  let many = 0;
  for (let left = bits; left; left &= left - 1) many += 1;
  return many;
};

export class SpellingCorrector {
  /** @param {Map<string, number>} words each with how often it stands */
  constructor(words) {
    this.often = words;
    /** @type {Map<number, {word: string, letters: number}[]>} by length */
    this.words = new Map();
    /** @type {Map<string, string[]>} */
    this.sounds = new Map();
    for (const word of words.keys()) {
      if (word.length < 3 || /\d/.test(word)) continue;
      this.words.set(word.length, [...this.words.get(word.length) ?? [], { word, letters: lettersOf(word) }]);
      const sound = soundOf(word);
      this.sounds.set(sound, [...this.sounds.get(sound) ?? [], word]);
    }
    /** @type {Map<string, Near[]>} */
    this.known = new Map();
  }

  /** The words that another may have been meant for, the nearest first. `isSure`: near enough to be taken for it.
   * @param {string} typed @returns {Near[]} */
  near(typed) {
    const known = this.known.get(typed);
    if (known) return known;
    const limit = LIMITS[Math.min(typed.length, LIMITS.length - 1)];
    /** @type {Near[]} */
    const found = [];
    if (limit && !/\d/.test(typed)) {
      const farthest = typed.length < LONG ? limit : limit + FARTHER, letters = lettersOf(typed);
      const alike = new Set(this.sounds.get(soundOf(typed)));
      for (let length = typed.length - 2; length <= typed.length + 3; length += 1) {
        for (const each of this.words.get(length) ?? []) {
          if (count(each.letters ^ letters) > 4 && !alike.has(each.word)) continue;
          const cost = alike.has(each.word) ? SAME_SOUND : distance(typed, each.word, farthest);
          if (cost <= farthest) found.push({ word: each.word, cost, isSure: cost <= limit });
        }
      }
    }
    const often = (/** @type {Near} */ { word }) => this.often.get(word) ?? 0;
    found.sort((a, b) => a.cost - b.cost || often(b) - often(a) || (a.word < b.word ? -1 : 1));
    this.known.set(typed, found);
    return found;
  }
}
