"""Measure the search: the time per keystroke on a slow phone, with the text of the edition and ten times as much, and
the ranks of the expected results for the table of queries. Run by `make bench`; not a test, because the figures vary.

Each copy of the text has its own vocabulary (a letter is added to every word), because the time depends on the number
of distinct words.
"""

import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (after sys.path)
from browser.http_server import serve  # noqa: E402
from browser.page_actions import search  # noqa: E402
from browser.test_search_queries import ASK, Row, rows  # noqa: E402
from edition.rendering.bundles import SEARCH_INDEX  # noqa: E402

SLOWER = 4  # CPU throttling factor
TIMES = (1, 10)
QUERIES = (
    "merevitalisasi kawasan kota tua",
    "kerjasama sister city",
    "mengapa tidak berhasil",
    "revitalisai kota tau",
    "ketidakberhasilan",
)
# JavaScript appended to the search index: it multiplies the units.
MULTIPLIED = """
((times) => {
  const other = (text, n) => n ? text.replace(/\\p{L}+/gu, (word) => word + "bcdfghjklm"[n]) : text;
  const copies = (column, made) => Array.from({ length: times }, (_, n) => column.map((text) => made(text, n))).flat();
  const { units } = searchData;
  searchData.units = Object.fromEntries(Object.entries(units).map(([key, column]) => [key, copies(column, (text, n) =>
    key === "anchor" && n ? `${text}-${n}` : ["title", "text"].includes(key) ? other(text, n) : text)]));
})(%d);
"""
# JavaScript: milliseconds from each keystroke to the layout of the results, sorted.
MEASURE = """
(queries) => {
  const field = document.querySelector("#search-input"), list = document.querySelector("#search ol");
  const keys = queries.flatMap((query) => [...query].map((_, end) => query.slice(0, end + 1)));
  return keys.map((typed) => {
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event("input"));
    list.getBoundingClientRect();
    return performance.now() - start;
  }).sort((a, b) => a - b);
}
"""


def measure_keystrokes(browser: Browser, address: str, times: int) -> None:
    """Print the time per keystroke, with ``times`` copies of the text."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}kendala/")
    page.route(f"**/{SEARCH_INDEX}", lambda route: route.fulfill(body=route.fetch().text() + MULTIPLIED % times))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    search(page, "kota")
    page.locator("#search ol a").first.wait_for()
    spent = page.evaluate(MEASURE, list(QUERIES))
    figures = f"median {spent[len(spent) // 2]:.0f} ms, 95 % within {spent[len(spent) * 95 // 100]:.0f}"
    print(f"{times} × the text, processor ÷ {SLOWER}: a key {figures}, at most {spent[-1]:.0f} ms ({len(spent)} keys)")


def measure_ranks(page: Page, address: str) -> None:
    """Print, by kind of query, the mean reciprocal rank and the share with a right result among the first three."""
    page.goto(f"{address}kendala/")
    search(page, "kota")
    page.locator("#search ol a").first.wait_for()
    table = rows()
    by_kind: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for row, results in zip(table, page.evaluate(ASK, [row.query for row in table]), strict=True):
        for kind in (row.kind, f"in {row.language}", "all"):
            by_kind[kind].append(_score(row, results))
    print("| kind | queries | mean reciprocal rank | right among the first 3 |")
    print("|---|---|---|---|")
    for kind, scores in by_kind.items():
        rank, right = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        print(f"| {kind} | {len(scores)} | {rank:.2f} | {right:.1%} |")


def _score(row: Row, results: list[str]) -> tuple[float, bool]:
    """Return the reciprocal rank, and whether a right result is among the first three.

    For a query that must find nothing, both say whether it finds nothing.
    """
    if not row.anchors:
        return float(not results), not results
    ranks = [place for place, anchor in enumerate(results, 1) if anchor in row.anchors]
    return 1 / ranks[0] if ranks else 0, bool(ranks) and ranks[0] <= 3


def main() -> None:
    """Print the times and the ranks. Requires a built site."""
    with launched() as browser, serve(ROOT / "site") as address:
        for times in TIMES:
            measure_keystrokes(browser, address, times)
        measure_ranks(browser.new_page(), address)


if __name__ == "__main__":
    main()
