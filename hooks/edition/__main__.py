"""``python -m edition check|schema|anchors|fingerprint``: what editors do without building the site."""

import argparse
import sys
from pathlib import Path

from edition import load, report
from edition.data.schema import write_schemas


def main() -> int:
    """Run one command in the current folder; 1 where the data have problems."""
    parser = argparse.ArgumentParser(prog="edition", description="Memeriksa dan merawat data edisi.")
    parser.add_argument("command", choices=["check", "schema"])
    arguments = parser.parse_args()
    root = Path.cwd()
    return {"check": check, "schema": schema}[arguments.command](root)


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


if __name__ == "__main__":
    sys.exit(main())
