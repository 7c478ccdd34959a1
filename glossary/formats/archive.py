"""ZIP files whose bytes depend on their contents alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["Archive", "archive", "part", "wound_back"]

Archive = ZipFile


@contextmanager
def wound_back(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A file to write to that can be wound back, copied to the stream at the end.

    A ZIP is other bytes where its writer cannot go back (a pipe), and a broken one where that seems possible but is not
    (a file that is appended to).
    """
    with TemporaryFile(prefix="glossary-") as beside:
        yield cast("BinaryIO", beside)
        beside.seek(0)
        shutil.copyfileobj(beside, stream)


@contextmanager
def archive(stream: BinaryIO) -> Iterator[Archive]:
    """A ZIP to be written to the stream."""
    with wound_back(stream) as beside, ZipFile(beside, "w", ZIP_DEFLATED) as made:
        yield made


def part(made: Archive, name: str) -> IO[bytes]:
    """A file of the archive to be written to, with a date and permissions that are always the same."""
    about = ZipInfo(name)  # dated 1980 unless told otherwise
    about.create_system, about.external_attr, about.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
    return made.open(about, "w")
