"""Checks of keys: what points where, and whether everything that is there is pointed at."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from hoctap.check.definition import check
from hoctap.load.names import Found, Register, has_names, register_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import ForeignKey
from hoctap.model.finding import Problem
from hoctap.model.table import Row, Table

Key = tuple[str, ...]


@check(
    must="Mã dẫn tới bảng khác phải có trong bảng ấy",
    cause="Gõ sai mã, hoặc chưa thêm đơn vị, chỉ tiêu, nguồn vào danh mục.",
    cure="sửa mã, hoặc thêm dòng vào bảng được dẫn tới",
    bad="unit_id: loc-bing",
    good="unit_id: loc-binh",
)
def reference_exists(catalog: Catalog) -> Iterator[Problem]:
    """Ensure every foreign key, inside a package or across packages, finds its row."""
    for table in catalog.tables.values():
        for key in table.resource.foreign_keys:
            target = catalog.tables.get(key.resource)
            # What keeps the other table from being read is told by itself.
            if target is None or key.resource in catalog.unread or _all_found(table, key, target):
                continue
            known = {cells for _, cells in target.keys(key.target_fields)}
            if known:
                named = register_of(catalog, key.resource) if has_names(catalog, key.resource) else None
                yield from _lost(table, key, known, named)


def _all_found(table: Table, key: ForeignKey, target: Table) -> bool:
    return len(key.fields) == 1 and table.distinct(key.fields[0]) - {""} <= target.distinct(key.target_fields[0])


def _lost(table: Table, key: ForeignKey, known: set[Key], named: Register | None) -> Iterator[Problem]:
    first_cells = sorted({cells[0] for cells in known})
    hints: dict[str, str] = {}
    lost = [(row, cells) for row, cells in table.keys(key.fields) if any(cells) and cells not in known]
    counts = Counter(cells for _, cells in lost)
    for row, cells in lost:
        if cells[0] not in hints:
            hints[cells[0]] = _nearest(cells[0], first_cells, named) if len(hints) < _MOST_HINTS else ""
        there = f"bảng {key.resource}"
        cure = lost_row(there, counts[cells], hints[cells[0]])
        yield Problem(row.place, key.fields[0], f"phải là mã có trong {there}", cells[0], cure)


# So many rows do not have one slip in common: what they name was there.
MANY = 5


def lost_row(where: str, count: int, near: str) -> str:
    """Return the cure of a code that `count` rows name and none has; of many, to bring back its row `where` it was."""
    if count < MANY:
        return near
    cure = f"{count} dòng dùng mã này: dòng của nó ở {where} vừa bị xóa hay đổi mã thì lấy lại dòng ấy"
    return f"{cure}; nếu không, {near}" if near else cure


# Looking for the nearest of thousands takes a while; a file with more lost keys than this has another fault.
_MOST_HINTS = 50


def _nearest(value: str, known: list[str], named: Register | None) -> str:
    found = named.find(value[:300]) if named else Found()
    if found.code:
        return f"ghi mã: {found.code}"
    if found.is_tie:
        return "nhiều dòng mang tên ấy; ghi mã: " + " hoặc ".join(f"{each.code} ({each.name})" for each in found.near)
    near = get_close_matches(value[:200], known, n=1, cutoff=0.7)
    if near:
        return f"có phải là {near[0]}?"
    # Whoever writes words and no code sees what they may mean.
    like = found.near[:3] if not re.fullmatch(r"[a-z0-9-]+", value) else ()
    return "ghi mã; gần giống: " + ", ".join(f"{each.code} ({each.name})" for each in like) if like else ""


@check(
    must="Khóa không trùng giữa các tệp của cùng một bảng",
    cause="Cùng một số liệu được nhập vào tệp của hai tỉnh.",
    cure="giữ dòng ở tệp của tỉnh đúng, bỏ dòng kia",
    bad="một dòng ở cả lang-son.csv và yen-bai.csv",
    good="một dòng, ở lang-son.csv",
)
def key_is_unique_across_files(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a logical table in many files has each key once; within one file the schema check sees to it."""
    for table in catalog.tables.values():
        if len(table.resource.paths) == 1 or table.has_each_once(table.resource.primary_key):
            continue
        first: dict[Key, Row] = {}
        for row, key in table.keys(table.resource.primary_key):
            seen = first.setdefault(key, row)
            if seen.path != row.path:
                message = f"khóa đã có ở {seen.path}:{seen.line}"
                yield Problem(row.place, table.resource.primary_key[0], message, " · ".join(key))


@check(
    must="Số liệu nằm trong tệp của tỉnh mà đơn vị thuộc về",
    cause="Thêm dòng vào tệp của tỉnh khác.",
    cure="chuyển dòng sang tệp được chỉ ra",
    bad="yen-bai.csv: loc-binh,…",
    good="lang-son.csv: loc-binh,…",
    judges=("unit_id", "path"),
    counts_absence=True,
)
def observation_stands_in_its_province_file(catalog: Catalog) -> Iterator[Problem]:
    """Ensure data/observations/<area>.csv holds the figures of that province's units and no others."""
    wanted_of: dict[str, str] = {}
    for row in catalog.observations:
        unit = catalog.units.get(row.unit_id)
        if unit is None:
            continue
        if row.unit_id not in wanted_of:
            wanted_of[row.unit_id] = catalog.province_of(unit.area_id) or NO_PROVINCE
        folder, _, name = row.place.path.rpartition("/")
        wanted = f"{wanted_of[row.unit_id]}.csv"
        if name != wanted:
            message = f"đơn vị này phải ghi ở tệp {wanted}"
            yield Problem(row.place, "unit_id", message, row.unit_id, f"chuyển dòng sang {folder}/{wanted}")


NO_PROVINCE = "chua-ro-tinh"


@check(
    must="Nguồn, đơn vị, chỉ tiêu trong danh mục đều được dùng ở đâu đó",
    cause="Xóa số liệu mà quên xóa nguồn, hoặc thêm trước mà chưa nhập số liệu.",
    cure="nhập số liệu dùng tới nó, hoặc bỏ dòng khỏi danh mục",
    bad="nguồn không dòng nào dẫn tới",
    good="nguồn có ít nhất một dòng số liệu",
    counts_absence=True,
)
def every_entry_is_used(catalog: Catalog) -> Iterator[Problem]:
    """Ensure each source, unit and indicator is pointed at by a row of another table."""
    for name in ("sources", "units", "indicators"):
        table = catalog.tables.get(name)
        if table is None:
            continue
        used = _pointed_at(catalog, name)
        for row, (key,) in table.keys(table.resource.primary_key):
            if key not in used:
                message = "phải có ít nhất một dòng ở bảng khác dẫn tới"
                yield Problem(row.place, table.resource.primary_key[0], message, key)


# Having another name or being a part of a whole does not make an entry used; having children does.
_NOT_A_USE = frozenset({"unit_aliases", "indicator_aliases", "source_aliases", "compositions"})


def _pointed_at(catalog: Catalog, target: str) -> set[str]:
    used: set[str] = set()
    for table in catalog.tables.values():
        for key in table.resource.foreign_keys:
            if key.resource == target and table.resource.name not in _NOT_A_USE:
                used |= table.distinct(key.fields[0])
    return used


@check(
    must="Chuỗi cấp trên, kế thừa không quay vòng về chính nó",
    cause="Đơn vị A thuộc B, B lại thuộc A.",
    cure="sửa một trong các mã của chuỗi",
    bad="parent_unit_id: a → b → a",
    good="parent_unit_id: a → b",
)
def chains_have_no_circle(catalog: Catalog) -> Iterator[Problem]:
    """Ensure following a key of a table into itself ends."""
    for table in catalog.tables.values():
        for key in table.resource.foreign_keys:
            if key.resource == table.resource.name and len(key.fields) == 1:
                yield from _circles(table.keys((*table.resource.primary_key, *key.fields)), key.fields[0])


def _circles(links: Iterator[tuple[Row, Key]], column: str) -> Iterator[Problem]:
    rows = {cells[0]: (row, cells[1]) for row, cells in links if cells[1]}
    cleared: set[str] = set()
    for start, (row, _) in rows.items():
        walked: list[str] = []
        at = start
        while at in rows and at not in cleared and at not in walked:
            walked.append(at)
            at = rows[at][1]
        if at == start and walked:
            yield Problem(row.place, column, "chuỗi không được quay về chính nó", " → ".join([*walked, start]))
        cleared.update(step for step in walked if at not in walked)


CHECKS = (
    reference_exists,
    key_is_unique_across_files,
    observation_stands_in_its_province_file,
    every_entry_is_used,
    chains_have_no_circle,
)
