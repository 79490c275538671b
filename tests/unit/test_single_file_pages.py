"""Pages become sections of the single file: links are rewritten, controls of the site are removed."""

from pathlib import Path

import pytest
from lxml import html

from edition.outputs.built_site import BuiltSite
from edition.outputs.single_file_pages import PageSection, page_sections

PAGES = {
    "": '<h1 id="awal">Awal</h1><h2 id="satu">Satu</h2>'
    '<p><a href="b/">b</a> <a href="b/#x">x</a> <a href="#satu">1</a></p>',
    "b/": '<h1 id="b">Halaman B</h1><h2 id="x">Bagian X</h2><p>{}</p>',
}


def site(folder: Path, inside: str) -> Path:
    for url, content in PAGES.items():
        (folder / url).mkdir(exist_ok=True)
        text = f"<html><body><nav>menu</nav><main>{content.replace('{}', inside)}</main></body></html>"
        (folder / url / "index.html").write_text(text, encoding="utf-8")
    return folder


def sections(folder: Path, inside: str = "", published: str = "") -> list[PageSection]:
    return page_sections(BuiltSite.read(site(folder, inside)), ["", "b/"], published)


def paragraph(folder: Path, inside: str, published: str = "") -> str:
    [element] = sections(folder, inside, published)[1].content.xpath("./p")
    return str(html.tostring(element, encoding="unicode"))


def test_pages_have_the_given_order_and_entries_for_the_table_of_contents(tmp_path: Path) -> None:
    first, second = sections(tmp_path)
    assert (first.anchor, first.title, first.entries) == ("awal", "Awal", (("satu", "Satu"),))
    assert (second.anchor, second.title, second.entries) == ("b", "Halaman B", (("x", "Bagian X"),))


def test_links_between_pages_become_fragments(tmp_path: Path) -> None:
    assert sections(tmp_path)[0].content.xpath(".//a/@href") == ["#b", "#x", "#satu"]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("..", "#awal"),
        ("../", "#awal"),
        ("../#satu", "#satu"),
        ("./", "#b"),
        ("./#x", "#x"),
        ("#x", "#x"),
        ("https://contoh.example/", "https://contoh.example/"),
        ("mailto:a@contoh.example", "mailto:a@contoh.example"),
    ],
)
def test_a_link_keeps_its_target(tmp_path: Path, href: str, expected: str) -> None:
    assert sections(tmp_path, f'<a href="{href}">ke sana</a>')[1].content.xpath(".//a/@href") == [expected]


def test_a_link_to_another_file_goes_to_the_published_site_or_is_removed(tmp_path: Path) -> None:
    link = '<a href="../data/x.json">data</a>'
    assert paragraph(tmp_path, link) == "<p>data</p>"
    assert 'href="https://contoh.example/e/data/x.json"' in paragraph(tmp_path, link, "https://contoh.example/e/")


def test_headings_are_one_level_lower_and_the_first_page_loses_its_h1(tmp_path: Path) -> None:
    first, second = sections(tmp_path)
    assert next(iter(first.content)).tag == "h2"
    assert "h1" not in [each.tag for each in first.content]
    assert [each.tag for each in second.content][:2] == ["h2", "h3"]


def test_controls_of_the_site_are_removed(tmp_path: Path) -> None:
    inside = '<i data-online="">a</i><i data-single-omit="">b</i><script>c</script><b title="t" class="k">d</b>'
    assert paragraph(tmp_path, inside) == '<p><b class="k">d</b></p>'


def with_id_of_citation(tmp_path: Path, beside: str) -> str:
    """Return the text of the element with the id of an anchor's citations, given the HTML ``beside`` them."""
    inside = (
        '</p><table class="anchors"><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody>'
        '<tr><td>K1</td><td><a href="#k">Satu</a></td><td>#k</td></tr>'
        '<tr class="citation"><td colspan="4"><div id="kutip-k"><p>Apa</p>'
        '<p class="citation-entry">Badan. (2026). <i>K1: Satu</i>. Wadah. https://x.example/#k</p>'
        f'<p class="citation-entry">Dua.</p>{beside}</div></td></tr></tbody></table><p>'
    )
    [element] = sections(tmp_path, inside)[1].content.xpath(".//*[@id='kutip-k']")
    assert "Dua." not in sections(tmp_path, inside)[1].markup
    return str(element.text_content())


def test_a_paragraph_keeps_its_first_citation_under_the_same_id(tmp_path: Path) -> None:
    citation = with_id_of_citation(tmp_path, '<p data-thesis="">Tesis</p>')
    assert citation == "Badan. (2026). K1: Satu. Wadah. https://x.example/#k"


def test_another_anchor_keeps_only_the_row_with_its_title_and_fragment(tmp_path: Path) -> None:
    assert with_id_of_citation(tmp_path, "") == "K1: Satu#k"


def test_a_link_is_printed_with_its_target_unless_its_text_names_it(tmp_path: Path) -> None:
    [_, section] = sections(
        tmp_path, '<a href="#x">lihat ini</a> <a href="#x">bagian x</a> <dl><dd><a href="#x">k</a></dd></dl>'
    )
    assert section.content.xpath(".//a/@data-target") == ["Bagian X"]


def test_an_image_is_embedded_as_a_data_url(tmp_path: Path) -> None:
    (tmp_path / "a b.svg").write_bytes(b"<svg/>")
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in paragraph(tmp_path, '<img src="../a%20b.svg" alt="">')
