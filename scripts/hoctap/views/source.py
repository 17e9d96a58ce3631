"""The page of a source: what it is, what to beware of, and everything that was taken from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Campaign, Document, Guideline, Observation, Recognition, Source, Target
from hoctap.vietnamese.writing import moment
from hoctap.views.campaign import Aim, aim_of
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of
from hoctap.views.first_of_many import first_of_many
from hoctap.views.link import Link, campaign_link, document_link, title_link, unit_link
from hoctap.views.names import aliases_of_source, is_address, names_of_source


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything the page of a source shows."""

    source: Source
    title: str
    summary: str
    kind: str
    published: str
    figures: Sequence[Figure]
    first: Sequence[Figure]
    recognitions: Sequence[tuple[Link, Link]]
    campaigns: Sequence[Link]
    documents: Sequence[Link]
    guidelines: Sequence[Guideline]
    aims: Sequence[Aim]
    words: Sequence[str]
    other_titles: Sequence[str]
    other_addresses: Sequence[str]

    @property
    def left_out(self) -> int:
        """Return how many figures stand only on the pages of their units and in the files of data."""
        return len(self.figures) - len(self.first)


def source_page(catalog: Catalog, source_id: str) -> SourcePage:
    """Return the page of a source; KeyError if there is none."""
    source = catalog.sources[source_id]
    figures = figures_of(catalog, catalog.grouped(Observation, "source_id").get(source_id, ()))
    recognitions = catalog.grouped(Recognition, "source_id").get(source_id, ())
    campaigns = catalog.grouped(Campaign, "source_id").get(source_id, ())
    documents = catalog.grouped(Document, "source_id").get(source_id, ())
    published = moment(source.published_on) if source.published_on else ""
    where = f"{source.publisher}, {published}" if source.publisher and published else source.publisher or published
    return SourcePage(
        source=source,
        title=source.title,
        summary=f"Nguồn{f' ({where})' if where else ''}: {_count(len(figures))}.",
        kind=catalog.code_title("source_kind", source.kind),
        published=published,
        figures=figures,
        first=first_of_many(catalog, figures),
        recognitions=[(unit_link(catalog, row.unit_id), title_link(catalog, row.title_id)) for row in recognitions],
        campaigns=[campaign_link(catalog, row.campaign_id) for row in campaigns],
        documents=[document_link(catalog, row.document_id) for row in documents],
        guidelines=catalog.grouped(Guideline, "source_id").get(source_id, ()),
        aims=[aim_of(catalog, row) for row in catalog.grouped(Target, "source_id").get(source_id, ())],
        words=[source.title, source.publisher, source.author, published],
        other_titles=names_of_source(catalog, source_id),
        other_addresses=[alias for alias in aliases_of_source(catalog, source_id) if is_address(alias)],
    )


def _count(figures: int) -> str:
    return f"{figures} số liệu được lấy ra" if figures else "không lấy con số nào"
