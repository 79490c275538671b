/** Entry point of the script that every page of the site loads. */

import "./frame/back-to-top.js";
import "./frame/current-section.js";
import "./frame/menu.js";
import "./reading/glossary-popover.js";
import "./reading/print-details.js";
import "./reading/wide-tables.js";
import { loadCitations, provideCitations } from "./citing/citation-format.js";
import { startCiting } from "./citing/cite-dialog.js";
import { announce } from "./citing/clipboard.js";
import { startQuotingOnSelection } from "./citing/quoting-on-selection.js";
import { loadScript } from "./frame/lazy-loading.js";
import "./reading/anchor-arrival.js";
import "./reading/anchor-check.js";
import "./reading/diagram-hover.js";
import "./search/landing.js";
import { createResults } from "./search/results.js";
import { startSearch } from "./search/search-dialog.js";

provideCitations(async () => {
  await loadScript("citations");
  return citationData;
});
startQuotingOnSelection({ announce, loadCitations, citeQuotation: startCiting() });
startSearch(async (dialog) => {
  await Promise.all([loadScript("search"), loadScript("searchIndex")]);
  return { engine: new searchBundle.SearchEngine(searchData), showResults: createResults(dialog, searchData) };
}, "Data pencarian belum dapat dimuat. Ketik lagi untuk mencoba kembali.");
