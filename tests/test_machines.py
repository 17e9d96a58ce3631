"""What programs read first, and pages as Markdown: nothing loses its hedge, period, scope or source on the way."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hoctap.exports.edition import Edition
from hoctap.exports.linked_data import described, english_twin, form, term_set
from hoctap.exports.markdown import plain
from hoctap.exports.schema_org import slice_dataset
from hoctap.model.catalog import Catalog
from hoctap.model.record import DocumentRelation
from hoctap.site.machines import llms, robots
from hoctap.vietnamese.writing import lower_first
from hoctap.views.link import Link
from hoctap.views.news import arrivals
from hoctap.views.statements.figure import figure_statement, statement_under_source
from small_catalog import catalog_of, observation

BASE = "https://so.example/hoc/"
EDITION = Edition(BASE, 1795305600, ())


def test_robots_may_read_everything_and_get_the_map_where_there_is_an_address() -> None:
    assert "Disallow" not in robots(BASE)
    assert f"Sitemap: {BASE}sitemap.xml" in robots(BASE)
    assert "Sitemap" not in robots("")


def test_llms_names_files_that_are_published(published: Path, catalog: Catalog) -> None:
    text = llms(catalog, BASE)
    files = re.findall(rf"\({re.escape(BASE)}data/([^)]+)\)", text)
    assert len(files) >= 5
    assert [path for path in files if not (published / path).is_file()] == []
    assert "127.0.0.1" not in llms(catalog, "")


def test_a_page_in_markdown_has_every_figure_as_its_whole_sentence(published: Path, catalog: Catalog) -> None:
    pages = {"don-vi": catalog.rows_by_unit, "chi-tieu": catalog.rows_by_indicator}
    for folder, owners in pages.items():
        for key, rows in owners.items():
            text = (published / f"{folder}/{key}.md").read_text(encoding="utf-8")
            for row in rows:
                assert f"- {plain(figure_statement(catalog, row).text)}" in text
                assert row.source is None or row.source.url in text


@pytest.mark.parametrize("hostile", ["<script>", "[x](y)", "a\n# b", "*x*", "a|b"])
def test_no_value_becomes_markup_in_markdown(hostile: str) -> None:
    from markdown import markdown

    html = markdown(f"- {plain(hostile)}")
    assert re.findall(r"</?(\w+)", html) == ["ul", "li", "li", "ul"]


def test_a_data_set_says_what_it_measures_and_when(catalog: Catalog) -> None:
    unit, rows = next(iter(catalog.rows_by_unit.items()))
    description = slice_dataset(catalog, EDITION, f"don-vi/{unit}/", ("Tên", "Tóm tắt"), [], rows)
    start, _, end = description["temporalCoverage"].partition("/")
    assert start == min(row.observation.period.start for row in rows).isoformat()
    assert end == max(row.observation.period.end for row in rows).isoformat()
    assert {each["name"] for each in description["variableMeasured"]} == {
        r.indicator.name_vi for r in rows if r.indicator
    }


@pytest.mark.parametrize(
    ("units", "place"),
    [
        (("tinh-suoi-bac",), "Suối Bạc (đến 30/6/2025)"),
        (("tinh-dong-lau", "hoi-dong-lau"), "Đông Lâu"),
        (("tinh-dong-lau", "tinh-suoi-bac"), "Việt Nam"),
        (("ca-nuoc",), "Việt Nam"),
        # No source names its province.
        (("khong-ro",), "Việt Nam"),
        ((), "Việt Nam"),
    ],
)
def test_a_data_set_says_of_which_place_it_is(catalog: Catalog, units: tuple[str, ...], place: str) -> None:
    invented = replace(catalog_of([observation(unit) for unit in units]), packages=catalog.packages)
    names = ("Tên", "Tóm tắt")
    where = slice_dataset(invented, EDITION, "x/", names, [], invented.figure_rows)["spatialCoverage"]
    assert where["name"] == place
    assert ("containedInPlace" in where) is (place != "Việt Nam")


def test_documents_are_legislation_with_their_relations(catalog: Catalog) -> None:
    for key, row in catalog.documents.items():
        description = described(catalog, EDITION, "van-ban", key)
        assert description is not None
        assert description["@type"] == "Legislation"
        assert description.get("legislationIdentifier", "") == row.number
        assert "" not in description.values()
    replaced = [row for row in catalog.all_of(DocumentRelation) if row.kind == "replaces"]
    for relation in replaced:
        description = described(catalog, EDITION, "van-ban", relation.from_document_id)
        assert description is not None
        assert f"{BASE}van-ban/{relation.to_document_id}/" in json.dumps(description["legislationRepeals"])


def test_titles_terms_and_sources_are_described_and_other_pages_are_not(catalog: Catalog) -> None:
    title, source = next(iter(catalog.titles)), next(iter(catalog.sources))
    kinds = [
        (described(catalog, EDITION, *page) or {}).get("@type") for page in (("danh-hieu", title), ("nguon", source))
    ]
    assert kinds == ["DefinedTerm", "CreativeWork"]
    assert described(catalog, EDITION, "don-vi", "x") is None
    assert len(term_set(catalog, EDITION)["hasDefinedTerm"]) == len(catalog.terms)


def test_an_english_page_is_the_translation_of_the_vietnamese_one() -> None:
    described_page = english_twin(EDITION, "en/don-vi/x/", "don-vi/x/", ("Unit X", "Figures of unit X."))
    assert (described_page["@type"], described_page["inLanguage"], described_page["url"]) == (
        "WebPage",
        "en",
        f"{BASE}en/don-vi/x/",
    )
    assert described_page["translationOfWork"]["@id"] == f"{BASE}don-vi/x/"
    assert described_page["translationOfWork"]["inLanguage"] == "vi"


def test_a_form_is_about_its_title() -> None:
    described_page = form(
        EDITION, "tu-danh-gia/x/", ("Tự đánh giá", "Phiếu"), Link("danh-hieu/don-vi/", "Đơn vị học tập")
    )
    assert described_page["about"] == {
        "@type": "DefinedTerm",
        "@id": f"{BASE}danh-hieu/don-vi/",
        "name": "Đơn vị học tập",
    }


def test_under_its_source_a_sentence_keeps_all_but_what_the_heading_says(catalog: Catalog) -> None:
    """What the heading says is not said again in each line: the source and its caveat; all else stays."""
    for row in catalog.figure_rows:
        whole, short = figure_statement(catalog, row), statement_under_source(catalog, row)
        assert (short.row_ids, short.caveats, short.range) == (whole.row_ids, whole.caveats, whole.range)
        start, _, end = whole.text.partition(" (nguồn: ")
        assert short.text.startswith(start)
        assert row.observation.locator in short.text
        own = [caveat.words for caveat in whole.caveats if caveat.code != "source" and caveat.words in whole.text]
        assert all(words in short.text for words in own)
        assert "lưu ý về nguồn" not in short.text
        assert row.source is None or f"«{row.source.title}»" not in short.text
        assert row.source is None or f"«{row.source.title}»" in end


def test_the_caveat_of_a_source_stands_once_in_the_heading_of_what_it_says(catalog: Catalog) -> None:
    found = arrivals(catalog, EDITION.day, 12, are_headed=True)
    assert any(one.caveat for one in found)
    for one in found:
        record = catalog.sources[one.source_id]
        assert one.caveat == lower_first(record.caveat.rstrip("."))
        assert not any(one.caveat and one.caveat in statement.text for statement in one.statements)
