"""Slots: how HTML made from data passes through MkDocs untouched.

A slot is an HTML comment that holds the fragment in base64, so no data value ever meets Markdown, Jinja in
Markdown, or the table of contents. Stamping opens the slots of a finished page.
"""

import base64
import re

_SLOT = re.compile(r"<!--hoctap:([A-Za-z0-9+/=]*)-->")


def to_slot(html: str) -> str:
    """Return the slot that holds `html`."""
    return f"<!--hoctap:{base64.b64encode(html.encode()).decode()}-->"


def from_slots(page: str) -> str:
    """Return the page with every slot replaced by what it holds."""
    return _SLOT.sub(lambda found: base64.b64decode(found[1]).decode(), page)
