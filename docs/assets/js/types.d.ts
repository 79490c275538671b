/* Types that several modules share, and the global variables through which script files use each other. */

/**
 * One word of a query. A compound written as one word ("kerjasama") has one such object for each of its parts. `keys`:
 * index keys (stems); words of a text that have any of them match; `word`: the whole word; `length`: how many parts the
 * compound has from this one to the last (1 for other words).
 */
interface QueryPosition {
  keys: Set<string>;
  word: string;
  length: number;
}

/** A word of a query in standard form ("gak" → "tidak"). `isCut`: whether a full stop follows it, so that it may be an
 * abbreviation. */
interface QueryWord {
  word: string;
  isCut: boolean;
}

/**
 * One word of a query, or two words that the edition writes as one. `words`: the word or words; `keys`: the index keys
 * (stems) to search for, one set for each part of a compound, or else a single set; empty if the word is unknown;
 * `isBeginning`: whether the index keys are those of longer words, which begin with this word.
 */
interface QueryPart {
  words: string[];
  keys: Set<string>[];
  isBeginning: boolean;
}

/** The words and patterns by which the search parses queries in one language. */
interface Language {
  code: string;
  stopWords: string;
  particle: RegExp;
  variants: Record<string, string>;
  /** A pattern that recognizes each kind of question (why, who, when …); see `questionKinds` in `query.js`. */
  asks: Record<string, RegExp>;
  paragraph: RegExp;
  chapter: RegExp;
  kinds: Record<string, RegExp>;
  filler: RegExp;
  until: string;
  bounds: { between: string; and: string; after: string; before: string; since: string };
  numerals: Record<string, number>;
  /** Numerals that change the number before them: a factor, and a number to add. "hundred": [100, 0] makes 3 × 100 +
   * 0. */
  scales: Record<string, number[]>;
  /** Convert an ordinal ("third") to its numeral ("three"); return other words unchanged. */
  ordinal: (word: string) => string;
}

/**
 * A known word that may be meant by a misspelt word. `cost`: the edit distance between the two; `isSure`: whether the
 * distance is small enough to replace the misspelt word without asking the reader.
 */
interface SpellingCandidate {
  word: string;
  cost: number;
  isSure: boolean;
}

/** A correction of a query: `words` replace the `length` words from index `start` on. `cost`: the edit distance between
 * the old and the new words. */
interface Correction {
  start: number;
  length: number;
  words: string[];
  cost: number;
}

/**
 * One occurrence of a word in a search unit (the text that one search result shows). `field`: 0 in its label and title,
 * 1 in its text; `offset`: the index of the word in that field; `position`: the word's number in the unit, counted
 * across both fields, without stop words; `weight`: how much a match counts in that field.
 */
interface Posting {
  position: number;
  word: string;
  weight: number;
  field: number;
  offset: number;
}

/** The matches in one search unit (the text that one search result shows). `count`: their number, each multiplied by
 * its weight; `phrases`: the matched words. */
interface Hit {
  count: number;
  phrases: Set<string>;
}

/**
 * A name that a query may contain. `forms`: its spellings; each is a list of words, and each word a list of index keys
 * (stems), any of which may match; `alternatives`: other names to search for as well, with the same structure;
 * `targets`: if the name is a synonym, the indexes of the search units to which it leads; `unit`: the index of the
 * search unit that has this name, or -1.
 */
interface NameEntry {
  forms: string[][][];
  alternatives: string[][][];
  targets: number[];
  unit: number;
}

/** A search unit: the text that one search result shows (a paragraph, record or section). `kind`: the kind of record
 * ("timeline", "glossary" …), "paragraphs" or "prose"; `label`: its short name in citations; `labels`: if it is a
 * glossary term, the term's other names. */
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
 * The search index as JSON, made by `search_index.py`. A search unit is the text that one result shows; numbers are
 * indexes of search units. `units` has one list per property. `terms`: for each glossary term its unit, its other
 * Indonesian names and its English names; `synonyms`: words that readers use, separated by "|", the units to which they
 * lead, and other words to search for, separated by "|".
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
 * A search unit (paragraph, record or section) that matches a query. A query has parts: names, other words, and spans
 * of years. `share`: the weight of the parts that match, divided by the weight of all parts (0 to 1); `partCount`: how
 * many parts match; `phrases`: the matched words, in lower case and without diacritics.
 */
interface Result {
  unit: Unit;
  score: number;
  share: number;
  partCount: number;
  phrases: Set<string>;
}

/**
 * The answer to a query. `corrected`: if the spelling was corrected, the query that was searched for instead, or else
 * an empty string; `suggestion`: another query to suggest to the reader, or an empty string; `isVague`: whether the
 * query has only stop words.
 */
interface Answer {
  results: Result[];
  corrected: string;
  suggestion: string;
  isVague: boolean;
}

/**
 * A paragraph or record that can be cited. `name`: its id; `locator`: the short text by which citations name it; `url`:
 * the address printed in citations, empty if no public address is known; `link`: an address that works for this reader,
 * empty if there is none.
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
 * Templates for citing the thesis directly. `personal`, `single`: entries in a list of references, for an author with
 * family name and given names, and for an author with a single name; `inTexts`: citations in running text. These three
 * have one template per style; `files` has one per export format.
 */
interface ThesisData {
  personal: string[];
  single: string[];
  inTexts: string[];
  files: string[];
}

/** Templates of entries in a list of references, one per style: for one `part` of the edition (a paragraph or record),
 * and for the `whole` edition. */
interface CitationEntries {
  part: string[];
  whole: string[];
}

/** A citation style of the cite dialog. `several`: a hint for readers who cite more than one part of the edition. */
interface CitationStyle {
  label: string;
  /** Whether a citation of the thesis through the edition names only the edition, so that the writer's own sentence
   * must name the thesis. */
  isNamedInSentence: boolean;
  several: string;
}

/**
 * The data of the cite dialog, made by `citation_data` in bundles.py. `dialog`: the dialog as HTML. `anchors`: for each
 * id that can be cited, the title, the locator (the short text by which citations name the place; a number means a part
 * of the title, see `placeOf`) and an index in `pages`. The other fields are templates: `addressed` and `bare` of
 * entries with and without a URL, `inTexts` of citations in running text, `secondary` of the same for the thesis as
 * cited in the edition.
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
 * A formatted citation. Private-use characters mark italics (U+E004, U+E005) and enclose the locator (U+E002), which
 * becomes a link. `entry`: the entry in a list of references; `files`: the texts in each export format; `name`: the end
 * of a downloaded file's name, without extension.
 */
interface FormattedCitation {
  entry: string;
  inText: string;
  files: string[];
  name: string;
}

/**
 * Text that a reader selected. `names`: the ids of the paragraphs and records that contain it; `fragment`: a URL text
 * fragment that leads to it; `isOriginal`: whether it is from the chapter's own text, which a reader supplies, and not
 * from the edition.
 */
interface Quotation {
  names: string[];
  text: string;
  fragment: string;
  isOriginal: boolean;
}

/** What the search dialog loads when it is first opened: the search engine, and the function that shows its results. */
interface SearchTools {
  engine: SearchEngine;
  showResults: ShowResults;
}

/** Show the answer to a query. `suggested`: longer queries that begin with `query`; `ask`: a function that runs another
 * query, without correcting its spelling if `isExact`. */
type ShowResults = (query: string, answer: Answer, suggested: string[], ask: (query: string, isExact: boolean) => void) => void;

type Analyzer = import("./search/analyzer.js").Analyzer;
type SearchEngine = import("./search/engine.js").SearchEngine;

/** Data in separate scripts, which the site loads when they are first needed. */
declare var citationData: CitationData;
declare var searchData: SearchData;
/** The search dialog as HTML. */
declare var searchDialog: string;
/** The exports of scripts that are loaded when they are first needed; `packedSearch` is in the single file. */
declare var searchBundle: typeof import("./search/engine.js");
declare var packedSearch: typeof import("./single-file/packed-search.js");
declare var quoting: typeof import("./citing/quote-selection.js");
declare var anchorScripts: typeof import("./reading/missing-anchor.js");
