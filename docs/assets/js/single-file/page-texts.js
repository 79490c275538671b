/** What the search of the single file is not given, since it stands in the file: titles and texts. */

/** What is marked as text at an anchor, or follows its heading; as `text_at` in single_file_index.py has it. @param {string} anchor */
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

/** The title at an anchor, as `title_at` in single_file_index.py has it. @param {string} anchor */
const titleAt = (anchor) => {
  const place = /** @type {Element} */ (document.getElementById(anchor)), titles = "h2, h3, h4, h5, h6, strong";
  return (place.matches(titles) ? place : place.querySelector(titles))?.textContent.trim().replace(/\s+/g, " ");
};

/** The data of the search, with the titles and texts that stand in the page. @param {any} data @returns {SearchData} */
export const fillFromPage = ({ units, ...data }) => {
  const { anchor } = units;
  const filled = (/** @type {(string | 0)[]} */ column, /** @type {(anchor: string) => string | undefined} */ at) =>
    column.map((each, unit) => (each === 0 ? at(anchor[unit]) ?? "" : each));
  return { ...data, units: { ...units, title: filled(units.title, titleAt), text: filled(units.text, textAt) } };
};
