"""An article as a file: a text, a saved page or a document; what is none of them is told for what it is."""

import zipfile
from pathlib import Path

import docx
import pytest

from hoctap.contribute.article_file import article_lines
from hoctap.contribute.articles.page import paragraphs
from hoctap.contribute.sandbox import RefusedError, read_article
from opendocument import ods, ods_cell, ods_row, odt

_HEAD = [["HỘI KHUYẾN HỌC TỈNH A", "CỘNG HÒA XÃ HỘI"], ["Số: 12/BC-HKH", "A, ngày 5 tháng 12 năm 2024"]]
_TABLE = [["STT", "Huyện", "Hội viên"], ["1", "B", "1.200"]]
_LINES = (
    "HỘI KHUYẾN HỌC TỈNH A",
    "CỘNG HÒA XÃ HỘI",
    "Số: 12/BC-HKH",
    "A, ngày 5 tháng 12 năm 2024",
    "BÁO CÁO",
    "Năm 2024 có 30 chi hội.",
    "STT | Huyện | Hội viên",
    "1 | B | 1.200",
)


def _word(path: Path) -> Path:
    document = docx.Document()
    for rows in (_HEAD, None, _TABLE):
        if rows is None:
            document.add_paragraph("BÁO CÁO")
            document.add_paragraph("Năm 2024\u00a0có 30 chi hội.")
            document.add_paragraph(" ")
            continue
        table = document.add_table(len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    document.save(str(path))
    return path


def _open(path: Path) -> Path:
    def table(rows: list[list[str]]) -> str:
        return f"<table:table>{''.join(ods_row(*map(ods_cell, row)) for row in rows)}</table:table>"

    text = "<text:p>BÁO CÁO</text:p><text:p>Năm 2024 có 30 chi hội.</text:p>"
    return odt(path, table(_HEAD) + text + table(_TABLE))


@pytest.mark.parametrize(("name", "written"), [("a.docx", _word), ("a.odt", _open), ("a", _word)])
def test_a_document_is_read_line_by_line_and_row_by_row_whatever_it_is_called(
    tmp_path: Path, name: str, written: object
) -> None:
    assert callable(written)
    assert read_article(written(tmp_path / name)) == _LINES


def test_a_document_in_an_old_font_is_read_as_vietnamese(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Hoäi Khuyeán hoïc tænh Ngheä An", "Naêm 2024 coù 30 chi hoäi khuyeán hoïc", "Quyõ ñaõ vaän ñoäng"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    assert article_lines(tmp_path / "a.docx")[0] == "Hội Khuyến học tỉnh Nghệ An"


def test_what_is_struck_through_is_not_said(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Năm 2024 có ")
    paragraph.add_run("30 ").font.strike = True
    paragraph.add_run("31 chi hội.")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].paragraphs[0].add_run("200 hội viên").font.strike = True
    cells[1].text = "215 hội viên"
    document.save(str(tmp_path / "a.docx"))
    assert article_lines(tmp_path / "a.docx") == ("Năm 2024 có 31 chi hội.", "215 hội viên")


def _archive(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "<a/>")
    return path


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "tệp là PDF; hãy mở ra, chép chữ"),
        (b"\x89PNG\r\n", "tệp là ảnh"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "lưu lại dạng .docx"),
        (b"{\\rtf1 abc}", "văn bản RTF"),
        (b"Rar!\x1a\x07\x00", "giải nén"),
        (b"", "không có chữ nào để đọc"),
        (b"\x8f\x9d\x81 \x8f\x81", "lưu lại bài dạng UTF-8"),
    ],
)
def test_what_is_no_article_is_told_with_what_to_do(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "bai").write_bytes(data)
    with pytest.raises(RefusedError, match=words):
        read_article(tmp_path / "bai")


def test_a_workbook_is_sent_to_the_reader_of_tables_and_any_other_archive_is_refused(tmp_path: Path) -> None:
    for path in (_archive(tmp_path / "a.xlsx", "xl/workbook.xml"), ods(tmp_path / "b.ods", ods_row(ods_cell(1)))):
        with pytest.raises(RefusedError, match="hoctap intake TỆP --long"):
            read_article(path)
    with pytest.raises(RefusedError, match="không phải văn bản Word"):
        read_article(_archive(tmp_path / "c.epub", "OEBPS/a.xhtml"))
    with pytest.raises(RefusedError, match="macro"):
        read_article(_archive(tmp_path / "d.docx", "word/document.xml", "word/vbaProject.bin"))


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Chi hội: …. 215 …. chi hội", "Chi hội: 215 chi hội"),
        ("Ban: … 38 … ban;   Tổ: ... 412 ... tổ", "Ban: 38 ban; Tổ: 412 tổ"),
        ("Đã vận động: ______6 tỷ 450 triệu______ đồng", "Đã vận động: 6 tỷ 450 triệu đồng"),
        ("Số dư: ………3.975,6……… triệu đồng", "Số dư: 3.975,6 triệu đồng"),
        # An empty form, and dots that end a list, stay.
        ("Số đảng viên: ………. người", "Số đảng viên: ………. người"),
        ("Các xã A, B… có 215 người", "Các xã A, B… có 215 người"),
        ("Năm 2023… rồi 2024… đều tăng", "Năm 2023… rồi 2024… đều tăng"),
    ],
)
def test_what_is_written_between_the_dots_of_a_form_stands_without_them(line: str, read: str) -> None:
    assert paragraphs(line) == (read,)
