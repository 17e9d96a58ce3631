"""A correct new row from answers: the identifier that results, and what is wrong with it by itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from shlex import quote

from hoctap.contribute.form import DEFAULTS, DERIVED
from hoctap.contribute.naming.called import called
from hoctap.contribute.naming.new_unit import proposed_cells
from hoctap.contribute.naming.units import Units
from hoctap.contribute.placing import Entry
from hoctap.contribute.questions import TABLES, Answers, questions
from hoctap.load.measures import measure_of
from hoctap.load.names import Found, Register, register_of
from hoctap.load.periods import read_period
from hoctap.load.values import agreed, read_value
from hoctap.load.web_address import written_address
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.finding import Finding
from hoctap.vietnamese.writing import fold, slug

_OTHER = {"unit": "đơn vị", "indicator": "chỉ tiêu"}
_NAMED_BY = {"unit": "name_vi", "indicator": "name_en"}
AREA = "area_id"


def identifier(catalog: Catalog, kind: str, answers: Answers) -> str:
    """Return the identifier that the answers give, not taken yet; empty for observations and without a name."""
    if kind == "observation":
        return ""
    base = _source_base(answers) if kind == "source" else slug(answers.get(_NAMED_BY[kind], ""))
    if not base:
        return ""
    existing: dict[str, Mapping[str, object]] = {
        "unit": catalog.units,
        "source": catalog.sources,
        "indicator": catalog.indicators,
    }
    return next(name for name in (base, *(f"{base}-{n}" for n in range(2, 1000))) if name not in existing[kind])


def _source_base(answers: Answers) -> str:
    """Return who published a source, or how its title begins, and when, however the day was typed."""
    name = answers.get("publisher") or " ".join(answers.get("title", "").split()[:6])
    day = answers.get("published_on", "")
    return "-".join(filter(None, (slug(name), slug(read_period(day).period or day))))


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered, the row it makes, and what is wrong with it, by column."""

    kind: str
    answers: Answers
    entry: Entry
    problems: tuple[Finding, ...]

    def as_options(self) -> str:
        """Return the answers as options of `hoctap new`, so that what was typed can be given again."""
        return " ".join(
            f"--set {quote(f'{name}={text}')}" for name, text in self.answers.items() if text or name == AREA
        )


def draft_of(catalog: Catalog, kind: str, answers: Answers) -> Draft:
    """Return the row that the answers make, with defaults and the identifier filled in."""
    table = catalog.tables[TABLES[kind]].resource
    cells = {**DEFAULTS[table.name], **{name: text for name, text in answers.items() if text}}
    for column in table.fields:
        if column.descriptor.get("format") == "uri" and cells.get(column.name):
            cells[column.name] = written_address(cells[column.name]) or cells[column.name]
    problems = list(_unknown(catalog, kind, answers))
    if kind == "observation":
        problems += _figure(catalog, cells, answers)
    else:
        problems += known_already(catalog, kind, answers)
        problems += _without_place(catalog, answers) if kind == "unit" else ()
        cells.setdefault(table.primary_key[0], identifier(catalog, kind, cells))
    wrong = {each.field for each in problems}
    problems += (each for each in _missing(table, cells) if not (each.field in DERIVED.get(table.name, ()) and wrong))
    return Draft(kind, answers, Entry(table.name, cells), tuple(problems))


def _missing(table: Resource, cells: Answers) -> Iterator[Finding]:
    """Yield a problem for each column that must be filled and is not: a row without its code is like everything."""
    for column in table.fields:
        if column.constraints.get("required") and not cells.get(column.name):
            rule = "required-value-is-there"
            yield _problem(column.name, rule, "phải có giá trị", f"ghi --set {column.name}=…", "")


def _problem(name: str, rule: str, must: str, cure: str, value: str) -> Finding:
    return Finding("", 0, 0, name, rule, must, cure, value)


def _unknown(catalog: Catalog, kind: str, answers: Answers) -> Iterator[Finding]:
    """Yield a problem for each answer that names no column, or a thing that is not there or not single."""
    asked_for = {question.column.name: question for question in questions(catalog, kind)}
    for name, text in answers.items():
        if name not in asked_for:
            columns = ", ".join(asked_for)
            yield _problem(name, "column-is-known", f"không có cột «{name}»", f"các cột: {columns}", text)
            continue
        question = asked_for[name]
        if question.register and text and text not in question.register.things:
            found = question.found(text)
            is_code = bool(question.column.code_list)
            near = found.near or (tuple(question.register.things.values()) if is_code else ())
            names = "; ".join(f"{each.name} [{each.code}]" for each in near)
            must = "là tên của nhiều dòng" if found.is_tie else "phải có trong danh mục"
            rule = "code-is-in-its-list" if is_code else "reference-exists"
            how = "gần giống" if found.near else "chọn một"
            yield _problem(name, rule, must, f"ghi mã; {how}: {names}" if names else "", text)


def _figure(catalog: Catalog, cells: dict[str, str], answers: Answers) -> Iterator[Finding]:
    """Put value, hedge, period and its kind into the data's form; yield what cannot be read."""
    indicator = catalog.indicators.get(cells.get("indicator_id", ""))
    typed = cells.get("value", "")
    reading = read_value(typed, measure_of(catalog, cells.get("indicator_id", "")))
    both = agreed(reading.qualifier, answers.get("qualifier", ""))
    cells["value"], cells["qualifier"] = reading.value, both.qualifier or cells["qualifier"]
    if reading.must:
        yield _problem("value", "value-is-one-number", reading.must, reading.cure, typed)
    if both.must:
        yield _problem("qualifier", "hedge-agrees", both.must, both.cure, answers.get("qualifier", ""))
    words = cells.get("period", "")
    read = read_period(words, getattr(indicator, "stock_flow", "") if indicator else "")
    has_kinds = "period_kind" in catalog.tables["observations"].resource.header
    cells["period"] = read.period or words
    if has_kinds and not cells.get("period_kind"):
        cells["period_kind"] = read.kind
    settled = read.is_question and read.period and not words.isdigit() and (not has_kinds or cells["period_kind"])
    if read.must and not settled and words:
        yield _problem("period", "period-is-known", read.must, read.cure, words)


def known_already(catalog: Catalog, kind: str, answers: Answers) -> Iterator[Finding]:
    """Yield a problem for a name that another row of the table has, if only without tone marks («tinh Son La»).

    Who gives its own identifier means another. A source is known by its address.
    """
    known = register_of(catalog, TABLES[kind])
    if kind == "source":
        yield from _known_address(known, answers.get("url", ""), answers.get("source_id", ""))
        return
    if answers.get(f"{kind}_id"):
        return
    for name in ("name_vi", "short_name"):
        found = called(known, _without_repetition(answers[name])) if answers.get(name) else Found()
        if name in answers and not (found.code or found.is_tie):
            found = known.find(fold(answers[name]))
        codes = [found.code] if found.code else [each.code for each in found.near if found.is_tie]
        if codes:
            there = "; ".join(f"{known.things[code].name} [{code}]" for code in codes)
            cure = f"dùng mã ấy; nếu là {_OTHER[kind]} khác cùng tên thì tự đặt mã ở cột {kind}_id"
            yield _problem(name, "name-is-new", f"tên này đã có: {there}", cure, answers[name])


def _without_repetition(name: str) -> str:
    """Return a name without brackets that say again what it says: «Hội Khuyến học tỉnh Đông Lâu (Đông Lâu)»."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name)
    return found[1] if found and fold(found[2]) in fold(found[1]) else name


def _known_address(known: Register, url: str, own: str) -> Iterator[Finding]:
    code = known.find(written_address(url) or url).code if url else ""
    if code and code != own:
        must = f"địa chỉ này đã có: {known.things[code].name} [{code}]"
        yield _problem("url", "source-address-is-unique", must, f"dùng mã nguồn đã có: {code}", url)


def _without_place(catalog: Catalog, answers: Answers) -> Iterator[Finding]:
    """Yield a problem for a new unit of which nobody has said where it is: that it is not known is an answer too."""
    if AREA in answers:
        return
    name = answers.get("name_vi", "")
    one = proposed_cells(catalog, name).get(AREA)
    codes = [one] if one else Units(catalog).places(name)
    named_so = "ghi " + " hoặc ".join(f"{AREA}={code}" for code in codes) if codes else f"ghi {AREA}=tên địa phương"
    cure = f"{named_so}; nguồn không nêu nơi nào thì ghi {AREA}= và để trống"
    yield _problem(AREA, "unit-has-its-place", "phải nói đơn vị ở địa phương nào", cure, "")
