/**
 * Searching the edition, unit by unit (a paragraph, a record, a section): a glossary term stands for all its labels, a
 * word that readers bring for what it leads to; results are ranked by BM25.
 *
 * @typedef {{weight: number, hits: Map<number, Hit>}} Part of a query
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
const OTHER_LABEL = 0.7, LED_TO = 2.5, NEXT_LED_TO = 0.85; // what a match counts, next to one in the text
const NAMED = 6, BY_YEAR = 3; // weights of a label, and of a span of years
const SENTENCE = 4, SAID_ON_THE_WAY = 2; // parts of a sentence, and what an unknown one of it weighs
// What is cited comes ahead of what is said about it; and so it does where two count the same.
/** @type {Record<string, number>} */
const KINDS = {
  paragraphs: 1.3, timeline: 1, obstacles: 1, efforts: 1, recommendations: 1, glossary: 1, actors: 1, notes: 0.7, original: 0.8, prose: 0.7,
};
const ORDER = Object.keys(KINDS);
const ASKED_FOR = 1.4; // a kind that a question is about
const WHOLE_NAME = 4, WHOLE_QUERY = 1.5; // what is added for a match of all of it
const MOST_OF_QUERY = 0.53, MOST_OF_SENTENCE = 0.4, WHOLE = 0.999; // of a query's weight has to be found
const ENOUGH = 3; // units that hold all of it; if there are fewer, those that hold most of it follow

export class SearchEngine {
  /** @param {SearchData} data */
  constructor(data) {
    this.units = unitsOf(data);
    const texts = this.units.map(({ label, title, text }) => [`${label} ${title}`, text].map(wordsIn));
    const english = data.terms.flatMap(([, , said]) => said).flatMap(wordsIn);
    this.analyzer = new Analyzer(texts.flat(), english, data.synonyms.flatMap(([words]) => wordsIn(words)));
    this.index = new InvertedIndex(this.units, texts, this.analyzer);
    this.synonyms = new Synonyms(data, this.units, texts, this.analyzer);
    this.labels = new Labels(this.units, data.sections);
    this.corrector = new QueryCorrector(this.analyzer, this.synonyms.words, this.synonyms.long);
    this.years = [...this.synonyms.words.keys()].filter((word) => /^(?:19|20)\d\d$/.test(word));
  }

  /** What answers a query, best first: the units that hold all of it; if there are few, those that hold most of it.
   * @param {string} query @param {boolean} isExact whether its words are to be taken as they are
   * @returns {Answer} */
  search(query, isExact = false) {
    const kinds = questionKinds(query);
    const { text, spans } = readNumbers(joinAbbreviations(query));
    const { text: rest, units, isNone } = this.labels.read(text);
    const typed = queryWords(rest), isOpen = /[\p{L}\p{N}]$/u.test(query);
    const mended = isExact ? { words: typed, sure: false, offered: undefined } : this.corrector.correct(typed, isOpen);
    const places = this.analyzer.readQuery(mended.words, isOpen).flatMap(({ words, keys }) => {
      const sets = keys.length ? keys : [new Set()];
      return sets.map((each, at) => ({ keys: each, word: words.join(""), length: sets.length - at }));
    });
    const named = new Map(units.map((unit) => [unit, { count: 2 * LED_TO, phrases: new Set() }]));
    const parts = [
      ...units.length || isNone ? [{ weight: NAMED, hits: named }] : [],
      ...spans.map((span) => this.partOfSpan(span)),
      ...this.partsOf(places),
    ];
    // in a sentence much is said on the way
    const isSentence = Object.keys(kinds).length > 0 || parts.length >= SENTENCE;
    if (isSentence) for (const part of parts) if (!part.hits.size) part.weight = SAID_ON_THE_WAY;
    if (spans.length) kinds.timeline ??= 1.3;
    const results = parts.length ? this.ranked(parts, places, kinds, isSentence) : this.ofKinds(kinds);
    return {
      results,
      said: mended.sure && results.length ? mended.words.map(({ word }) => word).join(" ") : "",
      offered: mended.offered?.join(" ") ?? "",
      isVague: !parts.length && !results.length,
    };
  }

  /** @param {Part[]} parts @param {Place[]} places @param {Record<string, number>} kinds @param {boolean} isSentence
   * @returns {Result[]} */
  ranked(parts, places, kinds, isSentence) {
    const total = parts.reduce((sum, part) => sum + part.weight, 0);
    const whole = places.length > 1 ? this.index.follow(places.map(({ keys }) => keys), new Set()) : new Map();
    const named = this.synonyms.whole(places);
    const results = [...new Set(parts.flatMap(({ hits }) => [...hits.keys()]))].map((unit) => {
      const found = parts.filter(({ hits }) => hits.has(unit)), { kind } = this.units[unit];
      const share = found.reduce((sum, part) => sum + part.weight, 0) / total;
      const bonus = (whole.has(unit) ? WHOLE_QUERY : 0) + (named.has(unit) ? WHOLE_NAME : 0);
      const score = found.reduce((sum, part) => sum + this.scoreOf(part, unit), bonus);
      return {
        unit: this.units[unit],
        share,
        found: found.length,
        score: score * KINDS[kind] * (kinds[kind] ?? 1) * share,
        phrases: whole.get(unit)?.phrases ?? new Set(found.flatMap(({ hits }) => [.../** @type {Hit} */ (hits.get(unit)).phrases])),
      };
    }).sort((a, b) => b.score - a.score || ORDER.indexOf(a.unit.kind) - ORDER.indexOf(b.unit.kind));
    const all = results.filter(({ share }) => share > WHOLE);
    if (all.length >= ENOUGH || parts.length < 2) return all;
    const isKnown = parts.every(({ hits }) => hits.size), most = isSentence ? MOST_OF_SENTENCE : MOST_OF_QUERY;
    return results.filter(({ share, found }) => share > most && (isKnown || found > 1 || parts.length < 3))
      .sort((a, b) => Number(b.share > WHOLE) - Number(a.share > WHOLE));
  }

  /** What a question without any other word asks for. @param {Record<string, number>} kinds @returns {Result[]} */
  ofKinds(kinds) {
    return this.units.filter(({ kind }) => kinds[kind] > ASKED_FOR)
      .map((unit) => ({ unit, share: 1, found: 0, score: 0, phrases: new Set() }));
  }

  /** The query in parts: names, and what is left, word by word. @param {Place[]} places @returns {Part[]} */
  partsOf(places) {
    /** @type {Part[]} */
    const parts = [];
    for (let index = 0; index < places.length;) {
      const { labels, length, led } = this.synonyms.at(places, index);
      const own = places.slice(index, index + length), typed = new Set(own.map(({ word }) => word));
      const hits = this.index.follow(own.map(({ keys }) => keys), typed);
      const add = (/** @type {number} */ unit, /** @type {number} */ count, /** @type {Iterable<string>} */ phrases) => {
        const known = hits.get(unit);
        hits.set(unit, { count: Math.max(known?.count ?? 0, count), phrases: new Set([...known?.phrases ?? [], ...phrases]) });
      };
      for (const label of labels) {
        const found = this.index.follow(label.map((keys) => new Set(keys)), typed);
        for (const [unit, { count, phrases }] of found) add(unit, count * OTHER_LABEL, phrases);
      }
      led.forEach((unit, at) => add(unit, LED_TO * NEXT_LED_TO ** at, []));
      parts.push({ hits, weight: this.rarity(hits.size) * length });
      index += length;
    }
    return parts;
  }

  /** Units in a span of years. @param {[number, number]} span @returns {Part} */
  partOfSpan([from, to]) {
    const years = new Set(this.years.filter((year) => Number(year) >= from && Number(year) <= to));
    const hits = this.index.follow([years], new Set());
    for (const [unit, hit] of this.index.follow([new Set([`${from}`]), new Set([`${to}`])], new Set())) {
      hits.set(unit, { ...hit, count: hit.count + LED_TO });
    }
    return { weight: BY_YEAR, hits };
  }

  /** @param {number} many units that have it */
  rarity(many) {
    return Math.log(1 + (this.units.length - many + 0.5) / (many + 0.5));
  }

  /** @param {Part} part @param {number} unit */
  scoreOf({ weight, hits }, unit) {
    const count = hits.get(unit)?.count ?? 0;
    const length = 1 - LENGTH_SHARE + LENGTH_SHARE * this.index.lengths[unit] / this.index.mean;
    return weight * count * (SATURATION + 1) / (count + SATURATION * length);
  }
}

/** The units, one by one; a term's other labels are its text, too. @param {SearchData} data @returns {Unit[]} */
const unitsOf = ({ units, terms }) => {
  const columns = Object.entries(units);
  const others = new Map(terms.map(([unit, own, english]) => [unit, [...own, ...english]]));
  return units.anchor.map((_, at) => {
    const unit = /** @type {any} */ (Object.fromEntries(columns.map(([key, values]) => [key, values[at]])));
    const labels = (others.get(at) ?? []).filter((label) => label !== unit.title);
    return { ...unit, labels, text: labels.length ? `${unit.text} (${labels.join(", ")})` : unit.text };
  });
};
