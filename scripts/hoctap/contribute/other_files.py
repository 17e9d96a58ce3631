"""Files that are neither our .xlsx nor CSV, as their tables: .ods, .xls, .docx, .odt, and any .xlsx of a stranger."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hoctap.contribute import sandbox, workbook_limits
from hoctap.contribute.file_kinds import what_it_is

KINDS = (".ods", ".xls", ".docx", ".odt")
_ONLY_XLSX = "trang này chỉ đọc .xlsx và .csv; hãy mở tệp rồi lưu lại dạng .xlsx (tệp văn bản: chép bảng sang Excel)"


def tables_of(path: Path) -> tuple[Mapping[str, Any], ...]:
    """Return every sheet or table of the file as the child process tells it; RefusedError if it is not to be opened."""
    if sandbox.IN_PAGE and path.suffix.lower() in KINDS:
        raise sandbox.RefusedError(_ONLY_XLSX)  # the page has no reader of them
    sandbox.refuse_unless_file(path, workbook_limits.MOST_BYTES)
    if why := what_it_is(path):
        raise sandbox.RefusedError(why)
    ending = path.suffix.lower()
    if ending == ".xls" and zipfile.is_zipfile(path):  # some programs call an .xlsx file .xls
        ending = ".xlsx"
    if ending == ".xlsx" and (why := workbook_limits.refusal(path)):
        raise sandbox.RefusedError(why)
    if ending in (".docx", ".odt", ".ods") and (why := workbook_limits.archive_refusal(path)):
        raise sandbox.RefusedError(why)
    return tuple(sandbox.read_tables(path)["grids"])
