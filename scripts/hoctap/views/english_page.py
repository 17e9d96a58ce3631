"""What an English twin of a page holds, whatever its kind: a name, facts, figures, and tables or lists beside them.

It is made of the view of the Vietnamese page; `english_subjects` and `english_guidance` make one of each kind.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.views.campaign import Aim
from hoctap.views.english import EnglishFigure, english_figure, meaning, number
from hoctap.views.english_aims import AIMS, Cell, aim_row
from hoctap.views.english_names import FOLDER, Name, name_of, vietnamese, words
from hoctap.views.figure import Figure
from hoctap.views.link import Link, page_address

Fact = tuple[str, Sequence[Name]]


@dataclass(frozen=True, slots=True)
class EnglishGroup:
    """Figures under one heading; rows are named by the columns in `by`: unit, indicator or both."""

    heading: str
    rows: Sequence[EnglishFigure]
    by: Sequence[str]
    of: Name | None = None
    has_source: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """What else a page tells: a table under `columns`, or a list where there are none."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """Everything an English page shows; `lines` are lines beneath the facts, `folder` and `key` those of its twin."""

    folder: str
    key: str
    title: Name
    summary: str
    facts: Sequence[Fact]
    lines: Sequence[Cell]
    groups: Sequence[EnglishGroup]
    sections: Sequence[Section]

    @property
    def vietnamese(self) -> str:
        """Return the address of the page it is the twin of."""
        return page_address(self.folder, self.key)


def page(
    link: tuple[str, str],
    title: Name,
    summary: str,
    facts: Sequence[Fact],
    *,
    lines: Sequence[Cell] = (),
    groups: Sequence[EnglishGroup] = (),
    sections: Sequence[Section] = (),
) -> EnglishPage:
    """Return a page without the facts, groups and sections of which nothing is known."""
    folder, key = link
    known = [(label, names) for label, names in facts if names]
    full = [group for group in groups if group.rows], [section for section in sections if section.rows]
    return EnglishPage(folder, key, title, summary, known, lines, *full)


def figures(catalog: Catalog, found: Sequence[Figure]) -> list[EnglishFigure]:
    """Return figures as English pages tell them."""
    return [english_figure(catalog, figure) for figure in found]


def names(catalog: Catalog, links: Sequence[Link | None]) -> list[Name]:
    """Return what linked pages are called; none for a link that is not there."""
    return [name_of(catalog, link) for link in links if link]


def code(catalog: Catalog, code_list: str, key: str) -> list[Name]:
    """Return a code in words; none for an empty one."""
    return [words(meaning(catalog, code_list, key))] if key else []


def listed(heading: str, rows: Sequence[Cell], *, is_folded: bool = False) -> Section:
    """Return a list under a heading."""
    return Section(heading, (), [[row] for row in rows], is_folded)


def counted(name: str, count: int) -> str:
    """Return the line that stands for a page with so many figures."""
    return f"{name}: {number(count)} sourced figure{'s' if count > 1 else ''}." if count else f"{name}: no figures yet."


def noted(note: str) -> list[Cell]:
    """Return a note of the data as a line, if there is one."""
    return [[words("Note, in Vietnamese:"), vietnamese(note)]] if note else []


def others_stand_elsewhere(which: str) -> Cell:
    """Return the line that says where the figures are that a page leaves out."""
    return [words(f"{which} stand on the pages of their units and in"), Name(f"{FOLDER}/du-lieu/", "the files of data")]


def described(name: Name, other: str) -> str:
    """Return the line that stands for a page: its name and what it is called besides."""
    return f"{name.text} ({other})." if other != name.text else f"{name.text}."


def aims_section(catalog: Catalog, aims: Sequence[Aim]) -> Section:
    """Return targets as a table, those with a figure first."""
    return Section(
        "Targets", AIMS, [aim_row(catalog, aim) for aim in sorted(aims, key=lambda aim: not aim.is_measured)]
    )
