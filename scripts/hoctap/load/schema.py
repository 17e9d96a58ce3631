"""Each file held against its Table Schema by frictionless; its errors told in our words.

The only module that imports frictionless. It is given a descriptor made here from known keys and a path that
was found safe, so nothing in a data package can make it open an address, a profile or another file.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from frictionless import Checklist, Resource, Schema, system
from frictionless.errors import RowError

from hoctap.load.cures import cure_for
from hoctap.load.rows import SoundFile
from hoctap.load.rules import breach
from hoctap.model import descriptor
from hoctap.model.finding import Finding, Place

# Frictionless stops after 1,000 errors unless told otherwise; every problem must be shown in one run.
_NO_LIMIT = 10**9
_TYPE_WORDS = {
    "integer": "phải là số nguyên",
    "number": "phải là số, dấu chấm ngăn phần thập phân",
    "date": "phải là ngày dạng năm-tháng-ngày",
    "year": "phải là năm bốn chữ số",
}
_KNOWN_KEYS = ("name", "type", "format", "constraints")


def schema_problems(root: Path, resource: descriptor.Resource, file: SoundFile) -> Iterator[Finding]:
    """Yield a finding for each cell or row of `file` that breaks the schema of `resource`."""
    with system.use_context(trusted=False):
        source = Resource(
            path=file.path,
            basepath=str(root),
            format="csv",
            encoding="utf-8",
            schema=_schema(resource),
        )
        report = source.validate(Checklist(skip_errors=["extra-cell", "missing-cell"]), limit_errors=_NO_LIMIT)
    for task in report.tasks:
        for error in task.errors:
            finding = _finding(error, resource, file)
            if finding:
                yield finding


def _schema(resource: descriptor.Resource) -> Schema:
    fields = [{key: column.raw[key] for key in _KNOWN_KEYS if key in column.raw} for column in resource.fields]
    return Schema.from_descriptor({"fields": fields, "primaryKey": list(resource.primary_key)})


def _finding(error: Any, resource: descriptor.Resource, file: SoundFile) -> Finding | None:
    if not isinstance(error, RowError):
        return breach("file-is-csv", Place(file.path, 1), "phải là CSV mà mọi công cụ đọc được", hint=error.note)
    place = Place(file.path, file.lines[error.row_number - 2])
    if place.line in file.uneven:
        return None
    column = resource.field_named(error.field_name) if hasattr(error, "field_name") else None
    cell = str(getattr(error, "cell", "") or "")
    tell = _TELLERS.get(error.type)
    return tell(place, column, cell, error.note) if tell else None


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
