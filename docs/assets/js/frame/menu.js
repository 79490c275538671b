/** Close the menu of narrow screens on Escape, on a click or focus outside it, and on a click on one of its links. Its
 * button needs no script, because the menu is a `details` element. */
for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-menu]"))) {
  const isOutside = (/** @type {EventTarget | null} */ target) => target instanceof Node && !menu.contains(target);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, (event) => {
      if (menu.open && isOutside(event.target)) menu.open = false;
    });
  }
  menu.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) menu.open = false;
  });
}
