"""The part of a data package descriptor that this project uses, typed.

Owns names and shapes of packages, resources, fields and keys; says nothing about rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# How the pattern of every column of periods begins.
_PERIOD = "[0-9]{4}(-[0-9]{2}"
# What `not_after` may name: this day, and the column whose source was published on a day.
TODAY, SOURCE = "today", "source_id"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: machine name (English), title and description in both languages, `code_list` if coded.

    `not_before` is the column of the same row before whose date this one cannot lie; `not_after` what this date cannot
    lie after: `today`, or `source_id` for the day its source was published. `descriptor` is all that was written.
    """

    name: str
    type: str
    title: str
    title_en: str
    description: str
    description_en: str
    example: str
    code_list: str = ""
    constraints: Mapping[str, object] = field(default_factory=dict)
    not_before: str = ""
    not_after: tuple[str, ...] = ()
    descriptor: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_numeric(self) -> bool:
        """Return whether cells are numbers (integer, number or year)."""
        return self.type in ("integer", "number", "year")

    @property
    def is_period(self) -> bool:
        """Return whether cells are periods such as `2024-06`: text whose pattern begins with a year."""
        return self.type == "string" and str(self.constraints.get("pattern", "")).startswith(_PERIOD)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`fields` of a resource point at `target_fields` of `resource` in `package`; `line` is the descriptor's."""

    fields: tuple[str, ...]
    package: str
    resource: str
    target_fields: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Resource:
    """One logical table, stored in one or more CSV files of the same header.

    `line` is where it starts in the descriptor, `path_lines` are where `paths` stand there.
    """

    package: str
    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    paths: tuple[str, ...]
    path_lines: tuple[int, ...]
    line: int
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the column names in order."""
        return tuple(column.name for column in self.fields)

    def field_named(self, name: str) -> Field:
        """Return the column called `name`; KeyError if there is none."""
        for column in self.fields:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX identifier, its title and the address of its text."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Package:
    """A data package: `folder` and `path` (its descriptor) are relative to the root.

    `contributors` are the names of those who made it, the first one publishes it; `descriptor` is all that was written.
    """

    name: str
    folder: str
    path: str
    title: str
    title_en: str
    description: str
    version: str
    resources: tuple[Resource, ...]
    keywords: tuple[str, ...]
    licence: Licence
    contributors: tuple[str, ...]
    descriptor: Mapping[str, object] = field(default_factory=dict)
