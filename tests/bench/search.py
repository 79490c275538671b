"""How long a key takes in the search, with the edition's text ten times over. `make bench`; no test, since it drifts.

The copies have words of their own (a letter is added to every word), so that the vocabulary, which is what costs,
grows too.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (the path comes first)
from edition.page.bundles import SEARCH_INDEX  # noqa: E402

TIMES = 10
QUERIES = ("merevitalisasi kawasan kota tua", "kerjasama sister city", "siapa pemilik gedung", "ketidakberhasilan")
MEASURE = """
([times, queries]) => {
  const other = (text, n) => n ? text.replace(/\\p{L}+/gu, (word) => word + "bcdfghjklm"[n]) : text;
  const units = Array.from({ length: times }, (_, n) => searchData.units.map((unit) => ({ ...unit,
    anchor: `${unit.anchor}-${n}`, title: other(unit.title, n), text: other(unit.text, n) }))).flat();
  const before = performance.now();
  const index = new SearchIndex({ ...searchData, units });
  const ready = performance.now() - before;
  const keys = queries.flatMap((query) => [...query].map((_, end) => query.slice(0, end + 1)));
  const spent = keys.map((typed) => {
    const start = performance.now();
    index.search(typed);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [ready, spent[Math.floor(spent.length / 2)], spent.at(-1), index.reader.stemmer.words.size];
}
"""


def main() -> None:
    """Print what a reader waits for. Needs a built site."""
    with launched() as browser:
        page = browser.new_page()
        for name in ("stemming", "reading", "searching"):
            page.add_script_tag(path=ROOT / f"docs/assets/js/{name}.js")
        page.add_script_tag(path=ROOT / "site" / SEARCH_INDEX)
        ready, median, slowest, words = page.evaluate(MEASURE, [TIMES, list(QUERIES)])
    print(f"{TIMES} × the text, {words} words: ready after {ready:.0f} ms;", end=" ")
    print(f"a key {median:.1f} ms, at most {slowest:.1f} ms")


if __name__ == "__main__":
    main()
