"""Accessibility engines: axe, IBM's Equal Access checker, and HTML_CodeSniffer. Each checks a page in its current state
and returns definite violations only, one message per item; results that need manual review are left out.
"""

import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

Engine = Callable[..., list[str]]
_PACKAGES = Path(sys.prefix) / "node/node_modules"
_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_IBM = (_PACKAGES / "accessibility-checker-engine/ace.js").read_text(encoding="utf-8") + ";window.ace = ace;"
_SNIFFER = (_PACKAGES / "html_codesniffer/build/HTMLCS.js").read_text(encoding="utf-8")
# All rules that axe runs by default (WCAG 2.x A and AA, best practices), and target-size, which is off by default.
_RUN_AXE = """(within) => axe.run(within, {
  resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))"""
_RUN_IBM = """() => new ace.Checker().check(document, ["IBM_Accessibility"]).then(({ results }) =>
  results.filter(({ value: [level, outcome] }) => level === "VIOLATION" && outcome === "FAIL")
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message}: ${snippet.slice(0, 120)}`))"""
_RUN_SNIFFER = """() => new Promise((resolve) => HTMLCS.process("WCAG2AA", document, () => resolve(
  HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, msg, element }) => `${code}: ${msg}: ${(element.outerHTML ?? "").slice(0, 120)}`))))"""


def axe(page: Page, within: str = "html") -> list[str]:
    """Return the violations within the first element that matches the selector ``within``."""
    return _check(page, "axe", _AXE, _RUN_AXE, within)


def ibm(page: Page) -> list[str]:
    """Return the violations of WCAG 2.2 A and AA, and of IBM's own requirements, in the whole page."""
    return _check(page, "ace", _IBM, _RUN_IBM)


def sniffer(page: Page) -> list[str]:
    """Return the errors under WCAG 2.1 A and AA in the whole page."""
    return _check(page, "HTMLCS", _SNIFFER, _RUN_SNIFFER)


ENGINES: Mapping[str, Engine] = {"axe": axe, "ibm": ibm, "sniffer": sniffer}


def _check(page: Page, name: str, source: str, run: str, argument: str | None = None) -> list[str]:
    """Load an engine, unless the page has its global variable ``name``; run it, and return its messages."""
    if not page.evaluate(f"typeof {name} !== 'undefined'"):
        page.evaluate(source)
    messages: list[str] = page.evaluate(run, argument)
    return messages
