/**
 * Find labels of paragraphs and records in a query ("VI.1 paragraf 4", "kendala ketiga"), and the search units that
 * have these labels. A search unit is the text that one search result shows: a paragraph or record.
 */

import { LANGUAGES } from "./languages.js";
import { numberOf } from "./numbers.js";
import { fold } from "./tokenizer.js";

/** @typedef {{word: string, number: number | undefined}} Token */

/** Return whether a word matches a pattern in any language. `key` is a function that returns the pattern in a given
 * language. */
const matchesAny = (/** @type {(language: Language) => RegExp} */ key, /** @type {string} */ word) =>
  LANGUAGES.some((language) => key(language).test(word));
const isMark = (/** @type {string} */ word) => /[¶§]/.test(word) || matchesAny(({ paragraph }) => paragraph, word);
/** Return the kind of record that a word names: "kendala" → "obstacles". Return undefined for other words.
 * @type {(word: string) => string | undefined} */
export const kindOf = (/** @type {string} */ word) =>
  LANGUAGES.flatMap(({ kinds }) => Object.entries(kinds)).find(([, pattern]) => pattern.test(word))?.[0];
const isOrdinal = (/** @type {string} */ word) =>
  /^\d+[a-z]+$/.test(word) || LANGUAGES.some(({ ordinal }) => ordinal(word) !== word);

/** Split a text into words and numbers. Words with digits are only split if they are labels written as one word: "k3" →
 * "k", "3", and "par4" → "par", "4".
 * @param {string} text in lower case, without diacritics @returns {Token[]} */
const tokensOf = (text) => (text.match(/[\p{L}\d]+|[¶§]/gu) ?? []).flatMap((word) => {
  const runs = word.match(/\d+(?:st|nd|rd|th)$|\d+|\D+/g) ?? [];
  const isLabel = (/** @type {string} */ run) => run.length === 1 || numberOf(run) !== undefined || isMark(run) || kindOf(run);
  return runs.every(isLabel) ? runs : [word];
}).map((word) => ({ word, number: numberOf(word) }));

/** Return the numbers in a label: "VI.1 ¶4" → [6, 1, 4]. @param {string} label @returns {number[]} */
const numbersIn = (label) => tokensOf(fold(label)).flatMap(({ number }) => (number === undefined ? [] : [number]));

export class Labels {
  /** @param {Unit[]} units @param {string[][]} sections for each section, its number and its titles */
  constructor(units, sections) {
    this.sections = sections.map(([number, ...titles]) => ({ number: numbersIn(number)[1], titles: titles.map(fold) }));
    /** For each paragraph, its index among the search units, and the numbers in its label: chapter, section,
     * paragraph.
     * @type {{unit: number, numbers: number[]}[]} */
    this.paragraphs = [];
    /** A map from names of records to indexes of search units. Each record has two names: kind and number ("obstacles
     * 3"), and letter and number ("k 3").
     * @type {Map<string, number>} */
    this.records = new Map();
    units.forEach(({ kind, label }, unit) => {
      const tokens = tokensOf(fold(label));
      const numbers = numbersIn(label);
      if (kind === "paragraphs") this.paragraphs.push({ unit, numbers });
      else if (tokens.length === 2 && numbers.length === 1 && tokens[1].number !== undefined) {
        this.records.set(`${kind} ${numbers[0]}`, unit).set(`${tokens[0].word} ${numbers[0]}`, unit);
      }
    });
  }

  /** Find the label of a paragraph or record in a query. Return `text`, the query without the label; `units`, the
   * indexes of the search units that have the label; and `isNone`: whether the query contains a label that no search
   * unit has.
   * @param {string} text in lower case, without diacritics
   * @returns {{text: string, units: number[], isNone: boolean}} */
  read(text) {
    const tokens = tokensOf(text);
    const match = this.readParagraph(tokens) ?? this.readRecord(tokens);
    if (!match) return { text, units: [], isNone: false };
    const rest = tokens.filter((_, index) => !match.used.has(index)).map(({ word }) => word);
    return { text: rest.join(" "), units: match.units, isNone: !match.units.length };
  }

  /** Find the label of a paragraph, section or chapter in a query. Return `units`, the indexes of the paragraphs that
   * have that label or are in that section, and `used`, the indexes of the words and numbers that form the label.
   * Return undefined if there is no label.
   * @param {Token[]} tokens the words and numbers of the query */
  readParagraph(tokens) {
    const isChapter = (/** @type {string | undefined} */ word) => matchesAny(({ chapter }) => chapter, word ?? "");
    const mark = tokens.findIndex(({ word }, index) => isMark(word) && this.numberIndex(tokens, index) !== undefined);
    const numberAt = mark < 0 ? -1 : /** @type {number} */ (this.numberIndex(tokens, mark));
    const others = [...tokens.keys()].filter((index) => tokens[index].number !== undefined && index !== numberAt);
    const numbers = others.map((index) => tokens[index].number);
    const ownChapter = this.paragraphs[0]?.numbers[0];
    const isWhole = numbers.length > 1 && numbers[0] === ownChapter && others[1] === others[0] + 1; // "VI.1.4"
    const isNamed = others.some((index) => isChapter(tokens[index - 1]?.word));
    if (numberAt < 0 && !isWhole && !isNamed) return undefined;
    const isSection = numbers.length === 1 && numbers[0] !== ownChapter && numberAt >= 0;
    const [chapter, section, last] = isSection ? [ownChapter, numbers[0]] : numbers;
    const titled = this.sections.find(({ titles }) => tokens.some(({ word }) => titles.includes(word)))?.number;
    const wanted = [chapter, section ?? titled, numberAt < 0 ? last : tokens[numberAt].number];
    const matches = this.paragraphs.filter(({ numbers: label }) => label.every((number, part) => (wanted[part] ?? number) === number));
    const chapters = [...tokens.keys()].filter((index) => isChapter(tokens[index].word));
    return { units: matches.map(({ unit }) => unit), used: new Set([...others, ...chapters, numberAt, mark]) };
  }

  /** Return the index of the number that belongs to a word such as "paragraf". This is the number after the word
   * ("paragraf 4", "kendala nomor 3"), or an ordinal before it ("fourth paragraph").
   * @param {Token[]} tokens the words and numbers of a query @param {number} index that of the word
   * @returns {number | undefined} */
  numberIndex(tokens, index) {
    let next = index + 1;
    const hasOrdinal = tokens[index - 1]?.number !== undefined && isOrdinal(tokens[index - 1].word);
    if (hasOrdinal && tokens[next]?.number === undefined) return index - 1; // "the fourth paragraph of VI.1"
    while (tokens[next] && tokens[next].number === undefined && matchesAny(({ filler }) => filler, tokens[next].word)) next += 1;
    return tokens[next]?.number === undefined ? undefined : next;
  }

  /** Find the label of a record ("kendala 3", "k3") in a query. Return `units`, a list with the index of the search
   * unit that has the label, empty if none has it; and `used`, the indexes of the words and numbers that form the
   * label. Return undefined if there is no label.
   * @param {Token[]} tokens the words and numbers of the query */
  readRecord(tokens) {
    for (let index = 0; index < tokens.length; index += 1) {
      const { word } = tokens[index], numberAt = this.numberIndex(tokens, index);
      if (numberAt === undefined) continue;
      const { number } = tokens[numberAt];
      const kind = kindOf(word);
      const unit = this.records.get(`${word} ${number}`) ?? this.records.get(`${kind} ${number}`);
      const isLabel = unit !== undefined || (word.length === 1 && [...this.records.keys()].some((key) => key.startsWith(`${word} `)));
      const isCounted = kind && numberAt === index + 1 && number !== undefined;
      if (isLabel || isCounted) {
        return { units: unit === undefined ? [] : [unit], used: new Set([index, numberAt]) };
      }
    }
    return undefined;
  }
}
