/**
 * The search dialog. What searches is loaded when it is first needed. The words of a query travel to another page in the
 * address, as `?h=`.
 */

/**
 * Let the dialog open from its buttons and by Ctrl+K.
 * @param {(dialog: HTMLDialogElement) => Promise<SearchTools>} load
 * @param {string} failure what is said where that fails
 */
export const startSearch = (load, failure) => {
  // the site has it in a script, so that no page has to wait for it
  if (!document.getElementById("search")) document.body.insertAdjacentHTML("beforeend", searchDialog);
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog#search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const say = (/** @type {string} */ text) => { // to the eye and to the ear
    for (const status of dialog.querySelectorAll("[data-slot=status], [role=status]")) status.textContent = text;
  };

  /** @type {SearchTools | undefined} */
  let tools;
  /** @type {Promise<SearchTools> | undefined} */
  let loading;

  /** What failed is tried again the next time. */
  const loadTools = () => loading ??= load(dialog).then((loaded) => tools = loaded, (reason) => {
    loading = undefined;
    throw reason;
  });

  let isExact = false; // until something else is typed

  const show = () => {
    const query = input.value.trim();
    const nothing = { results: [], said: "", offered: "", isVague: false };
    tools?.showResults(query, query ? tools.engine.search(query, isExact) : nothing, tools.engine.synonyms.suggest(query), ask);
  };

  /** @param {string} query @param {boolean} exact */
  const ask = (query, exact) => {
    input.value = query;
    isExact = exact;
    show();
    input.focus();
  };

  /** Show what is found, as soon as it can be searched. */
  const answer = async () => {
    try {
      if (!tools) {
        say("Memuat data pencarian …");
        await loadTools();
      }
      show();
    } catch {
      say(failure);
    }
  };

  const open = () => {
    // a result is to land on the page, not under another dialog
    for (const other of document.querySelectorAll("dialog")) if (other !== dialog && other.open) other.close();
    const wasOpen = dialog.open;
    if (!wasOpen) dialog.showModal();
    input.focus();
    input.select();
    return wasOpen ? undefined : answer();
  };

  if (!("showModal" in dialog)) return;
  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", open);
  }
  input.addEventListener("input", () => {
    isExact = false;
    answer();
  });
  dialog.querySelector("form")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    await answer();
    dialog.querySelector("a")?.click();
  });
  dialog.addEventListener("click", (event) => {
    const inside = event.target instanceof Element && event.target;
    if (inside === dialog || inside && inside.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [input, ...dialog.querySelectorAll("a")];
    const here = stops.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (here < 0) return; // among kinds to choose from, arrows choose
    event.preventDefault();
    stops[Math.min(Math.max(here + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
};
