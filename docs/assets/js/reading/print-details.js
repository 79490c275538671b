/**
 * Print the content of collapsed admonitions (`??? note`) too: open them before printing, and close them afterwards.
 * Other details elements, such as folded notes, are printed in their own way.
 */
const closedAdmonitions = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (
  document.querySelectorAll("details:not([open], .plain, .menu)")
);
/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...closedAdmonitions()];
  for (const admonition of opened) admonition.open = true;
});
addEventListener("afterprint", () => {
  for (const admonition of opened) admonition.open = false;
});
