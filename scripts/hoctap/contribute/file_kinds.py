"""What a file really is whose name or sender says a spreadsheet, told from its first bytes, and what to do with it."""

from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
_ZIP = b"PK"
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OF_PHONES = b"ftyp"  # behind a length: .heic, .avif, a film
_TABLE = "mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx"
_LOOKED_AT = 2048


def what_it_is(path: Path) -> str:
    """Return what is wrong with a file that is no spreadsheet, with the cure, in Vietnamese; empty if it may be one."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if not start.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "tệp trống, không có gì bên trong; hãy lưu lại tệp rồi gửi lại"
    if start.startswith(b"%PDF"):
        return "tệp là PDF, không phải bảng tính; gửi tệp Excel hoặc Word gốc, hoặc chép bảng sang Excel rồi lưu .xlsx"
    if _is_picture(start):
        return "tệp là ảnh, không đọc được số; hãy gửi tệp Excel gốc, hoặc gõ lại vào mẫu"
    if path.suffix.lower() != ".xls" and _is_page(start):  # programs save web pages as .xls, which are read
        return f"tệp là trang web mang đuôi {path.suffix}; {_TABLE}"
    return _of_another_program(path.suffix.lower(), start)


def no_article(path: Path) -> str:
    """Return what is wrong with a file that is neither a text nor a document, with the cure; empty if it may be one."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if start.startswith(b"%PDF"):
        return "tệp là PDF; hãy mở ra, chép chữ của bài sang tệp Word hoặc .txt rồi đọc tệp ấy"
    if _is_picture(start):
        return "tệp là ảnh, không đọc được chữ; hãy gõ lại bài vào tệp Word hoặc .txt"
    return _of_another_program(".doc" if start.startswith(_OLE) else path.suffix.lower(), start)


def _of_another_program(ending: str, start: bytes) -> str:
    """Return what to do with a file of Word, of a packer, or of a spreadsheet under another name; empty if none."""
    if start.startswith(_OLE) and ending in (".doc", ".docx"):
        return "tệp là Word kiểu cũ (.doc), hoặc có mật khẩu; bỏ mật khẩu, mở bằng Word rồi lưu lại dạng .docx"
    if start.startswith(b"{\\rtf"):
        return "tệp là văn bản RTF; mở bằng Word rồi lưu lại dạng .docx"
    if start.startswith(_PACKED) or (ending == ".zip" and start.startswith(_ZIP)):
        return "tệp là tệp nén; hãy giải nén rồi gửi từng tệp bên trong"
    if b"office:document" in start and ending in (".fods", ".fodt", ".xml"):
        return f"tệp là OpenDocument dạng chữ ({ending}); {_TABLE}"
    if ending == ".csv" and start.startswith((_ZIP, _OLE)):
        return f"tệp là bảng tính mang đuôi .csv; đổi đuôi thành {'.xlsx' if start.startswith(_ZIP) else '.xls'}"
    if ending == ".pptx":
        return "tệp là trình chiếu; chép bảng số liệu sang Excel rồi lưu dạng .xlsx"
    return ""


def _is_picture(start: bytes) -> bool:
    return start.startswith(_PICTURES) or start[4:8] == _OF_PHONES


def _is_page(start: bytes) -> bool:
    low = start.lower()
    return b"<html" in low or low.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<!doctype", b"<table"))


def no_workbook(path: Path) -> str:
    """Return why a file that is no archive cannot be a workbook, with the cure."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    if start.startswith(_OLE):
        return (
            "tệp phải là .xlsx không đặt mật khẩu; đây là tệp Excel cũ (.xls) hoặc có mật khẩu: bỏ mật khẩu, lưu .xlsx"
        )
    if start.startswith(b"PK"):
        return f"tệp bị hỏng hoặc tải về chưa hết; hãy tải lại, {_TABLE}"
    try:
        start.decode("utf-8")
    except UnicodeDecodeError:
        return f"tệp phải là .xlsx; {_TABLE}"
    return "tệp là chữ thường, không phải .xlsx; nếu là CSV thì đổi đuôi thành .csv"
