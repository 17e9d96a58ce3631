"""The story of a release as its record keeps it: statements about the figures published before and those of now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hoctap.load.releases import StoryChapter, read_releases, zip_of
from hoctap.model.catalog import Catalog
from hoctap.model.record import TABLE_OF, Observation
from hoctap.releases.diff import PublishedPackage, package_of_zip
from hoctap.views.statements.story import CHAPTER_WORDS, StoryPart, story


def story_since(catalog: Catalog, before: PublishedPackage, since: date, on: date) -> tuple[StoryChapter, ...]:
    """Return the story from a published package to the catalog."""
    table = before.tables.get(TABLE_OF[Observation])
    return chapters_of(story(catalog, list(table.rows.values()) if table else [], since, on))


def story_since_last(root: Path, catalog: Catalog, on: date) -> tuple[StoryChapter, ...]:
    """Return the story since the last release; nothing if there was none, for then everything would be new."""
    known = read_releases(root)
    if not known:
        return ()
    before = package_of_zip(zip_of(root, known[0].version).read_bytes())
    return story_since(catalog, before, known[0].released_on, on)


def chapters_of(parts: Sequence[StoryPart]) -> tuple[StoryChapter, ...]:
    """Return the chapters as the record of a release has them."""
    return tuple(
        StoryChapter(
            one.chapter,
            CHAPTER_WORDS[one.chapter],
            one.count,
            tuple(tuple((part.text, part.href) for part in statement.parts) for statement in one.statements),
        )
        for one in parts
    )
