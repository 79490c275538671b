"""MkDocs event hooks: the only module that imports MkDocs. It only passes data between MkDocs and the package
``edition``.

MkDocs loads this file once per process, so ``_state`` survives the rebuilds of ``mkdocs serve``. Therefore the server
can show the last valid edition while a data file has errors.
"""

import gc
import logging
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

import edition
from edition.data.file_changes import WatchedFiles
from edition.data.mkdocs_settings import FILE as SETTINGS
from edition.manuscript.original_text import resolve_path
from edition.markdown_ext import EditionExtension
from edition.markdown_ext.heading_texts import with_heading_texts
from edition.model.build_context import BuildContext
from edition.model.page_files import TERM_USAGE_BLOCKS
from edition.outputs import make_data_outputs, write_site_outputs
from edition.outputs.staging import Staged, stage, write_error_message
from edition.rendering import Titled, escape_titles, frame_context, page_context, stylesheets
from edition.rendering.unused_theme_files import is_unused

_DATE = "SOURCE_DATE_EPOCH"  # MkDocs reads the date of the sitemap from this variable, or else from the clock


@dataclass(frozen=True)
class _State:
    """Values that one hook stores for later hooks. ``is_serving``: the command is ``serve``. ``is_publishing``: the
    command is ``gh-deploy``. ``build``: the build context (the edition and all data for a build) of the last valid
    edition. ``staged``: the folder in which the new site is built, ``None`` under ``serve``. ``sets_date``: this module
    has set the environment variable ``SOURCE_DATE_EPOCH`` and must remove it after the build.
    """

    is_serving: bool = False
    is_publishing: bool = False
    build: BuildContext = None  # type: ignore[assignment]
    staged: Staged | None = None
    sets_date: bool = False


_state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Store the command (``build``, ``serve`` or ``gh-deploy``) for later hooks. Run the garbage collector less often,
    because it costs about 10 % of a build. Raise PluginError for ``mkdocs build --dirty``: the site is always built
    whole.
    """
    global _state
    _state = replace(_state, is_serving=command == "serve", is_publishing=command == "gh-deploy")
    gc.freeze()
    gc.set_threshold(20_000)
    if dirty and not _state.is_serving:
        raise PluginError("--dirty tidak dapat dipakai: situs selalu dibangun utuh; jalankan tanpa --dirty")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the edition before MkDocs writes anything, and register the edition's Markdown extension. Make
    MkDocs build into a staging folder beside the site (but not under ``serve``). Return the changed configuration.
    """
    global _state
    _state = replace(_state, build=_load(config), staged=None if _state.is_serving else stage(Path(config.site_dir)))
    if _state.staged:
        config.site_dir = str(_state.staged.folder)
    config.markdown_extensions.append(EditionExtension(_state.build))
    config.extra_css[:0] = stylesheets(_state.build)
    config.theme.static_templates -= set() if config.site_url else {"sitemap.xml"}  # it would be empty
    if _DATE not in os.environ:
        _state = replace(_state, sets_date=True)
        os.environ[_DATE] = str(_state.build.edition.timestamp)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the page files by their texts, which are already loaded; add the generated files; remove the theme's
    scripts and images, unless the site uses the theme's own templates. Return the changed list of files.
    """
    for file in list(files):
        theirs = (file.src_uri, file.abs_src_path, config.docs_dir, config.theme.custom_dir)
        if file.is_documentation_page() or (is_unused(*theirs) and file.src_uri != config.theme.get("favicon")):
            files.remove(file)
    # The home page goes first, because MkDocs lists pages in the sitemap in the order of the files.
    for page in sorted(_state.build.edition.pages, key=lambda page: page.name != "index.md"):
        file = File.generated(config, page.name, content=page.text)
        file.edit_uri = page.name  # MkDocs gives generated files no link to their source
        files.append(file)
    for path, content in make_data_outputs(_state.build).items():
        files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Store the reading order of the pages, which is the order of the navigation, in the build context."""
    global _state
    _state = replace(_state, build=replace(_state.build, page_order=tuple(page.file.src_uri for page in nav.pages)))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Convert the pages that show term usage (where each glossary term is used) a second time, because term usage is
    known only after all pages were converted. Set the global variables of the theme's templates, and cache the compiled
    templates, which rarely change.
    """
    _convert_term_usage(config, files)
    pages = [file.page for file in files.documentation_pages() if file.page]
    escape_titles(cast("list[Titled]", [*pages, *(each for page in pages for each in page.ancestors)]))
    env.bytecode_cache = FileSystemBytecodeCache()
    env.globals |= frame_context(_state.build)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Return the template variables of one page: those of MkDocs (``context``), and those that the edition adds."""
    own = page_context(_state.build, page.file.src_uri, str(page.meta.get("description", "")))
    return cast(TemplateContext, context | own)


def on_post_build(config: MkDocsConfig) -> None:
    """Generate the files that are made from the built pages. Then replace the old site by the new one. If the build is
    strict and has warnings, keep the old site.
    """
    write_site_outputs(_state.build, Path(config.site_dir), with_copies=not _state.is_serving)
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    if _state.staged and not any(counter.get_counts() for counter in counters):
        _state.staged.publish()
        config.site_dir = str(_state.staged.site)
    _restore_environment()


def on_build_error(error: Exception) -> None:
    """Discard the unfinished site. If ``error`` is an OSError, raise instead a PluginError with a one-line message that
    names the file and the reason.
    """
    _restore_environment()
    if _state.staged:
        _state.staged.discard()
    if isinstance(error, OSError):
        raise PluginError(write_error_message(error)) from None


def _load(config: MkDocsConfig) -> BuildContext:
    """Load and check the edition; return its build context (the edition and all data for a build). If there are
    problems, raise PluginError with all of them. Under ``mkdocs serve``, log the problems instead, and return the last
    valid build context. If there is none yet, wait until a file changes and load again.
    """
    root, docs, chapter = Path(config.config_file_path).parent, Path(config.docs_dir), config.extra.get("chapter") or ""
    if chapter and _state.is_publishing:
        raise PluginError("naskah asli tidak boleh diterbitkan: terbitkan tanpa CHAPTER, dan tanpa extra.chapter")
    chapter_files = (resolve_path(root, chapter),) if chapter else ()
    sources = WatchedFiles((root / "data", docs), (root / SETTINGS, *chapter_files))
    while True:
        snapshot = sources.take_snapshot() if _state.is_serving else {}
        build, problems = edition.load(root, docs, config.site_url or "", chapter)
        if build and not problems:
            return with_heading_texts(build, config.markdown_extensions, config.mdx_configs)
        if not _state.is_serving:
            raise PluginError(edition.report(problems))
        for problem in problems:
            get_plugin_logger("edisi").warning(str(problem))
        if _state.build:
            return _state.build
        print("Situs tampil segera sesudah yang di atas diperbaiki; menunggu …", file=sys.stderr, flush=True)
        sources.wait_for_change(snapshot)


def _convert_term_usage(config: MkDocsConfig, files: Files) -> None:
    global _state
    extension = next(each for each in config.markdown_extensions if isinstance(each, EditionExtension))
    build = replace(_state.build, edition=replace(_state.build.edition, term_usage=extension.term_usage))
    _state = replace(_state, build=build)
    config.markdown_extensions[config.markdown_extensions.index(extension)] = EditionExtension(build)
    for page in build.edition.pages:
        file = files.get_file_from_path(page.name)
        if file and file.page and any(block.name in TERM_USAGE_BLOCKS for block in page.blocks):
            file.page.render(config, files)
            file.page.content = config.plugins.on_page_content(
                file.page.content or "", page=file.page, config=config, files=files
            )


def _restore_environment() -> None:
    global _state
    if _state.sets_date:
        os.environ.pop(_DATE, None)
        _state = replace(_state, sets_date=False)
