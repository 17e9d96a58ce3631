"""Finds the known name that is nearest to a wrong one, so that a message can propose it."""

from collections.abc import Iterable
from difflib import get_close_matches

# To hold a word against thousands takes a while; whoever has more wrong words than this has another fault.
_MOST_WORDS = 50


class Near:
    """Answers for the first fifty different words it is asked about, and with nothing after these."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}

    def of(self, word: str, known: Iterable[str], cutoff: float = 0.6, *, among: str = "") -> str:
        """Return the name of `known` nearest to the word; empty if none is near.

        `among` tells which names are known, where it is asked about words among different ones.
        """
        key = (among, word[:100])
        if key not in self._found and len(self._found) < _MOST_WORDS:
            self._found[key] = next(iter(get_close_matches(word[:100], list(known), n=1, cutoff=cutoff)), "")
        return self._found.get(key, "")

    def asked(self, word: str, known: Iterable[str], cutoff: float = 0.6, *, among: str = "") -> str:
        """Return the nearest name as a question, `có phải là …?`; empty if none is near."""
        near = self.of(word, known, cutoff, among=among)
        return f"có phải là {near}?" if near else ""
