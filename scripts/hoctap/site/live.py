"""A folder served over HTTP to whoever writes it: its pages reload when told to, and can be covered by what is wrong.

Nothing in the folder is changed: pages get their script, and findings their page, on the way out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread

_EVENTS, _SCRIPT = "/hoctap-live", "/hoctap-live.js"
# Its address says which change the page has seen, so that none is missed between loading and listening.
_CODE = f"""const heard = new EventSource("{_EVENTS}" + new URL(import.meta.url).search);
heard.addEventListener("changed", () => location.reload());
"""
_TAG = f'<script type="module" src="{_SCRIPT}?{{number}}"></script></body>'
_HEARTBEAT = 15.0  # seconds after which an open page is written to, to learn that it was closed
_REFUSED = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chưa dựng được</title></head>
<body><h1>Chưa dựng được trang mới</h1>
<p>Sửa những chỗ sau rồi lưu; trang này tự mở lại.</p>
<pre>{refused}</pre></body></html>
"""


class Live:
    """What open pages wait for: the number of the last change, and what is to be shown in place of pages."""

    def __init__(self) -> None:
        self.refused = ""
        self._number = 0
        self._changed = Condition()

    def show(self, refused: str) -> None:
        """Tell all open pages that there is something new; if `refused`, it stands in place of every page."""
        with self._changed:
            self.refused = refused
            self._number += 1
            self._changed.notify_all()

    @property
    def number(self) -> int:
        """Return how many changes there were."""
        return self._number

    def await_after(self, number: int) -> bool:
        """Wait for a change after that of `number`, not for ever; return whether there was one."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number > number, timeout=_HEARTBEAT)


@contextmanager
def serving(folder: Path, port: int, live: Live) -> Iterator[str]:
    """Serve `folder` on 127.0.0.1:`port` (0: any free one) until the block ends; yield the address."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Pages, live, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Pages(SimpleHTTPRequestHandler):
    def __init__(self, live: Live, *arguments: object, **options: object) -> None:
        self._live = live
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address, _, seen = self.path.partition("?")
        if address == _EVENTS:
            self._tell_of_changes(int(seen) if seen.isdecimal() else self._live.number)
        elif address == _SCRIPT:
            self._answer(_CODE, "text/javascript")
        elif address.endswith(("/", ".html")):
            self._page(Path(self.translate_path(self.path)))
        else:
            super().do_GET()

    def _page(self, path: Path) -> None:
        self._number = self._live.number
        if self._live.refused:
            self._answer_live(_REFUSED.format(refused=escape(self._live.refused)), HTTPStatus.SERVICE_UNAVAILABLE)
            return
        path, status = path / "index.html" if path.is_dir() else path, HTTPStatus.OK
        if not path.is_file():
            path, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        text = path.read_text(encoding="utf-8") if path.is_file() else "<title>404</title></body>"
        self._answer_live(text, status)

    def _answer_live(self, text: str, status: HTTPStatus) -> None:
        self._answer(text.replace("</body>", _TAG.format(number=self._number)), "text/html", status)

    def _answer(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _tell_of_changes(self, number: int) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 300\n\n")
            while not self._live.await_after(number):
                self.wfile.write(b":\n\n")
            self.wfile.write(b"event: changed\ndata:\n\n")
        except OSError:
            return  # the page was closed

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing for each request."""
