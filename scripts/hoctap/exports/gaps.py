"""What is missing as a table: a row a missing figure, or a target without a result, with the words to search for."""

from collections.abc import Iterator

from hoctap.exports.edition import Edition
from hoctap.exports.excel_csv import excel_csv, words_first
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.views.gap import Gap, TargetGap
from hoctap.views.gaps import gaps_of

NAME = "con-thieu"
_TITLE, _TITLE_EN = "Con số đang thiếu", "Missing figures"
_COLUMNS = (
    ("area_name", "Tỉnh, thành phố", "Province", "Nơi thiếu số; trống: xem đơn vị", "Tỉnh Đông Lâu"),
    ("indicator_id", "Mã chỉ tiêu", "Indicator identifier", "Chỉ tiêu thiếu số", "members"),
    ("indicator_name", "Chỉ tiêu", "Indicator", "Tên chỉ tiêu", "Hội viên khuyến học"),
    ("unit_id", "Mã đơn vị", "Unit identifier", "Đơn vị có thể cho số; trống: sổ chưa có đơn vị ấy", "tinh-dong-lau"),
    ("reporter", "Ai có thể cho số", "Who would know", "Tên đơn vị", "Hội Khuyến học tỉnh Đông Lâu"),
    (
        "newest",
        "Mới nhất đang có",
        "Newest held",
        "Con số mới nhất, kèm điều cần lưu ý; trống: chưa có",
        "45.210 người",
    ),
    ("newest_year", "Năm của số mới nhất", "Year of the newest", "Năm cuối của thời kỳ", "2021"),
    ("aims", "Để đối chiếu", "Targets", "Mục tiêu mà con số này sẽ được đặt cạnh", "năm 2025: từ 40% trở lên"),
    ("search", "Chữ để tìm", "Words to search for", "Gợi ý tìm trên mạng", '"Tỉnh Đông Lâu" hội viên khuyến học 2026'),
    ("send", "Gửi ở", "Where to send", "Địa chỉ của mẫu gửi số liệu", "gui-so-lieu/?don-vi=tinh-dong-lau"),
)


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `con-thieu.csv` and the same for Excel, as of the day that the page speaks of."""
    found = gaps_of(catalog, edition.day_of_pages)
    rows = [_of_gap(gap, edition) for place in found.places for gap in place.gaps]
    rows += [_of_target(catalog, one, edition) for one in found.targets]
    table = _table()
    yield f"{NAME}.csv", csv_file(table.header, rows)
    yield f"{NAME}-excel.csv", excel_csv(*words_first(table.fields, rows))


def _of_gap(gap: Gap, edition: Edition) -> tuple[str, ...]:
    newest = gap.newest.figure if gap.newest else None
    return (
        gap.place.text,
        gap.indicator_id,
        gap.indicator.text,
        gap.unit_id,
        gap.reporter,
        f"{newest.unit.text}: {newest.brief}" if newest else "",
        str(newest.observation.period.end.year) if newest else "",
        "; ".join(gap.aims),
        gap.search,
        edition.page(gap.send),
    )


def _of_target(catalog: Catalog, one: TargetGap, edition: Edition) -> tuple[str, ...]:
    indicator = catalog.indicators.get(one.target.indicator_id)
    name = indicator.name_vi if indicator else one.target.indicator_id
    send = edition.page(one.send)
    return "", one.target.indicator_id, name, one.unit_id, one.unit.text, "", "", one.statement.text, "", send


def _table() -> Resource:
    fields = tuple(
        Field(name, "string", title, title_en, description, title_en, example)
        for name, title, title_en, description, example in _COLUMNS
    )
    return Resource("hoctap", NAME, _TITLE, _TITLE_EN, _TITLE, _TITLE_EN, (), (), 0, fields, (), ())
