"""Spans of time that words stand for without naming their years: «6 tháng đầu năm», «5 năm qua», «cả nhiệm kỳ»."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from hoctap.contribute.articles.terms import of_the_term
from hoctap.contribute.articles.yearless import months_named, the_last
from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED, QUARTERS, how_many
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import CUMULATIVE, HALF, MONTHS, QUARTER, SCHOOL_YEAR, YEAR, kind_of_span

_SPAN = re.compile(
    r"(?<![\d.,/])\d{1,2}\s+năm(?:\s+qua)?,?\s*\(?\s*((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b\)?|"
    r"(?:(?:^|[,.;:])\W*(?:trong\s+)?|\btrong\s+)(?:giai đoạn|chặng đường)\s+"
    r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\s*,"
)
_SO_MANY_YEARS = re.compile(
    r"(?:\b(?:trong|sau|qua|lũy kế|luỹ kế)\s+|(?:^|[.:;“])\s*|(?<=, )(?=\d+ năm qua))"
    r"(\d{1,2})\s+năm(?:\s+qua)?\b(?!\s+(?:19|20)\d\d)"
)
ALL_OF_SPAN = (
    r"\b(?:(?:cả|toàn|suốt) giai đoạn(?! (?:(?:19|20)\d\d|tới|sau|trước|tiếp|hiện|mới))|"
    r"trong giai đoạn (?:này|đó|vừa qua))\b"
)
FOUNDED = r"(?:lập|ra đời|thành lập|khởi xướng|gây dựng)"
_TWO_YEARS = re.compile(r"(?<!\d)(?<!nhiệm kỳ )((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
# «20 năm thành lập hội (10-10-1997 - 10-10-2017)»
_DAY_OF_YEAR = re.compile(r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?=(?:19|20)\d\d)")
_PAST_YEAR = re.compile(
    r"(?<!\d )(?<!những )(?<!nhiều )(?<!các )(?<!mấy )(?<!năm )\bnăm (?:vừa )?qua\b|"
    r"\bkết thúc năm(?! (?:\d|học))"
)
_SCHOOL_YEAR = re.compile(
    r"(?<!\d )(?<!hai )(?<!ba )(?<!những )(?<!các )(?<!mấy )(?<!nhiều )"
    r"năm học (này|mới|(?:vừa )?qua|trước|tới)(?! (?:19|20)\d\d)|từ đầu năm học (?:(?:này|mới) )?(?:đến|tới) nay"
)


def relative(before: str, day: str, lines: Sequence[str], *, goal: bool = False) -> tuple[int, NamedPeriod] | None:
    """Return the last period that words like «6 tháng đầu năm», «5 năm qua» stand for, and where they stand."""
    low = before.lower()
    found = [
        *_spans(low, day, lines),
        *_of_school_year(_of_this_year(low, day), lines),
        *((hit,) if (hit := past_year(low, day)) else ()),
        *_of_school_years(low, day, lines),
        *months_named(low, day),
        *of_the_term(low, day, (before, *lines[:5]), goal=goal),
    ]
    return max(found, key=lambda each: each[0], default=None)


def _spans(low: str, day: str, lines: Sequence[str]) -> Iterator[tuple[int, NamedPeriod]]:
    if hit := _SPAN.search(low):
        first, last = hit[1] or hit[3], hit[2] or hit[4]
        yield hit.start(), NamedPeriod(f"{first}/{last}", CUMULATIVE, hit[0])
    spans = [each for line in lines[:5] for each in _TWO_YEARS.findall(_DAY_OF_YEAR.sub("", line.lower()))]
    for hit in re.finditer(ALL_OF_SPAN, low):
        # «Cả giai đoạn, …» of an article on «giai đoạn 2016 - 2020»
        over = {(a, b) for a, b in spans if int(b) - int(a) > 1 and b <= day[:4]}
        if len(over) == 1:
            yield hit.start(), NamedPeriod("/".join(over.pop()), CUMULATIVE, hit[0])
    for hit in _SO_MANY_YEARS.finditer(low):
        # «Trong 4 năm» of an article on «4 năm … (2021-2024)»
        many = int(hit[1])
        fitting = {(a, b) for a, b in spans if int(b) - int(a) in (many, many - 1)}
        if len(fitting) == 1:
            yield hit.start(), NamedPeriod("/".join(fitting.pop()), CUMULATIVE, hit[0])
        elif day and _begins(int(day[:4]) - many, f"{'. '.join(lines).lower()}. {low[: hit.start()]}"):
            yield hit.start(), NamedPeriod(f"{int(day[:4]) - many}/{day[:4]}", CUMULATIVE, hit[0])


def _begins(year: int, before: str) -> bool:
    """Return whether something is said to have begun in a year."""
    since = rf"(?:từ|vào|{FOUNDED})(?: \w+)? năm {year}\b|\bnăm {year}\b[^.;]*\b{FOUNDED}\b"
    return re.search(since, before) is not None


def _of_school_year(
    found: Iterable[tuple[int, NamedPeriod]], lines: Sequence[str]
) -> Iterator[tuple[int, NamedPeriod]]:
    """Yield what is found with the year of school that the first lines name in the place of «cả năm» of a school."""
    named = [each for line in lines[:2] for each in periods_in(line) if each.kind == SCHOOL_YEAR]
    for at, each in found:
        is_whole = each.words.startswith("cả năm") and len({span.period for span in named}) == 1
        yield at, NamedPeriod(named[0].period, SCHOOL_YEAR, each.words) if is_whole else each


def past_year(text: str, day: str) -> tuple[int, NamedPeriod] | None:
    """Return the year that «năm qua» of an article early or late in a year means; in between nobody knows."""
    month, hit = day[5:7], _PAST_YEAR.search(text.lower())
    if hit is None or month not in ("01", "02", "03", "04", "11", "12"):
        return None
    return hit.start(), NamedPeriod(str(int(day[:4]) - (month < "05")), YEAR, hit[0])


def _of_school_years(low: str, day: str, lines: Sequence[str]) -> Iterator[tuple[int, NamedPeriod]]:
    """Yield the school year of the day, the one before or after it, that words mean; in June and July nobody knows.

    «Năm học trước» in a paragraph that names a year of school is the one before that.
    """
    named = [each for line in lines[:1] for each in periods_in(line) if each.kind == SCHOOL_YEAR]
    if named and (hit := re.search(r"năm học trước(?! (?:19|20)\d\d)", low)):
        first = int(named[-1].period[:4])
        yield hit.start(), NamedPeriod(f"{first - 1}/{first}", SCHOOL_YEAR, hit[0])
        return
    if not day[5:7]:
        return
    first = int(day[:4]) - (day[5:7] < "06")
    for hit in _SCHOOL_YEAR.finditer(low):
        if (hit[1] or "").endswith("qua"):
            begins = int(day[:4]) - (1 if day[5:7] >= "05" else 2)  # a year of school ends in May
        elif hit[1] == "mới" and day[5:7] in ("05", "06", "07"):
            begins = int(day[:4])  # the one to come
        elif day[5:7] in ("06", "07"):
            continue
        else:
            begins = first + {None: 0, "này": 0, "mới": 0, "tới": 1}.get(hit[1], -1)
        yield hit.start(), NamedPeriod(f"{begins}/{begins + 1}", SCHOOL_YEAR, hit[0])


# «tăng 12% so với đợt 1 năm ngoái»: not when it was.
_COMPARED = re.compile(r"\bso với [^,;.()]{0,24}\bnăm (?:ngoái|rồi|trước)\b")


def _of_this_year(low: str, day: str) -> Iterator[tuple[int, NamedPeriod]]:
    """Yield what words say of the year that the article is of, and of the years up to it."""
    if not day[:4]:
        return
    ends: set[int] = set()
    low = _COMPARED.sub(lambda hit: " " * len(hit[0]), low)
    for form, read in _THIS_YEAR:
        for hit in form.finditer(low):
            # «quý II năm ngoái» is no year
            if hit.end() not in ends and (span := read(hit, _back(hit, day))):
                kind = YEAR if "/" not in span else kind_of_span(span) or CUMULATIVE
                yield hit.start(), NamedPeriod(span, kind, hit[0])
                ends.add(hit.end())


def part_of_year(text: str, day: str) -> NamedPeriod | None:
    """Return the part of the year of the article, not one up to its day, that a text names last: «3 tháng cuối năm»."""
    parts = [each for each in _of_this_year(text.lower(), day) if each[1].kind in (HALF, QUARTER, MONTHS)]
    named = max(parts, key=lambda each: each[0], default=None)
    return named[1] if named and not re.match(r"từ|.*\bqua$", named[1].words) else None


def _back(hit: re.Match[str], day: str) -> str:
    """Return the day, a year earlier where the words are of the year before: «6 tháng đầu năm ngoái»."""
    return f"{int(day[:4]) - 1}{day[4:]}" if hit[0].endswith(("ngoái", "trước", "rồi")) else day


def _months(first: int, last: int, day: str) -> str:
    return f"{day[:4]}-{first:02d}/{day[:4]}-{last:02d}"


def _at_an_end(hit: re.Match[str], day: str) -> str:
    months = how_many(hit["n"] or "6") * (3 if "quý" in hit[0] else 1)
    return _months(13 - months, 12, day) if "cuối" in hit[0] else _months(1, months, day)


def _months_past(hit: re.Match[str], day: str) -> str:
    """Return the months of the year that «11 tháng qua» of an article of that month, or the next, are."""
    months = how_many(hit["n"] or hit["m"])
    return _months(1, months, day) if day[5:7] and int(day[5:7]) in (months, months + 1) else ""


def _year_so_far(hit: re.Match[str], day: str) -> str:
    return f"{day[:4]}-01/{day[:7]}" if hit[1] in (None, day[:4]) else ""


def _months_so_far(hit: re.Match[str], day: str) -> str:
    """Return the months from one to that of the article: «Từ tháng 7 đến nay»."""
    begin = the_last(hit["m"], "1", hit["y"] or day)[:7] if day[5:7] else ""
    return f"{begin}/{day[:7]}" if "" < begin < day[:7] else ""


def _since(hit: re.Match[str], day: str) -> str:
    """Return the years from one to that of the article; to its month where two years would read as a school year."""
    ends = day[:7] if int(day[:4]) - int(hit[1]) == 1 else day[:4]
    return f"{hit[1]}/{ends}" if hit[1] < day[:4] else ""


_OF_YEAR = r"năm (?:nay|ngoái|trước)"
# What names a part of the year of the article, or of the one before, and how the day of the article gives it its year;
# what names a part stands before what names the whole.
_THIS_YEAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (
        re.compile(
            rf"(?:(?<!\w)(?P<n>{MONTHS_NAMED}) (?:tháng|quý)|\bnửa(?= đầu| cuối)) "
            rf"(?:(?:(?:đầu|cuối) )?{_OF_YEAR}|(?:đầu|cuối) năm(?! \d))"
        ),
        _at_an_end,
    ),
    (
        re.compile(rf"(?:(?<!\w)(?P<n>{MONTHS_NAMED}) tháng qua|\btrong (?P<m>{MONTHS_NAMED}) tháng(?= ?[,;.]| ?$))"),
        _months_past,
    ),
    (
        re.compile(rf"\b(?:lũy|luỹ) kế (?P<n>{MONTHS_NAMED}) tháng(?! \w+ năm| năm)"),
        lambda hit, day: _months(1, how_many(hit["n"]), day) if f"{how_many(hit['n']):02d}" <= day[5:7] else "",
    ),
    (re.compile(r"(?<!\w)(?<!kế )(?:9|chín) tháng(?! \w+ năm| năm| tuổi)"), lambda _, day: _months(1, 9, day)),
    (
        re.compile(r"(?:\btrong |\b(?:tính|tổng|cộng) (?:chung|cộng) |(?:^|[.;])\W*)(?:6|sáu) tháng(?: qua)?(?=\s*,)"),
        lambda _, day: _months(1, 6, day) if "06" <= day[5:7] <= "11" else "",
    ),
    (
        re.compile(rf"(?<!\w)quý (iv|iii|ii|i|[1-4])(?: {_OF_YEAR}|(?!\w|\s?[/.-]?\s?(?:năm )?\d))"),
        lambda hit, day: _months(3 * QUARTERS[hit[1]] - 2, 3 * QUARTERS[hit[1]], day),
    ),
    (
        re.compile(
            r"từ đầu năm(?: nay| (?P<y>20\d\d))? (?:đến|tới) (?:giữa |hết |cuối )?tháng (?P<m>\d{1,2})(?![\d/])"
        ),
        lambda hit, day: _months(1, int(hit["m"]), hit["y"] or day),
    ),
    (
        re.compile(r"\btừ (?:đầu )?tháng (?P<m>\d{1,2})(?:\s?(?:[/.-]|năm)\s?(?P<y>20\d\d))? (?:đến|tới) nay\b"),
        _months_so_far,
    ),
    (
        re.compile(r"\btừ (?:nay|giờ|đây) (?:đến|tới) (?:hết |cuối )năm(?! \d)"),
        lambda _, day: _months(int(day[5:7]), 12, day) if "" < day[5:7] < "12" else "",
    ),
    (
        re.compile(r"(?<!ngay )từ đầu năm(?:\s+(20\d\d)\s+(?:đến nay|tới nay)|\s+(?:đến nay|tới nay)|(?=\s*,))"),
        _year_so_far,
    ),
    (
        re.compile(r"(?<!đầu )(?<!cuối )\bnăm nay\b|\bcả năm(?! \d| ấy| đó| ngoái| trước| rồi| học)"),
        lambda _, day: day[:4],
    ),
    (
        re.compile(r"(?<!đầu )(?<!cuối )(?<!so với )(?<!cùng kỳ )\bnăm (?:ngoái|rồi)\b(?! (?:đến|tới)\b)"),
        lambda _, day: day[:4],
    ),
    (re.compile(r"từ\s+(?:đầu\s+|tháng\s+\d{1,2}[/ ])?(?:năm\s+)?((?:19|20)\d\d),?\s+(?:đến|tới)\s+nay"), _since),
)
