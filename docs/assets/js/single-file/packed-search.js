/** The search of the single file (the edition as one HTML file). This script is stored compressed in the file, and
 * is unpacked when the search is first opened. */

import { SearchEngine } from "../search/engine.js";
import { createResults } from "../search/results.js";
import { fillFromPage } from "./page-texts.js";

/** Create the search engine and the function that shows its results.
 * @param {HTMLDialogElement} dialog the search dialog @param {any} data the search index, with 0 instead of the
 * titles and texts that can be read from the page @returns {SearchTools} */
export const createSearch = (dialog, data) => {
  window.searchData = fillFromPage(data);
  return { engine: new SearchEngine(searchData), showResults: createResults(dialog, searchData) };
};
