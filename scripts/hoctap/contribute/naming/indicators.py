"""Which indicator a header means: the one whose name holds exactly the same concepts, little words aside."""

import re

from hoctap.contribute.naming.contradiction import contradicts
from hoctap.contribute.naming.indicator_names import LIGHT, name_of
from hoctap.contribute.naming.relations import PEOPLE, together
from hoctap.contribute.naming.words import concepts, first_concepts, spelled, without_weak, written_out
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator, IndicatorAlias, ReportField

# «HV/dân số», «đạt/đăng ký»: a stroke that takes a share.
_OVER = re.compile(r"\s*/\s*(?=(?:tổng )?(?:số )?(?:đăng ký|dân số|số dân|dân|hộ|người|gia đình|dòng họ|thôn|xã)\b)")
_FOR_EACH = re.compile(r"(?:đ|đồng|vnđ)\s*/\s*(suất|người)")
# «Dòng họ (tộc) học tập»: another word for what stands before it.
_SAME_AGAIN = re.compile(r"\s*\(([^()%\d]{2,30})\)(?=\s*[^\W\d])")
_COUNTED = re.compile(r"\bsố lượng\b")
# «Dư đầu tháng», «Thu trong quý», «Tồn khi khóa sổ»: the time of one row, whatever it is called.
_OF_ROW = re.compile(r"\b(trong|đầu|cuối) (?:tháng|quý|đợt|học kỳ)\b(?! (?:này|trước|sau|i{1,3}|iv|\d))")
_AT_CLOSING = re.compile(r"\b(?:khi|lúc|ngày|đến ngày|tại ngày) (?:khóa|kết|chốt) sổ\b")
_NUMBER = re.compile(r"\bsố (?:lượng )?")
_NO_COUNT = frozenset({"money", "one-award", "rate", "received", "person", "donated", "pupil", "student"}) | {
    "agency",
    "school",
    "household",
    "village",
}
_BODIES = frozenset({"branch", "committee", "association", "group"})
_GROWING = _BODIES | {"studious-family", "studious-clan"}
_PARENTS = frozenset({"staff", "union-member", "member", "teacher", "trade-union"})
# «công nhận trên số người đăng ký», «so với tổng số hộ đăng ký»
_OF_REGISTERED = re.compile(
    r"(?:trên|so với|trong) (?:tổng )?(?:số )?(?:người|hộ|gia đình|dòng họ|cộng đồng|thôn|đơn vị|cơ quan|công dân)"
    r"(?: học tập)? (?:đã )?đăng ký"
)
_MONEY = re.compile(r"(?<!cộng )\bđồng\b|vnđ|\bđ$|^tr\.?đ?$")


class Indicators:
    """The names of every indicator as concepts; `named_by` finds the one that a text names."""

    def __init__(self, catalog: Catalog) -> None:
        terms = catalog.terms.values()
        self.more = tuple((term.abbreviation, term.term) for term in terms if len(term.abbreviation) > 2)
        self._exact: dict[str, Indicator] = {}
        also = catalog.grouped(IndicatorAlias, "indicator_id")
        self._names = [
            name_of(each, text, catalog.code_title("unit_measure", each.unit_measure))
            for each in catalog.indicators.values()
            for text in (each.name_vi, *(row.alias for row in also.get(each.indicator_id, ())))
        ]
        for name, each in ((row.alias, catalog.indicators[row.indicator_id]) for rows in also.values() for row in rows):
            self._exact.setdefault(spelled(name), each)
        self._explained = {
            spelled(row.field_vi): row.indicator_id for row in catalog.all_of(ReportField) if "(" in row.field_vi
        }

    def exactly(self, text: str) -> Indicator | None:
        """Return the indicator that a text is the very name or alias of."""
        return self._exact.get(spelled(text))

    def is_explained(self, text: str, indicator: Indicator) -> bool:
        """Return whether our own report calls the indicator so: its brackets explain all of it and name no part."""
        return self._explained.get(spelled(text)) == indicator.indicator_id

    def concepts(self, text: str, measure: str = "") -> frozenset[str]:
        """Return what a header and its measure («triệu đồng», «%», «người») name."""
        text = self._without_repetition(text) if "(" in text else text
        words, measure = (_OVER.sub(" trên ", written_out(f"{text} ", self.more)), measure.lower())
        words = _AT_CLOSING.sub("cuối kỳ", _OF_ROW.sub(r"\1 kỳ", _OF_REGISTERED.sub("trên số đăng ký", words)))
        found = set(concepts(words))
        found |= _in_measure(measure) - ({"award-unit"} if "money" in found else set())
        if any(first_concepts(words[number.end() :]) & PEOPLE for number in _NUMBER.finditer(words)):
            found.add("person")  # «Số học sinh được tặng xe đạp» is no number of bicycles
        found |= together(found)
        if "scholarship" in found and not found & _NO_COUNT and ("given" in found or _COUNTED.search(words)):
            found.add("award-unit")
        return without_weak(_as_counted(found))

    def _without_repetition(self, text: str) -> str:
        """Return a name without words in brackets within it that only say again what it names."""
        for again in _SAME_AGAIN.finditer(text):
            rest = text.replace(again[0], " ", 1)
            same, whole = self.concepts(again[1]), self.concepts(rest)
            if same and without_weak(same | whole) == whole:
                return rest
        return text

    def named_by(self, found: frozenset[str], *, as_defined: bool = False) -> tuple[Indicator, ...]:
        """Return the indicators that the concepts name: one if it is clear, several if not, none if unknown.

        What a name does not hold may be what its definition says: «BQ số lần đưa tin lên cổng TTĐT mỗi ngày».
        """
        if not found & {"fund", "money", "piggy-bank"}:
            found -= {"on-hand"}  # «Số hội viên hiện có» is the number of members
        heavy = (found - LIGHT) or (found - {"person", "total"}) or found
        fitting: dict[str, tuple[int, Indicator]] = {}
        for name in self._names:
            known_of = name.whole | name.defined if as_defined else name.whole
            if not heavy <= known_of or not name.core <= found or contradicts(name, found):
                continue
            rank = len(found & name.whole) * 2 - len(name.whole - found)
            known = fitting.get(name.indicator.indicator_id)
            if known is None or known[0] < rank:
                fitting[name.indicator.indicator_id] = (rank, name.indicator)
        if not fitting:
            return ()
        best = max(rank for rank, _ in fitting.values())
        return tuple(indicator for rank, indicator in fitting.values() if rank == best)

    def near(self, found: frozenset[str]) -> tuple[Indicator, ...]:
        """Return the three indicators whose names have most in common with the concepts, to propose, not to take."""
        heavy = found - LIGHT
        shared = {
            name.indicator.indicator_id: (len(heavy & name.core) * 2 - len(name.core - found), name.indicator)
            for name in self._names
            if heavy & name.core
        }
        return tuple(each for _, each in sorted(shared.values(), key=lambda pair: -pair[0])[:3])


def _in_measure(measure: str) -> set[str]:
    """Return what a measure says of a figure: «triệu đồng», «%», «người», «ngày lương/năm»."""
    found = set[str]()
    if "%" in measure or re.match(r"t[ỷỉ] lệ|tl$", measure):
        found.add("rate")
    if _MONEY.search(measure):
        found.add("money")
    if each := _FOR_EACH.search(measure):
        found |= {"one-award" if each[1] == "suất" else "per-capita", "money"}
    elif "suất" in measure and "money" not in found:
        found.add("award-unit")
    if "ngày lương" in measure:
        found.add("wage-days")
    if measure.endswith("/ngày"):
        found.add("each-day")
    if "lượt" in measure:
        found.add("turn")
    elif re.match(r"(?:người|em|cháu|hội viên|học sinh|học viên|đ/c|đồng chí)\b", measure):
        found.add("person")
    return found


def _as_counted(found: set[str]) -> set[str]:
    """Return the concepts without those that mean something else, or nothing, beside others."""
    if {"trained", "turn", "learner"} <= found and not found & {"clc", "literacy", "political"}:
        found = found - {"learner"}  # «Bồi dưỡng, tập huấn / Lượt người tham gia»
    is_of_pupils = {"supported", "pupil"} <= found  # «Chi hỗ trợ HS khó khăn»; «Chi hỗ trợ» alone says not whom
    if {"spent", "money"} <= found and ("trained" in found or is_of_pupils):
        found = found - {"spent"}  # «Kinh phí chi cho đào tạo» is what it costs
    if "?con" in found and found & _PARENTS:
        found = found - {"?con"} - _PARENTS | {"pupil"}  # «Học bổng cho con CNVCLĐ» is for pupils
    if {"literacy", "returned"} <= found:  # «Xóa mù chữ / Huy động ra lớp»
        found = found - {"returned", "raised"} | {"learner"}
    if {"registered", "year-start"} <= found:  # «Số hộ đăng ký đầu năm»
        found = found - {"opening", "year-start"}
    if {"clc", "course", "trained"} <= found and not found & {"staff", "managed", "person", "money"}:
        found = found - {"trained"}  # a centre of learning teaches whatever its classes are called
    if {"association", "founded"} <= found and found & {"commune", "district-level"}:
        found = found - {"founded"}  # «Số xã đã thành lập Hội»: each has one
    if found == {"family", "total"}:  # «Tổng số gia đình» are all households, «Gia đình» may be those with a title
        found = {"household", "total"}
    if "new" in found and found & _GROWING:  # a new member is one who joined; new branches are their growth
        found = found - {"new"} | {"increase"}
    return found


def is_flow(indicator: Indicator) -> bool:
    """Return whether the indicator counts what happens in a period, not what there is at a moment."""
    if stock_flow := getattr(indicator, "stock_flow", ""):
        return stock_flow in ("flow", "ratio-of-flow")
    return "trong kỳ" in indicator.definition_vi


def belongs_to_association(indicator: Indicator) -> bool:
    """Return whether a figure of a place is its association's: organisation, funds, rewards; else the place's own."""
    if indicator.subject_rule in ("association", "area"):
        return indicator.subject_rule == "association"
    return indicator.topic in ("to-chuc-hoi", "quy-khuyen-hoc", "hoc-bong-khen-thuong")
