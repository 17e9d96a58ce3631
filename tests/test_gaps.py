"""What is missing, and how old what is held is: who fills a gap, who does not, and what an invitation tells."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from hoctap.exports.edition import Edition
from hoctap.exports.gaps import files
from hoctap.model.record import CriterionSet, LocalTarget, Observation, Source, Target, Unit
from hoctap.views.country import fresh, newest_of_country
from hoctap.views.freshness import age_in_words, ages_of_provinces, first_fresh_day, newest_of
from hoctap.views.gaps import gaps_by_place, gaps_of
from hoctap.views.link import Link
from hoctap.views.standing import Standings
from small_catalog import catalog_of, make, observation

TODAY = date(2026, 11, 22)
NEVER = observation("hoi-binh-ho", period="2019")


def _missing(*rows: Observation, area: str = "binh-ho") -> list[str]:
    catalog = catalog_of([NEVER, *rows])
    return [gap.indicator_id for gap in gaps_by_place(catalog, TODAY)[area].gaps]


def test_the_last_two_years_begin_two_years_before_today() -> None:
    assert first_fresh_day(TODAY) == date(2024, 11, 22)
    assert first_fresh_day(date(2024, 2, 29)) == date(2022, 2, 28)


@pytest.mark.parametrize(
    ("end", "words"),
    [(date(2026, 12, 31), "trong năm nay"), (date(2025, 12, 31), "năm ngoái"), (date(2021, 1, 1), "5 năm trước")],
)
def test_an_age_is_counted_in_calendar_years(end: date, words: str) -> None:
    assert age_in_words(end, TODAY) == words


def test_a_figure_of_the_last_two_years_fills_the_gap_and_an_older_one_does_not() -> None:
    assert _missing() == ["members"]
    assert _missing(observation("hoi-binh-ho", period="2024-06")) == ["members"]
    assert _missing(observation("hoi-binh-ho", period="2024")) == []


@pytest.mark.parametrize(
    "row",
    [
        observation("hoi-binh-ho", period="2025", breakdown="khối cơ quan"),
        observation("hoi-binh-ho", period="2025", value=None),
        observation("hoi-binh-ho", period="2025", period_status="uncertain"),
        observation("khong-ro", period="2025"),
    ],
    ids=["of a part", "without a number", "of no certain time", "of an office that no source places"],
)
def test_what_does_not_tell_of_the_whole_place_fills_no_gap(row: Observation) -> None:
    assert _missing(row) == ["members"]


def test_a_figure_on_borders_that_are_gone_fills_no_gap_but_is_the_newest_held() -> None:
    rows = [NEVER, observation("tinh-suoi-bac", period="2025-01/2025-06", period_kind="half-year")]
    (gap,) = gaps_by_place(catalog_of(rows), TODAY)["dong-lau"].gaps
    assert gap.newest is not None
    assert gap.newest.figure.unit.text == "Tỉnh Suối Bạc"
    assert "ranh giới trước 01/7/2025" in gap.newest.figure.aside


def test_an_invitation_names_who_would_know_what_to_search_for_and_the_form() -> None:
    (gap,) = gaps_by_place(catalog_of([NEVER]), TODAY)["dong-lau"].gaps
    assert gap.reporter == "Hội Khuyến học tỉnh Đông Lâu"
    assert gap.search == '"Hội Khuyến học tỉnh Đông Lâu" hội viên khuyến học 2026'
    assert gap.send == f"gui-so-lieu/?don-vi=hoi-dong-lau&chi-tieu={gap.indicator_id}"
    assert gap.newest is None


def test_of_the_pages_of_a_body_itself_the_newest_is_offered() -> None:
    own = {"publisher": "Hội C", "kind": "chinh-chu"}
    new = make(Source, source_id="moi", title="Mới", url="https://hoi.example/moi", published_on="2026-01", **own)
    old = make(Source, source_id="cu", title="Cũ", url="https://hoi.example/cu", published_on="2020", **own)
    rows = [observation("hoi-binh-ho", period="2019", source_id=key) for key in ("moi", "cu")]
    pages = gaps_by_place(catalog_of(rows, [new, old]), TODAY)["binh-ho"].pages
    assert pages == [(Link("https://hoi.example/moi", "Hội C"), "moi")]


def test_a_target_of_the_country_under_way_is_asked_of_every_province_one_long_past_is_not() -> None:
    def target(due: str) -> Target:
        demanded = {"value": "70", "unit_measure": "phan-tram", "due": due, "operator": ">="}
        return make(
            Target, target_id=f"t-{due}", indicator_id="learning-families-rate", subject_vi="Gia đình", **demanded
        )

    catalog = catalog_of([NEVER], (target("2020"), target("2030")))
    gaps = gaps_by_place(catalog, TODAY)["binh-ho"].gaps
    assert [(gap.indicator_id, list(gap.aims)) for gap in gaps] == [
        ("members", []),
        ("learning-families-rate", ["năm 2030: từ 70% trở lên (phong trào)"]),
    ]


def test_a_target_of_a_unit_that_is_due_and_has_no_figure_is_missing_its_result() -> None:
    def target(due: str, indicator: str = "staff-total") -> LocalTarget:
        return make(LocalTarget, unit_id="hoi-binh-ho", indicator_id=indicator, operator=">=", value="9", due=due)

    rows = [NEVER, observation("hoi-binh-ho", "staff-total", period="2025")]
    catalog = catalog_of(rows, (target("2023"), target("2025"), target("2026"), target("2026", "members")))
    found = gaps_of(catalog, TODAY)
    # 2023 is long past, 2025 has its figure, and members are asked of the province already.
    assert [one.target.due.text for one in found.targets] == ["2026"]
    assert "chưa có số liệu của năm 2026" in found.targets[0].statement.text
    assert found.count == sum(len(place.gaps) for place in found.places) + 1


def test_criteria_that_were_not_read_are_asked_for() -> None:
    sets = (
        make(CriterionSet, title_id="t", tier="xa", missing_vi="mức độ 2"),
        make(CriterionSet, title_id="u", tier="xa"),
    )
    assert [one.missing for one in gaps_of(catalog_of([NEVER], sets), TODAY).unread] == ["mức độ 2"]


def test_the_newest_figure_is_a_certain_one_where_there_is_one() -> None:
    rows = [observation(period="2025", period_status="uncertain"), observation(period="2022", value="7")]
    catalog = catalog_of(rows)
    newest = newest_of(catalog, catalog.figure_rows, TODAY)
    assert newest is not None
    assert (newest.figure.period, newest.age, newest.is_fresh) == ("2022", "4 năm trước", False)


def test_the_age_of_a_province_tells_todays_borders_from_former_ones() -> None:
    rows = [observation("tinh-suoi-bac", period="2023"), observation("tinh-dong-lau", period="2025-09")]
    ages = {one.area.text: (one.year, one.former_year) for one in ages_of_provinces(catalog_of(rows))}
    assert ages == {"Đông Lâu": (2025, 2023), "Bình Hồ": (None, None)}


def test_a_unit_lacks_what_three_of_its_sisters_report_and_an_ended_one_lacks_nothing() -> None:
    sisters = tuple(
        make(Unit, unit_id=f"hoi-{n}", name_vi=f"Hội {n}", unit_kind="hoi-khuyen-hoc", level="huyen", area_id="binh-ho")
        for n in "abcd"
    )
    ended = (make(Unit, unit_id="hoi-cu", unit_kind="hoi-khuyen-hoc", level="huyen", status="ended"),)
    rows = [observation(f"hoi-{n}", period="2025") for n in "abc"] + [
        observation("hoi-d", "staff-total", period="2025")
    ]
    standings = Standings(catalog_of(rows, sisters, ended), TODAY)
    lacks = standings.of("don-vi", "hoi-d")
    assert lacks is not None
    assert [link.text for link, _ in lacks.usual] == ["Hội viên khuyến học"]
    assert lacks.send == "gui-so-lieu/?don-vi=hoi-d"
    for key in ("hoi-a", "hoi-cu"):
        standing = standings.of("don-vi", key)
        assert standing is not None
        assert list(standing.usual) == []


def test_an_indicator_names_the_provinces_without_a_fresh_figure_and_a_source_stands_for_itself() -> None:
    standings = Standings(catalog_of([NEVER]), TODAY)
    standing = standings.of("chi-tieu", "members")
    assert standing is not None
    assert [link.text for link in standing.lacking] == ["Bình Hồ", "Đông Lâu"]
    assert standing.newest is not None
    assert (standing.newest.age, standing.newest.is_fresh) == ("7 năm trước", False)
    assert standings.of("nguon", "bao-a") is None


def test_the_country_is_told_by_its_newest_figure_of_the_whole_each_indicator_once() -> None:
    rows = [
        observation("ca-nuoc", period="2025", breakdown="một tỉnh"),
        observation("ca-nuoc", period="2022"),
        observation("ca-nuoc", "staff-total", period="2025", breakdown="cán bộ cả nước"),
        observation("ca-nuoc", "fund-raised-vnd", period="2021", breakdown="một quỹ"),
        observation("tp-binh-ho", "learning-families-rate", period="2025"),
    ]
    newest = newest_of_country(catalog_of(rows), TODAY)
    assert {one.figure.observation.indicator_id: one.figure.period for one in newest} == {
        "members": "2022",
        "staff-total": "2025",
        "fund-raised-vnd": "2021",
    }
    assert [one.figure.observation.indicator_id for one in fresh(newest)] == ["staff-total"]


def test_a_national_figure_of_no_certain_time_is_the_newest_but_not_of_the_last_two_years() -> None:
    rows = [observation("ca-nuoc", period="2025", period_status="uncertain")]
    (newest,) = newest_of_country(catalog_of(rows), TODAY)
    assert newest.is_fresh
    assert fresh([newest]) == []


def test_where_the_data_has_no_unit_yet_the_form_opens_with_its_name_and_place() -> None:
    (gap,) = gaps_by_place(catalog_of([observation("tinh-suoi-bac", period="2019")]), TODAY)["dong-lau"].gaps
    asked = parse_qs(urlsplit(replace(gap, unit_id="").send).query)
    wanted = {"ten": [gap.reporter], "loai": [gap.unit_kind], "cap": ["tinh"], "noi": ["dong-lau"]}
    assert asked == {**wanted, "chi-tieu": [gap.indicator_id]}


def test_the_file_of_what_is_missing_is_of_the_day_of_the_page() -> None:
    catalog = catalog_of([observation("hoi-binh-ho", period="2024")])
    then, now = date(2025, 6, 1), date(2027, 6, 1)
    edition = Edition("", 1_748_736_000, (), now)
    rows = dict(files(catalog, edition))["con-thieu.csv"].decode().splitlines()[1:]
    missing = [sum(len(place.gaps) for place in gaps_of(catalog, day).places) for day in (then, now)]
    assert len(rows) == missing[1] != missing[0]
