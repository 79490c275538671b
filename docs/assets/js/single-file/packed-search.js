/** The search of the single file, which is packed until it is first opened. */

import { SearchEngine } from "../search/engine.js";
import { createResults } from "../search/results.js";
import { fillFromPage } from "./page-texts.js";

/** @param {HTMLDialogElement} dialog @param {any} data without what stands in the page @returns {SearchTools} */
export const createSearch = (dialog, data) => {
  window.searchData = fillFromPage(data);
  return { engine: new SearchEngine(searchData), showResults: createResults(dialog, searchData) };
};
