"""Pages become parts of one document: what they link to inside it, and what is left out."""

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
    [found] = sections(folder, inside, published)[1].content.xpath("./p")
    return str(html.tostring(found, encoding="unicode"))


def test_pages_come_in_the_order_asked_for_with_what_the_contents_list(tmp_path: Path) -> None:
    first, second = sections(tmp_path)
    assert (first.anchor, first.title, first.entries) == ("awal", "Awal", (("satu", "Satu"),))
    assert (second.anchor, second.title, second.entries) == ("b", "Halaman B", (("x", "Bagian X"),))


def test_links_between_pages_lead_inside(tmp_path: Path) -> None:
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
def test_a_link_leads_where_it_led(tmp_path: Path, href: str, expected: str) -> None:
    assert sections(tmp_path, f'<a href="{href}">ke sana</a>')[1].content.xpath(".//a/@href") == [expected]


def test_what_is_not_in_the_document_is_linked_on_the_site_or_not_at_all(tmp_path: Path) -> None:
    link = '<a href="../data/x.json">data</a>'
    assert paragraph(tmp_path, link) == "<p>data</p>"
    assert 'href="https://contoh.example/e/data/x.json"' in paragraph(tmp_path, link, "https://contoh.example/e/")


def test_headings_go_down_a_level_but_for_the_first_page_whose_own_is_the_document_s(tmp_path: Path) -> None:
    first, second = sections(tmp_path)
    assert next(iter(first.content)).tag == "h2"
    assert "h1" not in [each.tag for each in first.content]
    assert [each.tag for each in second.content][:2] == ["h2", "h3"]


def test_controls_of_the_site_are_left_out(tmp_path: Path) -> None:
    inside = '<i data-online="">a</i><i data-single-omit="">b</i><script>c</script><b title="t" class="k">d</b>'
    assert paragraph(tmp_path, inside) == '<p><b class="k">d</b></p>'


def cited_once(tmp_path: Path, beside: str) -> str:
    """What is left of all citations of an anchor, with a note beside them."""
    inside = (
        '</p><details class="citation"><summary>K1</summary><div id="kutip-k"><p>Apa</p>'
        '<p class="citation-entry">Badan. (2026). <i>Satu</i>. Wadah. https://x.example/#k</p>'
        f'<p class="citation-entry">Dua.</p>{beside}</div></details><p>'
    )
    [entry] = sections(tmp_path, inside)[1].content.xpath(".//*[@id='kutip-k']")
    assert entry.tag == "p"
    assert "Dua." not in sections(tmp_path, inside)[1].markup
    return str(entry.text_content())


def test_of_all_citations_of_a_paragraph_the_first_stays_under_their_id(tmp_path: Path) -> None:
    assert cited_once(tmp_path, '<p data-thesis="">Tesis</p>') == "Badan. (2026). Satu. Wadah. https://x.example/#k"


def test_of_all_citations_of_another_anchor_its_title_stays(tmp_path: Path) -> None:
    assert cited_once(tmp_path, "") == "Satu #k"


def test_a_link_says_on_paper_where_it_leads_unless_its_text_does(tmp_path: Path) -> None:
    said = sections(
        tmp_path, '<a href="#x">lihat ini</a> <a href="#x">bagian x</a> <dl><dd><a href="#x">k</a></dd></dl>'
    )
    assert said[1].content.xpath(".//a/@data-target") == ["Bagian X"]


def test_a_picture_is_put_inside(tmp_path: Path) -> None:
    (tmp_path / "a b.svg").write_bytes(b"<svg/>")
    assert 'src="data:image/svg+xml;base64,PHN2Zy8+"' in paragraph(tmp_path, '<img src="../a%20b.svg" alt="">')
