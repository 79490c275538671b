/**
 * Definitions of terms work without this: CSS shows them on hover and focus. A script is only needed for
 * what CSS cannot do: Escape puts one away, and a first touch shows it instead of following the link.
 */

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const termAround = (target) => (target instanceof Element ? target.closest(".term") : null);

/** @param {HTMLElement | null} kept the one that may stay open */
const closeAll = (kept) => {
  for (const term of document.querySelectorAll(".term[data-open]")) {
    if (term !== kept) term.removeAttribute("data-open");
  }
};

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
