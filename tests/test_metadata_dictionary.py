"""Every public table, column and code is explained, in Vietnamese and in English."""

import json
from pathlib import Path

import pytest

from hoctap.exports import kinds
from hoctap.exports.edition import Edition, Published
from hoctap.model.catalog import Catalog
from hoctap.model.record import Code


def undocumented(catalog: Catalog) -> list[str]:
    """Return every table, column and code that lacks a title or a description in either language."""
    missing = []
    for resource in catalog.resources():
        texts = (resource.title, resource.title_en, resource.description)
        missing += [resource.name] if not all(texts) else []
        for field in resource.fields:
            texts = (field.title, field.title_en, field.description, field.description_en, field.example)
            missing += [f"{resource.name}.{field.name}"] if not all(texts) else []
    for code in catalog.all_of(Code):
        missing += [f"{code.list}.{code.code}"] if not (code.title_vi and code.title_en and code.description) else []
    return missing


def test_every_column_and_code_is_documented_in_both_languages(catalog: Catalog) -> None:
    assert undocumented(catalog) == []


def test_every_coded_column_names_a_list_that_exists(catalog: Catalog) -> None:
    lists = {code.list for code in catalog.all_of(Code)}
    used = {field.code_list for resource in catalog.resources() for field in resource.fields if field.code_list}
    assert used <= lists


def test_the_published_descriptor_documents_what_the_csv_holds(published: Path) -> None:
    for table in json.loads((published / "hoctap/datapackage.json").read_bytes())["resources"]:
        header = (published / f"hoctap/{table['name']}.csv").read_text(encoding="utf-8").split("\n")[0].split(",")
        assert header == [field["name"] for field in table["schema"]["fields"]]
        assert all(field["title"] and field["description"] for field in table["schema"]["fields"])


def test_the_workbook_explains_every_column_and_code(published: Path, catalog: Catalog) -> None:
    import openpyxl

    rows = list(openpyxl.load_workbook(published / "hoctap.xlsx")["Từ điển"].iter_rows(min_row=2, values_only=True))
    columns = {row[1] for row in rows}
    codes = {row[7] for row in rows if row[7]}
    assert {field.name for resource in catalog.resources() for field in resource.fields} <= columns
    used = {field.code_list for resource in catalog.resources() for field in resource.fields if field.code_list}
    assert {code.code for code in catalog.all_of(Code) if code.list in used} == codes


def test_every_published_file_has_a_kind(published: Path) -> None:
    names = [path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()]
    for name in names:
        if name not in ("MANIFEST.json", "SHA256SUMS"):
            kinds.kind_of(name)


def test_a_file_without_a_kind_is_refused(catalog: Catalog) -> None:
    edition = Edition("http://127.0.0.1/", 0, (Published("la.bin", 1, "0"),))
    with pytest.raises(LookupError, match=r"la\.bin"):
        list(kinds.listed(catalog, edition))
