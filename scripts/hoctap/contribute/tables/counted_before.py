"""What a column or row that says little of its own is of the one before it: its share, its worth, that of one."""

from dataclasses import replace

from hoctap.contribute.naming.words import SHARES, TITLES
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.setting import Setting


def share_of(setting: Setting, whole: Meaning, share: Meaning) -> Meaning | None:
    """Return what «Tỷ lệ», «Tỷ lệ so với dân số» beside a count are a share of; None where the words do not join."""
    own = setting.indicators.concepts(share.label.text, share.label.measure)
    counted = setting.indicators.concepts(whole.label.text) - {"rate"}
    if not whole.indicator or "rate" not in own or not own <= SHARES:
        return None
    found = setting.indicators.named_by(own | counted)
    named = len(found) == 1 and (own != {"rate"} or counted & TITLES)
    return replace(share, indicators=found) if named else None


def worth_of(setting: Setting, whole: Meaning, worth: Meaning) -> Meaning | None:
    """Return what «Trị giá», «Mức một suất» beside a count of scholarships or rewards is the worth of; else None."""
    own = setting.indicators.concepts(worth.label.text, worth.label.measure)
    counted = setting.indicators.concepts(whole.indicator.name_vi) if whole.indicator else frozenset[str]()
    given = counted & {"scholarship", "reward"}
    is_worth = "money" in own and own <= {"money", "total", "one-award"}
    if not whole.indicator or not is_worth or "received" in counted or len(given) != 1:
        return None
    found = setting.indicators.named_by(own - {"total"} | given)
    return replace(worth, indicators=found) if len(found) == 1 else None
