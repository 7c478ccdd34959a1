"""A real web server on this machine that misbehaves as it is asked to, and remembers what was asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = (
    '<html><head><meta charset="utf-8"><title>Talks</title><meta http-equiv="refresh" content="0;url=/refreshed">'
    '<link rel="stylesheet" href="/style.css"><script src="/script.js"></script></head><body><img src="/picture.png">'
    "<iframe src='/frame.html'></iframe><p>Chinese Vice Premier He Lifeng (何立峰) met others.</p></body></html>"
)


class Server:
    """The address of the server, and the hosts and paths that were asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, str]] = []

    def url(self, path: str = "/page", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    """A server on all numbers of this machine: 127.0.0.1, 127.0.0.2 …"""
    listening = ThreadingHTTPServer(("0.0.0.0", 0), _Handler)
    listening.daemon_threads = True
    server = Server(listening.server_port)
    _Handler.server_of[listening.server_port] = server
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()


class _Handler(BaseHTTPRequestHandler):
    server_of: ClassVar[dict[int, Server]] = {}
    protocol_version = "HTTP/1.0"

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server_of[self.server.server_port]
        server.asked.append((self.headers.get("Host", "").partition(":")[0], self.path))
        action = _ACTIONS.get(self.path)
        with suppress(OSError):
            if action:
                action(self, server)
            else:
                self.send_error(404)


def _send(handler: BaseHTTPRequestHandler, data: bytes, media: str = "text/html", **headers: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", media)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def _move(handler: BaseHTTPRequestHandler, target: str) -> None:
    handler.send_response(302)
    handler.send_header("Location", target)
    handler.end_headers()


def _for_ever(handler: BaseHTTPRequestHandler, data: bytes, pause: float) -> None:
    for _ in range(10_000):
        handler.wfile.write(data)
        time.sleep(pause)


def _drip(handler: BaseHTTPRequestHandler, server: Server) -> None:
    _send(handler, b"")
    _for_ever(handler, b"a", 0.1)


def _flood(handler: BaseHTTPRequestHandler, server: Server) -> None:
    _send(handler, b"")
    _for_ever(handler, b"a" * 100_000, 0)


_ACTIONS = {
    "/page": lambda handler, _: _send(handler, PAGE.encode()),
    "/plain": lambda handler, _: _send(handler, "何立峰（He Lifeng）".encode("big5"), "text/plain; charset=big5"),
    "/moved": lambda handler, _: _move(handler, "/page"),
    "/other": lambda handler, server: _move(handler, server.url(host="127.0.0.2")),
    "/file": lambda handler, _: _move(handler, "file:///etc/passwd"),
    "/loop": lambda handler, _: _move(handler, "/loop"),
    "/nowhere": lambda handler, _: handler.send_response(302) or handler.end_headers(),
    "/drip": _drip,
    "/headers": lambda handler, _: _for_ever(handler, b"H", 0.1),
    "/silent": lambda _handler, _server: time.sleep(20),
    "/flood": _flood,
    "/huge": lambda handler, _: _send(handler, b"a", Content_Length="99999999999"),
    "/bomb": lambda handler, _: _send(handler, gzip.compress(b"a" * 50_000_000), Content_Encoding="gzip"),
    "/zipped": lambda handler, _: _send(handler, gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/garbage": lambda handler, _: handler.wfile.write(b"\0\1\2 no http \r\n\r\n" * 10),
    "/empty": lambda handler, _: _send(handler, b""),
    "/picture": lambda handler, _: _send(handler, b"\x89PNG\r\n\x1a\n", "image/png"),
}
