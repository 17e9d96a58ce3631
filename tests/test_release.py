"""Releases: the version that is needed, corrections with reasons, old releases at their own address."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from hoctap.cli import main
from hoctap.exports.publishing import write_exports
from hoctap.exports.releases import _unpacked
from hoctap.exports.zipped import zipped
from hoctap.load import load
from hoctap.load.releases import Correction, Release, StoryChapter, TableCount, read_releases
from hoctap.model.catalog import Catalog
from hoctap.releases import release as program
from hoctap.releases.diff import Bump, PublishedPackage, difference, package_of
from hoctap.releases.reasons import ReleaseError, by_correction, read_reasons, reasons_form
from hoctap.releases.release import Plan, plan, refused
from hoctap.releases.release import release as record_release
from miniature import EPOCH

NOTES = "datapackages/reference/data/terms.csv"


@pytest.fixture
def released(site_repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with its first release."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert main(["release", "--root", str(site_repository), "--summary", "Bản đầu."]) == 0
    return site_repository


def _edit(root: Path, column: str, cell: str) -> str:
    path = root / NOTES
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    old = rows[0][header.index(column)]
    rows[0][header.index(column)] = cell
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    path.write_text(out.getvalue(), encoding="utf-8")
    return old


def _release(root: Path, *words: str) -> int:
    return main(["release", "--root", str(root), "--summary", "Sửa một chỗ.", *words])


def test_the_first_release_is_recorded_whole(released: Path) -> None:
    (first,) = read_releases(released)
    version = load(released, validate=False).catalog.version
    assert first.version == version
    assert (released / f"releases/{version}.zip").stat().st_size > 1000
    assert f"version: {version}" in (released / "CITATION.cff").read_text(encoding="utf-8")
    assert f"## {version} (2026-11-22)" in (released / "CHANGELOG.md").read_text(encoding="utf-8")


def test_what_was_packed_in_a_folder_is_published_without_it_and_other_names_stay() -> None:
    packed = zipped([("hoctap/units.csv", b"1"), ("README.md", b"2"), ("data/hoctap/x.csv", b"3")], EPOCH)
    assert dict(_unpacked("1.0.0", packed)) == {
        "releases/1.0.0/README.md": b"2",
        "releases/1.0.0/data/hoctap/x.csv": b"3",
        "releases/1.0.0/units.csv": b"1",
    }


def test_nothing_changed_is_nothing_to_release(released: Path) -> None:
    assert _release(released) == 1


def test_a_correction_needs_a_reason_and_then_raises_the_last_number(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _edit(released, "definition_vi", "Định nghĩa đã sửa.")
    assert _release(released) == 1
    form = capsys.readouterr().out
    (row,) = csv.DictReader(io.StringIO(form))
    assert (row["column"], row["old"], row["new"], row["reason"]) == ("definition_vi", old, "Định nghĩa đã sửa.", "")
    filled = tmp_path / "reasons.csv"
    filled.write_text(form.rstrip("\n") + "nguồn in lại\n", encoding="utf-8")
    assert _release(released, "--reasons", str(filled)) == 0
    newest, first = read_releases(released)
    assert newest.version.rsplit(".", 1)[0] == first.version.rsplit(".", 1)[0]
    assert newest.corrections[0].reason == "nguồn in lại"
    assert "nguồn in lại" in (released / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "không mở được tệp lý do"),
        (b"PK\x03\x04\xff\x00", "CSV mã UTF-8"),
        (b'"table,key\n', "CSV mã UTF-8"),
        ("bảng;khóa\n".encode(), ":1: tệp lý do thiếu cột table, key, column, old, new, reason"),
        (b"table,key,column,old,new\n", "thiếu cột reason"),
        (b"", "thiếu cột"),
    ],
)
def test_a_file_of_reasons_that_is_none_is_refused_in_one_line(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, words: str
) -> None:
    _edit(released, "definition_vi", "Định nghĩa đã sửa.")
    given = tmp_path / "ly-do.csv"
    if content is not None:
        given.write_bytes(content)
    assert _release(released, "--reasons", str(given)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"hoctap: {given}")
    assert words in line


HEAD = "table,key,column,old,new,reason\n"
# What a person may make of the printed line (`{}` is all of it but the reason), and what is said of it.
REASONS_TYPED: dict[str, tuple[str, str]] = {
    "semicolons, as Excel saves here": ("{;};nguồn in lại\n", ""),
    "tabs": ("{\t}\tnguồn in lại\n", ""),
    "letters taken apart": ("{},nguồn in la\u0323i\n", ""),
    "twice the same": ("{},nguồn in lại\n{},nguồn in lại\n", ""),
    "no reason": ("{},\n", "1 of 1 corrections still have no reason"),
    "blanks": ("{},\u00a0 \n", "1 of 1 corrections still have no reason"),
    "a dash": ("{},-\n", ":2: lý do phải nói bằng chữ"),
    "nothing that is seen": ("{},\u200b\n", ":2: lý do không được có ký tự ẩn"),
    "a comma without quotes": ("{},nguồn in lại, trang 2\n", ":2: nhiều ô hơn dòng đầu"),
    "two lines": ('{},"nguồn\nin lại"\n', ":3: lý do không được có ký tự ẩn"),
    "a tag": ("{},<b>in lại</b>\n", ":2: lý do phải là chữ thường"),
    "a formula": ("{},=1+1\n", ":2: lý do không được bắt đầu như công thức"),
    "a telephone": ("{},gọi ông An 0912345678\n", ":2: lý do không được có số điện thoại"),
    "an old font": ("{},nguån in l¹i\n", "có phải là «nguồn in lại»?"),
    "two reasons": ("{},nguồn in lại\n{},gõ nhầm\n", ":3: chỗ này đã có lý do khác ở dòng 2"),
    "another correction": ("terms,khong-co,term,a,b,gõ nhầm\n", ":2: không có chỗ đính chính nào như dòng này"),
    "one more": ("{},nguồn in lại\nterms,khong-co,term,a,b,gõ nhầm\n", ":3: không có chỗ đính chính nào"),
    "of an older value": ("{was},nguồn in lại\n", ":2: chỗ này nay sửa «"),
    "only the beginning": ("terms\n", ":2: không có chỗ đính chính nào như dòng này"),
}


@pytest.mark.parametrize("name", REASONS_TYPED)
def test_no_line_of_the_reasons_is_passed_over(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    typed, words = REASONS_TYPED[name]
    _edit(released, "definition_vi", "Định nghĩa đã sửa.")
    _release(released)
    row = next(csv.reader(capsys.readouterr().out.splitlines()[1:]))[:-1]
    out = {mark: io.StringIO() for mark in (",", ";", "\t")}
    for mark, text in out.items():
        csv.writer(text, delimiter=mark, lineterminator="").writerow(row)
    mark = ";" if "{;}" in typed else "\t" if "{\t}" in typed else ","
    older = out[","].getvalue().replace("Định nghĩa đã sửa.", "Định nghĩa khác.")
    lines = typed.replace("{was}", older).replace("{" + mark.strip(",") + "}", out[mark].getvalue())
    (tmp_path / "ly-do.csv").write_text(HEAD.replace(",", mark) + lines, encoding="utf-8")
    assert _release(released, "--reasons", str(tmp_path / "ly-do.csv")) == (1 if words else 0)
    assert words in capsys.readouterr().err
    newest = read_releases(released)[0].corrections
    assert [each.reason for each in newest] == ([] if words else ["nguồn in lại"])


def test_a_filled_column_beside_the_reasons_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ly-do.csv"
    path.write_text("table,key,column,old,new,reason,Lý do\nterms,a,term,1,2,,gõ nhầm\n", encoding="utf-8")
    with pytest.raises(ReleaseError, match=":2: cột «Lý do» không thuộc tệp lý do"):
        read_reasons(path)


@pytest.mark.parametrize("option", ["--summary", "--reason"])
def test_what_is_said_of_a_release_holds_nothing_private(
    released: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    _edit(released, "definition_vi", "Định nghĩa đã sửa.")
    assert _release(released, option, "gọi ông An 0912345678") == 2
    assert f"{option}: không được có số điện thoại" in capsys.readouterr().err


def _new_term(root: Path) -> None:
    path = root / NOTES
    text = path.read_text(encoding="utf-8")
    header = text.split("\n")[0].split(",")
    cells = {"term_id": "zzz", "term": "Zzz", "definition_vi": "Một từ.", "name_en": "Zzz"}
    path.write_text(text + ",".join(cells.get(name, "") for name in header) + "\n", encoding="utf-8")


def test_a_row_taken_back_is_a_correction_of_its_words_and_needs_a_reason(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (released / NOTES).read_text(encoding="utf-8")
    _new_term(released)
    assert _release(released) == 0
    (released / NOTES).write_text(before, encoding="utf-8")
    capsys.readouterr()
    assert _release(released) == 1
    form = capsys.readouterr().out
    (row,) = csv.DictReader(io.StringIO(form))
    assert (row["table"], row["key"], row["column"], row["new"], row["reason"]) == ("terms", "zzz", "", "", "")
    assert set(row["old"].split()) >= {"Zzz", "Một", "từ."}
    filled = tmp_path / "reasons.csv"
    filled.write_text(form.rstrip("\n") + "trùng một từ khác\n", encoding="utf-8")
    assert _release(released, "--reasons", str(filled)) == 0
    assert read_releases(released)[0].corrections == (
        Correction("terms", ("zzz",), "", row["old"], "", "trùng một từ khác"),
    )


def test_a_version_that_is_not_after_the_last_is_refused_by_both_numbers(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (first,) = read_releases(released)
    _new_term(released)
    assert _release(released, "--version", first.version) == 1
    assert f"phiên bản {first.version} phải lớn hơn {first.version}" in capsys.readouterr().err


def test_a_release_tells_its_story_in_the_record_the_changelog_and_the_feed(released: Path, tmp_path: Path) -> None:
    (path,) = released.glob("datapackages/unit-statistics/data/observations/binh-ho.csv")
    row = "truong-thpt-ho-sen,staff-total,2026,moment,stated,66,exact,,,binh-ho-2026-05,đoạn 1,\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    (rates,) = released.glob("datapackages/unit-statistics/data/observations/dong-lau.csv")
    text = rates.read_text(encoding="utf-8")
    row = "tinh-dong-lau,learning-citizens-rate,2026-04,moment,stated,63,exact,,,binh-ho-2026-05,đoạn 6,\n"
    rates.write_text(text + row, encoding="utf-8")
    assert main(["fix", "--root", str(released)]) == 0
    assert _release(released) == 0
    newest, first = read_releases(released)
    assert first.story == ()
    (chapter,) = newest.story
    assert (chapter.chapter, chapter.count) == ("new", 2)
    (sentence,) = chapter.texts
    assert "63%" in sentence
    assert sentence in (released / "CHANGELOG.md").read_text(encoding="utf-8")
    write_exports(load(released, validate=False).catalog, tmp_path / "data", EPOCH)
    assert "63%" in (tmp_path / "data/feeds/hoctap.atom").read_text(encoding="utf-8")


def test_a_version_that_promises_too_little_is_refused(released: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _new_term(released)
    (first,) = read_releases(released)
    major, minor, patch = first.version.split(".")
    assert _release(released, "--version", f"{major}.{minor}.{int(patch) + 1}") == 1
    assert f"{major}.{int(minor) + 1}.0" in capsys.readouterr().err
    assert _release(released) == 0
    assert read_releases(released)[0].version == f"{major}.{int(minor) + 1}.0"


def test_check_refuses_a_descriptor_whose_version_is_too_small(released: Path) -> None:
    assert main(["release", "--check", "--root", str(released)]) == 0
    version = load(released, validate=False).catalog.version
    _new_term(released)
    for path in released.glob("datapackages/*/datapackage.json"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'"version": "{version}"', f'"version": "{version}9"'), encoding="utf-8")
    assert main(["release", "--check", "--root", str(released)]) == 1


def test_old_releases_stay_at_their_own_address(released: Path, tmp_path: Path) -> None:
    (first,) = read_releases(released)
    before = (released / f"releases/{first.version}.zip").read_bytes()
    _new_term(released)
    assert _release(released) == 0
    catalog = load(released, validate=False).catalog
    write_exports(catalog, tmp_path / "data", EPOCH)
    assert (tmp_path / f"data/releases/{first.version}/hoctap.zip").read_bytes() == before
    versions = json.loads((tmp_path / "data/versions.json").read_bytes())
    assert versions["current"] == {
        "version": catalog.version,
        "date": "2026-11-22",
        "released": True,
        "package": "hoctap/datapackage.json",
    }
    assert [entry["version"] for entry in versions["releases"]] == [catalog.version, first.version]


def test_data_changed_since_the_release_are_not_called_released(released: Path, tmp_path: Path) -> None:
    _new_term(released)
    write_exports(load(released, validate=False).catalog, tmp_path / "data", EPOCH)
    assert not json.loads((tmp_path / "data/versions.json").read_bytes())["current"]["released"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_reasons_are_read_as_they_were_written_by_a_spreadsheet_too(tmp_path: Path, encoding: str) -> None:
    rows = [
        Correction("terms", ("a",), "term", "cũ", "mới", ""),
        Correction("units", ("a", "b"), "", "một hai", "", "có sẵn"),
    ]
    form = reasons_form(rows)
    assert form == "table,key,column,old,new,reason\nterms,a,term,cũ,mới,\nunits,a | b,,một hai,,có sẵn\n"
    path = tmp_path / "ly-do.csv"
    path.write_text(form.replace("mới,", "mới, nguồn in lại "), encoding=encoding)
    assert by_correction(read_reasons(path)) == {
        ("terms", "a", "term"): "nguồn in lại",
        ("units", "a | b", ""): "có sẵn",
    }
    path.write_text("table,key,column,old,new,reason\nterms,a,term\n", encoding=encoding)
    assert by_correction(read_reasons(path)) == {("terms", "a", "term"): ""}


def _published(**rows: str) -> PublishedPackage:
    fields = [{"name": name, "type": "string"} for name in ("id", "name", "note")]
    table = {"name": "t", "title": "T", "path": "t.csv", "schema": {"fields": fields, "primaryKey": ["id"]}}
    text = "".join(f"{key},{cells}\n" for key, cells in {"id": "name,note", **rows}.items())
    descriptor = json.dumps({"version": "1.2.3", "resources": [table]})
    return package_of({"datapackage.json": descriptor.encode(), "t.csv": text.encode()})


@pytest.mark.parametrize(
    ("reasons", "reason", "given"),
    [
        ({}, "", ("", "")),
        ({}, "nguồn sửa", ("nguồn sửa", "nguồn sửa")),
        ({("t", "a", "name"): "gõ nhầm"}, "", ("gõ nhầm", "")),
        ({("t", "a", "name"): "gõ nhầm"}, "nguồn sửa", ("gõ nhầm", "nguồn sửa")),
        ({("t", "b", ""): "trùng"}, "", ("", "trùng")),
        ({("t", "b", ""): "trùng", ("t", "a", ""): "khác"}, "nguồn sửa", ("nguồn sửa", "trùng")),
    ],
)
def test_a_correction_has_its_own_reason_or_that_of_all(
    reasons: dict[tuple[str, str, str], str], reason: str, given: tuple[str, str]
) -> None:
    last = _published(a="Một,", b="Hai,chú", c="Ba,")
    changed = difference(last, _published(a="Mốt,", c="Ba,mới"))
    assert program._corrections(last, changed, reasons, reason) == (
        Correction("t", ("a",), "name", "Một", "Mốt", given[0]),
        Correction("t", ("b",), "", "Hai chú", "", given[1]),
    )
    counts = program._counts(changed)
    assert {name: (count.added, count.removed, count.changed) for name, count in counts.items()} == {"t": (0, 1, 2)}
    assert program._counts(None) == {}


def test_the_first_release_is_the_version_of_the_data_or_the_one_asked_for(catalog: Catalog, tmp_path: Path) -> None:
    assert plan(tmp_path, catalog) == Plan(catalog.version, Bump.NONE, None, (), ())
    assert plan(tmp_path, catalog, "3.0.0").version == "3.0.0"
    assert refused(tmp_path, catalog) == ""


def test_a_release_with_a_correction_without_a_reason_is_refused_by_their_number(tmp_path: Path) -> None:
    row = Correction("terms", ("a",), "term", "cũ", "mới", "")
    with pytest.raises(ReleaseError, match="2 chỗ đính chính chưa có lý do"):
        record_release(
            tmp_path, Plan("1.0.1", Bump.PATCH, None, (row, row), ()), on=date(2026, 1, 2), summary="", epoch=0
        )
    assert [*tmp_path.iterdir()] == []


ENTRY = Release(
    "1.1.0",
    date(2026, 1, 2),
    "Thêm số.",
    {},
    {"units": TableCount(2, 0, 0), "terms": TableCount(1, 3, 4), "codes": TableCount(0, 0, 0)},
    (
        Correction("units", ("a", "b"), "name_vi", "cũ", "mới", "gõ nhầm"),
        Correction("terms", ("z",), "", "Z một", "", "trùng"),
    ),
    (StoryChapter("new", "Số mới", 3, ((("A có 1.", ""),), (("B", "b/"), (" có 2.", "")))),),
)
CHAPTER = """## 1.1.0 (2026-01-02)

Thêm số.

- `units`: thêm 2 dòng.
- `terms`: thêm 1 dòng, bỏ 3 dòng, sửa 4 dòng.
- `codes`: thêm hoặc bỏ cột, bảng.
- Đính chính `units` (a | b): `name_vi` từ «cũ» thành «mới». Lý do: gõ nhầm
- Đính chính `terms` (z): bỏ dòng «Z một». Lý do: trùng

### Số mới (3)

- A có 1.
- B có 2.
"""
FIRST = "# Những thay đổi / Changelog\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"{FIRST}{CHAPTER}"),
        (f"{FIRST}## 1.0.0 (2025-01-01)\n\nBản đầu.\n", f"{FIRST}{CHAPTER}\n## 1.0.0 (2025-01-01)\n\nBản đầu.\n"),
        (
            f"{FIRST}## Chưa công bố\n\n- Một việc.\n\n## 1.0.0 (2025-01-01)\n\nBản đầu.\n\n",
            f"{FIRST}## Chưa công bố\n\n- Một việc.\n\n{CHAPTER}\n## 1.0.0 (2025-01-01)\n\nBản đầu.\n",
        ),
        (f"{FIRST}## Chưa công bố\n\n- Một việc.\n", f"{FIRST}## Chưa công bố\n\n- Một việc.\n\n{CHAPTER}"),
    ],
)
def test_the_changelog_tells_each_release_above_those_before(tmp_path: Path, before: str | None, after: str) -> None:
    path = tmp_path / "CHANGELOG.md"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    program._write_changelog(path, ENTRY)
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ('{\n  "name": "x",\n  "version": "1.0.0",\n  "resources": [{"version": "9"}]\n}\n', True),
        ('{\n  "name": "x"\n}\n', False),
        ('{\n  "version": "1.0.0",\n  "version": "1.0.0"\n}\n', False),
    ],
)
def test_the_version_is_written_into_the_one_line_that_has_it(tmp_path: Path, text: str, is_right: bool) -> None:
    path = tmp_path / "datapackages/a/datapackage.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    if is_right:
        program._write_versions(tmp_path, "1.2.0")
        assert path.read_text(encoding="utf-8") == text.replace('"1.0.0"', '"1.2.0"')
    else:
        with pytest.raises(ReleaseError, match="đúng một dòng version"):
            program._write_versions(tmp_path, "1.2.0")
