"""The questions about a row that came back, each a mark with the words that settle it; `name` is what it is about.

A row that stands in the file twice is no question: it has to be mended.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoctap.contribute.differences import difference
from hoctap.contribute.form import FIGURES
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.marks import WRITE, Mark
from hoctap.contribute.origin import Cells
from hoctap.contribute.reading import Line
from hoctap.model.descriptor import Resource

ADD, REPLACE, REMOVE, KEEP = "thêm dòng mới", "sửa dòng cũ", "xóa", "giữ"


def struck_out(line: Line, name: str) -> Mark:
    """Return the question about an unchanged row that is struck out."""
    must = "dòng bị gạch ngang, không rõ là bỏ hay giữ"
    return line.mark("value", must, "bỏ gạch ngang nếu giữ", "removal-is-meant", (REMOVE, KEEP), name)


def hard_to_see(line: Line, name: str) -> Mark:
    """Return the question about a new row that is struck out or hidden."""
    what, undo = ("bị gạch ngang", "bỏ gạch ngang") if line.is_struck else ("đang ẩn", "bỏ lọc hoặc bỏ ẩn dòng")
    must = f"dòng {what}, không rõ có dùng không"
    return line.mark("value", must, f"{undo}, hoặc xóa dòng nếu không dùng", "row-is-seen", (KEEP,), name)


def gone(cells: Cells, line: Line | None, name: str, words: FormWords) -> Mark:
    """Return the question about a row that was given out and is no more in the file, or was emptied (`line`)."""
    what = "đã bị xóa trắng" if line else "không còn trong tệp"
    must, cure = f"dòng của mẫu {what}: {name} = {words.hedged_value(cells)}", "trả lại dòng ấy nếu lỡ tay"
    if line:
        return line.mark("value", must, cure, "removal-is-meant", (REMOVE, KEEP), name)
    return Mark(FIGURES, 0, 0, "", must, cure, "removal-is-meant", (REMOVE, KEEP), name)


_FEW_NAMES = 3


def many_gone(names: Sequence[str], line: Line | None) -> Mark:
    """Return the one question about many rows that were given out and are gone or emptied; `line` is the first's."""
    first = "; ".join(names[:_FEW_NAMES])
    must = f"{len(names)} dòng của mẫu đã bị xóa trắng hoặc không còn trong tệp: {first}; …"
    cure = "trả lại những dòng cần giữ; câu trả lời là cho cả các dòng còn lại"
    subject = "\n".join(names)
    if line:
        return line.mark("value", must, cure, "removal-is-meant", (REMOVE, KEEP), subject)
    return Mark(FIGURES, 0, 0, "", must, cure, "removal-is-meant", (REMOVE, KEEP), subject)


def removal_in_words(line: Line, column: str, text: str, name: str) -> Mark:
    """Return the question about a row where the sender wrote «bỏ» or «xin xóa dòng này» instead of a number or note."""
    must, cure = f"ô ghi «{text}», không rõ là bỏ dòng này hay giữ", "ghi lại con số, ghi chú như cũ nếu giữ"
    return line.mark(column, must, cure, "removal-is-meant", (REMOVE, KEEP), name)


def cleared(line: Line, column: str, given: Cells, words: FormWords) -> Mark:
    """Return the mark of a cell that has to say something and was emptied; to suppose it would lose a doubt."""
    must = f"ô bị xóa trắng; lúc phát mẫu là «{words.cell(column, given)}»"
    return line.mark(column, must, "ghi lại như cũ, hoặc chọn một mục khác trong danh sách", "required-value-is-there")


def other_key(line: Line, column: str, given: Cells, yours: Cells, name: str, words: FormWords) -> Mark:
    """Return the question about a row that became a figure of something else; `column` is where."""
    was, now = (words.row(cells, [column]) for cells in (given, yours))
    must = f"dòng này vốn là số liệu {name} ({was}); nay là {now}"
    cure = "nếu là số liệu mới: ghi ở dòng trắng và trả lại dòng cũ"
    return line.mark(column, must, cure, "correction-keeps-its-key", (ADD, REPLACE), name)


def conflict(line: Line, yours: Cells, given: Cells, now: Cells | None, name: str, words: FormWords) -> Mark:
    """Return the question about a row that changed in the data too, with all three versions.

    The change may be the sender's own of an earlier sending: the data do not say whose it was.
    """
    changed = difference(given or now or {}, yours)
    theirs = words.row(yours, changed, line.table.table)
    must = f"trong sổ, dòng này đã khác lúc phát mẫu (có thể vì đã nhận lần gửi trước của đơn vị); tệp ghi {theirs}"
    cure = "sửa ô theo sổ nếu sổ đúng"
    if now is None and given:
        must = f"sổ không còn dòng này: đã bỏ, hoặc đã đổi thời kỳ, phạm vi, nguồn; tệp ghi {theirs}"
        cure = "lấy mẫu mới, tìm dòng ấy rồi sửa ở đó"
    mark = line.mark("value", must, cure, "newer-truth-is-kept", (WRITE,), name)
    columns = changed | (difference(given, now) if now and given else set())
    return replace(
        mark,
        given=words.row(given, columns, line.table.table) if given else "chưa có dòng này",
        now=words.row(now, columns, line.table.table) if now else "không còn dòng này",
    )


def of_old_form(line: Line, yours: Cells, now: Cells, name: str, words: FormWords) -> Mark:
    """Return the question about a row of a form that does not say what it was given."""
    must = "mẫu cũ không nói được dòng này đã sửa hay chỉ là số lúc phát mẫu"
    cure = "lấy mẫu mới (trang «Gửi số liệu» hoặc hoctap template) rồi chỉ ghi số cần sửa"
    mark = line.mark("value", must, cure, "newer-truth-is-kept", (WRITE,), name)
    return replace(mark, now=words.row(now, difference(now, yours), line.table.table))


def no_more(line: Line, name: str) -> Mark:
    """Return the question about a line that is named after a row given out, which the data hold no more."""
    must = "sổ không còn dòng này của mẫu: đã bỏ, hoặc đã đổi thời kỳ, nguồn, mã"
    cure = "lấy mẫu mới rồi chỉ ghi số cần sửa"
    return replace(line.mark("value", must, cure, "newer-truth-is-kept", (ADD,), name), now="không còn dòng này")


def of_a_plain_table(line: Line, yours: Cells, now: Cells, name: str, words: FormWords) -> Mark:
    """Return the question about a row of a table that is no form of ours, where the data hold that row otherwise."""
    must = "sổ đã có dòng này, ghi khác; bảng không nói được là sửa hay chỉ là số cũ"
    cure = "xem hai bên; nếu sổ đúng thì bỏ dòng này khỏi tệp"
    mark = line.mark("value", must, cure, "newer-truth-is-kept", (WRITE,), name)
    return replace(mark, now=words.row(now, difference(now, yours), line.table.table))


def without_copies(lines: Sequence[Line]) -> list[Line]:
    """Return the lines but for those that another sheet has word for word: a copied sheet says them once."""
    first: dict[tuple[object, ...], Line] = {}
    kept = []
    for line in lines:
        key = (line.is_struck, line.is_hidden, line.row_id, *sorted(line.cells.items()))
        if line.marks or first.setdefault(key, line).table is line.table:
            kept.append(line)
    return kept


def repeated(resource: Resource, lines: Sequence[Line]) -> Iterator[Mark]:
    """Yield a mark for each line whose key an earlier line of the file has."""
    seen: dict[tuple[str, ...], Line] = {}
    for line in lines:
        key = tuple(line.cells.get(name, "") for name in resource.primary_key)
        first = seen.setdefault(key, line)
        if first is not line and any(key):
            must = f"dòng này trùng với dòng {first.row} của trang {first.table.sheet.name}"
            at = "indicator_id" if resource.name == "observations" else "source_id"
            yield line.mark(at, must, "bỏ một dòng, hoặc ghi rõ phạm vi", "key-is-unique")
