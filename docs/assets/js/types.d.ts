/* Types that several modules share, and the global variables through which bundles reach each other. */

/**
 * One position of a query. `keys`: index keys (stems), any of which may match here; `word`: the word itself; `length`:
 * how many positions, from this one to the last, belong to the same compound (1 if the word is no compound).
 */
interface QueryPosition {
  keys: Set<string>;
  word: string;
  length: number;
}

/** A word of a query in standard form; `isCut`: whether a full stop follows, which may mark an abbreviation. */
interface QueryWord {
  word: string;
  isCut: boolean;
}

/**
 * One word of a query, or two that are read as one. `keys`: the index keys of each position, empty if the word is
 * unknown; `isBeginning`: whether it is read as the beginning of a longer word.
 */
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
  /** A pattern for each kind of question (why, who, when …); see `questionKinds` in `query.js`. */
  asks: Record<string, RegExp>;
  paragraph: RegExp;
  chapter: RegExp;
  kinds: Record<string, RegExp>;
  filler: RegExp;
  until: string;
  bounds: { between: string; and: string; after: string; before: string; since: string };
  numerals: Record<string, number>;
  /** Numerals such as "hundred", each with a factor for the number before it and a number to add to the product. */
  scales: Record<string, number[]>;
  /** Convert an ordinal ("third") to its numeral ("three"); return other words unchanged. */
  ordinal: (word: string) => string;
}

/**
 * A known word for which a misspelt word may stand. `cost`: their edit distance; `isSure`: whether the distance is
 * small enough to replace the misspelt word without asking the reader.
 */
interface SpellingCandidate {
  word: string;
  cost: number;
  isSure: boolean;
}

/** A correction of a query: `words` replace the `length` words from index `start` on; `cost`: the edit distance. */
interface Correction {
  start: number;
  length: number;
  words: string[];
  cost: number;
}

/**
 * One occurrence of a word in a search unit. `field`: 0 in its label and title, 1 in its text; `offset`: the index of
 * the word in that field; `position`: a number counted across both fields, without stop words.
 */
interface Posting {
  position: number;
  word: string;
  weight: number;
  field: number;
  offset: number;
}

/** The matches in one search unit. `count`: their weighted number; `phrases`: the matched words. */
interface Hit {
  count: number;
  phrases: Set<string>;
}

/**
 * A name that a query may contain. `forms`: its spellings, each as a list of the index keys at every position;
 * `alternatives`: other names to search for as well, in the same form; `targets`: indexes of the search units to which
 * a synonym points; `unit`: index of the search unit that has this name, or -1.
 */
interface NameEntry {
  forms: string[][][];
  alternatives: string[][][];
  targets: number[];
  unit: number;
}

/** A search unit: a paragraph, record or section, shown as one result. `labels`: a term's labels except its title. */
interface Unit {
  page: string;
  anchor: string;
  kind: string;
  label: string;
  title: string;
  text: string;
  labels: string[];
}

/**
 * The search index as JSON; see `search_index.py`. `units` has one list per property of a search unit; numbers are
 * indexes of search units. `terms`: a term's unit, its Indonesian and its English labels; `synonyms`: readers' words
 * separated by "|", the units to which they point, and other words to search for.
 */
interface SearchData {
  pages: Record<string, string>;
  units: Record<"page" | "anchor" | "kind" | "label" | "title" | "text", string[]>;
  terms: [number, string[], string[]][];
  synonyms: [string, number[], string][];
  /** Each section: its number, then its titles. */
  sections: string[][];
}

/**
 * A search unit that matches a query. `share`: the matched parts' share in the weight of all parts of the query (0 to
 * 1); `partCount`: how many parts matched; `phrases`: the matched words, in lower case and without diacritics.
 */
interface Result {
  unit: Unit;
  score: number;
  share: number;
  partCount: number;
  phrases: Set<string>;
}

/**
 * The answer to a query. `corrected`: the query that was searched for instead of the typed one, empty if that was not
 * corrected; `suggestion`: another query to suggest, or empty; `isVague`: whether the query has only stop words.
 */
interface Answer {
  results: Result[];
  corrected: string;
  suggestion: string;
  isVague: boolean;
}

/**
 * An anchor to cite. `locator`: the place as printed in citations; `url`: the address printed in citations, empty if no
 * public address is known; `link`: an address that works for this reader, empty if there is none.
 */
interface Citable {
  name: string;
  title: string;
  locator: string;
  url: string;
  link: string;
}

/** Data from the title page of the thesis. `author`: "family name, given names", or a single name without a comma. */
interface ThesisDetails {
  author: string;
  title: string;
  university: string;
  year: string;
}

/**
 * Templates for citing the thesis. `personal`, `single`: for an author with given names, and with a single name;
 * `inTexts`: citations in the text (these three have one item per style); `files`: one item per export format.
 */
interface ThesisData {
  personal: string[];
  single: string[];
  inTexts: string[];
  files: string[];
}

/** Templates of bibliography entries, one per style: for a `part` of the edition and for the `whole` edition. */
interface CitationEntries {
  part: string[];
  whole: string[];
}

/** A citation style of the cite dialog. `several`: a hint for readers who cite more than one part of the edition. */
interface CitationStyle {
  label: string;
  /** Whether, in a secondary citation, the writer's own sentence names the cited work instead of the citation. */
  isNamedInSentence: boolean;
  several: string;
}

/**
 * The result of `citation_data` in bundles.py: the dialog as HTML, and `CiteDialogData.data`. Each anchor has a title,
 * a locator (or a number that tells which part of the title is the locator, see `placeOf`) and an index in `pages`.
 * `addressed`, `bare`: templates with and without a URL; `secondary`: in-text citations of the thesis through
 * the edition.
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

/**
 * A formatted citation. Private-use characters mark italics (U+E004, U+E005) and enclose the locator (U+E002). `files`:
 * the contents in each export format; `name`: the part of a downloaded file's name that differs.
 */
interface FormattedCitation {
  entry: string;
  inText: string;
  files: string[];
  name: string;
}

/**
 * Text that a reader selected. `names`: the anchors that contain it; `fragment`: a URL text fragment that points to it;
 * `isOriginal`: whether it is from the chapter's own text, which a reader supplies, and not from the edition.
 */
interface Quotation {
  names: string[];
  text: string;
  fragment: string;
  isOriginal: boolean;
}

/** What the search dialog loads when it is first opened. */
interface SearchTools {
  engine: SearchEngine;
  showResults: ShowResults;
}

/** Show an answer. `suggested`: longer queries that begin with `query`; `ask`: a function that runs another query. */
type ShowResults = (query: string, answer: Answer, suggested: string[], ask: (query: string, isExact: boolean) => void) => void;

type Analyzer = import("./search/analyzer.js").Analyzer;
type SearchEngine = import("./search/engine.js").SearchEngine;

/** Data in separate scripts; the site loads them when they are first needed. */
declare var citationData: CitationData;
declare var searchData: SearchData;
/** The search dialog as HTML. */
declare var searchDialog: string;
/** Bundles that are loaded when they are first needed; the two `packed…` bundles belong to the single file. */
declare var searchBundle: typeof import("./search/engine.js");
declare var packedSearch: typeof import("./single-file/packed-search.js");
declare var packedQuoting: typeof import("./citing/quote-selection.js");
