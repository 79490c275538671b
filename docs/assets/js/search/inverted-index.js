/** The inverted index: a map from each index key (a stem) to its occurrences in each search unit. A search unit is
 * the text that one search result shows: a paragraph, record or section. */

import { isStopWord } from "./analyzer.js";

// Weight of a word in a label or title (in the text: 1); bonus for an occurrence of exactly the typed word form.
const IN_TITLE = 3, SAME_WORD = 0.5;

export class InvertedIndex {
  /** @param {Unit[]} units
   * @param {string[][][]} texts the words of each unit, in two fields: label with title, and text
   * @param {Analyzer} analyzer */
  constructor(units, texts, analyzer) {
    this.analyzer = analyzer;
    this.texts = texts;
    /** A map from an index key (stem) to a map from the index of a search unit to the occurrences in it.
     * @type {Map<string, Map<number, Posting[]>>} */
    this.postings = new Map();
    this.lengths = units.map((_, unit) => {
      const end = this.addField(unit, 0, 0, IN_TITLE);
      return this.addField(unit, 1, end + 1, 1); // a gap, so that no phrase spans title and text
    });
    this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
  }

  /** Add the words of one field of a search unit to the index. Each word except stop words gets a number, its position;
   * a compound gets one for each of its parts.
   * @param {number} unit the index of the search unit @param {number} field 0 for label and title, 1 for the text
   * @param {number} start the position of the first word @param {number} weight how much a match in this field
   * counts @returns {number} the position after the last word */
  addField(unit, field, start, weight) {
    let position = start;
    this.texts[unit][field].forEach((word, offset) => {
      if (isStopWord(word)) return;
      for (const keys of this.analyzer.keysInText(word)) {
        for (const key of keys) {
          const units = this.postings.get(key) ?? new Map();
          const posting = { position, word, weight, field, offset };
          this.postings.set(key, units.set(unit, [...units.get(unit) ?? [], posting]));
        }
        position += 1;
      }
    });
    return position;
  }

  /** Find the search units that contain a sequence of words, one directly after the other (stop words between them are
   * ignored). Return a map from the index of each such unit to the matches in it.
   * @param {Set<string>[]} sequence for each word its index keys (stems), any of which may match
   * @param {Set<string>} typed the words of the query; a match in exactly the same form counts SAME_WORD more */
  findSequence(sequence, typed) {
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    const [first, ...rest] = sequence.map((keys) => this.positionsOf(keys));
    for (const [unit, starts] of first) {
      const runs = [...starts.values()]
        .map((start) => [start, ...rest.map((units, index) => units.get(unit)?.get(start.position + index + 1))])
        .filter(isComplete);
      if (!runs.length) continue;
      const count = runs.reduce((sum, run) => sum + run[0].weight + (typed.has(run[0].word) ? SAME_WORD : 0), 0);
      hits.set(unit, { count, phrases: new Set(runs.map((run) => this.phraseOf(unit, run))) });
    }
    return hits;
  }

  /** Find all occurrences of words that have one of the index keys (stems). Return, for each search unit (by index), a
   * map from position (the word's number in the unit, without stop words) to the occurrence.
   * @param {Set<string>} keys */
  positionsOf(keys) {
    /** @type {Map<number, Map<number, Posting>>} */
    const units = new Map();
    for (const key of keys) {
      for (const [unit, postings] of this.postings.get(key) ?? []) {
        const positions = units.get(unit) ?? new Map();
        for (const posting of postings) positions.set(posting.position, posting);
        units.set(unit, positions);
      }
    }
    return units;
  }

  /** Return the words of a search unit from the first to the last of several consecutive occurrences, with the stop
   * words between them, as one string.
   * @param {number} unit the index of the search unit @param {Posting[]} run the occurrences */
  phraseOf(unit, run) {
    return this.texts[unit][run[0].field].slice(run[0].offset, run[run.length - 1].offset + 1).join(" ");
  }
}

/** Return whether no occurrence is missing. @param {(Posting | undefined)[]} run @returns {run is Posting[]} */
const isComplete = (run) => run.every(Boolean);
