/**
 * Popovers with the definitions of glossary terms. CSS alone shows them on hover and focus; this script adds what CSS
 * cannot do: it places a definition where all of it is visible, closes it on Escape, and on a first touch shows it
 * instead of following the link.
 */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const termAround = (target) => (target instanceof Element ? target.closest(".term") : null);

/** Close all definitions. @param {HTMLElement | null} exception a term that may stay open */
const closeAll = (exception) => {
  for (const term of document.querySelectorAll(".term[data-open]")) {
    if (term !== exception) term.removeAttribute("data-open");
  }
};

// in the single file terms are plain links, and each definition is only in the glossary: wrap and copy it here
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

const GAP = 4; // pixels between a term's line and its definition

/**
 * Place a definition below its term's line or, if it does not fit there, above it. If it fits nowhere, scroll, but only
 * if `mayScroll`: what the mouse points at must not move.
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

for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => {
    const term = termAround(event.target);
    const isTouch = event instanceof PointerEvent && event.pointerType !== "mouse";
    if (term && !isTouch && !(event.target instanceof Element && event.target.closest(".term-definition"))) {
      place(term, type === "focusin" && !term.matches(":hover"));
    }
  });
}

let isTouched = false;
document.addEventListener("pointerdown", (event) => {
  isTouched = event.pointerType !== "mouse";
});

document.addEventListener("click", (event) => {
  const term = termAround(event.target);
  closeAll(term);
  const isLink = event.target instanceof Element && event.target.closest(".term > a");
  if (term && isLink && isTouched && !term.hasAttribute("data-open")) {
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

for (const type of ["pointerout", "focusout"]) {
  document.addEventListener(type, (event) => {
    const term = termAround(event.target);
    const related = /** @type {PointerEvent | FocusEvent} */ (event).relatedTarget;
    if (term && !(related instanceof Node && term.contains(related))) term.removeAttribute("data-dismissed");
  });
}
