"""Rows written as a plain workbook of the form's sheets and columns, which `intake` reads as any sent table."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from hoctap.contribute.form import TABLES, columns_of
from hoctap.model.catalog import Catalog

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_sheets(catalog: Catalog, sheets: Mapping[str, Sequence[Mapping[str, str]]], out: Path) -> None:
    """Write each sheet that has rows, headed by the titles of its columns; every cell is text, as it was typed."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, SAFE)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for name, rows in sheets.items():
        columns = columns_of(catalog.tables[TABLES[name]].resource)
        sheet = book.add_worksheet(name)
        sheet.set_column(0, len(columns) - 1, 24)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, column.title, head)
            for n, row in enumerate(rows, 1):
                if row.get(column.name):
                    sheet.write_string(n, at, row[column.name], text)
    book.close()
    out.write_bytes(stream.getvalue())
