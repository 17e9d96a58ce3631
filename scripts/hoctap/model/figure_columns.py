"""The columns of the table of figures: the one place that says what each means and how it is got.

The frame, the published files and the dictionary are made from it.
"""

from decimal import Decimal

from hoctap.model.dataset import Dataset
from hoctap.model.figure_column import Column, code_and_label, of_record, text_column, typed_column
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area, Observation


def _name(area: Area | None) -> str:
    return area.name_vi if area else ""


def _end(value: Decimal | None) -> Decimal | None:
    """Return an end of a range with no more digits than a computer's number holds."""
    return None if value is None else Decimal(f"{value:.15g}")


def _area_then(_: Dataset, row: FigureRow) -> str:
    """Return the area of the unit if it existed in the period; not known where the unit's area began later."""
    return row.area.area_id if row.area and not _began_later(row.area, row.observation) else ""


def _began_later(area: Area, row: Observation) -> bool:
    return area.valid_from is not None and row.period.end < area.valid_from


def _published(_: Dataset, row: FigureRow) -> str:
    return row.source.published_on.text if row.source and row.source.published_on else ""


def _doubt(dataset: Dataset, row: FigureRow) -> str:
    status = row.observation.period_status
    return "" if status == "stated" else dataset.code_title("period_status", status)


def _summable(_: Dataset, row: FigureRow) -> bool | None:
    return row.is_summable if row.indicator else None


COLUMNS: tuple[Column, ...] = (
    text_column(
        "row_id",
        ("Mã dòng", "Row identifier"),
        ("Khóa của số liệu viết liền, không đổi khi thêm hay bớt dòng khác", "The key of the figure as one text"),
        "xa-ba-dinh|members|2024||bao-a-2024",
        lambda _, row: row.row_id,
    ),
    text_column(
        "unit_id",
        ("Mã đơn vị", "Unit identifier"),
        ("Số liệu của đơn vị nào", "Whose figure it is"),
        "huyen-loc-binh",
        lambda _, row: row.observation.unit_id,
    ),
    text_column(
        "unit_name",
        ("Đơn vị", "Unit"),
        ("Tên đầy đủ của đơn vị", "Full name of the unit, in Vietnamese"),
        "Huyện Lộc Bình, tỉnh Lạng Sơn",
        of_record("unit", "name_vi"),
    ),
    *code_and_label(
        "unit_kind",
        ("Loại đơn vị", "Kind of unit"),
        ("Đơn vị thuộc loại nào", "What kind of body the unit is"),
        "unit_kind",
        ("dia-ban", "Địa bàn"),
        of_record("unit", "unit_kind"),
    ),
    *code_and_label(
        "unit_level",
        ("Cấp", "Level"),
        ("Cấp của đơn vị; số của hai cấp không cộng với nhau", "Level of the unit; levels are never added"),
        "unit_level",
        ("huyen", "Huyện"),
        of_record("unit", "level"),
    ),
    text_column(
        "area_id",
        ("Mã địa phương của đơn vị", "Area of the unit"),
        ("Địa phương ghi cho đơn vị; ô trống là nguồn không nêu", "Area of the unit; empty if not known"),
        "loc-binh-lang-son",
        of_record("area", "area_id"),
    ),
    text_column(
        "area_name",
        ("Địa phương", "Area"),
        ("Tên địa phương của đơn vị", "Name of the area of the unit"),
        "Lộc Bình",
        lambda _, row: _name(row.area),
    ),
    text_column(
        "area_then_id",
        ("Mã địa phương lúc ấy", "Area then"),
        (
            "Địa phương có ranh giới của thời kỳ; ô trống nếu địa phương ghi cho đơn vị có sau thời kỳ ấy",
            "The area as it was in the period; empty if the unit's area began later",
        ),
        "loc-binh-lang-son",
        _area_then,
    ),
    text_column(
        "province_now_id",
        ("Mã tỉnh, thành phố hiện nay", "Province today"),
        ("Tỉnh, thành phố hiện nay mà đơn vị nằm trong", "Today's province in which the unit lies"),
        "lang-son",
        lambda _, row: row.province_now.area_id if row.province_now else "",
    ),
    text_column(
        "province_now_name",
        ("Tỉnh, thành phố hiện nay", "Name of the province today"),
        ("Tên tỉnh, thành phố hiện nay", "Name of today's province"),
        "Lạng Sơn",
        lambda _, row: _name(row.province_now),
    ),
    text_column(
        "border",
        ("Ranh giới", "Border"),
        (
            "before: trước 01/7/2025; after: hiện nay; unknown: nguồn không rõ; trống: không đổi hay không có địa bàn",
            "before or after the change of 1 July 2025, unknown, or empty: no change, or no area of its own",
        ),
        "before",
        lambda _, row: row.border,
    ),
    text_column(
        "indicator_id",
        ("Mã chỉ tiêu", "Indicator identifier"),
        ("Số liệu về chỉ tiêu nào", "What is counted or measured"),
        "learning-families",
        lambda _, row: row.observation.indicator_id,
    ),
    text_column(
        "indicator_name",
        ("Chỉ tiêu", "Indicator"),
        ("Tên chỉ tiêu", "Name of the indicator, in Vietnamese"),
        "Gia đình học tập",
        of_record("indicator", "name_vi"),
    ),
    *code_and_label(
        "topic",
        ("Chủ đề", "Topic"),
        ("Chủ đề của chỉ tiêu", "Topic of the indicator"),
        "topic",
        ("mo-hinh-hoc-tap", "Mô hình học tập"),
        of_record("indicator", "topic"),
    ),
    *code_and_label(
        "unit_measure",
        ("Đơn vị tính", "Unit of measure"),
        ("Giá trị tính bằng gì", "What the value is counted in"),
        "unit_measure",
        ("gia-dinh", "gia đình"),
        of_record("indicator", "unit_measure"),
    ),
    *code_and_label(
        "value_type",
        ("Kiểu giá trị", "Type of value"),
        ("Số đếm, tỷ lệ, số tiền hay tỷ số", "Count, share, amount or ratio"),
        "value_type",
        ("count", "số đếm"),
        of_record("indicator", "value_type"),
    ),
    text_column(
        "stock_flow",
        ("Số đang có hay số trong kỳ", "Stock or flow"),
        ("stock: đang có tại một lúc; flow: phát sinh trong kỳ", "Stock, flow, or the ratio of one of them"),
        "stock",
        lambda _, row: row.stock_flow,
    ),
    typed_column(
        "boolean",
        "summable",
        ("Cộng được", "Summable"),
        ("Có cộng được giữa các đơn vị cùng cấp không", "Whether units of one level may be added"),
        "true",
        _summable,
    ),
    typed_column(
        "number",
        "value",
        ("Giá trị", "Value"),
        ("Con số nguồn nêu; tiền tính bằng đồng; trống: nguồn không nêu con số", "The number; money in dong"),
        "45210",
        lambda _, row: row.observation.value,
    ),
    *code_and_label(
        "qualifier",
        ("Cách nói của nguồn", "Hedge"),
        ("Nguồn nói đúng hay nói chừng", "Whether the source gives the number or hedges it"),
        "qualifier",
        ("over", "hơn"),
        lambda _, row: row.observation.qualifier,
    ),
    typed_column(
        "number",
        "range_low",
        ("Thấp nhất", "Lowest"),
        (
            "Đầu dưới của khoảng khi so sánh số nói chừng, «hơn» thì không kể chính số ấy; trống: không biết",
            "Lower end, used for reasoning only; not itself in the range where the hedge is «over»",
        ),
        "45210",
        lambda _, row: _end(row.range.low),
    ),
    typed_column(
        "number",
        "range_high",
        ("Cao nhất", "Highest"),
        (
            "Đầu trên của khoảng khi so sánh số nói chừng, «gần» và «dưới» thì không kể chính số ấy; trống: không biết",
            "Upper end, used for reasoning only; not itself in the range where the hedge is «nearly» or «under»",
        ),
        "45210",
        lambda _, row: _end(row.range.high),
    ),
    text_column(
        "period",
        ("Thời kỳ", "Period"),
        ("Thời kỳ của con số, như bảng Số liệu", "The period of the figure"),
        "2024",
        lambda _, row: row.observation.period.text,
    ),
    typed_column(
        "date",
        "period_start",
        ("Từ ngày", "First day"),
        (
            "Ngày sớm nhất của thời kỳ; với năm học, nhiệm kỳ là ngày đầu của năm được nêu, không phải ngày khai giảng",
            "Earliest day of the period; of a school year or term the first day of the year named, not that of opening",
        ),
        "2024-01-01",
        lambda _, row: row.observation.period.start,
    ),
    typed_column(
        "date",
        "period_end",
        ("Đến ngày", "Last day"),
        (
            "Ngày muộn nhất của thời kỳ; với năm học, nhiệm kỳ là ngày cuối của năm được nêu, không phải ngày bế giảng",
            "Latest day of the period; of a school year or term the last day of the year named, not that of closing",
        ),
        "2024-12-31",
        lambda _, row: row.observation.period.end,
    ),
    typed_column(
        "integer",
        "period_months",
        ("Số tháng", "Months"),
        ("Thời kỳ dài mấy tháng; 0: một thời điểm; trống: lũy kế", "Months; 0 is a moment; empty if cumulative"),
        "12",
        lambda _, row: row.months,
    ),
    text_column(
        "period_kind",
        ("Loại thời kỳ", "Kind of period"),
        (
            "moment, calendar-year, half-year, quarter, months, school-year, term (nhiệm kỳ) hoặc cumulative (lũy kế)",
            "Moment, calendar year, half-year, quarter, months, school year, term or cumulative",
        ),
        "calendar-year",
        lambda _, row: row.period_kind,
    ),
    *code_and_label(
        "period_status",
        ("Thời kỳ có rõ không", "Certainty of the period"),
        ("Nguồn nêu rõ thời kỳ, suy ra, hay chưa chắc", "Whether the source states the period"),
        "period_status",
        ("stated", "nguồn nêu rõ"),
        lambda _, row: row.observation.period_status,
    ),
    text_column(
        "breakdown",
        ("Phạm vi", "Scope"),
        ("Phần nào của đơn vị; trống: cả đơn vị", "Which part of the unit; empty for the whole"),
        "khối cơ quan tỉnh",
        lambda _, row: row.observation.breakdown,
    ),
    text_column(
        "note",
        ("Ghi chú", "Note"),
        ("Điều cần biết khi dùng con số", "What to know before using the figure"),
        "số dự kiến",
        lambda _, row: row.observation.note,
    ),
    text_column(
        "doubt",
        ("Điều chưa chắc", "Doubt"),
        ("Vì sao thời kỳ chưa chắc; trống: nguồn nêu rõ", "Why the period is not certain; empty if it is"),
        "suy ra",
        _doubt,
    ),
    text_column(
        "source_id",
        ("Mã nguồn", "Source identifier"),
        ("Con số lấy ở nguồn nào", "The source of the figure"),
        "lang-son-2010-05-12",
        lambda _, row: row.observation.source_id,
    ),
    text_column(
        "source_title",
        ("Nguồn", "Source"),
        ("Tên bài hoặc văn bản", "Title of the article or document"),
        "Lộc Bình với công tác khuyến học",
        of_record("source", "title"),
    ),
    *code_and_label(
        "source_kind",
        ("Loại nguồn", "Kind of source"),
        ("Nguồn của chính đơn vị, báo chí hay đăng lại", "Primary, press or repost"),
        "source_kind",
        ("bao-chi", "Báo chí"),
        of_record("source", "kind"),
    ),
    text_column(
        "source_published",
        ("Ngày đăng", "Date of the source"),
        ("Nguồn đăng khi nào; trống: không rõ", "When the source was published; empty if not known"),
        "2024-12-20",
        _published,
    ),
    text_column(
        "source_url",
        ("Địa chỉ nguồn", "Address of the source"),
        ("Địa chỉ trên mạng của nguồn", "Web address of the source"),
        "https://bao.example/bai",
        of_record("source", "url"),
    ),
    text_column(
        "locator",
        ("Chỗ trong nguồn", "Place in the source"),
        ("Con số đứng ở đâu trong nguồn", "Where the figure stands in the source"),
        "đoạn 3",
        lambda _, row: row.observation.locator,
    ),
    typed_column(
        "boolean",
        "is_preferred",
        ("Được ưu tiên", "Preferred"),
        ("Các trang theo con số này khi các nguồn nói khác nhau", "Whether this one of several sources is followed"),
        "true",
        lambda _, row: row.preference.is_preferred,
    ),
    text_column(
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
