/** Add the definitions of terms: in the single file, terms are plain links. Wrap each link, and copy the term's definition
 * from the glossary. */

for (const link of document.querySelectorAll("a.term")) {
  const term = document.createElement("span");
  term.className = "term";
  link.removeAttribute("class");
  link.replaceWith(term);
  term.append(link);
}
for (const term of document.querySelectorAll(".term")) {
  const link = term.querySelector("a");
  if (!link || term.querySelector(".term-definition")) continue;
  const record = document.getElementById(link.hash.slice(1))?.closest(".record");
  const entry = record?.querySelector("p:not(.record-label)");
  if (!entry) continue;
  const definition = document.createElement("span");
  definition.className = "term-definition";
  definition.setAttribute("role", "tooltip");
  definition.id = `definition-${[...document.querySelectorAll(".term")].indexOf(term)}`;
  definition.textContent = `${entry.textContent} `;
  const label = document.createElement("small");
  label.textContent = document.querySelector("[data-definition-label]")?.textContent ?? "";
  definition.append(label);
  link.setAttribute("aria-describedby", definition.id);
  term.append(definition);
}
