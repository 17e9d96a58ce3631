"""The site served on this machine and rebuilt when a source file changes. For writing, not for publishing.

An open page reloads itself when a new site is there. What a build refuses is shown in place of every page: nobody
looks at an old page and takes it for what was just saved.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from watchfiles import Change, watch

from hoctap.check.report import as_text
from hoctap.site.build import BuildError, build
from hoctap.site.live import Live, serving
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
    live = Live()
    _rebuild(root, target, today, say, live)
    if not target.exists():
        target.mkdir(parents=True)
        mark_as_ours(target)
    with serving(target, port, live) as address:
        say(f"{address} (Ctrl+C: dừng)")
        try:
            for names in changes:
                say(f"{', '.join(names[:3])}{' …' if names[3:] else ''} đã đổi, đang dựng lại")
                _rebuild(root, target, today, say, live)
        except KeyboardInterrupt:
            return 0
    return 0


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


def _rebuild(root: Path, target: Path, today: date | None, say: Say, live: Live) -> None:
    started = time.perf_counter()
    try:
        outcome = build(root, target, today=today)
        refused = as_text(outcome.findings) if outcome.findings else ""
    except BuildError as error:
        refused = f"hoctap: {error}"
    except Exception as error:  # noqa: BLE001 - whoever writes a template or this program saves again
        refused = f"hoctap: {type(error).__name__}: {error}"
    say(refused or f"{outcome.summary} ({time.perf_counter() - started:.1f} s)")
    live.show(refused)
