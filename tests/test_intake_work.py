"""What a long file costs: the work grows with its rows, never with their square. Counted in calls, not in seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hoctap.contribute import placing
from hoctap.contribute.intake import marked_copy, read_form
from hoctap.contribute.marks import Mark
from hoctap.contribute.placing import Entry, dry_run
from hoctap.load import names
from hoctap.load.names import Named, Register, register_of
from hoctap.model.catalog import Catalog
from hoctap.vietnamese import writing

pytestmark = pytest.mark.usefixtures("read_here")

HEAD = "unit_id;indicator_id;period;value;source_id;locator"


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


def unknown_names(path: Path, rows: int) -> Path:
    lines = [f"Hội Khuyến học xã Lạ {n};Số hội viên lạ {n};2024;{n + 5};Báo cáo lạ {n};mục {n}" for n in range(rows)]
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    return path


def test_rows_that_cannot_be_read_are_not_checked_with_the_whole_data(
    data: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[Path] = []
    check = placing.check
    monkeypatch.setattr(placing, "check", lambda root: checks.append(root) or check(root))
    assert len(read_form(data, unknown_names(tmp_path / "a.csv", 60)).marks) == 180
    assert checks == []
    good = tmp_path / "b.csv"
    unit = "so-giao-duc-tinh-dong-lau"
    rows = [f"{unit};staff-total;{year};118;dong-lau-2025-03-01;mục 4" for year in range(2000, 2024)]
    good.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    assert read_form(data, good).marks == ()
    assert len(checks) == 1  # the data as they would be, however many rows; as they are, only where something is found


class Passes(list[Mark]):
    """Marks that count how often somebody goes through all of them."""

    passes = 0

    def __iter__(self) -> Iterator[Mark]:
        self.passes += 1
        return super().__iter__()


def test_the_marked_copy_goes_through_its_marks_a_few_times_however_many_they_are(
    data: Catalog, tmp_path: Path
) -> None:
    path = unknown_names(tmp_path / "a.csv", 60)
    marks = Passes(read_form(data, path).marks)
    marked_copy(path, tmp_path / "out.xlsx", marks)
    assert len(marks) == 180
    assert marks.passes <= 3


def test_each_row_is_compared_a_few_times_however_many_findings_there_are(
    data: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    key = Entry.key
    monkeypatch.setattr(Entry, "key", lambda entry, resource: asked.append(entry) or key(entry, resource))
    row = {"unit_id": "so-giao-duc-tinh-dong-lau", "value": "5", "qualifier": "exact", "period_status": "stated"}
    entries = [
        Entry("observations", row | {"indicator_id": f"khong-co-{n}", "period": "2024", "source_id": "khong-co"})
        for n in range(60)
    ]
    trial = dry_run(data, entries)
    entries_found = {id(entry) for finding, entry in trial.findings if finding.field == "indicator_id"}
    assert entries_found == {id(entry) for entry in entries}, "each finding is about its own row"
    assert len(asked) <= 4 * len(entries)


class Counting(str):
    """A name that counts how often its length is asked for, which putting in order does."""

    __slots__ = ()
    lengths = 0

    def __len__(self) -> int:
        Counting.lengths += 1
        return super().__len__()


def test_a_common_word_does_not_put_every_name_that_holds_it_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = [" ".join(f"thôn {word}" for word in range(n % 20)) for n in range(700)]
    register = Register(Named(f"x{n}", Counting(f"Hội Khuyến học xã Số {n} {longer[n]}")) for n in range(700))
    register.nearest("xã")
    folded: list[str] = []
    monkeypatch.setattr(names, "fold", lambda text: folded.append(text) or writing.fold(text))
    Counting.lengths = 0
    near = register.nearest("Hội Khuyến học xã 680 Lạ")
    assert near[0].code == "x680"
    assert len(near) == 5
    assert Counting.lengths <= 100, "of the 700 that hold «xã»"
    assert folded == ["Hội Khuyến học xã 680 Lạ"]


@pytest.mark.parametrize("query", ["Hội Khuyến học xã", "Số 7 xã", "Trường Hồ Sen", "không có gì", "", "dong lau"])
def test_the_nearest_names_are_those_that_ordering_all_of_them_gives(data: Catalog, query: str) -> None:
    register = register_of(data, "units")
    everything = register.nearest(query, most=10_000)
    assert [register.nearest(query, most=most) for most in (1, 3, 5)] == [everything[:most] for most in (1, 3, 5)]
