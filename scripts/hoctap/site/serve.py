"""The site served on this machine and rebuilt when a source file changes. For writing, not for publishing."""

import threading
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from hoctap.check.report import as_text
from hoctap.site.build import BuildError, build
from hoctap.system.switch import NotOursError, mark_as_ours, refuse_unless_ours

WATCHED = ("datapackages", "docs", "overrides", "mkdocs.yml")
_PAUSE = 0.5


def serve(root: Path, out: Path | None, *, port: int, today: date | None, say: Callable[[str], None]) -> int:
    """Build, serve on 127.0.0.1:`port` and rebuild on change until interrupted; a failed rebuild keeps the old site."""
    target = (out or root / "site").absolute()
    try:
        refuse_unless_ours(target, root)
    except NotOursError as error:
        say(f"hoctap: {error}")
        return 1
    _rebuild(root, target, today, say)
    if not target.exists():
        target.mkdir(parents=True)
        mark_as_ours(target)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(target)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://127.0.0.1:{server.server_port}/ (Ctrl+C: dừng)")
    seen = newest(root)
    try:
        while True:
            time.sleep(_PAUSE)
            now = newest(root)
            if now != seen:
                seen = now
                _rebuild(root, target, today, say)
    except KeyboardInterrupt:
        server.shutdown()
        return 0


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing for each request."""


def newest(root: Path) -> tuple[int, int]:
    """Return what changes when a watched file does: the newest change in nanoseconds and the number of files."""
    files = [path for name in WATCHED for path in (root / name, *(root / name).rglob("*")) if path.is_file()]
    return max((path.stat().st_mtime_ns for path in files), default=0), len(files)


def _rebuild(root: Path, target: Path, today: date | None, say: Callable[[str], None]) -> None:
    try:
        outcome = build(root, target, today=today)
    except BuildError as error:
        say(f"hoctap: {error}")
        return
    except Exception as error:  # noqa: BLE001 - whoever writes a template or this program saves again
        say(f"hoctap: {type(error).__name__}: {error}")
        return
    say(as_text(outcome.findings) if outcome.findings else outcome.summary)
