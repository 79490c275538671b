/**
 * Reading a text or a query as a stream of stems. A solid compound and its parts are one: "kerjasama" is read as
 * "kerja sama" wherever the text has these two side by side, and "ketidak berhasilan" as one word if only that makes
 * sense. `stemming.js` has to be there first.
 */

{
  const SHORTEST_PART = 2; // of a compound
  const SHORTEST_BEGINNING = 3; // of a word that is still being typed

  class Reader {
    /** @param {string[][]} texts the words of each text, folded */
    constructor(texts) {
      this.stemmer = new Stemmer(texts.flat());
      /** stem → the stems that follow it somewhere: @type {Map<string, Set<string>>} */
      this.followers = new Map();
      for (const words of texts) {
        const stems = words.map((word) => this.stemmer.stem(word));
        stems.slice(1).forEach((stem, index) => {
          const followers = this.followers.get(stems[index]) ?? new Set();
          this.followers.set(stems[index], followers.add(stem));
        });
      }
      /** @type {Map<string, string[]>} */
      this.read = new Map();
    }

    /** The stems of a word of the text: one, or those of a compound's parts.
     * @param {string} word @returns {string[]} */
    stemsInText(word) {
      const known = this.read.get(word);
      if (known) return known;
      const parts = this.partsOf(word);
      const stems = parts.length ? parts : [this.stemmer.stem(word)];
      this.read.set(word, stems);
      return stems;
    }

    /** The stems of the two parts of a compound, if the text has them side by side; else none.
     * @param {string} word @returns {string[]} */
    partsOf(word) {
      if (word.length < 2 * SHORTEST_PART) return [];
      for (const base of [word, ...basesOf(word)]) {
        for (let cut = SHORTEST_PART; cut <= base.length - SHORTEST_PART; cut += 1) {
          const parts = [base.slice(0, cut), base.slice(cut)];
          if (this.standTogether(parts)) return parts.map((part) => this.stemOf(part));
        }
      }
      return [];
    }

    /** @param {string} text @returns {Place[]} */
    readQuery(text) {
      const words = wordsOf(text).map(({ word }) => word).filter((word, index, all) => word !== all[index - 1]);
      /** @type {Place[]} */
      const places = [];
      for (let index = 0; index < words.length; index += 1) {
        const word = words[index], next = words[index + 1];
        const together = next === undefined ? [] : this.readWord(word + next);
        const isTogether = together.length > 0 && !this.standTogether([word, next]);
        const stems = isTogether ? together : this.readWord(word);
        places.push(...stems.map((each, at) => ({ stems: each, word, length: stems.length - at })));
        if (!stems.length) places.push({ stems: this.beginning(word, index === words.length - 1, text), word, length: 1 });
        if (isTogether) index += 1;
      }
      return places;
    }

    /** @param {string} part of a compound, which may be a word or a stem */
    stemOf(part) {
      return this.stemmer.stems.get(part) ?? part;
    }

    /** Whether the text has two words, or forms of them, side by side. @param {string[]} pair */
    standTogether([first, second]) {
      return this.followers.get(this.stemOf(first))?.has(this.stemOf(second)) ?? false;
    }

    /** @param {string} word @returns {Set<string>[]} one set a stem; none if the text knows nothing of the word */
    readWord(word) {
      const parts = this.partsOf(word);
      if (parts.length) return parts.map((part) => new Set([part]));
      const stems = this.stemmer.stemsOf(word);
      return stems.size ? [stems] : [];
    }

    /** What a last word that is not finished may become. @param {string} word @param {boolean} isLast
     * @param {string} text @returns {Set<string>} */
    beginning(word, isLast, text) {
      if (!isLast || /\s$/.test(text) || word.length < SHORTEST_BEGINNING) return new Set();
      const words = [...this.stemmer.words].filter((each) => each.startsWith(word));
      return new Set(words.flatMap((each) => this.stemsInText(each).slice(0, 1)));
    }
  }

  window.Reader = Reader;
}
