/**
 * The color scheme, one of the options in `theme.palette` of `mkdocs.yml`. It is the reader's choice, or by default the
 * first option. There is one button for each option, which switches to the next; only that of the chosen option is
 * shown.
 */

const KEY = "tampilan"; // keys and values in localStorage do not change, or readers lose their choice
const DEVICE = "(prefers-color-scheme)"; // the option that follows the device
/** @type {Record<string, string>} */
const NAMES = { default: "light", slate: "dark" };

const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll("[data-scheme-switch]")]);
const names = buttons.map(({ dataset }) => dataset.media === DEVICE ? "auto" : NAMES[dataset.scheme ?? ""] ?? dataset.scheme);
const device = matchMedia("(prefers-color-scheme: dark)");
let chosen = 0;

const apply = () => {
  if (!buttons.length) return; // a single color scheme, which stands in the page
  const isDevice = buttons[chosen].dataset.media === DEVICE;
  const wanted = device.matches ? "dark" : "light";
  const { dataset } = isDevice && buttons[names.indexOf(wanted)] || buttons[chosen];
  document.body.dataset.mdColorScheme = dataset.scheme;
  document.body.dataset.mdColorPrimary = dataset.primary;
  document.body.dataset.mdColorAccent = dataset.accent;
  buttons.forEach((button, index) => button.hidden = index !== chosen);
};

/** Choose an option. @param {string | null} name "auto", "light", "dark", or the name of another scheme */
const choose = (name) => {
  chosen = Math.max(names.indexOf(name ?? ""), 0);
  apply();
};

let stored = null;
try {
  stored = localStorage.getItem(KEY);
} catch { /* the browser blocks storage: use the first option */ }
choose(stored);
device.addEventListener("change", apply);
addEventListener("storage", ({ key, newValue }) => { // chosen in another tab
  if (key === KEY && newValue) choose(newValue);
});
buttons.forEach((button, index) => button.addEventListener("click", () => {
  const next = (index + 1) % buttons.length;
  choose(names[next] ?? "");
  buttons[next].focus();
  try {
    localStorage.setItem(KEY, names[next] ?? "");
  } catch { /* the browser blocks storage: the choice lasts until the page is left */ }
}));
