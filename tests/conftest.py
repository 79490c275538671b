"""Shared by all tests: the edition, functions that build and copy editions, and fixtures for built sites."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from filelock import FileLock

import edition
from edition.data import mkdocs_settings
from edition.data.records import Event
from edition.model.anchors import Anchor, block_pages
from edition.model.build_context import BuildContext

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://contoh.example/"
MINI = ROOT / "tests" / "mini"


def load(root: Path) -> BuildContext:
    """Load a valid edition."""
    build, problems = edition.load(root)
    assert build, edition.report(problems)
    return build


BUILD = load(ROOT)  # the current state of the edition: tests derive expected values from it, since editors change it
EDITION, VIEWS = BUILD.edition, BUILD.views
PUBLISHED = replace(BUILD, site_url=ADDRESS)
# The addresses of the pages in the navigation, in reading order, relative to the root of the site.
ADDRESSES = tuple(EDITION.page_url(name) for name, _ in mkdocs_settings.read(ROOT).nav or ())


def page_of_block(block: str, build: BuildContext = BUILD) -> str:
    """Return the address of the page that contains a data block, relative to the root of the site."""
    return build.edition.page_url(block_pages(build.edition.pages)[block])


def address_of(name: str, build: BuildContext = BUILD) -> str:
    """Return the address of a link target, or of its replacement if it is retired, relative to the root of the site."""
    target = build.edition.link_targets[build.edition.dataset.current_anchor(name)]
    return f"{build.edition.page_url(target.page)}#{target.name}"


def anchors_on(build: BuildContext, page: str) -> tuple[Anchor, ...]:
    """Return the anchors on a page, including those of the notes that the page shows in full."""
    edition = build.edition
    shown = {
        f"catatan-{note.id}"
        for note in build.views.notes
        if note.about and edition.link_targets[note.about[0]].page == page
    }
    return tuple(anchor for anchor in edition.anchors if anchor.page == page or anchor.name in shown)


def event(name: str, date: str | None = None, after: str = "", before: str = "") -> Event:
    """Return an event for tests of the order. ``after`` and ``before`` are ids of other events, separated by spaces."""
    title = {"id": name, "en": name}
    return Event.model_validate(
        {"id": name, "kind": "visit", "title": title, "summary": title, "actors": [], "sources": ["vi-1-p1"],
         "after": after.split(), "before": before.split()} | ({"date": date} if date else {})
    )  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option ``--accept``, which overwrites the golden files instead of comparing with them."""
    parser.addoption("--accept", action="store_true", help="accept the output as golden")


def build(folder: Path, site: Path, builder: str = "mkdocs", **env: str) -> subprocess.CompletedProcess[str]:
    """Build ``folder`` into ``site`` with warnings as errors, in a separate process, since two builds in one process
    would share modules. ``env`` sets environment variables.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    for name in {"SOURCE_DATE_EPOCH", "CHAPTER", "SITE_URL"} - env.keys():
        environment.pop(name, None)
    command = [sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run_cli(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m edition`` in ``folder``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "edition", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


Once = Callable[..., Path]


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Return a function that builds a site once for all workers of this test run. The first worker that asks builds it
    from a copy of the folder; the others wait. Tests must not change the site.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def built(name: str, folder: Path, builder: str = "mkdocs", **env: str) -> Path:
        site = shared / f"{name}-site"
        with FileLock(f"{site}.lock"):
            if not site.exists():
                result = build(copy_of(folder, shared / name), site, builder, **env)
                assert result.returncode == 0, result.stderr
        return site

    return built


@pytest.fixture(scope="session")
def site(built_once: Once) -> Path:
    """Return the built edition."""
    return built_once("site", ROOT)


@pytest.fixture(scope="session")
def published(built_once: Once) -> Path:
    """Return the edition built with the site URL ``ADDRESS``."""
    return built_once("published", ROOT, SITE_URL=ADDRESS)


@pytest.fixture(scope="session")
def with_original(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the edition built with an original: our own text takes the place of the chapter."""
    folder = copy_of(ROOT, tmp_path_factory.mktemp("own") / "edition")
    return built_once("original", folder, CHAPTER=str(own_chapter(folder)))


def own_chapter(folder: Path) -> Path:
    """Write an original for a copy of the edition, with as many paragraphs as the chapter; adapt ``chapter.yml`` to it.
    Returns the path of the file.
    """
    path = folder / "data/chapter.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (all scalars as text)
    blocks = ["BAB VI PENUTUP"]
    for section in data["sections"]:
        blocks.append(f"{section['number']} {section['title']['id']}")
        for paragraph in section["paragraphs"]:
            text = own_paragraph(paragraph["anchor"])
            plain = text.replace("*", "")
            paragraph["words"] = str(len(plain.split()))
            paragraph["sha256"] = hashlib.sha256(plain.encode()).hexdigest()
            blocks.append(text.replace(" yang bukan", "\n\nyang bukan"))  # two pages
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    chapter = folder / "naskah.txt"
    chapter.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return chapter


def own_paragraph(anchor: str) -> str:
    """Return a paragraph of nine sentences with marked italics and a word that no other paragraph has."""
    word = f"uji{anchor.replace('-', '')}"
    first = f"Umpama {word} dibuka dengan *sister city* dan *galatica* pada satu halaman uji yang bukan halaman tesis."
    return " ".join(
        [first, *(f"Umpama nomor {n} untuk {word} ditulis sekadar supaya ada kalimat." for n in range(2, 10))]
    )


@pytest.fixture(scope="session")
def mini_site(built_once: Once) -> Path:
    """Return the built miniature edition."""
    return built_once("mini", MINI)


@pytest.fixture
def mini(tmp_path: Path) -> Callable[[], Path]:
    """Return a function that copies the miniature edition, for tests that change it."""
    return lambda: copy_of(MINI, tmp_path / "mini")


def copy_of(folder: Path, copy: Path) -> Path:
    """Copy the sources of an edition without generated files, and let its mkdocs.yml use the hooks of this checkout."""
    for name in ("mkdocs.yml", "data", "docs", "overrides", "theme"):
        source = folder / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        elif source.is_file():
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy / name)
    config = copy / "mkdocs.yml"
    text = re.sub(r"(?<=- )(\.\./)*hooks/", f"{(ROOT / 'hooks').as_posix()}/", config.read_text(encoding="utf-8"))
    config.write_text(text, encoding="utf-8")
    return copy


def theme_sources() -> list[str]:
    """Return the stylesheets of the installed theme, in the order in which its pages load them."""
    folder = Path(str(find_spec("material").origin)).parent / "templates/assets/stylesheets"  # type: ignore[union-attr]
    return [next(folder.glob(f"{name}.*.css")).read_text(encoding="utf-8") for name in ("main", "palette")]


def tree(folder: Path) -> dict[str, bytes]:
    """Return a map from the path of each file in ``folder``, relative to it, to the content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_digest(content: bytes) -> bytes:
    """Remove the digests and sizes of the downloads from a page: they differ between builders and versions of zlib."""
    return re.sub(rb'data-(digest|size)-of="([^"]*)">[^<]*', rb'data-\1-of="\2">', content)
