/** Load the script that offers to quote when text is first selected. */

import { loadScript } from "../frame/lazy-loading.js";

/** Wait for the first selection, and start quoting then.
 * @param {Parameters<typeof quoting.startQuoting>[0]} page functions of the page that quoting uses */
export const startQuotingOnSelection = (page) => {
  let isPressed = false;
  addEventListener("pointerdown", () => { isPressed = true; });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => { isPressed = false; });

  const start = async () => {
    if (getSelection()?.isCollapsed !== false) return;
    document.removeEventListener("selectionchange", start);
    try {
      await loadScript("quoting");
      quoting.startQuoting(page, isPressed);
    } catch {
      document.addEventListener("selectionchange", start); // try again
    }
  };
  document.addEventListener("selectionchange", start);
};
