"""Files that are new or have changed, as it happens."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

from glossary.documents.files import walk
from glossary.errors import UnreadableError

__all__ = ["changes"]

_Stamp = tuple[int, int, int]  # when it changed, its size, and which file it is
_SETTLED = 500  # milliseconds in which nothing more happens: an editor has written all of a file
_LOOK = 5000  # milliseconds after which we look anyway


def changes(paths: Iterable[str], *, stop: Event | None = None) -> Iterator[list[str]]:
    """The files under the paths, then again and again those that are new or have changed since, until ``stop`` is set.

    A path is as :func:`walk` gives it. A file that goes away is not told of; one that comes back unchanged neither.

    Raises:
        UnreadableError: a path that does not exist.
    """
    import watchfiles

    roots = list(paths)
    for root in roots:
        if not Path(root).exists():
            raise UnreadableError("no such file or folder", where=root, hint="Check the path")
    known: dict[str, _Stamp] = {}
    yield _changed(roots, known)
    # What happened is looked up in the folders: an editor renames, links and deletes before a file is what it shall be,
    # and a network drive may tell of nothing at all.
    awake = watchfiles.watch(
        *roots,
        stop_event=stop,
        watch_filter=None,
        debounce=_SETTLED * 4,
        step=_SETTLED // 5,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
    )
    for _ in awake:
        if changed := _changed(roots, known):
            yield changed


def _changed(roots: list[str], known: dict[str, _Stamp]) -> list[str]:
    """The files whose stamps are not the known ones, which they become."""
    stamps = {path: stamp for root in roots for path in _files(root) if (stamp := _stamp(path)) is not None}
    found = [path for path, stamp in stamps.items() if known.get(path) != stamp]
    known.update(stamps)
    return found


def _files(root: str) -> list[str]:
    """The documents of a folder, which may be empty for now."""
    try:
        return list(walk([root]))
    except UnreadableError:
        return []


def _stamp(path: str) -> _Stamp | None:
    """What changes when the file does; None where it went away meanwhile."""
    try:
        status = os.stat(path)  # noqa: PTH116 - quicker for many files
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
