/**
 * The search dialog. The search engine and the index are loaded when the dialog is first opened. The link to a result
 * on another page passes the matched words in the parameter `?h=`, so that they can be highlighted there.
 */

import { openOnKeys } from "./search-shortcuts.js";

/**
 * Insert the search dialog into the page, and make its buttons, Ctrl+K and `/` open it.
 * @param {(dialog: HTMLDialogElement) => Promise<SearchTools>} load a function that loads the search engine
 * @param {string} failure the message to show if loading fails
 */
export const startSearch = (load, failure) => {
  // on the site the HTML of the dialog is in the script, which keeps the pages small
  if (!document.getElementById("search")) document.body.insertAdjacentHTML("beforeend", searchDialog);
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog#search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const setStatus = (/** @type {string} */ text) => { // in the visible line and in the live region for screen readers
    for (const status of dialog.querySelectorAll("[data-slot=status], [role=status]")) status.textContent = text;
  };

  /** @type {SearchTools | undefined} */
  let tools;
  /** @type {Promise<SearchTools> | undefined} */
  let loading;

  /** Load the search engine and the search index once. If loading fails, the next call tries again. */
  const loadTools = () => loading ??= load(dialog).then((loaded) => tools = loaded, (reason) => {
    loading = undefined;
    throw reason;
  });

  let isExact = false; // whether to skip the spelling correction; reset when the reader types

  const examples = /** @type {HTMLElement} */ (dialog.querySelector("[data-slot=examples]"));
  const clear = /** @type {HTMLElement} */ (dialog.querySelector("[type=reset]"));

  const show = () => {
    const query = input.value.trim();
    examples.hidden = Boolean(query);
    clear.hidden = !input.value;
    const nothing = { results: [], corrected: "", suggestion: "", isVague: false };
    tools?.showResults(query, query ? tools.engine.search(query, isExact) : nothing, tools.engine.synonyms.suggest(query), ask);
  };

  /** Put a query into the input field and search for it.
   * @param {string} query @param {boolean} exact whether to search without correcting the spelling */
  const ask = (query, exact) => {
    input.value = query;
    isExact = exact;
    show();
    input.focus();
  };

  /** Load the engine if necessary, then show the results. */
  const answer = async () => {
    try {
      if (!tools) {
        setStatus("Memuat data pencarian …");
        await loadTools();
      }
      show();
    } catch {
      setStatus(failure);
    }
  };

  const open = () => {
    // close other dialogs: they would still cover the page after the reader follows a result
    for (const other of document.querySelectorAll("dialog")) if (other !== dialog && other.open) other.close();
    const wasOpen = dialog.open;
    if (!wasOpen) dialog.showModal();
    input.focus();
    input.select();
    return wasOpen ? undefined : answer();
  };

  if (!("showModal" in dialog)) return;
  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.removeAttribute("disabled");
    button.addEventListener("click", open);
  }
  input.addEventListener("input", () => {
    isExact = false;
    answer();
  });
  for (const example of examples.querySelectorAll("button")) {
    example.addEventListener("click", () => ask(example.textContent, false));
  }
  clear.addEventListener("click", () => ask("", false));
  dialog.querySelector("form")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    await answer();
    dialog.querySelector("a")?.click();
  });
  dialog.addEventListener("click", (event) => {
    const target = event.target instanceof Element && event.target;
    if (target === dialog || target && target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [input, ...dialog.querySelectorAll("a")];
    const current = stops.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (current < 0) return; // in the radio buttons, arrow keys change the choice
    event.preventDefault();
    stops[Math.min(Math.max(current + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
  });
  openOnKeys(dialog, open);
};
