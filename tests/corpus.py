"""What people really send: named inputs laid over base one at a time, bad ones with rule and cure, odd ones right.

A bad cell is told by file, row, column and what was typed; the line is found in the file. Other faults are told as a
change of bytes with their line. Cures are the part of the hint that mends this very value.
"""

import csv
import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

R, OBS = "datapackages/reference/data", "datapackages/unit-statistics/data/observations"
U, C = "datapackages/unit-statistics/data", "datapackages/campaign-guidelines/data"
DL = f"{OBS}/dong-lau.csv"
RATE, MONEY = "tinh-dong-lau,learning-citizens-rate,2025", "hoi-khuyen-hoc-tinh-dong-lau,fund-raised-vnd,2022"
STAFF, ADULTS = "so-giao-duc-tinh-dong-lau,staff-online", "tinh-dong-lau,adults-total,2025"
SCHOOL = "truong-thpt-ho-sen,don-vi-hoc-tap,2"


@dataclass(frozen=True)
class Input:
    """One input: what it does to which file, and what `check` must say of it (an empty rule: nothing)."""

    kind: str
    name: str
    file: str
    spoil: Callable[[bytes], bytes]
    line: int | str = 0
    rule: str = ""
    cure: str = ""

    def lay_on(self, root: Path) -> int:
        """Spoil the file under `root`; return the line that the finding must name."""
        path = root / self.file
        before = path.read_bytes() if path.exists() else b""
        line = self.line if isinstance(self.line, int) else line_of(before, self.line)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.spoil(before))
        return line


def line_of(data: bytes, start: str) -> int:
    """Return the line that starts with `start` or holds it."""
    rows = data.decode().splitlines()
    starting = (n for n, row in enumerate(rows, 1) if row.startswith(start))
    return next(starting, 0) or next(n for n, row in enumerate(rows, 1) if start in row)


def cell(row: str, column: str, typed: str) -> Callable[[bytes], bytes]:
    """Return the change that types `typed` into a cell."""

    def spoil(data: bytes) -> bytes:
        header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
        (found,) = [each for each in rows if ",".join(each).startswith(row)]
        found[header.index(column)] = typed
        return written([header, *rows])

    return spoil


def written(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    # A carriage return alone would end a row for whoever reads it, unless it is quoted.
    has_return = any("\r" in each for row in rows for each in row)
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL if has_return else csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue().encode()


def swap(old: str | bytes, new: str | bytes) -> Callable[[bytes], bytes]:
    """Return the change of one piece of the file."""
    was, now = (each.encode() if isinstance(each, str) else each for each in (old, new))

    def spoil(data: bytes) -> bytes:
        assert was in data, was
        return data.replace(was, now, 1)

    return spoil


def only_row(row: bytes) -> Callable[[bytes], bytes]:
    """Return the change that leaves the header and one row."""
    return lambda data: data.splitlines(keepends=True)[0] + row + b"\n"


def typed(kind: str, name: str, where: tuple[str, str, str], text: str, rule: str, cure: str = "") -> Input:
    file, row, column = where
    return Input(kind, name, file, cell(row, column, text), row, rule, cure)


def whole(
    kind: str, name: str, file: str, spoil: Callable[[bytes], bytes], line: int, rule: str, cure: str = ""
) -> Input:
    return Input(kind, name, file, spoil, line, rule, cure)


VALUE, COUNT, SHARE = (DL, MONEY, "value"), (DL, ADULTS, "value"), (DL, RATE, "value")
PERIOD, NOTE, UNTIL = (DL, STAFF, "period"), (DL, STAFF, "note"), (f"{U}/recognitions.csv", SCHOOL, "valid_until")
TERM, SOURCE = (f"{R}/terms.csv", "khuyen-tai", "definition_vi"), (f"{R}/sources.csv", "binh-ho-2026-05", "title")
TOLERANCE = (f"{R}/ratios.csv", "learning-citizens-rate", "tolerance")
TYPE = "value-has-its-type"

NUMBERS = [
    typed("numbers and dates", name, where, text, rule, cure)
    for name, where, text, rule, cure in (
        ("points between thousands", COUNT, "735.447", "count-is-whole", "viết là 735447"),
        ("points between thousands, twice", VALUE, "1.250.000.000", TYPE, "viết là 1250000000"),
        ("decimal comma", SHARE, "61,5", TYPE, "viết là 61.5"),
        ("points and a comma", SHARE, "1.234,5", TYPE, "viết là 1234.5"),
        ("English thousands", VALUE, "1,250,000,000", TYPE, "viết là 1250000000"),
        ("English thousands and decimals", SHARE, "1,234.5", TYPE, "viết là 1234.5"),
        ("per cent sign", SHARE, "61.5%", TYPE, "viết là 61.5"),
        ("per cent sign after a space", SHARE, "61,5 %", TYPE, "viết là 61.5"),
        ("spaces between thousands", COUNT, "735 447", TYPE, "viết là 735447"),
        ("hard spaces between thousands", COUNT, "735\u00a0447", TYPE, "viết là 735447"),
        ("narrow spaces between thousands", COUNT, "735\u202f447", TYPE, "viết là 735447"),
        ("millions in words", VALUE, "1250 triệu", TYPE, "viết là 1250000000"),
        ("billions in words", VALUE, "1,25 tỷ đồng", TYPE, "viết là 1250000000"),
        ("thousands in words", COUNT, "735 nghìn", TYPE, "viết là 735000"),
        ("currency sign", VALUE, "1.250.000.000đ", TYPE, "viết là 1250000000"),
        ("currency word", VALUE, "1250000000 đồng", TYPE, "viết là 1250000000"),
        ("more than, in words", COUNT, "hơn 735.000", TYPE, "viết là 735000, và ghi over"),
        ("about, in words", COUNT, "khoảng 735.000", TYPE, "viết là 735000, và ghi about"),
        ("nearly, in words", COUNT, "gần 740.000", TYPE, "ghi nearly"),
        ("less than, in words", COUNT, "dưới 740.000", TYPE, "ghi under"),
        ("at least, in words", COUNT, "ít nhất 700.000", TYPE, "ghi at_least"),
        ("dash for missing", COUNT, "-", TYPE, "để ô trống"),
        ("long dash for missing", COUNT, "—", TYPE, "để ô trống"),
        ("dots for missing", COUNT, "...", TYPE, "để ô trống"),
        ("words for missing", COUNT, "chưa có", TYPE, "để ô trống"),
        ("N/A", COUNT, "N/A", TYPE, "để ô trống"),
        ("letter O for zero", COUNT, "735O47", TYPE, ""),
        ("footnote mark", COUNT, "735447*", TYPE, ""),
        ("two figures in a cell", COUNT, "735447-735500", TYPE, ""),
        ("day first", UNTIL, "31/12/2027", TYPE, "viết là 2027-12-31"),
        ("day first, without zeros", UNTIL, "1/2/2027", TYPE, "viết là 2027-02-01"),
        ("day first with points", UNTIL, "31.12.2027", TYPE, "viết là 2027-12-31"),
        ("day first with hyphens", UNTIL, "31-12-2027", TYPE, "viết là 2027-12-31"),
        ("year first with slashes", UNTIL, "2027/12/31", TYPE, "viết là 2027-12-31"),
        ("month without its zero", UNTIL, "2027-1-2", TYPE, "viết là 2027-01-02"),
        ("day that is not", UNTIL, "2027-02-30", TYPE, ""),
        ("Excel serial day", UNTIL, "46752", TYPE, "viết là 2027-12-31"),
        ("time after the day", UNTIL, "2027-12-31 00:00:00", TYPE, ""),
        ("period day first", PERIOD, "01/03/2025", "value-within-constraints", "viết là 2025-03-01"),
        ("period month first", PERIOD, "3/2025", "value-within-constraints", "viết là 2025-03"),
        ("period in words", PERIOD, "năm 2024", "value-within-constraints", "viết là 2024"),
        ("period month in words", PERIOD, "tháng 3/2025", "value-within-constraints", "viết là 2025-03"),
        ("period with a hyphen", PERIOD, "2020-2024", "value-within-constraints", "viết là 2020/2024"),
        ("period with a long dash", PERIOD, "2020–2024", "value-within-constraints", "viết là 2020/2024"),
        ("period as Excel serial day", PERIOD, "45717", "value-within-constraints", "viết là 2025-03-01"),
        ("period as the name of its month", PERIOD, "Jul-24", "value-within-constraints", "viết là 2024-07"),
        (
            "period as the name of its month, in Vietnamese",
            PERIOD,
            "Thg7-24",
            "value-within-constraints",
            "viết là 2024-07",
        ),
        ("dust of a program", SHARE, "61.49999999999999", TYPE, "nếu là 61.5"),
        ("month 13", PERIOD, "2024-13", TYPE, "xem lại ngày, tháng"),
        ("school year of two digits", PERIOD, "2024/25", "value-within-constraints", "viết là 2024/2025"),
        ("31 April", (f"{C}/documents.csv", "qd-777", "issued_on"), "2021-04-31", TYPE, "xem lại ngày, tháng"),
        (
            "school year for a year",
            (f"{U}/recognitions.csv", SCHOOL, "year"),
            "2024-2025",
            TYPE,
            "ghi một năm, đủ bốn chữ số",
        ),
        ("nothing below zero", COUNT, "-0", TYPE, "nếu là 0"),
        ("nothing below zero, with a point", SHARE, "-0.0", TYPE, "nếu là 0"),
        ("tolerance of another size", TOLERANCE, "15", "value-within-constraints", ""),
        ("tolerance in per cent", TOLERANCE, "15%", TYPE, "tính bằng điểm phần trăm; chỉ ghi con số, như 0.15"),
        ("tolerance with a comma", TOLERANCE, "0,15", TYPE, "viết là 0.15"),
        ("nothing before the point", COUNT, ".5", TYPE, "xem lại con số"),
        ("Swiss groups", COUNT, "735’447", TYPE, "nếu là 735447"),
        ("letter l for one", COUNT, "7354l7", TYPE, "nếu là 735417"),
        ("an error of a spreadsheet", COUNT, "#N/A", TYPE, "để ô trống"),
        ("a truth of a spreadsheet", COUNT, "TRUE", TYPE, "để ô trống"),
        ("period that ends before it starts", PERIOD, "2024/2020", TYPE, ""),
        ("quarter", PERIOD, "Q1/2024", "value-within-constraints", ""),
        (
            "lost zero of a code",
            (f"{R}/areas.csv", "binh-ho,", "code"),
            "7",
            "value-within-constraints",
            "có phải là 07?",
        ),
    )
]

# What came back in forms and tables of real people, each kind once and its neighbours, typed into the data themselves.
SENT = [
    typed("sent figures", name, where, text, rule, cure)
    for name, where, text, rule, cure in (
        ("two numbers on two lines", COUNT, "120\n150", TYPE, ""),
        ("two numbers with a blank", COUNT, "120 150", TYPE, ""),
        ("per cent of a count", COUNT, "85%", TYPE, ""),
        ("per cent of money", VALUE, "85%", TYPE, ""),
        ("money of a count", COUNT, "12.000 đồng", TYPE, ""),
        ("people of money", VALUE, "12.000 người", TYPE, ""),
        ("a hedge beside «exactly»", COUNT, "hơn 341.000", TYPE, "viết là 341000, và ghi over"),
        ("a measure in thousands", COUNT, "12 nghìn suất", TYPE, ""),
        ("a round thousand with its point", COUNT, "350.000", "count-is-whole", ""),
        ("four thousand with its point", COUNT, "4.000", "count-is-whole", ""),
        ("a fraction that a spreadsheet makes a day", COUNT, "1/5", TYPE, ""),
        ("a day for a count", COUNT, "31/12", TYPE, ""),
        ("a half as one character", COUNT, "½", TYPE, ""),
        ("billions with a comma", VALUE, "7,5 tỷ", TYPE, "viết là 7500000000"),
        ("dong with its letter", VALUE, "12.000đ", TYPE, "viết là 12000"),
        ("a count with decimals", COUNT, "1.234,5", TYPE, ""),
        ("share as Vietnamese type it", SHARE, "85,5%", TYPE, "viết là 85.5"),
        ("a month of a form", PERIOD, "12/2023", "value-within-constraints", "viết là 2023-12"),
        ("a month with a hyphen", PERIOD, "6-2024", "value-within-constraints", "viết là 2024-06"),
    )
]

TEXT = [
    typed("text", name, where, text, rule, cure)
    for name, where, text, rule, cure in (
        ("NFD", TERM, unicodedata.normalize("NFD", "Giúp đỡ người có tài."), "text-is-composed", "hoctap fix"),
        ("NBSP", TERM, "Giúp\u00a0đỡ người có tài.", "spaces-are-single-and-ordinary", "hoctap fix"),
        ("space at the end", TERM, "Giúp đỡ người có tài. ", "spaces-are-single-and-ordinary", "hoctap fix"),
        ("two spaces", TERM, "Giúp  đỡ người có tài.", "spaces-are-single-and-ordinary", "hoctap fix"),
        ("Icelandic capital eth", TERM, "Ðào tạo người có tài.", "letters-are-vietnamese", "viết là Đào tạo"),
        ("African capital D", TERM, "Ɖào tạo người có tài.", "letters-are-vietnamese", "viết là Đào tạo"),
        ("Icelandic small eth", TERM, "Giúp ðỡ người có tài.", "letters-are-vietnamese", "viết là Giúp đỡ"),
        ("Cyrillic letter", TERM, "Giúp đỡ người c\u043e tài.", "letters-are-vietnamese", ""),
        ("Greek letter", TERM, "Giúp đỡ người c\u03bf tài.", "letters-are-vietnamese", ""),
        ("full-width letters", TERM, "Ｇiúp đỡ người có tài.", "letters-are-vietnamese", "viết là Giúp"),
        ("full-width digits", NOTE, "nguồn ghi １２", "letters-are-vietnamese", "viết là nguồn ghi 12"),
        ("TCVN3", TERM, "Gióp ®ì ng­êi cã tµi, khuyÕn häc", "text-is-not-garbled", "Giúp đỡ người có tài, khuyến học"),
        ("VNI", TERM, "Giuùp ñôõ ngöôøi coù taøi", "text-is-not-garbled", "Giúp đỡ người có tài"),
        ("Windows-1258 read as Western", TERM, "Khuyêìn hoòc", "text-is-not-garbled", "Khuyến học"),
        ("UTF-8 read as Western", TERM, "Giúp đỡ".encode().decode("latin-1"), "text-is-not-garbled", "Giúp đỡ"),
        ("replacement character", TERM, "Giúp \ufffdỡ người có tài.", "characters-are-visible", ""),
        ("zero-width space", TERM, "Giúp\u200b đỡ người có tài.", "characters-are-visible", ""),
        ("right-to-left override", TERM, "Giúp \u202eđỡ người có tài.", "characters-are-visible", ""),
        ("soft hyphen", TERM, "Giúp đỡ người\u00ad có tài.", "characters-are-visible", ""),
        ("NUL", TERM, "Giúp\x00 đỡ người có tài.", "characters-are-visible", ""),
        ("line break in a cell", TERM, "Giúp đỡ\nngười có tài.", "cell-stands-on-one-line", "thay chỗ xuống dòng"),
        ("line separator in a cell", TERM, "Giúp đỡ\u2028người có tài.", "cell-stands-on-one-line", ""),
        ("HTML tag", TERM, "<b>Giúp đỡ</b> người có tài.", "text-is-not-markup", ""),
        ("template code", TERM, "{{ config }}", "text-is-not-markup", ""),
        ("script address", TERM, "[x](javascript:alert(1))", "text-is-not-markup", ""),
    )
]

TERMS, UNITS = f"{R}/terms.csv", f"{R}/units.csv"
STRUCTURE = [
    whole("text", "BOM", TERMS, lambda data: b"\xef\xbb\xbf" + data, 1, "file-is-utf8", "hoctap fix"),
    whole("text", "UTF-16", TERMS, lambda data: data.decode().encode("utf-16"), 1, "file-is-utf8", "CSV UTF-8"),
    whole("text", "Windows-1258", TERMS, only_row(b"khuyen-tai,Khuy\xea\xecn ta\xcci,,,,"), 2, "file-is-utf8", "Khuyến tài"),
    whole("text", "TCVN3 bytes", TERMS, only_row(b"khuyen-tai,Khuy\xd5n t\xb5i,,,,"), 2, "file-is-utf8", "Khuyến tài"),
    whole("structure", "empty", TERMS, lambda _: b"", 1, "header-matches-the-schema", "dòng đầu"),
    whole("structure", "header only", TERMS, lambda data: data.splitlines(keepends=True)[0], 1, "table-has-rows"),
    whole("structure", "semicolons", TERMS, lambda data: data.replace(b",", b";"), 1, "header-matches-the-schema", "dấu chấm phẩy"),
    whole("structure", "tabs", TERMS, lambda data: data.replace(b",", b"\t"), 1, "header-matches-the-schema", "dấu tab"),
    whole("structure", "blank first line", TERMS, lambda data: b"\n" + data, 1, "header-matches-the-schema", "dòng trống"),
    whole("structure", "renamed column", TERMS, swap("term_id", "id"), 1, "header-matches-the-schema", "thiếu cột: term_id"),
    whole("structure", "columns moved", TERMS, swap("term_id,term,", "term,term_id,"), 1, "header-matches-the-schema", "term_id,term"),
    whole("structure", "one cell too few", TERMS, swap("khuyen-tai,Khuyến tài,,", "khuyen-tai,Khuyến tài,"), 3, "row-has-every-cell"),
    whole("structure", "one cell too many", TERMS, swap("khuyen-tai,Khuyến tài,,", "khuyen-tai,Khuyến tài,,,"), 3, "row-has-every-cell"),
    whole("structure", "decimal comma without quotes", DL, swap("stated,61.5,", "stated,61,5,"), 18, "row-has-every-cell", "61.5"),
    whole("structure", "quote never closed", TERMS, swap("khuyen-tai,Khuyến", 'khuyen-tai,"Khuyến'), 3, "file-is-csv"),
    whole("structure", "text after a closing quote", TERMS, swap('"Phát hiện, giúp', '"Phát hiện," giúp'), 3, "file-is-csv"),
    whole("structure", "mixed newlines", TERMS, lambda data: data.replace(b"\n", b"\r\n", 2), 1, "file-is-canonical", "hoctap fix"),
    whole("structure", "Windows newlines", TERMS, lambda data: data.replace(b"\n", b"\r\n"), 1, "file-is-canonical", "hoctap fix"),
    whole("structure", "no newline at the end", TERMS, lambda data: data.rstrip(b"\n"), 4, "file-is-canonical", "hoctap fix"),
    whole("structure", "quotes nobody needs", TERMS, swap("khuyen-tai,Khuyến tài", 'khuyen-tai,"Khuyến tài"'), 3, "file-is-canonical"),
    whole("structure", "rows out of order", TERMS, lambda d: b"".join(d.splitlines(keepends=True)[n] for n in (0, 2, 1, 3)), 2, "file-is-canonical"),
    whole("structure", "blank row", TERMS, swap("\nkhuyen-tai", "\n\nkhuyen-tai"), 3, "row-is-not-blank", "hoctap fix"),
    whole("structure", "row of commas", TERMS, swap("\nkhuyen-tai", "\n,,,,,\nkhuyen-tai"), 3, "row-is-not-blank", "hoctap fix"),
    whole("structure", "LFS pointer", TERMS, lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", 1, "file-is-csv", "LFS"),
    whole("structure", "conflict markers", TERMS, swap("\nkhuyen-tai", "\n<<<<<<< HEAD\nkhuyen-tai"), 3, "no-conflict-is-left", "giữ lại"),
    whole("structure", "conflict end", TERMS, swap("\nkhuyen-tai", "\n>>>>>>> nhanh\nkhuyen-tai"), 3, "no-conflict-is-left"),
    whole("structure", "workbook named CSV", TERMS, lambda _: b"PK\x03\x04" + bytes(60), 1, "file-is-csv", "hoctap intake"),
    whole("structure", "PDF named CSV", TERMS, lambda _: b"%PDF-1.7\n\xe2\xe3\n", 1, "file-is-csv"),
    whole("structure", "a line without end", TERMS, swap("Khuyến tài", "x" * 50_000_000), 3, "line-is-short-enough"),
    whole("structure", "100,000 columns", TERMS, lambda _: b",".join(b"c%d" % n for n in range(100_000)) + b"\n", 1, "line-is-short-enough"),
    whole("structure", "file nobody lists", f"{R}/khac.csv", lambda _: b"a,b\n1,2\n", 0, "every-data-file-is-listed", "datapackage.json"),
    whole("structure", "backup file left", f"{R}/terms.csv~", lambda _: b"a\n", 0, "every-data-file-is-listed", "xóa tệp này"),
    whole("structure", "lock file of Excel", f"{R}/~$terms.csv", lambda _: b"a\n", 0, "every-data-file-is-listed", "xóa tệp này"),
    whole("structure", "copy of a file", f"{R}/terms (1).csv", lambda _: b"a\n", 0, "every-data-file-is-listed", "chép vào terms.csv"),
    whole("structure", "workbook left", f"{R}/terms.xlsx", lambda _: b"a\n", 0, "every-data-file-is-listed", "hoctap intake terms.xlsx"),
    whole("structure", "columns in another order", TERMS, swap("term_id,term,", "term,term_id,"), 1, "header-matches-the-schema", "sai thứ tự"),
    whole("structure", "nameless columns", TERMS, lambda data: data.replace(b"\n", b",,\n"), 1, "header-matches-the-schema", "thừa 2 cột không tên"),
]  # fmt: skip

SHEETS = [
    typed("spreadsheet", name, where, text, "cell-is-not-a-formula", "bỏ dấu")
    for name, where, text in (
        ("formula", NOTE, "=1+1"),
        ("command", NOTE, "=cmd|' /C calc'!A0"),
        ("plus formula", NOTE, "+1+1"),
        ("at formula", NOTE, "@SUM(A1)"),
        ("minus formula", NOTE, "-A1"),
        ("formula after a space", TERM, " =1+1"),
        ("formula after a tab", TERM, "\t=1+1"),
        ("full-width equals", TERM, "＝1+1"),
        ("formula in a title", SOURCE, '=HYPERLINK("https://x.vn")'),
    )
] + [
    typed("spreadsheet", "error of a formula", COUNT, "#DIV/0!", TYPE, ""),
    typed("spreadsheet", "hashes of a narrow column", COUNT, "######", TYPE, ""),
    typed("spreadsheet", "exponent", COUNT, "7.35E+05", TYPE, "nếu là 735000 thì viết đúng như thế"),
    typed("spreadsheet", "NaN", COUNT, "NaN", TYPE, "viết lại chỉ bằng chữ số"),
    typed("spreadsheet", "infinite", COUNT, "INF", TYPE, "viết lại chỉ bằng chữ số"),
    typed("spreadsheet", "beyond floating point", COUNT, "1e400", TYPE, "viết lại chỉ bằng chữ số"),
]

KEYS = [
    typed("keys", name, where, text, rule, cure)
    for name, where, text, rule, cure in (
        ("misspelt unit", (DL, MONEY, "unit_id"), "hoi-khuyen-hoc-tinh-dong-la", "reference-exists", "hoi-khuyen-hoc-tinh-dong-lau?"),
        ("misspelt indicator", (DL, ADULTS, "indicator_id"), "adult-total", "reference-exists", "adults-total?"),
        ("unknown source", (DL, ADULTS, "source_id"), "nguon-la", "reference-exists", ""),
        ("name instead of a code", (DL, ADULTS, "qualifier"), "hơn", "code-is-in-its-list", "ghi mã: over"),
        ("title instead of a code", (UNITS, "tinh-dong-lau", "status"), "đang hoạt động", "code-is-in-its-list", ""),
        ("code in capitals", (DL, ADULTS, "qualifier"), "EXACT", "code-is-in-its-list", "exact?"),
        ("identifier with marks", (TERMS, "khuyen-tai", "term_id"), "khuyến-tài", "value-within-constraints", ""),
        ("identifier in capitals", (TERMS, "khuyen-tai", "term_id"), "Khuyen-Tai", "value-within-constraints", ""),
        ("no source", (DL, ADULTS, "source_id"), "", "required-value-is-there", "điền giá trị"),
        ("no place in the source", (DL, ADULTS, "locator"), "", "required-value-is-there", "điền giá trị"),
        ("no name", (UNITS, "tinh-dong-lau", "name_vi"), "", "required-value-is-there", ""),
        ("same address twice", (f"{R}/sources.csv", "suoi-bac", "url"), "https://bao.example/truong-ho-sen", "source-address-is-unique", ""),
        ("own parent", (UNITS, "tinh-dong-lau", "parent_unit_id"), "tinh-dong-lau", "chains-have-no-circle", ""),
    )
] + [
    whole("keys", "row twice", TERMS, lambda d: d + d.splitlines(keepends=True)[-1], 5, "key-is-unique", "bỏ dòng trùng"),
    whole("keys", "row in another province", f"{OBS}/suoi-bac.csv", lambda d: d + b"truong-thpt-ho-sen,staff-total,2024,moment,stated,60,exact,,,binh-ho-2026-05,x,\n", 5, "observation-stands-in-its-province-file", "binh-ho.csv"),
]  # fmt: skip

TIME_AND_MEANING = [
    typed(kind, name, where, text, rule, cure)
    for kind, name, where, text, rule, cure in (
        ("time", "future of its source", PERIOD, "2026", "period-not-after-its-source", ""),
        ("time", "province not there yet", (DL, ADULTS, "period"), "2020", "area-exists-in-the-period", ""),
        ("time", "district that had ended", (f"{OBS}/suoi-bac.csv", "huyen-khe-da", "period"), "2026", "area-exists-in-the-period", ""),
        ("time", "name of a province that had ended", (f"{OBS}/binh-ho.csv", "truong-thpt-ho-sen,grants-per-school", "note"), "tính cả tỉnh Suối Bạc", "place-name-is-of-its-time", "có phải là Đông Lâu?"),
        ("time", "recognition too long", (f"{U}/recognitions.csv", SCHOOL, "valid_until"), "2028-12-31", "recognition-ends-as-its-title-rules", "viết là 2027-12-31"),
        ("time", "phase before its campaign", (f"{C}/phases.csv", "dong-lau-thi-dua-2024-2030,1", "start"), "2020", "phase-lies-within-its-campaign", ""),
        ("time", "phases that overlap", (f"{C}/phases.csv", "dong-lau-thi-dua-2024-2030,2", "start"), "2026", "phases-follow-one-another", ""),
        ("time", "target after its campaign", (f"{C}/targets.csv", "dong-lau-thi-dua-2024-2030-3", "due"), "2035", "target-is-due-within-its-campaign", ""),
        ("meaning", "count below zero", (DL, STAFF, "value"), "-118", "count-not-negative", ""),
        ("meaning", "half a person", (DL, STAFF, "value"), "118.5", "count-is-whole", ""),
        ("meaning", "share above 100", (f"{OBS}/suoi-bac.csv", "huyen-khe-da", "value"), "120", "share-lies-within-100", ""),
        ("meaning", "share below 0", SHARE, "-5", "share-lies-within-100", ""),
        ("meaning", "no figure and no note", COUNT, "", "empty-value-has-a-note", "ghi chú"),
        ("meaning", "part above its whole", (DL, STAFF, "value"), "121", "parts-match-their-whole", ""),
        ("meaning", "thousandfold slip", (DL, MONEY, "value"), "1250000", "value-not-a-thousandfold-slip", "đơn vị tính"),
        ("meaning", "measure of another kind", (f"{R}/indicators.csv", "staff-online", "unit_measure"), "phan-tram", "measure-fits-the-value-type", ""),
        ("meaning", "target nobody set", (f"{C}/targets.csv", "qd-777-2021-1", "document_id"), "", "target-has-an-owner", ""),
        ("privacy", "phone number", NOTE, "liên hệ 0912345678", "no-personal-data", "xóa"),
        ("privacy", "phone number with points", NOTE, "liên hệ 0912.345.678", "no-personal-data", "xóa"),
        ("privacy", "phone number with country", NOTE, "gọi +84 912 345 678", "no-personal-data", "xóa"),
        ("privacy", "identity number", NOTE, "CCCD 001085012345", "no-personal-data", "xóa"),
        ("privacy", "e-mail", NOTE, "gửi an.nhien@example.vn", "no-personal-data", "xóa"),
        ("privacy", "number plate", NOTE, "xe 29A-123.45", "no-personal-data", "xóa"),
        ("privacy", "access token", NOTE, "ghp_" + "a1" * 18, "no-secret", "xóa ngay"),
        ("privacy", "private key", NOTE, "-----BEGIN RSA PRIVATE KEY-----", "no-secret", "xóa ngay"),
    )
]  # fmt: skip

_BASIC, _TOWNS = "so-giao-duc-tinh-dong-lau,trained-basic", "tinh-dong-lau,learners-urban-rate"
TIME_AND_MEANING += [
    Input("meaning", "parts that do not add up", DL, cell(_BASIC, "value", "6"), "so-giao-duc-tinh-dong-lau,trained-total", "parts-match-their-whole"),
    Input("meaning", "shares above 100 together", DL, cell(_TOWNS, "value", "51.75"), "tinh-dong-lau,learners-rural-rate", "parts-match-their-whole"),
]  # fmt: skip

META = "datapackages/reference/datapackage.json"
READABLE = "descriptor-is-readable"
METADATA = [
    Input("metadata", name, META, swap(old, new), place, READABLE)
    for name, old, new, place in (
        ("licences", '"licenses": [', '"licences": [', '"licenses": ['),
        ("constraint", '"constraints": {', '"constraint": {', '"constraints": {'),
        ("titel", '"title": "Địa phương"', '"titel": "Địa phương"', '"title": "Địa phương"'),
        ("required in quotes", '"required": true', '"required": "yes"', '"required": true'),
        ("pattern without an end", '"pattern": "[0-9]{2,5}"', '"pattern": "("', '"pattern": "[0-9]{2,5}"'),
        ("pattern without end in time", '"pattern": "[0-9]{2,5}"', '"pattern": "(a+)+$"', '"pattern": "[0-9]{2,5}"'),
        ("type that is none", '"type": "date"', '"type": "ngày"', '"type": "date"'),
    )
] + [
    Input("metadata", name, META, swap('"path": "data/areas.csv"', f'"path": "{path}"'), '"data/areas.csv"', rule)
    for name, path, rule in (
        ("path on the web", "https://x.example/a.csv", "path-stays-inside-the-package"),
        ("path of a file address", "file:///etc/passwd", "path-stays-inside-the-package"),
        ("path out of the package", "../../docs/a.csv", "path-stays-inside-the-package"),
        ("path from the root", "/etc/passwd.csv", "path-stays-inside-the-package"),
        ("path of a Windows device", "data/CON.csv", "path-stays-inside-the-package"),
        ("path of no file", "data/area.csv", "file-exists"),
    )
]  # fmt: skip

BAD = (*NUMBERS, *SENT, *TEXT, *STRUCTURE, *SHEETS, *KEYS, *TIME_AND_MEANING, *METADATA)

GOOD = tuple(
    Input("right", f"{where[1].split(',')[0]} {where[2]}: {text[:40]}", where[0], cell(where[1], where[2], text))
    for where, text in (
        (NOTE, "Müller, Genève, São Paulo"),
        (NOTE, "Krông Búk, Ea H’leo, Đắk Lắk"),
        (NOTE, "người H’Mông, Ê-đê, Xơ-đăng, Brâu"),
        (NOTE, "café, naïve, résumé"),
        (NOTE, "2 × 3 ≥ 5 °C"),
        (NOTE, "«trích nguyên văn» — gạch dài …"),
        (NOTE, "nguồn ghi “11/11 chi hội”"),
        (NOTE, "tăng 5 % so với 2023"),
        (NOTE, "từ 1.200 lên 1.500 người"),
        (NOTE, "Quyết định 1373/QĐ-TTg, Chỉ thị 11-CT/TW"),
        (NOTE, "khoản 2 Điều 5; xem trang 12"),
        (NOTE, "A & B, a < b, b > a"),
        (NOTE, "so sánh: x = y"),
        (NOTE, "C# và F#"),
        (NOTE, "50/60 trường"),
        (NOTE, "lượt 1-2-3"),
        (NOTE, "#khuyenhoc"),
        (NOTE, "10.000.000.000 đồng"),
        (NOTE, "huỳnh quyển nguệch ngoạc khuỷu khuya"),
        (NOTE, "Ủy ban, Uỷ ban; hòa, hoà"),
        (NOTE, "tỉnh Suối Bạc cũ"),
        (NOTE, "CT: 24/2023"),
        (NOTE, "'nháy đơn' và \"nháy kép\""),
        (NOTE, "$5, 5$"),
        (NOTE, "tỷ lệ 1:100"),
        (NOTE, "(âm) -5 độ"),
        (NOTE, "H₂O, m²"),
        (NOTE, "① hai"),
        (NOTE, "tăng ½ so với năm trước"),
        (NOTE, "khoảng ½ số hộ; ¼ là hộ nghèo"),
        (NOTE, "mã số thuế 0100109106"),
        (NOTE, "MST: 0312345678-001"),
        (NOTE, "MST 0312345673"),
        (NOTE, "mo rong 2½ lan, 2 × 3 met"),
        (NOTE, "mã số thuế của Hội: 5500 123 456"),
        (NOTE, "điện thoại cơ quan: 0212 3852 123"),
        (NOTE, "ĐT: (024) 3869 4885, máy lẻ 12"),
        (NOTE, "văn phòng Hội, 0243.8694.885"),
        (NOTE, "Tel. +84 24 3869 4885"),
        (NOTE, "tổng đài 1900 1234"),
        (NOTE, "–5 là số âm"),
        (NOTE, "Võ Thị Sáu · Lý Tự Trọng"),
        (COUNT, "0735447".lstrip("0")),
        ((DL, "hoi-khuyen-hoc-tinh-dong-lau,fund-raised-vnd,2022", "value"), "1250000001"),
        (SHARE, "61.50"),
        ((f"{OBS}/suoi-bac.csv", "huyen-khe-da", "value"), "0"),
        ((f"{OBS}/suoi-bac.csv", "huyen-khe-da", "value"), "100"),
        ((DL, STAFF, "value"), "0"),
        (SOURCE, "Nguồn, có dấu phẩy; và dấu chấm phẩy"),
        (SOURCE, "Tựa đề có “ngoặc” và — gạch"),
        ((f"{R}/sources.csv", "binh-ho-2026-05", "author"), "M.T."),
        ((f"{R}/sources.csv", "binh-ho-2026-05", "url"), "https://bao.example/a?b=c&d=%20e#f"),
        ((f"{R}/sources.csv", "khong-ro-ngay", "published_on"), "2026"),
        ((UNITS, "truong-thpt-ho-sen", "short_name"), "THPT Hồ Sen (cơ sở 2)"),
        ((UNITS, "truong-thpt-ho-sen", "note"), "thành lập 1987; đổi tên 2003"),
        ((f"{R}/areas.csv", "binh-ho,", "code"), "00"),
    )
)
