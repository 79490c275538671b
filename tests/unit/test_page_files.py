"""Scanning page files: blocks, headings and links are found, but not those inside code."""

import re
from pathlib import Path

from conftest import ROOT
from edition.checks.pages import RESERVED_IDS, RESERVED_PREFIXES
from edition.data import mkdocs_settings
from edition.data.problems import Where
from edition.model.page_files import BlockUse, read_pages, scan

TEXT = """\
# Judul { #judul }

/// paragraph | vi-1-p1
Isi.

## Tanpa id
///

```
/// paragraph | vi-9-p9
# bukan judul
```

/// timeline ///

//// paragraph | vi-1-p2
/// paragraph | vi-1-p3
///
"""


def test_blocks_and_headings_are_found_with_their_positions() -> None:
    page = scan(TEXT, "isi.md", "docs/isi.md")
    assert page.title == "Judul"
    assert page.blocks == (
        BlockUse("paragraph", "vi-1-p1", Where("docs/isi.md", 3, 1), is_data=False, last=7),
        BlockUse("timeline", "", Where("docs/isi.md", 14, 1), is_data=True, last=14),
        BlockUse("paragraph", "vi-1-p2", Where("docs/isi.md", 16, 1), is_data=False, is_closed=False),
        BlockUse("paragraph", "vi-1-p3", Where("docs/isi.md", 17, 1), is_data=False, last=18),
    )
    assert [(each.level, each.id, each.where.line) for each in page.headings] == [(1, "judul", 1), (2, "", 6)]


def test_a_page_without_a_heading_has_no_title() -> None:
    assert scan("Isi.\n", "isi.md", "docs/isi.md").title == ""


def test_headings_are_found_as_markdown_finds_them() -> None:
    text = (
        "---\ntitle: x\n# komentar YAML\n---\n#Tanpa spasi { #a }\n\nBergaris { #b }\n===\n\nBergaris pula\n--\n\n"
        "<!-- # satu\n# dua -->\n\nIsi\n---\n\n## Penutup ## {: .kelas #c }\n\n~~~\n# kode\n~~~~\n"
        "### *Akhir* { #d } ###\n"
    )
    page = scan(text, "isi.md", "docs/isi.md")
    assert [(each.level, each.id, each.text, each.where.line) for each in page.headings] == [
        (1, "a", "Tanpa spasi", 5),
        (1, "b", "Bergaris", 7),
        (2, "", "Bergaris pula", 10),
        (2, "", "Isi", 16),
        (2, "c", "Penutup ##", 19),
        (3, "d", "*Akhir*", 24),
    ]


CONTAINERS = """# Isi { #isi }

!!! note "Judul"
    ## Di dalam { #di-dalam }

    ??? tip
        ### Lebih dalam { #lebih-dalam }

        ```sh
        # bukan judul
        ```

    /// timeline ///

=== "Tab"

    /// paragraph | vi-1-p1
    Isi.
    ///

[^1]: Kaki

    ## Dalam kaki { #dalam-kaki }

Biasa

    ## kode, bukan judul

## Penutup { #penutup }
"""


def test_headings_and_blocks_are_found_in_admonitions_tabs_and_footnotes() -> None:
    page = scan(CONTAINERS, "isi.md", "docs/isi.md")
    assert [(heading.id, heading.where.line) for heading in page.headings] == [
        ("isi", 1), ("di-dalam", 4), ("lebih-dalam", 7), ("dalam-kaki", 23), ("penutup", 29),
    ]  # fmt: skip
    assert [(block.name, str(block.where), block.is_closed, block.last) for block in page.blocks] == [
        ("timeline", "docs/isi.md:13:5", True, 13),
        ("paragraph", "docs/isi.md:17:5", True, 19),
    ]


def test_files_that_mkdocs_does_not_build_are_not_pages(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for name in ("isi.md", ".rahasia.md", "draf/.isi.md", ".git/isi.md", "templates/isi.md", "tua/isi.md", "draf.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("# Isi { #isi }\n", encoding="utf-8")
    (docs / ".#isi.md").symlink_to("editor@mesin.1234")  # the lock file of an open Emacs buffer
    (tmp_path / "mkdocs.yml").write_text(
        "theme: {name: null}\nsite_url: !ENV [X, '']\nexclude_docs: |\n  tua/\ndraft_docs: draf.md\n", encoding="utf-8"
    )
    pages, problems = read_pages(docs, mkdocs_settings.read(tmp_path).is_excluded)
    assert ([page.name for page in pages], problems) == (["isi.md"], [])


def test_a_byte_order_mark_is_removed(tmp_path: Path) -> None:
    (tmp_path / "isi.md").write_bytes(b"\xef\xbb\xbf# Isi { #isi }\r\n\r\nBaris.\r\n")
    [page], problems = read_pages(tmp_path)
    assert (page.title, page.text, problems) == ("Isi", "# Isi { #isi }\n\nBaris.\n", [])


ID = re.compile(r'\bid="([a-z][a-z-]*)(\{\{)?')


def test_the_ids_of_the_frame_are_reserved() -> None:
    """Every id in the templates and theme overrides is reserved, so no heading can use it."""
    folders = (ROOT / "overrides", ROOT / "hooks/edition/rendering/templates")
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.html"))]
    ids = {(name, bool(is_prefix)) for text in texts for name, is_prefix in ID.findall(text)}
    assert {name for name, is_prefix in ids if is_prefix} <= set(RESERVED_PREFIXES)
    assert {name for name, is_prefix in ids if not is_prefix} <= RESERVED_IDS
    assert {"cite", "search", "contents"} <= {name for name, _ in ids}


def test_links_are_found_as_markdown_finds_them() -> None:
    text = (
        "[a](b.md) [c [d]](e.md#f 'Judul') ![g](h (1).png \"J\") [i](<j k.md>) [l](m{ #n }o<b>.md)\n[p][q] ![r]\n\n"
        "[q]: s.md 'Judul'\n[r]: t.png\n[^1]: catatan.md\n`[u](v.md)` <img alt='' src=\"w.png\">\n"
    )
    links = [
        (link.target, link.is_image, text[link.start : link.end]) for link in scan(text, "x.md", "docs/x.md").links
    ]
    assert links == [
        ("b.md", False, "b.md"),
        ("e.md#f", False, "e.md#f"),
        ("h (1).png", True, "h (1).png"),
        ("j k.md", False, "j k.md"),
        ("m{ #n }o<b>.md", False, "m{ #n }o<b>.md"),
        ("s.md", False, "s.md"),
        ("t.png", True, "t.png"),
        ("w.png", True, "w.png"),
    ]
