"""Where the store is when nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["default_path"]


def default_path() -> Path:
    """``GLOSSARY_DB``, else a file in the user's data folder."""
    named = os.environ.get("GLOSSARY_DB")
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("glossary", appauthor=False) / "glossary.db"
