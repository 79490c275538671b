"""Each option of Material in ``mkdocs.yml`` that the site supports changes the pages as the theme's manual says."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browser import demo_edition as demo
from browser.http_server import serve
from conftest import ROOT, Once, build, copy_of

Open = Callable[..., Page]
# Everything that is changed: compare ``mkdocs.yml``.
CHANGED = """
copyright: Hak <b>uji</b> 2020
repo_url: https://kode.example/mini
repo_name: kode/mini
edit_uri: edit/main/docs/
extra_css: [tambahan.css]
extra_javascript: [tambahan.js]
theme:
  language: en
  favicon: denah.svg
  logo: denah.svg
  icon:
    menu: material/dots-vertical
    repo: material/source-branch
    admonition:
      warning: material/sprout
  palette:
    scheme: slate
    primary: teal
    accent: lime
  features: [navigation.sections, navigation.path, content.action.edit]
extra:
  social:
    - icon: fontawesome/brands/mastodon
      link: https://sosial.example/@mini
      name: Mini di Mastodon
"""
SPROUT = "M2 22v-2s5-2 10-2"  # the beginning of the path of that icon
NAV = """nav:
  - Beranda: index.md
  - Bacaan:
      - Isi: isi.md
      - Panduan: panduan.md
  - Glosarium: glosarium.md
"""


@pytest.fixture(scope="module")
def changed(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = demo.copy_to(tmp_path_factory.mktemp("options") / "demo")
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.partition("nav:")[0] + NAV + CHANGED, encoding="utf-8")
    (folder / "docs/tambahan.css").write_text(".md-typeset h1 { letter-spacing: 7px }", encoding="utf-8")
    (folder / "docs/tambahan.js").write_text("document.body.dataset.tambahan = 'ada';", encoding="utf-8")
    return built_once("options", folder)


# An option, an XPath expression, and its result in the page of the changed site and in that of the unchanged one.
SHOWN = [
    ("palette", "string(//body/@data-md-color-scheme)", "slate", "default"),
    ("palette", "string(//body/@data-md-color-primary)", "teal", "custom"),
    ("palette", "string(//body/@data-md-color-accent)", "lime", "custom"),
    ("toggles", "count(//*[@data-scheme-switch])", 0, 3),
    ("language", "string(//html/@lang)", "en", "id"),
    ("language", "normalize-space(//a[contains(@class, 'md-skip')])", "Skip to content", "Langsung ke isi"),
    ("favicon", "string(//link[@rel='icon']/@href)", "../denah.svg", "../assets/img/icon.svg"),
    ("logo", "string(//header//span[contains(@class, 'md-logo')]/img/@src)", "../denah.svg", ""),
    ("icon", "count(//header//summary//*[local-name()='path'][starts-with(@d, 'M12 16')])", 1, 0),
    ("navigation.tabs", "count(//nav[contains(@class, 'md-tabs')])", 0, 1),
    ("navigation.sections", "normalize-space(//li[contains(@class, 'md-nav__item--section')]/span)", "Bacaan", ""),
    ("navigation.sections", "count(//nav[contains(@class, 'md-nav--primary')]//li//a)", 4, 0),
    ("navigation.top", "count(//button[@data-md-component='top'])", 0, 1),
    ("navigation.footer", "count(//a[contains(@class, 'md-footer__link')])", 0, 2),
    ("toc.follow", "count(//*[@data-md-component='toc'][@data-follow])", 0, 1),
    ("navigation.path", "normalize-space(//nav[@class='md-path'])", "Beranda Bacaan", ""),
    ("extra.social", "string(//a[@class='md-social__link']/@href)", "https://sosial.example/@mini", ""),
    ("copyright", "normalize-space(//*[@class='md-copyright__highlight'])", "Hak uji 2020", None),
    ("repo_url", "normalize-space(//header//a[@class='md-source'])", "kode/mini", ""),
    ("edit_uri", "string(//a[@rel='edit']/@href)", "https://kode.example/mini/edit/main/docs/panduan.md", ""),
    ("extra_css", "string(//head/link[@rel='stylesheet']/@href)", "../tambahan.css", ""),
    ("extra_javascript", "string(//script[contains(@src, 'tambahan')]/@src)", "../tambahan.js", ""),
]


@pytest.mark.parametrize(("option", "query", "result", "before"), SHOWN)
def test_an_option_changes_the_page(
    changed: Path, demo_site: Path, option: str, query: str, result: str | int, before: str | int | None
) -> None:
    one, other = (html.document_fromstring((site / "panduan/index.html").read_bytes()) for site in (changed, demo_site))
    assert one.xpath(query) == result, option
    assert before is None or other.xpath(query) == before, option


def test_a_reader_sees_the_options(changed: Path, open_page: Open) -> None:
    page = open_page()
    with serve(changed) as url:
        page.goto(f"{url}panduan/")
        expect(page.locator(".md-header")).to_have_css("background-color", "rgb(0, 148, 133)")  # the theme's teal
        expect(page.locator("body")).to_have_css("color-scheme", "dark")
        icon = page.locator(".admonition.warning .admonition-title").evaluate(
            "title => getComputedStyle(title, '::before').maskImage"
        )
        assert SPROUT in unquote(icon)
        expect(page.locator("h1").first).to_have_css("letter-spacing", "7px")
        expect(page.locator("body")).to_have_attribute("data-tambahan", "ada")
        expect(page.get_by_role("link", name="Mini di Mastodon")).to_be_visible()
        expect(page.locator(".md-sidebar--primary").get_by_text("Bacaan", exact=True)).to_be_visible()
        page.set_viewport_size({"width": 360, "height": 740})
        expect(page.locator(".md-sidebar--primary")).to_be_hidden()
        page.locator(".menu summary").click()
        expect(page.locator(".menu").get_by_role("link", name="Glosarium")).to_be_visible()


@pytest.fixture(scope="module")
def stock(built_once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo edition built without our templates for the theme."""
    folder = demo.copy_to(tmp_path_factory.mktemp("stock") / "demo")
    config = folder / "mkdocs.yml"
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  custom_dir: overrides\n", "")
    base = folder.with_name("base.yml")
    base.write_text(text, encoding="utf-8")
    own = config.read_text(encoding="utf-8")
    config.write_text(own.replace(f"INHERIT: {ROOT / 'mkdocs.yml'}", f"INHERIT: {base}"), encoding="utf-8")
    return built_once("stock", folder)


def test_without_our_templates_it_is_a_stock_material_site(stock: Path, open_page: Open) -> None:
    page = open_page(360, 740)
    with serve(stock) as url:
        page.goto(f"{url}panduan/")
        assert page.locator("section.paragraph").count() == 2
        page.locator(".md-header label[for=__drawer]").click()  # the theme's script and style are there
        page.locator(".md-nav--primary").get_by_role("link", name="Isi", exact=True).click()
        page.wait_for_url("**/isi/")
        assert page.locator("section.paragraph").count() > 2
        for shown in (".record", "figure.diagram", ".md-footer__link"):
            expect(page.locator(f"{shown}:visible").first).to_be_visible()


def test_without_the_theme_there_is_no_site(tmp_path: Path) -> None:
    folder = copy_of(ROOT, tmp_path / "edition")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("name: material", "name: null"), encoding="utf-8")
    result = build(folder, tmp_path / "site")
    assert result.returncode != 0
    assert "base.html" in result.stderr
