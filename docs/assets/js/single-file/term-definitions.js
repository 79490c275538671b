/** Add definitions to terms, which are plain links in the single file: wrap each link, and copy the definition from the
 * term's entry in the glossary. */

const definitionLabel = document.querySelector("[data-definition-label]")?.textContent ?? "";

for (const [index, link] of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.term")).entries()) {
  const term = document.createElement("span");
  term.className = "term";
  link.removeAttribute("class");
  link.replaceWith(term);
  term.append(link);
  const entry = document.getElementById(link.hash.slice(1))?.closest(".record")?.querySelector("p");
  if (!entry) continue;
  const definition = document.createElement("span"), label = document.createElement("small");
  definition.className = "term-definition";
  definition.setAttribute("role", "tooltip");
  definition.id = `definition-${index}`;
  label.textContent = definitionLabel;
  definition.append(`${entry.textContent} `, label);
  link.setAttribute("aria-describedby", definition.id);
  term.append(definition);
}
