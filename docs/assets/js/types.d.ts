/* Types that several modules share, and the global variables by which bundles reach each other. */

/** A place of a query: the keys of what it may stand for, and how many places from here on are one compound. */
interface Place {
  keys: Set<string>;
  word: string;
  length: number;
}

/** A word as it was typed; `isCut`: with a full stop that cuts it short. */
interface QueryWord {
  word: string;
  isCut: boolean;
}

/** One word of a query, or two that are one; without keys, nothing is known of it. */
interface QueryPart {
  words: string[];
  keys: Set<string>[];
  isBeginning: boolean;
}

/** How questions, numbers and parts of a text are said in a language. */
interface Language {
  code: string;
  stopWords: string;
  particle: RegExp;
  variants: Record<string, string>;
  /** How it is asked why, who, when, and so on; see `asking.js`. */
  asks: Record<string, RegExp>;
  paragraph: RegExp;
  chapter: RegExp;
  kinds: Record<string, RegExp>;
  filler: RegExp;
  until: string;
  bounds: { between: string; and: string; after: string; before: string; since: string };
  numerals: Record<string, number>;
  /** What a number before it is multiplied by, and what is added. */
  scales: Record<string, number[]>;
  /** The number of an ordinal, or the word itself. */
  ordinal: (word: string) => string;
}

/** A word that a misspelt one may be; `isSure`: near enough to be taken for it. */
interface Near {
  word: string;
  cost: number;
  isSure: boolean;
}

/** What is to stand for some words of a query, from `start` on. */
interface Mend {
  start: number;
  length: number;
  words: string[];
  cost: number;
}

/** Where a word stands: `at` in which `text` of its unit. */
interface Found {
  place: number;
  word: string;
  value: number;
  text: number;
  at: number;
}

interface Hit {
  count: number;
  phrases: Set<string>;
}

/** A name in all its forms, as keys place by place, what stands for it, and the units it leads to. */
interface Named {
  said: string[][][];
  means: string[][][];
  led: number[];
  unit: number;
}

/** A part of the edition that is found as a whole; `labels` are a term's others. */
interface Unit {
  page: string;
  anchor: string;
  kind: string;
  label: string;
  title: string;
  text: string;
  labels: string[];
}

/** See `search_index.py`. */
interface SearchData {
  pages: Record<string, string>;
  units: Record<"page" | "anchor" | "kind" | "label" | "title" | "text", string[]>;
  terms: [number, string[], string[]][];
  synonyms: [string, number[], string][];
  /** Number and titles. */
  sections: string[][];
}

/** `share`: how much of the query, by weight, was found, `found`: in how many parts; `phrases`: what matched, in folded words. */
interface Result {
  unit: Unit;
  score: number;
  share: number;
  found: number;
  phrases: Set<string>;
}

/** `said`: the query as it was mended, `offered`: as it may have been meant; `isVague`: it has no word with any weight. */
interface Answer {
  results: Result[];
  said: string;
  offered: string;
  isVague: boolean;
}

/** A thing to cite. `url` is what a citation says, empty where no address is known; `link` is where it is from here. */
interface Citable {
  name: string;
  title: string;
  locator: string;
  url: string;
  link: string;
}

/** Of a thesis, as its title page has it; the author as "family, given", or a name without parts. */
interface Details {
  author: string;
  title: string;
  university: string;
  year: string;
}

interface ThesisData {
  personal: string[];
  single: string[];
  inTexts: string[];
  files: string[];
}

interface Entries {
  part: string[];
  whole: string[];
}

/** A style as the dialog offers it. `several`: how several parts of the edition are told apart in it. */
interface CitationStyle {
  label: string;
  /** Whether a work that is cited through another is named in the sentence, not in the citation. */
  isNamedInSentence: boolean;
  several: string;
}

/** What `citation_data` in bundles.py makes: the dialog as HTML, and what `CiteDialogData.data` has: an anchor is its title, its locator, or where the title has it, and the number of its page. */
interface CitationData {
  dialog: string;
  site: string;
  styles: CitationStyle[];
  pages: string[];
  anchors: Record<string, [string, string | number, number]>;
  inTexts: string[];
  files: { part: string[]; whole: string[] };
  addressed: Entries;
  bare?: Entries;
  secondary?: string[];
  thesis?: ThesisData;
}

/** Texts with italics marked, and with the locator between slots; `name` is for files. */
interface Cited {
  entry: string;
  inText: string;
  files: string[];
  name: string;
}

/** Words of the page that a reader selected, and where a link leads to them. */
interface Quotation {
  names: string[];
  text: string;
  fragment: string;
  isOriginal: boolean;
}

/** What the search dialog needs once a query is typed. */
interface SearchTools {
  engine: SearchEngine;
  showResults: ShowResults;
}

/** Shows an answer; `suggested` are queries that go on with this one, `ask` asks another. */
type ShowResults = (query: string, answer: Answer, suggested: string[], ask: (query: string, isExact: boolean) => void) => void;

type Analyzer = import("./search/analyzer.js").Analyzer;
type SearchEngine = import("./search/engine.js").SearchEngine;

/** Data that scripts of their own bring: on the site, when they are first needed. */
declare var citationData: CitationData;
declare var searchData: SearchData;
/** The search dialog, as HTML. */
declare var searchDialog: string;
/** The bundles that are loaded when they are first needed; the last two of the single file. */
declare var searchBundle: typeof import("./search/engine.js");
declare var packedSearch: typeof import("./single-file/packed-search.js");
declare var packedQuoting: typeof import("./citing/quote-selection.js");
