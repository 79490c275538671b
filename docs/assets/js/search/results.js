/** Show the results of a search: the list, a filter by kind (paragraphs, events …), the corrected query, and
 * suggestions. */

import { landOn, markTerms, snippet, termPattern } from "./highlight.js";

const SHOWN = 20, PAUSE = 400; // number of results shown at first; milliseconds before the status is announced

/** Return a function that shows results in the search dialog.
 * @param {HTMLDialogElement} dialog @param {SearchData} data @returns {ShowResults} */
export const createResults = (dialog, data) => {
  const list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));
  const template = /** @type {HTMLTemplateElement} */ (dialog.querySelector("template[data-slot]"));
  const kinds = [...dialog.querySelectorAll("input")].filter(({ type }) => type === "radio");
  const base = /** @type {HTMLElement} */ (document.querySelector("[data-search-open]")).dataset.base; // "/" on the 404 page
  const root = base === undefined ? null : new URL(base.replace(/\/?$/, "/"), location.href);
  const part = (/** @type {string} */ slot) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));

  const terms = termPattern(data.terms);
  const liveRegion = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));

  /** @type {Result[]} */
  let results = [];
  let heading = "", pause = 0;

  /** Return the URL of a result.
   * @param {Result["unit"]} unit the paragraph, record or section @param {Set<string>} phrases matched words, to
   * highlight on that page */
  const address = (unit, phrases) => {
    if (!root) return `#${unit.anchor}`;
    const url = new URL(unit.page + (location.protocol === "file:" ? "index.html" : ""), root);
    url.search = new URLSearchParams({ h: [...phrases].join(",") }).toString();
    url.hash = unit.anchor;
    return url.href;
  };

  /** Return the list item of a result. @param {Result} result */
  const item = ({ unit, phrases }) => {
    const entry = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
    link.href = address(unit, phrases);
    link.addEventListener("click", (event) => {
      if (root && link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      dialog.close();
      landOn(unit.anchor, phrases);
    });
    const [label, title] = entry.querySelectorAll("span");
    label.textContent = `${unit.label || data.pages[unit.page]} `;
    title.append(...markTerms(unit.title, phrases, terms));
    entry.querySelector("p")?.append(...markTerms(snippet(unit.text, phrases), phrases, terms));
    return entry;
  };

  /** Return a function that tests whether a result is of a kind ("timeline", "glossary" …); "all" means any kind.
   * @param {string | undefined} kind @returns {(result: Result) => boolean} */
  const isOf = (kind) => ({ unit }) => kind === "all" || unit.kind === kind;

  /** Show the results of the kind that the reader chose in the filter, but at most `limit` results. */
  const showChosen = (limit = SHOWN) => {
    const chosen = results.filter(isOf(kinds.find(({ checked }) => checked)?.value));
    list.replaceChildren(...chosen.slice(0, limit).map(item));
    list.hidden = !chosen.length;
    const more = part("more");
    more.hidden = chosen.length <= limit;
    more.textContent = `Tampilkan semua (${chosen.length})`;
  };

  /** Show in the filter how many results each kind has. If the chosen kind has no results, choose all kinds. */
  const updateFilter = () => {
    for (const radio of kinds) {
      const many = results.filter(isOf(radio.value)).length;
      const label = /** @type {HTMLElement} */ (radio.closest("label"));
      label.hidden = !many;
      /** @type {HTMLElement} */ (label.querySelector("small")).textContent = String(many);
      if (radio.checked && !many) kinds[0].checked = true;
    }
    part("kinds").hidden = new Set(results.map(({ unit }) => unit.kind)).size < 2;
  };

  /** Return the text above the list, with the number of results. @param {string} query @param {Answer} answer */
  const headingOf = (query, { results: matches, isVague }) => {
    const whole = matches.filter(({ share }) => share > 0.999).length, all = matches.length;
    if (!query) return "";
    if (!all) return isVague ? "Tambahkan kata yang lebih khusus." : `Tidak ada hasil untuk “${query}”.`;
    if (!whole) return `Tidak ada bagian yang memuat semua kata itu; ${all} memuat sebagian besarnya.`;
    return `${all} hasil${whole < all ? `; ${whole} memuat semua kata itu` : ""}`;
  };

  /** Show a line of the dialog with one button per query, or hide the line if there are no queries.
   * @param {string} slot the attribute `data-slot` of the line @param {string[]} queries
   * @param {(query: string) => void} ask a function that a button calls with its query */
  const hint = (slot, queries, ask) => {
    const line = part(slot), [template] = line.getElementsByTagName("template");
    line.hidden = !queries.length;
    while (template.nextSibling) template.nextSibling.remove();
    for (const query of queries) {
      line.append(template.content.cloneNode(true));
      const button = /** @type {HTMLButtonElement} */ (line.lastElementChild);
      (button.querySelector("em") ?? button).textContent = query;
      button.addEventListener("click", () => ask(query));
    }
  };

  /** Show a text as the status at once, and announce it to screen readers after a pause, when the reader stops
   * typing.
   * @param {string} text @param {string} more text to announce after it, without showing it */
  const setStatus = (text, more = "") => {
    part("status").textContent = text;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (liveRegion.textContent !== text + more) liveRegion.textContent = text + more;
    }, PAUSE);
  };

  for (const radio of kinds) {
    radio.addEventListener("change", () => {
      showChosen();
      setStatus(radio.value === "all" ? heading : `${results.filter(isOf(radio.value)).length} dari ${heading}`);
      radio.closest("label")?.scrollIntoView({ inline: "center", block: "nearest" });
    });
  }
  part("more").addEventListener("click", () => {
    showChosen(Infinity);
    list.querySelectorAll("a")[SHOWN]?.focus();
  });

  return (query, answer, suggested, ask) => {
    results = answer.results;
    updateFilter();
    showChosen();
    heading = headingOf(query, answer);
    setStatus(heading, `${answer.corrected && ` untuk “${answer.corrected}”`}${answer.suggestion && ` Mungkin maksud Anda: “${answer.suggestion}”.`}`);
    hint("suggested", suggested, (each) => ask(each, false));
    hint("mended", answer.corrected ? [query] : [], () => ask(query, true));
    /** @type {HTMLElement} */ (part("mended").querySelector("em")).textContent = answer.corrected;
    hint("offered", answer.suggestion ? [answer.suggestion] : [], (each) => ask(each, false));
  };
};
