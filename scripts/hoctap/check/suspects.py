"""Which figures of a large table a rule has to look at: all but those that are plainly right by it.

A rule is stated once, over typed rows. Of a table held in columns rows are made only for the suspects: figures that
`sieves` does not clear at a glance, or, for a rule that names the columns it judges by, those whose like was found
wrong. A test holds this against the rules run over all rows.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from hoctap.check.definition import Check
from hoctap.load.columns import ColumnTable
from hoctap.load.typed import Records, kinds_of
from hoctap.model.catalog import Catalog
from hoctap.model.table import table_of

if TYPE_CHECKING:
    import numpy as np

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

WHOLE_NUMBER = "|-?(?:0|[1-9][0-9]{0,14})"


def suspects(check: Check, catalog: Catalog) -> Catalog:
    """Return the catalog with no figures but those that the check has to look at; as it is where rows are few."""
    table = catalog.tables.get("observations")
    if not isinstance(table, ColumnTable):
        return catalog
    if check.judges:
        return _like_wrong_ones(check, catalog, table)
    from hoctap.check.figures_in_columns import Figures  # noqa: PLC0415 - imports numpy, which a page has not
    from hoctap.check.sieves import SIEVES  # noqa: PLC0415 - the same

    sieve = SIEVES.get(check.rule.id)
    if sieve is None:
        return catalog
    figures = cast("Figures", catalog.found_by_rules.setdefault(Figures, {}).setdefault("", Figures(catalog, table)))
    return _only(catalog, table, sieve(figures))


def _only(catalog: Catalog, table: ColumnTable, mask: "Mask") -> Catalog:
    few = table_of(table.resource, table.rows_at(mask.nonzero()[0]))
    records = catalog.records
    assert isinstance(records, Records)
    return replace(catalog, tables={**catalog.tables, few.resource.name: few}, records=records.with_rows_of(few))


def _like_wrong_ones(check: Check, catalog: Catalog, table: ColumnTable) -> Catalog:
    """Return the figures that are alike, by what the check judges by, with one that it finds wrong."""
    import numpy as np  # noqa: PLC0415 - as above

    group = table.group(check.judges)
    group = np.unique(group, return_inverse=True)[1] if int(group.max()) > _MOST_PLACES else group
    readable = _readable_rows(catalog, table).nonzero()[0]
    first = np.full(int(group.max()) + 1, -1)
    first[group[readable[::-1]]] = readable[::-1]  # of several the last one written stays: the first row
    chosen = np.zeros(len(table), bool)
    chosen[first[first >= 0]] = True
    # Several rules look at the same ones, often the first figure of each unit.
    known = cast("dict[str, Catalog]", catalog.found_by_rules.setdefault(_like_wrong_ones, {}))
    key = sha256(chosen.tobytes()).hexdigest()
    of_each_kind = known.get(key) or _only(catalog, table, chosen)
    known[key] = of_each_kind
    wrong = {group[_place(table, each.place)] for each in check.find(of_each_kind)}
    return _only(catalog, table, np.isin(group, list(wrong)) if wrong else np.zeros(len(table), bool))


_MOST_PLACES = 20_000_000


def _place(table: ColumnTable, place: Any) -> int:
    return table.place_of(place.path, place.line)


def _readable_rows(catalog: Catalog, table: ColumnTable) -> "Mask":
    known = catalog.found_by_rules.setdefault(_readable_rows, {})
    if "" not in known:
        known[""] = readable_rows(table)
    return cast("Mask", known[""])


def readable_rows(table: ColumnTable) -> "Mask":
    """Return which rows have a record: all but those with a number, day or period that cannot be read."""
    import numpy as np  # noqa: PLC0415 - as above

    readable = np.ones(len(table), bool)
    for name, kind in kinds_of(table.resource).items():
        bad = {cell for cell in table.distinct_beyond(name, _PLAIN.get(name, "")) if not kind.reads(cell)}
        if bad:
            readable &= ~table.column_named(name).among(bad)
    return readable


_PLAIN: Mapping[str, str] = {"value": WHOLE_NUMBER}
