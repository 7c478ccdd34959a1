"""How large the streams of a PDF are once they are unpacked, so that a small file cannot fill the memory.

PDFium takes ten times what a page says in it. Pictures and attached files are not looked at, as it does not unpack them
for the text.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

__all__ = ["is_bomb"]

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1000  # bytes before a stream in which its dictionary begins
_UNSEEN = re.compile(rb"/(?:Image|EmbeddedFile)\b")
_CHUNK = 1 << 20


def is_bomb(data: bytes, *, limit: int) -> bool:
    r"""Whether a stream of a page unpacks to more bytes than that.

    >>> packed = b"1 0 obj <</Filter /FlateDecode>> stream\n" + zlib.compress(bytes(9999)) + b"endstream"
    >>> is_bomb(packed, limit=9000), is_bomb(packed, limit=10000), is_bomb(packed.replace(b"<<", b"<</Image"), limit=9)
    (True, False, False)
    """
    found = _STREAM.search(data)
    while found:
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        about = data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b"obj")[2]
        if b"Flate" in about and not _UNSEEN.search(about) and _is_larger(data[found.end() : end], limit):
            return True
        found = _STREAM.search(data, end + len(b"endstream"))
    return False


def _is_larger(packed: bytes, limit: int) -> bool:
    """Whether bytes unpack to more than so many, found without unpacking all of them."""
    unpacking, size = zlib.decompressobj(), 0
    with suppress(zlib.error):  # damaged, or locked: PDFium will say so
        while packed and not unpacking.eof:
            size += len(unpacking.decompress(packed, _CHUNK))
            if size > limit:
                return True
            packed = unpacking.unconsumed_tail
    return False
