/**
 * Open and close the originals: beside each paragraph of the edition, the chapter's own text, in builds of readers who
 * supply that text. A button opens or closes all originals; this choice is stored. An original is also opened if the
 * URL has its id, or the id of a sentence in it.
 */

const ORIGINALS_KEY = "naskah"; // keys in localStorage do not change, or readers lose their choice
const originals = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.original"));
const toggle = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-originals]"));
let isOpen = false;

const applyToggle = () => {
  for (const original of originals) original.open = isOpen;
  if (toggle) toggle.textContent = isOpen ? "Tutup semua naskah asli" : "Buka semua naskah asli";
};

const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  const original = /** @type {HTMLDetailsElement | null} */ (target?.closest("details.original") ?? null);
  if (!original || original.open) return;
  original.open = true;
  target?.scrollIntoView();
};

try {
  isOpen = localStorage.getItem(ORIGINALS_KEY) === "open";
} catch { /* the browser blocks storage: start closed */ }
if (isOpen) applyToggle();
if (toggle) {
  toggle.hidden = originals.length === 0;
  toggle.addEventListener("click", () => {
    isOpen = !isOpen;
    applyToggle();
    try {
      localStorage.setItem(ORIGINALS_KEY, isOpen ? "open" : "");
    } catch { /* the browser blocks storage: the choice lasts until the page is left */ }
  });
}
addEventListener("storage", ({ key, newValue }) => { // switched in another tab
  if (key !== ORIGINALS_KEY) return;
  isOpen = newValue === "open";
  applyToggle();
});
addEventListener("hashchange", openTarget);
openTarget();
