"""Tests that the browser draws text on a machine without fonts."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.chromium import FACES, draws_text, ensure, start, with_faces


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without fonts")
@pytest.mark.parametrize(("faces", "is_drawn"), [("", False), (str(FACES), True)])
def test_text_is_drawn_with_faces_brought_and_not_without_any(
    browser: Browser, tmp_path: Path, faces: str, is_drawn: bool
) -> None:
    folder = Path(faces) if faces else tmp_path / "none"
    started = start(browser.browser_type, ensure(), with_faces(folder, tmp_path))
    assert draws_text(started) == is_drawn
    started.close()
