/**
 * Searching the edition, unit by unit (a paragraph, a record, a section): a glossary term stands for all its labels, a
 * word that readers bring for what it leads to; results are ranked by BM25. The other scripts of the search have to be
 * there first.
 *
 * @typedef {{weight: number, hits: Map<number, Hit>}} Part of a query
 */

{
  const SATURATION = 1.2, LENGTH_SHARE = 0.5; // k1 and b of BM25
  const OTHER_LABEL = 0.7, LED_TO = 2.5, NEXT_LED_TO = 0.85; // what a match counts, next to one in the text
  const NAMED = 6, BY_YEAR = 3; // weights of a label, and of a span of years
  /** @type {Record<string, number>} */
  const KINDS = { paragraphs: 1.3, notes: 0.7, original: 0.8, prose: 0.7 }; // what is cited comes ahead of what is said about it
  const WHOLE_LABEL = 4, WHOLE_QUERY = 1.5; // what is added for a match of all of it
  const MOST = 0.53, MOST_OF_SENTENCE = 0.4, WHOLE = 0.999; // of a query's weight has to be found
  const SENTENCE = 4, SAID_ON_THE_WAY = 2; // parts of a sentence, and what an unknown one of it weighs
  const ENOUGH = 3; // units that hold all of it; if there are fewer, those that hold most of it follow

  class SearchIndex {
    /** @param {SearchData} data */
    constructor(data) {
      const columns = Object.entries(data.units);
      /** @type {Unit[]} */
      this.units = data.units.anchor.map((_, unit) => Object.fromEntries(columns.map(([key, values]) => [key, values[unit]])));
      // a term's labels are its text, too
      for (const [unit, own, english] of data.terms) {
        this.units[unit].text += ` (${[...own, ...english].filter((label) => label !== this.units[unit].title).join(", ")})`;
      }
      const wordsIn = (/** @type {string} */ text) => wordsOf(text).map(({ word }) => word);
      const texts = this.units.map(({ label, anchor, title, text }) => [`${label} ${title}`, anchor, text].map(wordsIn));
      const labels = new Map(data.terms.map(([unit, own, english]) => [unit, [...own, ...english]]));
      const synonyms = data.synonyms.map(([words, units, means]) =>
        ({ words: words.map(wordsIn), units, means: [...means, ...units.flatMap((unit) => labels.get(unit) ?? [])].map(wordsIn) }));
      const english = data.terms.flatMap(([, , said]) => said).flatMap(wordsIn);
      this.reader = new Reader(texts.flat(), english, synonyms.flatMap(({ words }) => words.flat()));
      this.places = new Places(this.units, texts, this.reader);
      const content = (/** @type {string[]} */ words) => words.filter((word) => !isWeightless(word))
        .flatMap((word) => this.reader.keysInText(word));
      this.terms = [...labels].map(([unit, all]) => {
        const said = all.map(wordsIn);
        const initials = said.filter((words) => words.length > 2).map((words) => [words.map(([letter]) => letter).join("")]);
        return { unit, labels: [...said, ...initials].map(content) };
      });
      this.synonyms = synonyms.map(({ words, units, means }) => ({ words: words.map(content), units, means: means.map(content) }));
      this.names = [
        ...this.terms,
        ...this.units.map(({ anchor, label, title }, unit) => ({ unit, labels: [anchor, label, title].map(wordsIn).map(content) })),
      ];
      this.labels = new Labels(this.units);
      this.mender = new Mender(this.reader, counted(texts, synonyms), namesOf(data, synonyms, wordsIn));
      this.years = [...new Set(texts.flat(2))].filter((word) => /^(?:19|20)\d\d$/.test(word));
    }

    /** What answers a query, best first: the units that hold all of it; if none does, those that hold the weightier part.
     * @param {string} query @param {boolean} isExact whether its words are to be taken as they are
     * @returns {Answer} */
    search(query, isExact = false) {
      const kinds = asking.kinds(query);
      const { text, spans } = figures.read(asking.plain(query));
      const { text: rest, units, isNone } = this.labels.read(text);
      const typed = asking.words(rest), isOpen = /[\p{L}\p{N}]$/u.test(query);
      const mended = isExact ? { words: typed, sure: false, offered: undefined } : this.mender.mend(typed, isOpen);
      const places = this.reader.readQuery(mended.words, isOpen)
        .flatMap(({ words, keys }) => (keys.length ? keys : [new Set()]).map((each, at) => ({ keys: each, word: words.join(""), length: (keys.length || 1) - at })));
      const parts = [
        ...units.length || isNone ? [{ weight: NAMED, hits: new Map(units.map((unit) => [unit, { count: 2 * LED_TO, phrases: new Set() }])) }] : [],
        ...spans.map((span) => this.partOfSpan(span)),
        ...this.partsOf(places),
      ];
      // in a sentence much is said on the way
      const isSentence = Object.keys(kinds).length > 0 || parts.length >= SENTENCE;
      if (isSentence) for (const part of parts) if (!part.hits.size) part.weight = SAID_ON_THE_WAY;
      if (spans.length) kinds.timeline ??= 1.3;
      const results = parts.length ? this.ranked(parts, places, kinds) : this.ofKinds(kinds);
      return {
        results,
        said: mended.sure && results.length ? mended.words.map(({ word }) => word).join(" ") : "",
        offered: mended.offered?.join(" ") ?? "",
      };
    }

    /** @param {Part[]} parts @param {Place[]} places @param {Record<string, number>} kinds @returns {Result[]} */
    ranked(parts, places, kinds) {
      const total = parts.reduce((sum, part) => sum + part.weight, 0);
      /** @type {Map<number, Hit>} */
      const whole = places.length > 1 ? this.places.follow(places.map(({ keys }) => keys), new Set()) : new Map();
      const exact = new Set(this.names.filter(({ labels }) => labels.some((label) => isLabel(label, places))).map(({ unit }) => unit));
      const results = [...new Set(parts.flatMap(({ hits }) => [...hits.keys()]))].map((unit) => {
        const found = parts.filter(({ hits }) => hits.has(unit)), { kind } = this.units[unit];
        const share = found.reduce((sum, part) => sum + part.weight, 0) / total;
        const bonus = (whole.has(unit) ? WHOLE_QUERY : 0) + (exact.has(unit) ? WHOLE_LABEL : 0);
        return {
          unit: this.units[unit],
          share,
          found: found.length,
          score: found.reduce((sum, part) => sum + this.scoreOf(part, unit), bonus) * (KINDS[kind] ?? 1) * (kinds[kind] ?? 1) * share,
          phrases: whole.get(unit)?.phrases ?? new Set(found.flatMap(({ hits }) => [.../** @type {Hit} */ (hits.get(unit)).phrases])),
        };
      }).sort((a, b) => b.score - a.score);
      const all = results.filter(({ share }) => share > WHOLE);
      const isSure = parts.every(({ hits }) => hits.size);
      const most = parts.length < SENTENCE ? MOST : MOST_OF_SENTENCE;
      return all.length >= ENOUGH || parts.length < 2 ? all
        : results.filter(({ share, found }) => share > most && (isSure || found > 1 || parts.length < 3))
        .sort((a, b) => Number(b.share > WHOLE) - Number(a.share > WHOLE) || b.score - a.score);
    }

    /** What a question without any other word asks for. @param {Record<string, number>} kinds @returns {Result[]} */
    ofKinds(kinds) {
      return this.units.filter(({ kind }) => kinds[kind] > 1.4).map((unit) => ({ unit, share: 1, score: 0, phrases: new Set() }));
    }

    /** The query in parts: glossary labels and readers' words, and what is left, word by word. @param {Place[]} places
     * @returns {Part[]} */
    partsOf(places) {
      /** @type {Part[]} */
      const parts = [];
      for (let index = 0; index < places.length;) {
        const { labels, length, led } = this.namedAt(places, index);
        const own = places.slice(index, index + length);
        const typed = new Set(own.map(({ word }) => word));
        const hits = this.places.follow(own.map(({ keys }) => keys), typed);
        for (const label of labels) {
          for (const [unit, hit] of this.places.follow(label.map((keys) => new Set(keys)), typed)) {
            const own = hits.get(unit);
            hits.set(unit, { count: Math.max(own?.count ?? 0, hit.count * OTHER_LABEL), phrases: new Set([...own?.phrases ?? [], ...hit.phrases]) });
          }
        }
        led.forEach((unit, at) => {
          const { count, phrases } = hits.get(unit) ?? { count: 0, phrases: new Set() };
          hits.set(unit, { count: Math.max(count, LED_TO * NEXT_LED_TO ** at), phrases });
        });
        parts.push({ hits, weight: this.rarity(hits.size) * length });
        index += length;
      }
      return parts;
    }

    /** What a query names at a place: a term's other labels; for what readers say, the units it leads to, and what it
     * means. Of several names the longest. @param {Place[]} places @param {number} index */
    namedAt(places, index) {
      /** @type {{labels: string[][][], length: number, led: number[]}} */
      let found = { labels: [], length: places[index].length, led: [] };
      const take = (/** @type {string[][][]} */ said, /** @type {string[][][]} */ labels, /** @type {number[]} */ led) => {
        const name = said.filter((each) => each.length >= found.length && isLabel(each, places.slice(index, index + each.length)))
          .sort((a, b) => b.length - a.length)[0];
        if (!name) return;
        const before = name.length > found.length ? { labels: [], led: [] } : found;
        const others = labels.filter((other) => other !== name);
        found = { labels: [...before.labels, ...others], length: name.length, led: [...before.led, ...led] };
      };
      for (const { labels } of this.terms) take(labels, labels, []);
      for (const { words, units, means } of this.synonyms) take(words, means, units);
      const kind = found.length === 1 && languages.flatMap(({ kinds }) => Object.entries(kinds)).find(([, said]) => said.test(places[index].word))?.[0];
      if (kind) found.led = [...found.led, ...this.units.flatMap((unit, at) => (unit.kind === kind && !found.led.includes(at) ? at : []))];
      return found;
    }

    /** Units in a span of years. @param {[number, number]} span @returns {Part} */
    partOfSpan([from, to]) {
      const years = new Set(this.years.filter((year) => Number(year) >= from && Number(year) <= to));
      const hits = this.places.follow([years], new Set());
      for (const [unit, hit] of this.places.follow([new Set([`${from}`]), new Set([`${to}`])], new Set())) {
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
      const { count } = /** @type {Hit} */ (hits.get(unit));
      const length = 1 - LENGTH_SHARE + LENGTH_SHARE * this.places.lengths[unit] / this.places.mean;
      return weight * count * (SATURATION + 1) / (count + SATURATION * length);
    }
  }

  /** @param {string[][]} label @param {Place[]} places */
  const isLabel = (label, places) => label.length > 0
    && label.length === places.length && label.every((keys, index) => keys.some((key) => places[index].keys.has(key)));

  /** How often each word stands, and those that readers bring. @param {string[][][]} texts
   * @param {{words: string[][]}[]} synonyms */
  const counted = (texts, synonyms) => {
    /** @type {Map<string, number>} */
    const words = new Map();
    for (const word of texts.flat(2)) words.set(word, (words.get(word) ?? 0) + 1);
    for (const word of synonyms.flatMap((each) => each.words.flat())) words.set(word, words.get(word) ?? 0);
    return words;
  };

  /** Names of several words. @param {SearchData} data @param {{words: string[][]}[]} synonyms
   * @param {(text: string) => string[]} wordsIn */
  const namesOf = (data, synonyms, wordsIn) => [
    ...data.terms.flatMap(([, own, english]) => [...own, ...english].map(wordsIn)),
    ...synonyms.flatMap(({ words }) => words),
  ].filter((words) => words.length > 1);

  window.SearchIndex = SearchIndex;
}
