"""What editors run, by way of ``make``: ``python -m edition check``, and the other commands."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from edition import load, report
from edition.cli.check_build import broken
from edition.cli.move import move
from edition.cli.precompress import HEADERS, packed, unpublishable
from edition.cli.register_anchors import register_new
from edition.cli.rename import rename
from edition.cli.retire import retire
from edition.cli.schema import write_schemas
from edition.cli.serve import serve
from edition.cli.transaction import Draft, RefusalError
from edition.cli.verify import verify_restatement


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (the process's own, if none is given) in the current folder; 1 where the data have problems, or
    it cannot be carried out.
    """
    parser = argparse.ArgumentParser(prog="edition", description="Memeriksa dan merawat data edisi.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    commands.add_parser("check", help="memeriksa data dan halaman").set_defaults(run=lambda root, _: check(root))
    commands.add_parser("schema", help="menulis ulang data/schema/").set_defaults(run=lambda root, _: schema(root))
    commands.add_parser("serve", help="menyajikan situs").set_defaults(run=lambda root, _: serve(root))
    one = commands.add_parser("check-build", help="memeriksa situs yang sudah dibangun")
    one.add_argument("site", metavar="SITUS", type=Path)
    one.set_defaults(run=lambda root, args: check_build(root, args.site))
    one = commands.add_parser("publish", help="menyiapkan situs yang sudah dibangun untuk diterbitkan")
    one.add_argument("site", metavar="SITUS", type=Path)
    one.set_defaults(run=lambda root, args: publish(root, args.site))
    anchors = commands.add_parser("anchors", help="mendaftarkan jangkar baru")
    anchors.set_defaults(run=lambda root, _: changed(root, register_new, must_be_good=True))
    one = commands.add_parser("verify", help="membaca parafrase di samping naskah asli")
    one.add_argument("chapter", metavar="NASKAH")
    one.set_defaults(run=lambda root, args: verify(root, args.chapter))
    one = commands.add_parser("rename", help="mengganti nama halaman")
    one.add_argument("old", metavar="LAMA.md")
    one.add_argument("new", metavar="BARU.md")
    one.set_defaults(run=lambda root, args: changed(root, lambda draft: rename(draft, args.old, args.new)))
    one = commands.add_parser("retire", help="memensiunkan jangkar")
    one.add_argument("anchor", metavar="JANGKAR")
    one.add_argument("--by", required=True, metavar="PENGGANTI")
    one.set_defaults(run=lambda root, args: changed(root, lambda draft: retire(draft, args.anchor, args.by)))
    one = commands.add_parser("move", help="memindahkan blok ke halaman lain")
    one.add_argument("block", metavar="BLOK")
    one.add_argument("page", metavar="HALAMAN.md")
    one.set_defaults(run=lambda root, args: changed(root, lambda draft: move(draft, args.block, args.page)))
    parsed = parser.parse_args(arguments)
    code: int = parsed.run(Path.cwd(), parsed)
    return code


def check(root: Path) -> int:
    """Check data and pages; print every problem, or that there is none."""
    build, problems = load(root)
    if problems or build is None:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"Data baik: {len(build.edition.anchors)} jangkar, {len(build.edition.pages)} halaman.")
    return 0


def check_build(root: Path, site: Path) -> int:
    """Look into a built site; 1 where a builder left it unfinished."""
    build, problems = load(root)
    if build is None or problems:
        print(report(problems), file=sys.stderr)
        return 1
    if lines := broken(build.edition, site):
        message = "situs ini tidak boleh diterbitkan; pembangunnya tidak menjalankan hooks/mkdocs_hooks.py"
        print("\n".join([*lines, f"{len(lines)} masalah: {message}"]), file=sys.stderr)
        return 1
    return 0


def publish(root: Path, site: Path) -> int:
    """Pack a built site for the host that is to serve it; 1, and nothing is written, where it is none to publish."""
    if lines := unpublishable(site):
        print("\n".join(lines), file=sys.stderr)
        return 1
    files = packed(site) | {HEADERS: (root / "deploy" / HEADERS).read_bytes()}
    for path, content in files.items():
        (site / path).write_bytes(content)
    print(f"Siap diterbitkan: {site}/, dengan {len(files) - 1} berkas termampatkan.")
    return 0


def verify(root: Path, chapter: str) -> int:
    """Read the restatement against the original; 1 where words were taken over, or a paragraph is not used."""
    if not chapter:
        print("sebut berkas naskahnya: make verify CHAPTER=bab.txt", file=sys.stderr)
        return 1
    build, problems = load(root, chapter=chapter)
    if problems or build is None:
        print(report(problems), file=sys.stderr)
        return 1
    table, is_good = verify_restatement(build, root)
    print(table)
    return 0 if is_good else 1


def schema(root: Path) -> int:
    """Write the JSON Schemas again."""
    changed = write_schemas(root / "data" / "schema")
    print(f"Skema diperbarui: {', '.join(changed)}" if changed else "Semua skema sudah mutakhir.")
    return 0


def changed(root: Path, command: Callable[[Draft], str], must_be_good: bool = False) -> int:
    """Carry out a command that changes files, and say what it changed; nothing is touched if anything would be wrong
    afterwards. ``must_be_good``: nor if anything is now, so that no mistake is published.
    """
    build, problems = load(root)
    if build is None or (problems and must_be_good):
        print(report(problems), file=sys.stderr)
        return 1
    draft = Draft(root, build.edition)
    try:
        message, files = command(draft), draft.apply()
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print("\n".join([message, *(f"  diubah: {file}" for file in files)]))
    return 0
