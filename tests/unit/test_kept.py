"""What is kept between builds is what would be made: whole, of the same, or made anew."""

from pathlib import Path

import pytest

import edition
from conftest import MINI, copy_of
from edition.data import build_cache
from edition.data.build_cache import Keeper
from edition.model.edition import Edition


class Maker:
    """Counts how often it was asked."""

    def __init__(self, result: object) -> None:
        self.result = result
        self.asked = 0

    def __call__(self) -> object:
        self.asked += 1
        return self.result


def test_a_result_is_made_once(tmp_path: Path) -> None:
    make = Maker({"a": ("¶", b"\x00")})
    assert [Keeper(tmp_path, "x").of("one", make, "of", ("this",)) for _ in range(3)] == [make.result] * 3
    assert make.asked == 1
    assert [path.name for path in tmp_path.iterdir()] == ["one.pickle"]


@pytest.mark.parametrize(
    ("keeper", "name", "made_of"), [("y", "one", "this"), ("x", "two", "this"), ("x", "one", "that")]
)
def test_what_is_made_of_anything_else_is_made_anew(tmp_path: Path, keeper: str, name: str, made_of: str) -> None:
    Keeper(tmp_path, "x").of("one", lambda: "old", "this")
    assert Keeper(tmp_path, keeper).of(name, lambda: "new", made_of) == "new"


def test_a_change_of_our_code_makes_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "code"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "module.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(build_cache, "_CODE", folder)

    def answer(text: str) -> str:
        build_cache._code.cache_clear()
        return Keeper(tmp_path, "x").of("one", lambda: text)

    try:
        assert answer("first") == "first"
        (folder / "__pycache__/module.pyc").write_bytes(b"compiled")
        assert answer("second") == "first"
        (folder / "module.py").write_text("2", encoding="utf-8")
        assert answer("third") == "third"
        monkeypatch.syspath_prepend(str(tmp_path))
        (tmp_path / "icalendar-99.0.dist-info").mkdir()
        assert answer("fourth") == "fourth"
    finally:
        build_cache._code.cache_clear()


@pytest.mark.parametrize(
    "spoil", [lambda _: b"", lambda _: b"\xff\n", lambda all_: all_[:-1], lambda all_: all_ + b"x"]
)
def test_what_is_not_whole_is_made_anew(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    Keeper(tmp_path).of("one", lambda: "old")
    path = tmp_path / "one.pickle"
    path.write_bytes(spoil(path.read_bytes()))
    assert Keeper(tmp_path).of("one", lambda: "new") == "new"
    assert Keeper(tmp_path).of("one", lambda: "newer") == "new"


def test_none_is_not_kept_nor_is_what_fails(tmp_path: Path) -> None:
    assert Keeper(tmp_path).of("one", lambda: None) is None
    with pytest.raises(ZeroDivisionError):
        Keeper(tmp_path).of("one", lambda: 1 / 0)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_all_is_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert Keeper(tmp_path / "file").of("one", lambda: "made") == "made"
    assert Keeper().of("one", lambda: "made") == "made"


def test_an_edition_is_read_once_and_again_after_an_edit(tmp_path: Path) -> None:
    folder, completed = copy_of(MINI, tmp_path / "mini"), []

    def complete(built: Edition) -> Edition:
        completed.append(built)
        return built

    def read() -> str:
        built, _ = edition.load_once(folder, folder / "docs", "", complete, "syntax")
        assert built
        return built.page_title("index.md")

    title = read()
    assert (read(), len(completed)) == (title, 1)
    page = folder / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace(title, "Judul lain"), encoding="utf-8")
    assert (read(), len(completed)) == ("Judul lain", 2)


def test_an_edition_that_is_saved_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    folder = copy_of(MINI, tmp_path / "mini")
    page = folder / "docs/index.md"
    old = page.read_text(encoding="utf-8")

    def saving(built: Edition) -> Edition:
        page.write_text(old + "\nBaru.\n", encoding="utf-8")
        return built

    built, problems = edition.load_once(folder, folder / "docs", "", saving, "syntax")
    assert built
    assert not problems
    assert built.pages[[each.name for each in built.pages].index("index.md")].text.endswith("Baru.\n")
    page.write_text(old, encoding="utf-8")
    again, _ = edition.load_once(folder, folder / "docs", "", lambda one: one, "syntax")
    assert again
    assert not any(each.text.endswith("Baru.\n") for each in again.pages)


def test_problems_are_not_kept(tmp_path: Path) -> None:
    folder = copy_of(MINI, tmp_path / "mini")
    path = folder / "data/timeline.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "- 1\n", encoding="utf-8")
    for _ in range(2):
        assert edition.load_once(folder, folder / "docs", "", lambda one: one)[1]
    path.write_text(good, encoding="utf-8")
    built, problems = edition.load_once(folder, folder / "docs", "", lambda one: one)
    assert built
    assert not problems
