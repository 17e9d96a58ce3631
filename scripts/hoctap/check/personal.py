"""What tells a private person, in the ways Vietnamese people write it. For cells, pages and finished bytes.

Money, numbers of documents, tax codes and telephones of offices (02…, 1800, 1900) are not personal. Each form has
words without which it is not looked for, or begins so rarely that the search skips: it runs over every published byte.
"""

import re
from collections.abc import Iterator

from hoctap.check.personal_form import AFTER, BEFORE
from hoctap.check.personal_forms import FORMS

# A run of digits long enough for a number of a person.
_RUN = re.compile(r"\d[\dlIO .,/()_\-\u00a0\u2011]{4,}\d")


def windows(text: str) -> str:
    """Return the parts of a long text in which a number of a person could stand: one line each, each once."""
    spans = dict.fromkeys(text[max(0, at.start() - BEFORE) : at.end() + AFTER] for at in _RUN.finditer(text))
    return "\n".join(span.replace("\n", "\u2028") for span in spans)


def personal_in(text: str) -> Iterator[str]:
    """Yield each kind of personal thing in the text, once."""
    lowered = text.lower()
    yield from dict.fromkeys(form.what for form in FORMS if form.found_in(text, lowered))
