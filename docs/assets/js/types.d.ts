/*
 * What the scripts of the edition share. Each file is a scope of its own; what others may use it puts on `window`, and
 * has to be as is said here.
 */

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
  weightless: string;
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
  /** The keys of a word of the edition, place by place. */
  keysInText(word: string): string[][];
  readQuery(words: QueryWord[], isOpen: boolean): QueryPart[];
}

/** A word that a misspelt one may be; `isSure`: near enough to be taken for it. */
interface Near {
  word: string;
  cost: number;
  isSure: boolean;
}

interface Corrector {
  near(typed: string): Near[];
}

/** What is to stand for some words of a query, from `start` on. */
interface Mend {
  start: number;
  length: number;
  words: string[];
  cost: number;
}

interface Mender {
  mend(words: QueryWord[], isOpen: boolean): { words: QueryWord[]; sure: boolean; offered: string[] | undefined };
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

interface Places {
  lengths: number[];
  mean: number;
  /** Where keys follow each other. */
  follow(sequence: Set<string>[], typed: Set<string>): Map<number, Hit>;
}

/** A name in all its forms, as keys place by place, what stands for it, and the units it leads to. */
interface Named {
  said: string[][][];
  means: string[][][];
  led: number[];
  unit: number;
}

interface Names {
  words: Map<string, number>;
  long: string[][];
  at(places: Place[], index: number): { labels: string[][][]; length: number; led: number[] };
  whole(places: Place[]): Set<number>;
  suggest(typed: string): string[];
}

interface Labels {
  read(text: string): { text: string; units: number[]; isNone: boolean };
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

interface SearchIndex {
  reader: Reader;
  names: Names;
  units: Unit[];
  search(query: string, isExact?: boolean): Answer;
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

/** Entries and citations in running text, by style. */
interface Said {
  entries: string[];
  inTexts: string[];
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
  exact: Record<string, Said>;
}

/** What `citation_data` in bundles.py makes: the dialog as HTML, and what `Control.data` has: an anchor is its title, its locator, or where the title has it, and the number of its page. */
interface CitationData {
  dialog: string;
  site: string;
  styles: string[];
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

interface Citing {
  load(): Promise<CitationData>;
  isReachable(): boolean;
  placeOf(name: string): Citable;
  cite(places: Citable[], work: "edition" | "whole" | "thesis", style: number, details: Details | null, sentence?: string): Cited;
  quoted(text: string): string;
  told(text: string, url: string): (string | HTMLElement)[];
}

/** Words of the page that a reader selected, and where a link leads to them. */
interface Quotation {
  names: string[];
  text: string;
  fragment: string;
  isOriginal: boolean;
}

/** Load a script that the page's own names, once. */
declare var fetchLater: (name: string) => Promise<void>;
declare var citationData: CitationData;
/** What is kept on the device under a key, or nothing yet. */
declare var kept: (key: string) => any;
declare var keep: (key: string, value: object) => void;
declare var citing: Citing;
/** The text directive that finds a part of a text again, given its lines. */
declare var fragmentTo: (part: Range, lines: string[]) => string;
/** Copy a text, and if given, the same formatted. Whether it was copied. */
declare var copyText: (text: string, html?: string) => Promise<boolean>;
/** Say it to those who hear the page. */
declare var announce: (text: string) => void;
/** Open the citing control for a quotation, which is copied at once. */
declare var citeQuotation: (quotation: Quotation) => Promise<void>;
/** A word without case and diacritics. */
declare var fold: (word: string) => string;
declare var wordsOf: (text: string) => { word: string; start: number; end: number }[];
declare var wordsIn: (text: string) => string[];
declare var basesOf: (word: string, mayHaveParticle?: boolean) => Set<string>;
declare var loanStemOf: (word: string) => string;
/** A word without its "tidak". */
declare var withoutNot: (word: string) => string;
declare var englishStemOf: (word: string) => string;
/** An English stem without what stands ahead of its root. */
declare var withoutPrefix: (stem: string) => string;
declare var soundOf: (word: string) => string;
declare var soundAlike: (one: string, other: string, isLast: boolean) => boolean;
declare var languages: Language[];
declare var counted: (words: string) => Record<string, number>;
/** The kind of unit that a word is a name for. */
declare var kindOf: (word: string) => string | undefined;
declare var isWeightless: (word: string) => boolean;
declare var figures: {
  read(query: string): { text: string; spans: [number, number][] };
  numberOf(word: string): number | undefined;
};
declare var asking: {
  plain(query: string): string;
  words(text: string): QueryWord[];
  kinds(query: string): Record<string, number>;
};
declare var Stemmer: new (words: Iterable<string>) => Stemmer;
declare var Reader: new (texts: string[][], english?: Iterable<string>, brought?: Iterable<string>) => Reader;
declare var Corrector: new (words: Map<string, number>) => Corrector;
declare var Mender: new (reader: Reader, words: Map<string, number>, names: string[][]) => Mender;
declare var Places: new (units: Unit[], texts: string[][][], reader: Reader) => Places;
declare var Names: new (data: SearchData, units: Unit[], texts: string[][][], reader: Reader) => Names;
declare var Labels: new (units: Unit[], sections: string[][]) => Labels;
declare var SearchIndex: new (data: SearchData) => SearchIndex;
declare var searchData: SearchData;
/** The dialog of the search, as HTML. */
declare var searchDialog: string;
declare var marking: Marking;
declare var showResults: (query: string, answer: Answer, suggested: string[], ask: (query: string, isExact: boolean) => void) => void;
/** In the single file only: run a script that was packed. */
declare var runPacked: (text: string) => void;
/** In the single file only: the data of the search, with what stands in the file. */
declare var standing: (data: any) => SearchData;
/** In the single file only: large data are packed there; a part of them, by name. */
declare var unpack: ((name: string) => Promise<any>) | undefined;
