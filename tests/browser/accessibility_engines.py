"""Judges of accessibility that are not ours: axe, IBM's Equal Access checker, and HTML_CodeSniffer. Each takes a page
as it is shown now, and says what it is certain about, a line each; what only a person can tell is left to people.
"""

import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

Judge = Callable[..., list[str]]
_PACKAGES = Path(sys.prefix) / "node/node_modules"
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_IBM = (_PACKAGES / "accessibility-checker-engine/ace.js").read_text(encoding="utf-8") + ";window.ace = ace;"
_SNIFFER = (_PACKAGES / "html_codesniffer/build/HTMLCS.js").read_text(encoding="utf-8")
# Every rule that axe runs by itself (WCAG 2.x A and AA, best practices), and the size of targets, which it does not.
_RUN_AXE = """(within) => axe.run(within, {
  resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
_RUN_IBM = """() => new ace.Checker().check(document, ["IBM_Accessibility"]).then(({ results }) =>
  results.filter(({ value: [level, outcome] }) => level === "VIOLATION" && outcome === "FAIL")
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet.slice(0, 120)}`))"""
_RUN_SNIFFER = """() => new Promise((told) => HTMLCS.process("WCAG2AA", document, () => told(
  HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, msg, element }) => `${code}: ${msg}: ${(element.outerHTML ?? "").slice(0, 120)}`))))"""


def axe(page: Page, within: str = "html") -> list[str]:
    """Violations within the first element that a selector finds."""
    return _asked(page, "axe", _AXE, _RUN_AXE, within)


def ibm(page: Page) -> list[str]:
    """Violations anywhere, of WCAG 2.2 A and AA and of IBM's own requirements."""
    return _asked(page, "ace", _IBM, _RUN_IBM)


def sniffer(page: Page) -> list[str]:
    """Errors anywhere, of WCAG 2.1 A and AA."""
    return _asked(page, "HTMLCS", _SNIFFER, _RUN_SNIFFER)


JUDGES: Mapping[str, Judge] = {"axe": axe, "ibm": ibm, "sniffer": sniffer}


def _asked(page: Page, name: str, source: str, run: str, argument: str | None = None) -> list[str]:
    if not page.evaluate(f"typeof {name} !== 'undefined'"):
        page.evaluate(source)
    found: list[str] = page.evaluate(run, argument)
    return found
