"""Making scripts small changes nothing that they say."""

from edition.page.bundles import small_script


def test_comments_go_and_texts_stay() -> None:
    small = small_script("{ /* for us */ window.f = (x) => `a  b${x} c`; // and this\n }")
    assert "`a  b${e} c`" in small
    assert "for us" not in small
    assert "and this" not in small


def test_a_template_within_a_template_keeps_its_spaces() -> None:
    assert "` ${" in small_script("{ window.f = (x) => `a${x ? ` ${x} ` : ''}`; }")


def test_what_scripts_share_keeps_its_name() -> None:
    small = small_script("{ const f = (argument) => argument + 1; window.shared = { named: f }; }\nvar data = 1;")
    assert "window.shared=" in small
    assert "named:" in small
    assert "data=1" in small
    assert "argument" not in small
