"""How long a key takes in the search on a slow phone, with the edition's text and with ten times as much, and how well
it answers the table of queries: `make bench`; no test, since it drifts.

The copies have words of their own (a letter is added to every word), so that the vocabulary, which is what costs,
grows too.
"""

import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import launched  # noqa: E402 (the path comes first)
from browser.conftest import searching, serve  # noqa: E402
from browser.test_search_queries import ASK, Row, rows  # noqa: E402
from edition.rendering.bundles import SEARCH_INDEX  # noqa: E402

SLOWER = 4  # times, than this machine's processor
TIMES = (1, 10)
QUERIES = (
    "merevitalisasi kawasan kota tua",
    "kerjasama sister city",
    "mengapa tidak berhasil",
    "revitalisai kota tau",
    "ketidakberhasilan",
)
# Appended to the script with the data.
MULTIPLIED = """
((times) => {
  const other = (text, n) => n ? text.replace(/\\p{L}+/gu, (word) => word + "bcdfghjklm"[n]) : text;
  const copies = (column, made) => Array.from({ length: times }, (_, n) => column.map((text) => made(text, n))).flat();
  const { units } = searchData;
  searchData.units = Object.fromEntries(Object.entries(units).map(([key, column]) => [key, copies(column, (text, n) =>
    key === "anchor" && n ? `${text}-${n}` : ["title", "text"].includes(key) ? other(text, n) : text)]));
})(%d);
"""
# From the key to the results that are laid out.
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


def keys(browser: Browser, address: str, times: int) -> None:
    """Print how long a key takes."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}kendala/")
    page.route(f"**/{SEARCH_INDEX}", lambda route: route.fulfill(body=route.fetch().text() + MULTIPLIED % times))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    searching(page, "kota")
    page.locator("#search ol a").first.wait_for()
    spent = page.evaluate(MEASURE, list(QUERIES))
    told = f"median {spent[len(spent) // 2]:.0f} ms, 95 % within {spent[len(spent) * 95 // 100]:.0f}"
    print(f"{times} × the text, processor ÷ {SLOWER}: a key {told}, at most {spent[-1]:.0f} ms ({len(spent)} keys)")


def answers(page: Page, address: str) -> None:
    """Print, by kind, the mean reciprocal rank and how many are answered among the first three."""
    page.goto(f"{address}kendala/")
    searching(page, "kota")
    page.locator("#search ol a").first.wait_for()
    table = rows()
    by_kind: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for row, results in zip(table, page.evaluate(ASK, [row.query for row in table]), strict=True):
        for kind in (row.kind, f"in {row.language}", "all"):
            by_kind[kind].append(_judged(row, results))
    print("| kind | queries | mean reciprocal rank | right among the first 3 |")
    print("|---|---|---|---|")
    for kind, judged in by_kind.items():
        rank, right = (sum(column) / len(judged) for column in zip(*judged, strict=True))
        print(f"| {kind} | {len(judged)} | {rank:.2f} | {right:.1%} |")


def _judged(row: Row, results: list[str]) -> tuple[float, bool]:
    """For what must find nothing, both are whether it does."""
    if not row.anchors:
        return float(not results), not results
    ranks = [place for place, anchor in enumerate(results, 1) if anchor in row.anchors]
    return 1 / ranks[0] if ranks else 0, bool(ranks) and ranks[0] <= 3


def main() -> None:
    """Print both. Needs a built site."""
    with launched() as browser, serve(ROOT / "site") as address:
        for times in TIMES:
            keys(browser, address, times)
        answers(browser.new_page(), address)


if __name__ == "__main__":
    main()
