/** Filter the table of all anchors by the words that one types: rows that have all of them stay. */

const filterField = /** @type {HTMLInputElement | null} */ (document.querySelector(".anchor-filter input"));
const anchorRows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".anchors tbody > tr:not([class])")]);

const filterAnchors = () => {
  const words = filterField?.value.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  for (const row of anchorRows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".anchors tbody"))) {
    group.hidden = !group.querySelector("tr:not([class], [hidden])");
  }
  const count = document.querySelector(".anchor-filter [role=status]");
  if (count) count.textContent = String(anchorRows.filter((row) => !row.hidden).length);
};

if (filterField) {
  filterField.closest("p")?.removeAttribute("hidden");
  filterField.addEventListener("input", filterAnchors);
  filterAnchors(); // a browser may restore what was typed
}
