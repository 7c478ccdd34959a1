"""Where the store is when nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["default_path", "default_paths"]


def default_path() -> Path:
    """Where a glossary is written when nobody says otherwise: the last of :func:`default_paths`."""
    return default_paths()[-1]


def default_paths() -> tuple[Path, ...]:
    """The files that ``GLOSSARY_DB`` names, in the order of their authority, else the one in the user's data folder.

    Several are parted as in ``PATH`` (``desk.db:mine.db``). The last one is one's own, which commands write to.
    """
    named = os.environ.get("GLOSSARY_DB", "")
    if _is_file(named):
        return (Path(named),)
    if paths := tuple(Path(part) for part in named.split(os.pathsep) if part):
        return paths
    import platformdirs

    return (platformdirs.user_data_path("glossary", appauthor=False) / "glossary.db",)


def _is_file(name: str) -> bool:
    """Whether there is such a file; what may not be looked at is none."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
