"""Finished files judged once: those that this very program found good the last time, byte for byte, are not read again.

Of one that changed since, what is new is read for leaks; all of it if something is suspected there.

What was found good is kept beside the program, for each repository, and may be lost at any time. Any change of the
program, or of the address that pages may name, and everything is judged anew.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hoctap.site.inputs import PROGRAM
from hoctap.site.judge import Pages, UnsafePageError
from hoctap.site.leaks import LeakError, refuse_leaks
from hoctap.system.checksums import Sums
from hoctap.system.folder_record import Files, fingerprint, replace_note
from hoctap.system.processes import parallel_shares

CACHE = PROGRAM / ".cache" / "judged"
_LENGTH = 32  # bytes of a digest
_WORTH_A_PROCESS = 100  # files to be read
_NAMED_AFTER_CONTENT = re.compile(r"(?<=[-.])[0-9a-f]{8,64}(?=\.[^/]+$)")
Digests = frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the files of folders; `known` are the digests of files that were found good.

    `old` is the site that stands in the place of this one, if any.
    """

    place: Path
    known: Digests
    sums: Sums = field(default_factory=Sums)
    old: Path | None = None

    def refuse(self, site: Path, own: str = "", there: Files | None = None) -> Digests:
        """Raise LeakError or UnsafePageError with what must not go out; return what may.

        `own` is the site's address for letters, which all but its data may name. `there` are its files, if somebody
        has looked.
        """
        sums = self.sums.under(site, there=there)
        digests = {name: _digest(name, sha256, own) for name, (_, sha256) in sums.items()}
        new = [name for name, digest in digests.items() if digest not in self.known]
        largest_first = sorted(new, key=lambda name: sums[name], reverse=True)
        faults = parallel_shares(partial(self._faults, site, own), largest_first, _WORTH_A_PROCESS)
        for error in (UnsafePageError, LeakError):
            if lines := sorted(
                line for found in faults if isinstance(found, error) for line in str(found).splitlines()
            ):
                raise error("\n".join(lines))
        return frozenset(digests.values())

    def _faults(self, site: Path, own: str, names: Sequence[str]) -> UnsafePageError | LeakError | None:
        """Return what is wrong with files, as what is to be raised: those that others look at may be wrong too."""
        pages = Pages()
        try:
            refuse_leaks(site, own, sorted(names), lambda name: self.before(name, own), pages)
        except LeakError as error:
            return pages.error or error
        return pages.error

    def before(self, name: str, own: str) -> bytes:
        """Return the bytes of the old file of this name if it is one that was found good; else none.

        Of a file named after its content it is the one that was named alike.
        """
        if not self.old or not self.known:
            return b""
        try:
            old = _named_alike(self.old, name)
            data = (self.old / old).read_bytes()
        except OSError:
            return b""
        return data if _digest(old, hashlib.sha256(data).hexdigest(), own) in self.known else b""

    def remember(self, good: Digests) -> None:
        """Keep these digests, and no others, for the next time."""
        replace_note(self.place, sorted(good))


def _named_alike(folder: Path, name: str) -> str:
    """Return the name itself or, of a file named after its content, that of the one there that differs only in this."""
    alike = _NAMED_AFTER_CONTENT.sub("*", name)
    if alike == name or (folder / name).exists():
        return name
    found = [path.relative_to(folder).as_posix() for path in (folder / name).parent.iterdir()]
    same = [each for each in found if _NAMED_AFTER_CONTENT.sub("*", each) == alike]
    return same[0] if len(same) == 1 else name


def _digest(name: str, sha256: str, own: str) -> bytes:
    # The name counts: it decides how a file is read.
    return hashlib.sha256(f"{own}\0{name}\0{sha256}".encode()).digest()


def judge_of(root: Path, program: str, sums: Sums, old: Path | None = None) -> Judge:
    """Return the judge of the sites of a repository, with what it found good the last time.

    `program` stands for this very program, empty if nobody can tell; `old` is the site that the new one will replace.
    """
    place = CACHE / fingerprint((), [program, str(root.resolve())])[:16]
    try:
        stored = place.read_bytes() if program else b""
    except OSError:
        stored = b""
    known = frozenset(stored[at : at + _LENGTH] for at in range(0, len(stored), _LENGTH))
    return Judge(place, known, sums, old)
