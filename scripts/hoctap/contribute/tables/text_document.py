"""Runs in the child process: the paragraphs and tables of an .odt file, in the order of the page."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from hoctap.contribute.tables.opendocument import OFFICE, PARAGRAPHS, TABLE, TEXT, Styles, styles_in, table_in, text_in
from hoctap.contribute.tables.word_document import Table

_GROUPS = tuple(f"{TEXT}{each}" for each in ("list", "list-item", "list-header", "section"))


def blocks_of_text(path: Path) -> list[str | list[Table]]:
    """Return the text of each paragraph, and of each table itself and those inside its cells."""
    with zipfile.ZipFile(path) as file:
        content = fromstring(file.read("content.xml"))  # noqa: S314 - see `workbook_limits`
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    return list(_blocks(body, styles_in(content))) if body is not None else []


def _blocks(body: Element, styles: Styles) -> Iterator[str | list[Table]]:
    for each in body:
        if each.tag in PARAGRAPHS:
            yield text_in(each, styles.raises)
        elif each.tag in _GROUPS:
            yield from _blocks(each, styles)
        elif each.tag == f"{TABLE}table":
            yield [table_in(table, styles) for table in each.iter(f"{TABLE}table")]
