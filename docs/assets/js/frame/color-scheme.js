/**
 * The color scheme (light or dark). It is the reader's choice, or by default that of the device. This script is the
 * first element of the body, so that nothing is painted in the wrong scheme. The buttons that change the scheme do not
 * exist yet when it runs; they are updated when the page has been parsed.
 */

/** @type {Record<string, string>} */
const NAMES = { auto: "ikuti perangkat", light: "terang", dark: "gelap" };
const KEY = "tampilan"; // keys in localStorage do not change, or readers lose their choice
const device = matchMedia("(prefers-color-scheme: dark)");
let chosen = "auto";

const apply = () => {
  const dark = chosen === "dark" || (chosen === "auto" && device.matches);
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-scheme-switch]"))) {
    const next = Object.keys(NAMES)[(Object.keys(NAMES).indexOf(chosen) + 1) % 3];
    const name = button.querySelector("span:not(.icon)");
    if (name) name.textContent = `Tampilan: ${NAMES[chosen]}`;
    button.title = `Ganti ke ${NAMES[next]}`;
    button.dataset.next = next;
    button.hidden = false;
  }
};

try {
  chosen = localStorage.getItem(KEY) ?? "auto";
} catch { /* the browser blocks storage: follow the device */ }
if (!(chosen in NAMES)) chosen = "auto";
apply();
device.addEventListener("change", apply);
addEventListener("storage", ({ key, newValue }) => { // chosen in another tab
  if (key !== KEY || !newValue || !(newValue in NAMES)) return;
  chosen = newValue;
  apply();
});
document.addEventListener("DOMContentLoaded", apply);
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element && event.target.closest("[data-scheme-switch]");
  if (!button) return;
  chosen = button.getAttribute("data-next") ?? "auto";
  apply();
  try {
    localStorage.setItem(KEY, chosen);
  } catch { /* the browser blocks storage: the choice lasts until the page is left */ }
});
