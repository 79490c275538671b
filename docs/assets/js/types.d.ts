/* Types that several modules share, and the global variables through which bundles reach each other. */

/**
 * One position of a query: the index keys that may match there, and how many positions from here on belong to the same
 * compound.
 */
interface QueryPosition {
  keys: Set<string>;
  word: string;
  length: number;
}

/** A word as it was typed; `isCut`: it is abbreviated with a full stop. */
interface QueryWord {
  word: string;
  isCut: boolean;
}

/** One word of a query, or two that are read as one; `keys` is empty if the word is unknown. */
interface QueryPart {
  words: string[];
  keys: Set<string>[];
  isBeginning: boolean;
}

/** The words and patterns by which the search reads queries in one language. */
interface Language {
  code: string;
  stopWords: string;
  particle: RegExp;
  variants: Record<string, string>;
  /** Patterns of questions (why, who, when …); see `questionKinds` in `query.js`. */
  asks: Record<string, RegExp>;
  paragraph: RegExp;
  chapter: RegExp;
  kinds: Record<string, RegExp>;
  filler: RegExp;
  until: string;
  bounds: { between: string; and: string; after: string; before: string; since: string };
  numerals: Record<string, number>;
  /** Numerals such as "hundred": the factor for the number before it, and what is added. */
  scales: Record<string, number[]>;
  /** Return the numeral of an ordinal, or the word unchanged. */
  ordinal: (word: string) => string;
}

/** A known word that a misspelt one may stand for; `isSure`: near enough to replace it without asking. */
interface SpellingCandidate {
  word: string;
  cost: number;
  isSure: boolean;
}

/** The `words` that replace `length` words of a query from `start` on. */
interface Correction {
  start: number;
  length: number;
  words: string[];
  cost: number;
}

/**
 * One occurrence of a word in a unit. `position` counts words without stop words, `offset` counts all words of the
 * `field` (0: label and title, 1: text).
 */
interface Posting {
  position: number;
  word: string;
  weight: number;
  field: number;
  offset: number;
}

/** The matches in one unit; `count` is their weighted number. */
interface Hit {
  count: number;
  phrases: Set<string>;
}

/**
 * A name that a query may contain. `forms`: its spellings, each as the keys of every position; `alternatives`: labels
 * to search for as well; `targets`: the units that a synonym points to; `unit`: the unit that has this name, or -1.
 */
interface NameEntry {
  forms: string[][][];
  alternatives: string[][][];
  targets: number[];
  unit: number;
}

/** A part of the edition that is one search result; `labels` are the other labels of a term. */
interface Unit {
  page: string;
  anchor: string;
  kind: string;
  label: string;
  title: string;
  text: string;
  labels: string[];
}

/** The search index as JSON; see `search_index.py`. */
interface SearchData {
  pages: Record<string, string>;
  units: Record<"page" | "anchor" | "kind" | "label" | "title" | "text", string[]>;
  terms: [number, string[], string[]][];
  synonyms: [string, number[], string][];
  /** Number and titles. */
  sections: string[][];
}

/**
 * A unit that matches a query. `share`: the matched part of the query's weight (0 to 1); `partCount`: how many parts of
 * the query matched; `phrases`: the matched words, folded.
 */
interface Result {
  unit: Unit;
  score: number;
  share: number;
  partCount: number;
  phrases: Set<string>;
}

/**
 * `corrected`: the query that was searched for instead of the typed one; `suggestion`: another query that may have been
 * meant (both may be empty); `isVague`: the query consists of stop words.
 */
interface Answer {
  results: Result[];
  corrected: string;
  suggestion: string;
  isVague: boolean;
}

/**
 * An anchor to cite. `url` is the address printed in citations, empty if none is known; `link` is the address that
 * works from the current page.
 */
interface Citable {
  name: string;
  title: string;
  locator: string;
  url: string;
  link: string;
}

/** Data from the title page of the thesis; the author as "family, given", or as one name without parts. */
interface ThesisDetails {
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

interface CitationEntries {
  part: string[];
  whole: string[];
}

/**
 * A citation style of the cite dialog. `several`: a hint on how this style distinguishes several parts of the edition.
 */
interface CitationStyle {
  label: string;
  /** Whether a work that is cited through another is named in the sentence, not in the citation. */
  isNamedInSentence: boolean;
  several: string;
}

/**
 * The result of `citation_data` in bundles.py: the dialog as HTML, and `CiteDialogData.data`. Each anchor has its
 * title, its locator (or the index of the part of the title that serves as one) and the index of its page.
 */
interface CitationData {
  dialog: string;
  site: string;
  styles: CitationStyle[];
  pages: string[];
  anchors: Record<string, [string, string | number, number]>;
  inTexts: string[];
  files: { part: string[]; whole: string[] };
  addressed: CitationEntries;
  bare?: CitationEntries;
  secondary?: string[];
  thesis?: ThesisData;
}

/** A citation with italics marked and its locator between slots; `name` is part of the name of a downloaded file. */
interface FormattedCitation {
  entry: string;
  inText: string;
  files: string[];
  name: string;
}

/** Text that a reader selected, with the names of its anchors and a text fragment that points to it. */
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

/** Show an answer; `suggested` are longer queries that begin with this one, `ask` runs another query. */
type ShowResults = (query: string, answer: Answer, suggested: string[], ask: (query: string, isExact: boolean) => void) => void;

type Analyzer = import("./search/analyzer.js").Analyzer;
type SearchEngine = import("./search/engine.js").SearchEngine;

/** Data in separate scripts; the site loads them when they are first needed. */
declare var citationData: CitationData;
declare var searchData: SearchData;
/** The search dialog as HTML. */
declare var searchDialog: string;
/** Bundles that are loaded when they are first needed; the last two belong to the single file. */
declare var searchBundle: typeof import("./search/engine.js");
declare var packedSearch: typeof import("./single-file/packed-search.js");
declare var packedQuoting: typeof import("./citing/quote-selection.js");
