"""Fetching one address over http or https: no other scheme, no private machine unless asked, and not for ever."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from glossary.errors import UnreadableError
from glossary.version import __version__
from glossary.web.hosts import resolve

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import BaseHTTPResponse

__all__ = ["Fetched", "fetch"]

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_MEGABYTE = 1_000_000
_CHUNK = 1 << 16
_HEADERS = {
    "User-Agent": f"glossary/{__version__}",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    ``url`` is the one that gave it, after redirects; ``media`` its type (``text/html``), ``charset`` its encoding,
    both in small letters and empty where nothing was said.
    """

    data: bytes
    url: str
    media: str
    charset: str


def fetch(url: str, *, megabytes: int = 50, seconds: int = 30, allow_private: bool = False) -> Fetched:
    """What is at the address; nothing else is fetched but what it redirects to.

    ``megabytes`` and ``seconds`` limit all of it together. ``allow_private``: the host that is named may be this
    machine or one of a private network; one that it redirects to may not.

    Raises:
        UnreadableError: another scheme, a password in it, a private machine, too big, too slow, or an answer that is
            no document.
    """
    with _deadline(url, seconds) as deadline:
        named, target = _split(url, where=url), url
        for _ in range(_REDIRECTS + 1):
            parts = _split(target, where=url)
            private = allow_private and parts.hostname == named.hostname
            with _asked(parts, where=url, private=private, deadline=deadline) as answer:
                moved = answer.status in _MOVED
                found = None if moved else _taken(answer, target, where=url, megabytes=megabytes)
            if found is not None:
                return found
            target = urljoin(target, answer.headers.get("Location", ""))
    raise UnreadableError(f"redirects more than {_REDIRECTS} times", where=url, hint="Give the address it ends at")


class _Deadline:
    """Ends what takes too long, whatever it is waiting for."""

    def __init__(self, seconds: int) -> None:
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._timer.start()
        self.passed = False
        self.socket: socket.socket | None = None

    @property
    def left(self) -> float:
        return max(0.01, self._end - time.monotonic())

    def _stop(self) -> None:
        self.passed = True
        if self.socket is not None:
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def cancel(self) -> None:
        self._timer.cancel()


@contextmanager
def _deadline(url: str, seconds: int) -> Iterator[_Deadline]:
    """Raises a clear error for whatever goes wrong on the way, above all that it takes too long."""
    import urllib3

    deadline = _Deadline(seconds)
    try:
        yield deadline
    except (OSError, HTTPException, urllib3.exceptions.HTTPError, ValueError) as error:
        refused = isinstance(error, urllib3.exceptions.NewConnectionError)  # which calls itself a timeout
        if deadline.passed or (isinstance(error, TimeoutError | urllib3.exceptions.TimeoutError) and not refused):
            raise _too_slow(url, seconds) from error
        if "certificate" in str(error).lower():
            raise UnreadableError("has no valid certificate", where=url, hint="Check the address") from error
        raise UnreadableError("cannot be fetched", where=url, hint="Check the address and the connection") from error
    else:
        if deadline.passed:  # what was cut off may look like the end
            raise _too_slow(url, seconds)
    finally:
        deadline.cancel()


def _split(url: str, *, where: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for one that is no number
    except ValueError as error:
        raise UnreadableError("is no address", where=where, hint="Check it") from error
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        what = "is" if url == where else f"redirects to {url[:80]!r}, which is"
        hint = "Only http and https addresses are read"
        raise UnreadableError(f"{what} no address of a web page", where=where, hint=hint)
    if "@" in parts.netloc:  # would be kept in the glossary with the address, and is not sent
        shown = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        hint = f"Give {shown}, or a file that you saved after logging in"
        raise UnreadableError("has a user's name or a password in it, which are not sent", where=shown, hint=hint)
    return parts


@contextmanager
def _asked(parts: SplitResult, *, where: str, private: bool, deadline: _Deadline) -> Iterator[BaseHTTPResponse]:
    """The answer of the host, its body not yet read."""
    host, scheme = parts.hostname or "", parts.scheme.lower()
    port = parts.port or _PORTS[scheme]
    number = resolve(host, port, where=where, private=private)
    connection = _connection(scheme, host, number=number, port=port, seconds=deadline.left)
    try:
        connection.connect()
        deadline.socket = connection.sock  # the connection forgets it once it knows that this answer is the last
        shown = f"[{host}]" if ":" in host else host
        name = shown if port == _PORTS[scheme] else f"{shown}:{port}"
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", _quoted(path), headers={"Host": name, **_HEADERS}, preload_content=False)
        with closing(connection.getresponse()) as answer:
            yield answer
    finally:
        if deadline.socket is not None:
            deadline.socket.close()
            deadline.socket = None
        connection.close()


def _connection(scheme: str, host: str, *, number: str, port: int, seconds: float) -> HTTPConnection:
    """A connection to the machine that was checked, not to what the name may stand for a moment later."""
    import ssl

    from urllib3.connection import HTTPConnection, HTTPSConnection

    if scheme == "http":
        return HTTPConnection(number, port, timeout=seconds)
    context = ssl.create_default_context()
    return HTTPSConnection(
        number, port, timeout=seconds, ssl_context=context, server_hostname=host, assert_hostname=host
    )


def _quoted(path: str) -> str:
    """The path with characters beyond ASCII as a browser sends them."""
    return quote(path, safe="%/:?#[]@!$&'()*+,;=~-._")


def _taken(answer: BaseHTTPResponse, target: str, *, where: str, megabytes: int) -> Fetched:
    """The document that the answer holds."""
    if answer.status != 200:
        said = f"{answer.status} {answer.reason or ''}".strip()
        raise UnreadableError(f"answered {said}", where=where, hint="Check the address")
    limit = megabytes * _MEGABYTE
    length = answer.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > limit:
        raise _too_big(where, megabytes)
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise _too_big(where, megabytes)
        chunks.append(chunk)
    stated = Message()
    stated["Content-Type"] = answer.headers.get("Content-Type", "")
    media = stated.get_content_type() if answer.headers.get("Content-Type") else ""
    return Fetched(b"".join(chunks), target, media, str(stated.get_content_charset() or ""))


def _too_slow(where: str, seconds: int) -> UnreadableError:
    hint = f"Try again, or raise the limit: --limit seconds={seconds * 4}"
    return UnreadableError(f"took more than {seconds} seconds", where=where, hint=hint)


def _too_big(where: str, megabytes: int) -> UnreadableError:
    hint = f"If it is what it should be, raise the limit: --limit download={megabytes * 4}"
    return UnreadableError(f"is bigger than {megabytes} MB", where=where, hint=hint)
