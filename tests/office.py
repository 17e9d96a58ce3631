"""LibreOffice at work: words typed into the cells of a workbook under a locale, as a person would, and saved."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

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
  sheet = book.Sheets.getByName("{sheet}")
{typed}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{out}", kind())
  book.close(True)
End Sub
</script:module>
"""
_LOCALE = (
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>{locale}</value></prop></item></oor:items>"
)


def typed(source: Path, sheet: str, cells: Mapping[str, str], locale: str, folder: Path) -> Path:
    """Return the workbook `source` with each text typed into its cell, saved by LibreOffice under `locale`."""
    profile, out = folder / f"profile-{locale}", folder / f"{source.stem}-{locale}.xlsx"
    _run(profile, "--terminate_after_init")
    settings = profile / "user" / "registrymodifications.xcu"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("</oor:items>", _LOCALE.format(locale=locale)), encoding="utf-8")
    lines = "\n".join(f'  sheet.getCellRangeByName("{spot}").FormulaLocal = "{word}"' for spot, word in cells.items())
    module = _MODULE.format(source=source.as_uri(), out=out.as_uri(), sheet=sheet, typed=lines)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(module, encoding="utf-8")
    _run(profile, "macro:///Standard.Module1.Fill")
    return out


def _run(profile: Path, *words: str) -> None:
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
