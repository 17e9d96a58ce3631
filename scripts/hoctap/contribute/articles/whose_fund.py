"""The fund that words of an article speak of: one named there, that of the article, or one of its office."""

import re

from hoctap.contribute.articles.funds import funds_named
from hoctap.contribute.articles.named_bodies import own_name
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.naming.units import Units

# Before a fund that a clause is not about, and where «quỹ» alone is: «Năm 2018, quỹ tiếp tục trao 600 suất».
_NOT_ACTING = re.compile(
    r"(?:phối hợp(?: với)?|cùng|với|từ|của|cho|do|thuộc|vào|nguồn|xây dựng|thành lập|lập|gây)\s+[“\"]?$"
)
_FUND_ACTS = re.compile(
    r"(?:^|[,;] )\W*[Qq]uỹ (?:này )?(?:(?:đã|sẽ|còn|cũng|vừa|tiếp tục) )*(?:trao|tặng|cấp|hỗ trợ|dành|phối hợp)\b[^;]*$"
)


def fund_spoken_of(units: Units, subject: Subject, words: str) -> str | None:
    """Return the fund of a name of its own that words speak of: its identifier, or its name if it is not known."""
    named = [(at, name) for at, name in funds_named(words) if not _NOT_ACTING.search(words[:at])]
    is_own = subject.office is not None and "“" in words and "trao" not in words and "tặng" not in words
    if named and _is_of_office(subject, words[named[-1][0] + len(named[-1][1]) :]):
        return subject.office.unit_id if subject.office else None
    if named and not is_own:
        return known_fund(units, subject, named[-1][1])
    return known_fund(units, subject, subject.fund) if subject.fund and _FUND_ACTS.search(words) else None


# «Quỹ “A” của LĐLĐ tỉnh trao 20 suất», in an article about the federation
_WHOSE_FUND = re.compile(r".{0,2}[”\"]? (?:của|do) ((?:[^\W\d]+ ){2,4})")


def _is_of_office(subject: Subject, behind: str) -> bool:
    """Return whether words behind the name of a fund say that it is one of the office of the article."""
    hit = _WHOSE_FUND.match(behind) if subject.office else None
    spoken = hit[1].replace("LĐLĐ", "liên đoàn lao động").lower().split() if hit else []
    return len(spoken) > 1 and own_name(subject).startswith(" ".join(spoken[:2]))


def known_fund(units: Units, subject: Subject, name: str) -> str:
    """Return the identifier of a fund; its name if the register has none, or several, of it."""
    found = units.office(name, subject.provinces) or units.not_elsewhere(units.office(name, ()), (), subject.provinces)
    return found[0].unit_id if len(found) == 1 else name
