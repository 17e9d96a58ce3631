"""What is known of the state of a unit, and who says so: nothing is said where nothing is known."""

from datetime import date

import pytest

from hoctap.model.record import Campaign, Unit
from hoctap.views.campaign import InTime, campaign_page
from hoctap.views.english_guidance import campaign_in_english
from hoctap.views.state import ended_on, state_of
from small_catalog import catalog_of, make

DAY = date(2026, 11, 26)
FORMER, PRESENT = "dong-lau-truoc-2025", "dong-lau"


def _unit(**given: str) -> Unit:
    return make(
        Unit, **{"unit_id": "hoi-x", "name_vi": "Hội X", "unit_kind": "hoi-khuyen-hoc", "level": "tinh", **given}
    )


@pytest.mark.parametrize(
    ("given", "state", "since"),
    [
        ({"area_id": FORMER, "status": "ended"}, "đã kết thúc 01/7/2025", date(2025, 7, 1)),
        ({"area_id": PRESENT, "status": "ended", "level": "huyen"}, "đã kết thúc 01/7/2025", date(2025, 7, 1)),
        ({"area_id": PRESENT, "status": "ended"}, "đã kết thúc", None),
        ({"area_id": "", "status": "ended"}, "đã kết thúc", None),
        ({"area_id": FORMER, "status": ""}, "", None),
        ({"area_id": FORMER, "status": "unknown"}, "", None),
    ],
)
def test_a_state_is_said_where_it_is_known_with_its_day(given: dict[str, str], state: str, since: date | None) -> None:
    unit = _unit(**given)
    catalog = catalog_of([], [unit])
    assert (state_of(catalog, unit), ended_on(catalog, unit)) == (state, since)


def test_a_campaign_led_by_a_body_that_has_ended_says_so_in_both_languages() -> None:
    gone, some_day = _unit(area_id=FORMER, status="ended"), _unit(area_id=PRESENT, status="ended")
    there = _unit(unit_id="hoi-y", area_id=PRESENT, status="active")
    cases = ((gone, "đã kết thúc 01/7/2025", "ended on 1 July 2025"), (some_day, "đã kết thúc", "has ended"))
    for unit, state, words in (*cases, (there, "", "")):
        campaign = make(Campaign, campaign_id="c", name_vi="C", level="tinh", lead_unit_id=unit.unit_id)
        catalog = catalog_of([], [campaign], [unit])
        view = campaign_page(catalog, "c", DAY)
        assert view.lead_state == state
        facts = dict(campaign_in_english(catalog, "c", view).facts)
        assert [name.text for name in facts["Led by"]][1:] == ([words] if words else [])


def test_where_a_campaign_without_times_stands_is_not_said() -> None:
    campaign = make(Campaign, campaign_id="c", name_vi="C", level="tinh")
    catalog = catalog_of([], [campaign])
    view = campaign_page(catalog, "c", DAY)
    assert (view.standing, view.standing.is_known, view.lead, view.lead_state) == (InTime.UNKNOWN, False, None, "")
    assert not any(label.startswith("By its plan") for label, _ in campaign_in_english(catalog, "c", view).facts)
    assert all(standing.is_known for standing in (InTime.PAST, InTime.NOW, InTime.FUTURE))
