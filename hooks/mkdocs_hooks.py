"""The only file that knows MkDocs: it hands the edition to the site builder, and nothing more.

MkDocs runs this file once a process, so ``_state`` outlives each build of ``mkdocs serve``: that is how
the last good edition stays up while a data file is broken.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

import edition
from edition.citations.citing import Citing
from edition.mdx import EditionExtension, term_uses
from edition.model.edition import Edition
from edition.outputs import offline, search, single_file
from edition.outputs import reuse as exports
from edition.page import metadata

log = get_plugin_logger("edisi")


@dataclass(frozen=True)
class _State:
    serving: bool = False
    edition: Edition | None = None
    order: tuple[str, ...] = ()  # the pages as they are read
    downloads: Mapping[str, bytes] = field(default_factory=dict)  # what was there to download before the build


_state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is ``mkdocs serve``."""
    global _state
    _state = replace(_state, serving=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs touches the output, and register the extension."""
    global _state
    built = _read(config)
    with _told_simply():
        _state = replace(_state, edition=built, downloads=offline.kept(Path(config.site_dir)))
    config.markdown_extensions.append(EditionExtension(built))
    # MkDocs dates the sitemap by this variable, or else by the clock
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(built.timestamp))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the edition makes beside its pages; take away the theme's scripts, which no page uses."""
    assert _state.edition
    # copies can only be made of a finished site; until then their links need something to land on
    later = dict.fromkeys((offline.ARCHIVE, single_file.FILE, offline.SUMS), "")
    for path, content in (exports.files(_state.edition) | later).items():
        files.append(File.generated(config, path, content=content))
    for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember in which order the pages are read."""
    global _state
    _state = replace(_state, order=tuple(page.file.src_uri for page in nav.pages))


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the theme what a page's head, its citing control and its table of contents hold."""
    assert _state.edition
    name, description = page.file.src_uri, str(page.meta.get("description", ""))
    ours = {
        "citation_control": Citing(_state.edition, _state.edition.cache_folder).control(name),
        "metadata": metadata.of_page(_state.edition, name, description),
        "english_runs": _state.edition.finder.runs,
    }
    return cast(TemplateContext, context | ours)


def on_post_build(config: MkDocsConfig) -> None:
    """Make the site that was just built searchable, and copies of it; ``mkdocs serve`` does without copies."""
    assert _state.edition
    site, built = Path(config.site_dir), _state.edition
    search.publish(built, site)
    if not _state.serving:
        archive = offline.archive(offline.offline_copy(site), built.timestamp)
        single = single_file.single_file(built, site, _state.order)
        with _told_simply():
            offline.publish(site, {offline.ARCHIVE: archive, single_file.FILE: single}, _state.downloads)


@contextmanager
def _told_simply() -> Iterator[None]:
    """What cannot be written is told in one line."""
    try:
        yield
    except OSError as error:
        raise PluginError(f"salinan luring tidak dapat ditulis: {error.filename}: {error.strerror}") from None


def _read(config: MkDocsConfig) -> Edition:
    """The edition, or under ``mkdocs serve`` the last good one. Raises PluginError with every problem."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    built, problems = edition.load(root, docs, config.site_url or "")
    if built and not problems:
        return built.with_uses(term_uses(built, _sources(config), _converter(config)))
    if not (_state.serving and _state.edition):
        raise PluginError(edition.report(problems))
    for problem in problems:
        log.warning(str(problem))
    return _state.edition


def _sources(config: MkDocsConfig) -> dict[str, str]:
    docs = Path(config.docs_dir)
    return {
        path.relative_to(docs).as_posix(): get_data(path.read_text(encoding="utf-8-sig"))[0]
        for path in sorted(docs.rglob("*.md"))
    }


def _converter(config: MkDocsConfig) -> Callable[[Extension], Markdown]:
    def make(extension: Extension) -> Markdown:
        return Markdown(extensions=[*config.markdown_extensions, extension], extension_configs=config.mdx_configs)

    return make
