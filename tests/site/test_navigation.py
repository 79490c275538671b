"""Every list of pages links to every page, also with nested sections; special characters in titles are escaped."""

from pathlib import Path

import pytest
from lxml import html

from conftest import ADDRESSES, ROOT, build, copy_of
from edition.data import mkdocs_settings
from edition.rendering.bundles import SEARCH_INDEX

TITLE = 'Bagian "satu" & <dua>'
MENU = "//details[@data-menu]//nav"
TABS = "//nav[@class='md-tabs']"


@pytest.fixture(scope="module")
def sectioned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the edition with nested navigation sections, and with markup characters in titles and a description."""
    folder = copy_of(ROOT, tmp_path_factory.mktemp("sections") / "edition")
    nav = mkdocs_settings.read(ROOT).nav
    assert nav
    names = [name for name, _ in nav]
    config = folder / "mkdocs.yml"
    lines = config.read_text(encoding="utf-8").split("\n")
    first, last = nav[0][1].line - 1, nav[-1][1].line
    lines[first:last] = [
        f"  - {names[0]}",
        f"  - '{TITLE}':",
        *(f"      - 'A <b> & {name}': {name}" for name in names[1:3]),
        "      - Dalam:",
        *(f"          - {name}" for name in names[3:]),
    ]
    config.write_text("\n".join(lines), encoding="utf-8")
    page = folder / "docs" / names[1]
    text = page.read_text(encoding="utf-8").replace("description: ", 'description: Apa "wujud" <yang> & ', 1)
    heading = next(line for line in text.split("\n") if line.startswith("# "))
    page.write_text(text.replace(heading, "# *Dua* R&D `<b>` " + heading[heading.index("{") :]), encoding="utf-8")
    result = build(folder, folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_every_page_links_to_every_page(sectioned: Path) -> None:
    for address in ADDRESSES:
        page = html.document_fromstring((sectioned / address / "index.html").read_bytes())
        [menu] = page.xpath(MENU)
        targets = [(sectioned / address / href).resolve() for href in menu.xpath(".//a/@href") if "#" not in href]
        assert targets == [(sectioned / other).resolve() for other in ADDRESSES], address
        assert menu.xpath(".//span/text()") == [TITLE, "Dalam"]
    not_found = html.document_fromstring((sectioned / "404.html").read_bytes())
    links = not_found.xpath("//main//ul//a/@href")
    assert [link.strip("/").removeprefix("./") for link in links] == [
        address.strip("/") or "." for address in ADDRESSES
    ]


def test_tabs_lead_to_pages_and_to_the_first_page_of_a_section(sectioned: Path) -> None:
    page = html.document_fromstring((sectioned / ADDRESSES[-1] / "index.html").read_bytes())
    targets = [(sectioned / ADDRESSES[-1] / href).resolve() for href in page.xpath(f"{TABS}//a/@href")]
    assert targets == [(sectioned / address).resolve() for address in ADDRESSES[:2]]
    assert page.xpath(f"{TABS}//a/@aria-current") == ["true"]  # the page is in the section


def test_markup_characters_in_titles_are_escaped(sectioned: Path) -> None:
    name = (mkdocs_settings.read(ROOT).nav or ())[1][0]
    page = html.document_fromstring((sectioned / ADDRESSES[1] / "index.html").read_bytes())
    assert page.xpath("//title/text()")[0].startswith(f"A <b> & {name} – ")
    [description] = page.xpath("//meta[@name='description']/@content")
    assert description.startswith('Apa "wujud" <yang> & ')
    assert page.xpath("//meta[@name='DC.title']/@content") == ["Dua R&D <b>"]
    for place in (MENU, "//*[@data-md-type='navigation']"):
        assert [link.text_content().strip() for link in page.xpath(f"{place}//a")].count(f"A <b> & {name}") == 1
    assert [link.text_content().strip() for link in page.xpath(f"{TABS}//a")] == ["Beranda", TITLE]


def test_the_search_index_has_the_title_without_its_markdown(sectioned: Path) -> None:
    script = (sectioned / SEARCH_INDEX).read_text(encoding="utf-8")
    assert '"Dua R&D <b>"' in script
    assert "*Dua*" not in script
