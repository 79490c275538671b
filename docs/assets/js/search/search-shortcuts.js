/** The keys that open the search: Ctrl+K, and `/` as on every Material site. Readers can turn `/` off (WCAG 2.1.4). */

import { readPreference, storePreference } from "../citing/preferences.js";

const KEY = "pintasan"; // keys in localStorage do not change, or readers lose their choice

/** Return whether a key that is pressed would be typed into an element. @param {EventTarget | null} target */
const takesText = (target) => target instanceof HTMLElement
  && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

/** Open the search dialog when its keys are pressed. @param {HTMLDialogElement} dialog @param {() => void} open */
export const openOnKeys = (dialog, open) => {
  const choice = /** @type {HTMLInputElement} */ (dialog.querySelector("[data-slash-key]"));
  choice.checked = readPreference(KEY).slash !== false;
  choice.addEventListener("change", () => storePreference(KEY, { slash: choice.checked }));
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    const isCombination = key === "k" && (ctrlKey || metaKey) && !shiftKey && !altKey;
    const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && choice.checked && !takesText(target);
    if (!isCombination && !isSlash) return;
    event.preventDefault();
    open();
  });
};
