"""Files of OpenDocument written by hand, sheets and texts, so that tests need no office program."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

EMPTY = "<table:table-cell/>"


def ods(path: Path, rows: str, styles: str = "") -> Path:
    """Write an .ods file that holds one sheet of the given rows."""
    return ods_of(path, {"Biểu": rows}, styles)


def ods_of(path: Path, sheets: Mapping[str, str], styles: str = "") -> Path:
    """Write an .ods file of several sheets, each of the given rows."""
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    return _written(path, "spreadsheet", tables, styles)


def odt(path: Path, body: str, styles: str = "") -> Path:
    """Write an .odt file of the given paragraphs and tables."""
    return _written(path, "text", body, styles)


def _written(path: Path, kind: str, body: str, styles: str) -> Path:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        file.writestr(
            "META-INF/manifest.xml", '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        )
        file.writestr("content.xml", content)
    return path


def ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def ods_cell(text: object = "", more: str = "", inside: str = "", display: str = "") -> str:
    """Return a cell with a number or a text; `display` is what its format makes of the number, `inside` a note."""
    kind = f'office:value-type="float" office:value="{text}"' if isinstance(text, int) else 'office:value-type="string"'
    return f"<table:table-cell {kind}{more}>{inside}<text:p>{display or text}</text:p></table:table-cell>"
