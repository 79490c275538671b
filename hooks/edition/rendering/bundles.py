"""What a page loads. The sources in ``docs/assets/`` are many and small; what is made of them is few: a style, one for
print, a script before anything is painted, a script for the rest, and what is loaded when it is first wanted. Each has
its digest in its name, so that a host can let browsers keep it for ever.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import minify

from edition.citations.dialog_data import Control
from edition.citations.formatter import Citing
from edition.model.edition import Edition
from edition.rendering import renderer

# In the order in which they are joined. "navigasi" and "menu", "tiba" are for what only the site has.
STYLES = (
    "dasar", "warna", "bingkai", "navigasi", "teks", "edisi", "istilah", "catatan", "dialog", "kutip", "cari", "gambar",
)  # fmt: skip
SCRIPTS = (
    "muat", "menu", "istilah", "catatan", "citing", "salin", "ingat", "kutip", "fragmen", "kutipan", "tiba", "words",
    "marking", "cari", "hasil", "gambar",
)  # fmt: skip
SEARCHING = (
    "indonesian-affixes", "indonesian-spelling", "indonesian-questions", "english-forms", "english-questions",
    "stemming", "correcting", "reading", "mending", "figures", "labels", "asking", "places", "names", "searching",
)  # fmt: skip
FIRST, MOVED, ORIGINAL = "tampilan", "pindah", "naskah"
FOLDER = "assets/tetap"  # hosts let all in it be kept for ever
# Made of the finished site, after its pages name it: so without a digest, and hosts ask whether it has changed.
SEARCH_INDEX = "assets/indeks.js"


def sources_in(docs: Path) -> dict[str, str]:
    """File name → text of every style and script in ``docs``."""
    folders = (docs / "assets" / kind for kind in ("css", "js"))
    paths = [path for folder in folders for path in folder.glob("*.[cj]s*") if path.suffix in (".css", ".js")]
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(paths)}


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content of every bundle that has any."""
    return {path: text.encode() for path, text in _bundles(edition).values() if text}


def paths(edition: Edition) -> dict[str, str]:
    """A bundle's name, such as ``edisi.css`` → its path below the site's root."""
    return {name: path for name, (path, _) in _bundles(edition).items()}


def of_pages(edition: Edition, names: tuple[str, ...]) -> tuple[str, ...]:
    """The sources of what every page loads: with the original's, where that is shown."""
    return (*names, ORIGINAL) if edition.original else names


def styles(edition: Edition, names: Iterable[str]) -> list[str]:
    """Sources of a style. An edition with a theme of its own has none."""
    return [edition.assets[f"{name}.css"] for name in names if f"{name}.css" in edition.assets]


def scripts(edition: Edition, names: Iterable[str]) -> list[str]:
    """Sources of a script, each made small."""
    return [small_script(edition.assets[f"{name}.js"]) for name in names if f"{name}.js" in edition.assets]


def page_script(edition: Edition, names: Iterable[str]) -> str:
    """What runs on every page: scripts, and the dialog of the search, which "cari" puts into a page, so that nothing
    that is read has to wait for it. Empty where an edition has none.
    """
    dialog = f"var searchDialog={_json(renderer.search_dialog())};"
    return "\n".join([*([dialog] if "cari.js" in edition.assets else []), *scripts(edition, names)])


def small_style(texts: Iterable[str]) -> str:
    """Styles as one, without comments but those that have to go with them: of whose they are."""
    return str(minify.string("text/css", "\n".join(texts)))


def small_script(script: str) -> str:
    """A script without comments, with short ways to say the same and short names within it. The packer takes a
    script without a last line's end for one that breaks off, and moves ``const [a] = (b)`` ahead of what declares
    ``b``: scripts have no such parentheses, which a test sees to.
    """
    return str(minify.string("text/javascript", f"{script}\n"))


def _bundles(edition: Edition) -> Mapping[str, tuple[str, str]]:
    """Name → path and text."""

    def made() -> dict[str, tuple[str, str]]:
        texts = {
            "edisi.css": small_style(styles(edition, of_pages(edition, STYLES))),
            "cetak.css": small_style([renderer.print_stylesheet(edition)]),
            "tampilan.js": "\n".join(scripts(edition, (FIRST,))),
            "edisi.js": page_script(edition, of_pages(edition, SCRIPTS)),
            "cari.js": "\n".join(scripts(edition, SEARCHING)),
            "kutip.js": f"var citationData={_json(citation_data(edition))};",
            "pindah.css": small_style(styles(edition, (MOVED,))),
            "pindah.js": "\n".join(scripts(edition, (MOVED,))),
        }
        return {name: (_path(name, text), text) for name, text in texts.items()}

    return edition.kept.of("bundles", made, sorted(edition.assets.items()), bool(edition.original))


def citation_data(edition: Edition, with_titles: bool = True) -> dict[str, object]:
    """What the citing control needs: its dialog, as HTML, and what ``Control`` knows."""
    control = Control(Citing(edition), with_titles).data()
    return control and {"dialog": renderer.citing_dialog(), **control}


def _path(name: str, text: str) -> str:
    stem, _, kind = name.partition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
