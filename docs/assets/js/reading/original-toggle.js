/**
 * The original beside the restatement, in a build of a reader who has it: a switch opens all of them, and is remembered;
 * an address that names one, or a sentence of one, opens it.
 */
{
  const KEY = "originals";
  const originals = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.original"));
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-originals]"));
  let all = false;

  const apply = () => {
    for (const original of originals) original.open = all;
    if (button) button.textContent = all ? "Tutup semua naskah asli" : "Buka semua naskah asli";
  };

  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    const original = /** @type {HTMLDetailsElement | null} */ (target?.closest("details.original") ?? null);
    if (!original || original.open) return;
    original.open = true;
    target?.scrollIntoView();
  };

  try {
    all = localStorage.getItem(KEY) === "open";
  } catch { /* a browser that keeps nothing: closed */ }
  if (all) apply();
  if (button) {
    button.hidden = originals.length === 0;
    button.addEventListener("click", () => {
      all = !all;
      apply();
      try {
        localStorage.setItem(KEY, all ? "open" : "");
      } catch { /* as above */ }
    });
  }
  addEventListener("storage", ({ key, newValue }) => { // switched in another tab
    if (key !== KEY) return;
    all = newValue === "open";
    apply();
  });
  addEventListener("hashchange", open);
  open();
}
