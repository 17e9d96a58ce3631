"""Numbers whose meaning others give: «A, B và C lần lượt là 1, 2 và 3», sums of a fund that is named before."""

import re
from collections.abc import Mapping, Sequence

from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.titles import TITLES
from hoctap.contribute.articles.words import Concepts, Meaning, Reading, known, one
from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED
from hoctap.contribute.naming.indicators import Indicators
from hoctap.model.record import Indicator

_IN_TURN = re.compile(r"lần lượt\s*(?:là|đạt|có|gồm|ở mức|tương ứng)?\s*:?|tương ứng (?:là|đạt)\s*")
_ABOVE = re.compile(r"(?:tỷ lệ|tỉ lệ|chỉ tiêu|con số|mức|số liệu)\s+(?:trên|này|đó|nêu trên|nói trên|tương ứng)")
_PARTED = re.compile(r",|;|\bvà\b|\bcùng\b")
_SHARED = frozenset({"rate", "recognised", "registered", "learning-title"})


def in_turn(
    indicators: Indicators, all_of: Sequence[Reading], at: int, above: Sequence[Indicator]
) -> Mapping[int, Meaning]:
    """Return what each bare number of the sentence at `at` counts; `above` are those of the sentence before."""
    sentence = all_of[at].sentence
    found = _IN_TURN.search(sentence.lower())
    if found is None:
        return {}
    places = [place for place in range(at, len(all_of)) if all_of[place].sentence == sentence]
    bare = [place for place in places if _is_bare(all_of[place]) and _stands_after(all_of[place], found[0])]
    bare = [place for place in bare if all_of[place].number.kind == all_of[bare[0]].number.kind]
    if len(bare) < 2:
        return {}
    before, rate = sentence[: found.start()], all_of[bare[0]].number.kind == "percent"
    if _ABOVE.search(before.lower()):
        listed = [each for each in above if (each.value_type == "share") == rate]
        pairs = zip(bare, listed, strict=False)
        return {place: (each, frozenset()) for place, each in pairs} if len(listed) == len(bare) else {}
    meanings = _named(indicators, before, len(bare), rate=rate)
    return dict(zip(bare, meanings, strict=True)) if meanings and all(each[0] is not None for each in meanings) else {}


def rate_in_turn(
    indicators: Indicators, all_of: Sequence[Reading], at: int, counted: Sequence[Indicator]
) -> Meaning | None:
    """Return what a share of «…; tỷ lệ lần lượt đạt 61,7%, 55,3%» is of: the title counted in its place before."""
    sentence = all_of[at].sentence
    found = _IN_TURN.search(sentence.lower())
    if found is None or all_of[at].number.kind != "percent" or "tỷ lệ" not in sentence[: found.start()].lower()[-12:]:
        return None
    places = [place for place, each in enumerate(all_of) if each.sentence == sentence and _follows(each, found.end())]
    titles = [known(indicators.concepts(each.name_vi)) & TITLES for each in counted if each.value_type == "count"]
    if at not in places or len(places) != len(titles) or not all(len(each) == 1 for each in titles):
        return None
    return one(indicators, {"rate", *titles[places.index(at)]})


def _follows(reading: Reading, end: int) -> bool:
    """Return whether a share stands bare behind a place in its sentence."""
    return reading.number.kind == "percent" and len(reading.before) >= end and _is_bare(reading)


def _is_bare(reading: Reading) -> bool:
    form = r"\s*(?:(?:người|hội viên|suất|hộ)\s*)?(?:[,;.)]|$|và\s*$|và\s+\d|so với|\()"
    return re.match(form, reading.tail) is not None or not reading.tail.strip()


def _stands_after(reading: Reading, words: str) -> bool:
    return words in reading.before.lower()


def _named(indicators: Indicators, before: str, many: int, *, rate: bool) -> list[Meaning]:
    """Return the meaning of the last names before «lần lượt»; what the first says of all holds for each."""
    parts = [part.strip() for part in _PARTED.split(before) if part.strip()]
    if len(parts) < many:
        return []
    names = [known(indicators.concepts(part)) for part in parts[-many:]]
    if names[0] and not any(names[1:]) and all(part[:1].isupper() for part in parts[1 - many :]):
        return [one(indicators, set(names[0]) | ({"rate"} if rate else set()))] * many  # one thing, of several places
    shared: Concepts = frozenset().union(*names) & _SHARED
    return [one(indicators, set(name | shared | ({"rate"} if rate else frozenset()))) for name in names]


FUNDS = ("fund-raised-vnd", "fund-balance-vnd")
_BARE_FUND = re.compile(r"\W*quỹ(?: khuyến học)?\s*")
# A sum of the same kind again, of another time.
_AGAIN = re.compile(
    r"\W*(?:trong đó|riêng|còn)?\W*(?:(?:mục tiêu|chỉ tiêu|kế hoạch)[^;:]{0,40}|(?:trong )?quý [ivx\d]+|"
    rf"(?:(?:lũy|luỹ) kế )?(?:{MONTHS_NAMED}) tháng(?: (?:đầu|cuối) năm(?: nay)?| qua)?|"
    r"(?:(?:riêng|nếu|thì) )?năm [\d#]{4}(?: (?:mới|chỉ|đã|có))*|con số (?:này|đó|ấy))\s*(?:là|đạt|:)?\s*"
)


def spoken_of_again(reading: Reading, funds: Sequence[Indicator], last: Proposal | None) -> Indicator | None:
    """Return the one of the funds named so far that a sum without a word of its own is of; `last` stands before it."""
    if reading.number.kind != "money":
        return None
    named = {each.indicator_id: each for each in funds}
    if _BARE_FUND.fullmatch(reading.lead.lower()):
        return next(iter(named.values())) if len(named) == 1 else None
    is_again = last is not None and _AGAIN.fullmatch(reading.lead.lower())
    return named.get(last.indicator_id) if last and is_again else None
