/** Labels of paragraphs and records in a query ("VI.1 paragraf 4", "kendala ketiga"), and what they name. */

import { LANGUAGES } from "./languages.js";
import { numberOf } from "./numbers.js";
import { fold } from "./tokenizer.js";

/** @typedef {{word: string, number: number | undefined}} Token */

const some = (/** @type {(language: Language) => RegExp} */ key, /** @type {string} */ word) =>
  LANGUAGES.some((language) => key(language).test(word));
const isMark = (/** @type {string} */ word) => /[¶§]/.test(word) || some(({ paragraph }) => paragraph, word);
/** The kind of unit that a word is a name for. @type {(word: string) => string | undefined} */
export const kindOf = (/** @type {string} */ word) =>
  LANGUAGES.flatMap(({ kinds }) => Object.entries(kinds)).find(([, said]) => said.test(word))?.[0];
const isOrdinal = (/** @type {string} */ word) =>
  /^\d+[a-z]+$/.test(word) || LANGUAGES.some(({ ordinal }) => ordinal(word) !== word);

/** Words and numbers, also such as are written together ("k3", "par4"), but not those within any other word.
 * @param {string} text folded @returns {Token[]} */
const tokensOf = (text) => (text.match(/[\p{L}\d]+|[¶§]/gu) ?? []).flatMap((word) => {
  const runs = word.match(/\d+(?:st|nd|rd|th)$|\d+|\D+/g) ?? [];
  const isLabel = (/** @type {string} */ run) => run.length === 1 || numberOf(run) !== undefined || isMark(run) || kindOf(run);
  return runs.every(isLabel) ? runs : [word];
}).map((word) => ({ word, number: numberOf(word) }));

/** @param {string} label @returns {number[]} */
const numbersIn = (label) => tokensOf(fold(label)).flatMap(({ number }) => (number === undefined ? [] : [number]));

export class Labels {
  /** @param {Unit[]} units @param {string[][]} sections their numbers and titles */
  constructor(units, sections) {
    this.sections = sections.map(([number, ...titles]) => ({ number: numbersIn(number)[1], titles: titles.map(fold) }));
    /** @type {{unit: number, numbers: number[]}[]} chapter, section, paragraph */
    this.paragraphs = [];
    /** @type {Map<string, number>} kind and number, or the letters of a label and its number */
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

  /** The units that labels in a query name, and the query without these. `isNone`: it has a label, but nothing here
   * does. @param {string} text folded @returns {{text: string, units: number[], isNone: boolean}} */
  read(text) {
    const tokens = tokensOf(text);
    const found = this.paragraph(tokens) ?? this.record(tokens);
    if (!found) return { text, units: [], isNone: false };
    const left = tokens.filter((_, at) => !found.taken.has(at)).map(({ word }) => word);
    return { text: left.join(" "), units: found.units, isNone: !found.units.length };
  }

  /** @param {Token[]} tokens */
  paragraph(tokens) {
    const isChapter = (/** @type {string | undefined} */ word) => some(({ chapter }) => chapter, word ?? "");
    const mark = tokens.findIndex(({ word }, at) => isMark(word) && this.beside(tokens, at) !== undefined);
    const at = mark < 0 ? -1 : /** @type {number} */ (this.beside(tokens, mark));
    const others = [...tokens.keys()].filter((index) => tokens[index].number !== undefined && index !== at);
    const numbers = others.map((index) => tokens[index].number);
    const own = this.paragraphs[0]?.numbers[0];
    const isWhole = numbers.length > 1 && numbers[0] === own && others[1] === others[0] + 1; // "VI.1.4"
    const isNamed = others.some((index) => isChapter(tokens[index - 1]?.word));
    if (at < 0 && !isWhole && !isNamed) return undefined;
    const isSection = numbers.length === 1 && numbers[0] !== own && at >= 0;
    const [chapter, section, last] = isSection ? [own, numbers[0]] : numbers;
    const titled = this.sections.find(({ titles }) => tokens.some(({ word }) => titles.includes(word)))?.number;
    const wanted = [chapter, section ?? titled, at < 0 ? last : tokens[at].number];
    const named = this.paragraphs.filter(({ numbers: has }) => has.every((number, part) => (wanted[part] ?? number) === number));
    const chapters = [...tokens.keys()].filter((index) => isChapter(tokens[index].word));
    return { units: named.map(({ unit }) => unit), taken: new Set([...others, ...chapters, at, mark]) };
  }

  /** The number that belongs to a word: the one behind it, or an ordinal ahead. @param {Token[]} tokens
   * @param {number} at @returns {number | undefined} its place */
  beside(tokens, at) {
    let next = at + 1;
    const isAhead = tokens[at - 1]?.number !== undefined && isOrdinal(tokens[at - 1].word);
    if (isAhead && tokens[next]?.number === undefined) return at - 1; // "the fourth paragraph of VI.1"
    while (tokens[next] && tokens[next].number === undefined && some(({ filler }) => filler, tokens[next].word)) next += 1;
    return tokens[next]?.number === undefined ? undefined : next;
  }

  /** @param {Token[]} tokens */
  record(tokens) {
    for (let index = 0; index < tokens.length; index += 1) {
      const { word } = tokens[index], at = this.beside(tokens, index);
      if (at === undefined) continue;
      const { number } = tokens[at];
      const kind = kindOf(word);
      const unit = this.records.get(`${word} ${number}`) ?? this.records.get(`${kind} ${number}`);
      const isLabel = unit !== undefined || (word.length === 1 && [...this.records.keys()].some((key) => key.startsWith(`${word} `)));
      const isCounted = kind && at === index + 1 && number !== undefined;
      if (isLabel || isCounted) {
        return { units: unit === undefined ? [] : [unit], taken: new Set([index, at]) };
      }
    }
    return undefined;
  }
}
