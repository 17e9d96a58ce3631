"""Files judged once: what was found good is not read again, and nothing else is let through."""

import sqlite3
import zipfile
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.exports.zipped import zipped
from hoctap.site.changed_text import AROUND, changed
from hoctap.site.file_texts import same_columns, same_parts
from hoctap.site.judge import Pages, UnsafePageError
from hoctap.site.judged_files import Judge, judge_of
from hoctap.site.leaks import LeakError, is_suspected, refuse_leaks
from hoctap.system.checksums import Sums
from hoctap.system.folder_record import files_of

PHONE = "Gọi 0912 345 678"


def _good(folder: Path) -> Judge:
    folder.mkdir()
    (folder / "a.csv").write_text("x\n1\n")
    (folder / "a.html").write_text("<p>a</p>")
    judge = Judge(folder.parent / "notes" / "good", frozenset())
    judge.remember(judge.refuse(folder))
    verdict = judge.place.read_bytes()
    return Judge(judge.place, frozenset((verdict[:32], verdict[32:])))


def test_what_was_found_good_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = _good(tmp_path / "site")
    read: list[str] = []
    monkeypatch.setattr("hoctap.site.judged_files.refuse_leaks", lambda _folder, _own, only, *_: read.extend(only))
    judge.refuse(tmp_path / "site")
    assert read == []
    (tmp_path / "site" / "a.csv").write_text("x\n2\n")
    judge.refuse(tmp_path / "site")
    assert read == ["a.csv"]


def test_what_is_new_is_judged(tmp_path: Path) -> None:
    judge = _good(tmp_path / "site")
    (tmp_path / "site" / "b.csv").write_text(PHONE)
    with pytest.raises(LeakError, match=r"^b\.csv: số điện thoại$"):
        judge.refuse(tmp_path / "site")
    (tmp_path / "site" / "b.csv").unlink()
    (tmp_path / "site" / "a.html").write_text("<p onclick='x()'>a</p>")
    with pytest.raises(UnsafePageError):
        judge.refuse(tmp_path / "site")


@pytest.mark.parametrize(
    ("text", "name", "error"),
    [
        (PHONE, "csv", LeakError),
        (f"<p>{PHONE}</p>", "html", LeakError),
        ("<p onclick='x()'>a</p>", "html", UnsafePageError),
    ],
)
def test_of_many_files_every_bad_one_is_told_whoever_reads_it(
    tmp_path: Path, text: str, name: str, error: type[Exception]
) -> None:
    bad = {f"{at}.{name}" for at in range(0, 1000, 37)}
    for file in {f"{at}.{name}" for at in range(1000)}:
        (tmp_path / file).write_text(text if file in bad else "")
    with pytest.raises(error) as refused:
        Judge(tmp_path / "good", frozenset()).refuse(tmp_path)
    assert {line.partition(":")[0] for line in str(refused.value).splitlines()} == bad


def test_a_name_or_the_address_for_letters_makes_a_file_another(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.js").write_text(f"// {PHONE}")  # code of others names its authors
    (site / "a.csv").write_text("ban@vi-du.vn")
    judge = Judge(tmp_path / "good", frozenset())
    known = Judge(tmp_path / "good", judge.refuse(site, "ban@vi-du.vn"))
    known.refuse(site, "ban@vi-du.vn")
    with pytest.raises(LeakError, match=r"^a\.csv"):
        known.refuse(site)
    (site / "data").mkdir()
    (site / "data/a.csv").write_text("ban@vi-du.vn")  # who copies the data does not know whose address that is
    with pytest.raises(LeakError, match=r"^data/a\.csv: địa chỉ thư điện tử$"):
        known.refuse(site, "ban@vi-du.vn")
    (site / "data/a.csv").unlink()
    (site / "a.js").rename(site / "b.txt")
    with pytest.raises(LeakError, match=r"^b\.txt"):
        known.refuse(site, "ban@vi-du.vn")


def test_a_checksum_is_taken_from_who_wrote_a_file_if_it_is_as_large(tmp_path: Path) -> None:
    for name, text in (("a", "x"), ("b", "yy")):
        (tmp_path / name).write_text(text)
    sums, there = Sums(), files_of(tmp_path)
    sums.take([("a", 1, "told"), ("b", 1, "of another"), ("c", 1, "of none")], there)
    assert sums.under(tmp_path, there=there) == {"a": (1, "told"), "b": (2, sha256(b"yy").hexdigest())}


def test_another_program_or_repository_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoctap.site.judged_files.CACHE", tmp_path / "notes")
    for program in ("of today", ""):
        judge_of(tmp_path, program, Sums()).remember(frozenset([b"a" * 32]))
    assert judge_of(tmp_path, "of today", Sums()).known == {b"a" * 32}
    assert judge_of(tmp_path.parent, "of today", Sums()).known == frozenset()
    assert judge_of(tmp_path, "another", Sums()).known == frozenset()
    assert judge_of(tmp_path, "", Sums()).known == frozenset()


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a,b,c", "a,b,c", ""),
        ("", "a", "a"),
        ("a", "", ""),
        ("aaaa", "aaa", "aaa"),
        ("aaa", "aaaa", "aaaa"),
        (f"{'x' * 9000}1{'y' * 9000}", f"{'x' * 9000}2{'y' * 9000}", f"{'x' * AROUND}2{'y' * AROUND}"),
        (f"{'ế' * 90000}1", f"{'ế' * 90000}2", f"{'ế' * (AROUND // 3 + 1)}2"),
        (f"1{'ế' * 90000}", f"2{'ế' * 90000}", f"2{'ế' * (AROUND // 3 + 1)}"),
        ("x" * 200_000, "x" * 199_999, "x" * AROUND),
    ],
)
def test_of_a_changed_text_what_differs_is_read_and_what_is_around(before: str, after: str, found: str) -> None:
    assert changed(after.encode(), before.encode()).decode() == found


def test_what_stands_between_two_changes_is_not_read() -> None:
    before = "\n".join(f"{at} con số" for at in range(9000))
    after = before.replace("\n100 con", "\n100 con nữa").replace("\n8000 con số", "")
    read = changed(after.encode(), before.encode())
    assert b"\n100 con n" in read
    assert "\n7999 con số\n8001 con số".encode() in read
    assert len(read) < 5 * AROUND


@given(
    st.text("abcd", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text("abcd", max_size=6))),
)
def test_all_that_stands_together_in_a_changed_text_was_read_or_stood_so_before(
    before: str, edits: list[tuple[int, int, str]]
) -> None:
    after = before
    for at, length, new in edits:
        after = after[:at] + new + after[at + length :]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("AROUND", 4), ("_ALIKE", 3), ("_LEFT_OUT", 8)):
            patch.setattr(f"hoctap.site.changed_text.{name}", value)
        read = changed(after.encode(), before.encode()).decode()
    together = {after[at : at + 4] for at in range(len(after))}
    assert not [one for one in together if one not in read and one not in before]


@pytest.mark.parametrize("name", ["a.csv", "a.html", "a.zip", "a.sqlite", "a.parquet"])
def test_of_a_file_that_changed_what_is_new_is_judged(tmp_path: Path, name: str) -> None:
    for folder, cell in (("old", "xin chào"), ("new", "xin chào nhé"), ("leak", PHONE), ("cut", "Gọi 0912 345 lần")):
        _written(tmp_path / folder / name, [f"{at} con số" for at in range(5000)] + [cell] + ["", "678 người"] * 3000)
    first = Judge(tmp_path / "good", frozenset())
    judge = Judge(tmp_path / "good", first.refuse(tmp_path / "old"), old=tmp_path / "old")
    judge.refuse(tmp_path / "new")
    judge.refuse(tmp_path / "cut")
    with pytest.raises(LeakError, match=rf"^{name}: .*số điện thoại$"):
        judge.refuse(tmp_path / "leak")


def test_a_file_named_after_its_content_is_read_beside_the_one_it_replaces(tmp_path: Path) -> None:
    parts = [("a.csv", b"x\n1\n"), ("b.csv", b"x\n2\n")]
    for name, last in (
        ("old/data-0123456789ab.zip", b"x\n2\n"),
        ("new/data-ba9876543210.zip", f"x\n{PHONE}\n".encode()),
    ):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(zipped([parts[0], ("b.csv", last)], 0))
    judge = Judge(tmp_path / "good", frozenset())
    judge = Judge(tmp_path / "good", judge.refuse(tmp_path / "old"), old=tmp_path / "old")
    assert judge.before("data-ba9876543210.zip", "") == (tmp_path / "old/data-0123456789ab.zip").read_bytes()
    assert judge.before("other-ba9876543210.zip", "") == b""
    with pytest.raises(LeakError, match=r": b\.csv: số điện thoại$"):
        judge.refuse(tmp_path / "new")


def test_of_what_is_new_checksums_and_addresses_raise_no_suspicion() -> None:
    text = f'{{"a": "{"0912345678" * 4}", "b": "https://vi-du.vn/0912345678"}}'
    assert not is_suspected("a.json", text, "")
    assert is_suspected("a.html", f"<p>https://vi-du.vn/</p><p>{PHONE}</p>", "")
    assert is_suspected("a.json", f'{{"x": "ghp_{chr(97) * 36}"}}', "")


def test_an_old_file_that_was_never_found_good_vouches_for_nothing(tmp_path: Path) -> None:
    for folder in ("old", "new"):
        _written(tmp_path / folder / "a.csv", [PHONE, folder])
    with pytest.raises(LeakError):
        Judge(tmp_path / "good", frozenset(), old=tmp_path / "old").refuse(tmp_path / "new")


def _written(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".zip":
        path.write_bytes(zipped([("data/a.csv", "\n".join(lines).encode())], 0))
    elif path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE one (cell TEXT)")
            database.executemany("INSERT INTO one VALUES (?)", [(line,) for line in lines])
    elif path.suffix == ".parquet":
        pq.write_table(pa.table({"cell": lines}), path)
    else:
        path.write_text("".join(f"<p>{line}</p>\n" if path.suffix == ".html" else f"{line}\n" for line in lines))


_BOTH = {"a": ["1", "2", None], "b": [1.5, None, 3.0]}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (pa.table(_BOTH), {"a", "b"}),
        (pa.table({**_BOTH, "c": ["x", "y", "z"]}), {"a", "b"}),
        (pa.table({"b": _BOTH["b"], "a": _BOTH["a"]}), {"a", "b"}),
        (pa.table({**_BOTH, "b": [1.5, None, 4.0]}), {"a"}),
        (pa.table({"a": ["1", "2", "2"], "b": _BOTH["b"]}), {"b"}),
        (pa.table(_BOTH).slice(1), set()),
        (pa.table(_BOTH).set_column(0, "a", pa.array([b"1", b"2", None])), {"b"}),
        (pa.table([_BOTH["a"], _BOTH["a"]], names=["a", "a"]), set()),
        (pa.table({"a": [{"x": "1"}, {"x": "2"}, None], "b": _BOTH["b"]}), {"b"}),
        (pa.table({"a": [{"x": "1", "y": "1"}, None, None], "b": _BOTH["b"]}), set()),
    ],
    ids=[
        "the same",
        "one more",
        "in another order",
        "a number",
        "a text",
        "a row",
        "a type",
        "a name",
        "one in",
        "two in",
    ],
)
def test_columns_of_parquet_that_are_the_same_are_known_by_their_bytes(other: pa.Table, same: set[str]) -> None:
    packed = []
    for table in (pa.table(_BOTH), other):
        out = BytesIO()
        pq.write_table(table, out)
        packed.append(out.getvalue())
    assert same_columns(*packed) == same_columns(*reversed(packed)) == same


@pytest.mark.parametrize("name", ["a.zip", "a.xlsx"])
def test_of_an_archive_that_changed_each_part_that_is_not_as_it_was_is_judged(tmp_path: Path, name: str) -> None:
    site, old = tmp_path / "site", tmp_path / "old"
    for folder, text in ((old, "x\n1\n"), (site, f"x\n{PHONE}\n")):
        folder.mkdir()
        (folder / name).write_bytes(zipped([("a.csv", b"x\n1\n"), ("b.csv", text.encode())], 0))
    first = Judge(tmp_path / "good", frozenset()).refuse(old)
    with pytest.raises(LeakError, match=r": b\.csv: số điện thoại$"):
        Judge(tmp_path / "good", first, Sums(), old).refuse(site)


def test_of_two_parts_of_one_name_in_an_archive_none_counts_as_read(tmp_path: Path) -> None:
    before, now = tmp_path / "before.zip", tmp_path / "now.zip"
    with zipfile.ZipFile(before, "w") as archive:
        archive.writestr("a.csv", "x")
    with zipfile.ZipFile(now, "w") as archive:
        archive.writestr("a.csv", PHONE)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.csv", "x")
    assert same_parts(before.read_bytes(), before.read_bytes()) == {"a.csv"}
    assert same_parts(now.read_bytes(), before.read_bytes()) == frozenset()


TAGS = (
    "<p>",
    "</p>",
    '<a href="a/">',
    "<b>",
    "</b>",
    "<br>",
    "<p",
    "<",
    ">",
    "<!-- x -->",
    "<script>",
    '<p onclick="x">',
)
TEXTS = ("a", "ế", "\u200b", "\u202e", "\n", "", "1 < 2", "x>y")
PAGES = st.lists(st.lists(st.sampled_from(TAGS + TEXTS), max_size=6).map("".join), min_size=1, max_size=5)


@settings(max_examples=300, deadline=None)
@given(pages=PAGES)
def test_of_pages_judged_together_is_said_what_is_said_of_each_alone(pages: list[str]) -> None:
    with TemporaryDirectory() as place:
        names = [f"{number}.html" for number in range(len(pages))]
        for name, page in zip(names, pages, strict=True):
            (Path(place) / name).write_bytes(f"<!doctype html>{page}".encode())
        alone = [fault for name in names for fault in _faults_of(Path(place), [name])]
        assert sorted(_faults_of(Path(place), names)) == sorted(alone)


def test_what_a_page_may_name_is_found_in_a_page_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("a.html", "data/b.html"):
        (tmp_path / name).write_text("<p>ban@vi-du.vn</p>")
    with pytest.raises(LeakError, match=r"^data/b\.html: địa chỉ thư điện tử$"):
        Judge(tmp_path / "good", frozenset()).refuse(tmp_path, "ban@vi-du.vn")


PIECES = ("<p>", "</p>", "<br>", "a", "\n", "Gọi 0912", " 345 678", "ngày sinh", ": 01/02/1980", f'<p title="{PHONE}">')
LEAKY = st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(pages=LEAKY)
def test_of_pages_read_once_is_found_what_is_found_of_each_alone(pages: list[str]) -> None:
    with TemporaryDirectory() as place:
        for number, page in enumerate(pages):
            (Path(place) / f"{number}.html").write_text(page)
        assert _leaks_of(Path(place), Pages()) == _leaks_of(Path(place), None)


def test_of_very_many_pieces_that_were_met_all_are_forgotten_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoctap.site.judge._MOST_MET", 3)
    pages = Pages()
    assert [pages.new_in("a", page) for page in (b"<p>a", b"<p>a", b"<p>b", b"<p>a")] == [
        b"<p>a",
        b"",
        b"<p>b",
        b"<p>a",
    ]


def _leaks_of(site: Path, pages: Pages | None) -> str:
    try:
        refuse_leaks(site, pages=pages)
    except LeakError as error:
        return str(error)
    return ""


def _faults_of(site: Path, names: list[str]) -> list[str]:
    pages = Pages()
    for name in names:
        pages.new_in(name, (site / name).read_bytes())
    return str(pages.error).split("\n") if pages.error else []
