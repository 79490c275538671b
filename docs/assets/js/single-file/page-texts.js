/** Complete the search index of the single file (the edition as one HTML file). To save space, the stored index
 * omits titles and texts that the page contains; this script reads them from the page. */

/**
 * Return the text of the element with the id `anchor`: that of its first descendant with `data-text`. An element
 * without such a descendant is a heading; its text is all text up to the next heading. `text_at` in
 * single_file_index.py must have the same rules. @param {string} anchor
 */
const textAt = (anchor) => {
  const target = /** @type {Element} */ (document.getElementById(anchor));
  const marked = target.querySelector("[data-text]");
  const blocks = marked ? [...marked.querySelectorAll("p, li")] : [];
  if (marked && !blocks.length) blocks.push(marked);
  for (let next = marked ? null : target.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
    blocks.push(...blocksIn(next));
  }
  return blocks.map(({ textContent }) => textContent).join(" ").trim().replace(/\s+/g, " ");
};

/** Return the blocks of text in an element that follows a heading: for a paragraph, the element itself; for a list, its
 * items; for other elements, nothing.
 * @param {Element} element */
const blocksIn = (element) => {
  if (element.matches("p:not([class])")) return [element];
  return [...element.children].filter((child) => child.matches(":is(ul, ol):not([class]) > *"));
};

/** Return the text of the first heading or `strong` element in the element with the id `anchor`. `title_at` in
 * single_file_index.py must have the same rule.
 * @param {string} anchor */
const titleAt = (anchor) => {
  const target = /** @type {Element} */ (document.getElementById(anchor)), titles = "h2, h3, h4, h5, h6, strong";
  return (target.matches(titles) ? target : target.querySelector(titles))?.textContent.trim().replace(/\s+/g, " ");
};

/** Return the search index with the titles and texts that were omitted, read from the page.
 * @param {any} data the stored search index @returns {SearchData} */
export const fillFromPage = ({ units, ...data }) => {
  const { anchor } = units;
  const filled = (/** @type {(string | 0)[]} */ column, /** @type {(anchor: string) => string | undefined} */ read) =>
    column.map((each, unit) => (each === 0 ? read(anchor[unit]) ?? "" : each)); // 0: read it from the page
  return { ...data, units: { ...units, title: filled(units.title, titleAt), text: filled(units.text, textAt) } };
};
