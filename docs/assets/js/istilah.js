/**
 * Definitions of terms work without this: CSS shows them on hover and focus. A script is only needed for
 * what CSS cannot do: Escape puts one away, and a first touch shows it instead of following the link.
 */

{
  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  const termAround = (target) => (target instanceof Element ? target.closest(".term") : null);

  /** @param {HTMLElement | null} kept the one that may stay open */
  const closeAll = (kept) => {
    for (const term of document.querySelectorAll(".term[data-open]")) {
      if (term !== kept) term.removeAttribute("data-open");
    }
  };

  // the single file has each definition once, in the glossary
  for (const term of document.querySelectorAll(".term")) {
    const link = term.querySelector("a");
    if (!link || term.querySelector(".term-definition")) continue;
    const record = document.getElementById(link.hash.slice(1))?.closest(".record");
    const entry = record?.querySelector("p:not(.record-label)");
    if (!entry) continue;
    const definition = document.createElement("span");
    definition.className = "term-definition";
    definition.setAttribute("role", "tooltip");
    definition.id = `arti-${[...document.querySelectorAll(".term")].indexOf(term)}`;
    definition.textContent = entry.textContent;
    link.setAttribute("aria-describedby", definition.id);
    term.append(definition);
  }

  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
  });

  document.addEventListener("click", (event) => {
    const term = termAround(event.target);
    closeAll(term);
    const isLink = event.target instanceof Element && event.target.closest(".term > a");
    if (term && isLink && touched && !term.hasAttribute("data-open")) {
      event.preventDefault();
      term.removeAttribute("data-dismissed");
      term.setAttribute("data-open", "");
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeAll(null);
    for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) {
      term.setAttribute("data-dismissed", "");
    }
  });

  for (const leave of ["pointerout", "focusout"]) {
    document.addEventListener(leave, (event) => {
      const term = termAround(event.target);
      const related = /** @type {PointerEvent | FocusEvent} */ (event).relatedTarget;
      if (term && !(related instanceof Node && term.contains(related))) term.removeAttribute("data-dismissed");
    });
  }
}
