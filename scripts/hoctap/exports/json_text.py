"""Published JSON. UTF-8, one line break at the end; indented for descriptors, one row a line for data."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hoctap.model.utf8 import in_utf8

# One for the tens of thousands of rows: to make it takes half as long as to write a row with it.
_LINE = json.JSONEncoder(ensure_ascii=False)


def as_json(value: Mapping[str, Any]) -> bytes:
    """Return JSON for people to read: two spaces of indentation."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def lined(value: Mapping[str, Any]) -> bytes:
    """Return JSON whose lists stand one item a line, so that large tables stay readable and small.

    A list may be an iterator, whose items are let go as soon as they are written.
    """
    return in_utf8(_lined(value))


def _lined(value: Mapping[str, Any]) -> Iterator[str]:
    before = "{\n"
    for name, item in value.items():
        yield f"{before}{_one(name)}: "
        if isinstance(item, Iterator | list):
            yield from _items(item)
        else:
            yield _one(item)
        before = ",\n"
    yield "\n}\n"


def _items(items: Iterable[Any]) -> Iterator[str]:
    before = "[\n"
    for item in items:
        yield before
        yield _one(item)
        before = ",\n"
    yield "\n]" if before != "[\n" else "[]"


def _one(value: Any) -> str:
    return _LINE.encode(value)
