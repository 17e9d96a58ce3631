"""Rows of lists: a filter finds a row by any word of its names, though a row holds no word twice."""

from hoctap.model.catalog import Catalog
from hoctap.model.record import UnitAlias
from hoctap.views import listing
from hoctap.views.list_words import words_of_list


def test_a_unit_is_found_by_the_beginning_of_any_word_of_its_names(catalog: Catalog) -> None:
    aliases = catalog.grouped(UnitAlias, "unit_id")
    listed = {entry.link.text: entry for entry in listing.units(catalog).entries}
    assert any(entry.more for entry in listed.values())
    for unit in catalog.units.values():
        entry = listed[unit.name_vi]
        held = words_of_list(" ".join((entry.link.text, *entry.cells, entry.more)))
        first_letters = "".join(word[0] for word in words_of_list(entry.link.text))
        for name in (unit.short_name, *(row.alias for row in aliases.get(unit.unit_id, ()))):
            for word in words_of_list(name):
                found = any(one.startswith(word) for one in held)
                assert found or (not set(word) & set("aeiouy0123456789") and word in first_letters), (
                    unit.name_vi,
                    word,
                )


def test_a_row_says_no_word_beside_its_name_that_it_shows(catalog: Catalog) -> None:
    for entry in listing.units(catalog).entries:
        shown = words_of_list(" ".join((entry.link.text, *entry.cells[:-1])))
        assert not set(entry.more.split()) & set(shown)


def test_dates_of_a_column_of_dates_do_not_say_that_they_are(catalog: Catalog) -> None:
    dates = [entry.cells[1] for entry in listing.sources(catalog).entries]
    assert dates
    assert not [text for text in dates if text.startswith(("ngày", "tháng", "năm"))]
