"""Rows held against their Table Schema by frictionless; its errors told in our words.

The only module that imports frictionless. It is given rows that were read here and a schema made of known keys,
so nothing in a data package can make it open an address, a profile or a file, or read a CSV in its own way.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from frictionless import Checklist, Resource, Schema, system

from hoctap.load.cures import cure_for
from hoctap.load.rules import breach
from hoctap.model import descriptor
from hoctap.model.finding import Finding, Place
from hoctap.model.table import Row

# Frictionless stops after 1,000 errors unless told otherwise; every problem must be shown in one run.
_NO_LIMIT = 10**9
_TYPE_WORDS = {
    "integer": "phải là số nguyên",
    "number": "phải là số, dấu chấm ngăn phần thập phân",
    "date": "phải là ngày dạng năm-tháng-ngày",
    "year": "phải là năm bốn chữ số",
}
_KNOWN_KEYS = ("name", "type", "format", "constraints")


def schema_problems(resource: descriptor.Resource, rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield a finding for each cell or row of one file that breaks the schema of `resource`."""
    if not rows:
        return
    with system.use_context(trusted=False):
        source = Resource(data=[resource.header, *(row.cells for row in rows)], schema=_schema(resource))
        report = source.validate(Checklist(), limit_errors=_NO_LIMIT)
    for task in report.tasks:
        for error in task.errors:
            yield _finding(error, resource, rows)


def _schema(resource: descriptor.Resource) -> Schema:
    fields = [{key: column.raw[key] for key in _KNOWN_KEYS if key in column.raw} for column in resource.fields]
    return Schema.from_descriptor({"fields": fields, "primaryKey": list(resource.primary_key)})


def _finding(error: Any, resource: descriptor.Resource, rows: Sequence[Row]) -> Finding:
    place = rows[error.row_number - 2].place
    column = resource.field_named(error.field_name) if hasattr(error, "field_name") else None
    return _TELLERS[error.type](place, column, str(getattr(error, "cell", "") or ""), error.note)


Teller = Callable[[Place, descriptor.Field | None, str, str], Finding]


def _type_error(place: Place, column: descriptor.Field | None, cell: str, _note: str) -> Finding:
    assert column is not None
    words = _TYPE_WORDS.get(column.type, f"phải đúng kiểu {column.type}")
    return breach("value-has-its-type", place, words, field=column.name, value=cell, hint=cure_for(cell, column))


def _constraint_error(place: Place, column: descriptor.Field | None, cell: str, note: str) -> Finding:
    assert column is not None
    if '"required"' in note:
        return breach("required-value-is-there", place, "phải có giá trị", field=column.name)
    limits = column.constraints
    if '"maxLength"' in note:
        message = f"phải dài không quá {limits['maxLength']} ký tự, đang dài {len(cell)}"
    elif '"minimum"' in note:
        message = f"phải từ {limits['minimum']} trở lên"
    elif '"maximum"' in note:
        message = f"phải không quá {limits['maximum']}"
    else:
        message = f"phải viết theo mẫu như «{column.example}»"
    return breach(
        "value-within-constraints", place, message, field=column.name, value=cell, hint=cure_for(cell, column)
    )


def _repeated_key(place: Place, _column: descriptor.Field | None, _cell: str, _note: str) -> Finding:
    return breach("key-is-unique", place, "khóa của dòng phải khác mọi dòng khác trong bảng")


_TELLERS: dict[str, Teller] = {
    "type-error": _type_error,
    "constraint-error": _constraint_error,
    "primary-key": _repeated_key,
}
