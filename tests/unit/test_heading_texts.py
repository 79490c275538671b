"""Headings as plain text, as other pages show them."""

from dataclasses import replace
from typing import Any

import pytest

from conftest import BUILD
from edition.markdown_ext.heading_texts import with_heading_texts
from edition.model.page_files import scan

TEXT = """# *Kota* [kembar][tesis] & `kode` { #satu }

## R&amp;D { #dua }

[tesis]: https://contoh.example/
"""


@pytest.mark.parametrize("toc", [{}, {"toc_depth": "2-3"}, {"permalink": True}])
def test_headings_lose_their_markup_whatever_the_settings_of_the_contents(toc: dict[str, Any]) -> None:
    build = replace(BUILD, edition=replace(BUILD.edition, pages=(scan(TEXT, "isi.md", "docs/isi.md"),)))
    [page] = with_heading_texts(build, ["attr_list", "toc"], {"toc": toc}).edition.pages
    assert [(heading.id, heading.text) for heading in page.headings] == [("satu", "Kota kembar & kode"), ("dua", "R&D")]
    assert page.title == "Kota kembar & kode"
