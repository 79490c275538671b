/** Entry point of the script of the single file, which is the whole edition as one HTML file. Features that need
 * several pages are omitted. */

import "./single-file/term-definitions.js"; // before what looks for definitions
import "./reading/glossary-popover.js";
import "./reading/print-details.js";
import "./reading/wide-tables.js";
import { loadCitations, provideCitations } from "./citing/citation-format.js";
import { startCiting } from "./citing/cite-dialog.js";
import { announce } from "./citing/clipboard.js";
import "./reading/diagram-hover.js";
import { startSearch } from "./search/search-dialog.js";
import { runPacked, unpack } from "./single-file/unpack.js";

provideCitations(() => unpack("citations"));
const openForQuotation = startCiting();
startSearch(async (dialog) => {
  const { script, data } = await unpack("search");
  runPacked(script);
  return packedSearch.createSearch(dialog, data);
}, "Peramban ini tidak dapat membuka data pencarian. Pakai pencarian peramban: Ctrl+F, atau menunya.");
// do not wait until this is unpacked: a reader selects text to quote only after beginning to read
unpack("quoting").then((script) => {
  runPacked(script);
  quoting.startQuoting({ announce, loadCitations, citeQuotation: openForQuotation });
}, () => {});
