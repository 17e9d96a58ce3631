"""What each row of a form means beside the row it was given and the row the data hold now.

An unchanged row does nothing, whatever happened to the data meanwhile; a changed one is a correction; a new one an
addition; one that is gone a removal, asked about. Where the data changed too, the row comes back with all three.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hoctap.contribute.form import FIGURES, choices, columns_of, shown
from hoctap.contribute.marks import Mark, settled
from hoctap.contribute.origin import Cells, Origin, row_id
from hoctap.contribute.placing import Entry
from hoctap.contribute.reading import Line, is_like_a_day
from hoctap.load.values import FORM
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource

ADD, REPLACE, REMOVE, KEEP, WRITE = "thêm dòng mới", "sửa dòng cũ", "xóa", "giữ", "đúng"
Key = tuple[str, ...]


@dataclass(slots=True)
class Wanted:
    """The entries to be written, the line of each, what is told of corrections, and the marks."""

    entries: list[tuple[Entry, Line | None]] = field(default_factory=list)
    corrections: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


class Comparison:
    """Holds the rows of a sent table against those given out and those of today."""

    def __init__(self, catalog: Catalog, table: str, origin: Origin, answers: Mapping[str, str]) -> None:
        self._catalog, self._table, self._origin, self._answers = catalog, table, origin, answers
        self.resource = catalog.tables[table].resource
        key = self.resource.primary_key
        header = self.resource.header
        self._now: dict[Key, Cells] = {
            k: dict(zip(header, row.cells, strict=True)) for row, k in catalog.tables[table].keys(key)
        }
        self._given = self._given_out()
        labels = {c.name: {x.code: x.label for x in choices(catalog, c, table)} for c in columns_of(self.resource)}
        self._shown = {
            name: {c.name: _plain(shown(c, cells, labels[c.name])) for c in columns_of(self.resource)}
            for name, cells in self._given.items()
        }
        self.wanted = Wanted()

    def _given_out(self) -> Mapping[str, Cells]:
        if self._table != "observations" or not self._origin.is_form:
            return {}
        if self._origin.rows is not None:
            return self._origin.rows
        # A form too old to say what it was given: what the data hold now, and every difference is asked about.
        own = (cells for cells in self._now.values() if cells["unit_id"] == self._origin.unit_id)
        return {row_id(self.resource, cells): cells for cells in own}

    def given_row(self, line: Line) -> str:
        """Return which of the rows given out the line shows, cell by cell, unchanged; empty if none."""
        there = {
            name: _plain(cell.text if (cell := line.table.cell(line.row, name)) else "")
            for name in line.table.found.columns
        }
        first = [line.row_id] if line.row_id in self._shown else []
        for name in (*first, *self._shown):
            if all(there.get(column, "") == text for column, text in self._shown[name].items()):
                return name
        return ""

    def compare(self, lines: Sequence[Line]) -> Wanted:
        """Return what the lines ask for; `lines` are those of one kind of table, in their order."""
        unchanged = {line.row: name for line in lines if (name := self.given_row(line))}
        met = set(unchanged.values())
        for line in lines:
            if line.row in unchanged:
                if line.is_struck:
                    self._ask_of_struck(line)
                continue
            own = self._of_given(line, met)
            if own:
                met.add(own)
                self._changed(line, own)
            else:
                self._new(line)
        for name, cells in self._given.items():
            if name not in met:
                self._gone(cells)
        return self.wanted

    def _of_given(self, line: Line, met: Iterable[str]) -> str:
        """Return the row given out that a changed line was: by its hidden name, or by its key."""
        if line.row_id in self._given and line.row_id not in met:
            return line.row_id
        by_key = row_id(self.resource, line.cells)
        return by_key if by_key in self._given and by_key not in met else ""

    def _key(self, cells: Cells) -> Key:
        return tuple(cells.get(name, "") for name in self.resource.primary_key)

    def _ask_of_struck(self, line: Line) -> None:
        cells = self._given[self.given_row(line)]
        must = "dòng bị gạch ngang, không rõ là bỏ hay giữ"
        if (
            self._settled(
                line.mark("value", must, "bỏ gạch ngang nếu giữ", "removal-is-meant", (REMOVE, KEEP), self._name(cells))
            )
            == REMOVE
        ):
            self._remove(cells)

    def _changed(self, line: Line, name: str) -> None:
        given = self._given[name]
        if self._emptied(line):
            self._gone(given, line)
            return
        if line.marks:
            self.wanted.marks += line.marks
            return
        yours = self._kept(line.cells, given)
        if self._key(yours) != self._key(given):
            self._other_key(line, given, yours)
            return
        now = self._now.get(self._key(given))
        if _same(yours, given) or (now is not None and _same(yours, now)):
            return
        if self._origin.rows is None:
            self._ask_of_old_form(line, yours, now)
        elif now is None or not _same(now, given):
            self._conflict(line, yours, given, now)
        else:
            self._write(line, yours, given)

    def _kept(self, cells: Cells, given: Cells) -> dict[str, str]:
        """Return the line with what the form does not show of the row it was given; its kind follows the period."""
        visible = {column.name for column in columns_of(self.resource)}
        hidden = {name: text for name, text in given.items() if name not in visible and text}
        if cells.get("period") != given.get("period"):
            hidden = {}
        return {**cells, **hidden}

    def _emptied(self, line: Line) -> bool:
        left = {
            name
            for name in ("value", "note", "locator")
            if (cell := line.table.cell(line.row, name)) and cell.text.strip()
        }
        return "value" not in left and "note" not in left

    def _other_key(self, line: Line, given: Cells, yours: Cells) -> None:
        must = f"dòng này vốn là số liệu {self._name(given)}; nay là {self._name(yours)}"
        cure = "nếu là số liệu mới: ghi ở dòng trắng và trả lại dòng cũ"
        field_name = next(n for n in self.resource.primary_key if yours.get(n, "") != given.get(n, ""))
        mark = line.mark(field_name, must, cure, "correction-keeps-its-key", (ADD, REPLACE), self._name(given))
        answer = self._settled(mark)
        if answer == REPLACE:
            self._remove(given)
        if answer:
            self._write(line, yours, {})

    def _conflict(self, line: Line, yours: Cells, given: Cells, now: Cells | None) -> None:
        changed = _difference(given, yours)
        must = f"sổ đã đổi từ khi phát mẫu; bạn ghi: {_told(yours, changed)}"
        mark = line.mark(
            "value",
            must,
            "xem ba cột: bạn ghi, lúc phát mẫu, nay trong sổ; ghi số đúng",
            "newer-truth-is-kept",
            (WRITE,),
            self._name(given),
        )
        told = changed | (_difference(given, now) if now else set())
        mark = _with(mark, _told(given, told), _told(now, told) if now else "không còn dòng này")
        if self._settled(mark):
            self._write(line, yours, now or {})

    def _ask_of_old_form(self, line: Line, yours: Cells, now: Cells | None) -> None:
        must = "mẫu cũ không nói được dòng này đã sửa hay chỉ là số lúc phát mẫu"
        mark = line.mark(
            "value",
            must,
            "lấy mẫu mới (trang «Gửi số liệu» hoặc hoctap template) rồi chỉ ghi số cần sửa",
            "newer-truth-is-kept",
            (WRITE,),
            self._name(yours),
        )
        told = _difference(now or {}, yours)
        if self._settled(_with(mark, "", _told(now or {}, told))):
            self._write(line, yours, now or {})

    def _new(self, line: Line) -> None:
        if (
            self._table == "observations"
            and self._origin.is_form
            and "value" not in line.cells
            and not line.cells.get("note")
            and not line.marks
            and set(line.cells) <= {"unit_id"}
        ):
            return
        self.wanted.marks += line.marks
        if line.marks:
            return
        if line.is_struck or line.is_hidden:
            must = "dòng bị gạch ngang" if line.is_struck else "dòng đang ẩn"
            mark = line.mark(
                "value",
                f"{must}, không rõ có dùng không",
                "bỏ gạch, bỏ ẩn, hoặc xóa dòng",
                "row-is-seen",
                (KEEP,),
                self._name(line.cells),
            )
            if not self._settled(mark):
                return
        now = self._now.get(self._key(line.cells))
        if (
            now is not None
            and self._origin.is_form
            and self._origin.rows is not None
            and not _same(line.cells, self._kept_hidden(line.cells, now))
        ):
            self._conflict(line, self._kept_hidden(line.cells, now) | dict(line.cells), {}, now)
            return
        if now is None or not _same(self._kept(line.cells, now), now):
            self._write(line, line.cells if now is None else self._kept(line.cells, now), now or {})

    def _kept_hidden(self, cells: Cells, now: Cells) -> dict[str, str]:
        return self._kept(cells, now)

    def _gone(self, cells: Cells, line: Line | None = None) -> None:
        if self._key(cells) not in self._now:
            return
        about = self._name(cells)
        what = "đã bị xóa trắng" if line else "không còn trong tệp"
        must, cure = f"dòng của mẫu {what}: {about} = {cells.get('value', '')}", "trả lại dòng ấy nếu lỡ tay"
        mark = (
            line.mark("value", must, cure, "removal-is-meant", (REMOVE, KEEP), about)
            if line
            else Mark(FIGURES, 0, 0, "", must, cure, "removal-is-meant", (REMOVE, KEEP), about)
        )
        if self._settled(mark) == REMOVE:
            self._remove(cells)

    def _settled(self, mark: Mark) -> str:
        answer = settled(mark, self._answers)
        if not answer:
            self.wanted.marks.append(mark)
        return answer

    def _remove(self, cells: Cells) -> None:
        self.wanted.entries.append((Entry(self._table, dict(cells), is_removal=True), None))
        self.wanted.corrections.append(f"bỏ: {self._name(cells)}: {cells.get('value', '')}")

    def _write(self, line: Line, cells: Cells, old: Cells) -> None:
        if self._is_doubtful(line, cells):
            return
        self.wanted.entries.append((Entry(self._table, dict(cells)), line))
        if old:
            changes = "; ".join(
                f"{self.resource.field_named(n).title}: {old.get(n, '') or '(trống)'} → {cells.get(n, '') or '(trống)'}"
                for n in self.resource.header
                if n in _difference(old, cells)
            )
            self.wanted.corrections.append(f"sửa: {self._name(cells)}: {changes}")

    def _is_doubtful(self, line: Line, cells: Cells) -> bool:
        """Ask of a share below 1 beside shares above 10, and of a number that may be a day a spreadsheet made."""
        indicator = self._catalog.indicators.get(cells.get("indicator_id", ""))
        value = Decimal(cells["value"]) if cells.get("value") else None
        if indicator is None or value is None or self._table != "observations":
            return False
        own, peers = self._others(cells)
        mark = None
        if indicator.value_type == "share" and 0 < value <= 1 and any(each > 10 for each in own or peers):
            percent, typed = FORM.number(value * 100), FORM.number(value)
            must = f"{typed} hay {percent}? Các số cùng chỉ tiêu đều trên 10"
            cure = f"viết {percent} nếu là {percent} %"
            mark = line.mark("value", must, cure, "share-is-a-percentage", (WRITE,), self._name(cells))
        elif is_like_a_day(line.table.cell(line.row, "value")) and not any(
            value < each * 10 and each < value * 10 for each in own
        ):
            must = "con số này có thể là một ngày mà bảng tính đổi thành số thứ tự (gõ «1/5»)"
            mark = line.mark(
                "value", must, "đặt ô là dạng chữ (Text) rồi gõ lại", "value-is-one-number", (WRITE,), self._name(cells)
            )
        return mark is not None and not self._settled(mark)

    def _others(self, cells: Cells) -> tuple[list[Decimal], list[Decimal]]:
        rows = self._catalog.observations_by_indicator.get(cells["indicator_id"], ())
        known = [
            (row.unit_id, row.value)
            for row in rows
            if row.value is not None
            and self._key(cells) != (row.unit_id, row.indicator_id, row.period.text, row.breakdown, row.source_id)
        ]
        own = [value for unit, value in known if unit == cells.get("unit_id")]
        return own, sorted(value for _, value in known)[len(known) // 2 :]

    def _name(self, cells: Cells) -> str:
        indicator = self._catalog.indicators.get(cells.get("indicator_id", ""))
        if indicator is None:
            return " · ".join(filter(None, self._key(cells)))
        return " · ".join(filter(None, (indicator.name_vi, cells.get("period", ""), cells.get("breakdown", ""))))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(one: Cells, other: Cells) -> bool:
    return not _difference(one, other)


def _difference(one: Cells, other: Cells) -> set[str]:
    return {name for name in {*one, *other} if not _equal(name, one.get(name, ""), other.get(name, ""))}


def _equal(name: str, one: str, other: str) -> bool:
    return one == other or (name == "value" and bool(one) and bool(other) and Decimal(one) == Decimal(other))


def _told(cells: Cells, names: Iterable[str]) -> str:
    return "; ".join(f"{name} {cells.get(name, '') or '(trống)'}" for name in sorted(names))


def _with(mark: Mark, given: str, now: str) -> Mark:
    return Mark(
        mark.sheet,
        mark.row,
        mark.column,
        mark.value,
        mark.must,
        mark.cure,
        mark.rule,
        mark.answers,
        mark.about,
        given,
        now,
    )


def repeated(resource: Resource, lines: Sequence[Line]) -> Iterator[Mark]:
    """Yield a mark for each line whose key an earlier line of the file has."""
    seen: dict[Key, Line] = {}
    for line in lines:
        key = tuple(line.cells.get(name, "") for name in resource.primary_key)
        first = seen.setdefault(key, line)
        if first is not line and any(key):
            must = f"dòng này trùng với dòng {first.row} của trang {first.table.sheet.name}"
            at = "indicator_id" if resource.name == "observations" else "source_id"
            yield line.mark(at, must, "bỏ một dòng, hoặc ghi rõ phạm vi", "key-is-unique")
