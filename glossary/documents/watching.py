"""Files that are new or have changed, as it happens."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from glossary.documents.files import walk
from glossary.errors import UnreadableError

__all__ = ["Changes", "changes"]

_Stamp = tuple[int, int, int]  # when it changed, its size, and which file it is
_SETTLED = 500  # milliseconds in which nothing more happens: an editor has written all of a file
_LOOK = 5000  # milliseconds after which we look anyway


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that are new or have changed, and those that went away.

    ``lost`` are files that went away with all others of their folder, as those of a drive that is not there any more.
    """

    changed: tuple[str, ...]
    gone: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.lost)


def changes(paths: Iterable[str], *, stop: Event | None = None) -> Iterator[Changes]:
    """The files under the paths, then again and again what became of them since, until ``stop`` is set.

    A path is as :func:`walk` gives it.

    Raises:
        UnreadableError: a path that does not exist.
    """
    import watchfiles

    roots = list(paths)
    for root in roots:
        if not Path(root).exists():
            raise UnreadableError("no such file or folder", where=root, hint="Check the path")
    known: dict[str, _Stamp] = {}
    yield _looked(roots, known)
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
        if found := _looked(roots, known):
            yield found


def _looked(roots: list[str], known: dict[str, _Stamp]) -> Changes:
    """What differs from the known stamps, which become those that are there now."""
    stamps = {path: stamp for root in roots for path in _files(root) if (stamp := _stamp(path)) is not None}
    changed = tuple(path for path, stamp in stamps.items() if known.get(path) != stamp)
    missing = tuple(path for path in known if path not in stamps)
    lost = {path for root in roots for path in _all_lost([path for path in known if _is_in(path, root)], stamps)}
    known.clear()
    known.update(stamps)
    return Changes(changed, tuple(path for path in missing if path not in lost), tuple(sorted(lost)))


def _all_lost(known: list[str], stamps: dict[str, _Stamp]) -> list[str]:
    """The known files of a folder if there were several and none is left."""
    return known if len(known) > 1 and not any(path in stamps for path in known) else []


def _is_in(path: str, root: str) -> bool:
    return path == root or Path(root) in Path(path).parents


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
