/**
 * Definitions of terms work without this: CSS shows them on hover and focus. A script is only needed for
 * what CSS cannot do: a definition opens where it can be read whole, Escape puts it away, and a first touch shows it
 * instead of following the link.
 */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const termAround = (target) => (target instanceof Element ? target.closest(".term") : null);

/** @param {HTMLElement | null} kept the one that may stay open */
const closeAll = (kept) => {
  for (const term of document.querySelectorAll(".term[data-open]")) {
    if (term !== kept) term.removeAttribute("data-open");
  }
};

// the single file has terms as plain links, and each definition once, in the glossary
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
  definition.textContent = entry.textContent;
  link.setAttribute("aria-describedby", definition.id);
  term.append(definition);
}

const GAP = 4; // pixels between a definition and the line of its term

/**
 * Put the definition that is shown below the term's line, or above it, where it is whole; if it is in neither, there is
 * room after scrolling, but what the mouse points at must not move away under it.
 * @param {HTMLElement} term @param {boolean} mayScroll
 */
const place = (term, mayScroll) => {
  const definition = /** @type {HTMLElement | null} */ (term.querySelector(".term-definition"));
  const lines = [...(term.querySelector("a")?.getClientRects() ?? [])];
  if (!definition || !lines.length) return;
  definition.style.translate = "";
  const box = definition.getBoundingClientRect();
  const bar = document.querySelector(".md-header");
  const top = bar && getComputedStyle(bar).position === "sticky" ? Math.max(bar.getBoundingClientRect().bottom, 0) : 0;
  const below = lines[lines.length - 1].bottom + GAP, above = lines[0].top - GAP - box.height;
  let y = below;
  if (below + box.height > innerHeight && above >= top) y = above;
  else if (below + box.height > innerHeight) {
    if (mayScroll) scrollBy({ top: Math.ceil(below + box.height - innerHeight) + 1, behavior: "instant" });
    else y = Math.max(innerHeight - box.height, top);
  }
  definition.style.translate = `0 ${Math.floor(y - box.top)}px`;
};

for (const come of ["pointerover", "focusin"]) {
  document.addEventListener(come, (event) => {
    const term = termAround(event.target);
    const isTouch = event instanceof PointerEvent && event.pointerType !== "mouse";
    if (term && !isTouch && !(event.target instanceof Element && event.target.closest(".term-definition"))) {
      place(term, come === "focusin" && !term.matches(":hover"));
    }
  });
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
    place(term, true);
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
