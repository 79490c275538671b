/**
 * The names that a query may contain: glossary terms with all their labels, labels and titles of search units
 * (paragraphs, records, sections), and synonyms that only readers use.
 */

import { isStopWord } from "./analyzer.js";
import { kindOf } from "./labels.js";
import { fold, wordsIn } from "./tokenizer.js";

const SHORTEST = 2, MOST_SUGGESTIONS = 4; // minimum length of a query to complete, and maximum number of suggestions

export class Synonyms {
  /** @param {SearchData} data @param {Unit[]} units @param {string[][][]} texts the words of each unit's two fields:
   * label with title, and text @param {Analyzer} analyzer */
  constructor({ terms, synonyms }, units, texts, analyzer) {
    const content = (/** @type {string[]} */ words) => words.filter((word) => !isStopWord(word)).flatMap((word) => analyzer.keysInText(word));
    const labels = new Map(terms.map(([unit]) => [unit, labelsOf(units[unit]).map(wordsIn)]));
    this.units = units;
    /** @type {NameEntry[]} glossary terms; a label of three or more words also matches by its initials */
    this.terms = [...labels].map(([unit, names]) => {
      const initials = names.filter((words) => words.length > 2).map((words) => [words.map(([letter]) => letter).join("")]);
      const forms = [...names, ...initials].map(content).filter(({ length }) => length);
      return { forms, alternatives: forms, targets: [], unit };
    });
    /** @type {NameEntry[]} labels and titles of units */
    this.titles = units.map(({ label, title }, unit) =>
      ({ forms: [label, title].map(wordsIn).map(content), alternatives: [], targets: [], unit }));
    const readerWords = synonyms.map(([words]) => splitList(words));
    /** @type {NameEntry[]} synonyms; a synonym that points to terms also searches for the labels of these terms */
    this.synonyms = synonyms.map(([, targets, words], index) => ({
      forms: readerWords[index].map(content), targets, unit: -1,
      alternatives: [...splitList(words), ...targets.flatMap((unit) => labels.get(unit) ?? [])].map(content).filter(({ length }) => length),
    }));
    this.suggested = ["glossary", ""].flatMap((kind) => units.filter((unit) => !kind || unit.kind === kind))
      .flatMap(labelsOf).map((label) => ({ label, folded: fold(label) }));
    /** @type {string[][]} names of two or more words */
    this.long = [...labels.values(), ...readerWords].flat().filter((words) => words.length > 1);
    /** @type {Map<string, number>} the known words, and how often each occurs */
    this.words = new Map();
    for (const word of texts.flat(2)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
    for (const word of readerWords.flat(2)) this.words.set(word, this.words.get(word) ?? 0);
  }

  /** Find the longest name that begins at a position of a query, or else take the single word. Return its `length` in
   * positions, other `labels` to search for as well (each as the index keys of its positions), and the indexes of the
   * search units to which it points (`targets`). @param {QueryPosition[]} positions @param {number} index */
  findName(positions, index) {
    /** @type {{labels: string[][][], length: number, targets: number[]}} */
    let best = { labels: [], length: positions[index].length, targets: [] };
    for (const { forms, alternatives, targets } of [...this.terms, ...this.synonyms]) {
      const name = forms.filter((each) => each.length >= best.length && isName(each, positions.slice(index, index + each.length)))
        .sort((a, b) => b.length - a.length)[0];
      if (!name) continue;
      const { labels, targets: units } = name.length > best.length ? { labels: [], targets: [] } : best;
      best = { labels: [...labels, ...alternatives.filter((other) => other !== name)], length: name.length, targets: [...units, ...targets] };
    }
    return best.length > 1 ? best : { ...best, targets: [...new Set([...best.targets, ...this.ofKind(positions[index].word)])] };
  }

  /** Return a few glossary terms and titles that begin with the typed text, to complete it. @param {string} typed */
  suggest(typed) {
    const prefix = fold(typed).trim();
    const matches = this.suggested.filter(({ folded }) => folded.startsWith(prefix) && folded !== prefix).map(({ label }) => label);
    return prefix.length < SHORTEST ? [] : [...new Set(matches)].slice(0, MOST_SUGGESTIONS);
  }

  /** Return the indexes of all search units of the kind that a word names ("saran": recommendations).
   * @param {string} word */
  ofKind(word) {
    const kind = kindOf(word);
    return this.units.flatMap((unit, index) => (unit.kind === kind ? index : []));
  }

  /** Return the indexes of the search units of which the whole query is a name. @param {QueryPosition[]} positions */
  unitsNamed(positions) {
    return new Set([...this.terms, ...this.titles].filter(({ forms }) => forms.some((name) => isName(name, positions))).map(({ unit }) => unit));
  }
}

/** Split a text of names separated by "|" into a list of names, each as a list of its words. */
const splitList = (/** @type {string} */ text) => (text ? text.split("|").map(wordsIn) : []);
const labelsOf = (/** @type {Unit} */ { title, labels }) => [title, ...labels];

/** Return whether a name matches positions of a query from the first to the last.
 * @param {string[][]} name the index keys of each position @param {QueryPosition[]} positions */
const isName = (name, positions) => name.length > 0 && name.length === positions.length
  && name.every((keys, index) => keys.some((key) => positions[index].keys.has(key)));
