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
    if "root" in options and not (options.root / "datapackages").is_dir():
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
    add = commands.add_parser("release", parents=[common], help="record the data as a version, with every correction")
    add.add_argument("--version", default="", help="refused if it promises less than what changed (default: the least)")
    add.add_argument("--summary", default="", help="what is new, in one Vietnamese sentence")
    add.add_argument("--on", type=date.fromisoformat, default=None, help="the day of the release (default: today)")
    add.add_argument("--reason", default="", help="why, for corrections that --reasons does not explain")
    add.add_argument("--reasons", type=Path, help="a CSV with a reason for each correction; without it one is printed")
    add.add_argument("--check", action="store_true", help="only say whether the version now in the descriptors will do")
    add.set_defaults(command=_release)
    add = commands.add_parser("verify", help="whether a copy of the published files is whole")
    add.add_argument("place", metavar="FOLDER-OR-ADDRESS")
    add.set_defaults(command=_verify)
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


def _release(options: argparse.Namespace) -> int:
    from hoctap.clock import epoch_of, today_of
    from hoctap.release import ReleaseError, plan, read_reasons, reasons_form, refused, release

    checked = check(options.root)
    if checked.findings:
        sys.stdout.write(as_text(checked.findings))
        return FOUND
    try:
        if options.check:
            why = refused(options.root, checked.catalog)
            print(why or f"Phiên bản {checked.catalog.version} hợp lệ.")
            return FOUND if why else CLEAN
        reasons = read_reasons(options.reasons) if options.reasons else None
        made = plan(options.root, checked.catalog, options.version, reasons, options.reason)
        if made.unexplained or not options.summary:
            sys.stdout.write(reasons_form(made.corrections))
            print("hoctap: give --summary, and --reasons FILE with the lines above filled in", file=sys.stderr)
            return MISUSE if not made.unexplained else FOUND
        on = options.on or today_of(options.root)
        release(options.root, made, on=on, summary=options.summary, epoch=epoch_of(options.root))
    except ReleaseError as error:
        print(f"hoctap: {error}", file=sys.stderr)
        return FOUND
    print(f"Đã ghi phiên bản {made.version}: {len(made.corrections)} chỗ đính chính.")
    return CLEAN


def _verify(options: argparse.Namespace) -> int:
    from hoctap.verify import VerifyError, verify

    try:
        verified = verify(options.place)
    except VerifyError as error:
        print(f"hoctap: {error}", file=sys.stderr)
        return MISUSE
    for fault in verified.faults:
        print(fault)
    print(f"{verified.files} tệp, {len(verified.faults)} chỗ sai.")
    return FOUND if verified.faults else CLEAN


if __name__ == "__main__":
    sys.exit(main())
