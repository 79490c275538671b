/**
 * Searching the edition, unit by unit (a paragraph, a record, a section): a glossary term stands for all its labels,
 * results are ranked by BM25. `stemming.js` and `reading.js` have to be there first.
 *
 * @typedef {{count: number, phrases: Set<string>}} Hit
 * @typedef {{weight: number, hits: Map<number, Hit>}} Part of a query
 * @typedef {{place: number, word: string, value: number}} Found
 */

{
  // Asked with, but not what is looked for.
  const QUESTION_WORDS = /^(apa|apakah|siapa|siapakah|kapan|mengapa|kenapa|bagaimana|berapa|mana)$/;
  const SATURATION = 1.2, LENGTH_SHARE = 0.5; // k1 and b of BM25
  const IN_TITLE = 3, SAME_WORD = 0.5, OTHER_LABEL = 0.7; // what a match counts, next to one in the text
  /** @type {Record<string, number>} */
  const KINDS = { paragraphs: 1.3, notes: 0.7, original: 0.8, prose: 0.7 }; // what is cited comes ahead of what is said about it
  const WHOLE_LABEL = 4, WHOLE_QUERY = 1.5; // what is added for a match of all of it

  class SearchIndex {
    /** @param {SearchData} data */
    constructor(data) {
      this.units = data.units;
      const wordsIn = (/** @type {string} */ text) => wordsOf(text).map(({ word }) => word);
      const texts = data.units.flatMap(({ label, anchor, title, text }) => [
        wordsIn(`${label} ${title}`), wordsIn(anchor), wordsIn(text)]);
      this.reader = new Reader(texts);
      /** stem → unit → where: @type {Map<string, Map<number, Found[]>>} */
      this.places = new Map();
      this.lengths = data.units.map((_, unit) => {
        const end = this.note(unit, 0, texts[3 * unit], IN_TITLE);
        this.note(unit, -1000, texts[3 * unit + 1], 1);
        return this.note(unit, end + 1, texts[3 * unit + 2], 1);
      });
      this.mean = this.lengths.reduce((sum, length) => sum + length, 0) / (this.lengths.length || 1);
      const stemsIn = (/** @type {string} */ text) => wordsIn(text).flatMap((word) => this.reader.stemsInText(word));
      this.terms = data.terms.map(({ anchor, labels }) => ({ anchor, labels: labels.map(stemsIn) }));
      this.names = [
        ...this.terms,
        ...data.units.map(({ anchor, label, title }) => ({ anchor, labels: [anchor, label, title].map(stemsIn) })),
      ];
    }

    /** @param {number} unit @param {number} start @param {string[]} words @param {number} value of each
     * @returns {number} the place behind the last */
    note(unit, start, words, value) {
      let place = start;
      for (const word of words) {
        for (const stem of this.reader.stemsInText(word)) {
          const units = this.places.get(stem) ?? new Map();
          this.places.set(stem, units.set(unit, [...units.get(unit) ?? [], { place, word, value }]));
          place += 1;
        }
      }
      return place;
    }

    /** The units that hold all of a query, best first; if none does, those that hold the weightier half of it.
     * @param {string} query @returns {Result[]} */
    search(query) {
      const every = this.reader.readQuery(query);
      const asked = every.filter(({ word }) => !QUESTION_WORDS.test(word));
      const places = asked.length ? asked : every;
      const parts = this.partsOf(places);
      const total = parts.reduce((sum, part) => sum + part.weight, 0);
      /** @type {Map<number, Hit>} */
      const whole = places.length > 1 ? this.occurrences(places.map(({ stems }) => stems), places) : new Map();
      const exact = new Set(this.names.filter(({ labels }) => labels.some((label) => isLabel(label, places)))
        .map(({ anchor }) => anchor));
      const results = [...new Set(parts.flatMap(({ hits }) => [...hits.keys()]))].map((unit) => {
        const found = parts.filter(({ hits }) => hits.has(unit));
        const bonus = (whole.has(unit) ? WHOLE_QUERY : 0) + (exact.has(this.units[unit].anchor) ? WHOLE_LABEL : 0);
        return {
          unit: this.units[unit],
          share: found.reduce((sum, part) => sum + part.weight, 0) / total,
          score: found.reduce((sum, part) => sum + this.scoreOf(part, unit), bonus) * (KINDS[this.units[unit].kind] ?? 1),
          phrases: whole.get(unit)?.phrases ?? new Set(found.flatMap(({ hits }) => [.../** @type {Hit} */ (hits.get(unit)).phrases])),
        };
      }).sort((a, b) => b.score - a.score);
      const all = results.filter(({ share }) => share > 0.999);
      return all.length || parts.length < 2 ? all : results.filter(({ share }) => share > 0.5);
    }

    /** The query in parts: glossary labels, and what is left, word by word. @param {Place[]} places
     * @returns {Part[]} */
    partsOf(places) {
      /** @type {Part[]} */
      const parts = [];
      for (let index = 0; index < places.length;) {
        const { labels, length } = this.labelAt(places, index);
        const own = places.slice(index, index + length);
        const hits = this.occurrences(own.map(({ stems }) => stems), own);
        for (const label of labels) {
          const others = this.occurrences(label.map((stem) => new Set([stem])), own);
          for (const [unit, hit] of others) {
            const known = hits.get(unit);
            if (!known) hits.set(unit, { count: hit.count * OTHER_LABEL, phrases: hit.phrases });
          }
        }
        const rare = (this.units.length - hits.size + 0.5) / (hits.size + 0.5);
        parts.push({ hits, weight: Math.log(1 + rare) * length });
        index += length;
      }
      return parts;
    }

    /** The other labels of the term that a query names at a place; of several the longest.
     * @param {Place[]} places @param {number} index */
    labelAt(places, index) {
      /** @type {{labels: string[][], length: number}} */
      let found = { labels: [], length: places[index].length };
      for (const { labels } of this.terms) {
        for (const label of labels) {
          const here = places.slice(index, index + label.length);
          if (label.length >= found.length && isLabel(label, here)) {
            found = { labels: labels.filter((other) => other !== label), length: label.length };
          }
        }
      }
      return found;
    }

    /** Where stems follow each other. @param {Set<string>[]} sequence @param {Place[]} asked */
    occurrences(sequence, asked) {
      /** @type {Map<number, Hit>} */
      const found = new Map();
      const typed = new Set(asked.map(({ word }) => word));
      const at = (/** @type {Set<string>} */ stems, /** @type {number} */ unit) =>
        [...stems].flatMap((stem) => this.places.get(stem)?.get(unit) ?? []);
      const [first, ...rest] = sequence;
      for (const unit of new Set([...first].flatMap((stem) => [...(this.places.get(stem)?.keys() ?? [])]))) {
        const behind = rest.map((stems) => new Map(at(stems, unit).map((each) => [each.place, each])));
        const runs = at(first, unit)
          .map((start) => [start, ...behind.map((places, index) => places.get(start.place + index + 1))])
          .filter(isWhole);
        if (!runs.length) continue;
        const count = runs.reduce((sum, run) => sum + run[0].value + (typed.has(run[0].word) ? SAME_WORD : 0), 0);
        // a solid compound has several places, but is one word
        const said = (/** @type {{word: string}[]} */ run) =>
          run.map(({ word }) => word).filter((word, at, all) => word !== all[at - 1]).join(" ");
        found.set(unit, { count, phrases: new Set(runs.map(said)) });
      }
      return found;
    }

    /** @param {Part} part @param {number} unit */
    scoreOf({ weight, hits }, unit) {
      const { count } = /** @type {Hit} */ (hits.get(unit));
      const length = 1 - LENGTH_SHARE + LENGTH_SHARE * this.lengths[unit] / this.mean;
      return weight * count * (SATURATION + 1) / (count + SATURATION * length);
    }
  }

  /** @param {(Found | undefined)[]} run @returns {run is Found[]} */
  const isWhole = (run) => run.every(Boolean);

  /** @param {string[]} label @param {Place[]} places */
  const isLabel = (label, places) =>
    label.length === places.length && label.every((stem, index) => places[index].stems.has(stem));

  window.SearchIndex = SearchIndex;
}
