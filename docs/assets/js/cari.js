/**
 * The search dialog, and the words marked where a result lands. What searches is only loaded when it is first needed
 * (in the single file it is there already). Words to mark travel to another page in the address, as `?h=`.
 *
 * @typedef {import("./searching.js").Result} Result
 */
{
  const PARTS = ["stemming", "reading", "searching", "index"];
  const SHOWN = 20, SNIPPET = 170;
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const SILENT = "[data-search-exclude], dialog, script, style, svg, .term-definition";

  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog#cari"));
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ol");
  const template = dialog.querySelector("template");
  const base = dialog.dataset.base; // the page for what is not found has an absolute one, "/"
  const root = base === undefined ? null : new URL(base.replace(/\/?$/, "/"), location.href);
  const part = (/** @type {string} */ slot) =>
    /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));

  /** @type {Promise<void> | undefined} */
  let loading;
  /** @type {SearchIndex | undefined} */
  let index;

  const fetchParts = () => PARTS.reduce((before, name) => before.then(() => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(`assets/js/${name}.js`, root).href;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", reject);
    document.head.append(script);
  })), Promise.resolve());

  const load = () => {
    loading ??= root ? fetchParts() : unpack("search-data").then((data) => {
      window.searchData = data;
    });
    return loading;
  };

  /** @param {Result["unit"]} unit @param {Set<string>} words */
  const address = (unit, words) => {
    if (!root) return `#${unit.anchor}`;
    const url = new URL(unit.page + (location.protocol === "file:" ? "index.html" : ""), root);
    url.search = new URLSearchParams({ h: [...words].join(" ") }).toString();
    url.hash = unit.anchor;
    return url.href;
  };

  /** A text as nodes, the words in it marked. @param {string} text @param {Set<string>} words */
  const marked = (text, words) => {
    /** @type {(string | HTMLElement)[]} */
    const nodes = [];
    let end = 0;
    for (const match of wordsOf(text).filter(({ word }) => words.has(word))) {
      const mark = document.createElement("mark");
      mark.className = "found";
      mark.textContent = text.slice(match.start, match.end);
      nodes.push(text.slice(end, match.start), mark);
      end = match.end;
    }
    return [...nodes, text.slice(end)];
  };

  /** The part of a text where most of the words are. @param {string} text @param {Set<string>} words */
  const snippet = (text, words) => {
    const places = wordsOf(text).filter(({ word }) => words.has(word));
    const within = (/** @type {number} */ start) =>
      new Set(places.filter((each) => each.start >= start && each.end <= start + SNIPPET).map(({ word }) => word)).size;
    const best = places.reduce((kept, { start }) => (within(start) > within(kept) ? start : kept), places[0]?.start ?? 0);
    const start = best < 60 ? 0 : text.lastIndexOf(" ", best - 40) + 1;
    const end = start + SNIPPET >= text.length ? text.length : text.lastIndexOf(" ", start + SNIPPET);
    return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  };

  /** @param {Result} result */
  const item = ({ unit, words }) => {
    const entry = /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
    const link = entry.querySelector("a");
    link.href = address(unit, words);
    link.addEventListener("click", (event) => {
      if (root && link.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      dialog.close();
      land(unit.anchor, words);
    });
    const [label, title] = entry.querySelectorAll("span");
    label.textContent = unit.label || searchData.pages[unit.page];
    title.append(...marked(unit.title, words));
    entry.querySelector("p").append(...marked(snippet(unit.text, words), words));
    return entry;
  };

  /** @param {number} [limit] */
  const show = (limit = SHOWN) => {
    const query = input.value.trim();
    const results = query && index ? index.search(query) : [];
    list.replaceChildren(...results.slice(0, limit).map(item));
    const more = part("more");
    more.hidden = results.length <= limit;
    more.textContent = `Tampilkan semua (${results.length})`;
    const isPartial = results.length > 0 && results[0].share < 0.999;
    part("status").textContent = !query ? "" : !results.length ? `Tidak ada hasil untuk “${query}”.`
      : isPartial ? `Tidak ada bagian yang memuat semua kata itu; ${results.length} memuat sebagian besarnya.`
        : `${results.length} hasil`;
  };

  const open = async () => {
    if (!dialog.open) dialog.showModal();
    input.select();
    try {
      await load();
      index ??= new SearchIndex(searchData);
      show();
    } catch {
      part("status").textContent = "Data pencarian tidak dapat dimuat. Muat ulang halaman ini.";
      loading = undefined;
    }
  };

  const unmark = () => {
    for (const mark of document.querySelectorAll("mark.found")) {
      if (dialog.contains(mark)) continue;
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  /** The elements that a target stands for: its record, or a heading with what follows it.
   * @param {Element} target @returns {Element[]} */
  const scope = (target) => {
    const around = target.closest("[data-anchor], li[id]");
    if (around || !target.matches(HEADINGS)) return [around ?? target];
    const found = [target];
    for (let next = target.nextElementSibling; next && !next.matches(HEADINGS); next = next.nextElementSibling) {
      if (!next.querySelector(HEADINGS)) found.push(next);
    }
    return found;
  };

  /** Go to an anchor of this page and mark words there. @param {string} anchor @param {Set<string>} words */
  const land = (anchor, words) => {
    unmark();
    const target = document.getElementById(anchor);
    for (const element of target ? scope(target) : []) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
      for (const text of texts) {
        if (!text.parentElement.closest(SILENT)) text.replaceWith(...marked(text.data, words));
      }
    }
    location.hash = "";
    location.hash = anchor;
  };

  if (dialog.showModal) {
    for (const button of document.querySelectorAll("[data-search-open]")) {
      button.removeAttribute("hidden");
      button.addEventListener("click", open);
    }
    input.addEventListener("input", () => show());
    part("more").addEventListener("click", () => {
      show(Infinity);
      list.querySelectorAll("a")[SHOWN]?.focus();
    });
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    dialog.addEventListener("click", (event) => {
      const inside = event.target instanceof Element && event.target;
      if (inside === dialog || inside && inside.closest("[data-close]")) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [input, ...list.querySelectorAll("a")];
      const here = stops.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
      event.preventDefault();
      stops[Math.min(Math.max(here + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)].focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        open();
      }
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) unmark();
    });
    const asked = new URLSearchParams(location.search).get("h");
    if (asked && root) {
      const url = new URL(location.href);
      url.search = "";
      history.replaceState(history.state, "", url);
      load().then(() => land(decodeURIComponent(location.hash.slice(1)), new Set(asked.split(" ")))).catch(() => {});
    }
  }
}
