"""Where the store is when no option says so."""

from __future__ import annotations

from pathlib import Path

from glossary import configuration

__all__ = ["default_path", "default_paths"]


def default_path() -> Path:
    """Where a glossary is written when nobody says otherwise: the last of :func:`default_paths`."""
    return default_paths()[-1]


def default_paths() -> tuple[Path, ...]:
    """The files that ``GLOSSARY_DB`` or the settings name, by their authority, else the one in the user's data folder.

    The last one is one's own, which commands write to.

    Raises:
        InputError: the settings cannot be read.
    """
    if named := configuration.settings().db:
        return named
    import platformdirs

    return (platformdirs.user_data_path("glossary", appauthor=False) / "glossary.db",)
