/** The search of the single file. This bundle is compressed, and unpacked when the search is first opened. */

import { SearchEngine } from "../search/engine.js";
import { createResults } from "../search/results.js";
import { fillFromPage } from "./page-texts.js";

/** Create the search engine and the function that shows its results. @param {HTMLDialogElement} dialog
 * @param {any} data the search index without the texts that the page contains @returns {SearchTools} */
export const createSearch = (dialog, data) => {
  window.searchData = fillFromPage(data);
  return { engine: new SearchEngine(searchData), showResults: createResults(dialog, searchData) };
};
