"""ZIP files whose bytes depend on their contents alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["Archive", "archive", "part"]

Archive = ZipFile


@contextmanager
def archive(stream: BinaryIO) -> Iterator[Archive]:
    """A ZIP to be written to the stream, which need not be one that can be wound back."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as made:
        yield made


def part(made: Archive, name: str) -> IO[bytes]:
    """A file of the archive to be written to, with a date and permissions that are always the same."""
    about = ZipInfo(name)  # dated 1980 unless told otherwise
    about.create_system, about.external_attr, about.compress_type = 3, 0o644 << 16, ZIP_DEFLATED
    return made.open(about, "w")
