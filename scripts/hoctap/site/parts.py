"""A build shared by several machines: each makes the data pages of some provinces, one of them joins all.

A part is a folder with the pages and what search shall know of them. It says what it was made from: parts of other
data, another program or another day are not joined, nor are too few of them. The joined site is the one that a single
machine makes, byte for byte.
"""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from zlib import crc32

from hoctap.check.gate import check
from hoctap.exports.publishing import write_exports
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.site.inputs import inputs_anywhere
from hoctap.site.pages import pages_of, shared_by_pages, write_data_pages
from hoctap.site.prose import settings_of, write_prose
from hoctap.site.search.entry import Entry
from hoctap.system.clock import epoch_of, today_of
from hoctap.system.reuse import anew
from hoctap.system.steps import Steps
from hoctap.views.names import place_of
from hoctap.views.page_kinds import PageKind

NAME, PAGES = "part.json", "pages"


class PartsError(Exception):
    """Parts that do not make a whole."""


@dataclass(frozen=True, slots=True)
class Share:
    """The `number`-th of `count` shares of the data pages; the pages of a province are all in one."""

    number: int
    count: int

    def holds(self, catalog: Catalog, kind: PageKind, key: str) -> bool:
        """Return whether a page is of this share."""
        province = place_of(catalog, kind.folder, key)[0]
        return crc32((province or f"{kind.folder}/{key}").encode()) % self.count == self.number - 1


def build_part(root: Path, out: Path, share: Share, today: date | None, steps: Steps) -> tuple[Finding, ...]:
    """Make the pages of a share into the new folder `out`; return the findings that keep it from being made."""
    day = today or today_of(root)
    steps.step("Kiểm dữ liệu")
    checked = check(root)
    if checked.findings:
        return checked.findings
    with tempfile.TemporaryDirectory(prefix="hoctap-") as name:
        site = Path(name, "site")
        entries = _own_pages(root, Path(name), site, replace(checked.catalog, today=day), share, day, steps)
        shutil.move(Path(name, "own"), out / PAGES)
    note = {"inputs": inputs_anywhere(root, day), "share": asdict(share), "entries": [asdict(each) for each in entries]}
    (out / NAME).write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
    return ()


def _own_pages(
    root: Path, work: Path, site: Path, catalog: Catalog, share: Share, day: date, steps: Steps
) -> list[Entry]:
    """Take the steps of a whole build as far as pages of data need them; leave the new pages in `work`/own."""
    settings = settings_of(root, work)
    steps.step("Xuất dữ liệu")
    edition = write_exports(catalog, work / "data", epoch_of(root), settings.base, day)
    steps.step("Dựng trang chữ")
    prose = write_prose(anew(site), root, work / "docs", catalog, day, edition)
    shared = shared_by_pages(root, catalog, settings, prose, edition, day)
    steps.step("Đóng trang dữ liệu")
    own = [page for page in pages_of(catalog) if share.holds(catalog, *page)]
    return [each.value for each in write_data_pages(anew(work / "own"), shared, own, steps)]


def joined(parts: Sequence[Path], root: Path, site: Path, catalog: Catalog, today: date) -> list[Entry]:
    """Put the pages of all parts into `site`; return what search shall know of them, in the order of a whole build.

    PartsError unless the parts were made from the same as this site and hold every page once.
    """
    notes = [json.loads((part / NAME).read_bytes()) for part in parts]
    wanted = inputs_anywhere(root, today)
    for part, each in zip(parts, notes, strict=True):
        if each["inputs"] != wanted:
            raise PartsError(f"{part}: phần này làm từ dữ liệu, chương trình hoặc ngày khác")
    known = {str(each["address"]): Entry(**each) for part in notes for each in part["entries"]}
    addresses = [f"{kind.folder}/{key}/" for kind, key in pages_of(catalog)]
    lacking = [address for address in addresses if address not in known]
    if lacking or sum(len(part["entries"]) for part in notes) != len(addresses):
        raise PartsError(f"các phần phải đủ mọi trang, mỗi trang một lần; thiếu {len(lacking)}: {lacking[:3]}")
    for part in parts:
        shutil.copytree(part / PAGES, site, dirs_exist_ok=True)
    return [known[address] for address in addresses]
