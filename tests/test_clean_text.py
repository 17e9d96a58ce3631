"""Plain text is what no rule of writing has anything to say about, so those rules may pass it over."""

import re

from hypothesis import given
from hypothesis import strategies as st

from hoctap.check.rules.text import CHECKS, empty_is_left_empty, questions, row_speaks_for_itself
from hoctap.model.canonical import canonical_cell
from hoctap.vietnamese.clean_text import is_clean

_PIECES = st.sampled_from(
    ["a", "ế", "Đ", "Ð", "e\u0323", " ", "  ", "\u00a0", ".", ",", ";", "; ", ";=", ": ", "javascript:", "data:a/b",
     "-", "=", "+", "@", "\t", "\n", "<b>", "{{", "«", "»", "(", ")", "1", "%", "/", "…", "–", "\u200b", "\u0301",
     "\u0085", "https://", "http://a-b.vn/", "?q=1", "|", "_", "~", '"', "'", "ﬁ", "²", "а", "ο"]
)  # fmt: skip


@given(st.one_of(st.lists(_PIECES, max_size=8).map("".join), st.text(max_size=12)))
def test_no_rule_of_writing_speaks_of_plain_text(cell: str) -> None:
    if is_clean(cell):
        assert not [ask for ask in questions() if ask(cell) is not None]
        assert canonical_cell(cell) == cell
        assert not re.search(r"\s$|^\s", cell)


def test_every_rule_of_writing_is_held_against_plain_text() -> None:
    # «nan», a dash and «như trên» are plain text: the rules on them read every short cell.
    of_short_cells = (empty_is_left_empty, row_speaks_for_itself)
    assert len(questions()) == len([one for one in CHECKS if one not in of_short_cells])


def test_ordinary_cells_are_plain() -> None:
    for cell in (
        "Hội Khuyến học tỉnh Lạng Sơn",
        "2024-06-30",
        "đoạn 3; bảng 2 (phụ lục)",
        "12.5",
        "«hơn 400» hội viên",
    ):
        assert is_clean(cell)
