"""Feeds and calendars tell what was released and when things fall due, with names that never change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hoctap.exports import atom, calendar, page_feeds
from hoctap.exports.edition import Edition
from hoctap.exports.slices import pages_with_files, slice_of
from hoctap.load.releases import Correction, Release, StoryChapter, TableCount, as_record
from hoctap.model.catalog import Catalog
from hoctap.model.record import Deadline, Recognition
from hoctap.views.milestones import milestones

EDITION = Edition("http://127.0.0.1:8000/", 1795305600, ())


@pytest.fixture
def feed_files(catalog: Catalog, tmp_path: Path) -> dict[str, bytes]:
    """The feeds after one release with a correction whose words need escaping."""
    from datetime import date

    row = Correction("observations", ("a", "b"), "value", "1 < 2", "2 & 3", "nguồn «đính chính» <b>")
    changes = {"observations": TableCount(3, 0, 1)}
    release = Release("0.2.0", date(2026, 11, 20), "Thêm & sửa.", {}, changes, (row,))
    (tmp_path / "releases.json").write_text(json.dumps(as_record((release,))), encoding="utf-8")
    return dict(atom.files(replace(catalog, root=tmp_path), EDITION))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_release_tells_its_summary_each_table_and_each_chapter_in_order(catalog: Catalog, tmp_path: Path) -> None:
    from datetime import date

    import feedparser

    chapters = (
        StoryChapter("new", "Số mới", 1200, ((("Năm 2025, ", ""), ("tỉnh A", "dia-phuong/a/"), (" có 1.", "")),)),
        StoryChapter("met", "Đạt chỉ tiêu", 1, ((("Tỉnh A đạt.", ""),), (("Tỉnh B đạt.", ""),))),
    )
    changes = {"observations": TableCount(1200, 2, 1), "terms": TableCount(0, 1, 0), "units": TableCount(0, 0, 0)}
    last = Release("0.3.0", date(2026, 11, 20), "Thêm số.", {}, changes, (), chapters)
    first = Release("0.2.0", date(2026, 1, 2), "Bản đầu.", {}, {"terms": TableCount(5, 0, 0)}, (), ())
    (tmp_path / "releases.json").write_text(json.dumps(as_record((last, first))), encoding="utf-8")
    feeds = dict(atom.files(replace(catalog, root=tmp_path), EDITION))
    entries = feedparser.parse(feeds["feeds/hoctap.atom"]).entries
    observations, terms, units = (catalog.tables[name].resource.title for name in ("observations", "terms", "units"))
    assert [(entry.title, entry.content[0].value.split("\n")) for entry in entries] == [
        (
            "Phiên bản 0.3.0",
            [
                "Thêm số.",
                f"{observations}: thêm 1.200 dòng, bỏ 2 dòng, sửa 1 dòng",
                f"{terms}: bỏ 1 dòng",
                f"{units}: đổi cột",
                *("Số mới (1.200):", "Năm 2025, tỉnh A có 1.", "Đạt chỉ tiêu (1):", "Tỉnh A đạt.", "Tỉnh B đạt."),
            ],
        ),
        ("Phiên bản 0.2.0", ["Bản đầu.", f"{terms}: thêm 5 dòng"]),
    ]
    own = feedparser.parse(feeds["feeds/unit-statistics.atom"]).entries
    assert [entry.content[0].value.split("\n")[1] for entry in own] == [
        f"{observations}: thêm 1.200 dòng, bỏ 2 dòng, sửa 1 dòng"
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_correction_is_told_with_old_new_and_reason(feed_files: dict[str, bytes]) -> None:
    import feedparser

    feed = feedparser.parse(feed_files["feeds/dinh-chinh.atom"])
    assert not feed.bozo
    (entry,) = feed.entries
    assert "value: 1 < 2 → 2 & 3. Lý do: nguồn «đính chính» <b>" in entry.content[0].value


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_only_feeds_of_packages_that_changed_tell_a_release(feed_files: dict[str, bytes]) -> None:
    import feedparser

    counts = {path: len(feedparser.parse(data).entries) for path, data in feed_files.items()}
    assert counts == {
        "feeds/hoctap.atom": 1,
        "feeds/unit-statistics.atom": 1,
        "feeds/reference.atom": 0,
        "feeds/campaign-guidelines.atom": 0,
        "feeds/dinh-chinh.atom": 1,
        "feeds/thang-nay.atom": 0,
        "feeds/so-moi.atom": 3,
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_feed_names_the_page_that_says_the_same(feed_files: dict[str, bytes]) -> None:
    import feedparser

    pages = {Path(path).stem: feedparser.parse(data).feed.links[1].href for path, data in feed_files.items()}
    assert {name: page for name, page in pages.items() if not page.endswith("/du-lieu/")} == {
        "so-moi": f"{EDITION.base}tin/",
        "thang-nay": f"{EDITION.base}thang-nay/",
    }


def test_identifiers_do_not_depend_on_day_or_address(catalog: Catalog) -> None:
    import icalendar

    def names(edition: Edition) -> list[str]:
        data = dict(calendar.files(catalog, edition))["lich/tat-ca.ics"]
        return [str(event["UID"]) for event in icalendar.Calendar.from_ical(data).events]

    one, other = names(EDITION), names(Edition("https://example.org/so/", 1, ()))
    assert set(one) < set(other)
    assert len(one) == len(set(one))
    assert len(other) == len(set(other)) >= len(milestones(catalog))


def test_the_calendar_of_everything_holds_nothing_past(catalog: Catalog) -> None:
    import icalendar

    data = dict(calendar.files(catalog, EDITION))["lich/tat-ca.ics"]
    assert all(event.decoded("DTSTART") >= EDITION.day for event in icalendar.Calendar.from_ical(data).events)


def test_a_date_of_the_year_returns_by_a_rule_in_the_calendar_of_its_readers(catalog: Catalog) -> None:
    import icalendar

    data = dict(calendar.files(catalog, EDITION))["lich/viec-moi-noi.ics"]
    (event,) = icalendar.Calendar.from_ical(data).events
    assert event["RRULE"]["FREQ"] == ["YEARLY"]
    assert event.decoded("DTSTART").isoformat() == "2027-10-02"
    assert event["DESCRIPTION"] == "Ngày 02/10. Chưa đối chiếu bản gốc."


def test_what_an_event_of_the_year_says_is_whole_sentences(catalog: Catalog) -> None:
    import icalendar

    row = next(one for one in catalog.all_of(Deadline) if one.deadline_id == "ngay-khuyen-hoc")
    noted = replace(row, responsible="hội các cấp", submitted_to="UBND tỉnh", note="theo lệ")
    changed = catalog.with_rows(Deadline, (noted,))
    data = dict(calendar.files(changed, EDITION))["lich/viec-hoi.ics"]
    (event,) = icalendar.Calendar.from_ical(data).events
    words = "Ngày 02/10. Ai làm: hội các cấp. Gửi: UBND tỉnh. Chưa đối chiếu bản gốc. Theo lệ."
    assert event["DESCRIPTION"] == words


def test_every_campaign_milestone_and_every_expiry_is_in_the_calendar(catalog: Catalog) -> None:
    found = milestones(catalog)
    expiries = [row for row in catalog.all_of(Recognition) if row.valid_until]
    assert {row.valid_until for row in expiries} <= {milestone.on for milestone in found}
    ends = {row.ends_on.end for row in catalog.campaigns.values() if row.ends_on}
    assert ends <= {milestone.on for milestone in found if milestone.campaign_id}


def test_lines_are_folded_at_seventy_five_octets_between_letters(catalog: Catalog) -> None:
    for _, data in calendar.files(catalog, EDITION):
        lines = data.split(b"\r\n")
        assert max(len(line) for line in lines) <= 75
        for line in lines:
            line.decode()


def _feeds(catalog: Catalog) -> dict[str, bytes]:
    """The feeds of all pages by path."""
    parts = [slice_of(catalog, kind, key) for kind, key in pages_with_files(catalog)]
    return dict(found for part in parts for found in page_feeds.files(catalog, part, EDITION))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_feed_of_a_page_says_what_its_newest_sources_say(catalog: Catalog) -> None:
    import feedparser

    feeds = _feeds(catalog)
    feed = feedparser.parse(feeds["dia-phuong/dong-lau.atom"])
    assert not feed.bozo
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.entries[0].link.endswith("dia-phuong/dong-lau/")
    assert all("nguồn:" in entry.content[0].value for entry in feed.entries)
    reported = {path.rpartition("/")[2].removesuffix(".atom") for path in feeds if path.startswith("chi-tieu/")}
    units = {key: {row.unit_id for row in catalog.observations_by_indicator.get(key, ())} for key in reported}
    assert all(len(found) >= page_feeds.FEWEST_UNITS for found in units.values())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_unit_with_figures_of_a_dated_source_has_a_feed(catalog: Catalog) -> None:
    import feedparser

    feeds = _feeds(catalog)
    assert {path for path in feeds if path.startswith("don-vi/")} >= {"don-vi/hoi-khuyen-hoc-tinh-dong-lau.atom"}
    feed = feedparser.parse(feeds["don-vi/hoi-khuyen-hoc-tinh-dong-lau.atom"])
    assert not feed.bozo
    assert feed.feed.title == "Sổ Học Tập: Hội Khuyến học tỉnh Đông Lâu"
    assert all(entry.link.endswith("don-vi/hoi-khuyen-hoc-tinh-dong-lau/") for entry in feed.entries)
