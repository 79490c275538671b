"""Tests that the reading view of a browser keeps the page. The judge is Readability, which Firefox uses for it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from conftest import ADDRESSES

Open = Callable[..., Page]
READABILITY = (Path(sys.prefix) / "node/node_modules/@mozilla/readability/Readability.js").read_text(encoding="utf-8")
# The words of the page's content that the reading view does not have, how many words there are, and the headings that
# the view does not have. The title of the page is the title of the view.
LOST = """() => {
  const words = (element) => element.textContent.split(/\\s+/).filter(Boolean);
  const headings = (element) => [...element.querySelectorAll("h2, h3, h4")].map((each) => words(each).join(" "));
  const content = document.querySelector("main article").cloneNode(true);
  for (const part of content.querySelectorAll("h1, nav, [hidden], [aria-hidden], button, style")) part.remove();
  const view = document.implementation.createHTMLDocument("").body;
  view.innerHTML = new Readability(document.cloneNode(true)).parse()?.content ?? "";
  const counts = new Map();
  for (const word of words(view)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost = words(content).filter((word) => {
    counts.set(word, (counts.get(word) ?? 0) - 1);
    return counts.get(word) < 0;
  });
  return { lost, all: words(content).length,
    headings: headings(content).filter((each) => !headings(view).includes(each)) };
}"""


def open_without_scripts(open_page: Open, address: str) -> Page:
    """Open a page with Readability, and none of its own scripts."""
    page = open_page(java_script_enabled=False, bypass_csp=True)
    page.goto(address)
    page.evaluate("source => { window.Readability = new Function(`${source}; return Readability`)() }", READABILITY)
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_keeps_the_words_and_headings_of_every_page(site_url: str, open_page: Open, address: str) -> None:
    result = open_without_scripts(open_page, site_url + address).evaluate(LOST)
    assert result["all"] > 300
    assert len(result["lost"]) <= 0.03 * result["all"], result["lost"]
    assert result["headings"] == []


def test_a_list_that_it_drops_is_seen(site_url: str, open_page: Open) -> None:
    """As before: the records were ``div`` elements, which it drops if a fifth of their text is links."""
    page = open_without_scripts(open_page, f"{site_url}pelaku/")
    page.evaluate("""() => {
      for (const part of document.querySelectorAll("article section")) {
        const old = document.createElement("div");
        old.append(...part.childNodes);
        part.replaceWith(old);
      }
    }""")
    result = page.evaluate(LOST)
    assert len(result["lost"]) > 0.5 * result["all"]
