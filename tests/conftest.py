"""What all tests share: building a site as a reader's editor would, in a process of its own."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
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


_LOADED, _ = edition.load(ROOT)
assert _LOADED
BUILD: BuildContext = _LOADED  # as editors have it by now: tests ask it what it has
EDITION, VIEWS = BUILD.edition, BUILD.views
PUBLISHED = replace(BUILD, site_url=ADDRESS)
# The pages as they are read, by their addresses below the site's root.
ADDRESSES = tuple(EDITION.page_url(name) for name, _ in mkdocs_settings.read(ROOT).nav or ())


def page_of_block(block: str) -> str:
    """The address of the page on which a data block stands."""
    return EDITION.page_url(block_pages(EDITION.pages)[block])


def at(name: str) -> str:
    """The address of an anchor, or of its heir, if it is retired."""
    place = EDITION.link_targets[EDITION.dataset.current_anchor(name)]
    return f"{EDITION.page_url(place.page)}#{place.name}"


def anchors_on(build: BuildContext, page: str) -> tuple[Anchor, ...]:
    """The anchors that stand on a page and those of the notes that it shows."""
    edition = build.edition
    shown = {
        f"catatan-{note.id}"
        for note in build.views.notes
        if any(edition.link_targets[each].page == page for each in note.about)
    }
    return tuple(anchor for anchor in edition.anchors if anchor.page == page or anchor.name in shown)


def event(name: str, date: str | None = None, after: str = "", before: str = "") -> Event:
    """An event of which only its place in time matters; ids of others are separated by spaces."""
    title = {"id": name, "en": name}
    return Event.model_validate(
        {"id": name, "kind": "visit", "title": title, "summary": title, "actors": [], "sources": ["vi-1-p1"],
         "after": after.split(), "before": before.split()} | ({"date": date} if date else {})
    )  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--accept`` writes the golden files anew instead of comparing."""
    parser.addoption("--accept", action="store_true", help="accept the output as golden")


def build(folder: Path, site: Path, builder: str = "mkdocs", **env: str) -> subprocess.CompletedProcess[str]:
    """Run a strict build of ``folder`` into ``site``; two sites built in one process would share modules."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    for name in {"SOURCE_DATE_EPOCH", "CHAPTER", "SITE_URL"} - env.keys():
        environment.pop(name, None)
    command = [sys.executable, "-m", builder, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def run_cli(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command for editors in ``folder``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "edition", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


Once = Callable[..., Path]


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Builds a site that tests only read, of a copy of its folder, for all workers of this run: the first that asks
    builds, the others wait. No build reads a cache that another run has left.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own

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
    """The edition."""
    return built_once("site", ROOT)


@pytest.fixture(scope="session")
def published(built_once: Once) -> Path:
    """The edition as it is published at ``ADDRESS``."""
    return built_once("published", ROOT, SITE_URL=ADDRESS)


@pytest.fixture(scope="session")
def with_original(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition as a reader builds it who has the chapter; the text in its stead is ours."""
    folder = copy_of(ROOT, tmp_path_factory.mktemp("own") / "edition")
    return built_once("original", folder, CHAPTER=str(own_chapter(folder)))


def own_chapter(folder: Path) -> Path:
    """Give a copy of the edition a chapter of our own making, of the same shape; the file that has its text."""
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
            blocks.append(text.replace(" yang bukan", "\n\nyang bukan"))  # where a page ends
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    chapter = folder / "naskah.txt"
    chapter.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return chapter


def own_paragraph(anchor: str) -> str:
    """A paragraph of ours, nine sentences long, its italics marked, with a word that no other has."""
    own = f"uji{anchor.replace('-', '')}"
    first = f"Umpama {own} dibuka dengan *sister city* dan *galatica* pada satu halaman uji yang bukan halaman tesis."
    return " ".join(
        [first, *(f"Umpama nomor {n} untuk {own} ditulis sekadar supaya ada kalimat." for n in range(2, 10))]
    )


@pytest.fixture(scope="session")
def mini_site(built_once: Once) -> Path:
    """The miniature edition."""
    return built_once("mini", MINI)


@pytest.fixture
def mini(tmp_path: Path) -> Callable[[], Path]:
    """Makes a copy of the miniature edition that a test may spoil."""
    return lambda: copy_of(MINI, tmp_path / "mini")


def copy_of(folder: Path, copy: Path) -> Path:
    """A folder that is built, without what builds leave in it, and with the hook of this checkout."""
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


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_digest(content: bytes) -> bytes:
    """A page without digests and sizes of the downloads: those change with the builder, and with zlib."""
    return re.sub(rb'data-(digest|size)-of="([^"]*)">[^<]*', rb'data-\1-of="\2">', content)
