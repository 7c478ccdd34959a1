"""What the scripts that write a page from the program share."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

__all__ = ["keep"]


def keep(page: Path, text: str) -> int:
    """The exit code after writing the page or, with ``--check``, comparing it: 1 and a diff where it is not current."""
    if sys.argv[1:] != ["--check"]:
        page.write_text(text, encoding="utf-8", newline="\n")
        return 0
    held = page.read_text(encoding="utf-8") if page.exists() else ""
    if held == text:
        return 0
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.writelines(
        difflib.unified_diff(held.splitlines(keepends=True), text.splitlines(keepends=True), str(page), "the program")
    )
    print(f"{page.name} is not current. Write it again with: make docs")
    return 1
