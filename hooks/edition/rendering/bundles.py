"""Bundle the style and script sources in ``docs/assets/`` into the few files that pages load.

There is one style sheet for the screen and one for print. A small script runs before the first paint, the main script
after it; further scripts are loaded when they are first needed. Each file name contains a digest of the content, so
that browsers can cache the file indefinitely.
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

# In the order in which they are concatenated.
STYLES = (
    "base/tokens", "frame/header", "frame/navigation", "content/typography", "content/title-page",
    "content/records", "content/glossary-popover", "content/margin-notes", "frame/dialog", "citing/cite-dialog",
    "search/search-dialog", "content/diagrams",
)  # fmt: skip
# Entry modules of the bundles; for those that are loaded lazily, also the global variable that they set.
FIRST, SITE, SINGLE_FILE, REDIRECT = "frame/first-paint.js", "site.js", "single-file.js", "frame/redirect.js"
SEARCH, PACKED_SEARCH, QUOTING, ANCHORS = (
    ("search/engine.js", "searchBundle"),
    ("single-file/packed-search.js", "packedSearch"),
    ("citing/quote-selection.js", "quoting"),
    ("reading/missing-anchor.js", "anchorScripts"),
)
LAZY_SCRIPTS = (SEARCH, PACKED_SEARCH, QUOTING, ANCHORS)
REDIRECT_STYLE = "frame/redirect"
THEME_CORRECTIONS = "content/theme-corrections"
ORIGINAL_STYLE, ORIGINAL_SCRIPT = "content/original", "reading/original-toggle.js"
_SOURCES = (".css", ".js", ".html")
FOLDER = "assets/immutable"  # hosts serve everything in it as immutable
# Built from the finished pages, which already contain its path: so no digest in the name, and hosts revalidate it.
SEARCH_INDEX = "assets/search-index.js"


def read_assets(docs: Path) -> dict[str, str]:
    """Return a map from path (below ``assets/css`` or ``assets/js``) to text, for every style and script in ``docs``,
    and for ``script-states.html``; ``docs`` is the folder of the page files.
    """
    folders = (docs / "assets" / kind for kind in ("css", "js"))
    paths = [(folder, path) for folder in folders for path in folder.rglob("*.*") if path.suffix in _SOURCES]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for folder, path in sorted(paths)}


def script_problems(sources: Mapping[str, str]) -> list[Problem]:
    """Bundle every script that pages load; return the problems that prevent this, such as missing modules and syntax
    errors. ``sources`` maps paths (below ``docs/assets/js``) to texts.
    """
    problems: list[Problem] = []
    for entry in (FIRST, SITE, SINGLE_FILE, REDIRECT, ORIGINAL_SCRIPT, *(entry for entry, _ in LAZY_SCRIPTS)):
        try:
            bundle(entry, sources) if entry in sources else None
        except ScriptError as error:
            problems += error.problems
    return problems


def files(build: BuildContext) -> dict[str, bytes]:
    """Return a map from path below the site's root to content, for every bundle that is not empty."""
    return {path: text.encode() for path, text in _build_bundles(build).values() if text}


def paths(build: BuildContext) -> dict[str, str]:
    """Return a map from bundle name (such as ``site.css``) to the path of the bundle below the site's root."""
    return {name: path for name, (path, _) in _build_bundles(build).items()}


def page_styles(build: BuildContext) -> tuple[str, ...]:
    """Return the names of the styles that all pages use. If a reader supplied the chapter's original text, which pages
    then show, the style for that text is included.
    """
    return (*STYLES, ORIGINAL_STYLE) if build.original else STYLES


def styles(build: BuildContext, names: Iterable[str]) -> list[str]:
    """Return the texts of the styles with these names. Names without a file are skipped, since an edition that uses
    another theme need not have these styles.
    """
    return [build.assets[f"{name}.css"] for name in names if f"{name}.css" in build.assets]


def script(build: BuildContext, entry: str, exported_as: str = "") -> str:
    """Return the module ``entry`` with all its imports as one minified script; "" if the edition has no such module. If
    ``exported_as`` is given, the script sets a global variable of that name to an object with the module's exports.
    Raises ScriptError.
    """
    if entry not in build.assets:
        return ""
    return minify_script(bundle(entry, build.assets, exported_as))


def page_script(build: BuildContext, entry: str) -> str:
    """Return the module ``entry`` with all its imports as one minified script. If a reader supplied the chapter's
    original text, the script also contains the module that opens and closes that text.
    """
    if not build.original or entry not in build.assets:
        return script(build, entry)
    combined = f'import "./{entry}";\nimport "./{ORIGINAL_SCRIPT}";\n'
    return minify_script(bundle("both.js", {**build.assets, "both.js": combined}))


def minify_style(texts: Iterable[str]) -> str:
    """Return the styles concatenated and minified. Only licence comments (``/*!``) are kept."""
    return str(minify.string("text/css", "\n".join(texts)))


def minify_script(script: str) -> str:
    """Return the script minified. The minifier has two bugs. It rejects a script without a final newline; therefore one
    is added. It moves ``const [a] = (b)`` before the declaration of ``b``; a test ensures that no script contains this.
    """
    return str(minify.string("text/javascript", f"{script}\n"))


@lru_cache(maxsize=1)
def _build_bundles(build: BuildContext) -> Mapping[str, tuple[str, str]]:
    """Build all bundles. Return a map from bundle name (``site.css``) to (path below the site's root, content)."""
    texts = {
        "site.css": minify_style([*styles(build, (THEME_CORRECTIONS,)), *own]) if (own := own_styles(build)) else "",
        "site.js": site_script(build),
        "search.js": script(build, *SEARCH),
        "quoting.js": script(build, *QUOTING),
        "anchors.js": script(build, *ANCHORS),
        "citations.js": f"var citationData={_to_json(citation_data(build))};",
        "redirect.css": minify_style(styles(build, (REDIRECT_STYLE,))),
        "redirect.js": script(build, REDIRECT),
    }
    return {name: (hashed_path(name, text), text) for name, text in texts.items()}


def own_styles(build: BuildContext) -> list[str]:
    """Return the texts of all styles of the pages but those of the theme; an empty list if the edition has none."""
    own = styles(build, page_styles(build))
    return [*own, renderer.print_stylesheet(build.edition)] if own else []


def site_script(build: BuildContext) -> str:
    """Return the main script, which every page loads; "" if the edition has no scripts. It contains the HTML of the
    search dialog, so that the pages need not contain it.
    """
    text = page_script(build, SITE)
    return f"var searchDialog={_to_json(renderer.search_dialog(build))};\n{text}" if text else ""


def citation_data(build: BuildContext, with_titles: bool = True) -> dict[str, object]:
    """Return the data of the cite dialog: its HTML as ``dialog``, and the result of ``CiteDialogData.data``. Return an
    empty dict if the edition has nothing to cite. If ``with_titles`` is false, the titles of paragraphs and records are
    omitted.
    """
    data = CiteDialogData(CitationFormatter(build), with_titles).data()
    return data and {"dialog": renderer.cite_dialog(build), **data}


def hashed_path(name: str, text: str) -> str:
    """Return the path of a bundle, whose file name contains a digest of ``text``."""
    stem, _, kind = name.partition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{kind}"


def _to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
