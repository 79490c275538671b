"""Command-line interface of the edition: ``python -m edition check`` and the other commands, which ``make`` calls."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from edition import load, report
from edition.cli.check_build import find_build_problems
from edition.cli.move import move
from edition.cli.precompress import HEADERS, compress_files, find_publishing_obstacles
from edition.cli.register_anchors import register_new
from edition.cli.rename import rename
from edition.cli.retire import retire
from edition.cli.schema import write_schemas
from edition.cli.serve import serve
from edition.cli.transaction import Draft, RefusalError
from edition.cli.verify import verify_restatement


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command in the current folder and return its exit code: 0, or 1 if the data have problems or the command is
    refused. ``arguments`` are the command's name and its arguments; the default is those in ``sys.argv``.
    """
    parsed = _parser().parse_args(arguments)
    code: int = parsed.run(Path.cwd(), parsed)
    return code


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line. In its results, ``run`` is the function of the command: it takes the
    project's folder and the parsed arguments, and returns an exit code.
    """
    parser = argparse.ArgumentParser(prog="edition", description="Memeriksa dan merawat data edisi.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    commands.add_parser("check", help="memeriksa data dan halaman").set_defaults(run=lambda root, _: check(root))
    commands.add_parser("schema", help="menulis ulang data/schema/").set_defaults(run=lambda root, _: schema(root))
    commands.add_parser("serve", help="menyajikan situs").set_defaults(run=lambda root, _: serve(root))
    subparser = commands.add_parser("check-build", help="memeriksa situs yang sudah dibangun")
    subparser.add_argument("site", metavar="SITUS", type=Path)
    subparser.set_defaults(run=lambda root, args: check_build(root, args.site))
    subparser = commands.add_parser("publish", help="menyiapkan situs yang sudah dibangun untuk diterbitkan")
    subparser.add_argument("site", metavar="SITUS", type=Path)
    subparser.set_defaults(run=lambda root, args: publish(root, args.site))
    anchors = commands.add_parser("anchors", help="mendaftarkan jangkar baru")
    anchors.set_defaults(run=lambda root, _: run_transaction(root, register_new, must_be_valid=True))
    subparser = commands.add_parser("verify", help="membaca parafrasa di samping naskah asli")
    subparser.add_argument("chapter", metavar="NASKAH")
    subparser.set_defaults(run=lambda root, args: verify(root, args.chapter))
    subparser = commands.add_parser("rename", help="mengganti nama halaman")
    subparser.add_argument("old", metavar="LAMA.md")
    subparser.add_argument("new", metavar="BARU.md")
    subparser.set_defaults(
        run=lambda root, args: run_transaction(root, lambda draft: rename(draft, args.old, args.new))
    )
    subparser = commands.add_parser("retire", help="menonaktifkan jangkar")
    subparser.add_argument("anchor", metavar="JANGKAR")
    subparser.add_argument("--by", required=True, metavar="PENGGANTI")
    subparser.set_defaults(
        run=lambda root, args: run_transaction(root, lambda draft: retire(draft, args.anchor, args.by))
    )
    subparser = commands.add_parser("move", help="memindahkan blok ke halaman lain")
    subparser.add_argument("block", metavar="BLOK")
    subparser.add_argument("page", metavar="HALAMAN.md")
    subparser.set_defaults(
        run=lambda root, args: run_transaction(root, lambda draft: move(draft, args.block, args.page))
    )
    return parser


def check(root: Path) -> int:
    """Check data and pages. Print every problem and return 1; if there are none, print a summary and return 0."""
    build, problems = load(root)
    if problems or build is None:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"Data baik: {len(build.edition.anchors)} jangkar, {len(build.edition.pages)} halaman.")
    return 0


def check_build(root: Path, site: Path) -> int:
    """Check that the hooks took part in building the site in the folder ``site``. Return 1 if they did not, or if the
    data have problems, else 0.
    """
    build, problems = load(root)
    if build is None or problems:
        print(report(problems), file=sys.stderr)
        return 1
    if lines := find_build_problems(build.edition, site):
        message = "situs ini tidak boleh diterbitkan; pembangunnya tidak menjalankan hooks/mkdocs_hooks.py"
        print("\n".join([*lines, f"{len(lines)} masalah: {message}"]), file=sys.stderr)
        return 1
    return 0


def publish(root: Path, site: Path) -> int:
    """Prepare the built site in the folder ``site`` for its host: add compressed files and the file ``_headers``. If
    the site must not be published, write nothing and return 1.
    """
    if lines := find_publishing_obstacles(site):
        print("\n".join(lines), file=sys.stderr)
        return 1
    files = compress_files(site) | {HEADERS: (root / "deploy" / HEADERS).read_bytes()}
    for path, content in files.items():
        (site / path).write_bytes(content)
    print(f"Siap diterbitkan: {site}/, dengan {len(files) - 1} berkas termampatkan.")
    return 0


def verify(root: Path, chapter: str) -> int:
    """Compare the edition's text with ``chapter``, the path of a file with the original text of the chapter. Return 1
    if the edition copies words from it, or if a source paragraph is cited by no record, else 0.
    """
    if not chapter:
        print("sebut berkas naskahnya: make verify CHAPTER=bab.txt", file=sys.stderr)
        return 1
    build, problems = load(root, chapter=chapter)
    if problems or build is None:
        print(report(problems), file=sys.stderr)
        return 1
    table, is_valid = verify_restatement(build, root)
    print(table)
    return 0 if is_valid else 1


def schema(root: Path) -> int:
    """Write the JSON Schemas of the data files again, and print which of them changed."""
    rewritten = write_schemas(root / "data" / "schema")
    print(f"Skema diperbarui: {', '.join(rewritten)}" if rewritten else "Semua skema sudah mutakhir.")
    return 0


def run_transaction(root: Path, command: Callable[[Draft], str], must_be_valid: bool = False) -> int:
    """Run ``command`` and write the changes that it records in a draft; print a message and the changed files. Return
    0, or 1 if the command was refused.

    The command is refused if the data would have problems afterwards. With ``must_be_valid``, it is also refused if the
    data have problems before.
    """
    build, problems = load(root)
    if build is None or (problems and must_be_valid):
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
