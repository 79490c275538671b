/** Entry of the script of the single file: the same as on the site, except for features that need several pages. */

import "./reading/glossary-popover.js";
import "./reading/margin-notes.js";
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
// unpacked without waiting: quoting is needed only once someone has begun to read
unpack("quoting").then((script) => {
  runPacked(script);
  packedQuoting.startQuoting({ announce, loadCitations, citeQuotation: openForQuotation });
}, () => {});
