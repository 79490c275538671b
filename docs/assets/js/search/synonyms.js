/**
 * The names that a query may contain: glossary terms with all their names, labels and titles of search units, and
 * synonyms (words that only readers use, not the edition). A search unit is the text that one search result shows.
 */

import { isStopWord } from "./analyzer.js";
import { kindOf } from "./labels.js";
import { fold, wordsIn } from "./tokenizer.js";

const SHORTEST = 2, MOST_SUGGESTIONS = 4; // minimum length of a query to complete, and maximum number of suggestions

export class Synonyms {
  /** @param {SearchData} data @param {Unit[]} units
   * @param {string[][][]} texts the words of each unit, in two fields: label with title, and text
   * @param {Analyzer} analyzer */
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

  /** Find the longest known name that begins at a word of a query. In the result, `length` is the number of its words
   * (if there is no such name, that of the word itself). `labels` are other names to search for as well; each is a list
   * of words, and each word a list of index keys (stems). `targets` are the indexes of the search units to which the
   * name leads.
   * @param {QueryPosition[]} positions the words of the query @param {number} index the index of the word */
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

  /** Return the names of glossary terms and the titles that begin with the typed text, at most MOST_SUGGESTIONS.
   * @param {string} typed */
  suggest(typed) {
    const prefix = fold(typed).trim();
    const matches = this.suggested.filter(({ folded }) => folded.startsWith(prefix) && folded !== prefix).map(({ label }) => label);
    return prefix.length < SHORTEST ? [] : [...new Set(matches)].slice(0, MOST_SUGGESTIONS);
  }

  /** If a word names a kind of record ("saran": recommendations), return the indexes of all search units (records) of
   * that kind, or else an empty list.
   * @param {string} word */
  ofKind(word) {
    const kind = kindOf(word);
    return this.units.flatMap((unit, index) => (unit.kind === kind ? index : []));
  }

  /** Return the indexes of the search units whose name, label or title has exactly the words of a query.
   * @param {QueryPosition[]} positions the words of the query */
  unitsNamed(positions) {
    return new Set([...this.terms, ...this.titles].filter(({ forms }) => forms.some((name) => isName(name, positions))).map(({ unit }) => unit));
  }
}

/** Split a string of names that are separated by "|"; return each name as a list of words: "a b|c" → [["a", "b"],
 * ["c"]]. */
const splitList = (/** @type {string} */ text) => (text ? text.split("|").map(wordsIn) : []);
const labelsOf = (/** @type {Unit} */ { title, labels }) => [title, ...labels];

/** Return whether a name has the same words as a query, in the same order.
 * @param {string[][]} name for each word its index keys (stems), any of which may match
 * @param {QueryPosition[]} positions the words of the query, or some of them */
const isName = (name, positions) => name.length > 0 && name.length === positions.length
  && name.every((keys, index) => keys.some((key) => positions[index].keys.has(key)));
