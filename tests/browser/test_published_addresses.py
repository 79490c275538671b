"""Tests that published addresses stay valid while an edition changes: pages and anchors are renamed, moved, retired and
added, step by step; after each step every address that was ever published leads to its anchor or to its successor.
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

Address = tuple[str, str]  # of a page, relative to the root of the site, and an id on it


def run_command(*arguments: str) -> Callable[[Path], None]:
    """Return a step that runs a command of the edition."""

    def step(_: Path) -> None:
        assert main(arguments) == 0

    return step


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Return a step that replaces text in a file of the edition; the file need not exist."""

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
# Each step, and the successors of the anchors that it retires.
STEPS: tuple[tuple[Callable[[Path], None], dict[str, str]], ...] = (
    (lambda _: None, {"kendala-kemarau": "kendala-kekeringan"}),  # retired before the first step
    (run_command("rename", "isi.md", "kronologi.md"), {}),
    (run_command("rename", "kronologi.md", "waktu.md"), {}),
    (
        run_command("retire", "kendala-lahan-sempit", "--by", "kendala-kekeringan"),
        {"kendala-lahan-sempit": "kendala-kekeringan"},
    ),
    (run_command("retire", "vi-1-p2", "--by", "vi-1-p1"), {"vi-1-p2": "vi-1-p1"}),
    (run_command("move", "efforts", "glosarium.md"), {}),
    (edit("docs/baru.md", "", "# Baru { #baru }\n\nLihat [upaya](glosarium.md#upaya-tadah-hujan).\n"), {}),
    (edit("data/obstacles.yml", "obstacles:\n", FLOOD), {}),
    (
        run_command("retire", "kendala-kekeringan", "--by", "kendala-banjir"),
        dict.fromkeys(("kendala-kekeringan", "kendala-kemarau", "kendala-lahan-sempit"), "kendala-banjir"),
    ),
    (run_command("move", "vi-2-p1", "baru.md"), {}),
    (run_command("rename", "waktu.md", "isi.md"), {}),
    (run_command("rename", "glosarium.md", "kamus.md"), {}),
    (run_command("move", "efforts", "isi.md"), {}),
    (edit("docs/index.md", "## Sumber { #sumber }\n", ""), {"sumber": "mini"}),
    (
        run_command("retire", "pelaku-dinas-taman", "--by", "pelaku-balai-warga"),
        {"pelaku-dinas-taman": "pelaku-balai-warga"},
    ),
    (run_command("rename", "baru.md", "lampiran.md"), {}),
    (run_command("retire", "upaya-tadah-hujan", "--by", "saran-rawat"), {"upaya-tadah-hujan": "saran-rawat"}),
)


def publish(folder: Path, number: int) -> Path:
    """Give the edition a new version, register new anchors, and build the site."""
    path = folder / "data/edition.yml"
    path.write_text(re.sub('version: "[^"]*"', f'version: "1.{number + 1}"', path.read_text(encoding="utf-8")), "utf-8")
    assert main(["anchors"]) == main(["check"]) == 0
    mkdocs_build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"), strict=True))
    return folder / "site"


def addresses(folder: Path, site: Path) -> set[Address]:
    """Return all registered ids that are on the pages of a site, with the addresses of the pages."""
    registers = "".join((folder / f"data/{name}.yml").read_text(encoding="utf-8") for name in ("anchors", "ids"))
    known = set(re.findall(r"anchor: ([\w-]+)", registers))
    result = set()
    for path in site.rglob("index.html"):
        url = path.parent.relative_to(site).as_posix()
        ids = html.parse(str(path)).xpath("//main//*[@id and not(contains(@class, 'retired'))]/@id")
        result |= {("" if url == "." else f"{url}/", name) for name in ids if name in known}
    return result


# Where each id of a page leads: to an element of the page (empty), to another address, or nowhere (null).
LEADS = """names => names.map(name => {
  location.hash = `#${name}`;
  const target = document.querySelector(":target");
  if (!target) return null;
  const link = target.closest("main") && !target.matches(".retired") ? null : target.querySelector("a");
  return link ? link.href : "";
})"""


def links_in_browser(page: Page, root: str, url: str, names: list[str]) -> list[str | None]:
    """Return where ids of a page lead in a browser without JavaScript."""
    page.goto(f"{root}{url}")
    links: list[str | None] = page.evaluate(LEADS, names)
    return links


def links_in_file(site: Path, root: str, url: str, names: list[str]) -> list[str | None]:
    """Return where ids of a page lead, read from its HTML file, which is much faster than a browser."""
    document = html.parse(str(site / url / "index.html"))

    def link(name: str) -> str | None:
        targets = document.xpath("//*[@id=$name]", name=name)
        if not targets:
            return None
        in_place = targets[0].xpath("ancestor::main") and "retired" not in (targets[0].get("class") or "").split()
        hrefs = [] if in_place else targets[0].xpath("descendant-or-self::a/@href")
        return urljoin(f"{root}{url}", hrefs[0]) if hrefs else ""

    return [link(name) for name in names]


def find_lost_addresses(
    read_links: Callable[[str, list[str]], list[str | None]],
    root: str,
    published: set[Address],
    successors: Mapping[str, str],
) -> set[Address]:
    """Return the published addresses that lead, without JavaScript, neither to their anchor nor to its successor."""
    leads: dict[Address, str | None] = {}
    for url in sorted({url for url, _ in published}):
        names = sorted(name for each, name in published if each == url)
        leads |= {(url, name): link for name, link in zip(names, read_links(url, names), strict=True)}

    def resolve(address: Address) -> str | None:
        for _ in range(3):
            link = leads.get(address)
            if link is None:
                return None
            if not link:
                return address[1]
            url, _, name = link.removeprefix(root).partition("#")
            address = (url, name)
        return None

    return {address for address in published if resolve(address) != successors.get(address[1], address[1])}


def follow_redirects(page: Page, address: str) -> str:
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


class UncachedHandler(QuietHandler):
    """Serves files that browsers must not cache: two builds within one second have the same ``Last-Modified`` date."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def test_no_address_that_was_ever_published_is_lost(
    mini: Callable[[], Path], open_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mini()
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    monkeypatch.chdir(folder)
    published: set[Address] = set()
    successors: dict[str, str] = {}
    plain = open_page(java_script_enabled=False)
    with serve(folder, UncachedHandler) as root:
        for number, (step, retired) in enumerate(STEPS):
            step(folder)
            if "sumber" in retired:  # a deleted heading: the check reports it, and the command retires it
                assert main(["check"]) == 1
                assert main(["retire", "sumber", "--by", "mini"]) == 0
            site = publish(folder, number)
            published |= addresses(folder, site)
            successors |= retired
            read_links = partial(links_in_file, site, f"{root}site/")
            assert find_lost_addresses(read_links, f"{root}site/", published, successors) == set(), number
        read_links = partial(links_in_browser, plain, f"{root}site/")
        assert find_lost_addresses(read_links, f"{root}site/", published, successors) == set()
        page = open_page(watched=False)
        # open in a browser all addresses that are redirected, and one in five of all addresses
        moved = [
            (url, name)
            for url, name in sorted(published)
            if name in successors or not (site / url / "index.html").exists()
        ]
        for each in (plain, page):
            tested = [*moved, *sorted(published)[::5]]
            ends = {(url, name): follow_redirects(each, f"{root}site/{url}#{name}") for url, name in tested}
            assert {
                address: end for address, end in ends.items() if end != successors.get(address[1], address[1])
            } == {}
        # a fragment that an old address does not list is passed on, even if it is not valid percent-encoding
        for fragment in ("asing", "%"):
            page.goto(f"{root}site/kronologi/#{fragment}")
            page.wait_for_url(f"{root}site/isi/#{fragment}")
    document = html.parse(str(site / FILE))
    single = {name: len(document.xpath("//*[@id=$name]", name=name)) for _, name in published}
    assert {name: count for name, count in single.items() if count != 1} == {}
