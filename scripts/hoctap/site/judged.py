"""Finished files judged once: those that this very program found good the last time, byte for byte, are not read again.

What was found good is kept beside the program, for each repository, and may be lost at any time. Any change of the
program, or of the address that pages may name, and everything is judged anew.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hoctap.site.inputs import PROGRAM, files_of_the_program
from hoctap.site.judge import refuse_unsafe
from hoctap.site.leaks import refuse_leaks
from hoctap.system.kept import fingerprint, replace_note
from hoctap.system.sums import Sums

CACHE = PROGRAM / ".cache" / "judged"
_LENGTH = 32  # bytes of a digest
Digests = frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Good:
    """What may go out: the digests by which it is known the next time, and the checksums found on the way."""

    digests: Digests
    sums: Sums


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the files of folders; `known` are the digests of files that were found good."""

    place: Path
    known: Digests
    sums: Sums = field(default_factory=Sums)

    def refuse(self, folder: Path, own: str = "", at: str = "") -> Good:
        """Raise LeakError or UnsafePageError with what must not go out; return what may.

        `own` is the site's address for letters, which its files may name; `at` is where the folder will be in the site.
        """
        digests = dict(self._digests(folder, own, at))
        new = [path for path, digest in digests.items() if digest not in self.known]
        refuse_unsafe(folder, [path for path in new if path.suffix == ".html"])
        refuse_leaks(folder, own, new)
        return Good(frozenset(digests.values()), self.sums)

    def _digests(self, folder: Path, own: str, at: str) -> Iterator[tuple[Path, bytes]]:
        # The name counts: it decides how a file is read.
        for name, (_, sha256) in self.sums.under(folder, at).items():
            yield folder / name, hashlib.sha256(f"{own}\0{at}{name}\0{sha256}".encode()).digest()

    def remember(self, good: Digests) -> None:
        """Keep these digests, and no others, for the next time."""
        replace_note(self.place, b"".join(sorted(good)))


def judge_of(root: Path, sums: Sums) -> Judge:
    """Return the judge of the sites of a repository, with what it found good the last time."""
    try:
        rules = fingerprint(files_of_the_program(), [str(root.resolve())])
    except OSError:
        rules = ""
    place = CACHE / rules[:16]
    try:
        stored = place.read_bytes() if rules else b""
    except OSError:
        stored = b""
    known = frozenset(stored[at : at + _LENGTH] for at in range(0, len(stored), _LENGTH))
    return Judge(place, known, sums)
