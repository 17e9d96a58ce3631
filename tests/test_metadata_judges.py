"""Every published description is accepted by a program that did not make it, and its broken twin is not.

A judge runs as a program of its own, without network, and says nothing when content.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from miniature import REAL

JUDGES = REAL / ".cache/judges/bin/python"
SHAPES = Path(os.environ.get("HOCTAP_DCAT_SHAPES") or REAL.parent / "shared/standards/dcat-ap-3.0.1-SHACL.ttl")
OWN_SHAPES = REAL / "tests/shapes/dcat-ap-mandatory.ttl"
_CSVW = (
    "import sys; from csvw import TableGroup; g = TableGroup.from_file(sys.argv[1]);"
    "ok = [all(t.check_primary_key() for t in g.tables), g.check_referential_integrity()];"
    "n = sum(len(row) for t in g.tables for row in t.iterdicts(strict=True)); sys.exit(not (all(ok) and n))"
)
_DATACITE = "import json, sys; from datacite import schema45; schema45.validator.validate(json.load(open(sys.argv[1])))"
_FEED = "import sys, feedparser; f = feedparser.parse(sys.argv[1]); sys.exit(bool(f.bozo) or not f.feed.id)"
_CALENDAR = (
    "import sys, icalendar; c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read());"
    "sys.exit(not c.events or any(e.errors or not e.get('UID') or not e.get('DTSTART') for e in c.events))"
)


@dataclass(frozen=True)
class Judge:
    """`words` is the command, `{}` the file; `spoil` makes its broken twin."""

    name: str
    path: str
    words: tuple[str, ...]
    spoil: Callable[[Path], None]

    def complaint(self, folder: Path) -> str:
        """Return what the judge says against the file under `folder`; empty if it accepts."""
        words = [word.format(folder / self.path) if "{}" in word else word for word in self.words]
        env = {**os.environ, "PYTHONWARNINGS": "ignore", "NO_PROXY": "*", "HF_HUB_OFFLINE": "1"}
        done = subprocess.run(words, capture_output=True, text=True, check=False, env=env, cwd=folder)
        return "" if done.returncode == 0 else (done.stdout + done.stderr)[-3000:] or "no"


def _json(change: Callable[[Any], object]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        document = json.loads(path.read_bytes())
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")

    return spoil


def _text(old: str, new: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        text = path.read_bytes().decode()
        assert old in text
        path.write_bytes(text.replace(old, new).encode())

    return spoil


def _profile() -> str:
    import dplib

    return str(Path(dplib.__file__).parent / "profiles/2.0/datapackage.json")


def _first_area_twice(descriptor: Path) -> None:
    path = descriptor.with_name("areas.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")


def _dangling_unit(descriptor: Path) -> None:
    path = descriptor.with_name("unit_aliases.csv")
    path.write_text(path.read_text(encoding="utf-8") + "khong-co,Không có\n", encoding="utf-8")


def _without_a_type(document: Any) -> None:
    del document["recordSet"][0]["field"][0]["dataType"]


def _bin(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


_PACKAGE = "hoctap/datapackage.json"
_SHACL = (sys.executable, "-m", "pyshacl", "-sf", "turtle", "-df", "turtle", "-s")
_CHECK = (sys.executable, "-m", "check_jsonschema", "--no-cache")
ALL = (
    Judge("frictionless, keys", _PACKAGE, (_bin("frictionless"), "validate", "{}"), _first_area_twice),
    Judge("frictionless, references", _PACKAGE, (_bin("frictionless"), "validate", "{}"), _dangling_unit),
    Judge(
        "data package profile",
        _PACKAGE,
        (*_CHECK, "--schemafile", _profile(), "{}"),
        _json(lambda document: document.update(resources=[])),
    ),
    Judge(
        "croissant",
        "croissant.json",
        (_bin("mlcroissant"), "validate", "--jsonld", "{}"),
        _json(_without_a_type),
    ),
    Judge("csvw, keys", "hoctap/csv-metadata.json", (str(JUDGES), "-c", _CSVW, "{}"), _first_area_twice),
    Judge("csvw, references", "hoctap/csv-metadata.json", (str(JUDGES), "-c", _CSVW, "{}"), _dangling_unit),
    Judge(
        "datacite",
        "datacite.json",
        (str(JUDGES), "-c", _DATACITE, "{}"),
        _json(lambda document: document.pop("creators")),
    ),
    Judge(
        "cffconvert",
        "CITATION.cff",
        (str(JUDGES.with_name("cffconvert")), "--validate", "-i", "{}"),
        _text("\nauthors:", "\nwriters:"),
    ),
    Judge(
        "citation file schema",
        "CITATION.cff",
        (*_CHECK, "--builtin-schema", "vendor.citation-file-format", "{}"),
        _text("cff-version: 1.2.0", "cff-version: one"),
    ),
    Judge(
        "openapi",
        "api/v1/openapi.json",
        (_bin("openapi-spec-validator"), "{}"),
        _json(lambda document: document["info"].pop("title")),
    ),
    Judge(
        "openapi, references",
        "api/v1/openapi.json",
        (_bin("openapi-spec-validator"), "{}"),
        _json(lambda document: document["paths"]["/don-vi/{id}.json"]["get"].pop("parameters")),
    ),
    Judge("atom", "feeds/hoctap.atom", (sys.executable, "-c", _FEED, "{}"), _text("</feed>", "")),
    Judge("calendar", "lich/tat-ca.ics", (sys.executable, "-c", _CALENDAR, "{}"), _text("DTSTART;", "DTSTRAT;")),
    Judge("dcat, own shapes", "dcat.ttl", (*_SHACL, str(OWN_SHAPES), "{}"), _text("dct:description", "dct:abstract")),
)


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """A copy of everything published, to be spoilt."""
    import shutil

    return Path(shutil.copytree(published, tmp_path / "data"))


@pytest.mark.parametrize("judge", ALL, ids=lambda judge: judge.name)
def test_the_judge_accepts_what_is_published(published: Path, judge: Judge) -> None:
    assert judge.complaint(published) == ""


@pytest.mark.parametrize("judge", ALL, ids=lambda judge: judge.name)
def test_the_judge_refuses_the_broken_twin(copy: Path, judge: Judge) -> None:
    judge.spoil(copy / judge.path)
    assert judge.complaint(copy) != ""


@pytest.mark.skipif(not SHAPES.exists(), reason="the official shapes are not here; the own shapes were asked")
@pytest.mark.parametrize(
    ("old", "new", "content"),
    [
        ("", "", True),
        ("dct:description", "dct:abstract", False),
        ("dcat:accessURL", "dcat:entryURL", False),
        ("a foaf:Agent", "a foaf:Person", False),
    ],
)
def test_dcat_conforms_to_the_official_shapes(copy: Path, old: str, new: str, content: bool) -> None:
    judge = Judge("dcat", "dcat.ttl", (*_SHACL, str(SHAPES), "{}"), _text(old, new))
    if old:
        judge.spoil(copy / judge.path)
    assert (judge.complaint(copy) == "") is content


def test_both_forms_of_dcat_say_the_same(published: Path) -> None:
    program = (
        "import sys; from rdflib import Graph; from rdflib.compare import isomorphic;"
        "a, b = Graph().parse(sys.argv[1]), Graph().parse(sys.argv[2]);"
        "sys.exit(not (len(a) > 100 and isomorphic(a, b)))"
    )
    words = [sys.executable, "-W", "ignore", "-c", program, "dcat.ttl", "dcat.jsonld"]
    subprocess.run(words, cwd=published, check=True)


def test_croissant_reads_every_table_from_parquet(published: Path) -> None:
    program = (
        "import json, sys, mlcroissant as mlc; told = json.load(open('croissant.json'));"
        "names = [r['@id'] for r in told['recordSet']];"
        "here = {f'{n}.parquet': f'hoctap.parquet/{n}.parquet' for n in names};"
        "d = mlc.Dataset(jsonld='croissant.json', mapping=here);"
        "print(json.dumps({n: sum(1 for _ in d.records(n)) for n in names}))"
    )
    words = [sys.executable, "-W", "ignore", "-c", program]
    done = subprocess.run(words, cwd=published, check=True, capture_output=True, text=True)
    counted = json.loads(done.stdout.splitlines()[-1])
    index = json.loads((published / "api/v1/index.json").read_bytes())
    assert counted == {table["name"]: table["rows"] for table in index["tables"]}
