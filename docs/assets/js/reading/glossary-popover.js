/**
 * Popovers with the definitions of glossary terms. A definition is the title of the term's link, so that it is no part
 * of the text, and browsers without scripts show it as a tooltip. This script shows it in a popover instead, on hover,
 * focus and the first touch (only the second follows the link), where all of it is visible.
 */

const popover = document.createElement("div");
popover.className = popover.id = "term-definition";
popover.setAttribute("role", "tooltip");
popover.hidden = true;
(document.querySelector("main") ?? document.body).append(popover);

/** @type {HTMLAnchorElement | null} */
let shown = null; // the term whose definition is visible
/** @type {HTMLAnchorElement | null} */
let dismissed = null; // the term whose definition was closed by Escape, while the pointer or the focus is still on it

/** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
const termAround = (target) => (target instanceof Element ? target.closest("a.term") : null);

/** Close the popover, and give its text back to the link. */
const closePopover = () => {
  if (!shown) return;
  shown.title = popover.textContent ?? "";
  shown.removeAttribute("aria-describedby");
  shown = null;
  popover.hidden = true;
};

/**
 * Place the popover below its term, or if the screen has no room below, above it. If there is no room above either,
 * scroll the page; without `mayScroll`, let the popover cover the term instead.
 * @param {HTMLElement} term @param {boolean} mayScroll
 */
const place = (term, mayScroll) => {
  const lines = [...term.getClientRects()], first = lines[0], last = lines[lines.length - 1];
  popover.style.translate = "";
  const { left, top: origin, width, height } = popover.getBoundingClientRect();
  const bar = document.querySelector(".md-header");
  const top = bar && getComputedStyle(bar).position === "sticky" ? Math.max(bar.getBoundingClientRect().bottom, 0) : 0;
  const x = Math.max(Math.min(last.left, document.documentElement.clientWidth - width - 8), 8);
  const above = first.top - height;
  let y = last.bottom;
  if (y + height > innerHeight && above >= top) y = above;
  else if (y + height > innerHeight && !mayScroll) y = Math.max(innerHeight - height, top);
  popover.style.translate = `${Math.floor(x - left)}px ${Math.floor(y - origin)}px`;
  if (y + height > innerHeight) scrollBy({ top: Math.ceil(y + height - innerHeight) + 1, behavior: "instant" });
};

/**
 * @param {HTMLAnchorElement} term
 * @param {boolean} mayScroll false for a mouse, because what the mouse points at must not move
 */
const openPopover = (term, mayScroll) => {
  if (term === shown || term === dismissed || !term.title) return;
  closePopover();
  shown = term;
  popover.textContent = term.title;
  term.removeAttribute("title"); // or the browser's tooltip would be shown, too
  term.setAttribute("aria-describedby", popover.id);
  popover.hidden = false;
  place(term, mayScroll);
};

document.addEventListener("pointerover", (event) => {
  const term = termAround(event.target);
  if (term && event.pointerType === "mouse") openPopover(term, false);
});

document.addEventListener("focusin", (event) => {
  const term = termAround(event.target);
  if (term) openPopover(term, !term.matches(":hover"));
});

for (const type of ["pointerout", "focusout"]) {
  document.addEventListener(type, (event) => {
    const relatedTarget = /** @type {PointerEvent | FocusEvent} */ (event).relatedTarget;
    if (event instanceof PointerEvent && event.pointerType !== "mouse") return;
    if (relatedTarget instanceof Node && (popover.contains(relatedTarget) || shown?.contains(relatedTarget))) return;
    dismissed = null;
    if (type === "focusout" || shown !== document.activeElement) closePopover();
  });
}

/** @type {HTMLAnchorElement | null} */
let before = null; // the term whose definition was visible when a touch began
let isTouch = false;
document.addEventListener("pointerdown", (event) => {
  isTouch = event.pointerType !== "mouse";
  before = shown;
});

document.addEventListener("click", (event) => {
  const term = termAround(event.target);
  if (term && isTouch && term !== before && (term.title || term === shown)) {
    event.preventDefault();
    openPopover(term, true);
    place(term, true); // the focus may have shown it already
  } else if (!term && event.target !== popover) closePopover();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  dismissed = shown;
  closePopover();
});
