"""The only file that knows MkDocs: it hands the edition to the site builder, and nothing more.

MkDocs runs this file once a process, so ``_state`` outlives each build of ``mkdocs serve``: that is how the last good
edition stays up while a data file is broken.
"""

import gc
import logging
import os
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
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext

import edition
from edition import outputs
from edition.markdown_ext import EditionExtension, with_uses
from edition.model.edition import Edition
from edition.outputs.staging import Staged, cannot_write, stage
from edition.rendering import frame_parts, page_parts

_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


@dataclass(frozen=True)
class _State:
    serving: bool = False
    publishing: bool = False
    edition: Edition = None  # type: ignore[assignment]  # the last good one: there is one in every event after the first
    staged: Staged | None = None


_state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Remember which command this is. Look for garbage seldom: that takes a tenth of a build's time."""
    global _state
    _state = replace(_state, serving=command == "serve", publishing=command == "gh-deploy")
    gc.freeze()
    gc.set_threshold(20_000)
    if dirty and not _state.serving:
        raise PluginError("--dirty tidak dapat dipakai: situs selalu dibangun utuh; jalankan tanpa --dirty")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs touches the output, register the extension, and build beside the site."""
    global _state
    _state = replace(_state, edition=_read(config), staged=None if _state.serving else stage(Path(config.site_dir)))
    if _state.staged:
        config.site_dir = str(_state.staged.folder)
    config.markdown_extensions.append(EditionExtension(_state.edition))
    # MkDocs dates the sitemap by this variable, or else by the clock
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(_state.edition.timestamp))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs the pages as they were read, and what the edition makes beside them, without what the theme loads."""
    for file in list(files):
        if file.is_documentation_page() or file.src_uri.startswith(_OF_THE_THEME):
            files.remove(file)
    for path, content in {**_state.edition.texts, **outputs.of_data(_state.edition)}.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Remember in which order the pages are read."""
    global _state
    _state = replace(_state, edition=replace(_state.edition, order=tuple(page.file.src_uri for page in nav.pages)))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Let the theme's templates, which seldom change, be compiled once, and have what every page says."""
    env.bytecode_cache = FileSystemBytecodeCache()
    env.globals |= frame_parts(_state.edition)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the theme what a page's head, its citing control and its table of contents hold."""
    ours = page_parts(_state.edition, page.file.src_uri, str(page.meta.get("description", "")))
    return cast(TemplateContext, context | ours)


def on_post_build(config: MkDocsConfig) -> None:
    """Make what is made of the built site, and let it take its place, unless warnings are about to end the build."""
    outputs.of_site(_state.edition, Path(config.site_dir), copies=not _state.serving)
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    if _state.staged and not any(counter.get_counts() for counter in counters):
        _state.staged.publish()
        config.site_dir = str(_state.staged.site)


def on_build_error(error: Exception) -> None:
    """Take away what was built in vain; tell in one line what could not be written."""
    if _state.staged:
        _state.staged.discard()
    if isinstance(error, OSError):
        raise PluginError(cannot_write(error)) from None


def _read(config: MkDocsConfig) -> Edition:
    """The edition, or under ``mkdocs serve`` the last good one. Raises PluginError with every problem."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    syntax, chapter = (config.markdown_extensions, config.mdx_configs), config.extra.get("chapter") or ""
    if chapter and _state.publishing:
        raise PluginError("naskah asli tidak boleh diterbitkan: terbitkan tanpa CHAPTER, dan tanpa extra.chapter")

    def complete(one: Edition) -> Edition:
        return with_uses(one, get_data, *syntax)

    built, problems = edition.load_once(root, docs, config.site_url or "", complete, syntax, chapter=chapter)
    if problems and not _state.serving:
        raise PluginError(edition.report(problems))
    for problem in problems:
        get_plugin_logger("edisi").warning(str(problem))
    return built or _state.edition or _read(edition.once_changed(config, root, docs, chapter))
