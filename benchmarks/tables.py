"""Plain tables for people: columns by width, numbers to the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def show(header: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
    """Print a table: the first column to the left, the others to the right."""
    lines = [header, *rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(header))]
    if title:
        print(f"\n{title}")
    for line in lines:
        cells = [" " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)]
        aligned = [line[0] + cells[0], *(space + cell for cell, space in zip(line[1:], cells[1:], strict=True))]
        print("  " + "  ".join(aligned).rstrip())


def share(counts: tuple[int, int]) -> str:
    """A share with its counts: 0.952 (20/21); a dash where there was nothing to count."""
    part, whole = counts
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "–"
