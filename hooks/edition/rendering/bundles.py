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
from edition.data.problems import Problem
from edition.model.edition import Edition
from edition.rendering import renderer
from edition.rendering.js_bundler import ScriptError, bundle

# In the order in which they are joined.
STYLES = (
    "base/material", "base/tokens", "frame/header", "frame/navigation", "content/typography", "content/records",
    "content/glossary-popover", "content/margin-notes", "frame/dialog", "citing/cite-dialog", "search/search-dialog",
    "content/diagrams",
)  # fmt: skip
# The entries of scripts, and the global variables that the bundles set which are loaded later.
FIRST, SITE, SINGLE_FILE, REDIRECT = "frame/color-scheme.js", "site.js", "single-file.js", "frame/redirect.js"
SEARCH, PACKED_SEARCH, PACKED_QUOTING = (
    ("search/engine.js", "searchBundle"),
    ("single-file/packed-search.js", "packedSearch"),
    ("citing/quote-selection.js", "packedQuoting"),
)
LOADED_LATER = (SEARCH, PACKED_SEARCH, PACKED_QUOTING)
REDIRECT_STYLE = "frame/redirect"
ORIGINAL_STYLE, ORIGINAL_SCRIPT = "content/original", "reading/original-toggle.js"
FOLDER = "assets/immutable"  # hosts let all in it be kept for ever
# Made of the finished site, after its pages name it: so without a digest, and hosts ask whether it has changed.
SEARCH_INDEX = "assets/search-index.js"


def sources_in(docs: Path) -> dict[str, str]:
    """File name → text of every style and script in ``docs``."""
    folders = (docs / "assets" / kind for kind in ("css", "js"))
    paths = [
        (folder, path) for folder in folders for path in folder.rglob("*.[cj]s*") if path.suffix in (".css", ".js")
    ]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for folder, path in sorted(paths)}


def script_problems(sources: Mapping[str, str]) -> list[Problem]:
    """Why the scripts among the sources cannot be joined, if they cannot."""
    problems: list[Problem] = []
    for entry in (FIRST, SITE, SINGLE_FILE, REDIRECT, ORIGINAL_SCRIPT, *(entry for entry, _ in LOADED_LATER)):
        try:
            bundle(entry, sources) if entry in sources else None
        except ScriptError as error:
            problems += error.problems
    return problems


def files(edition: Edition) -> dict[str, bytes]:
    """Path below the site's root → content of every bundle that has any."""
    return {path: text.encode() for path, text in _bundles(edition).values() if text}


def paths(edition: Edition) -> dict[str, str]:
    """A bundle's name, such as ``site.css`` → its path below the site's root."""
    return {name: path for name, (path, _) in _bundles(edition).items()}


def page_styles(edition: Edition) -> tuple[str, ...]:
    """The styles that every page loads: with the original's, where that is shown."""
    return (*STYLES, ORIGINAL_STYLE) if edition.original else STYLES


def styles(edition: Edition, names: Iterable[str]) -> list[str]:
    """Sources of a style. An edition with a theme of its own has none."""
    return [edition.assets[f"{name}.css"] for name in names if f"{name}.css" in edition.assets]


def script(edition: Edition, entry: str, exported_as: str = "") -> str:
    """The module ``entry`` with all that it imports, joined and minified; empty where an edition has no such script.
    What it exports is in the global variable ``exported_as``, if one is named. Raises ScriptError.
    """
    if entry not in edition.assets:
        return ""
    return small_script(bundle(entry, edition.assets, exported_as))


def page_script(edition: Edition, entry: str) -> str:
    """The script ``entry`` of every page, together with that of the original, where it is shown."""
    if not edition.original or entry not in edition.assets:
        return script(edition, entry)
    both = f'import "./{entry}";\nimport "./{ORIGINAL_SCRIPT}";\n'
    return small_script(bundle("both.js", {**edition.assets, "both.js": both}))


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
            "site.css": small_style(styles(edition, page_styles(edition))),
            "print.css": small_style([renderer.print_stylesheet(edition)]),
            "color-scheme.js": script(edition, FIRST),
            "site.js": site_script(edition),
            "search.js": script(edition, *SEARCH),
            "citations.js": f"var citationData={_json(citation_data(edition))};",
            "redirect.css": small_style(styles(edition, (REDIRECT_STYLE,))),
            "redirect.js": script(edition, REDIRECT),
        }
        return {name: (_path(name, text), text) for name, text in texts.items()}

    return edition.kept.of("bundles", made, sorted(edition.assets.items()), bool(edition.original))


def site_script(edition: Edition) -> str:
    """The script of every page, behind the dialog of the search, which would only make each page heavier."""
    text = page_script(edition, SITE)
    return f"var searchDialog={_json(renderer.search_dialog())};\n{text}" if text else ""


def citation_data(edition: Edition, with_titles: bool = True) -> dict[str, object]:
    """What the citing control needs: its dialog, as HTML, and what ``Control`` knows."""
    control = Control(Citing(edition), with_titles).data()
    return control and {"dialog": renderer.citing_dialog(), **control}


def _path(name: str, text: str) -> str:
    stem, _, kind = name.partition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
