"""What a page loads. The sources in ``docs/assets/`` are many and small; what is made of them is few: a style, one for
print, a script before anything is painted, a script for the rest, and what is loaded when it is first wanted. Each has
its digest in its name, so that a host can let browsers keep it for ever.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import minify

from edition.citations.dialog_data import CiteDialogData
from edition.citations.formatter import CitationFormatter
from edition.data.problems import Problem
from edition.model.build_context import BuildContext
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


def read_assets(docs: Path) -> dict[str, str]:
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


def files(build: BuildContext) -> dict[str, bytes]:
    """Path below the site's root → content of every bundle that has any."""
    return {path: text.encode() for path, text in _bundles(build).values() if text}


def paths(build: BuildContext) -> dict[str, str]:
    """A bundle's name, such as ``site.css`` → its path below the site's root."""
    return {name: path for name, (path, _) in _bundles(build).items()}


def page_styles(build: BuildContext) -> tuple[str, ...]:
    """The styles that every page loads: with the original's, where that is shown."""
    return (*STYLES, ORIGINAL_STYLE) if build.original else STYLES


def styles(build: BuildContext, names: Iterable[str]) -> list[str]:
    """Sources of a style. An edition with a theme of its own has none."""
    return [build.assets[f"{name}.css"] for name in names if f"{name}.css" in build.assets]


def script(build: BuildContext, entry: str, exported_as: str = "") -> str:
    """The module ``entry`` with all that it imports, joined and minified; empty where an edition has no such script.
    What it exports is in the global variable ``exported_as``, if one is named. Raises ScriptError.
    """
    if entry not in build.assets:
        return ""
    return small_script(bundle(entry, build.assets, exported_as))


def page_script(build: BuildContext, entry: str) -> str:
    """The script ``entry`` of every page, together with that of the original, where it is shown."""
    if not build.original or entry not in build.assets:
        return script(build, entry)
    both = f'import "./{entry}";\nimport "./{ORIGINAL_SCRIPT}";\n'
    return small_script(bundle("both.js", {**build.assets, "both.js": both}))


def small_style(texts: Iterable[str]) -> str:
    """Styles as one, without comments but those that have to go with them: of whose they are."""
    return str(minify.string("text/css", "\n".join(texts)))


def small_script(script: str) -> str:
    """A script without comments, with short ways to say the same and short names within it. The packer takes a
    script without a last line's end for one that breaks off, and moves ``const [a] = (b)`` ahead of what declares
    ``b``: scripts have no such parentheses, which a test sees to.
    """
    return str(minify.string("text/javascript", f"{script}\n"))


@lru_cache(maxsize=1)
def _bundles(build: BuildContext) -> Mapping[str, tuple[str, str]]:
    """Name → path and text."""
    texts = {
        "site.css": small_style(styles(build, page_styles(build))),
        "print.css": small_style([renderer.print_stylesheet(build.edition)]),
        "color-scheme.js": script(build, FIRST),
        "site.js": site_script(build),
        "search.js": script(build, *SEARCH),
        "citations.js": f"var citationData={_json(citation_data(build))};",
        "redirect.css": small_style(styles(build, (REDIRECT_STYLE,))),
        "redirect.js": script(build, REDIRECT),
    }
    return {name: (_path(name, text), text) for name, text in texts.items()}


def site_script(build: BuildContext) -> str:
    """The script of every page, behind the dialog of the search, which would only make each page heavier."""
    text = page_script(build, SITE)
    return f"var searchDialog={_json(renderer.search_dialog())};\n{text}" if text else ""


def citation_data(build: BuildContext, with_titles: bool = True) -> dict[str, object]:
    """What the citing control needs: its dialog, as HTML, and what ``Control`` knows."""
    data = CiteDialogData(CitationFormatter(build), with_titles).data()
    return data and {"dialog": renderer.cite_dialog(build), **data}


def _path(name: str, text: str) -> str:
    stem, _, kind = name.partition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
