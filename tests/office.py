"""LibreOffice at work: words typed into cells of a workbook or a text under a locale, as a person would, and saved."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{typed}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "{filter}"
  book.storeToURL("{out}", kind())
  book.close(True)
End Sub
</script:module>
"""
_LOCALE = (
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>{locale}</value></prop></item></oor:items>"
)


# The name under which LibreOffice saves a file of an ending.
_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".ods": "calc8",
    ".xls": "MS Excel 97",
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
}


def typed(source: Path, sheet: str, cells: Mapping[str, str], locale: str, folder: Path, ending: str = ".xlsx") -> Path:
    """Return the workbook `source` with each text typed into its cell, saved by LibreOffice under `locale`."""
    lines = [f'  sheet.getCellRangeByName("{spot}").FormulaLocal = "{word}"' for spot, word in cells.items()]
    return _saved(source, [f'  sheet = book.Sheets.getByName("{sheet}")', *lines], locale, folder, ending)


def typed_in_text(
    source: Path, table: int, cells: Mapping[str, str], locale: str, folder: Path, ending: str = ".docx"
) -> Path:
    """Return the text `source` with each word in its cell of a table, counted from 1, saved by LibreOffice."""
    lines = [f'  sheet.getCellByName("{spot}").String = "{word}"' for spot, word in cells.items()]
    return _saved(source, [f"  sheet = book.TextTables.getByIndex({table - 1})", *lines], locale, folder, ending)


def _saved(source: Path, lines: Sequence[str], locale: str, folder: Path, ending: str) -> Path:
    profile, out = folder / f"profile-{locale}", folder / f"{source.stem}-{locale}{ending}"
    if not profile.exists():
        _run(profile, "--terminate_after_init")
        settings = profile / "user" / "registrymodifications.xcu"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("</oor:items>", _LOCALE.format(locale=locale)), encoding="utf-8")
    module = _MODULE.format(
        source=source.as_uri(), out=out.as_uri(), filter=_FILTERS[ending], typed=escape("\n".join(lines))
    )
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(module, encoding="utf-8")
    _run(profile, "macro:///Standard.Module1.Fill")
    return out


def _run(profile: Path, *words: str) -> None:
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
