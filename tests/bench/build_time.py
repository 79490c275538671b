"""Measure the build time: against a plain MkDocs build of the same pages, and with more records. Run by `make bench`;
not a test, because the figures vary.

Each figure is measured in a separate process, in seconds of processor time.
"""

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from conftest import copy_of  # noqa: E402 (after sys.path)

TIMES = (1, 3, 10, 30)
PAIRS = 9
LISTS = ("actors", "timeline", "obstacles", "recommendations", "glossary", "notes")
REFERENCES = ("after", "before", "actors", "addressees", "answers", "related", "term", "about")
PREFIXES = ("peristiwa", "kendala", "upaya", "saran", "istilah", "catatan")
PARAGRAPHS = "vi-"  # anchors of source paragraphs, which are not multiplied
STAGES = {"start": "start", "config": "read", "files": "data", "pages": "pages", "post_build": "copies"}
_PLAIN = re.compile(r"^(?:hooks|watch):\n(?: .*\n)+|^ +custom_dir:.*\n", re.MULTILINE)


def main() -> None:
    """Print the comparison and the table of stages."""
    with tempfile.TemporaryDirectory() as folder:
        _print_pairs(Path(folder))
        print(f"{'records':>8} {'seconds':>8} {'peak MB':>8}  by stage")
        for times in TIMES:
            _print_row(Path(folder), times)


def _print_pairs(folder: Path) -> None:
    ours, plain = copy_of(ROOT, folder / "ours"), copy_of(ROOT, folder / "plain")
    config = plain / "mkdocs.yml"
    config.write_text(_PLAIN.sub("", config.read_text(encoding="utf-8")), encoding="utf-8")
    times = [(_seconds(ours), _seconds(plain)) for _ in range(PAIRS + 1)][1:]  # the first compiles the templates
    ratios = sorted(edition / plain_build for edition, plain_build in times)
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    print(f"build {medians[0]:.2f} s, plain build {medians[1]:.2f} s; {PAIRS} pairs:", end=" ")
    print(f"{ratios[0]:.2f} to {ratios[-1]:.2f} times as long, median {statistics.median(ratios):.2f}")


def _seconds(folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder / "site")]
    subprocess.run(command, cwd=folder, env=_environment(), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _print_row(folder: Path, times: int) -> None:
    copy = multiply_records(folder / f"times-{times}", times)
    spent = _measured(copy)
    stages = "  ".join(f"{name} {spent[event]:.2f}" for event, name in STAGES.items())
    print(f"{'×' + str(times):>8} {spent['all']:>8.2f} {spent['peak']:>8.0f}  {stages}", flush=True)


def _measured(folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, str(folder)]
    result = subprocess.run(command, cwd=folder, env=_environment(), check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return figures


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def measure(folder: Path) -> None:
    """Build ``folder`` in this process; print the seconds per stage and the peak memory in MB as JSON."""
    start_time = time.process_time()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.plugins import PluginCollection

    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    spent = defaultdict(float, start=time.process_time() - start_time)
    run_event = PluginCollection.run_event

    def timed(self: Any, name: str, *args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return run_event(self, name, *args, **kwargs)
        finally:
            spent[name] += time.process_time() - start

    PluginCollection.run_event = timed  # type: ignore[method-assign]
    build(config)
    total = time.process_time() - start_time
    spent["pages"] = total - sum(spent[event] for event in STAGES)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes per unit of ru_maxrss
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(json.dumps({**{event: spent[event] for event in STAGES}, "all": total, "peak": peak}))


def multiply_records(folder: Path, times: int) -> Path:
    """Return a copy of the edition with every record repeated ``times`` times. Each copy has its own id and labels, and
    refers to the copies with the same number.
    """
    copy_of(ROOT, folder)
    for name in LISTS:
        path = folder / f"data/{name}.yml"
        value = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (all scalars as text)
        lists = value.items() if isinstance(value, dict) else [("", value)]
        multiplied = {key: [_copy(record, n) for n in range(times) for record in records] for key, records in lists}
        _dump(path, multiplied.get("", multiplied))
    path = folder / "data/anchors.yml"
    register = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    of_records = [entry for entry in register if entry["anchor"].startswith(PREFIXES)]
    copies = [{**entry, "anchor": _numbered(entry["anchor"], n)} for n in range(1, times) for entry in of_records]
    _dump(path, register + copies)
    return folder


def _copy(record: dict[str, Any], n: int) -> dict[str, Any]:
    """Return copy number ``n`` of a record; number 0 is the record itself."""
    if not n:
        return record
    copy = {**record, "id": _numbered(record["id"], n)}
    for key in REFERENCES:
        if isinstance(value := record.get(key), list):
            copy[key] = [name if name.startswith(PARAGRAPHS) else _numbered(name, n) for name in value]
        elif isinstance(value, str):
            copy[key] = _numbered(value, n)
    if isinstance(record.get("term"), dict):
        copy["term"] = {language: f"{text} {n}" for language, text in record["term"].items()}
        copy["aliases"] = {
            language: [f"{text} {n}" for text in texts] for language, texts in record.get("aliases", {}).items()
        }
        copy |= {"abbreviation": f"{record['abbreviation']}{n}"} if "abbreviation" in record else {}
    return copy


def _numbered(name: str, n: int) -> str:
    return f"{name}-{n}"


def _dump(path: Path, value: object) -> None:
    path.write_text(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write shared values in full, without YAML aliases."""
        return True


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
