"""Descriptors and CSV files in, catalog and findings out.

The only package that reads `datapackages/` and the only one that imports frictionless.
A fault in the data becomes a finding, never an exception; only a missing root raises.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from hoctap.load.descriptors import read_packages
from hoctap.load.rows import read_table
from hoctap.load.schema import schema_problems
from hoctap.load.typed import typed
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.model.table import SourceFile, Table


@dataclass(frozen=True, slots=True)
class Loaded:
    """The catalog as far as it could be read, and what kept the rest from being read."""

    catalog: Catalog
    findings: tuple[Finding, ...]


def load(root: Path, *, validate: bool = True) -> Loaded:
    """Read every package under `root`/datapackages; `validate` off skips the schema check of each row."""
    packages, found = read_packages(root)
    findings = list(found)
    files: list[SourceFile] = []
    tables: dict[str, Table] = {}
    for package in packages:
        for resource in package.resources:
            read = read_table(root, package, resource)
            findings += read.findings
            files += read.files
            tables[resource.name] = read.table
            if validate:
                for _, rows in groupby(read.table.rows, key=lambda row: row.path):
                    findings += schema_problems(resource, tuple(rows))
    read_as = {name: typed(table) for name, table in tables.items()}
    told = {(finding.path, finding.line, finding.field) for finding in findings}
    for made in read_as.values():
        findings += [each for each in made.findings if (each.path, each.line, each.field) not in told]
    records = {name: made.records for name, made in read_as.items()}
    catalog = Catalog(root, packages, tuple(files), tables, records)
    return Loaded(catalog, tuple(findings))
