"""What may be wrong with a ZIP file, told in one way: for documents, workbooks and dictionaries."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from glossary.errors import UnreadableError

try:
    from lzma import LZMAError
except ImportError:  # a Python without it refuses such a member by NotImplementedError
    LZMAError = zipfile.BadZipFile  # type: ignore[assignment,misc]

__all__ = ["unpacking"]

_DAMAGE = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, struct.error, NotImplementedError)


@contextmanager
def unpacking(
    where: str,
    *,
    damaged: str = "is a damaged or incomplete zip package",
    hint: str = "Save or export it again",
    also: type[Exception] = zipfile.BadZipFile,
) -> Iterator[None]:
    """Turn what a broken or an encrypted ZIP raises into one clear error, and what is raised ``also``."""
    try:
        yield
    except (*_DAMAGE, also) as fault:
        raise UnreadableError(damaged, where=where, hint=hint) from fault
    except RuntimeError as fault:  # zipfile has no other for a member that needs a password
        raise UnreadableError("is encrypted", where=where, hint="Save it without a password") from fault
