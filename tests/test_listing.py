"""Rows of lists: a filter finds a row by any word of its names, though a row holds no word twice."""

from hoctap.model.catalog import Catalog
from hoctap.model.record import UnitAlias
from hoctap.views import list_of_places, listing
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.list_words import words_of_list


def test_a_unit_is_found_by_the_beginning_of_any_word_of_its_names(catalog: Catalog) -> None:
    aliases = catalog.grouped(UnitAlias, "unit_id")
    both = (*list_of_places.units(catalog).entries, *list_of_places.older_units(catalog).entries)
    listed = {entry.link.text: entry for entry in both}
    assert any(entry.more for entry in listed.values())
    for unit in catalog.units.values():
        entry = listed[unit.name_vi]
        known = words_of_list(" ".join((entry.link.text, *entry.cells, entry.more)))
        first_letters = "".join(word[0] for word in words_of_list(entry.link.text))
        for name in (unit.short_name, *(row.alias for row in aliases.get(unit.unit_id, ()))):
            for word in words_of_list(name):
                found = any(one.startswith(word) for one in known)
                assert found or (not set(word) & set("aeiouy0123456789") and word in first_letters), (
                    unit.name_vi,
                    word,
                )


def test_a_row_says_no_word_beside_its_name_that_it_shows(catalog: Catalog) -> None:
    for entry in list_of_places.units(catalog).entries:
        visible = words_of_list(" ".join((entry.link.text, *entry.cells[:-1])))
        assert not set(entry.more.split()) & set(visible)


def test_dates_of_a_column_of_dates_do_not_say_that_they_are(catalog: Catalog) -> None:
    dates = [entry.cells[1] for entry in listing.sources(catalog).entries]
    assert dates
    assert not [text for text in dates if text.startswith(("ngày", "tháng", "năm"))]


def test_units_of_old_figures_or_none_stand_on_a_page_of_their_own(catalog: Catalog) -> None:
    newer, older = list_of_places.units(catalog), list_of_places.older_units(catalog)
    assert newer.left_out == len(older.entries)
    assert newer.total == len(catalog.units)
    assert {entry.cells[2] for entry in newer.entries} & {"", "2010"} == set()
    assert all(not entry.cells[2] or int(entry.cells[2]) <= 2017 for entry in older.entries)


def test_the_figure_of_a_row_has_what_limits_it_beside_it_and_a_mark(catalog: Catalog) -> None:
    former = list_of_places.areas_before(catalog).entries
    entries = (*list_of_places.units(catalog).entries, *list_of_places.areas(catalog).entries, *former)
    limited = [entry for entry in entries if entry.limits]
    assert limited
    for entry in entries:
        if entry.unit_id and entry.cells[-1]:
            figure = headline(catalog, figures_of(catalog, catalog.observations_by_unit[entry.unit_id]), 1)[0]
            assert entry.cells[-1].startswith(f"{figure.value_with_qualifier}, {figure.period}")
            assert ("*: " in entry.cells[-1]) == bool(figure.remarks)
            for caveat in figure.caveats:
                # A row that names a former place need not say once more on which borders it stood.
                is_in_name = caveat.code == "border" and (entry in former or "(trước 01/7/2025)" in entry.cells[1])
                assert caveat.code not in ("doubt", "scope", "border") or is_in_name or caveat.words in entry.limits
