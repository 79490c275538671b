/** Give the links of terms their definitions from the glossary, as titles. The single file has each definition once. */

const definitionLabel = document.querySelector("[data-definition-label]")?.textContent ?? "";

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term"))) {
  const entry = document.getElementById(link.hash.slice(1))?.closest(".record")?.querySelector("p");
  if (entry) link.title = `${entry.textContent} (${definitionLabel.toLowerCase()})`;
}
