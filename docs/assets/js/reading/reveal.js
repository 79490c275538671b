/** Show text that is hidden in a collapsed admonition or in a content tab that is not chosen. */

/** Open every details element around an element, and choose every content tab that contains it. @param {Element} element */
export const reveal = (element) => {
  for (let details = element.closest("details"); details; details = details.parentElement?.closest("details") ?? null) {
    details.open = true;
  }
  for (let block = element.closest(".tabbed-block"); block; block = block.parentElement?.closest(".tabbed-block") ?? null) {
    const index = [...block.parentElement?.children ?? []].indexOf(block);
    const tabs = /** @type {NodeListOf<HTMLInputElement>} */ (block.closest(".tabbed-set")?.querySelectorAll(":scope > input"));
    tabs[index].checked = true;
  }
};
