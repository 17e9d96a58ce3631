"""Slots: how HTML made from data passes through a generator untouched.

A slot is an HTML comment that holds the fragment in base64, so no data value ever meets Markdown, Jinja in
Markdown, or the table of contents. Stamping opens the slots of a finished page. Each process signs its slots with
a word of its own, so that nobody can write one into a page.
"""

import base64
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

_SIGN = secrets.token_hex(16)
_SLOT = re.compile(rf"<!--hoctap:{_SIGN}:([A-Za-z0-9+/=]*)-->")


def to_slot(html: str) -> str:
    """Return the slot that holds `html`."""
    return f"<!--hoctap:{_SIGN}:{base64.b64encode(html.encode()).decode()}-->"


def from_slots(page: str) -> str:
    """Return the page with every slot of this process replaced by what it holds."""
    return _SLOT.sub(lambda found: base64.b64decode(found[1]).decode(), page)


@dataclass(frozen=True, slots=True)
class Slotted:
    """A page cut at its slots: the texts around them and what the slots between hold. It carries no sign."""

    texts: tuple[str, ...]
    contents: tuple[str, ...]

    def filled(self, of: Mapping[str, str]) -> str:
        """Return the page with `of` each slot in its place; KeyError for what is not there."""
        return "".join(
            part
            for text, content in zip(self.texts, (*self.contents, ""), strict=True)
            for part in (text, content and of[content])
        )


def slotted(page: str) -> Slotted:
    """Return a page cut at the slots of this process."""
    parts = _SLOT.split(page)
    return Slotted(tuple(parts[::2]), tuple(base64.b64decode(content).decode() for content in parts[1::2]))


def without_slots(page: str) -> str:
    """Return the page without its slots: what its writer wrote."""
    return _SLOT.sub("", page)
