/**
 * The search dialog, and the words marked where a result lands. What searches is only loaded when it is first needed
 * (in the single file it is there already). Words to mark travel to another page in the address, as `?h=`.
 */
{
  const SHOWN = 20;
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog#cari"));
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));
  const template = /** @type {HTMLTemplateElement} */ (dialog.querySelector("template"));
  const base = dialog.dataset.base; // the page for what is not found has an absolute one, "/"
  const root = base === undefined ? null : new URL(base.replace(/\/?$/, "/"), location.href);
  const part = (/** @type {string} */ slot) =>
    /** @type {HTMLElement} */ (dialog.querySelector(`[data-slot="${slot}"]`));

  /** @type {Promise<unknown> | undefined} */
  let loading;
  /** @type {SearchIndex | undefined} */
  let index;

  /** What is marked as text at an anchor, or follows its heading; as `texts_of` in sheets.py has it. @param {string} anchor */
  const textAt = (anchor) => {
    const place = /** @type {Element} */ (document.getElementById(anchor));
    const marked = place.querySelector("[data-text]");
    const blocks = marked ? [...marked.querySelectorAll("p, li")] : [];
    if (marked && !blocks.length) blocks.push(marked);
    for (let next = marked ? null : place.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
      blocks.push(...blocksIn(next));
    }
    return blocks.map(plain).join(" ").trim().replace(/\s+/g, " ");
  };

  /** The texts in what follows a heading. @param {Element} element */
  const blocksIn = (element) => {
    if (element.matches("p:not([class])")) return [element];
    return [...element.children].filter((child) => child.matches(":is(ul, ol):not([class]) > *"));
  };

  /** A text without the label that it begins with. @param {Element} block */
  const plain = (block) => {
    const copy = /** @type {Element} */ (block.cloneNode(true));
    for (const definition of copy.querySelectorAll(".term-definition")) definition.remove(); // istilah.js puts them in
    const label = copy.firstElementChild?.matches("i:not([lang])") && !copy.firstChild?.nodeValue?.trim() ? copy.firstElementChild : null;
    label?.remove();
    return copy.textContent;
  };

  /** What failed is asked for again the next time. */
  const load = () => {
    loading ??= (!window.unpack ? Promise.all([fetchLater("cari"), fetchLater("indeks")]) : window.unpack("cari").then((data) => {
      // a text that stands in the file as it is searched is not there twice
      const text = data.units.text.map((/** @type {string | 0} */ each, /** @type {number} */ unit) => each || textAt(data.units.anchor[unit]));
      window.searchData = { ...data, units: { ...data.units, text } };
    })).catch((reason) => {
      loading = undefined;
      throw reason;
    });
    return loading;
  };

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
      marking.land(unit.anchor, phrases);
    });
    const [label, title] = entry.querySelectorAll("span");
    label.textContent = `${unit.label || searchData.pages[unit.page]} `;
    title.append(...marking.told(unit.title, phrases));
    entry.querySelector("p")?.append(...marking.told(marking.snippet(unit.text, phrases), phrases));
    return entry;
  };

  /** @param {number} [limit] */
  const show = (limit = SHOWN) => {
    const query = input.value.trim();
    const results = query ? index?.search(query).results ?? [] : [];
    list.replaceChildren(...results.slice(0, limit).map(item));
    const more = part("more");
    more.hidden = results.length <= limit;
    more.textContent = `Tampilkan semua (${results.length})`;
    const isPartial = results.length > 0 && results[0].share < 0.999;
    part("status").textContent = !query ? "" : !results.length ? `Tidak ada hasil untuk “${query}”.`
      : isPartial ? `Tidak ada bagian yang memuat semua kata itu; ${results.length} memuat sebagian besarnya.`
        : `${results.length} hasil`;
  };

  /** Show what is found, now or as soon as it can be told. */
  const answer = async () => {
    try {
      if (!index) {
        part("status").textContent = "Memuat data pencarian …";
        await load();
        index ??= new SearchIndex(searchData);
      }
      show();
    } catch {
      part("status").textContent = root ? "Data pencarian belum dapat dimuat. Ketik lagi untuk mencoba kembali."
        : "Peramban ini tidak dapat membuka data pencarian. Pakai pencarian peramban: Ctrl+F, atau menunya.";
    }
  };

  const open = () => {
    // a result is to land on the page, not under another dialog
    for (const other of document.querySelectorAll("dialog")) if (other !== dialog && other.open) other.close();
    if (!dialog.open) dialog.showModal();
    input.select();
    return answer();
  };

  if ("showModal" in dialog) {
    for (const button of document.querySelectorAll("[data-search-open]")) {
      button.removeAttribute("hidden");
      button.addEventListener("click", open);
    }
    input.addEventListener("input", answer);
    part("more").addEventListener("click", () => {
      show(Infinity);
      list.querySelectorAll("a")[SHOWN]?.focus();
    });
    dialog.querySelector("form")?.addEventListener("submit", async (event) => {
      event.preventDefault();
      await answer();
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
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
        marking.unmark();
      }
    });
    const asked = new URLSearchParams(location.search).get("h");
    if (asked && root) {
      const url = new URL(location.href);
      url.search = "";
      history.replaceState(history.state, "", url);
      marking.land(decodeURIComponent(location.hash.slice(1)), new Set(asked.split(",")));
    }
  }
}
