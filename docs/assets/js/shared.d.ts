/*
 * What the scripts of the edition share. Each file is a scope of its own; what others may use it puts on `window`, and
 * has to be as is said here.
 */

/** A word of a query: the stems it may stand for, and how many places from here on are one compound. */
interface Place {
  stems: Set<string>;
  word: string;
  length: number;
}

interface Stemmer {
  words: Set<string>;
  stems: Map<string, string>;
  /** The stem of a word of the text. */
  stem(word: string): string;
  /** The stems that a word of a query may stand for. */
  stemsOf(word: string): Set<string>;
}

interface Reader {
  stemmer: Stemmer;
  /** The stems of a word of the text: one, or those of a compound's parts. */
  stemsInText(word: string): string[];
  readQuery(text: string): Place[];
}

/** A part of the edition that is found as a whole; see `search_index.py`. */
interface Unit {
  page: string;
  anchor: string;
  kind: string;
  label: string;
  title: string;
  text: string;
}

interface SearchData {
  pages: Record<string, string>;
  units: Unit[];
  terms: { anchor: string; labels: string[] }[];
  english: string[];
}

/** `share`: how much of the query, by weight, was found; `phrases`: what matched, in folded words. */
interface Result {
  unit: Unit;
  score: number;
  share: number;
  phrases: Set<string>;
}

interface SearchIndex {
  reader: Reader;
  /** The units that hold all of a query, best first; if none does, those that hold the weightier half of it. */
  search(query: string): Result[];
}

interface Marking {
  /** A text as nodes, its English terms and the phrases in it marked. */
  told(text: string, phrases: Set<string>): (string | HTMLElement)[];
  /** The part of a text where most of the phrases are. */
  snippet(text: string, phrases: Set<string>): string;
  /** Go to an anchor of this page and mark phrases there. */
  land(anchor: string, phrases: Set<string>): void;
  unmark(): void;
}

declare var wordsOf: (text: string) => { word: string; start: number; end: number }[];
declare var basesOf: (word: string) => Set<string>;
declare var Stemmer: new (words: Iterable<string>) => Stemmer;
declare var Reader: new (texts: string[][]) => Reader;
declare var SearchIndex: new (data: SearchData) => SearchIndex;
declare var searchData: SearchData;
declare var marking: Marking;
/** In the single file only: large data are packed there, in the script with this id. */
declare var unpack: (id: string) => Promise<any>;
