/**
 * The cite dialog. Without this script, the cite links lead to a page with the same citations. The chosen style, the
 * chosen work (edition or thesis) and the data of the thesis that a reader fills in are stored in the browser.
 */

import { asNodes, cite, loadCitations, placeOf, quoted } from "./citation-format.js";
import { announce, copyText } from "./clipboard.js";
import { readPreference, storePreference } from "./preferences.js";

// must agree with export_formats.py; a test compares the downloaded files
const FORMATS = [["BibTeX", "bib", "application/x-bibtex"], ["RIS", "ris", "application/x-research-info-systems"],
  ["CSL-JSON", "json", "application/vnd.citationstyles.csl+json"]];
// Keys in localStorage do not change, or readers lose what they chose and filled in.
const CHOICE = "kutip", THESIS = "kutip-tesis";

/** @type {HTMLDialogElement} */
let dialog;
/** @type {CitationStyle[]} */
let styles = []; // the select element lists the styles first, then the FORMATS
/** @type {Promise<void> | undefined} */
let ready;
/** @type {Citable[]} */
let anchors = [];
/** @type {Quotation | null} */
let quotation = null;
let sentence = ""; // number of the sentence in the original (the chapter's own text) to which the URL points, if any
/** @type {FormattedCitation} */
let citation;

/** Return the element of the dialog whose attribute `data-slot` is `slot`. @param {string} slot */
const part = (slot) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));
/** Hide or show an element of the dialog. @param {string} slot its `data-slot` @param {boolean} isHidden */
const hide = (slot, isHidden) => { part(slot).toggleAttribute("hidden", isHidden); };
const styleSelect = () => /** @type {HTMLSelectElement} */ (part("style"));
const fields = () => [...part("thesis").querySelectorAll("input")];
const fieldValues = () => Object.fromEntries(fields().map(({ name, value }) => [name, value.trim().replace(/\s+/g, " ")]));
/** @returns {HTMLInputElement[]} */
const works = () => [...dialog.querySelectorAll("input[name=cite-work]")].filter((each) => each instanceof HTMLInputElement);
const work = () => /** @type {"edition" | "whole" | "thesis"} */ (works().find((each) => each.checked)?.value ?? "edition");

/** Return the data of the thesis, or null if any field is empty or invalid. @returns {ThesisDetails | null} */
const details = () => {
  const values = /** @type {any} */ (fieldValues());
  return values.author && values.title && values.university && /^\d{4}$/.test(values.year) ? values : null;
};

/** Show the citation of the chosen work in the chosen style or export format. */
const refresh = () => {
  const index = styleSelect().selectedIndex, format = index - styles.length, isFile = format >= 0;
  const [{ url }] = anchors, isThesis = work() === "thesis", thesis = isThesis ? details() : null;
  citation = cite(anchors, work(), isFile ? 0 : index, thesis, sentence);
  part("entry").replaceChildren(...asNodes(isFile ? citation.files[format] : citation.entry, ""));
  part("entry").classList.toggle("cite-file", isFile);
  hide("in-text-row", isFile);
  part("in-text").replaceChildren(...asNodes(citation.inText, work() === "edition" || thesis ? "" : url));
  hide("no-address", Boolean(url || thesis));
  hide("secondary", !isThesis || Boolean(thesis));
  hide("own", !thesis);
  hide("named", !isThesis || Boolean(thesis) || isFile || !styles[index].isNamedInSentence);
  hide("thesis", !isThesis);
  hide("several", isFile || work() !== "edition");
  part("several-hint").textContent = isFile ? "" : styles[index].several;
  refreshQuotation(url);
  for (const button of dialog.querySelectorAll("[data-label]")) button.textContent = button.getAttribute("data-label");
};

/** Show the selected quotation, if any, with its citation and a link. @param {string} url of the quoted paragraph */
const refreshQuotation = (url) => {
  hide("quote-row", !quotation);
  if (!quotation) return;
  const address = url && `${url}${quotation.fragment}`;
  // a note may itself quote the thesis
  const isNote = anchors.some(({ name }) => name.startsWith("catatan-"));
  const mark = quotation.isOriginal ? "[kata-kata karya tulis]" : isNote ? "[kata-kata edisi]" : "[kata-kata edisi, bukan kata-kata karya tulis]";
  const words = quoted(quotation.text);
  part("quote").replaceChildren(...asNodes(`${words} ${citation.inText} ${mark}`, address));
  part("quote").dataset.plain = [part("quote").textContent, address].filter(Boolean).join(" ");
};

/** Copy an element's content; confirm this on the button. @param {HTMLElement} source @param {Element} button */
const copy = async (source, button) => {
  const isFormatted = source.querySelector("i, a");
  const isCopied = await copyText(source.dataset.plain ?? source.textContent ?? "", isFormatted ? source.innerHTML.replaceAll("\n", "<br>") : undefined);
  for (const each of dialog.querySelectorAll("[data-label]")) each.textContent = each.getAttribute("data-label");
  button.setAttribute("data-label", button.getAttribute("data-label") ?? button.textContent ?? "");
  button.textContent = isCopied ? "Tersalin" : "Terpilih: salin dengan Ctrl+C";
  announce(isCopied ? "Tersalin." : "Teks sudah dipilih; salin dengan Ctrl+C atau menu peramban.");
  if (!isCopied) getSelection()?.selectAllChildren(source);
};

/** Download the citation as a file for reference managers. @param {number} format index in FORMATS */
const download = (format) => {
  const [, extension, type] = FORMATS[format];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([citation.files[format]], { type }));
  link.download = `kota-kembar-${citation.name}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // not immediately, since the download may begin later
};

/** Share the link to the paragraph or record by the system's share dialog. */
const share = () => {
  const [{ title, link }] = anchors;
  navigator.share({ title, url: link }).catch(() => {}); // the reader cancelled
};

/** Fetch the citation data, insert the dialog into the page and restore the stored choices. */
const load = async () => {
  const data = await loadCitations(), holder = document.createElement("template");
  holder.innerHTML = data.dialog;
  dialog = /** @type {HTMLDialogElement} */ (holder.content.firstElementChild);
  document.querySelector(".md-typeset")?.append(dialog);
  listen();
  styles = data.styles;
  for (const name of [...styles.map(({ label }) => label), ...FORMATS.map(([format]) => format)]) styleSelect().append(new Option(name));
  const stored = readPreference(CHOICE), storedThesis = readPreference(THESIS);
  styleSelect().value = stored.style ?? styles[0].label;
  if (styleSelect().selectedIndex < 0) styleSelect().selectedIndex = 0;
  for (const field of fields()) field.value = storedThesis[field.name] ?? "";
  hide("share", !("share" in navigator && matchMedia("(pointer: coarse)").matches));
};

/** Open the dialog. @param {string[]} names ids to cite @param {boolean} isThesis whether to choose the thesis */
const show = async (names, isThesis) => {
  await (ready ??= load().catch((reason) => {
    ready = undefined;
    throw reason;
  }));
  anchors = names.map(placeOf);
  const isParagraph = document.getElementById(names[0])?.classList.contains("paragraph");
  for (const each of works()) { // a quotation from the thesis must not be cited as the edition, nor vice versa
    const isFitting = each.value === "thesis" ? isParagraph && (!quotation || isThesis) : !(quotation && isThesis);
    each.parentElement?.toggleAttribute("hidden", !isFitting);
  }
  const chosen = isThesis ? "thesis" : names.length > 1 ? "whole" : readPreference(CHOICE).work ?? "edition";
  for (const each of works()) each.checked = each.value === chosen;
  part("label").textContent = quotation ? "pilihan" : anchors[0].title.replace(" ¶", "\u00a0¶");
  part("link").textContent = anchors[0].link;
  hide("link-row", !anchors[0].link); // a file without an address
  refresh();
  if (!dialog.open) dialog.showModal();
  if (dialog.scrollTop) { // on a low screen, focusing the first button would scroll past the heading
    dialog.querySelector("h2")?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  }
};

/** Open the dialog for a quotation, and copy the quotation immediately. @param {Quotation} selected */
const citeQuotation = async (selected) => {
  quotation = selected;
  sentence = "";
  await show(selected.names, selected.isOriginal);
  const button = dialog.querySelector("[data-copy=quote]");
  if (button) await copy(part("quote"), button);
  if (!dialog.scrollTop && button instanceof HTMLElement) button.focus();
};

const listen = () => {
  const onChange = (/** @type {Event} */ { target }) => {
    if (part("thesis").contains(/** @type {Node} */ (target))) storePreference(THESIS, fieldValues());
    else if (work() !== "thesis" && anchors.length === 1) storePreference(CHOICE, { style: styleSelect().value, work: work() });
    else storePreference(CHOICE, { ...readPreference(CHOICE), style: styleSelect().value });
    refresh();
  };
  dialog.addEventListener("input", onChange);
  dialog.addEventListener("change", onChange);
  dialog.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (event.target === dialog || (event.target instanceof Element && event.target.closest("a"))) dialog.close();
    else if (!button) return;
    else if (button.dataset.copy) copy(part(button.dataset.copy), button);
    else if (button.dataset.file) download(Number(button.dataset.file));
    else if (button.dataset.slot === "share") share();
    else if (button.dataset.slot === "forget") {
      for (const field of fields()) field.value = "";
      storePreference(THESIS, {});
      refresh();
    }
  });
  dialog.addEventListener("close", () => { quotation = null; });
};

/** Make every cite link open the dialog. Return the function that opens the dialog for a quotation. */
export const startCiting = () => {
  if (!window.HTMLDialogElement) return citeQuotation;
  for (const link of document.querySelectorAll("a.cite")) { // in the single file, the links have no accessible names
    const heading = link.closest(".paragraph, .record, .editor-note")?.querySelector("h2, h3, h4, h5, strong");
    if (!link.querySelector("span") && heading) link.setAttribute("aria-label", `Kutip: ${heading.textContent}`);
  }
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.cite");
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    quotation = null;
    const original = link.closest(".original");
    sentence = original?.querySelector(".sentence:target a")?.textContent ?? "";
    show([link.hash.replace("#kutip-", "")], Boolean(original)).catch(() => location.assign(link.href));
  });
  return citeQuotation;
};
