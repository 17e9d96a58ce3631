"""A misspelt column does not pass `make lint`: rows have their class, and names given as text are held against it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api

from hoctap.model import record
from miniature import REAL

SCRIPTS = REAL / "scripts"
# Each line that ends with "# wrong" has a misspelt column, of the kinds that were planted and passed once.
PLANTED = """
from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, Campaign, Observation, Source, Target, Unit


def read(catalog: Catalog) -> list[object]:
    found: list[object] = [row.value for row in catalog.all_of(Observation)]
    found += [row.vaule for row in catalog.all_of(Observation)]  # wrong
    found += [row.opertor for row in catalog.all_of(Target)]  # wrong
    found += [row.due for row in catalog.all_of(Target)]
    for rows in catalog.grouped(Unit, "area_id").values():
        found += [row.name_vn for row in rows]  # wrong
    for observation in catalog.observations_by_unit["x"]:
        found.append(observation.perod)  # wrong
    found.append(catalog.campaigns["x"].start_on)  # wrong
    found.append(catalog.sources["x"].titel)  # wrong
    found.append(max(catalog.all_of(Area), key=lambda area: area.valid_form))  # wrong
    found.append(catalog.units["x"].name_vi)
    return found


def kinds() -> tuple[type[Campaign], type[Source]]:
    return Campaign, Source
"""


def test_mypy_sees_a_misspelt_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "planted.py"
    module.write_text(PLANTED, encoding="utf-8")
    # As `make lint` does, which has just looked at every module and left what it knows.
    monkeypatch.chdir(REAL)
    monkeypatch.setenv("MYPYPATH", "scripts")
    printed, _, code = api.run(["--no-error-summary", str(module)])
    wrong = [number for number, line in enumerate(PLANTED.splitlines(), 1) if line.endswith("# wrong")]
    assert [int(line.split(":")[1]) for line in printed.splitlines() if "attr-defined" in line] == wrong
    assert len(wrong) == len(printed.splitlines())
    assert code == 1


def _grouped() -> Iterator[tuple[str, str, ast.expr]]:
    """Yield place, class and column of every call of `grouped`; a traced catalog hands on what it is asked."""
    for path in sorted(set(SCRIPTS.rglob("*.py")) - {SCRIPTS / "hoctap" / "model" / "traced.py"}):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "grouped":
                kind = node.args[0]
                name = kind.attr if isinstance(kind, ast.Attribute) else getattr(kind, "id", "")
                yield f"{path.relative_to(SCRIPTS)}:{node.lineno}", name, node.args[1]


def test_rows_are_grouped_by_a_column_that_they_have() -> None:
    calls = list(_grouped())
    assert calls
    for place, kind, column in calls:
        assert isinstance(column, ast.Constant), f"{place}: the column must be written where it is used"
        columns = record.columns_of(getattr(record, kind))
        assert column.value in columns, f"{place}: {kind} has no column {column.value!r}"


def _types_given(tree: ast.Module) -> Iterator[ast.expr | None]:
    """Yield the type of what each function gives back and of each attribute of a class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.returns
        elif isinstance(node, ast.ClassDef):
            yield from (each.annotation for each in node.body if isinstance(each, ast.AnnAssign))


@pytest.mark.parametrize("path", sorted((SCRIPTS / "hoctap" / "model").rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_without_a_type_leaves_the_model(path: Path) -> None:
    types = [
        ast.unparse(each) for each in _types_given(ast.parse(path.read_text(encoding="utf-8"))) if each is not None
    ]
    assert [each for each in types if "Any" in each] == []
