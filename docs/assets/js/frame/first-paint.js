/**
 * Entry point of the script in the header of each page, directly after the buttons: what must be right when the page is
 * first painted.
 */

import "./color-scheme.js";

// the button has its place from the start, so that nothing moves; it works as soon as the page's main script has run
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-search-open]"))) {
  button.hidden = false;
  button.disabled = true;
}
