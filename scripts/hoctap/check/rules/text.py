"""Checks of how cells are written: letters, spaces, marks. They look at every cell once each."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from hoctap.check.definition import check
from hoctap.check.rules.cells import cells_where, unusual_cells_where
from hoctap.load.unsafe_text import MARKUP, is_formula
from hoctap.load.unusual_numbers import DITTO, is_ditto
from hoctap.load.values import MISSING
from hoctap.model.canonical import canonical_cell
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.finding import Problem
from hoctap.vietnamese.characters import HIDDEN, LOOK_ALIKE, described
from hoctap.vietnamese.encodings import recognised

_RIGHT_LETTER = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
# A tab is no part of a cell; what breaks lines has a rule of its own.
_UNSEEN = re.compile(f"\t|(?![\u2028\u2029])(?:{HIDDEN.pattern})")
_BREAK = re.compile("[\n\r\u2028\u2029\u0085\u000b\u000c]")


@check(
    must="Chữ có dấu viết theo Unicode dựng sẵn (NFC)",
    cause="Chép từ máy Mac hoặc từ PDF: chữ nhìn giống hệt nhưng dấu nằm rời.",
    cure="chạy: hoctap fix",
    bad="name_vi: Lo\u0323\u0302c Bi\u0300nh (dấu rời)",
    good="name_vi: Lộc Bình",
    file_by_file=True,
)
def text_is_composed(catalog: Catalog) -> Iterator[Problem]:
    """Ensure text is in NFC, so that equal words are equal bytes."""
    for row, column, _, right in unusual_cells_where(catalog, _composed):
        yield Problem(row.place, column.name, "phải là chữ dựng sẵn (NFC), đang có dấu rời", right)


def _composed(cell: str) -> str | None:
    return None if cell.isascii() or unicodedata.is_normalized("NFC", cell) else unicodedata.normalize("NFC", cell)


@check(
    must="Giữa các chữ chỉ có một dấu cách thường, đầu và cuối ô không có dấu cách",
    cause="Gõ thừa dấu cách, hoặc chép từ trang web có dấu cách cứng.",
    cure="chạy: hoctap fix",
    bad="name_vi: Lộc  Bình␣",
    good="name_vi: Lộc Bình",
    file_by_file=True,
)
def spaces_are_single_and_ordinary(catalog: Catalog) -> Iterator[Problem]:
    """Ensure cells hold no double, leading, trailing or special spaces."""
    for row, column, cell, _ in unusual_cells_where(catalog, _respaced):
        message = "không được có dấu cách thừa hoặc dấu cách đặc biệt"
        yield Problem(row.place, column.name, message, cell)


def _respaced(cell: str) -> str | None:
    right = canonical_cell(cell)
    return right if unicodedata.normalize("NFC", cell) != right else None


@check(
    must="Mỗi ô nằm trọn trên một dòng",
    cause="Gõ Alt+Enter trong Excel, hoặc dán đoạn văn nhiều dòng.",
    cure="thay chỗ xuống dòng bằng dấu cách hoặc dấu chấm phẩy",
    bad='note: "dòng một⏎dòng hai"',
    good="note: dòng một; dòng hai",
    file_by_file=True,
)
def cell_stands_on_one_line(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell holds a line break, so that one row is one line of the file."""
    for row, column, cell, _ in unusual_cells_where(catalog, _BREAK.search):
        yield Problem(row.place, column.name, "không được có dấu xuống dòng trong ô", cell)


@check(
    must="Ô chỉ có chữ nhìn thấy được",
    cause="Chép từ trang web hoặc tệp hỏng: ký tự điều khiển, ký tự đảo chiều, ký tự rộng bằng không.",
    cure="xóa ô và gõ lại bằng tay",
    bad="name_vi: Lộc[U+200B] Bình",
    good="name_vi: Lộc Bình",
    file_by_file=True,
)
def characters_are_visible(catalog: Catalog) -> Iterator[Problem]:
    """Ensure cells hold no control, bidi, zero-width, private or replacement characters."""
    for row, column, _, found in unusual_cells_where(catalog, _UNSEEN.search):
        yield Problem(row.place, column.name, "không được có ký tự ẩn", described(found[0]))


@check(
    must="Chữ cái là chữ Việt, không phải chữ nước khác nhìn giống",
    cause="Bộ gõ hoặc tệp cũ dùng Ð, Ɖ thay cho Đ; chữ Nga, chữ Hy Lạp nhìn giống chữ Latinh.",
    cure="gõ lại chữ được chỉ ra bằng bộ gõ tiếng Việt",
    bad="name_vi: Ðông Lâu",
    good="name_vi: Đông Lâu",
    file_by_file=True,
)
def letters_are_vietnamese(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no letter of another script passes for a Vietnamese one."""
    for row, column, cell, found in unusual_cells_where(catalog, LOOK_ALIKE.search):
        if recognised(cell) is None:
            right = unicodedata.normalize("NFKC", cell.translate(_RIGHT_LETTER))
            hint = f"viết là {right}" if not LOOK_ALIKE.search(right) else ""
            value = f"{found[0]} ({described(found[0])})"
            yield Problem(row.place, column.name, "phải dùng chữ cái tiếng Việt", value, hint)


@check(
    must="Ô không bắt đầu như một công thức bảng tính",
    cause="Ô bắt đầu bằng =, +, @ hoặc dấu trừ trước chữ; Excel sẽ chạy nó như công thức.",
    cure="bỏ dấu ở đầu ô, hoặc viết lại câu",
    bad="note: =SUM(A1:A9)",
    good="note: tổng của chín dòng trên",
    file_by_file=True,
)
def cell_is_not_a_formula(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell would be run by a spreadsheet; numbers may start with a minus."""
    for row, column, cell, _ in unusual_cells_where(catalog, _formula):
        yield Problem(row.place, column.name, "không được bắt đầu như công thức", cell)


def _formula(cell: str) -> str | None:
    return cell if is_formula(cell) else None


@check(
    must="Ô là chữ thường, không phải mã HTML hay mã mẫu",
    cause="Dán cả thẻ HTML khi chép từ trang web, hoặc có mã trong hai dấu ngoặc nhọn.",
    cure="chỉ giữ lại phần chữ",
    bad="note: <b>mới</b>",
    good="note: mới",
    file_by_file=True,
)
def text_is_not_markup(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell holds tags or template code; pages escape it, but other programs may not."""
    for row, column, cell, _ in unusual_cells_where(catalog, MARKUP.search):
        yield Problem(row.place, column.name, "phải là chữ thường, không có mã", cell)


@check(
    must="Không biết thì để ô trống, không gõ dấu gạch, «nan», «chưa rõ» cho có",
    cause="Chương trình ghi nan, null vào ô trống; hoặc gõ dấu gạch cho ô không bị sót.",
    cure="để ô trống",
    bad="note: nan",
    good="note: (trống)",
    file_by_file=True,
)
def empty_is_left_empty(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell of free words that may be empty holds a sign or word that only says that nothing is there."""
    for row, column, cell, _ in cells_where(catalog, _nothing, _may_be_empty, sift=_short):
        yield Problem(row.place, column.name, "phải để trống khi không có gì để ghi", cell)


_NOTHING = {*MISSING, "nan"}
_LONGEST = max(map(len, _NOTHING | DITTO))


def _short(cells: Iterable[str]) -> Iterator[str]:
    return (cell for cell in cells if len(cell) <= _LONGEST)


def _nothing(cell: str) -> str | None:
    return cell if cell.lower() in _NOTHING else None


def _may_be_empty(column: Field) -> bool:
    return _is_free(column) and not column.constraints.get("required")


def _is_free(column: Field) -> bool:
    """Return whether a column holds words of one's own; of a scope another rule tells."""
    return column.type == "string" and not column.code_list and column.name != "breakdown"


@check(
    must="Mỗi dòng tự nói đủ, không ghi «như trên», «nt», dấu nháy",
    cause="Ghi như trên giấy: dòng sau nhắc dòng trước. Xếp lại hay lọc bảng thì không biết là dòng nào.",
    cure="chép lại chữ của dòng trên",
    bad="locator: như trên",
    good="locator: đoạn 5",
    file_by_file=True,
)
def row_speaks_for_itself(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no cell of free words only points at the row above it."""
    for row, column, cell, _ in cells_where(catalog, _ditto, _is_free, sift=_short):
        yield Problem(row.place, column.name, "phải ghi lại chữ của dòng trên", cell)


def _ditto(cell: str) -> str | None:
    return cell if is_ditto(cell) else None


CHECKS = (
    row_speaks_for_itself,
    empty_is_left_empty,
    text_is_composed,
    spaces_are_single_and_ordinary,
    cell_stands_on_one_line,
    characters_are_visible,
    letters_are_vietnamese,
    cell_is_not_a_formula,
    text_is_not_markup,
)


def questions() -> tuple[Callable[[str], object], ...]:
    """Return what each of these rules asks of a cell, in their order; none has an answer to plain text."""
    return _composed, _respaced, _BREAK.search, _UNSEEN.search, LOOK_ALIKE.search, _formula, MARKUP.search
