/** Search for the single file. This bundle is compressed in the file and unpacked when the search is first opened. */

import { SearchEngine } from "../search/engine.js";
import { createResults } from "../search/results.js";
import { fillFromPage } from "./page-texts.js";

/** @param {HTMLDialogElement} dialog @param {any} data index without the texts of the page @returns {SearchTools} */
export const createSearch = (dialog, data) => {
  window.searchData = fillFromPage(data);
  return { engine: new SearchEngine(searchData), showResults: createResults(dialog, searchData) };
};
