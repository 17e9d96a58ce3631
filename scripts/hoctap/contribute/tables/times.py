"""The time that a line above a table says its figures are of: `times_in`; any other time in it is not taken.

A day, and any time in a note or a letter's line, is that of the figures only where the words right before it say so:
«tính đến ngày», «tại thời điểm». A month, a quarter, a year of a title is, but not that of a document, of what
happened («thành lập năm 2005») or of what is compared («so với năm 2023»).
"""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.times_to_come import apart
from hoctap.model.period_kinds import CUMULATIVE, YEAR

# What a title speaks of, so that «Kết quả …, tháng 6 năm 2024» is no «Hà Tĩnh, tháng 6 năm 2024».
_TITLED = (
    r"\b(?:kết quả|báo cáo|số liệu|thống kê|tổng hợp|tình hình|tiến độ|phong trào|hoạt động|danh sách|danh hiệu|"
    r"hội viên|chi hội|(?<!hội )khuyến học|học tập|học bổng|quỹ|khen thưởng|sơ kết|biểu|bảng)\b"
)
# A line of the letter that a table came with: its number, its day, where and when it was written.
_COVER = re.compile(
    r"kèm theo|ban hành theo|(?:báo cáo|công văn|kế hoạch|quyết định) số(?! liệu)|ngày\s*[….]+|ngày\s+tháng|năm\s*[….]|"
    rf"^(?!.*{_TITLED})(?:[^\d,:]{{2,40}}, ){{1,2}}(?:ngày \d{{1,2}} )?"
    r"tháng \d{1,2}\s?(?:năm|[/.-])\s?(?:19|20)\d\d$"
)
_NOTE = re.compile(r"^\W*(?:ghi chú|nguồn|chú thích|lưu ý)\b|^\(?\*")
# What ends with the time itself: «số liệu tính đến hết ngày », «thời điểm báo cáo: ».
_LAST = (
    r"(?: báo cáo| (?:tự )?đánh giá| thống kê| khảo sát| kiểm tra| rà soát| điều tra| tổng hợp|"
    r" hết| cuối| cả| kỳ| trong| ngày| tháng| năm| quý)*[\s:(]*$"
)
_OF_FIGURES = re.compile(
    rf"(?:tính|chốt|(?<!gửi )(?<!nộp )số liệu|có) (?:đến|tới){_LAST}|(?:thời điểm|số liệu|chốt){_LAST}"
)
_UNTIL = re.compile(rf"\b(?:đến|tới){_LAST}")
# A day until which something else may be done or holds.
_OPEN_UNTIL = re.compile(
    r"\b(?:gửi|nộp|hạn|hiệu lực|nhất|kéo dài|áp dụng|phấn đấu|mục tiêu|dự kiến|tầm nhìn|định hướng|đề án|sắp xếp|"
    r"sáp nhập|giai đoạn)\b"
)
_DEED = re.compile(
    r"\b(?:từ|sau|trước|thành lập|ban hành|sáp nhập|sắp xếp|đổi tên|hiệu lực|cập nhật|gửi|ngày nhận|in|phê duyệt|"
    r"(?<!công )(?<!độc )lập|(?<!đăng )ký)(?: biểu| báo cáo| phiếu)?[\s:]*$|\bso với(?: cùng kỳ)?(?: của)?\s*$"
)
_DOCUMENT = re.compile(
    r"\b(?:(?<!kỷ )(?<!pháp )luật|nghị quyết|quyết định|nghị định|thông tư|chỉ thị|kết luận|điều lệ)\b|"
    r"\b(?:công văn|kế hoạch|báo cáo|đề án|chương trình|hướng dẫn|thông báo|tờ trình|văn bản)\s+(?:số\s*)?\d+\s*[/-]"
)
_CLAUSE = re.compile(r"[,;:()–—]|\s-\s")
_YEARS = re.compile(r"năm (?:19|20)\d\d((?:\s*(?:,|-|–|/|và)\s*(?:19|20)\d\d)+)")


def times_in(line: str) -> tuple[NamedPeriod, ...]:
    """Return the times that a line says the figures are of; several years come all, so that one can be asked for.

    None is what the line says is to come: «… và nhiệm vụ năm 2025».
    """
    text, _ = apart(without_cover(line))
    found = [each for each in periods_in(text) if each.kind != CUMULATIVE and _is_of_figures(text, each)]
    years = [year for each in _YEARS.finditer(text) for year in re.findall(r"\d{4}", each[1])]
    return (*found, *(NamedPeriod(year, YEAR, year) for year in years if found))


def without_cover(line: str) -> str:
    """Return a line, spelled, without what stands in brackets of the letter that a table came with."""
    return re.sub(r"\([^()]*\)", lambda found: "" if _COVER.search(found[0]) else found[0], spelled(line))


def is_cover(line: str) -> bool:
    """Return whether a line, spelled, is of the letter that a table came with."""
    return _COVER.search(line) is not None


def _is_of_figures(text: str, named: NamedPeriod) -> bool:
    before = text.partition(named.words)[0]
    lead = before + re.split(r"\d", named.words)[0]
    clause = _CLAUSE.split(before)[-1]
    if _OF_FIGURES.search(lead):
        return True
    if is_cover(text) or _NOTE.search(text):
        return False
    if _UNTIL.search(lead):
        return not _OPEN_UNTIL.search(clause)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", named.period) and "cuối năm" not in named.words:
        return False
    is_of_document = named.kind == YEAR and not named.words.startswith("trong") and _DOCUMENT.search(clause)
    return not is_of_document and not _DEED.search(before)


def bare_year(lines: Sequence[str]) -> tuple[NamedPeriod, ...]:
    """Return the one year that titles name without saying «năm»: «BIỂU TỔNG HỢP 2023»."""
    others = re.compile(rf"/|ngày|giai đoạn|so với|{_COVER.pattern}|{_NOTE.pattern}|{_DOCUMENT.pattern}")
    titles = [line for line in lines if not periods_in(line) and not others.search(spelled(line))]
    years = {year for line in titles for year in re.findall(r"(?<![\d.,-])((?:19|20)\d\d)(?![\d.,-]|\s*-)", line)}
    return tuple(NamedPeriod(year, YEAR, year) for year in years) if len(years) == 1 else ()
