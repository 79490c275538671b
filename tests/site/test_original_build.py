"""A site with the original in it, which its reader alone may have; and one without, which has none of it."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from conftest import ADDRESSES, EDITION, MINI, ROOT, build, copy_of, own_chapter, own_paragraph, tree
from edition.outputs.offline_zip import ARCHIVE
from edition.outputs.single_file import FILE

WARNING = "Memuat naskah asli, yang haknya ada pada penulisnya: untuk dibaca sendiri, tidak untuk diterbitkan."
PARAGRAPHS = {paragraph.anchor: paragraph.page for paragraph in EDITION.dataset.paragraphs}
COPIES = ("unduh/kota-kembar-dengan-naskah.html", "unduh/kota-kembar-luring-dengan-naskah.zip")


def parsed(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes())


@pytest.mark.parametrize("anchor", PARAGRAPHS)
def test_each_paragraph_has_its_original_closed_sentence_by_sentence(with_original: Path, anchor: str) -> None:
    page = parsed(with_original / EDITION.page_url(PARAGRAPHS[anchor]) / "index.html")
    [original] = page.xpath(f"//section[@id='{anchor}']/details[@id='asli-{anchor}']")
    assert "open" not in original.attrib
    sentences = original.xpath(".//*[@class='sentence']")
    assert [each.get("id") for each in sentences] == [f"asli-{anchor}-k{n}" for n in range(1, 10)]
    for number in original.xpath(".//*[@class='sentence-number']"):
        number.drop_tree()
    said = " ".join(" ".join(each.text_content() for each in sentences).split())
    assert said == own_paragraph(anchor).replace("*", "")
    italics = [(each.text, each.get("lang")) for each in original.iter("i")]
    assert italics == [("sister city", "en"), ("galatica", None)]


def test_notes_point_at_their_sentences(with_original: Path) -> None:
    page = parsed(with_original / "kesimpulan/index.html")
    links = page.xpath("//*[@data-note='catatan-peran-negara']//a[@class='sentence-place']")
    assert [(link.text, link.get("href")) for link in links] == [
        ("VI.1 ¶1 kal. 4", "./#asli-vi-1-p1-k4"),
        ("VI.1 ¶2 kal. 3", "../linimasa/#asli-vi-1-p2-k3"),
        *((f"VI.2 ¶3 kal. {n}", f"../saran/#asli-vi-2-p3-k{n}") for n in (2, 3, 4)),
    ]


def test_every_page_and_copy_says_whose_the_text_is_and_is_not_for_search_engines(with_original: Path) -> None:
    pages = list(with_original.rglob("*.html"))
    assert {path.relative_to(with_original).as_posix() for path in pages} >= {"index.html", "404.html", COPIES[0]}
    for path in pages:
        page = parsed(path)
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], path
        [said] = page.xpath("//*[@class='original-warning']")
        assert WARNING in said.text_content(), path
    assert {path.relative_to(with_original).as_posix() for path in (with_original / "unduh").iterdir()} == {
        *COPIES,
        "unduh/SHA256SUMS",
    }
    sums = (with_original / "unduh/SHA256SUMS").read_text(encoding="utf-8")
    assert [line.split()[1] for line in sums.splitlines()] == [Path(path).name for path in COPIES]
    with zipfile.ZipFile(with_original / COPIES[1]) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"kota-kembar-luring-dengan-naskah"}
        assert WARNING.encode() in archive.read("kota-kembar-luring-dengan-naskah/saran/index.html")


def runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def test_without_the_chapter_no_run_of_eight_words_of_it_is_anywhere(tmp_path: Path, with_original: Path) -> None:
    folder = copy_of(ROOT, tmp_path / "edition")
    chapter = own_chapter(folder)
    assert build(folder, tmp_path / "site", CHAPTER=str(chapter)).returncode == 0  # so that all is in the cache
    result = build(folder, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    wanted = set[tuple[str, ...]]().union(*(runs(own_paragraph(anchor).replace("*", "")) for anchor in PARAGRAPHS))

    def texts(site: Path) -> list[str]:
        files = tree(site)
        for name in [name for name in files if name.endswith(".zip")]:
            with zipfile.ZipFile(site / name) as archive:
                files |= {f"{name}/{each}": archive.read(each) for each in archive.namelist()}
        return [content.decode("utf-8", "replace") for content in files.values()]

    assert not any(wanted & runs(text) for text in texts(tmp_path / "site"))
    assert any(wanted & runs(text) for text in texts(with_original))
    assert not list((tmp_path / "site").rglob("*naskah.[hz]*"))
    assert {ARCHIVE, FILE} <= set(tree(tmp_path / "site"))


WRONG: dict[str, Callable[[str], str]] = {
    "a word changed": lambda text: text.replace("kerikil", "batu"),
    "a heading lost": lambda text: text.replace("VI.2 Saran", ""),
    "another chapter": lambda _: "VI.1 Simpulan\n\nBukan ini.\n",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_chapter_that_is_not_it_leaves_the_site_as_it_was(
    mini: Callable[[], Path], tmp_path: Path, case: str
) -> None:
    folder, site = mini(), tmp_path / "site"
    text = (MINI / "naskah.txt").read_text(encoding="utf-8")
    (folder / "naskah.txt").write_text(WRONG[case](text), encoding="utf-8")
    assert build(folder, site).returncode == 0
    before = tree(site)
    result = build(folder, site, CHAPTER=str(folder / "naskah.txt"))
    assert result.returncode == 0  # the miniature edition takes no variable
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "extra:\n  chapter: naskah.txt\n", encoding="utf-8")
    result = build(folder, site)
    assert result.returncode == 1
    assert "naskah.txt:" in result.stderr
    assert " E061 " in result.stderr
    assert tree(site) == before


@pytest.mark.parametrize(("make", "told"), [(os.mkfifo, "bukan berkas biasa"), (Path.mkdir, "bukan berkas biasa")])
def test_a_build_does_not_wait_for_what_is_no_file(
    mini: Callable[[], Path], make: Callable[[Path], None], told: str
) -> None:
    folder = mini()
    make(folder / "naskah")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "extra:\n  chapter: naskah\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert result.returncode == 1
    assert f"naskah:1:1: E060 naskah bab: {told}" in result.stderr


def test_a_config_of_ones_own_can_name_the_chapter_and_publishing_it_is_refused(
    mini: Callable[[], Path], tmp_path: Path
) -> None:
    folder = mini()
    (folder / "naskah.txt").write_bytes((MINI / "naskah.txt").read_bytes())
    own = folder / "sendiri.yml"
    own.write_text("INHERIT: mkdocs.yml\nextra:\n  chapter: naskah.txt\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs"]
    built = subprocess.run(
        [*command, "build", "-f", own.name, "-d", str(tmp_path / "site")], cwd=folder, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    page = parsed(tmp_path / "site/isi/index.html")
    assert page.xpath("//details/@id") == ["asli-vi-1-p1", "asli-vi-1-p2", "asli-vi-2-p1"]
    assert not page.xpath("//script[contains(text(), 'izin')] | //a[starts-with(@href, 'javascript:')]")
    [original] = page.xpath("//details[@id='asli-vi-2-p1']")
    assert "<script>izin</script> {{ atau }} [surat](javascript:alert(1))" in original.text_content()
    refused = subprocess.run([*command, "gh-deploy", "-f", own.name], cwd=folder, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "naskah asli tidak boleh diterbitkan: terbitkan tanpa CHAPTER" in refused.stderr
    assert not (folder / "site").exists()


def test_the_pages_are_those_of_the_edition(with_original: Path) -> None:
    assert all((with_original / address / "index.html").exists() for address in ADDRESSES)
