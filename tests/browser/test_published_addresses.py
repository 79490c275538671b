"""The life of an edition: it is renamed, retired, extended, moved, step by step, with the commands that editors have;
after each step every address that was ever published lands on its place, or on its heir's.
"""

import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Page, TimeoutError

from browser.http_server import QuietHandler, serve
from conftest import ROOT
from edition.cli import main
from edition.outputs.single_file import FILE

Address = tuple[str, str]  # of a page below the site's root, and an id on it


def desk(*arguments: str) -> Callable[[Path], None]:
    """A step that an editor takes with a command."""

    def step(_: Path) -> None:
        assert main(arguments) == 0

    return step


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A step that an editor takes by hand."""

    def step(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return step


FLOOD = """obstacles:
  - id: banjir
    origin: external
    title: {id: Banjir, en: Flood}
    summary: {id: Hujan berlebih., en: Too much rain.}
    actors: []
    sources: [vi-1-p1]
"""
# Each step, and the heirs of what it retires.
STEPS: tuple[tuple[Callable[[Path], None], dict[str, str]], ...] = (
    (lambda _: None, {"kendala-kemarau": "kendala-kekeringan"}),  # retired before the story begins
    (desk("rename", "isi.md", "kronologi.md"), {}),
    (desk("rename", "kronologi.md", "waktu.md"), {}),
    (
        desk("retire", "kendala-lahan-sempit", "--by", "kendala-kekeringan"),
        {"kendala-lahan-sempit": "kendala-kekeringan"},
    ),
    (desk("retire", "vi-1-p2", "--by", "vi-1-p1"), {"vi-1-p2": "vi-1-p1"}),
    (desk("move", "efforts", "glosarium.md"), {}),
    (edit("docs/baru.md", "", "# Baru { #baru }\n\nLihat [upaya](glosarium.md#upaya-tadah-hujan).\n"), {}),
    (edit("data/obstacles.yml", "obstacles:\n", FLOOD), {}),
    (
        desk("retire", "kendala-kekeringan", "--by", "kendala-banjir"),
        dict.fromkeys(("kendala-kekeringan", "kendala-kemarau", "kendala-lahan-sempit"), "kendala-banjir"),
    ),
    (desk("move", "vi-2-p1", "baru.md"), {}),
    (desk("rename", "waktu.md", "isi.md"), {}),
    (desk("rename", "glosarium.md", "kamus.md"), {}),
    (desk("move", "efforts", "isi.md"), {}),
    (edit("docs/index.md", "## Sumber { #sumber }\n", ""), {"sumber": "mini"}),
    (desk("retire", "pelaku-dinas-taman", "--by", "pelaku-balai-warga"), {"pelaku-dinas-taman": "pelaku-balai-warga"}),
    (desk("rename", "baru.md", "lampiran.md"), {}),
    (desk("retire", "upaya-tadah-hujan", "--by", "saran-rawat"), {"upaya-tadah-hujan": "saran-rawat"}),
)


def publish(folder: Path, number: int) -> Path:
    """Give the edition a new version, register what is new, and build it."""
    path = folder / "data/edition.yml"
    path.write_text(re.sub('version: "[^"]*"', f'version: "1.{number + 1}"', path.read_text(encoding="utf-8")), "utf-8")
    assert main(["anchors"]) == main(["check"]) == 0
    mkdocs_build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"), strict=True))
    return folder / "site"


def addresses(folder: Path, site: Path) -> set[Address]:
    """All ids in the register that stand on the pages of a site, with their pages."""
    registers = "".join((folder / f"data/{name}.yml").read_text(encoding="utf-8") for name in ("anchors", "ids"))
    known = set(re.findall(r"anchor: ([\w-]+)", registers))
    found = set()
    for path in site.rglob("index.html"):
        url = path.parent.relative_to(site).as_posix()
        ids = html.parse(str(path)).xpath("//main//*[@id and not(contains(@class, 'retired'))]/@id")
        found |= {("" if url == "." else f"{url}/", name) for name in ids if name in known}
    return found


# Where each id of a page leads: to itself (empty), to an address, or nowhere (null).
LEADS = """names => names.map(name => {
  location.hash = `#${name}`;
  const target = document.querySelector(":target");
  if (!target) return null;
  const link = target.closest("main") && !target.matches(".retired") ? null : target.querySelector("a");
  return link ? link.href : "";
})"""


def links_in_browser(page: Page, root: str, url: str, names: list[str]) -> list[str | None]:
    """Where ids of a page lead, as a browser without scripts has it."""
    page.goto(f"{root}{url}")
    links: list[str | None] = page.evaluate(LEADS, names)
    return links


def links_in_file(site: Path, root: str, url: str, names: list[str]) -> list[str | None]:
    """Where ids of a page lead, read from its file: the same in a fraction of the time."""
    document = html.parse(str(site / url / "index.html"))

    def link(name: str) -> str | None:
        targets = document.xpath("//*[@id=$name]", name=name)
        if not targets:
            return None
        in_place = targets[0].xpath("ancestor::main") and "retired" not in (targets[0].get("class") or "").split()
        hrefs = [] if in_place else targets[0].xpath("descendant-or-self::a/@href")
        return urljoin(f"{root}{url}", hrefs[0]) if hrefs else ""

    return [link(name) for name in names]


def lost(
    read_links: Callable[[str, list[str]], list[str | None]], root: str, ever: set[Address], heirs: Mapping[str, str]
) -> set[Address]:
    """The addresses that lead neither to their place nor to their heir's, without scripts."""
    leads: dict[Address, str | None] = {}
    for url in sorted({url for url, _ in ever}):
        names = sorted(name for each, name in ever if each == url)
        leads |= {(url, name): link for name, link in zip(names, read_links(url, names), strict=True)}

    def end(address: Address) -> str | None:
        for _ in range(3):
            link = leads.get(address)
            if link is None:
                return None
            if not link:
                return address[1]
            url, _, name = link.removeprefix(root).partition("#")
            address = (url, name)
        return None

    return {address for address in ever if end(address) != heirs.get(address[1], address[1])}


def landed(page: Page, address: str) -> str:
    """Return the id that readers reach when they open an address and follow the redirects there."""
    page.goto(address)
    target = page.locator("main :target:not(.retired)")
    redirect = page.locator(":target.retired a, body:not(:has(main)) :target a")
    for _ in range(6):
        target.or_(redirect).first.wait_for()
        if target.count():
            return str(target.get_attribute("id"))
        with suppress(TimeoutError):  # a script may follow the redirect at the same moment
            redirect.first.click(timeout=1000)
    return ""


class Fresh(QuietHandler):
    """A server whose pages are never kept: two builds may fall into one second, which is all that a date tells."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def test_no_address_that_was_ever_published_is_lost(
    mini: Callable[[], Path], open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mini()
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    monkeypatch.chdir(folder)
    ever: set[Address] = set()
    heirs: dict[str, str] = {}
    plain = open_page(java_script_enabled=False)
    with serve(folder, Fresh) as root:
        for number, (step, retired) in enumerate(STEPS):
            step(folder)
            if "sumber" in retired:  # a heading was deleted: the check says so, and the command makes up for it
                assert main(["check"]) == 1
                assert main(["retire", "sumber", "--by", "mini"]) == 0
            site = publish(folder, number)
            ever |= addresses(folder, site)
            heirs |= retired
            assert lost(partial(links_in_file, site, f"{root}site/"), f"{root}site/", ever, heirs) == set(), number
        assert lost(partial(links_in_browser, plain, f"{root}site/"), f"{root}site/", ever, heirs) == set()
        page = open_page(watched=False)
        # followed as a reader would: whatever leads elsewhere, and some of the rest, which was looked at above
        moved = [(url, name) for url, name in sorted(ever) if name in heirs or not (site / url / "index.html").exists()]
        for each in (plain, page):
            asked = [*moved, *sorted(ever)[::5]]
            ends = {(url, name): landed(each, f"{root}site/{url}#{name}") for url, name in asked}
            assert {place: end for place, end in ends.items() if end != heirs.get(place[1], place[1])} == {}
        # what an old address does not list is passed on, even if it is no code for anything
        for fragment in ("asing", "%"):
            page.goto(f"{root}site/kronologi/#{fragment}")
            page.wait_for_url(f"{root}site/isi/#{fragment}")
    document = html.parse(str(site / FILE))
    single = {name: len(document.xpath("//*[@id=$name]", name=name)) for _, name in ever}
    assert {name: count for name, count in single.items() if count != 1} == {}
