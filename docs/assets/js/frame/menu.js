/** The menu of narrow screens opens and closes by itself; a script only closes it at Escape, outside, and on leaving it. */
for (const menu of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-menu]"))) {
  const outside = (/** @type {EventTarget | null} */ target) => target instanceof Node && !menu.contains(target);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  for (const leave of ["click", "focusin"]) {
    document.addEventListener(leave, (event) => {
      if (menu.open && outside(event.target)) menu.open = false;
    });
  }
  menu.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) menu.open = false;
  });
}
