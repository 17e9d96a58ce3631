"""Published JSON. UTF-8, one line break at the end; indented for descriptors, one row a line for data."""

import json
from collections.abc import Mapping
from typing import Any

# One for the tens of thousands of rows: to make it takes half as long as to write a row with it.
_LINE = json.JSONEncoder(ensure_ascii=False)


def as_json(value: Mapping[str, Any]) -> bytes:
    """Return JSON for people to read: two spaces of indentation."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def lined(value: Mapping[str, Any]) -> bytes:
    """Return JSON whose lists stand one item a line, so that large tables stay readable and small."""
    parts = (f"{_one(name)}: {_items(item) if isinstance(item, list) else _one(item)}" for name, item in value.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _items(items: list[Any]) -> str:
    return "[\n" + ",\n".join(_one(item) for item in items) + "\n]" if items else "[]"


def _one(value: Any) -> str:
    return _LINE.encode(value)
