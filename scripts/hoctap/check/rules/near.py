"""The known name that a wrong word is most like, for those who wrote it by mistake."""

from collections.abc import Iterable
from difflib import get_close_matches

# To hold a word against thousands takes a while; whoever has more wrong words than this has another fault.
_MOST_WORDS = 50


class Near:
    """Answers for the first fifty different words it is asked about, and with nothing after these."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def of(self, word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
        """Return the name of `known` nearest to the word; empty if none is near."""
        word = word[:100]
        if word not in self._found and len(self._found) < _MOST_WORDS:
            self._found[word] = next(iter(get_close_matches(word, list(known), n=1, cutoff=cutoff)), "")
        return self._found.get(word, "")

    def asked(self, word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
        """Return the nearest name as a question, `có phải là …?`; empty if none is near."""
        near = self.of(word, known, cutoff)
        return f"có phải là {near}?" if near else ""
