/** Show the button that leads back to the top while one scrolls up, at least one screen below the top. */

const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-md-component=top]"));
if (button) {
  let last = scrollY;
  addEventListener("scroll", () => {
    const isUp = scrollY < last;
    last = scrollY;
    button.hidden = scrollY < innerHeight || !(isUp || document.activeElement === button);
  }, { passive: true });
  button.addEventListener("click", () => {
    window.scrollTo({ top: 0 });
    // the next Tab goes on from the top, too
    /** @type {HTMLElement | null} */ (document.querySelector(".md-header__title"))?.focus({ preventScroll: true });
  });
}
