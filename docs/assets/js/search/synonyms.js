/** What the edition has names for, and what readers call it: terms with all their labels, titles, synonyms. */

import { isStopWord } from "./analyzer.js";
import { kindOf } from "./labels.js";
import { fold, wordsIn } from "./tokenizer.js";

const SHORTEST = 2, MOST_SUGGESTIONS = 4; // letters that are typed, and suggestions

export class Synonyms {
  /** @param {SearchData} data @param {Unit[]} units @param {string[][][]} texts of the units, in words
   * @param {Analyzer} analyzer */
  constructor({ terms, synonyms }, units, texts, analyzer) {
    const content = (/** @type {string[]} */ words) => words.filter((word) => !isStopWord(word)).flatMap((word) => analyzer.keysInText(word));
    const labels = new Map(terms.map(([unit]) => [unit, labelsOf(units[unit]).map(wordsIn)]));
    this.units = units;
    /** @type {Named[]} terms; of a label of three words and more, its initials, too */
    this.terms = [...labels].map(([unit, said]) => {
      const initials = said.filter((words) => words.length > 2).map((words) => [words.map(([letter]) => letter).join("")]);
      const keys = [...said, ...initials].map(content).filter(({ length }) => length);
      return { said: keys, means: keys, led: [], unit };
    });
    /** @type {Named[]} titles */
    this.titles = units.map(({ label, title }, unit) =>
      ({ said: [label, title].map(wordsIn).map(content), means: [], led: [], unit }));
    const brought = synonyms.map(([words]) => listed(words));
    /** @type {Named[]} what stands for the terms that it leads to, stands for their labels */
    this.synonyms = synonyms.map(([, led, means], at) => ({
      said: brought[at].map(content), led, unit: -1,
      means: [...listed(means), ...led.flatMap((unit) => labels.get(unit) ?? [])].map(content).filter(({ length }) => length),
    }));
    this.suggested = ["glossary", ""].flatMap((kind) => units.filter((unit) => !kind || unit.kind === kind))
      .flatMap(labelsOf).map((label) => ({ label, folded: fold(label) }));
    /** @type {string[][]} */
    this.long = [...labels.values(), ...brought].flat().filter((words) => words.length > 1);
    /** @type {Map<string, number>} the words that are known, and how often each stands */
    this.words = new Map();
    for (const word of texts.flat(2)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
    for (const word of brought.flat(2)) this.words.set(word, this.words.get(word) ?? 0);
  }

  /** What a query names at a place: a term's other labels; for what readers say, the units it leads to, and what it
   * means. Of several names the longest. @param {Place[]} places @param {number} index */
  at(places, index) {
    /** @type {{labels: string[][][], length: number, led: number[]}} */
    let found = { labels: [], length: places[index].length, led: [] };
    for (const { said, means, led } of [...this.terms, ...this.synonyms]) {
      const name = said.filter((each) => each.length >= found.length && isName(each, places.slice(index, index + each.length)))
        .sort((a, b) => b.length - a.length)[0];
      if (!name) continue;
      const before = name.length > found.length ? { labels: [], led: [] } : found;
      found = { labels: [...before.labels, ...means.filter((other) => other !== name)], length: name.length, led: [...before.led, ...led] };
    }
    return found.length > 1 ? found : { ...found, led: [...new Set([...found.led, ...this.ofKind(places[index].word)])] };
  }

  /** Terms and titles that go on with what is typed. @param {string} typed */
  suggest(typed) {
    const start = fold(typed).trim();
    const fits = this.suggested.filter(({ folded }) => folded.startsWith(start) && folded !== start).map(({ label }) => label);
    return start.length < SHORTEST ? [] : [...new Set(fits)].slice(0, MOST_SUGGESTIONS);
  }

  /** The units of a kind that is named: all recommendations for "saran". @param {string} word */
  ofKind(word) {
    const kind = kindOf(word);
    return this.units.flatMap((unit, at) => (unit.kind === kind ? at : []));
  }

  /** The units that a whole query names. @param {Place[]} places */
  whole(places) {
    return new Set([...this.terms, ...this.titles].filter(({ said }) => said.some((name) => isName(name, places))).map(({ unit }) => unit));
  }
}

const listed = (/** @type {string} */ text) => (text ? text.split("|").map(wordsIn) : []);
const labelsOf = (/** @type {Unit} */ { title, labels }) => [title, ...labels];

/** @param {string[][]} name @param {Place[]} places */
const isName = (name, places) => name.length > 0 && name.length === places.length
  && name.every((keys, index) => keys.some((key) => places[index].keys.has(key)));
