"""Reading StarDict dictionaries, packed as ZIP or TAR: names with one line for a meaning, as glossaries have them.

Spec: StarDict 2.4.2 and 3.0.0 with the types m, t, y, l, g, x and h; ``.dict.dz`` and ``.idx.gz`` are unpacked. In a
dictionary of ours the lines of an article tell its names. In others the word is a name, and the first line of
the article that is in the other language is the other name; articles without one are passed over.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from glossary.documents.zips import unpacking
from glossary.errors import SyntaxFault, UnreadableError
from glossary.formats import article
from glossary.formats.format import ReadOptions
from glossary.formats.rows import Row, pair
from glossary.formats.texts import fault, whole_of
from glossary.lang.script import has_han

__all__ = ["read"]

_MOST = 512 << 20  # bytes of a part, unpacked
_PARTS = {".ifo": "ifo", ".idx": "idx", ".idx.gz": "idx", ".dict": "dict", ".dict.dz": "dict"}
_HINT = "Pack the folder with the .ifo, .idx and .dict files as a ZIP"
_TEXTS = frozenset("mtylgxh")
_BRACKETS = re.compile(r"<[^>]*>")


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row]:  # noqa: ARG001 - UTF-8 by its spec
    """A row for each article.

    Raises:
        InputError: no dictionary, a damaged one, or one that unpacks to too much.
    """
    parts = _unpacked(whole_of(stream, where=where), where=where)
    missing = {"ifo", "idx", "dict"} - parts.keys()
    if missing:
        raise SyntaxFault(f"holds no StarDict dictionary (no .{min(missing)})", where=where, hint=_HINT)
    about = _about(parts["ifo"], where=where)
    ours = about.get("x-made-by") == "glossary"
    places: dict[tuple[int, int], list[str]] = {}
    for word, place in _index(parts["idx"], about, where=where):
        places.setdefault(place, []).append(word)
    for (at, size), words in places.items():
        if at + size > len(parts["dict"]):
            raise fault(
                f"the article of {words[0]!r} is not there", where=where, hint="The files are of two dictionaries"
            )
        text = _article(parts["dict"][at : at + size], about.get("sametypesequence", "m"))
        row = article.parsed(text) if ours else _foreign(words, text)
        if row is not None:
            yield row


def _unpacked(data: bytes, *, where: str) -> dict[str, bytes]:
    """The parts of the dictionary: ifo, idx and dict."""
    opened = _zipped(data, where=where) if data.startswith(b"PK") else _tarred(data, where=where)
    with unpacking(where, damaged="is no ZIP or TAR, or a damaged one", hint=_HINT, also=tarfile.TarError):
        return {part: _plain(content, name, where=where) for name, content in opened for part in [_part(name)] if part}
    raise AssertionError


def _part(name: str) -> str:
    return _PARTS.get("".join(PurePosixPath(name).suffixes[-2:]), _PARTS.get(PurePosixPath(name).suffix, ""))


def _zipped(data: bytes, *, where: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            if _part(part.filename):
                _check(part.file_size, where=where)
                yield part.filename, archive.read(part)


def _tarred(data: bytes, *, where: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for part in archive:
            file = archive.extractfile(part) if part.isfile() and _part(part.name) else None
            if file is not None:
                _check(part.size, where=where)
                yield part.name, file.read()


def _check(size: int, *, where: str) -> None:
    if size > _MOST:
        raise UnreadableError("would unpack to more than 512 MB", where=where, hint="Divide it")


def _plain(content: bytes, name: str, *, where: str) -> bytes:
    """The content of a part, unpacked where its name says that it is packed, and never more than the limit of it."""
    if not name.endswith((".gz", ".dz")):
        return content
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
        plain = packed.read(_MOST + 1)
    _check(len(plain), where=where)
    return plain


def _about(data: bytes, *, where: str) -> dict[str, str]:
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    if not text.startswith("StarDict's dict ifo file"):
        raise SyntaxFault("its .ifo does not begin as that of StarDict", where=where, hint=_HINT)
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)


def _index(data: bytes, about: dict[str, str], *, where: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each word with the place and size of its article."""
    form = ">QI" if about.get("idxoffsetbits") == "64" else ">II"
    at = 0
    while at < len(data):
        end = data.find(b"\0", at)
        stop = end + 1 + struct.calcsize(form)
        if end < 0 or stop > len(data):
            raise fault("its .idx ends in the middle of a word", where=where, hint="It is not whole: get it again")
        place, size = struct.unpack(form, data[end + 1 : stop])
        yield data[at:end].decode("utf-8", "replace"), (place, size)
        at = stop


def _article(data: bytes, types: str) -> str:
    """The texts of an article as lines; of markup only what is shown."""
    fields = data.split(b"\0")
    texts = [field.decode("utf-8", "replace") for type_, field in zip(types, fields, strict=False) if type_ in _TEXTS]
    text = "\n".join(texts)
    return html.unescape(_BRACKETS.sub(" ", text)) if set(types) & set("gxh") else text


def _foreign(words: list[str], text: str) -> Row | None:
    """The word and the first line of its article that is in the other language."""
    chinese = has_han(words[0])
    found = next((line.strip() for line in text.splitlines() if line.strip() and has_han(line) != chinese), "")
    return Row(pair(words, [found])) if found else None
