"""The site of the miniature built with no gate and no judge, of hostile cells, descriptors and pages: for tests alone.

What the gates refuse is let in here on purpose, to see what escaping and the content policy do without them.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hoctap.check.gate import Checked
from hoctap.load.typed import records_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Package, Resource
from hoctap.model.table import Row, Table, table_of
from hoctap.site import build as building
from hoctap.site import generator, making, prose
from hoctap.site.judged_files import Digests

WORDS = ("title", "title_en", "description", "description_en")


BY_FORM = "Gửi bằng mẫu"


class Texts:
    """Gives the texts in turn, so that all of them stand somewhere."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts, self._turn = tuple(texts.values()), count()

    def __call__(self, *_: object) -> str:
        return self._texts[next(self._turn) % len(self._texts)]


def spoilt(catalog: Catalog, texts: Mapping[str, str]) -> Catalog:
    """Return the catalog with every free text of its cells and its descriptors replaced."""
    text = Texts(texts)
    tables = {name: table if name == "codes" else _spoilt_table(table, text) for name, table in catalog.tables.items()}
    records = {name: records_of(table) for name, table in tables.items()}
    packages = tuple(_spoilt_package(package, text) for package in catalog.packages)
    return Catalog(catalog.root, packages, catalog.files, tables, records)


def _spoilt_table(table: Table, text: Texts) -> Table:
    columns = table.resource.fields
    rows = (
        Row(row.path, row.line, tuple(_spoilt_cell(*pair, text) for pair in zip(columns, row.cells, strict=True)))
        for row in table.rows
    )
    return table_of(table.resource, tuple(rows))


def _spoilt_cell(column: Field, cell: str, text: Texts) -> str:
    if cell.startswith(BY_FORM):  # hostile already, and come by the way that strangers have
        return cell
    if column.type != "string" or column.code_list or "pattern" in column.constraints:
        return cell
    return f"javascript:ran(1)//{text()}" if column.descriptor.get("format") == "uri" else f"Tên {text()}"


def _spoilt_package(package: Package, text: Texts) -> Package:
    resources = tuple(_spoilt_resource(resource, text) for resource in package.resources)
    words = {name: text() for name in ("title", "title_en", "description")}
    return replace(
        package,
        resources=resources,
        keywords=tuple(text() for _ in package.keywords),
        licence=replace(package.licence, name=text(), title=text()),
        contributors=tuple(text() for _ in package.contributors),
        descriptor=_spoilt_words(package.descriptor, text),
        **words,
    )


def _spoilt_resource(resource: Resource, text: Texts) -> Resource:
    words = {name: text() for name in WORDS}
    fields = tuple(
        replace(
            column,
            example=text(),
            descriptor=_spoilt_words(column.descriptor, text),
            **{name: text() for name in WORDS},
        )
        for column in resource.fields
    )
    return replace(resource, fields=fields, **words)


def _spoilt_words(part: Any, text: Texts) -> Any:
    if isinstance(part, list | tuple):
        return [_spoilt_words(each, text) for each in part]
    if not isinstance(part, Mapping):
        return part
    return {key: text() if key in WORDS else _spoilt_words(value, text) for key, value in part.items()}


class _NoJudge:
    def refuse(self, *_: object, **__: object) -> Digests:
        return frozenset()

    def remember(self, _: Digests) -> None:
        return


def _lenient(root: Path, docs: Path, out: Path, strictly: Any = generator.configured) -> Any:
    config = strictly(root, docs, out)
    config.strict = False
    return config


def build_unjudged(root: Path, out: Path, catalog: Catalog) -> None:
    """Build the pages of `root` and this catalog as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "check", lambda _, **_more: Checked(catalog, ()))
        patch.setattr(making, "judge_of", lambda *_: _NoJudge())
        patch.setattr(prose, "refuse_unsafe_prose", _nothing)
        patch.setattr(generator, "configured", _lenient)
        assert building.build(root, out).findings == ()


def _nothing(_: Path) -> None:
    return
