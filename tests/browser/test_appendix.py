"""Tests that an appendix is cited like any other section of the chapter."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from browser import demo_edition as demo
from browser.http_server import serve
from conftest import build


def test_a_paragraph_of_an_appendix_offers_the_thesis_to_cite(tmp_path: Path, open_page: Callable[..., Page]) -> None:
    folder = demo.copy_to(tmp_path / "demo")
    chapter, page = folder / "data/chapter.yml", folder / "docs/lampiran.md"
    with chapter.open("a", encoding="utf-8") as file:
        file.write(
            "  - number: Lampiran\n    title: {id: Lampiran, en: Appendix}\n    paragraphs:\n"
            "      - anchor: lampiran-p1\n        page: lampiran.md\n        topic: {id: Isi, en: Content}\n"
            f"        words: 1\n        sha256: {'0' * 64}\n"
        )
    page.write_text("# Lampiran { #lampiran }\n\n/// paragraph | lampiran-p1\nIsi.\n///\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("\nnav:\n", "\nnav:\n  - lampiran.md\n"), "utf-8")
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    with serve(folder / "site") as address:
        browser_page = open_page(360)
        browser_page.goto(f"{address}lampiran/#lampiran-p1")
        browser_page.locator("#lampiran-p1 a.cite").click()
        expect(browser_page.locator("#cite fieldset")).to_be_visible()
        browser_page.get_by_label("paragraf karya tulis").check()
        expect(browser_page.locator("#cite [data-slot=in-text]")).to_contain_text("Lampiran ¶1")
