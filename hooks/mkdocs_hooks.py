"""The only file that knows MkDocs: it hands the edition to the site builder, and nothing more.

MkDocs runs this file once a process, so ``_state`` outlives each build of ``mkdocs serve``: that is how
the last good edition stays up while a data file is broken.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

import edition
from edition import exports
from edition.mdx import EditionExtension, term_uses
from edition.model import Edition

log = get_plugin_logger("edisi")


@dataclass(frozen=True)
class _State:
    serving: bool = False
    edition: Edition | None = None


_state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is ``mkdocs serve``."""
    global _state
    _state = replace(_state, serving=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs touches the output, and register the extension."""
    global _state
    built, problems = edition.load(Path(config.config_file_path).parent, Path(config.docs_dir))
    if problems or built is None:
        if not (_state.serving and _state.edition):
            raise PluginError(edition.report(problems))
        for problem in problems:
            log.warning(str(problem))
        built = _state.edition
    else:
        built = built.with_uses(term_uses(built, _sources(config), _converter(config)))
    # MkDocs dates the sitemap by this variable, or else by the clock
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(built.timestamp))
    _state = replace(_state, edition=built)
    config.markdown_extensions.append(EditionExtension(built))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data for reuse."""
    assert _state.edition
    for path, content in exports.data_files(_state.edition).items():
        files.append(File.generated(config, path, content=content))
    return files


def _sources(config: MkDocsConfig) -> dict[str, str]:
    docs = Path(config.docs_dir)
    return {path.name: get_data(path.read_text(encoding="utf-8-sig"))[0] for path in sorted(docs.rglob("*.md"))}


def _converter(config: MkDocsConfig) -> Callable[[Extension], Markdown]:
    def make(extension: Extension) -> Markdown:
        return Markdown(extensions=[*config.markdown_extensions, extension], extension_configs=config.mdx_configs)

    return make
