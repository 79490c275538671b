/**
 * Popovers with the definitions of glossary terms. CSS alone shows them on hover and focus. This script does what CSS
 * cannot do: it places a popover where all of it is visible, closes it on Escape, and makes the first touch of a term
 * open the popover, so that only the second touch follows the link.
 */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const termAround = (target) => (target instanceof Element ? target.closest(".term") : null);

/** Close all popovers that were opened by touch.
 * @param {HTMLElement | null} exception the term whose popover stays open, if any */
const closeAll = (exception) => {
  for (const term of document.querySelectorAll(".term[data-open]")) {
    if (term !== exception) term.removeAttribute("data-open");
  }
};

const GAP = 4; // pixels between a term's line and its popover

/**
 * Place a popover below its term, or if the screen has no room below, above it. If there is no room above either,
 * scroll the page; without `mayScroll`, let the popover cover the term instead.
 * @param {HTMLElement} term @param {boolean} mayScroll false for a mouse, because what the mouse points at must not
 * move
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
