"""A finished site served on this machine and opened in Chromium, for browser tests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from socket import SHUT_RDWR
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

# Without these Chromium asks its maker for updates, and needs rights that containers lack.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class _Silent(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # a page asks for dozens of files: over one connection, not over one for each

    def log_message(self, *_: Any) -> None:
        return


class _Server(ThreadingHTTPServer):
    """Closed it answers nobody, not even over a connection that a browser has kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
        self._open: set[Any] = set()

    def get_request(self) -> tuple[Any, Any]:
        connection, address = super().get_request()
        self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address at which `folder` is served, ending with `/`."""
    server = _Server(folder)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give one Chromium: the system's, else the one Playwright brings."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=which("chromium"), args=QUIET)
        yield launched
        launched.close()


@contextmanager
def page_at(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """Give a page; afterwards fail if the browser complained or asked another host for anything."""
    context = browser.new_context(reduced_motion="reduce", **options)
    page = context.new_page()
    wrong: list[str] = []
    home = (address, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(home) else wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not wrong, wrong
