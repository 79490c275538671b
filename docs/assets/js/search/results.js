/** What a search found, shown: the results, their kinds to choose from, how the query was read, and how it may go on. */

import { landOn, markTerms, snippet, termPattern } from "./highlight.js";

const SHOWN = 20, PAUSE = 400; // results, and milliseconds

/** What shows results in the search dialog. @param {HTMLDialogElement} dialog @param {SearchData} data @returns {ShowResults} */
export const createResults = (dialog, data) => {
  const list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));
  const template = /** @type {HTMLTemplateElement} */ (dialog.querySelector("template[data-slot]"));
  const kinds = [...dialog.querySelectorAll("input")].filter(({ type }) => type === "radio");
  const base = /** @type {HTMLElement} */ (document.querySelector("[data-search-open]")).dataset.base; // the page for what is not found has an absolute one, "/"
  const root = base === undefined ? null : new URL(base.replace(/\/?$/, "/"), location.href);
  const part = (/** @type {string} */ slot) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));

  const terms = termPattern(data.terms);
  const heard = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));

  /** @type {Result[]} */
  let found = [];
  let heading = "", pause = 0;

  /** @param {Result["unit"]} unit @param {Set<string>} phrases */
  const address = (unit, phrases) => {
    if (!root) return `#${unit.anchor}`;
    const url = new URL(unit.page + (location.protocol === "file:" ? "index.html" : ""), root);
    url.search = new URLSearchParams({ h: [...phrases].join(",") }).toString();
    url.hash = unit.anchor;
    return url.href;
  };

  /** @param {Result} result */
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

  /** @param {string | undefined} kind @returns {(result: Result) => boolean} */
  const isOf = (kind) => ({ unit }) => kind === "all" || unit.kind === kind;

  /** The results of the kind that is chosen. */
  const showChosen = (limit = SHOWN) => {
    const chosen = found.filter(isOf(kinds.find(({ checked }) => checked)?.value));
    list.replaceChildren(...chosen.slice(0, limit).map(item));
    list.hidden = !chosen.length;
    const more = part("more");
    more.hidden = chosen.length <= limit;
    more.textContent = `Tampilkan semua (${chosen.length})`;
  };

  /** Kinds that are found, with how many there are of each; all, if the chosen one is not among them. */
  const count = () => {
    for (const radio of kinds) {
      const many = found.filter(isOf(radio.value)).length;
      const label = /** @type {HTMLElement} */ (radio.closest("label"));
      label.hidden = !many;
      /** @type {HTMLElement} */ (label.querySelector("small")).textContent = String(many);
      if (radio.checked && !many) kinds[0].checked = true;
    }
    part("kinds").hidden = new Set(found.map(({ unit }) => unit.kind)).size < 2;
  };

  /** What heads the results. @param {string} query @param {Answer} answer */
  const said = (query, { results, isVague }) => {
    const whole = results.filter(({ share }) => share > 0.999).length, all = results.length;
    if (!query) return "";
    if (!all) return isVague ? "Tambahkan kata yang lebih khusus." : `Tidak ada hasil untuk “${query}”.`;
    if (!whole) return `Tidak ada bagian yang memuat semua kata itu; ${all} memuat sebagian besarnya.`;
    return `${all} hasil${whole < all ? `; ${whole} memuat semua kata itu` : ""}`;
  };

  /** A line with buttons that go on to other queries. @param {string} slot @param {string[]} queries
   * @param {(query: string) => void} ask */
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

  /** Say it to the eye at once, and to the ear when typing pauses. @param {string} text @param {string} more for the ear */
  const say = (text, more = "") => {
    part("status").textContent = text;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (heard.textContent !== text + more) heard.textContent = text + more;
    }, PAUSE);
  };

  for (const radio of kinds) {
    radio.addEventListener("change", () => {
      showChosen();
      say(radio.value === "all" ? heading : `${found.filter(isOf(radio.value)).length} dari ${heading}`);
      radio.closest("label")?.scrollIntoView({ inline: "center", block: "nearest" });
    });
  }
  part("more").addEventListener("click", () => {
    showChosen(Infinity);
    list.querySelectorAll("a")[SHOWN]?.focus();
  });

  return (query, answer, suggested, ask) => {
    found = answer.results;
    count();
    showChosen();
    heading = said(query, answer);
    say(heading, `${answer.said && ` untuk “${answer.said}”`}${answer.offered && ` Mungkin maksud Anda: “${answer.offered}”.`}`);
    hint("suggested", suggested, (each) => ask(each, false));
    hint("mended", answer.said ? [query] : [], () => ask(query, true));
    /** @type {HTMLElement} */ (part("mended").querySelector("em")).textContent = answer.said;
    hint("offered", answer.offered ? [answer.offered] : [], (each) => ask(each, false));
  };
};
