"""The one table of figures: a pandas frame with a row an observation and everything joined, and what each column is.

COLUMNS is the one place that says what a column means and how it is got; the frame, the published files and the
dictionary are made from it. pandas is imported when the frame is made, since the checks run where there is none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, Observation

if TYPE_CHECKING:
    import pandas as pd

NAME, TITLE, TITLE_EN = "so-lieu-day-du", "Số liệu đầy đủ", "Figures in full"
DESCRIPTION = (
    "Mỗi dòng là một con số, kèm sẵn tên đơn vị, địa phương, chỉ tiêu, nguồn, nghĩa của các mã, ranh giới, độ dài "
    "thời kỳ, khoảng của số nói chừng và số được ưu tiên khi các nguồn khác nhau. Làm từ bảng Số liệu, không có gì mới."
)
DESCRIPTION_EN = (
    "Each row is one figure with the names of its unit, area, indicator and source, the meaning of codes, borders, "
    "the length of its period, the range of a hedged value, and which of several sources is followed."
)
Get = Callable[[Catalog, FigureRow], Any]
# Types of the frame: texts that repeat are categories, so that a million rows fit in memory.
_DTYPES = {"number": "float64", "integer": "Int64", "boolean": "boolean", "string": "category"}
_PLAIN = ("row_id", "period", "locator", "note", "breakdown")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is (`field`) and how it is got from a row."""

    field: Field
    get: Get


def _text(name: str, titles: tuple[str, str], meanings: tuple[str, str], example: str, get: Get) -> Column:
    return Column(Field(name, "string", *titles, *meanings, example), get)


def _typed(kind: str, name: str, titles: tuple[str, str], meanings: tuple[str, str], example: str, get: Get) -> Column:
    return Column(Field(name, kind, *titles, *meanings, example), get)


def _of(record: str, column: str) -> Get:
    """Return the getter of a column of a joined record; empty if the record is not there."""
    return lambda _, row: str(getattr(getattr(row, record), column, ""))


def _coded(name: str, titles: tuple[str, str], meaning: tuple[str, str], codes: str, example: str, get: Get) -> Column:
    return Column(Field(name, "string", *titles, *meaning, example, codes), get)


def _label(name: str, title: tuple[str, str], codes: str, example: str, get: Get) -> Column:
    def label(catalog: Catalog, row: FigureRow) -> str:
        code = str(get(catalog, row))
        return catalog.code_title(codes, code) if code else ""

    meaning = (f"Nghĩa của mã ở cột {name}", f"What the code in {name} means, in Vietnamese")
    return Column(Field(f"{name}_label", "string", *title, *meaning, example), label)


def _both(
    name: str, titles: tuple[str, str], meaning: tuple[str, str], codes: str, examples: tuple[str, str], get: Get
) -> tuple[Column, Column]:
    label = (f"{titles[0]} (chữ)", f"{titles[1]} (label)")
    return _coded(name, titles, meaning, codes, examples[0], get), _label(name, label, codes, examples[1], get)


def _name(area: Area | None) -> str:
    return area.name_vi if area else ""


def _end(value: Decimal | None) -> Decimal | None:
    """Return an end of a range with no more digits than a computer's number holds."""
    return None if value is None else Decimal(f"{value:.15g}")


def _area_then(_: Catalog, row: FigureRow) -> str:
    """Return the area of the unit if it existed in the period; not known where the unit's area began later."""
    return row.area.area_id if row.area and not _began_later(row.area, row.observation) else ""


def _began_later(area: Area, row: Observation) -> bool:
    return area.valid_from is not None and row.period.end < area.valid_from


def _published(_: Catalog, row: FigureRow) -> str:
    return row.source.published_on.text if row.source and row.source.published_on else ""


def _doubt(catalog: Catalog, row: FigureRow) -> str:
    status = row.observation.period_status
    return "" if status == "stated" else catalog.code_title("period_status", status)


def _summable(_: Catalog, row: FigureRow) -> bool | None:
    return row.is_summable if row.indicator else None


COLUMNS: tuple[Column, ...] = (
    _text(
        "row_id",
        ("Mã dòng", "Row identifier"),
        ("Khóa của số liệu viết liền, không đổi khi thêm hay bớt dòng khác", "The key of the figure as one text"),
        "xa-ba-dinh|members|2024||bao-a-2024",
        lambda _, row: row.row_id,
    ),
    _text(
        "unit_id",
        ("Mã đơn vị", "Unit identifier"),
        ("Số liệu của đơn vị nào", "Whose figure it is"),
        "huyen-loc-binh",
        lambda _, row: row.observation.unit_id,
    ),
    _text(
        "unit_name",
        ("Đơn vị", "Unit"),
        ("Tên đầy đủ của đơn vị", "Full name of the unit, in Vietnamese"),
        "Huyện Lộc Bình, tỉnh Lạng Sơn",
        _of("unit", "name_vi"),
    ),
    *_both(
        "unit_kind",
        ("Loại đơn vị", "Kind of unit"),
        ("Đơn vị thuộc loại nào", "What kind of body the unit is"),
        "unit_kind",
        ("dia-ban", "Địa bàn"),
        _of("unit", "unit_kind"),
    ),
    *_both(
        "unit_level",
        ("Cấp", "Level"),
        ("Cấp của đơn vị; số của hai cấp không cộng với nhau", "Level of the unit; levels are never added"),
        "unit_level",
        ("huyen", "Huyện"),
        _of("unit", "level"),
    ),
    _text(
        "area_id",
        ("Mã địa phương của đơn vị", "Area of the unit"),
        ("Địa phương ghi cho đơn vị; ô trống là nguồn không nêu", "Area of the unit; empty if not known"),
        "loc-binh-lang-son",
        _of("area", "area_id"),
    ),
    _text(
        "area_name",
        ("Địa phương", "Area"),
        ("Tên địa phương của đơn vị", "Name of the area of the unit"),
        "Lộc Bình",
        lambda _, row: _name(row.area),
    ),
    _text(
        "area_then_id",
        ("Mã địa phương lúc ấy", "Area then"),
        (
            "Địa phương có ranh giới của thời kỳ; ô trống nếu địa phương ghi cho đơn vị có sau thời kỳ ấy",
            "The area as it was in the period; empty if the unit's area began later",
        ),
        "loc-binh-lang-son",
        _area_then,
    ),
    _text(
        "province_now_id",
        ("Mã tỉnh, thành phố hiện nay", "Province today"),
        ("Tỉnh, thành phố hiện nay mà đơn vị nằm trong", "Today's province in which the unit lies"),
        "lang-son",
        lambda _, row: row.province_now.area_id if row.province_now else "",
    ),
    _text(
        "province_now_name",
        ("Tỉnh, thành phố hiện nay", "Name of the province today"),
        ("Tên tỉnh, thành phố hiện nay", "Name of today's province"),
        "Lạng Sơn",
        lambda _, row: _name(row.province_now),
    ),
    _text(
        "border",
        ("Ranh giới", "Border"),
        (
            "before: ranh giới trước 01/7/2025; after: ranh giới hiện nay; unknown: nguồn không rõ; trống: không đổi",
            "before or after the change of 1 July 2025, unknown, or empty where borders did not change",
        ),
        "before",
        lambda _, row: row.border,
    ),
    _text(
        "indicator_id",
        ("Mã chỉ tiêu", "Indicator identifier"),
        ("Số liệu về chỉ tiêu nào", "What is counted or measured"),
        "learning-families",
        lambda _, row: row.observation.indicator_id,
    ),
    _text(
        "indicator_name",
        ("Chỉ tiêu", "Indicator"),
        ("Tên chỉ tiêu", "Name of the indicator, in Vietnamese"),
        "Gia đình học tập",
        _of("indicator", "name_vi"),
    ),
    *_both(
        "topic",
        ("Chủ đề", "Topic"),
        ("Chủ đề của chỉ tiêu", "Topic of the indicator"),
        "topic",
        ("mo-hinh-hoc-tap", "Mô hình học tập"),
        _of("indicator", "topic"),
    ),
    *_both(
        "unit_measure",
        ("Đơn vị tính", "Unit of measure"),
        ("Giá trị tính bằng gì", "What the value is counted in"),
        "unit_measure",
        ("gia-dinh", "gia đình"),
        _of("indicator", "unit_measure"),
    ),
    *_both(
        "value_type",
        ("Kiểu giá trị", "Type of value"),
        ("Số đếm, tỷ lệ, số tiền hay tỷ số", "Count, share, amount or ratio"),
        "value_type",
        ("count", "số đếm"),
        _of("indicator", "value_type"),
    ),
    _text(
        "stock_flow",
        ("Số đang có hay số trong kỳ", "Stock or flow"),
        ("stock: đang có tại một lúc; flow: phát sinh trong kỳ", "Stock, flow, or the ratio of one of them"),
        "stock",
        lambda _, row: row.stock_flow,
    ),
    _typed(
        "boolean",
        "summable",
        ("Cộng được", "Summable"),
        ("Có cộng được giữa các đơn vị cùng cấp không", "Whether units of one level may be added"),
        "true",
        _summable,
    ),
    _typed(
        "number",
        "value",
        ("Giá trị", "Value"),
        ("Con số nguồn nêu; tiền tính bằng đồng; trống: nguồn không nêu con số", "The number; money in dong"),
        "45210",
        lambda _, row: row.observation.value,
    ),
    *_both(
        "qualifier",
        ("Cách nói của nguồn", "Hedge"),
        ("Nguồn nói đúng hay nói chừng", "Whether the source gives the number or hedges it"),
        "qualifier",
        ("over", "hơn"),
        lambda _, row: row.observation.qualifier,
    ),
    _typed(
        "number",
        "range_low",
        ("Thấp nhất", "Lowest"),
        ("Đầu dưới của khoảng khi so sánh số nói chừng; trống: không biết", "Lower end, used for reasoning only"),
        "45210",
        lambda _, row: _end(row.range[0]),
    ),
    _typed(
        "number",
        "range_high",
        ("Cao nhất", "Highest"),
        ("Đầu trên của khoảng khi so sánh số nói chừng; trống: không biết", "Upper end, used for reasoning only"),
        "45210",
        lambda _, row: _end(row.range[1]),
    ),
    _text(
        "period",
        ("Thời kỳ", "Period"),
        ("Thời kỳ của con số, như bảng Số liệu", "The period of the figure"),
        "2024",
        lambda _, row: row.observation.period.text,
    ),
    _typed(
        "date",
        "period_start",
        ("Từ ngày", "First day"),
        ("Ngày đầu của thời kỳ", "First day of the period"),
        "2024-01-01",
        lambda _, row: row.observation.period.start,
    ),
    _typed(
        "date",
        "period_end",
        ("Đến ngày", "Last day"),
        ("Ngày cuối của thời kỳ", "Last day of the period"),
        "2024-12-31",
        lambda _, row: row.observation.period.end,
    ),
    _typed(
        "integer",
        "period_months",
        ("Số tháng", "Months"),
        ("Thời kỳ dài mấy tháng; 0: một thời điểm; trống: lũy kế", "Months; 0 is a moment; empty if cumulative"),
        "12",
        lambda _, row: row.months,
    ),
    _text(
        "period_kind",
        ("Loại thời kỳ", "Kind of period"),
        (
            "moment, calendar-year, half-year, quarter, months, school-year, term (nhiệm kỳ) hoặc cumulative (lũy kế)",
            "Moment, calendar year, half-year, quarter, months, school year, term or cumulative",
        ),
        "calendar-year",
        lambda _, row: row.period_kind,
    ),
    *_both(
        "period_status",
        ("Thời kỳ có rõ không", "Certainty of the period"),
        ("Nguồn nêu rõ thời kỳ, suy ra, hay chưa chắc", "Whether the source states the period"),
        "period_status",
        ("stated", "nguồn nêu rõ"),
        lambda _, row: row.observation.period_status,
    ),
    _text(
        "breakdown",
        ("Phạm vi", "Scope"),
        ("Phần nào của đơn vị; trống: cả đơn vị", "Which part of the unit; empty for the whole"),
        "khối cơ quan tỉnh",
        lambda _, row: row.observation.breakdown,
    ),
    _text(
        "note",
        ("Ghi chú", "Note"),
        ("Điều cần biết khi dùng con số", "What to know before using the figure"),
        "số dự kiến",
        lambda _, row: row.observation.note,
    ),
    _text(
        "doubt",
        ("Điều chưa chắc", "Doubt"),
        ("Vì sao thời kỳ chưa chắc; trống: nguồn nêu rõ", "Why the period is not certain; empty if it is"),
        "suy ra",
        _doubt,
    ),
    _text(
        "source_id",
        ("Mã nguồn", "Source identifier"),
        ("Con số lấy ở nguồn nào", "The source of the figure"),
        "lang-son-2010-05-12",
        lambda _, row: row.observation.source_id,
    ),
    _text(
        "source_title",
        ("Nguồn", "Source"),
        ("Tên bài hoặc văn bản", "Title of the article or document"),
        "Lộc Bình với công tác khuyến học",
        _of("source", "title"),
    ),
    *_both(
        "source_kind",
        ("Loại nguồn", "Kind of source"),
        ("Nguồn của chính đơn vị, báo chí hay đăng lại", "Primary, press or repost"),
        "source_kind",
        ("bao-chi", "Báo chí"),
        _of("source", "kind"),
    ),
    _text(
        "source_published",
        ("Ngày đăng", "Date of the source"),
        ("Nguồn đăng khi nào; trống: không rõ", "When the source was published; empty if not known"),
        "2024-12-20",
        _published,
    ),
    _text(
        "source_url",
        ("Địa chỉ nguồn", "Address of the source"),
        ("Địa chỉ trên mạng của nguồn", "Web address of the source"),
        "https://bao.example/bai",
        _of("source", "url"),
    ),
    _text(
        "locator",
        ("Chỗ trong nguồn", "Place in the source"),
        ("Con số đứng ở đâu trong nguồn", "Where the figure stands in the source"),
        "đoạn 3",
        lambda _, row: row.observation.locator,
    ),
    _typed(
        "boolean",
        "is_preferred",
        ("Được ưu tiên", "Preferred"),
        ("Các trang theo con số này khi các nguồn nói khác nhau", "Whether this one of several sources is followed"),
        "true",
        lambda _, row: row.preference.is_preferred,
    ),
    _text(
        "preferred_because",
        ("Ưu tiên vì", "Preferred because"),
        (
            "Vì sao số được ưu tiên đứng trước các số khác; trống: chỉ có một số",
            "Why the preferred figure comes first; empty if there is only one",
        ),
        "nguồn đăng sau",
        lambda _, row: row.preference.because,
    ),
)


def figures_table() -> Resource:
    """Return the description of the table as descriptors have it, for every published format."""
    fields = tuple(column.field for column in COLUMNS)
    return Resource("hoctap", NAME, TITLE, TITLE_EN, DESCRIPTION, DESCRIPTION_EN, (), (), 0, fields, ("row_id",), ())


def values_of(catalog: Catalog, rows: Sequence[FigureRow]) -> dict[str, list[Any]]:
    """Return the columns of the table by name, a value a row: Decimal, int, bool, date, text or None."""
    return {column.field.name: [column.get(catalog, row) for row in rows] for column in COLUMNS}


def cells_of(catalog: Catalog, rows: Sequence[FigureRow]) -> list[list[str]]:
    """Return the rows of the table as cells of a published CSV."""
    columns = [[_cell(value) for value in values] for values in values_of(catalog, rows).values()]
    return [list(cells) for cells in zip(*columns, strict=True)]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def figures_frame(catalog: Catalog) -> "pd.DataFrame":
    """Return the frame, a row an observation in the order of the catalog, its index counting from 0."""
    import pandas as pd  # noqa: PLC0415 - the page's Python checks without it

    columns = values_of(catalog, catalog.figure_rows)
    return pd.DataFrame({column.field.name: _series(column.field, columns[column.field.name]) for column in COLUMNS})


def _series(field: Field, values: list[Any]) -> "pd.Series[Any]":
    import pandas as pd  # noqa: PLC0415 - as above

    if field.type == "date":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object)), dtype="datetime64[s]")
    if field.type == "number":
        return pd.Series([None if value is None else float(value) for value in values], dtype="float64")
    plain = field.type == "string" and field.name in _PLAIN
    return pd.Series(values, dtype="str" if plain else _DTYPES[field.type])
