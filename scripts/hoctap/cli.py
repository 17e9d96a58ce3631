"""The command line: arguments, progress, exit codes. The only module that prints."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from hoctap.fix import fix
from hoctap.gate import check
from hoctap.report import REPORTS, as_text

CLEAN, FOUND, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when clean, 1 when there are findings, 2 on misuse."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    if not (options.root / "datapackages").is_dir():
        print(f"hoctap: no datapackages/ folder in {options.root}; give the repository with --root", file=sys.stderr)
        return MISUSE
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hoctap", description=__import__("hoctap").__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path(), help="the repository (default: this folder)")
    site = argparse.ArgumentParser(add_help=False)
    site.add_argument("--out", type=Path, default=None, help="the folder of the site (default: ROOT/site)")
    site.add_argument("--today", type=date.fromisoformat, default=None, help="the day the pages speak of")

    add = commands.add_parser("check", parents=[common], help="every problem in one run")
    add.add_argument("--format", choices=sorted(REPORTS), default="text")
    add.set_defaults(command=_check)
    add = commands.add_parser("fix", parents=[common], help="rewrite what needs no judgement")
    add.add_argument("--dry-run", action="store_true", help="show the difference, write nothing")
    add.set_defaults(command=_fix)
    add = commands.add_parser("build", parents=[common, site], help="check, then the site and all downloads")
    add.set_defaults(command=_build)
    add = commands.add_parser("serve", parents=[common, site], help="build, serve, rebuild on change")
    add.add_argument("--port", type=int, default=8000)
    add.set_defaults(command=_serve)
    return parser


def _check(options: argparse.Namespace) -> int:
    findings = check(options.root).findings
    sys.stdout.write(REPORTS[options.format](findings))
    return FOUND if findings else CLEAN


def _fix(options: argparse.Namespace) -> int:
    mended = fix(options.root, write=not options.dry_run)
    for file in mended:
        sys.stdout.write(file.diff)
    print(f"{len(mended)} tệp {'cần sửa' if options.dry_run else 'đã sửa'}.")
    return CLEAN


def _build(options: argparse.Namespace) -> int:
    from hoctap.progress import steps_shown
    from hoctap.site import BuildError, build

    with steps_shown() as tell:
        try:
            outcome = build(options.root, options.out, today=options.today, tell=tell)
        except BuildError as error:
            print(f"hoctap: {error}", file=sys.stderr)
            return FOUND
    if outcome.findings:
        sys.stdout.write(as_text(outcome.findings))
        return FOUND
    print(f"{outcome.pages} trang, {outcome.files} tệp: {outcome.folder}")
    return CLEAN


def _serve(options: argparse.Namespace) -> int:
    from hoctap.serve import serve

    return serve(options.root, options.out, port=options.port, today=options.today, say=print)


if __name__ == "__main__":
    sys.exit(main())
