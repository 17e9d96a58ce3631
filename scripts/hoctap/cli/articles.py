"""The command `read`: figures that an article states, as proposals for a person."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, RefusedError
from hoctap.cli.late_steps import late_steps
from hoctap.cli.printing import say
from hoctap.cli.writing import catalog_of, need_source, writing

if TYPE_CHECKING:
    from hoctap.contribute.articles.proposal import Proposal
    from hoctap.model.catalog import Catalog

_MOST_BYTES = 5_000_000
# What reads `--format csv` has one code for «gần» and «dưới»; the words of the article stand beside it.
_AGREED = {"nearly": "under"}
_PRINTED = ("unit_id", "indicator_id", "period", "period_kind", "value", "qualifier", "breakdown")
_SURE = {"high": "chắc", "medium": "khá chắc", "low": "chưa chắc"}


@click.command(short_help="Figures that an article states, as proposals.")
@options.root
@options.dry_run
@click.option("--format", "layout", type=click.Choice(("text", "csv")), default="text", show_default=True)
@click.option("--source", default="", help="The source that the article is, for --accept and --form.")
@click.option("--accept", default="", metavar="1,3-5|all", help="Write these proposals into the data.")
@click.option("--form", "sheet", type=options.FILE, help="Write the proposals as a sheet to correct, for intake.")
@click.argument("file", metavar="FILE|-")
def read(root: Path, dry_run: bool, layout: str, source: str, accept: str, sheet: Path | None, file: str) -> int:
    """Read FILE, an article as text, as a document or as a page that a browser saved, and propose the figures in it.

    Nothing is written but what --accept names. With --format csv the qualifier of «gần» is `under`, as of «dưới»: what
    compares that table with others knows no code of its own for it. Data, --accept and --form have `nearly`.
    """
    lines = _lines(file)
    with writing(root, dry_run=dry_run or not accept):
        return _read(root, lines, layout, source, accept, sheet, dry=dry_run)


def _read(
    root: Path, lines: Sequence[str], layout: str, source: str, accept: str, sheet: Path | None, *, dry: bool
) -> int:
    from hoctap.cli.tables import as_csv
    from hoctap.contribute.articles.chosen import as_form
    from hoctap.contribute.articles.proposal import COLUMNS
    from hoctap.contribute.articles.proposals import proposals

    catalog = catalog_of(root)
    if source or accept:
        source = need_source(catalog, source)
    with late_steps("Đọc bài"):
        found = proposals(catalog, lines)
    if layout == "csv":
        agreed = [replace(each, qualifier=_AGREED.get(each.qualifier, each.qualifier)) for each in found]
        click.echo(as_csv([COLUMNS, *(tuple(getattr(each, name) for name in COLUMNS) for each in agreed)]), nl=False)
    else:
        _print_proposals(catalog, found)
    if sheet:
        sheet.write_bytes(as_form(catalog, found, source))
        say(f"{sheet}: các số liệu đề xuất, để sửa rồi đưa vào bằng hoctap intake", err=True)
    return _accepted(catalog, found, source, accept, dry=dry) if accept else CLEAN


def _lines(file: str) -> tuple[str, ...]:
    from hoctap.contribute import sandbox

    try:
        with _as_file(file) as path:
            sandbox.refuse_unless_file(path, _MOST_BYTES)
            return sandbox.read_article(path)
    except (sandbox.RefusedError, OSError) as error:
        raise RefusedError(f"{file}: {error}") from error


@contextmanager
def _as_file(file: str) -> Iterator[Path]:
    """Give the file to read; what comes on standard input is kept in one for as long as that takes."""
    if file != "-":
        yield Path(file)
        return
    with tempfile.TemporaryDirectory(prefix="hoctap-") as folder:
        path = Path(folder) / "bai"
        # A program may be started without a standard input.
        path.write_bytes(sys.stdin.buffer.read(_MOST_BYTES + 1) if sys.stdin else b"")
        yield path


def _print_proposals(catalog: "Catalog", found: Sequence["Proposal"]) -> None:
    from hoctap.contribute.form_words import FormWords

    words = FormWords(catalog)
    for at, each in enumerate(found, 1):
        cells = {name: getattr(each, name) for name in _PRINTED}
        kind = "mục tiêu" if each.kind == "target" else "số liệu"
        unit = words.cell("unit_id", cells) or "chưa rõ đơn vị"
        figure = words.figure(cells if each.period else {**cells, "period": "chưa rõ thời kỳ"})
        say(
            f"{at}. [{kind}, đoạn {each.paragraph}, {_SURE[each.confidence]}] "
            f"{unit} · {figure}: {words.hedged_value(cells)}"
        )
        say(f"    «{each.exact}» trong: {each.words}")
    say(f"{len(found)} đề xuất; mỗi đề xuất phải có người xem trước khi ghi vào dữ liệu.")


def _accepted(catalog: "Catalog", found: Sequence["Proposal"], source: str, accept: str, *, dry: bool) -> int:
    from hoctap.cli.tables import print_findings
    from hoctap.cli.writing import settle
    from hoctap.contribute import sandbox
    from hoctap.contribute.articles.chosen import entry_of, numbered
    from hoctap.contribute.known_rows import replaced, unknown
    from hoctap.contribute.placing import dry_run

    try:
        chosen = [entry_of(catalog, found[at - 1], source) for at in numbered(accept, len(found))]
    except sandbox.RefusedError as error:
        raise RefusedError(str(error)) from error
    fresh = unknown(catalog, chosen)
    if len(fresh) < len(chosen):
        say(f"{len(chosen) - len(fresh)} số sổ đã có đúng như thế, giữ nguyên.")
    trial = dry_run(catalog, fresh)
    print_findings((*trial.findings, *trial.questions, *replaced(catalog, fresh)))
    if trial.findings:
        return FOUND
    return settle(catalog, trial.files, dry_run=dry)


COMMANDS = (read,)
