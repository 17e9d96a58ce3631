"""The site served on this machine and rebuilt when a source file changes. For writing, not for publishing.

What was saved is on the page at once (`preview`); the whole site follows in another process. An open page reloads
itself when there is something new. What a check or a build refuses is shown in place of every page: nobody looks at an
old page and takes it for what was just saved.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from threading import Event, RLock, Thread

from watchfiles import Change, watch

from hoctap.check.gate import check_pages
from hoctap.check.report import as_text
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.site.build import BuildError, Outcome, build, check_what_changed
from hoctap.site.inputs import inputs_of
from hoctap.site.live import Live, serving
from hoctap.site.preview import Preview, covers, past_of
from hoctap.site.prose_error import ProseError
from hoctap.system.clock import today_of
from hoctap.system.piece import Past
from hoctap.system.processes import run_in_background
from hoctap.system.switch import NotOursError, mark_as_ours, refuse_unless_ours

WATCHED = ("datapackages", "docs", "overrides")
# Files that lie beside these folders.
_SINGLE_FILES = ("mkdocs.yml", "releases.json", "LICENSE-DATA")
_QUIET = 50  # milliseconds without a change, after which a save is over
Say = Callable[[str], None]


def serve(root: Path, out: Path | None, *, port: int, today: date | None, say: Say) -> int:
    """Build, serve on 127.0.0.1:`port` and rebuild on change until interrupted; a failed rebuild keeps the old site."""
    target = (out or root / "site").absolute()
    try:
        refuse_unless_ours(target, root)
    except NotOursError as error:
        say(f"hoctap: {error}")
        return 1
    changes = _watched(root)
    served = _Served(root, target, today, say)
    served.build()
    if not target.exists():
        target.mkdir(parents=True)
        mark_as_ours(target)
    Thread(target=served.build_on, daemon=True).start()
    with serving(target, port, served.live) as address:
        say(f"{address} (Ctrl+C: dừng)")
        try:
            for paths in changes:
                served.saved(paths)
        except KeyboardInterrupt:
            return 0
        finally:
            served.close()
    return 0


class _Served:
    """A site being served, and what was saved since it was built."""

    def __init__(self, root: Path, target: Path, today: date | None, say: Say) -> None:
        self.live = Live(self._newest)
        self._root, self._target, self._today, self._say = root, target, today, say
        self._lock, self._wanted = RLock(), Event()
        self._preview: Preview | None = None
        self._past = Past()
        self._catalog: Catalog | None = None

    def saved(self, paths: Sequence[str]) -> None:
        """Show what was saved, or what is wrong with it, and have the whole site built."""
        started = time.perf_counter()
        named = f"{', '.join(paths[:3])}{' …' if paths[3:] else ''} đã đổi"
        refused = self._previewed(paths)
        if refused is None:
            self._say(f"{named}, đang dựng lại")
        elif refused:
            self._say(f"{named}\n{refused}")
            return
        else:
            self._say(
                f"{named}: mở trang là thấy ({time.perf_counter() - started:.1f} s); tệp tải về, tìm kiếm theo sau"
            )
        self._wanted.set()

    def _previewed(self, paths: Sequence[str]) -> str | None:
        """Show what was saved as far as pages go; return what is wrong, or None if only a whole build can tell."""
        if not (covers(paths) and self._past.pieces):
            return None
        with self._lock:
            findings, catalog = self._checked(paths)
            refused = as_text(findings) if findings else ""
            if not refused:
                try:
                    self._replace(Preview(self._root, self._target, self._day, self._past, catalog))
                except ProseError as error:
                    refused = f"hoctap: MkDocs: {error}"
            # What was loaded stays: looking for garbage in it again and again would cost a tenth of each save.
            gc.freeze()
        self.live.show(refused)
        return refused

    def _checked(self, paths: Sequence[str]) -> tuple[Sequence[Finding], Catalog]:
        """Return what is wrong after a change of these files, and the data; the build that follows checks all."""
        if self._catalog and all(path.startswith("docs/") for path in paths):
            return check_pages(self._catalog), self._catalog
        checked = check_what_changed(self._root, inputs_of(self._root, self._today))
        self._catalog = None if checked.findings else checked.catalog
        return checked.findings, checked.catalog

    def build_on(self) -> None:
        """Build the whole site, in another process, whenever something was saved; never returns."""
        while self._wanted.wait():
            self._wanted.clear()
            self.build()

    def build(self) -> None:
        """Build the whole site; show what it refuses, and the site itself where it differs from what was shown."""
        started = time.perf_counter()
        try:
            with self._lock:  # nobody holds a lock that the new process would wait for in vain
                begun = run_in_background(self._built)
            outcome = begun()
            refused = as_text(outcome.findings) if outcome.findings else ""
        except BuildError as error:
            refused = f"hoctap: {error}"
        except Exception as error:  # noqa: BLE001 - whoever writes a template or this program saves again
            refused = f"hoctap: {type(error).__name__}: {error}"
        self._say(refused or f"{outcome.summary} ({time.perf_counter() - started:.1f} s)")
        past = past_of(self._root, self._target, self._day)
        with self._lock:
            self._past = past
            if not (refused or self._catalog):
                self._checked(())  # what the first save asks for is there already
            if self._wanted.is_set():
                return  # something newer is on the pages already
            self._replace(None)
        if refused or self.live.refused or self.live.differs(self._target):
            self.live.show(refused)

    def close(self) -> None:
        """Remove what was made for pages."""
        self._replace(None)

    def _built(self) -> Outcome:
        return build(self._root, self._target, today=self._today)

    @property
    def _day(self) -> date:
        return self._today or today_of(self._root)

    def _replace(self, preview: Preview | None) -> None:
        if self._preview:
            self._preview.close()
        self._preview = preview

    def _newest(self, path: str) -> Path | None:
        with self._lock:
            return self._preview.file(path) if self._preview else None


def _watched(root: Path) -> Iterator[list[str]]:
    """Watch from now on; yield, whenever something has changed since the last time, the paths that did."""
    found: Queue[str] = Queue()
    folders = [root / name for name in WATCHED if (root / name).is_dir()]
    # A file that is replaced, as editors do, is no longer the one that was watched; its folder is.
    for places, below in ((folders, True), ([root], False)):
        Thread(target=_watch, args=(root, places, below, found), daemon=True).start()
    return _batches(found)


def _watch(root: Path, places: list[Path], below: bool, found: Queue[str]) -> None:
    at = root.resolve()

    def counts(_: Change, path: str) -> bool:
        name = Path(path).name
        return name in _SINGLE_FILES if not below else not (name.startswith(".") or name.endswith(("~", ".swp")))

    for changes in watch(*places, watch_filter=counts, recursive=below, debounce=_QUIET, step=_QUIET):
        for _, path in changes:
            found.put(Path(path).resolve().relative_to(at).as_posix())


def _batches(found: "Queue[str]") -> Iterator[list[str]]:
    while True:
        names = [found.get()]
        try:
            while True:
                names.append(found.get(timeout=_QUIET / 1000))
        except Empty:
            yield sorted(set(names))
