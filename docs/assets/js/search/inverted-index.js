/** The inverted index: for each index key (a stem), the occurrences in each search unit (a paragraph, record or
 * section). */

import { isStopWord } from "./analyzer.js";

// Weight of a word in a label or title (in the text: 1); bonus for an occurrence of exactly the typed word form.
const IN_TITLE = 3, SAME_WORD = 0.5;

export class InvertedIndex {
  /** @param {Unit[]} units @param {string[][][]} texts for each unit the words of its two fields: label with title, and
   * text @param {Analyzer} analyzer */
  constructor(units, texts, analyzer) {
    this.analyzer = analyzer;
    this.texts = texts;
    /** A map from an index key to a map from a unit's index to occurrences.
     * @type {Map<string, Map<number, Posting[]>>} */
    this.postings = new Map();
    this.lengths = units.map((_, unit) => {
      const end = this.addField(unit, 0, 0, IN_TITLE);
      return this.addField(unit, 1, end + 1, 1); // a gap, so that no phrase spans title and text
    });
    this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
  }

  /** Add the words of a field to the index. @param {number} unit the unit's index @param {number} field 0 or 1
   * @param {number} start position of the first word @param {number} weight of each word
   * @returns {number} the position after the last word */
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

  /** Find a sequence of words, at consecutive positions (stop words between them are ignored). Return a map from the
   * index of each unit that contains it to its matches. @param {Set<string>[]} sequence for each position the index
   * keys, any of which matches @param {Set<string>} typed words of the query, whose exact form adds SAME_WORD */
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

  /** Find all occurrences of any of some index keys. Return a map from a unit's index to a map from a position to the
   * occurrence there. @param {Set<string>} keys */
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

  /** Return the words from the first to the last of consecutive occurrences, including stop words between them.
   * @param {number} unit the unit's index @param {Posting[]} run the occurrences */
  phraseOf(unit, run) {
    return this.texts[unit][run[0].field].slice(run[0].offset, run[run.length - 1].offset + 1).join(" ");
  }
}

/** @param {(Posting | undefined)[]} run @returns {run is Posting[]} */
const isComplete = (run) => run.every(Boolean);
