"""A page's source tells its blocks and headings, wherever code only shows them."""

from edition.data.problems import Where
from edition.model.sources import BlockUse, scan

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


def test_blocks_and_headings_are_found_with_their_places() -> None:
    page = scan(TEXT, "isi.md", "docs/isi.md")
    assert page.title == "Judul"
    assert page.blocks == (
        BlockUse("paragraph", "vi-1-p1", Where("docs/isi.md", 3, 1), is_data=False),
        BlockUse("timeline", "", Where("docs/isi.md", 14, 1), is_data=True),
        BlockUse("paragraph", "vi-1-p2", Where("docs/isi.md", 16, 1), is_data=False, is_closed=False),
        BlockUse("paragraph", "vi-1-p3", Where("docs/isi.md", 17, 1), is_data=False),
    )
    assert page.headings == (("judul", Where("docs/isi.md", 1, 1)), ("", Where("docs/isi.md", 6, 1)))


def test_a_page_without_a_heading_has_no_title() -> None:
    assert scan("Isi.\n", "isi.md", "docs/isi.md").title == ""
