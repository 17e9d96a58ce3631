"""Looking only for what a text could hold finds what looking for everything does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hostile
from hoctap.check import personal
from hoctap.check.perhaps_personal import PATTERNS
from hoctap.check.personal import FORMS, personal_in, personal_in_each, worth_reading

_PIECES = st.sampled_from(
    ["0912", "345", "678", "0", "9", " ", "-", ".", "84", "(0)", "+84", "o912345678", "0912l45678", "B1234567", "29A",
     "29A-123.45", "29-b1 123.45", "Đặng Đức, 1/2/1980", "Lê Lợi", ", sinh năm ", "1980", "stk ", "cmnd ", "001", "l",
     "097 012 345 678", "4111 1111 1111 1111", "không một hai ba bốn năm sáu bảy tám chín", "a@b.vn", "số nhà 12", "(",
     "zalo ", "tel", "passport c1234567", "bks ", "dob ", "lang-son-2022-09-28", "facebook.com/abcde", "12/34 đường Lê"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(_PIECES, max_size=6).map("".join))
def test_no_form_is_passed_over(text: str) -> None:
    lowered = text.lower()
    wanted = tuple(dict.fromkeys(each.what for each in FORMS if each.found_in(text, lowered)))
    assert tuple(personal_in(text)) == wanted
    assert personal_in_each([text, "khác", "zalo 84"]).get(text, ()) == wanted


def test_of_many_texts_the_faster_engine_passes_over_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal, "_MANY", 2)
    texts = [text for text in (*hostile.PERSONAL, *hostile.NOT_PERSONAL) if "\n" not in text]
    wanted = {text: kinds for text in texts if (kinds := tuple(personal_in(text)))}
    assert personal_in_each(texts) == wanted
    plain = ["Năm 2025 có 15.000 hội viên", "đạt 97,5 %"]
    assert worth_reading(plain) == []
    assert worth_reading([*plain, *hostile.PERHAPS_PERSONAL], patterns=PATTERNS) == list(hostile.PERHAPS_PERSONAL)
