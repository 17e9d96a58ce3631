"""Records of model/frozen.py are equal, hashed and kept as frozen ones are, and nothing writes to them."""

import copy
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from building import command, environ, tree
from change import lay_over
from hoctap.check.fix import fix
from hoctap.model.period import parse_period
from hoctap.model.value_range import Range
from hoctap.views.link import Link
from hoctap.views.statements.caveats import Caveat
from hoctap.views.statements.statement import Part
from miniature import EXAMPLES, SITE, assembled

# The program as it is, but that Python freezes what mypy alone holds frozen.
_FROZEN = """
import dataclasses, sys
from hoctap.model import frozen
frozen.dataclass = dataclasses.dataclass
from hoctap.cli import main
from hoctap.model.figure_row import FigureRow
from hoctap.views.statements.statement import Part
for one in (FigureRow, Part):
    assert one.__dataclass_params__.frozen
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (Part("a", "b/"), Part("a", "b/"), Part("a")),
        (Caveat("note", "x"), Caveat("note", "x"), Caveat("scope", "x")),
        (Range(Decimal(1), None), Range(Decimal("1.0"), None), Range(Decimal(1), Decimal(1))),
        (parse_period("2024"), parse_period("2024"), parse_period("2024-01-01/2024-12-31")),
        (Link("don-vi/a/", "A"), Link("don-vi/a/", "A"), Link("don-vi/b/", "A")),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_record_is_its_fields_wherever_it_is_kept(one: object, same: object, other: object) -> None:
    assert {one: "kept"}[same] == "kept"
    assert len({one, same, other}) == 2
    assert [copy.copy(one), pickle.loads(pickle.dumps(one))] == [one, same]
    assert hash(pickle.loads(pickle.dumps(one))) == hash(one)


@pytest.mark.build
def test_a_site_is_the_same_where_python_refuses_to_write_to_a_record(tmp_path: Path) -> None:
    root = assembled(tmp_path / "repository", *SITE)
    lay_over(root, EXAMPLES / "rich")
    fix(root)
    trees = []
    for name, start in (("plain", ["-m", "hoctap"]), ("frozen", ["-c", _FROZEN])):
        _, _, _, *words = command(root, tmp_path / name)
        words = [sys.executable, *start, *words]
        built = subprocess.run(words, capture_output=True, encoding="utf-8", env=environ(), check=False)
        assert built.returncode == 0, built.stdout + built.stderr
        trees.append(tree(tmp_path / name))
    assert trees[0] == trees[1]
