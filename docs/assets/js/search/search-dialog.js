/**
 * The search dialog, and the words marked where a result lands. What searches is only loaded when it is first needed
 * (in the single file it is there already). Words to mark travel to another page in the address, as `?h=`.
 */
{
  // the site has it in a script, so that no page has to wait for it
  if (!document.getElementById("search")) document.body.insertAdjacentHTML("beforeend", searchDialog);
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog#search"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const say = (/** @type {string} */ text) => { // to the eye and to the ear
    for (const status of dialog.querySelectorAll("[data-slot=status], [role=status]")) status.textContent = text;
  };

  /** @type {Promise<unknown> | undefined} */
  let loading;
  /** @type {SearchIndex | undefined} */
  let index;

  /** What failed is asked for again the next time. */
  const load = () => {
    loading ??= (!window.unpack ? Promise.all([fetchLater("search"), fetchLater("searchIndex")]) : window.unpack("search").then(({ script: text, data }) => {
      runPacked(text);
      window.searchData = standing(data);
    })).catch((reason) => {
      loading = undefined;
      throw reason;
    });
    return loading;
  };

  let isExact = false; // until something else is typed

  const show = () => {
    const query = input.value.trim();
    const nothing = { results: [], said: "", offered: "", isVague: false };
    showResults(query, query && index ? index.search(query, isExact) : nothing, index?.names.suggest(query) ?? [], ask);
  };

  /** @param {string} query @param {boolean} exact */
  const ask = (query, exact) => {
    input.value = query;
    isExact = exact;
    show();
    input.focus();
  };

  /** Show what is found, now or as soon as it can be told. */
  const answer = async () => {
    try {
      if (!index) {
        say("Memuat data pencarian …");
        await load();
        index ??= new SearchIndex(searchData);
      }
      show();
    } catch {
      say(!window.unpack ? "Data pencarian belum dapat dimuat. Ketik lagi untuk mencoba kembali."
        : "Peramban ini tidak dapat membuka data pencarian. Pakai pencarian peramban: Ctrl+F, atau menunya.");
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

  if ("showModal" in dialog) {
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
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) window.marking?.unmark();
    });
    const asked = new URLSearchParams(location.search).get("h");
    if (asked && !window.unpack) {
      const url = new URL(location.href);
      url.search = "";
      history.replaceState(history.state, "", url);
      marking.land(decodeURIComponent(location.hash.slice(1)), new Set(asked.split(",")));
    }
  }
}
