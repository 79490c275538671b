/**
 * The citing control. Its data hold each style's words with private-use characters for what differs from
 * anchor to anchor; see hooks/edition/citations. Without this script the links lead to the same as text.
 */

const TITLE = "\ue000", LOCATOR = "\ue002", ACCESSED = "\ue003", ITALIC = /[\ue004\ue005]/, NAME = "\ue006", PAGE = "\ue007";
const FORMATS = ["BibTeX", "RIS", "CSL-JSON"];

/** @type {HTMLDialogElement | null} */
const dialog = document.querySelector("dialog#kutip");
const dataElement = document.getElementById("kutip-data");
/** what `Citing.control` makes @type {any} */
let data;
let name = "";

/** @param {string} slot @returns {HTMLElement} */
const part = (slot) => dialog.querySelector(`[data-slot="${slot}"]`);

/** @param {string} text */
const fill = (text) => {
  const [title, locator, page] = data.anchors[name];
  const today = new Intl.DateTimeFormat("id", { dateStyle: "long" }).format(new Date());
  const filling = { [TITLE]: title, [LOCATOR]: locator, [NAME]: name, [PAGE]: page, [ACCESSED]: today };
  return text.replace(/[\ue000-\ue003\ue006\ue007]/g, (slot) => filling[slot] ?? "");
};

/** Show a marked text, its italics as such. @param {HTMLElement} place @param {string} text */
const show = (place, text) => {
  place.replaceChildren(...text.split(ITALIC).map((run, index) => {
    if (index % 2 === 0) return run;
    const italic = document.createElement("i");
    italic.textContent = run;
    return italic;
  }));
};

const refresh = () => {
  const index = part("style").selectedIndex;
  const isFile = index >= data.styles.length;
  const thesis = data.thesis.length > 0 && dialog.querySelector("[value=thesis]").checked;
  const [entries, inTexts, files] = data.whole[name] ?? data.said;
  const [entry, inText] = thesis && !isFile ? data.thesis[index] : [entries[index], inTexts[index]];
  show(part("entry"), fill(isFile ? files[index - data.styles.length] : entry));
  part("entry").classList.toggle("cite-file", isFile);
  part("in-text-row").hidden = isFile;
  if (!isFile) show(part("in-text"), fill(inText));
  part("no-address").hidden = Boolean(data.site) || thesis;
  part("status").textContent = "";
};

/** @param {HTMLElement} place */
const copy = async (place) => {
  try {
    const text = place.textContent;
    if (place.querySelector("i") && window.ClipboardItem) {
      const blob = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": blob(text, "text/plain"), "text/html": blob(place.innerHTML, "text/html"),
      })]);
    } else await navigator.clipboard.writeText(text);
    part("status").textContent = "Tersalin.";
  } catch {
    // no clipboard here (some browsers refuse it to local files): leave the text selected
    getSelection().selectAllChildren(place);
    part("status").textContent = "Teks sudah dipilih; salin dengan Ctrl+C atau menu peramban.";
  }
};

const load = async () => {
  data = dataElement.type === "application/json" ? JSON.parse(dataElement.textContent) : await unpack(dataElement.id);
  for (const style of [...data.styles, ...FORMATS]) part("style").append(new Option(style));
};

/** @param {HTMLElement} link */
const open = async (link) => {
  if (!data) await load();
  name = link.hash.replace("#kutip-", "");
  const [title, , page] = data.anchors[name];
  const here = location.protocol.startsWith("http") ? location.href.replace(/#.*/, "") : "";
  part("label").textContent = title;
  part("link").textContent = `${data.site ? data.site + page : here}#${name}`;
  part("choice").hidden = !name.startsWith("vi-");
  dialog.querySelector("[value=edition]").checked = true;
  refresh();
  dialog.showModal();
};

if (dialog?.showModal) {
  dialog.addEventListener("change", refresh);
  dialog.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-copy]");
    if (button) copy(part(button.dataset.copy));
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
}
