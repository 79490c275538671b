"""The edition works together with other MkDocs hooks and plugins."""

from collections.abc import Callable
from pathlib import Path

from conftest import build

HOOK = 'def on_page_content(html, **_):\n    return html.replace("Kebun", "Ladang") + "<p>Dari luar.</p>"\n'


def test_what_another_hook_does_to_pages_is_kept_on_every_page(mini: Callable[[], Path]) -> None:
    """Also on the glossary page, which is converted twice."""
    folder = mini()
    (folder / "other.py").write_text(HOOK, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("hooks:\n", "hooks:\n  - other.py\n"), encoding="utf-8"
    )
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    for name in ("index.html", "isi/index.html", "glosarium/index.html"):
        html = (folder / "site" / name).read_text(encoding="utf-8")
        assert html.count("<p>Dari luar.</p>") == 1, name
        assert ">Kebun" not in html
