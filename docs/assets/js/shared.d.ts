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
declare var wordsOf: (text: string) => { word: string; start: number; end: number }[];
declare var basesOf: (word: string) => Set<string>;
declare var Stemmer: new (words: Iterable<string>) => Stemmer;
declare var Reader: new (texts: string[][]) => Reader;
declare var SearchIndex: new (data: SearchData) => SearchIndex;
declare var searchData: SearchData;
declare var marking: Marking;
/** In the single file only: large data are packed there; a part of them, by name. */
declare var unpack: ((name: string) => Promise<any>) | undefined;
