"""The bundler joins ES modules into one classic script, or reports every problem with file, line and column."""

import pytest

from edition.rendering.js_bundler import ScriptError, bundle, modules_of

WORDS = "export const fold = (word) => word;\n"


def report(**sources: str) -> list[str]:
    """Bundle modules (named without ``.js``, starting at ``entry``) and return the problems it reports."""
    with pytest.raises(ScriptError) as caught:
        bundle("entry.js", {f"{name}.js": text for name, text in sources.items()})
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
    return [str(problem).removeprefix("docs/assets/js/") for problem in caught.value.problems]


def test_each_module_runs_once_after_the_modules_it_imports() -> None:
    sources = {
        "entry.js": 'import "./a/first.js";\nimport { second } from "./a/second.js";\nrun(second);\n',
        "a/first.js": 'import { shared } from "../common.js";\nrun(shared);\n',
        "a/second.js": 'import { shared } from "../common.js";\n\nexport const second = shared + 1;\n',
        "common.js": "export const shared = 1;\n",
        "unused.js": "never();\n",
    }
    assert modules_of("entry.js", sources) == ("common.js", "a/first.js", "a/second.js", "entry.js")
    assert bundle("entry.js", sources) == (
        "(() => {\nconst shared = 1;\nrun(shared);\nconst second = shared + 1;\nrun(second);\n})();\n"
    )


def test_the_exports_of_an_entry_are_in_a_global_variable() -> None:
    text = "export class B {}\nexport function a() {}\nconst hidden = 1;\nexport const { c, d: [e], ...f } = g;\n"
    code = text.replace("export ", "").strip()
    assert bundle("entry.js", {"entry.js": text}, "engine") == (
        f"var engine = (() => {{\n{code}\nreturn {{ B, a, c, e, f }};\n}})();\n"
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('import { fold } from "./word.js";\n', '1:22: E070 modul "word.js" tidak ada; mungkin maksudnya "words.js"'),
        (
            '/* ö */ import { fold, folds } from "./words.js";\n',
            '1:24: E070 "folds" tidak diekspor oleh words.js; mungkin maksudnya "fold"',
        ),
        (
            'import { fold } from "./words.js";\nlet [{ a, b: fold }] = c;\n',
            '2:14: E070 nama "fold" sudah dideklarasikan di docs/assets/js/words.js:1:14; pilih nama lain',
        ),
        (
            'import "./words.js";\nvar fold = 1;\n',
            '2:5: E070 nama "fold" sudah dideklarasikan di docs/assets/js/words.js:1:14; pilih nama lain',
        ),
        (
            'import "./words.js";\nfunction* fold() {}\n',
            '2:11: E070 nama "fold" sudah dideklarasikan di docs/assets/js/words.js:1:14; pilih nama lain',
        ),
    ],
)
def test_a_mistake_is_reported_at_its_line_and_column(entry: str, expected: str) -> None:
    assert report(entry=entry, words=WORDS) == [f"entry.js:{expected}"]


@pytest.mark.parametrize(
    "text",
    ['import * as all from "./words.js";', 'import all from "./words.js";', 'import { fold as f } from "./words.js";',
     "export default 1;", 'export { fold } from "./words.js";', "const a = 1;\nexport { a };"],
)  # fmt: skip
def test_other_forms_of_import_and_export_are_refused(text: str) -> None:
    [problem] = report(entry=text, words=WORDS)
    assert "ini tidak dipakai; tulis 'import { nama }" in problem


def test_a_cycle_is_reported_with_its_members() -> None:
    cycle = {"a": 'import "./b.js";', "b": 'import "./c.js";', "c": 'import "./a.js";'}
    assert report(entry='import "./a.js";', **cycle) == [
        "c.js:1:8: E070 impor melingkar: a.js → b.js → c.js → a.js; hapus salah satunya"
    ]
    assert len(report(entry='import "./entry.js";')) == 1


def test_a_syntax_error_is_reported_with_its_line() -> None:
    [problem] = report(entry="const a = 1;\nconst b = (2;\n")
    assert problem.startswith("entry.js:2:")
    assert "bukan JavaScript yang sah" in problem
