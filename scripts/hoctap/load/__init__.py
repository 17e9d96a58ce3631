"""Descriptors and CSV files in, catalog and findings out.

The only package that reads `datapackages/` and the only one that imports frictionless.
A fault in the data becomes a finding, never an exception; only a missing root raises.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hoctap.load.columns import in_columns
from hoctap.load.descriptors import RULE as UNREADABLE_DESCRIPTOR
from hoctap.load.descriptors import Describe, described, read_packages
from hoctap.load.measures import measures_in
from hoctap.load.rows import read_table
from hoctap.load.schema import schema_problems
from hoctap.load.typed import Records, records_of
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.model.table import SourceFile, Table


@dataclass(frozen=True, slots=True)
class Loaded:
    """The catalog as far as it could be read, and what kept the rest from being read."""

    catalog: Catalog
    findings: tuple[Finding, ...]

    @property
    def what_is_unread(self) -> tuple[Finding, ...]:
        """Return why some of the data could not be read; whoever adds to them then would be told what is not true."""
        broken = tuple(each for each in self.findings if each.rule == UNREADABLE_DESCRIPTOR)
        return broken or (tuple(sorted(self.findings)) if self.catalog.unread else ())


def load(root: Path, *, validate: bool = True, describe: Describe = described) -> Loaded:
    """Read every package under `root`/datapackages; `validate` off skips the schema check of each row.

    `describe` reads a descriptor, or remembers what `described` said of these bytes.
    """
    with no_collection():
        return _load(root, validate=validate, describe=describe)


@contextmanager
def no_collection() -> Iterator[None]:
    """Collect no garbage meanwhile.

    Rows and records hold no cycles; looking for some among millions of them would take a third of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _load(root: Path, *, validate: bool, describe: Describe) -> Loaded:
    packages, found = read_packages(root, describe)
    findings = list(found)
    files: list[SourceFile] = []
    tables: dict[str, Table] = {}
    unread: set[str] = set()
    for package in packages:
        for resource in package.resources:
            read = read_table(root, package, resource)
            findings += read.findings
            files += read.files
            tables[resource.name] = read.table
            unread |= {resource.name} if read.lacks_rows else set()
            if validate:
                findings += schema_problems(read.table, measures_in(tables))
    # The rows of a large table are made of its columns only where somebody asks for them.
    records = Records(tables, {name: records_of(each) for name, each in tables.items() if not in_columns(each)})
    catalog = Catalog(root, packages, tuple(files), tables, records, frozenset(unread))
    return Loaded(catalog, tuple(findings))
