"""Commands about published versions: `release`, `verify`."""

import contextlib
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, MISUSE, MisuseError, RefusedError
from hoctap.cli.late_steps import late_steps
from hoctap.cli.printing import say
from hoctap.system.file_switch import finish
from hoctap.system.lock import only_writer

if TYPE_CHECKING:
    from hoctap.releases.release import Plan


@click.command(short_help="Record the data as a version, with every correction.")
@options.root
@click.option("--version", default="", help="Refused if it promises less than what changed (default: the least).")
@click.option("--summary", default="", help="What is new, in one Vietnamese sentence.")
@options.day("--on", "The day of the release (default: today).")
@click.option("--reason", default="", help="Why, for corrections that --reasons does not explain.")
@click.option(
    "--reasons", type=options.FILE, help="A CSV with a reason for each correction; without it one is printed."
)
@click.option("--check", is_flag=True, help="Only say whether the version now in the descriptors will do.")
def release(
    root: Path, version: str, summary: str, on: date | None, reason: str, reasons: Path | None, check: bool
) -> int:
    """Record the data as a version, with a reason for every published value that was corrected."""
    with contextlib.nullcontext() if check else only_writer(root):
        if not check and finish(root):
            click.echo("hoctap: an earlier release that had ended suddenly was carried through", err=True)
        return _released(root, version, summary, on, reason, reasons, check)


def _released(
    root: Path, version: str, summary: str, on: date | None, reason: str, reasons: Path | None, check: bool
) -> int:
    from hoctap.check import gate
    from hoctap.check.report import as_text
    from hoctap.check.rules import findings_of
    from hoctap.releases import reasons as why
    from hoctap.releases import release as releasing
    from hoctap.system.clock import epoch_of, today_of

    for option, text in (("--summary", summary), ("--reason", reason)):
        if text and (must := why.why_unfit(text)):
            raise MisuseError(f"{option}: {must}")
    with late_steps("Kiểm tra") as steps:
        checked = gate.check(root, find=partial(findings_of, steps=steps))
    if checked.findings:
        click.echo(as_text(checked.findings), nl=False)
        return FOUND
    try:
        if check:
            refusal = releasing.refused(root, checked.catalog)
            say(refusal or f"Phiên bản {checked.catalog.version} hợp lệ.")
            return FOUND if refusal else CLEAN
        given = why.read_reasons(reasons) if reasons else ()
        with late_steps("So với bản trước"):
            plan = releasing.plan(root, checked.catalog, version, why.by_correction(given), reason)
        if reasons:
            why.hold_against(reasons, given, plan.corrections)
        if plan.unexplained or not summary:
            click.echo(why.reasons_form(plan.corrections), nl=False)
            _say_what_is_left(plan, reasons, summary)
            return FOUND if plan.unexplained else MISUSE
        with late_steps("Ghi phiên bản"):
            releasing.release(root, plan, on=on or today_of(root), summary=summary, epoch=epoch_of(root))
    except why.ReleaseError as error:
        raise RefusedError(str(error)) from error
    say(f"Đã ghi phiên bản {plan.version}: {len(plan.corrections)} chỗ đính chính.")
    return CLEAN


def _say_what_is_left(plan: "Plan", reasons: Path | None, summary: str) -> None:
    if reasons and plan.unexplained:
        left, all_of_them = len(plan.unexplained), len(plan.corrections)
        message = f"{reasons}: {left} of {all_of_them} corrections still have no reason; fill in the lines above"
        click.echo(f"hoctap: {message}", err=True)
    else:
        missing = [
            *([] if summary else ["--summary"]),
            *(["--reasons FILE with the lines above filled in"] if plan.unexplained else []),
        ]
        click.echo(f"hoctap: give {', and '.join(missing)}", err=True)


@click.command(short_help="Whether a copy of the published files is whole.")
@click.argument("place", metavar="FOLDER-OR-ADDRESS")
def verify(place: str) -> int:
    """Say which files of a copy, in a folder or at an address, are not what was published."""
    from hoctap.releases import verify as verifying

    try:
        with late_steps("Soát từng tệp") as steps:
            verified = verifying.verify(place, steps)
    except verifying.VerifyError as error:
        raise MisuseError(str(error)) from error
    for fault in verified.faults:
        say(fault)
    for part in verified.not_covered:
        say(f"Không soát: {part}.")
    say(f"{verified.files} tệp, {len(verified.faults)} chỗ sai.")
    return FOUND if verified.faults else CLEAN


COMMANDS = (release, verify)
