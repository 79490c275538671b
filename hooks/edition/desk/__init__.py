"""What editors run without building the site: ``python -m edition check|schema|anchors``."""

import argparse
import sys
from pathlib import Path

from edition import load, report
from edition.desk.register import register_new
from edition.desk.schema import write_schemas


def main() -> int:
    """Run one command in the current folder; 1 where the data have problems."""
    parser = argparse.ArgumentParser(prog="edition", description="Memeriksa dan merawat data edisi.")
    parser.add_argument("command", choices=["check", "schema", "anchors"])
    arguments = parser.parse_args()
    root = Path.cwd()
    return {"check": check, "schema": schema, "anchors": anchors}[arguments.command](root)


def check(root: Path) -> int:
    """Check data and pages; print every problem, or that there is none."""
    edition, problems = load(root)
    if problems or edition is None:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"Data baik: {len(edition.anchors)} jangkar, {len(edition.pages)} halaman.")
    return 0


def schema(root: Path) -> int:
    """Write the JSON Schemas again."""
    changed = write_schemas(root / "data" / "schema")
    print(f"Skema diperbarui: {', '.join(changed)}" if changed else "Semua skema sudah mutakhir.")
    return 0


def anchors(root: Path) -> int:
    """Register the anchors that are new; refuses while anything is wrong, so that no mistake is published."""
    edition, problems = load(root)
    if problems or edition is None:
        print(report(problems), file=sys.stderr)
        return 1
    new = register_new(edition, root / "data" / "anchors.yml")
    print(f"Didaftarkan: {', '.join(new)}" if new else "Semua jangkar sudah terdaftar.")
    return 0
