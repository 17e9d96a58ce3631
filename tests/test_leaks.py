"""The last gate finds what must not go out, in whatever file it hides, and nothing where there is nothing."""

import gzip
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.check.perhaps_personal import CODES, PATTERNS, perhaps_personal
from hoctap.check.personal_forms import FORMS
from hoctap.check.personal_scan import suspected
from hoctap.exports.zipped import zipped
from hoctap.site import leaks
from hoctap.site.leaks import LeakError, refuse_leaks

PHONE, IDENTITY, EMAIL, TOKEN = "0912 345 678", "012345678901", "ai.do@vi-du.vn", "ghp_" + "a1B2" * 9
FOUND = (
    (PHONE, "số điện thoại"),
    (IDENTITY, "số căn cước công dân"),
    (EMAIL, "địa chỉ thư điện tử"),
    (TOKEN, "khóa bí mật"),
)


def _zip(text: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.csv", f"x\n{text}\n")
    return out.getvalue()


def _sqlite(text: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", (text,))
        database.commit()
        return database.serialize()


def _parquet(text: str) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = BytesIO()
    pq.write_table(pa.table({"x": [text]}), out)
    return out.getvalue()


def _xlsx(text: str) -> bytes:
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet().write_string(0, 0, text)
    book.close()
    return out.getvalue()


HIDING = {
    "a.csv": lambda text: f"x\n{text}\n".encode(),
    "a.json": lambda text: f'{{"x": "{text}"}}'.encode(),
    "a.html": lambda text: f"<p>Gọi <b>{text}</b></p>".encode(),
    "b.html": lambda text: f'<img alt="{text}">'.encode(),
    "a.ics": lambda text: f"DESCRIPTION:{text}\r\n".encode(),
    "a.pf_fragment": lambda text: gzip.compress(f'{{"content":"{text}"}}'.encode(), mtime=0),
    "a.zip": _zip,
    "a.xlsx": _xlsx,
    "a.sqlite": _sqlite,
    "a.sqlite.gz": lambda text: gzip.compress(_sqlite(text), mtime=0),
    "a.parquet": _parquet,
}


@pytest.fixture(autouse=True)
def _asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "_FEW", -1)  # so that the faster engine is asked first of few bytes, too


@pytest.mark.parametrize("few", [-1, leaks._FEW])
@pytest.mark.parametrize("name", HIDING)
@pytest.mark.parametrize(("text", "what"), FOUND, ids=[what for _, what in FOUND])
def test_it_is_found_wherever_it_hides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, what: str, few: int
) -> None:
    monkeypatch.setattr(leaks, "_FEW", few)
    path = tmp_path / name
    path.write_bytes(HIDING[name](text))
    with pytest.raises(LeakError) as leak:
        refuse_leaks(tmp_path)
    assert [line for line in str(leak.value).splitlines() if line.endswith(what)]
    assert text not in str(leak.value)


@pytest.mark.parametrize(
    "text",
    [
        "https://vi-du.vn/bai-0912345678.html",
        "0.1234567891",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709" + "0912345678",
        "2025-02-21",
        "1.234.567.890.123",
    ],
)
def test_addresses_checksums_and_figures_are_let_through(tmp_path: Path, text: str) -> None:
    for name, hide in HIDING.items():
        (tmp_path / name).write_bytes(hide(text))
    refuse_leaks(tmp_path)


@pytest.mark.parametrize("name", ["a.js", "a.wasm", "lib.zip", "assets/py/0.29.0/lib.json"])
def test_code_may_name_its_authors_and_holds_no_secret(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_code(name, f"by {EMAIL}, {PHONE}"))
    refuse_leaks(tmp_path)
    path.write_bytes(_code(name, f"by {EMAIL}, {TOKEN}"))
    with pytest.raises(LeakError, match=rf"^{name}(: lib/a\.py)?: khóa bí mật$"):
        refuse_leaks(tmp_path)


def _code(name: str, text: str) -> bytes:
    if name.endswith(".zip"):
        return zipped([("lib/a.py", text.encode())], 0)
    return b"\xff\x00" + text.encode()


@pytest.mark.parametrize(
    ("first", "its_part"), [("a.zip", "lib/a.py"), ("a.zip", "a.html"), ("assets/py/0.29.0/a.zip", "a.csv")]
)
def test_what_one_archive_may_hold_is_found_in_another_that_may_not(tmp_path: Path, first: str, its_part: str) -> None:
    text = f"x\nhref: {PHONE}\n" if its_part != "a.html" else f'<path d="{PHONE}"/>'
    (tmp_path / first).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / first).write_bytes(zipped([(its_part, text.encode())], 0))
    refuse_leaks(tmp_path)
    (tmp_path / "b.zip").write_bytes(zipped([("a.csv", text.encode())], 0))
    with pytest.raises(LeakError, match=r"^b\.zip: a\.csv: số điện thoại$"):
        refuse_leaks(tmp_path)


def test_the_address_for_letters_that_an_archive_may_name_is_found_in_the_data(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "a.zip").write_bytes(zipped([("a.csv", EMAIL.encode())], 0))
    refuse_leaks(tmp_path, EMAIL)
    (tmp_path / "data/b.zip").write_bytes(zipped([("a.csv", EMAIL.encode())], 0))
    with pytest.raises(LeakError, match=r"^data/b\.zip: a\.csv: địa chỉ thư điện tử$"):
        refuse_leaks(tmp_path, EMAIL)


def test_a_leak_that_two_archives_share_is_told(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.zip"):
        (tmp_path / name).write_bytes(zipped([("good.csv", b"x"), ("a.csv", PHONE.encode())], 0))
    with pytest.raises(LeakError, match=r"^a\.xlsx: a\.csv: số điện thoại$"):
        refuse_leaks(tmp_path)


@pytest.mark.parametrize("before", range(90, 104))
def test_what_lies_across_the_parts_of_a_long_text_is_found_and_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    monkeypatch.setattr(leaks, "_LONGEST", 100)
    (tmp_path / "a.csv").write_text(f"{'x' * (before % 2)}{'ă' * (before // 2)} {PHONE} {'ế ' * 3_000}")
    with pytest.raises(LeakError, match=r"^a\.csv: số điện thoại$"):
        refuse_leaks(tmp_path)


@pytest.mark.parametrize("more", [0, 60_000])
@pytest.mark.parametrize("wrong", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x80"])
def test_it_is_found_beside_bytes_that_are_no_letters(tmp_path: Path, wrong: bytes, more: int) -> None:
    (tmp_path / "a.csv").write_bytes("ế".encode() * more + wrong + f" {PHONE} ".encode() + wrong)
    with pytest.raises(LeakError, match=r"^a\.csv: số điện thoại$"):
        refuse_leaks(tmp_path)


def test_numbers_of_drawings_are_let_through(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<svg viewBox="0 0 7200 2400 1"><path d="M0 0 100 100 200 2000"/></svg>')
    refuse_leaks(tmp_path)


def test_what_is_published_holds_nothing_private(published: Path) -> None:
    refuse_leaks(published)


_WITHOUT_PANDAS = """
import sys
from pathlib import Path
from hoctap.exports.parquet import parquet
from hoctap.model.figures import figures_table
from hoctap.exports.zipped import zipped
from hoctap.site.leaks import refuse_leaks
table, folder = figures_table(), Path(sys.argv[1])
row = ["2024-01-01" if field.type == "date" else "" for field in table.fields]
(folder / "a.parquet").write_bytes(parquet(table, [row]))
refuse_leaks(folder)
sys.exit("pandas" in sys.modules)
"""


def test_neither_a_table_nor_its_last_look_loads_pandas(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _WITHOUT_PANDAS, str(tmp_path)], check=True)
    assert (tmp_path / "a.parquet").stat().st_size > 0


def _texts_with(pattern: re.Pattern[str]) -> st.SearchStrategy[list[str]]:
    """Return five texts with something in each that a pattern finds: the engine reads all patterns for each call."""
    around = st.text(st.sampled_from("a1 .,/-\u00a0đ\n<"), max_size=3)
    text = st.tuples(around, st.from_regex(pattern), around).map("".join)
    return st.lists(text, min_size=5, max_size=5)


def _bytes_of(texts: list[str]) -> list[bytes]:
    return [text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode() for text in texts]


WITH_FORMS, WITH_PATTERNS = [_texts_with(form.pattern) for form in FORMS], [_texts_with(each) for each in PATTERNS]


@pytest.mark.parametrize("number", range(len(FORMS)))
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_the_faster_engine_suspects_all_that_a_form_finds(number: int, data: st.DataObject) -> None:
    texts = data.draw(WITH_FORMS[number])
    for text, is_suspected in zip(texts, suspected(_bytes_of(texts)), strict=True):
        assert is_suspected or not FORMS[number].found_in(text, text.lower())


@pytest.mark.parametrize("number", range(len(PATTERNS)))
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_the_faster_engine_suspects_all_that_may_be_of_a_person(number: int, data: st.DataObject) -> None:
    texts = data.draw(WITH_PATTERNS[number])
    for text, is_suspected in zip(texts, suspected(_bytes_of(texts), PATTERNS), strict=True):
        if PATTERNS[number].search(text):
            assert is_suspected
            assert not re.fullmatch(CODES, text) or not list(perhaps_personal(text))


def test_a_text_without_anything_personal_is_not_read_twice() -> None:
    assert (
        suspected(["Năm 2025 có 15.000 hội viên, đạt 97,5 %.".encode(), b"", b"M0 0 1 5-5m0 2a3 3 0 0 0-3 3 3 3"])
        == [False] * 3
    )
