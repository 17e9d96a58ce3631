"""The notes at the heads of the form's columns: what to write there, in the words of the form."""

from collections.abc import Sequence

from hoctap.contribute.form import Choice
from hoctap.contribute.period_words import in_words
from hoctap.load.unread_periods import EXAMPLES
from hoctap.model.descriptor import Field
from hoctap.vietnamese.writing import lower_first

NUMBERS = "Viết như 341.250; 85,5%; 150 triệu; hơn 341.000"


def head_note(column: Field, offered: Sequence[Choice]) -> str:
    """Return what a column is for and how its cells are written; no code where the form shows a name for it."""
    if column.name == "period":
        return f"Viết như {EXAMPLES}."
    if column.is_numeric:
        return f"{NUMBERS}.\nNguồn không nêu con số thì để trống, ghi chú nguồn nói gì."
    if not offered:
        example = in_words(column.example, "") if column.is_period else column.example
        return f"{column.description}\nVí dụ: {example}"
    # «Mã đơn vị trong bảng units» is said to who edits CSV.
    purpose = "" if column.description.startswith("Mã ") else f"{column.description}\n"
    if column.code_list:
        return f"{purpose}Chọn một: {'; '.join(choice.label for choice in offered)}"
    example = next((f"\nVí dụ: {each.label}" for each in offered if each.code == column.example), "")
    return f"{purpose}Chọn trong danh mục {lower_first(column.title)}, hoặc ghi tên.{example}"
