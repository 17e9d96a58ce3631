"""One publication of all files: where it stands, of what moment it is, what has been written."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

# Where a site stands as long as nobody has said where: an address of this machine, of no use elsewhere.
HERE = "http://127.0.0.1:8000/"


@dataclass(frozen=True, slots=True)
class Published:
    """A finished file; `path` is relative to the folder `data/`."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Edition:
    """`base` is the address of the site, ending with `/`; `files` those written so far, in order.

    `today` is the day that pages speak of; without it, the day of the data.
    """

    base: str
    epoch: int
    files: tuple[Published, ...]
    today: date | None = None

    @cached_property
    def by_path(self) -> dict[str, Published]:
        """Return the finished files by path."""
        return {file.path: file for file in self.files}

    @property
    def as_text(self) -> str:
        """Return all that an edition says as one text, for thousands of pages; `repr` says the same and takes long."""
        files = (f"{file.path} {file.size} {file.sha256}" for file in self.files)
        return "\n".join((self.base, str(self.epoch), str(self.today), *files))

    @property
    def public_base(self) -> str:
        """Return the address of the site; empty where it is one of this machine."""
        return "" if self.base == HERE else self.base

    @property
    def day(self) -> date:
        """Return the day of the data."""
        return self.moment.date()

    @property
    def day_of_pages(self) -> date:
        """Return the day that pages speak of: what is missing on a page is missing in its file."""
        return self.today or self.day

    @property
    def moment(self) -> datetime:
        """Return the moment of the data, in UTC."""
        return datetime.fromtimestamp(self.epoch, UTC)

    def page(self, address: str) -> str:
        """Return where others reach a page; empty as long as nobody has said where the site stands."""
        return self.public_base and f"{self.public_base}{address}"

    def url(self, path: str) -> str:
        """Return the address of a published file."""
        return f"{self.base}data/{path}"
