"""Nodes of a description in JSON-LD written as Turtle: each has an address, names are as their context has them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

Node = Mapping[str, Any]


def turtle(context: Mapping[str, str], nodes: Iterable[Node]) -> bytes:
    """Return the nodes in their order, a line for each property, under the names of `context`."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in context.items())
    return (prefixes + "".join(map(_node, nodes))).encode()


def _node(node: Node) -> str:
    lines = [f"a {node['@type']}"]
    lines += [f"{name} {_objects(value)}" for name, value in node.items() if not name.startswith("@")]
    return f"\n{_address(node['@id'])} " + " ;\n    ".join(lines) + " .\n"


def _objects(value: Any) -> str:
    return ",\n        ".join(map(_object, value if isinstance(value, list) else [value]))


def _object(value: Any) -> str:
    """Return an address, or a text with its language or type."""
    if isinstance(value, str):
        return _text(value)
    if "@id" in value:
        return _address(value["@id"])
    kind = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
    return _text(value["@value"]) + kind


def _text(text: str) -> str:
    # Turtle knows the escapes of JSON, but for a slash, which is not written as one.
    return json.dumps(text, ensure_ascii=False)


def _address(address: str) -> str:
    return f"<{address}>"
