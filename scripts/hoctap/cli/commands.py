"""The command line: arguments, progress, exit codes. The only module that prints."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hoctap.check.fix import fix
from hoctap.check.gate import check, findings_in
from hoctap.check.report import REPORTS, as_text
from hoctap.load import load

CLEAN, FOUND, MISUSE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when clean, 1 when there are findings, 2 on misuse, 130 when stopped by Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    if "root" in options and not (options.root / "datapackages").is_dir():
        print(f"hoctap: no datapackages/ folder in {options.root}; give the repository with --root", file=sys.stderr)
        return MISUSE
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except KeyboardInterrupt:
        print("hoctap: stopped", file=sys.stderr)
        return STOPPED


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
    add.add_argument("paths", nargs="*", metavar="PATH", help="tell only of these files or folders (default: all)")
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
    _add_ways_in(commands, common)
    return parser


def _add_ways_in(commands: Any, common: argparse.ArgumentParser) -> None:
    add = commands.add_parser("diff", parents=[common], help="what a change does to the published data")
    add.add_argument("base", help="a git revision, or a folder that holds datapackages/")
    add.add_argument("head", nargs="?", default="", help="the same (default: the files as they are)")
    add.add_argument("--format", choices=("json", "markdown", "text"), default="text")
    add.set_defaults(command=_diff)
    add = commands.add_parser("template", parents=[common], help="an Excel form with the last figures of a unit")
    add.add_argument("unit", help="its identifier or name")
    add.add_argument("--out", type=Path, default=None, help="the file to write (default: UNIT.xlsx)")
    add.set_defaults(command=_template)
    add = commands.add_parser("intake", parents=[common], help="a filled form into the data, or a marked copy of it")
    add.add_argument("file", type=Path)
    add.add_argument("--dry-run", action="store_true", help="show the difference, write nothing to the data")
    add.add_argument("--out", type=Path, default=None, help="where a marked copy goes (default: FILE-can-sua.xlsx)")
    add.set_defaults(command=_intake)
    add = commands.add_parser("new", parents=[common], help="a new row, asked for or given by --set")
    add.add_argument("kind", choices=("indicator", "observation", "source", "unit"))
    add.add_argument(
        "--set", action="append", default=[], metavar="COLUMN=TEXT", help="an answer; names and codes both do"
    )
    add.add_argument("--no-input", action="store_true", help="ask nothing; what is not given stays at its default")
    add.add_argument("--dry-run", action="store_true", help="show the difference, write nothing")
    add.set_defaults(command=_new)


def _check(options: argparse.Namespace) -> int:
    try:
        paths = [_inside(options.root, path) for path in options.paths]
    except ValueError as error:
        print(f"hoctap: {error}", file=sys.stderr)
        return MISUSE
    findings = findings_in(check(options.root).findings, paths)
    sys.stdout.write(REPORTS[options.format](findings))
    return FOUND if findings else CLEAN


def _inside(root: Path, given: str) -> str:
    """Return a path as findings name it; ValueError for a path that is not there or not in the repository."""
    for path in (Path(given), root / given):
        if path.exists() and path.resolve().is_relative_to(root.resolve()):
            return path.resolve().relative_to(root.resolve()).as_posix()
    raise ValueError(f"no such file in the repository: {given}")


def _fix(options: argparse.Namespace) -> int:
    mended = fix(options.root, write=not options.dry_run)
    for file in mended:
        sys.stdout.write(file.diff)
    print(f"{len(mended)} tệp {'cần sửa' if options.dry_run else 'đã sửa'}.")
    return CLEAN


def _diff(options: argparse.Namespace) -> int:
    from hoctap.contribute.changes import effect
    from hoctap.contribute.revisions import catalog_at
    from hoctap.contribute.telling import TELLINGS

    try:
        with (
            catalog_at(options.root, options.base) as base,
            catalog_at(options.root, options.head or str(options.root)) as head,
        ):
            sys.stdout.write(TELLINGS[options.format](effect(base, head)))
    except LookupError as error:
        print(f"hoctap: {error.args[0]}", file=sys.stderr)
        return MISUSE
    return CLEAN


def _template(options: argparse.Namespace) -> int:
    from hoctap.contribute.form import choices, code_of
    from hoctap.contribute.scaffold import proposals
    from hoctap.contribute.template import template

    catalog = load(options.root, validate=False).catalog
    offered = choices(catalog, catalog.tables["observations"].resource.field_named("unit_id"), "observations")
    unit_id = code_of(options.unit, offered)
    if unit_id not in catalog.units:
        near = ", ".join(choice.label for choice in proposals(options.unit, offered, 5))
        print(f"hoctap: không có đơn vị {options.unit!r}; gần giống: {near}", file=sys.stderr)
        return MISUSE
    out = options.out or Path(f"{unit_id}.xlsx")
    out.write_bytes(template(catalog, unit_id))
    print(out)
    return CLEAN


def _intake(options: argparse.Namespace) -> int:
    from hoctap.contribute.intake import marked_copy, read_form
    from hoctap.contribute.sandbox import RefusedError

    try:
        outcome = read_form(load(options.root, validate=False).catalog, options.file)
        if outcome.marks:
            out = options.out or options.file.with_name(f"{options.file.stem}-can-sua.xlsx")
            marked_copy(options.file, out, outcome.marks)
    except (RefusedError, OSError) as error:
        print(f"hoctap: {options.file}: {error}", file=sys.stderr)
        return FOUND
    for mark in outcome.marks:
        print(f"{mark.sheet}!{mark.spot}: {mark.must} [{mark.rule}]\n    → {mark.cure}")
    if outcome.marks:
        print(f"{len(outcome.marks)} ô phải sửa; bản đánh dấu: {out}")
        return FOUND
    return _settle(options, outcome.trial.files)


def _settle(options: argparse.Namespace, files: Mapping[str, str]) -> int:
    from hoctap.contribute.placing import difference, written

    sys.stdout.write(difference(options.root, files))
    if not options.dry_run:
        written(options.root, files)
    print(f"{len(files)} tệp {'sẽ đổi' if options.dry_run else 'đã ghi'}.")
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    from hoctap.cli.prompts import ask
    from hoctap.contribute.placing import dry_run
    from hoctap.contribute.scaffold import asked

    given = dict(each.partition("=")[::2] for each in options.set)
    catalog = load(options.root, validate=False).catalog
    try:
        entry = asked(catalog, options.kind, given, (lambda _question: "") if options.no_input else ask)
    except (KeyboardInterrupt, EOFError):
        return MISUSE
    trial = dry_run(catalog, [entry])
    # A new unit or source is used only once its first figure is there.
    findings = [finding for finding, _ in trial.findings if finding.rule != "every-entry-is-used"]
    if findings:
        sys.stdout.write(as_text(findings))
        return FOUND
    return _settle(options, trial.files)


def _build(options: argparse.Namespace) -> int:
    from hoctap.cli.progress import steps_shown
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
    from hoctap.site.serve import serve

    return serve(options.root, options.out, port=options.port, today=options.today, say=print)


def _release(options: argparse.Namespace) -> int:
    from hoctap.releases.release import ReleaseError, plan, read_reasons, reasons_form, refused, release
    from hoctap.system.clock import epoch_of, today_of

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
    from hoctap.releases.verify import VerifyError, verify

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
