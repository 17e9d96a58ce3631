"""A folder served over HTTP to whoever writes it: its pages reload when told to, and can be covered by what is wrong.

Nothing in the folder is changed: pages get their script, and findings their page, on the way out.
"""

import hashlib
from collections.abc import Callable, Iterator
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
_REFUSAL = HTTPStatus.SERVICE_UNAVAILABLE
_HEARTBEAT = 15.0  # seconds after which an open page is written to, to learn that it was closed
_REFUSED = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chưa dựng được</title></head>
<body><h1>Chưa dựng được trang mới</h1>
<p>Sửa những chỗ sau rồi lưu; trang này tự mở lại.</p>
<pre>{refused}</pre></body></html>
"""


class Live:
    """What open pages wait for: the number of the last change, and what is to be shown in place of pages.

    `newest` returns a newer file than that of the folder for a path in it, if there is one.
    """

    def __init__(self, newest: Callable[[str], Path | None] = lambda _: None) -> None:
        self.refused = ""
        self._number = 0
        self._changed = Condition()
        self._newest = newest
        self._prints: dict[str, bytes] = {}

    def file(self, folder: Path, path: str) -> Path:
        """Return the file to be shown for a path below `folder`, and remember it."""
        file = self._newest(path) or folder / path
        self._prints[path] = _print_of(file)
        return file

    def differs(self, folder: Path) -> bool:
        """Return whether a file shown since the last change is another one in `folder`."""
        return any(_print_of(folder / path) != print_ for path, print_ in dict(self._prints).items())

    def show(self, refused: str) -> None:
        """Tell all open pages that there is something new; if `refused`, it stands in place of every page."""
        with self._changed:
            self.refused = refused
            self._number += 1
            self._prints.clear()
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


def _print_of(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest() if file.is_file() else b""


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
            self._page()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        place = Path(super().translate_path(path))
        if not path.partition("?")[0].endswith("/") and place.is_dir():
            return str(place)  # its address lacks a slash, and is answered with the right one
        name = place.relative_to(self.directory).as_posix()
        name = f"{name}/index.html".removeprefix("./") if path.partition("?")[0].endswith("/") else name
        return str(self._live.file(Path(self.directory), name))

    def _page(self) -> None:
        self._number = self._live.number
        if self._live.refused:
            self._answer_live(_REFUSED.format(refused=escape(self._live.refused)), _REFUSAL)
            return
        try:
            path, status = Path(self.translate_path(self.path)), HTTPStatus.OK
        except Exception as error:  # noqa: BLE001 - whoever writes a template sees what it raises
            self._answer_live(_REFUSED.format(refused=escape(f"hoctap: {type(error).__name__}: {error}")), _REFUSAL)
            return
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
