/**
 * The citing control. Without this script the links lead to the same as text. What is chosen stays chosen: the style, and
 * whether a part or the whole edition is cited; what a reader fills in of the thesis stays on the device.
 */

import { asNodes, cite, loadCitations, placeOf, quoted } from "./citation-format.js";
import { announce, copyText } from "./clipboard.js";
import { readPreference, storePreference } from "./preferences.js";

// as export_formats.py has them; a test compares what is saved
const FORMATS = [["BibTeX", "bib", "application/x-bibtex"], ["RIS", "ris", "application/x-research-info-systems"],
  ["CSL-JSON", "json", "application/vnd.citationstyles.csl+json"]];
const CHOICE = "cite", THESIS = "cite-thesis";

/** @type {HTMLDialogElement} */
let dialog;
/** @type {CitationStyle[]} */
let styles = []; // after them, formats can be chosen
/** @type {Promise<void> | undefined} */
let ready;
/** @type {Citable[]} */
let places = [];
/** @type {Quotation | null} */
let quotation = null;
let sentence = ""; // of the original, if one is pointed at
/** @type {Cited} */
let cited;

/** @param {string} slot */
const part = (slot) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));
/** @param {string} slot @param {boolean} isHidden */
const hide = (slot, isHidden) => { part(slot).toggleAttribute("hidden", isHidden); };
const choice = () => /** @type {HTMLSelectElement} */ (part("style"));
/** What a reader fills in of the thesis. */
const fields = () => [...part("thesis").querySelectorAll("input")];
const filled = () => Object.fromEntries(fields().map(({ name, value }) => [name, value.trim().replace(/\s+/g, " ")]));
/** @returns {HTMLInputElement[]} */
const works = () => [...dialog.querySelectorAll("input[name=cite-work]")].filter((each) => each instanceof HTMLInputElement);
const work = () => /** @type {"edition" | "whole" | "thesis"} */ (works().find((each) => each.checked)?.value ?? "edition");

/** What the title page says, once all of it is filled in. @returns {Details | null} */
const details = () => {
  const said = /** @type {any} */ (filled());
  return said.author && said.title && said.university && /^\d{4}$/.test(said.year) ? said : null;
};

const refresh = () => {
  const index = choice().selectedIndex, format = index - styles.length, isFile = format >= 0;
  const [{ url }] = places, isThesis = work() === "thesis", own = isThesis ? details() : null;
  cited = cite(places, work(), isFile ? 0 : index, own, sentence);
  part("entry").replaceChildren(...asNodes(isFile ? cited.files[format] : cited.entry, ""));
  part("entry").classList.toggle("cite-file", isFile);
  hide("in-text-row", isFile);
  part("in-text").replaceChildren(...asNodes(cited.inText, work() === "edition" || own ? "" : url));
  hide("no-address", Boolean(url || own));
  hide("secondary", !isThesis || Boolean(own));
  hide("own", !own);
  hide("named", !isThesis || Boolean(own) || isFile || !styles[index].isNamedInSentence);
  hide("thesis", !isThesis);
  hide("several", isFile || work() !== "edition");
  part("several-hint").textContent = isFile ? "" : styles[index].several;
  refreshQuotation(url);
  for (const button of dialog.querySelectorAll("[data-label]")) button.textContent = button.getAttribute("data-label");
};

/** @param {string} url */
const refreshQuotation = (url) => {
  hide("quote-row", !quotation);
  if (!quotation) return;
  const address = url && `${url}${quotation.fragment}`;
  // a note may quote the thesis
  const isNote = places.some(({ name }) => name.startsWith("catatan-"));
  const mark = quotation.isOriginal ? "[kata-kata tesis]" : isNote ? "[kata-kata edisi]" : "[kata-kata edisi, bukan kata-kata tesis]";
  const words = quoted(quotation.text);
  part("quote").replaceChildren(...asNodes(`${words} ${cited.inText} ${mark}`, address));
  part("quote").dataset.plain = [part("quote").textContent, address].filter(Boolean).join(" ");
};

/** Copy what stands in a place; the pressed button says so. @param {HTMLElement} place @param {Element} button */
const copy = async (place, button) => {
  const isFormatted = place.querySelector("i, a");
  const isCopied = await copyText(place.dataset.plain ?? place.textContent ?? "", isFormatted ? place.innerHTML.replaceAll("\n", "<br>") : undefined);
  for (const each of dialog.querySelectorAll("[data-label]")) each.textContent = each.getAttribute("data-label");
  button.setAttribute("data-label", button.getAttribute("data-label") ?? button.textContent ?? "");
  button.textContent = isCopied ? "Tersalin" : "Terpilih: salin dengan Ctrl+C";
  announce(isCopied ? "Tersalin." : "Teks sudah dipilih; salin dengan Ctrl+C atau menu peramban.");
  if (!isCopied) getSelection()?.selectAllChildren(place);
};

/** A file of what is cited, as reference managers take it. @param {number} format */
const download = (format) => {
  const [, ending, type] = FORMATS[format];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([cited.files[format]], { type }));
  link.download = `kota-kembar-${cited.name}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // the browser reads it in its own time
};

/** The system's own way to hand on an address. */
const share = () => {
  const [{ title, link }] = places;
  navigator.share({ title, url: link }).catch(() => {}); // a reader who thinks better of it
};

const load = async () => {
  const data = await loadCitations(), holder = document.createElement("template");
  holder.innerHTML = data.dialog;
  dialog = /** @type {HTMLDialogElement} */ (holder.content.firstElementChild);
  document.querySelector(".md-typeset")?.append(dialog);
  listen();
  styles = data.styles;
  for (const name of [...styles.map(({ label }) => label), ...FORMATS.map(([format]) => format)]) choice().append(new Option(name));
  const known = readPreference(CHOICE), written = readPreference(THESIS);
  choice().value = known.style ?? styles[0].label;
  if (choice().selectedIndex < 0) choice().selectedIndex = 0;
  for (const field of fields()) field.value = written[field.name] ?? "";
  hide("share", !("share" in navigator && matchMedia("(pointer: coarse)").matches));
};

/** @param {string[]} names @param {boolean} isThesis */
const show = async (names, isThesis) => {
  await (ready ??= load().catch((reason) => {
    ready = undefined;
    throw reason;
  }));
  places = names.map(placeOf);
  const isParagraph = document.getElementById(names[0])?.classList.contains("paragraph");
  for (const each of works()) { // words of the one are never ascribed to the other
    const isFitting = each.value === "thesis" ? isParagraph && (!quotation || isThesis) : !(quotation && isThesis);
    each.parentElement?.toggleAttribute("hidden", !isFitting);
  }
  const chosen = isThesis ? "thesis" : names.length > 1 ? "whole" : readPreference(CHOICE).work ?? "edition";
  for (const each of works()) each.checked = each.value === chosen;
  part("label").textContent = quotation ? "pilihan" : places[0].title.replace(" ¶", "\u00a0¶");
  part("link").textContent = places[0].link;
  hide("link-row", !places[0].link); // no address: then none is shown that looks like one
  refresh();
  if (!dialog.open) dialog.showModal();
  if (dialog.scrollTop) { // on a low screen it opens at its top, not at the button that usually comes first
    dialog.querySelector("h2")?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  }
};

/** Open the dialog for a quotation, and copy it at once. @param {Quotation} said */
const citeQuotation = async (said) => {
  quotation = said;
  sentence = "";
  await show(said.names, said.isOriginal);
  const button = dialog.querySelector("[data-copy=quote]");
  if (button) await copy(part("quote"), button);
  if (!dialog.scrollTop && button instanceof HTMLElement) button.focus();
};

const listen = () => {
  const changed = (/** @type {Event} */ { target }) => {
    if (part("thesis").contains(/** @type {Node} */ (target))) storePreference(THESIS, filled());
    else if (work() !== "thesis" && places.length === 1) storePreference(CHOICE, { style: choice().value, work: work() });
    else storePreference(CHOICE, { ...readPreference(CHOICE), style: choice().value });
    refresh();
  };
  dialog.addEventListener("input", changed);
  dialog.addEventListener("change", changed);
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

/** Let the dialog open from every link that cites. Returns what opens it for a quotation. */
export const startCiting = () => {
  if (!window.HTMLDialogElement) return citeQuotation;
  for (const link of document.querySelectorAll("a.cite")) { // the single file leaves their names to this script
    const heading = link.closest(".paragraph, .record, .note")?.querySelector("h3, h4, h5, strong");
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
