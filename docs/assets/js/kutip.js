/**
 * The citing control. Its data hold each style's words with private-use characters for what differs from
 * anchor to anchor; see hooks/edition/citations. Without this script the links lead to the same as text.
 */

{
  const TITLE = "\ue000", LOCATOR = "\ue002", ACCESSED = "\ue003", ITALIC = /[\ue004\ue005]/, NAME = "\ue006", PAGE = "\ue007";
  const FORMATS = ["BibTeX", "RIS", "CSL-JSON"];

  /**
   * What `Citing.control` makes: each of `said` and `whole` are entries, citations in text and files; an anchor is its
   * title, its locator (or 0, what stands ahead of the colon in the title, or 1, what follows it) and the number of its
   * page.
   * @typedef {[string[], string[], string[]]} Said
   * @typedef {{site: string, styles: string[], said: Said, thesis: [string, string][],
   *   pages: string[], anchors: Record<string, [string, string | number, number]>, whole: Record<string, Said>}} CitationData
   */

  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog#kutip"));
  /** @type {CitationData} */
  let data;
  /** @type {Promise<void> | undefined} */
  let loading;
  let cited = ""; // the anchor
  let sentence = ""; // of the original, if one is pointed at

  /** @param {string} slot */
  const part = (slot) => /** @type {HTMLElement} */ (dialog?.querySelector(`[data-slot="${slot}"]`));
  const choice = () => /** @type {HTMLSelectElement} */ (part("style"));
  /** @param {string} work */
  const radio = (work) => /** @type {HTMLInputElement} */ (dialog?.querySelector(`[value=${work}]`));

  /** The title, the locator and the address of the page of what is cited. */
  const cites = () => {
    const [title, locator, page] = data.anchors[cited];
    const [ahead, ...rest] = title.split(": ");
    return [title, typeof locator === "string" ? locator : locator ? `“${rest.join(": ")}”` : ahead, data.pages[page]];
  };

  /** @param {string} text */
  const fill = (text) => {
    const [title, locator, page] = cites();
    const today = new Intl.DateTimeFormat("id", { dateStyle: "long" }).format(new Date());
    /** @type {Record<string, string>} */
    const filling = { [TITLE]: title, [LOCATOR]: sentence ? `${locator} kal. ${sentence}` : locator, [NAME]: cited, [PAGE]: page, [ACCESSED]: today };
    return text.replace(/[\ue000-\ue003\ue006\ue007]/g, (slot) => filling[slot] ?? "");
  };

  /** A marked text in its place, its italics as such. @param {HTMLElement} place @param {string} text */
  const write = (place, text) => {
    place.replaceChildren(...text.split(ITALIC).map((run, index) => {
      if (index % 2 === 0) return run;
      const italic = document.createElement("i");
      italic.textContent = run;
      return italic;
    }));
  };

  const refresh = () => {
    const index = choice().selectedIndex;
    const isFile = index >= data.styles.length;
    const thesis = data.thesis.length > 0 && radio("thesis").checked;
    const [entries, inTexts, files] = data.whole[cited] ?? data.said;
    const [entry, inText] = thesis && !isFile ? data.thesis[index] : [entries[index], inTexts[index]];
    write(part("entry"), fill(isFile ? files[index - data.styles.length] : entry));
    part("entry").classList.toggle("cite-file", isFile);
    part("in-text-row").hidden = isFile;
    if (!isFile) write(part("in-text"), fill(inText));
    part("no-address").hidden = Boolean(data.site) || thesis;
    part("status").textContent = "";
  };

  /** @param {HTMLElement} place */
  const copy = async (place) => {
    try {
      const text = place.textContent ?? "";
      if (place.querySelector("i") && window.ClipboardItem) {
        const blob = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type });
        await navigator.clipboard.write([new ClipboardItem({
          "text/plain": blob(text, "text/plain"), "text/html": blob(place.innerHTML, "text/html"),
        })]);
      } else await navigator.clipboard.writeText(text);
      part("status").textContent = "Tersalin.";
    } catch {
      // no clipboard here (some browsers refuse it to local files): leave the text selected
      getSelection()?.selectAllChildren(place);
      part("status").textContent = "Teks sudah dipilih; salin dengan Ctrl+C atau menu peramban.";
    }
  };

  const load = async () => {
    const holder = /** @type {HTMLScriptElement} */ (document.getElementById("kutip-data"));
    data = holder.type === "application/gzip" ? await unpack(holder.id) : JSON.parse(holder.text);
    for (const style of [...data.styles, ...FORMATS]) choice().append(new Option(style));
  };

  /** @param {HTMLAnchorElement} link */
  const show = async (link) => {
    await (loading ??= load());
    cited = link.hash.replace("#kutip-", "");
    const isOriginal = Boolean(link.closest(".original"));
    const [title, , page] = cites();
    // what is shown here may stand on another page
    const permalink = /** @type {HTMLAnchorElement | null} */ (document.querySelector(`a.permalink[href$="#${cited}"]`));
    const here = location.protocol.startsWith("http") && permalink ? permalink.href : "";
    part("label").textContent = title;
    part("link").textContent = data.site ? `${data.site}${page}#${cited}` : here;
    part("link-row").hidden = !part("link").textContent; // no address: then none is shown that looks like one
    part("choice").hidden = !document.getElementById(cited)?.classList.contains("paragraph");
    radio(isOriginal ? "thesis" : "edition").checked = true;
    sentence = isOriginal ? link.closest(".original")?.querySelector(".sentence:target a")?.textContent ?? "" : "";
    refresh();
    if (!dialog?.open) dialog?.showModal();
    if (dialog?.scrollTop) { // on a low screen it opens at its top, not at the button that usually comes first
      dialog.querySelector("h2")?.focus({ preventScroll: true });
      dialog.scrollTop = 0;
    }
  };

  if (dialog?.showModal) {
    dialog.addEventListener("change", refresh);
    dialog.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-copy]");
      if (button) copy(part(button.getAttribute("data-copy") ?? ""));
      if (event.target === dialog) dialog.close();
    });
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a.cite");
      if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link).catch(() => location.assign(link.href));
    });
  }
}
