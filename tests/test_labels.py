"""Text in drawings loses nothing and stands apart."""

from hypothesis import given
from hypothesis import strategies as st

from hoctap.render.labels import apart, lines_of, touch

WORDS = st.lists(st.text("aăâđêôơưếộ", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


@given(WORDS, st.integers(80, 400))
def test_lines_hold_every_word_in_order_and_none_is_wider_than_its_room(text: str, room: int) -> None:
    lines = lines_of(text, room)
    assert " ".join(lines) == text
    assert all(len(line) * 8 <= room for line in lines)


def test_a_long_name_is_never_cut() -> None:
    name = "Phong trào Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030" * 2
    assert "".join(lines_of(name, 100)).replace(" ", "") == name.replace(" ", "")


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 200)), min_size=2, max_size=2), st.integers(1, 12))
def test_two_labels_never_touch(spots: list[tuple[float, float]], letters: int) -> None:
    one, other = apart(spots, ["0" * letters] * 2, (-10, 22, -26))
    assert not touch(one, other)


def test_labels_far_apart_all_take_the_first_step() -> None:
    assert [y for _, y, _ in apart([(15, 100), (50, 90), (85, 80)], ["1.000", "1.200", "1.300"], (-10, 22))] == [
        90,
        80,
        70,
    ]


def test_where_every_step_touches_a_label_takes_the_first() -> None:
    assert apart([(50, 40), (50, 40), (50, 40)], ["một", "hai", "ba"], (-10, 22)) == [
        (50, 30, "một"),
        (50, 62, "hai"),
        (50, 30, "ba"),
    ]


def test_labels_touch_by_less_than_a_letter_and_not_beyond() -> None:
    # Four letters of 8 pixels and a gap of 6 on 240 pixels: 38 pixels, 15.8 %; 15 pixels high.
    one = (50.0, 100.0, "abcd")
    assert touch(one, (65.8, 100.0, "abcd"))
    assert not touch(one, (65.9, 100.0, "abcd"))
    assert touch(one, (34.2, 114.9, "abcd"))
    assert not touch(one, (50.0, 115.0, "abcd"))
    assert not touch(one, (50.0, 85.0, "abcd"))
