/**
 * The search engine. What it finds are search units: a search unit is the text that one result shows (a paragraph,
 * record or section). The engine divides a query into parts: known names, other words, and spans of years. It finds the
 * units that match these parts and sorts them by BM25, the usual formula for relevance.
 *
 * If a part is a name of a glossary term, units that contain another name of the term match too. If a part is a synonym
 * (an entry of `synonyms.yml`), the units that the entry lists match too.
 *
 * @typedef {{weight: number, hits: Map<number, Hit>}} Part a part of a query. `weight`: its importance in the query;
 * `hits`: for each search unit that matches the part (by index), the matches in it
 */

import { Analyzer } from "./analyzer.js";
import { InvertedIndex } from "./inverted-index.js";
import { Labels } from "./labels.js";
import { readNumbers } from "./numbers.js";
import { joinAbbreviations, queryWords, questionKinds } from "./query.js";
import { QueryCorrector } from "./query-correction.js";
import { Synonyms } from "./synonyms.js";
import { wordsIn } from "./tokenizer.js";

const SATURATION = 1.2, LENGTH_SHARE = 0.5; // k1 and b of BM25
// Weights of matches, relative to a match in the text: by another label, as a synonym's target. NEXT_TARGET is the
// factor from one target to the next.
const OTHER_LABEL = 0.7, TARGET = 2.5, NEXT_TARGET = 0.85;
const LABEL = 6, YEARS = 3; // weights of parts of a query: a label of a paragraph or record, a span of years
// Minimum number of parts of a query that is read as a sentence; weight of a part of a sentence that matches nothing.
const SENTENCE = 4, UNKNOWN_IN_SENTENCE = 2;
// Factors by kind of search unit: paragraphs and records rank before notes and prose about them. Units with equal
// scores are sorted in this order.
/** @type {Record<string, number>} */
const KINDS = {
  paragraphs: 1.3, timeline: 1, obstacles: 1, efforts: 1, recommendations: 1, glossary: 1, actors: 1, notes: 0.7, original: 0.8, prose: 0.7,
};
const ORDER = Object.keys(KINDS);
const ASKED_FOR = 1.4; // a question without other words lists the kinds of units whose factor in `query.js` is higher
const WHOLE_NAME = 4, WHOLE_QUERY = 1.5; // added to a unit's score if the query is its name, or a phrase in it
const MOST_OF_QUERY = 0.53, MOST_OF_SENTENCE = 0.4, WHOLE = 0.999; // minimum matched shares of the query's weight
const ENOUGH = 3; // if fewer units match the whole query, units that match most of it are added

export class SearchEngine {
  /** @param {SearchData} data */
  constructor(data) {
    this.units = unitsOf(data);
    const texts = this.units.map(({ label, title, text }) => [`${label} ${title}`, text].map(wordsIn));
    const english = data.terms.flatMap(([, , labels]) => labels).flatMap(wordsIn);
    this.analyzer = new Analyzer(texts.flat(), english, data.synonyms.flatMap(([words]) => wordsIn(words)));
    this.index = new InvertedIndex(this.units, texts, this.analyzer);
    this.synonyms = new Synonyms(data, this.units, texts, this.analyzer);
    this.labels = new Labels(this.units, data.sections);
    this.corrector = new QueryCorrector(this.analyzer, this.synonyms.words, this.synonyms.long);
    this.years = [...this.synonyms.words.keys()].filter((word) => /^(?:19|20)\d\d$/.test(word));
  }

  /** Search for a query. The results are sorted: first the search units (paragraphs, records, sections) that match the
   * whole query, best first. If there are fewer than ENOUGH of these, units that match most of the query follow.
   * @param {string} query @param {boolean} isExact whether to search without correcting the spelling
   * @returns {Answer} */
  search(query, isExact = false) {
    const kinds = questionKinds(query);
    const { text, spans } = readNumbers(joinAbbreviations(query));
    const { text: rest, units, isNone } = this.labels.read(text);
    const typed = queryWords(rest), isOpen = /[\p{L}\p{N}]$/u.test(query);
    const correction = isExact ? { words: typed, sure: false, offered: undefined } : this.corrector.correct(typed, isOpen);
    const positions = this.analyzer.readQuery(correction.words, isOpen).flatMap(({ words, keys }) => {
      const sets = keys.length ? keys : [new Set()];
      return sets.map((each, index) => ({ keys: each, word: words.join(""), length: sets.length - index }));
    });
    const labelled = new Map(units.map((unit) => [unit, { count: 2 * TARGET, phrases: new Set() }]));
    const parts = [
      ...units.length || isNone ? [{ weight: LABEL, hits: labelled }] : [],
      ...spans.map((span) => this.partOfSpan(span)),
      ...this.partsOf(positions),
    ];
    // sentences contain words that do not matter: parts of them that match nothing weigh less
    const isSentence = Object.keys(kinds).length > 0 || parts.length >= SENTENCE;
    if (isSentence) for (const part of parts) if (!part.hits.size) part.weight = UNKNOWN_IN_SENTENCE;
    if (spans.length) kinds.timeline ??= 1.3;
    const results = parts.length ? this.rank(parts, positions, kinds, isSentence) : this.ofKinds(kinds);
    return {
      results,
      corrected: correction.sure && results.length ? correction.words.map(({ word }) => word).join(" ") : "",
      suggestion: correction.offered?.join(" ") ?? "",
      isVague: !parts.length && !results.length,
    };
  }

  /** Return the search units (paragraphs, records, sections) that match enough of a query, best first.
   * @param {Part[]} parts the query's names, words and spans of years @param {QueryPosition[]} positions the words
   * of the query @param {Record<string, number>} kinds a map from kind of unit ("timeline") to a factor for its
   * scores @param {boolean} isSentence whether the query is a sentence: a smaller share of it must match
   * @returns {Result[]} */
  rank(parts, positions, kinds, isSentence) {
    const total = parts.reduce((sum, part) => sum + part.weight, 0);
    const phrase = positions.length > 1 ? this.index.findSequence(positions.map(({ keys }) => keys), new Set()) : new Map();
    const named = this.synonyms.unitsNamed(positions);
    const results = [...new Set(parts.flatMap(({ hits }) => [...hits.keys()]))].map((unit) => {
      const matched = parts.filter(({ hits }) => hits.has(unit)), { kind } = this.units[unit];
      const share = matched.reduce((sum, part) => sum + part.weight, 0) / total;
      const bonus = (phrase.has(unit) ? WHOLE_QUERY : 0) + (named.has(unit) ? WHOLE_NAME : 0);
      const score = matched.reduce((sum, part) => sum + this.scoreOf(part, unit), bonus);
      return {
        unit: this.units[unit],
        share,
        partCount: matched.length,
        score: score * KINDS[kind] * (kinds[kind] ?? 1) * share,
        phrases: phrase.get(unit)?.phrases ?? new Set(matched.flatMap(({ hits }) => [.../** @type {Hit} */ (hits.get(unit)).phrases])),
      };
    }).sort((a, b) => b.score - a.score || ORDER.indexOf(a.unit.kind) - ORDER.indexOf(b.unit.kind));
    const complete = results.filter(({ share }) => share > WHOLE);
    if (complete.length >= ENOUGH || parts.length < 2) return complete;
    const isKnown = parts.every(({ hits }) => hits.size), most = isSentence ? MOST_OF_SENTENCE : MOST_OF_QUERY;
    return results.filter(({ share, partCount }) => share > most && (isKnown || partCount > 1 || parts.length < 3))
      .sort((a, b) => Number(b.share > WHOLE) - Number(a.share > WHOLE));
  }

  /** Answer a question that has no other words ("kapan?", when): return all search units (records, paragraphs) of the
   * kinds that answer it, for "kapan" all events.
   * @param {Record<string, number>} kinds a map from kind of unit ("timeline") to a number: how well such units
   * answer the question. Kinds with a number above ASKED_FOR are returned @returns {Result[]} */
  ofKinds(kinds) {
    return this.units.filter(({ kind }) => kinds[kind] > ASKED_FOR)
      .map((unit) => ({ unit, share: 1, partCount: 0, score: 0, phrases: new Set() }));
  }

  /** Split a query into parts from left to right. A part is the longest known name that begins at a word, or if there
   * is none, the word alone. Return the parts with the search units that match them.
   * @param {QueryPosition[]} positions the words of the query @returns {Part[]} */
  partsOf(positions) {
    /** @type {Part[]} */
    const parts = [];
    for (let index = 0; index < positions.length;) {
      const { labels, length, targets } = this.synonyms.findName(positions, index);
      const name = positions.slice(index, index + length), typed = new Set(name.map(({ word }) => word));
      const hits = this.index.findSequence(name.map(({ keys }) => keys), typed);
      const add = (/** @type {number} */ unit, /** @type {number} */ count, /** @type {Iterable<string>} */ phrases) => {
        const previous = hits.get(unit);
        hits.set(unit, { count: Math.max(previous?.count ?? 0, count), phrases: new Set([...previous?.phrases ?? [], ...phrases]) });
      };
      for (const label of labels) {
        const matches = this.index.findSequence(label.map((keys) => new Set(keys)), typed);
        for (const [unit, { count, phrases }] of matches) add(unit, count * OTHER_LABEL, phrases);
      }
      targets.forEach((unit, rank) => add(unit, TARGET * NEXT_TARGET ** rank, []));
      parts.push({ hits, weight: this.rarity(hits.size) * length });
      index += length;
    }
    return parts;
  }

  /** Return the part of a query that is a span of years. It matches search units that contain a year in the span.
   * @param {[number, number]} span first and last year @returns {Part} */
  partOfSpan([from, to]) {
    const years = new Set(this.years.filter((year) => Number(year) >= from && Number(year) <= to));
    const hits = this.index.findSequence([years], new Set());
    for (const [unit, hit] of this.index.findSequence([new Set([`${from}`]), new Set([`${to}`])], new Set())) {
      hits.set(unit, { ...hit, count: hit.count + TARGET });
    }
    return { weight: YEARS, hits };
  }

  /** Return the inverse document frequency of BM25: the fewer search units match, the greater it is.
   * @param {number} many the number of units that match */
  rarity(many) {
    return Math.log(1 + (this.units.length - many + 0.5) / (many + 0.5));
  }

  /** Return the BM25 score of a search unit for one part of the query.
   * @param {Part} part @param {number} unit the index of the search unit */
  scoreOf({ weight, hits }, unit) {
    const count = hits.get(unit)?.count ?? 0;
    const length = 1 - LENGTH_SHARE + LENGTH_SHARE * this.index.lengths[unit] / this.index.mean;
    return weight * count * (SATURATION + 1) / (count + SATURATION * length);
  }
}

/** Convert the columns of the search index (one list per property) to one object per search unit. The text of a
 * glossary term also gets the term's other names.
 * @param {SearchData} data @returns {Unit[]} */
const unitsOf = ({ units, terms }) => {
  const columns = Object.entries(units);
  const others = new Map(terms.map(([unit, indonesian, english]) => [unit, [...indonesian, ...english]]));
  return units.anchor.map((_, index) => {
    const unit = /** @type {any} */ (Object.fromEntries(columns.map(([key, values]) => [key, values[index]])));
    const labels = (others.get(index) ?? []).filter((label) => label !== unit.title);
    return { ...unit, labels, text: labels.length ? `${unit.text} (${labels.join(", ")})` : unit.text };
  });
};
