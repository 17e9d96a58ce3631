"""Checks that one thing stands under one name: units, indicators, documents, sources."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from hoctap.check.definition import check
from hoctap.check.rules.scale import AREA_LEVEL
from hoctap.load.web_address import address_without_noise, looks_like_address, why_not_public, written_address
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.record import Document, Indicator, Source, SourceAlias, Unit


class _Placed(Protocol):
    @property
    def place(self) -> Place: ...


Record = TypeVar("Record", bound=_Placed)


def second_ones(pairs: Iterable[tuple[Hashable, Record]]) -> Iterator[tuple[Record, Record]]:
    """Yield each record whose key another one had before, with that first one."""
    first: dict[Hashable, Record] = {}
    for key, record in pairs:
        before = first.setdefault(key, record)
        if before is not record:
            yield record, before


# Names that are kept as they are called: several rules ask for those of all units.
_MOST_NAMES = 100_000
_WORD = re.compile(r"[^\W_]+")
# Where the mark stands in «hòa, hoà» is a matter of taste.
_MARKED = re.compile("([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?![a-z])")
# So is «tỷ lệ, tỉ lệ», «kỹ, kĩ», «quý, quí»; «túy, túi» are two words.
_LONG_I = re.compile("(?<![^ ])([hklmst]|qu)y(?![a-z])")


@lru_cache(_MOST_NAMES)
def called(name: str) -> str:
    """Return a name without case, signs, the place of its tones and the choice of i or y; the tones themselves stay."""
    words = " ".join(_WORD.findall(unicodedata.normalize("NFC", name))).casefold()
    parts = unicodedata.normalize("NFD", words)
    return _MARKED.sub(r"\1\3\2", _LONG_I.sub(r"\1i", parts))


@check(
    must="Một đơn vị, một chỉ tiêu, một văn bản chỉ đứng dưới một mã",
    cause="Thêm lại thứ đã có trong danh mục dưới một mã khác.",
    cure="dùng mã đã có, bỏ dòng thêm sau; nếu là hai thứ khác nhau thì ghi tên cho rõ",
    bad="Hội Khuyến học tỉnh Sơn La dưới hai mã, cùng địa phương",
    good="Hội Khuyến học tỉnh Sơn La dưới một mã",
)
def thing_has_one_identifier(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no two units that speak for one place, no two indicators and no two documents are called the same."""
    for unit, other in _units_of_one_name(catalog):
        if _is_of_the_place(catalog, unit) and _is_of_the_place(catalog, other):
            codes = (other.unit_id, unit.unit_id)
            yield _same_name(unit.place, other.place, "name_vi", unit.name_vi, codes)
    indicators = ((called(each.name_vi), each) for each in catalog.all_of(Indicator))
    for indicator, one in second_ones(indicators):
        codes = (one.indicator_id, indicator.indicator_id)
        yield _same_name(indicator.place, one.place, "name_vi", indicator.name_vi, codes)
    for document, first in _documents_of_one_number(catalog):
        codes = (first.document_id, document.document_id)
        yield _same_name(document.place, first.place, "number", document.number, codes)


def _documents_of_one_number(catalog: Catalog) -> Iterator[tuple[Document, Document]]:
    """Yield each document whose number another of its year has, by the same office or one that is named in part.

    «Thủ tướng» is the «Thủ tướng Chính phủ»; the committees of two provinces are two.
    """
    before: dict[Hashable, list[Document]] = {}
    for each in catalog.all_of(Document):
        if each.number and each.issued_on:
            number = called(each.number).removeprefix("số ")
            same = before.setdefault((number, each.issued_on.start.year), [])
            if first := next((one for one in same if _is_one_office(one.issuer, each.issuer)), None):
                yield each, first
            same.append(each)


def _is_one_office(one: str, other: str) -> bool:
    shorter, longer = sorted((set(called(name).split()) for name in (one, other)), key=len)
    return shorter <= longer and bool(shorter) == bool(longer)  # one that is not known may be any


def _same_name(place: Place, first: Place, field: str, value: str, codes: tuple[str, str]) -> Problem:
    # Rows stand in order of their identifiers, so the first is not always the one that was there first.
    cure = f"giữ một mã, {codes[0]} hoặc {codes[1]}; nếu là hai thứ khác nhau thì ghi tên cho rõ"
    return Problem(place, field, f"tên này đã có ở dòng {first.line}", value, cure)


def _units_of_one_name(catalog: Catalog) -> Iterator[tuple[Unit, Unit]]:
    """Yield each unit whose name another one of its place has, or any other one where its own place is not said."""
    units = catalog.all_of(Unit)
    yield from second_ones(((called(unit.name_vi), home_of(unit)), unit) for unit in units)
    placed = {called(unit.name_vi): unit for unit in units if unit.area_id}
    for unit in units:
        if not unit.area_id and (other := placed.get(called(unit.name_vi))):
            yield unit, other


def home_of(unit: Unit) -> str:
    """Return the area that a unit is of, or the unit above it; empty if neither is said."""
    return unit.area_id or unit.parent_unit_id


def _is_of_the_place(catalog: Catalog, unit: Unit) -> bool:
    """Return whether a unit is that of its whole place, so that no second one there can bear its name.

    Of a unit further down (a school of a province) the data may name no smaller place: there can be two of a name.
    """
    area = catalog.areas.get(unit.area_id)
    return area is not None and AREA_LEVEL.get(unit.level, unit.level) == area.level


@check(
    must="Hai đơn vị cùng tên ở một địa phương thì xem lại có phải là một",
    cause="Thêm lại đơn vị đã có; cũng có khi hai trường, hai xã cùng tên thật.",
    cure="nếu là một thì dùng mã đã có, bỏ dòng thêm sau; nếu là hai nơi thì để nguyên, nên ghi huyện, xã vào tên",
    bad="hai dòng Trường Tiểu học Kim Đồng, cùng một tỉnh",
    good="Trường Tiểu học Kim Đồng, xã Mường La và Trường Tiểu học Kim Đồng, xã Chiềng Lao",
    asks=True,
)
def unit_of_one_name_is_single(catalog: Catalog) -> Iterator[Problem]:
    """Ask about units of one name and place, where two such units are possible."""
    for unit, other in _units_of_one_name(catalog):
        if not (_is_of_the_place(catalog, unit) and _is_of_the_place(catalog, other)):
            where = "cùng tên, cùng địa phương" if home_of(unit) == home_of(other) else "chưa ghi địa phương, cùng tên"
            message = f"{where} với {other.unit_id} ở dòng {other.place.line}"
            yield Problem(unit.place, "name_vi", message, unit.name_vi)


@check(
    must="Hai nguồn không cùng một địa chỉ",
    cause="Nhập một bài hai lần dưới hai mã, chỉ khác http, www hay phần theo dõi (utm_source, fbclid).",
    cure="dùng chung một mã nguồn, mã đã có trước",
    bad="http://bao.vn/bai-1 và https://www.bao.vn/bai-1?fbclid=x",
    good="một mã nguồn, một địa chỉ",
)
def source_address_is_unique(catalog: Catalog) -> Iterator[Problem]:
    """Ensure an address, however it is written, stands for one source."""
    # Aliases come first: it is the source of a new form that is told of the address there already.
    addressed: list[tuple[str, Source | SourceAlias]] = [
        (address_without_noise(row.alias), row) for row in catalog.all_of(SourceAlias) if looks_like_address(row.alias)
    ]
    addressed += ((address_without_noise(source.url), source) for source in catalog.all_of(Source) if source.url)
    for row, first in second_ones(addressed):
        if row.source_id != first.source_id:
            yield _same_address(row, first)


def _same_address(row: Source | SourceAlias, first: Source | SourceAlias) -> Problem:
    field, value = ("url", row.url) if isinstance(row, Source) else ("alias", row.alias)
    where = f"địa chỉ đã có ở dòng {first.place.line}"
    if first.place.path != row.place.path:
        where += f" của {PurePosixPath(first.place.path).name}"
    # Rows stand in order of their identifiers, so the first is not always the one that was there first.
    cure = f"giữ một mã, mã đã có trước: {first.source_id} hoặc {row.source_id}"
    return Problem(row.place, field, where, value, cure)


@check(
    must="Tựa hay địa chỉ khác của nguồn nói thêm điều tựa và địa chỉ chính chưa nói",
    cause="Chép lại tựa của chính nguồn, hoặc địa chỉ chính chỉ khác http, www, phần theo dõi.",
    cure="bỏ dòng này, hoặc ghi địa chỉ đầy đủ của nơi khác có chính bài ấy",
    bad="nguồn «Đông Lâu tổng kết», tựa khác «Đông Lâu tổng kết»",
    good="nguồn «Đông Lâu tổng kết», địa chỉ khác https://dien-tu.bao.vn/dong-lau-tong-ket",
)
def source_alias_is_another_name(catalog: Catalog) -> Iterator[Problem]:
    """Ensure an alias of a source is another title, or another address that anybody can open."""
    for row in catalog.all_of(SourceAlias):
        source = catalog.sources.get(row.source_id)
        why = why_not_public(row.alias) if looks_like_address(row.alias) else ""
        if why:
            right = written_address(row.alias)
            yield Problem(row.place, "alias", why, row.alias, f"viết là {right}" if right else "")
        elif source and _is_own(source, row.alias):
            yield Problem(row.place, "alias", "phải khác tựa và địa chỉ chính của nguồn", row.alias)


def _is_own(source: Source, alias: str) -> bool:
    if looks_like_address(alias):
        return bool(source.url) and address_without_noise(alias) == address_without_noise(source.url)
    return called(alias) == called(source.title)


# A headline of so many words is hardly written twice within a month.
_WORDS_OF_A_HEADLINE, _MONTH = 6, timedelta(days=31)
_REPRINT = "dang-lai"


@check(
    must="Hai nguồn cùng tên, đăng cùng ngày hay gần nhau thì xem lại có phải là một",
    cause="Một bài có hai địa chỉ, được nhập hai lần; hoặc một trang đăng lại bài của báo khác.",
    cure="một bài thì dùng chung mã, địa chỉ kia ghi ở source_aliases; bài đăng lại thì ghi kind là dang-lai",
    bad="hai nguồn «Đẩy mạnh khuyến học», Báo Đông Lâu, 2024-05-01",
    good="một nguồn «Đẩy mạnh khuyến học», Báo Đông Lâu, 2024-05-01",
    asks=True,
)
def source_title_is_single(catalog: Catalog) -> Iterator[Problem]:
    """Ask about sources that only their address tells apart, or only who published a long title within a month."""
    before = defaultdict[str, list[Source]](list)
    for source in catalog.all_of(Source):
        if source.published_on and source.title:
            same = before[called(source.title)]
            first = next((one for one in same if _is_one_article(one, source)), None)
            same.append(source)
            if first and called(first.publisher) == called(source.publisher):
                message = f"cùng tên, nơi đăng và ngày với dòng {first.place.line}"
                yield Problem(source.place, "title", message, source.title)
            elif first:
                message = f"cùng tên, ngày gần với dòng {first.place.line} ({first.publisher or first.source_id})"
                yield Problem(source.place, "title", message, source.title)


def _is_one_article(one: Source, other: Source) -> bool:
    if not one.published_on or not other.published_on:
        return False
    if called(one.publisher) == called(other.publisher):
        return one.published_on.text == other.published_on.text
    if _REPRINT in (one.kind, other.kind):
        return False  # who says so knows of the other
    is_near = abs(one.published_on.start - other.published_on.start) <= _MONTH
    return is_near and len(one.title.split()) >= _WORDS_OF_A_HEADLINE


CHECKS = (
    thing_has_one_identifier,
    unit_of_one_name_is_single,
    source_address_is_unique,
    source_alias_is_another_name,
    source_title_is_single,
)
