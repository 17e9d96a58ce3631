"""What is found for each different text is found once, and of very many texts not all is kept."""

import pytest

from hoctap.model import each_once
from hoctap.model.each_once import EachOnce


def test_what_is_found_is_found_once_and_forgotten_where_it_would_be_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(each_once, "_MOST_KEPT", 2)
    asked = list[str]()

    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    found = EachOnce(size)
    assert [found[text] for text in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert asked == ["a", "bb", "ccc", "a"]
    assert len(found) <= 2
