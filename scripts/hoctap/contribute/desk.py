"""What the page «Gửi số liệu» asks of the program: forms, what a filled file says, its marked copy. No network.

Runs in the browser over a copy of the data that lies in its memory, and in tests beside the command line. Every answer
is plain values; every rule is that of the repository, none is here.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hoctap.contribute.asking import asked
from hoctap.contribute.form import FIGURES, NEW_SOURCES, TABLES, choices, columns_of
from hoctap.contribute.intake import FormOutcome, NoTableError, marked_copy, read_form
from hoctap.contribute.new_row import tried
from hoctap.contribute.placing import difference, written
from hoctap.contribute.sandbox import RefusedError
from hoctap.contribute.scaffold import identifier
from hoctap.contribute.sheets import write_sheets
from hoctap.contribute.template import template
from hoctap.load import load
from hoctap.model.record import Observation, Source
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of

Answer = dict[str, Any]
Row = Mapping[str, str]
# What a few figures need, in the order people know it; the form has the rest.
GRID = ("unit_id", "indicator_id", "period", "value", "breakdown", "source_id", "locator", "note")
GRID_SOURCE = ("title", "publisher", "url", "published_on", "kind")
# Who keeps the rights of a source nobody typing a few figures knows; its kind tells.
_TERMS_BY_KIND = {"chinh-chu": "official", "bao-chi": "press", "dang-lai": "press"}
NEW_UNIT = ("name_vi", "unit_kind", "level", "area_id", "note")


class Desk:
    """Holds the data of `root`, which is the page's own copy: a unit of the person's making is written there."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._catalog = load(root, validate=False).catalog

    def answer(self, request: str) -> str:
        """Return what a request in JSON asks for, in JSON: `do` names one of form, read, marked, grid, unit, ask."""
        answer = json.loads(request)
        works: dict[str, Callable[..., Answer]] = {
            "form": self.form,
            "read": self.read,
            "marked": self.marked,
            "grid": self.grid,
            "unit": self.unit,
            "ask": self.ask,
        }
        work = works[answer.pop("do")]
        return json.dumps(work(**answer), ensure_ascii=False)

    def form(self, unit: str, out: str) -> Answer:
        """Write the form of a unit to `out`; an empty unit gives the form for any unit."""
        Path(out).write_bytes(template(self._catalog, unit))
        return {"name": f"{unit or 'mau-so-lieu'}.xlsx"}

    def read(self, file: str) -> Answer:
        """Return what a filled file says: marks, or the rows as they will be shown."""
        try:
            outcome = read_form(self._catalog, Path(file))
        except RefusedError as error:
            return {"refused": str(error), "is_table": isinstance(error, NoTableError)}
        return {
            "refused": "",
            "marks": [_mark(mark) for mark in outcome.marks],
            "questions": [] if outcome.marks else [_mark(mark) for mark in outcome.questions],
            "corrections": list(outcome.corrections),
            "known": outcome.what_is_known,
            "rows": [] if outcome.marks else [_row(figure) for figure in self._new_figures(outcome)],
            "sources": [] if outcome.marks else self._new_sources(outcome),
            "difference": "" if outcome.marks else difference(self._root, outcome.trial.files),
        }

    def marked(self, file: str, out: str) -> Answer:
        """Write a copy of the file with its wrong cells coloured and explained."""
        marked_copy(Path(file), Path(out), read_form(self._catalog, Path(file)).marks)
        return {"name": f"{Path(file).stem}-can-sua.xlsx"}

    def grid(self, unit: str, rows: Sequence[Row], sources: Sequence[Row], out: str) -> Answer:
        """Write the rows typed in the page as a file of the form's columns, then read it as any other file.

        A row is of `unit` unless it names another. A new source gets its identifier from who published it and when,
        as `hoctap new` makes it.
        """
        codes = [identifier(self._catalog, "source", source) for source in sources]
        figures = [
            {**row, "unit_id": row.get("unit_id") or unit, "source_id": _code(row.get("source_id", ""), codes)}
            for row in rows
        ]
        own = [
            {"terms": _TERMS_BY_KIND.get(source.get("kind", ""), "unknown"), **source, "source_id": code}
            for source, code in zip(sources, codes, strict=True)
        ]
        write_sheets(self._catalog, {FIGURES: figures, NEW_SOURCES: own}, Path(out))
        answer = self.read(out)
        for mark in answer["marks"]:
            columns = columns_of(self._catalog.tables[TABLES[mark["sheet"]]].resource)
            column = columns[mark["column"] - 1] if mark["column"] else None
            mark |= {"field": column.name if column else "", "title": column.title if column else ""}
        return {"name": f"{unit}.xlsx", **answer}

    def unit(self, cells: Row) -> Answer:
        """Add a unit that the register lacks to the page's own copy; say what is wrong with it otherwise."""
        draft = asked(self._catalog, "unit", dict(cells), lambda _question: "")
        files, findings = tried(self._catalog, draft)
        if all(each.is_question for each in findings):
            written(self._catalog, files)
            self._catalog = load(self._root, validate=False).catalog
        return {
            "unit": draft.entry.cells.get("unit_id", ""),
            "findings": [{"field": each.field, "must": each.message, "cure": each.hint} for each in findings],
            "options": draft.as_options(),
        }

    def ask(self) -> Answer:
        """Return the columns of the grid, of a new source and of a new unit, with what each offers."""
        asked_for = {"observations": GRID, "sources": GRID_SOURCE, "units": NEW_UNIT}
        return {table: [self._question(table, name) for name in names] for table, names in asked_for.items()}

    def _question(self, table: str, name: str) -> Answer:
        column = next(each for each in columns_of(self._catalog.tables[table].resource) if each.name == name)
        offered = [[each.code, each.label] for each in choices(self._catalog, column, table)]
        return {
            "name": name,
            "title": column.title,
            "description": column.description,
            "example": column.example,
            "required": bool(column.constraints.get("required")),
            "list": bool(column.code_list),
            "offered": offered,
        }

    def _new_figures(self, outcome: FormOutcome) -> list[Figure]:
        before = {row.cells for row in self._catalog.tables["observations"].rows}
        after = outcome.trial.after
        new = {(row.path, row.line) for row in after.tables["observations"].rows if row.cells not in before}
        rows = (row for row in after.all_of(Observation) if (row.place.path, row.place.line) in new)
        return figures_of(after, rows)

    def _new_sources(self, outcome: FormOutcome) -> list[str]:
        return [row.title for row in outcome.trial.after.all_of(Source) if row.source_id not in self._catalog.sources]


def _code(answer: str, new: Sequence[str]) -> str:
    """Return the source a row names: `+2` is the second new one."""
    at = answer.removeprefix("+")
    return new[int(at) - 1] if answer.startswith("+") and at.isdecimal() and 0 < int(at) <= len(new) else answer


def _mark(mark: Any) -> Answer:
    return {
        "sheet": mark.sheet,
        "spot": mark.spot,
        "row": mark.row,
        "column": mark.column,
        "value": mark.value,
        "must": mark.must,
        "cure": mark.cure_with_answers,
        "rule": mark.rule,
        "given": mark.given,
        "now": mark.now,
    }


def _row(figure: Figure) -> Answer:
    return {
        "unit": figure.unit.text,
        "indicator": figure.indicator.text,
        "value": figure.value_with_qualifier,
        "period": figure.period,
        "doubt": figure.period_doubt,
        "breakdown": figure.breakdown,
        "source": figure.source.text,
        "locator": figure.locator,
        "note": figure.note,
    }
