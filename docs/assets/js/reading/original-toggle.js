/**
 * The original beside the restatement, in a build of a reader who has it: a switch opens all of them, and is remembered;
 * an address that names one, or a sentence of one, opens it.
 */

const ORIGINALS_KEY = "originals";
const originals = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.original"));
const toggle = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-originals]"));
let all = false;

const applyToggle = () => {
  for (const original of originals) original.open = all;
  if (toggle) toggle.textContent = all ? "Tutup semua naskah asli" : "Buka semua naskah asli";
};

const openTarget = () => {
  const target = document.getElementById(location.hash.slice(1));
  const original = /** @type {HTMLDetailsElement | null} */ (target?.closest("details.original") ?? null);
  if (!original || original.open) return;
  original.open = true;
  target?.scrollIntoView();
};

try {
  all = localStorage.getItem(ORIGINALS_KEY) === "open";
} catch { /* a browser that keeps nothing: closed */ }
if (all) applyToggle();
if (toggle) {
  toggle.hidden = originals.length === 0;
  toggle.addEventListener("click", () => {
    all = !all;
    applyToggle();
    try {
      localStorage.setItem(ORIGINALS_KEY, all ? "open" : "");
    } catch { /* as above */ }
  });
}
addEventListener("storage", ({ key, newValue }) => { // switched in another tab
  if (key !== ORIGINALS_KEY) return;
  all = newValue === "open";
  applyToggle();
});
addEventListener("hashchange", openTarget);
openTarget();
