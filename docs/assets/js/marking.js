/** Words marked where a search found them: in its results, and on the page that one lands on. */
const marking = (() => {
  const SNIPPET = 170; // letters
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  const SILENT = "[data-search-exclude], dialog, script, style, svg, .term-definition";

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

  /** A text as nodes, its English terms and the words in it marked. @param {string} text @param {Set<string>} words */
  const told = (text, words) => {
    const names = searchData.english.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
    return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${names})(?![\\p{L}\\p{N}])`, "iu")).flatMap((part, index) => {
      if (index % 2 === 0) return marked(part, words);
      const english = document.createElement("i");
      english.lang = "en";
      english.append(...marked(part, words));
      return [english];
    });
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

  const unmark = () => {
    for (const mark of document.querySelectorAll("mark.found")) {
      if (mark.closest("dialog")) continue;
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
    if (location.hash === `#${anchor}`) target?.scrollIntoView();
    else location.hash = anchor;
  };

  return { told, snippet, land, unmark };
})();
