"""Lines of a page as the generator takes them: what is code, which places it has; and a menu that has no end."""

import pytest
import yaml

from hoctap.check.rules.code_rows import rows_with_code
from hoctap.check.rules.menu import _AnyTag, _entries
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_places import has_place

FENCES = {
    "other marks close nothing": ("```\n~~~\n```\n<form>", "CCC-"),
    "nor do fewer marks": ("````\n```\n````\n<form>", "CCC-"),
    "nor what opens one": ("```\n```python\n```\n<form>", "CCC-"),
    "a fence that nothing closes is none": ("```\n<form>", "--"),
    "a language may be named": ("```python\nx\n```\n<form>", "CCC-"),
    "a fence inside something else is judged as text": ("> ```\n> x\n> ```", "---"),
}


@pytest.mark.parametrize(("text", "kinds"), FENCES.values(), ids=FENCES)
def test_a_line_is_code_only_where_the_generator_takes_it_so(text: str, kinds: str) -> None:
    assert "".join("C" if is_code else "-" for _, _, is_code in rows_with_code(text)) == kinds


PLACES = {
    "no front matter": ("# A\n", "a", True),
    "emphasis": ("---\ntitle: x\n---\n## _x_ y\n", "x-y", True),
    "a reference to a letter": ("## A &amp; B\n", "a-b", True),
    "a note": ("## Một[^1]\n", "mot", True),
    "a name between single quotes": ("<a id='q'></a>", "q", True),
    "a heading in code": ("```\n# A\n```\n", "a", False),
}


@pytest.mark.parametrize(("text", "name", "is_there"), PLACES.values(), ids=PLACES)
def test_a_page_has_the_places_that_the_generator_makes(text: str, name: str, is_there: bool) -> None:
    assert has_place(text, name) == is_there


def test_a_menu_within_itself_or_too_deep_ends() -> None:
    assert list(_entries(yaml.load("nav: &a [*a]", _AnyTag)["nav"])) == []
    with pytest.raises(RecursionError):
        yaml.load(f"nav: {'[' * 30_000}", _AnyTag)


def test_the_nearest_name_is_of_the_list_that_is_asked_about() -> None:
    near = Near()
    assert near.asked("xuat-bn", ["xuat-ban"], among="kinds") == "có phải là xuat-ban?"
    assert near.asked("xuat-bn", ["chua", "khac"], among="states") == ""
