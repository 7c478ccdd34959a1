"""The members of a zip package (docx, pptx, odt, epub), read within a limit, and packages with members replaced."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from typing import IO, BinaryIO
from urllib.parse import unquote

from glossary.documents import xml
from glossary.documents.zips import unpacking
from glossary.errors import UnreadableError

__all__ = ["Package"]

_MEGABYTE = 1_000_000
_CHUNK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time of a zip file: the same input gives the same bytes
_RELATIONS = {"http://schemas.openxmlformats.org/package/2006/relationships": ""}


class Package:
    """A zip file whose members are text and pictures; only what is asked for is unpacked, and only up to the limit."""

    def __init__(self, data: bytes, *, where: str, limit: int = 500) -> None:
        """``limit``: megabytes that all members read may have together."""
        self.where = where
        self._limit = limit
        self._left = limit * _MEGABYTE
        with self._faults():
            self._zip = zipfile.ZipFile(io.BytesIO(data))

    def names(self) -> list[str]:
        """The names of the members, in the order of the file."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            UnreadableError: missing, damaged, encrypted, or over the limit.
        """
        with self._faults(name):
            information = self._zip.getinfo(name)
            if information.file_size > self._left:
                raise self._too_big()
            with self._zip.open(information) as stream:
                return self._within_limit(stream)
        raise AssertionError

    def _within_limit(self, stream: IO[bytes]) -> bytes:
        """All bytes of the stream; the size that a hostile file states may be false."""
        chunks: list[bytes] = []
        while chunk := stream.read(_CHUNK):
            self._left -= len(chunk)
            if self._left < 0:
                raise self._too_big()
            chunks.append(chunk)
        return b"".join(chunks)

    def _too_big(self) -> UnreadableError:
        problem = f"unpacks to more than {self._limit} MB"
        hint = f"If it is what it should be, raise the limit: --limit unpacked={self._limit * 4}"
        return UnreadableError(problem, where=self.where, hint=hint)

    @contextmanager
    def _faults(self, name: str = "") -> Iterator[None]:
        """Turn what a broken package raises into one clear error."""
        try:
            with unpacking(self.where):
                yield
        except KeyError as error:
            raise UnreadableError(f"has no part {name}", where=self.where, hint="Save or export it again") from error

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """The relations of a part of an Office package: last word of the type, path of the target, id.

        Links to places outside the package are left out; ``name`` is empty for the package itself.
        """
        folder, file = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._zip.NameToInfo:
            return []
        found: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(attributes.get("Target", ""))))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found.append((kind, target.lstrip("/"), attributes.get("Id", "")))

        where = f"{self.where} ({path})"
        xml.scan(self.read(path), lambda _: xml.Handlers(start), where=where, namespaces=_RELATIONS)
        return found

    def write(self, out: BinaryIO, changed: Mapping[str, bytes]) -> None:
        """Write the package with these members changed or added; all others hold the same bytes as before."""
        with zipfile.ZipFile(out, "w") as made:
            for information in self._zip.infolist():
                if information.filename in changed:
                    made.writestr(copy(information), changed[information.filename])
                else:
                    self._hand_over(information, made)
            for name in sorted(changed.keys() - self._zip.NameToInfo.keys()):
                added = zipfile.ZipInfo(name, _EPOCH)
                added.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(added, changed[name])

    def _hand_over(self, information: zipfile.ZipInfo, made: zipfile.ZipFile) -> None:
        """Copy a member as it is, a piece at a time: pictures may be large."""
        with made.open(copy(information), "w") as target, self._faults(), self._zip.open(information) as stream:
            shutil.copyfileobj(stream, target, _CHUNK)
