"""What a form was made from: its unit, the version of the data, and each row as it was given out.

Kept in a hidden sheet of the form. A hidden column beside the figures names the row that each line was, so that an
unchanged line does nothing, whatever happened to the data meanwhile, and a removed one is noticed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hoctap.contribute.form import HIDDEN, MARK, VERSION
from hoctap.contribute.grid import Sheet
from hoctap.contribute.sandbox import RefusedError
from hoctap.model.descriptor import Resource

Cells = Mapping[str, str]
ROW_ID = "Mã dòng"
_TABLE_AT = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """`rows` are the figures given out, by the identifier of their line; None in a form too old to say."""

    unit_id: str = ""
    version: str = ""
    rows: Mapping[str, Cells] | None = field(default_factory=dict)

    @property
    def is_form(self) -> bool:
        """Return whether the file is a form of ours at all."""
        return bool(self.unit_id)


def row_id(resource: Resource, cells: Cells) -> str:
    """Return the identifier of a row: a hash of its key."""
    key = "\n".join(cells.get(name, "") for name in resource.primary_key)
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def hidden_rows(unit_id: str, version: str, resource: Resource, rows: Sequence[Cells]) -> list[list[str]]:
    """Return the lines of the hidden sheet of a form."""
    own = [[row_id(resource, row), *(row.get(name, "") for name in resource.header)] for row in rows]
    return [[MARK, str(VERSION), unit_id, version], ["", *resource.header], *own]


def origin_of(sheets: Sequence[Sheet]) -> Origin:
    """Return what the hidden sheet tells; an empty origin for a file that is no form of ours."""
    for sheet in sheets:
        lines = {row: {cell.column: cell.text for cell in cells} for row, cells in sheet.rows().items()}
        first = lines.get(1, {})
        if sheet.name != HIDDEN or first.get(1) != MARK:
            continue
        version, unit_id = first.get(2, ""), first.get(3, "")
        if not version.isdecimal() or int(version) > VERSION:
            raise RefusedError("mẫu này do bản mới hơn của chương trình tạo ra; hãy cập nhật chương trình")
        if int(version) < VERSION:
            return Origin(unit_id, "", None)
        names = {at: name for at, name in lines.get(2, {}).items() if at > 1}
        rows = {
            line[1]: {name: line.get(at, "") for at, name in names.items()}
            for row, line in lines.items()
            if row >= _TABLE_AT and 1 in line
        }
        return Origin(unit_id, first.get(4, ""), rows)
    return Origin()
