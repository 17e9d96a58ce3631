"""Looking only for what a text could hold finds what looking for everything does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.check.personal import FORMS, personal_in, personal_in_each

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
