/** Fill the search index of the single file with titles and texts from the page; omitting them there saves space. */

/**
 * Return the text at an anchor: that of the element marked with `data-text` or, for a heading, the text up to the next
 * heading. Must agree with `text_at` in single_file_index.py.
 * @param {string} anchor
 */
const textAt = (anchor) => {
  const target = /** @type {Element} */ (document.getElementById(anchor));
  const marked = target.querySelector("[data-text]");
  const blocks = marked ? [...marked.querySelectorAll("p, li")] : [];
  if (marked && !blocks.length) blocks.push(marked);
  for (let next = marked ? null : target.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
    blocks.push(...blocksIn(next));
  }
  return blocks.map(plainText).join(" ").trim().replace(/\s+/g, " ");
};

/** Return the blocks of text (paragraphs, list items) in an element that follows a heading. @param {Element} element */
const blocksIn = (element) => {
  if (element.matches("p:not([class])")) return [element];
  return [...element.children].filter((child) => child.matches(":is(ul, ol):not([class]) > *"));
};

/** Return the text of a block without the label at its beginning. @param {Element} block */
const plainText = (block) => {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const definition of copy.querySelectorAll(".term-definition")) definition.remove(); // from glossary-popover.js
  const label = copy.firstElementChild?.matches("i:not([lang])") && !copy.firstChild?.nodeValue?.trim() ? copy.firstElementChild : null;
  label?.remove();
  return copy.textContent;
};

/** Return the title at an anchor. Must agree with `title_at` in single_file_index.py. @param {string} anchor */
const titleAt = (anchor) => {
  const target = /** @type {Element} */ (document.getElementById(anchor)), titles = "h2, h3, h4, h5, h6, strong";
  return (target.matches(titles) ? target : target.querySelector(titles))?.textContent.trim().replace(/\s+/g, " ");
};

/** Return the search index, completed with the titles and texts of the page. @param {any} data @returns {SearchData} */
export const fillFromPage = ({ units, ...data }) => {
  const { anchor } = units;
  const filled = (/** @type {(string | 0)[]} */ column, /** @type {(anchor: string) => string | undefined} */ read) =>
    column.map((each, unit) => (each === 0 ? read(anchor[unit]) ?? "" : each)); // 0: read it from the page
  return { ...data, units: { ...units, title: filled(units.title, titleAt), text: filled(units.text, textAt) } };
};
