"""A build with the original, which only its reader may use, and a build without it, which contains none of its text."""

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


def parse_page(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes())


@pytest.mark.parametrize("anchor", PARAGRAPHS)
def test_each_paragraph_has_its_original_closed_with_numbered_sentences(with_original: Path, anchor: str) -> None:
    page = parse_page(with_original / EDITION.page_url(PARAGRAPHS[anchor]) / "index.html")
    [original] = page.xpath(f"//section[@id='{anchor}']/details[@id='asli-{anchor}']")
    assert "open" not in original.attrib
    sentences = original.xpath(".//*[@class='sentence']")
    assert [each.get("id") for each in sentences] == [f"asli-{anchor}-k{n}" for n in range(1, 10)]
    for number in original.xpath(".//*[@class='sentence-number']"):
        number.drop_tree()
    text = " ".join(" ".join(each.text_content() for each in sentences).split())
    assert text == own_paragraph(anchor).replace("*", "")
    italics = [(each.text, each.get("lang")) for each in original.iter("i")]
    assert italics == [("sister city", "en"), ("galatica", None)]


def test_notes_link_to_their_sentences(with_original: Path) -> None:
    page = parse_page(with_original / "saran/index.html")
    links = page.xpath("//*[@data-note='catatan-peran-negara']//a[@class='sentence-place']")
    assert [(link.text, link.get("href")) for link in links] == [
        ("VI.1 ¶1 kal. 4", "../kesimpulan/#asli-vi-1-p1-k4"),
        ("VI.1 ¶2 kal. 3", "../linimasa/#asli-vi-1-p2-k3"),
        *((f"VI.2 ¶3 kal. {n}", f"./#asli-vi-2-p3-k{n}") for n in (2, 3, 4, 5)),
    ]


def test_every_page_and_copy_has_the_rights_warning_and_noindex(with_original: Path) -> None:
    pages = list(with_original.rglob("*.html"))
    assert {path.relative_to(with_original).as_posix() for path in pages} >= {"index.html", "404.html", COPIES[0]}
    for path in pages:
        page = parse_page(path)
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], path
        [warning] = page.xpath("//*[@class='original-warning']")
        assert WARNING in warning.text_content(), path
    assert {path.relative_to(with_original).as_posix() for path in (with_original / "unduh").iterdir()} == {
        *COPIES,
        "unduh/SHA256SUMS",
    }
    sums = (with_original / "unduh/SHA256SUMS").read_text(encoding="utf-8")
    assert [line.split()[1] for line in sums.splitlines()] == [Path(path).name for path in COPIES]
    with zipfile.ZipFile(with_original / COPIES[1]) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"kota-kembar-luring-dengan-naskah"}
        assert WARNING.encode() in archive.read("kota-kembar-luring-dengan-naskah/saran/index.html")


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def test_a_build_without_the_chapter_has_no_eight_consecutive_words_of_it(tmp_path: Path, with_original: Path) -> None:
    folder = copy_of(ROOT, tmp_path / "edition")
    chapter = own_chapter(folder)
    assert build(folder, tmp_path / "site", CHAPTER=str(chapter)).returncode == 0  # to fill any cache
    result = build(folder, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    chapter_runs = set[tuple[str, ...]]().union(
        *(word_runs(own_paragraph(anchor).replace("*", "")) for anchor in PARAGRAPHS)
    )

    def read_texts(site: Path) -> list[str]:
        files = tree(site)
        for name in [name for name in files if name.endswith(".zip")]:
            with zipfile.ZipFile(site / name) as archive:
                files |= {f"{name}/{each}": archive.read(each) for each in archive.namelist()}
        return [content.decode("utf-8", "replace") for content in files.values()]

    assert not any(chapter_runs & word_runs(text) for text in read_texts(tmp_path / "site"))
    assert any(chapter_runs & word_runs(text) for text in read_texts(with_original))
    assert not list((tmp_path / "site").rglob("*naskah.[hz]*"))
    assert {ARCHIVE, FILE} <= set(tree(tmp_path / "site"))


MISMATCHES: dict[str, Callable[[str], str]] = {
    "a word changed": lambda text: text.replace("kerikil", "batu"),
    "a heading lost": lambda text: text.replace("VI.2 Saran", ""),
    "another chapter": lambda _: "VI.1 Simpulan\n\nBukan ini.\n",
}


@pytest.mark.parametrize("case", MISMATCHES)
def test_a_chapter_that_does_not_match_leaves_the_site_unchanged(
    mini: Callable[[], Path], tmp_path: Path, case: str
) -> None:
    folder, site = mini(), tmp_path / "site"
    text = (MINI / "naskah.txt").read_text(encoding="utf-8")
    (folder / "naskah.txt").write_text(MISMATCHES[case](text), encoding="utf-8")
    assert build(folder, site).returncode == 0
    before = tree(site)
    result = build(folder, site, CHAPTER=str(folder / "naskah.txt"))
    assert result.returncode == 0  # the miniature edition ignores the environment variable CHAPTER
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "extra:\n  chapter: naskah.txt\n", encoding="utf-8")
    result = build(folder, site)
    assert result.returncode == 1
    assert "naskah.txt:" in result.stderr
    assert " E061 " in result.stderr
    assert tree(site) == before


@pytest.mark.parametrize(("make", "message"), [(os.mkfifo, "bukan berkas biasa"), (Path.mkdir, "bukan berkas biasa")])
def test_a_build_does_not_hang_on_a_pipe_or_folder(
    mini: Callable[[], Path], make: Callable[[Path], None], message: str
) -> None:
    folder = mini()
    make(folder / "naskah")
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "extra:\n  chapter: naskah\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert result.returncode == 1
    assert f"naskah:1:1: E060 naskah bab: {message}" in result.stderr


def test_an_inheriting_config_can_name_the_chapter_but_cannot_be_published(
    mini: Callable[[], Path], tmp_path: Path
) -> None:
    folder = mini()
    (folder / "naskah.txt").write_bytes((MINI / "naskah.txt").read_bytes())
    config = folder / "sendiri.yml"
    config.write_text("INHERIT: mkdocs.yml\nextra:\n  chapter: naskah.txt\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs"]
    build_result = subprocess.run(
        [*command, "build", "-f", config.name, "-d", str(tmp_path / "site")], cwd=folder, capture_output=True, text=True
    )
    assert build_result.returncode == 0, build_result.stderr
    page = parse_page(tmp_path / "site/isi/index.html")
    assert page.xpath("//details/@id") == ["asli-vi-1-p1", "asli-vi-1-p2", "asli-vi-2-p1"]
    assert not page.xpath("//script[contains(text(), 'izin')] | //a[starts-with(@href, 'javascript:')]")
    [original] = page.xpath("//details[@id='asli-vi-2-p1']")
    assert "<script>izin</script> {{ atau }} [surat](javascript:alert(1))" in original.text_content()
    refusal = subprocess.run([*command, "gh-deploy", "-f", config.name], cwd=folder, capture_output=True, text=True)
    assert refusal.returncode == 1
    assert "naskah asli tidak boleh diterbitkan: terbitkan tanpa CHAPTER" in refusal.stderr
    assert not (folder / "site").exists()


def test_a_build_with_the_original_has_all_pages_of_the_edition(with_original: Path) -> None:
    assert all((with_original / address / "index.html").exists() for address in ADDRESSES)
