/** Where each word of the edition stands, unit by unit. */

import { isStopWord } from "./analyzer.js";

const IN_TITLE = 3, SAME_WORD = 0.5; // what a match counts, next to one in the text

export class InvertedIndex {
  /** @param {Unit[]} units @param {string[][][]} texts of each unit: its label and title, and its text,
   * in words @param {Analyzer} analyzer */
  constructor(units, texts, analyzer) {
    this.analyzer = analyzer;
    this.texts = texts;
    /** key → unit → where: @type {Map<string, Map<number, Found[]>>} */
    this.places = new Map();
    this.lengths = units.map((_, unit) => {
      const end = this.note(unit, 0, 0, IN_TITLE);
      return this.note(unit, 1, end + 1, 1); // a place further, since they do not follow each other
    });
    this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
  }

  /** @param {number} unit @param {number} text which of its texts @param {number} start @param {number} value of a word
   * @returns {number} the place behind the last */
  note(unit, text, start, value) {
    let place = start;
    this.texts[unit][text].forEach((word, at) => {
      if (isStopWord(word)) return;
      for (const keys of this.analyzer.keysInText(word)) {
        for (const key of keys) {
          const units = this.places.get(key) ?? new Map();
          this.places.set(key, units.set(unit, [...units.get(unit) ?? [], { place, word, value, text, at }]));
        }
        place += 1;
      }
    });
    return place;
  }

  /** Where keys follow each other. @param {Set<string>[]} sequence @param {Set<string>} typed words of the query */
  follow(sequence, typed) {
    /** @type {Map<number, Hit>} */
    const found = new Map();
    const [first, ...behind] = sequence.map((keys) => this.standing(keys));
    for (const [unit, starts] of first) {
      const runs = [...starts.values()]
        .map((start) => [start, ...behind.map((units, index) => units.get(unit)?.get(start.place + index + 1))])
        .filter(isComplete);
      if (!runs.length) continue;
      const count = runs.reduce((sum, run) => sum + run[0].value + (typed.has(run[0].word) ? SAME_WORD : 0), 0);
      found.set(unit, { count, phrases: new Set(runs.map((run) => this.said(unit, run))) });
    }
    return found;
  }

  /** Unit → place → what stands there, for any of some keys. @param {Set<string>} keys */
  standing(keys) {
    /** @type {Map<number, Map<number, Found>>} */
    const units = new Map();
    for (const key of keys) {
      for (const [unit, all] of this.places.get(key) ?? []) {
        const here = units.get(unit) ?? new Map();
        for (const each of all) here.set(each.place, each);
        units.set(unit, here);
      }
    }
    return units;
  }

  /** What a run of places says, with the words without weight in it. @param {number} unit @param {Found[]} run */
  said(unit, run) {
    return this.texts[unit][run[0].text].slice(run[0].at, run[run.length - 1].at + 1).join(" ");
  }
}

/** @param {(Found | undefined)[]} run @returns {run is Found[]} */
const isComplete = (run) => run.every(Boolean);
