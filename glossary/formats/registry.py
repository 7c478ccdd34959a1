"""The table of formats. A new format is one small file beside this one, and one row here."""

from __future__ import annotations

from difflib import get_close_matches

from glossary.errors import FormatError
from glossary.formats import anki, apkg, delimited, jsonl
from glossary.formats.format import Format

__all__ = ["FORMATS", "find"]

_ONE_NAME = "further names but as aliases, notes, alternatives, places of mentions, rejected entries"

FORMATS: tuple[Format, ...] = (
    Format("csv", ".csv", "Table with commas", delimited.write_csv, loses=_ONE_NAME),
    Format("tsv", ".tsv", "Table with tabs", delimited.write_tsv, loses=f"{_ONE_NAME}, tabs and line breaks"),
    Format("jsonl", ".jsonl", "JSON Lines, everything", jsonl.write, jsonl.read, lossless=True),
    Format("anki", ".txt", "Anki text import", anki.write, loses=f"{_ONE_NAME}, entries with one side only"),
    Format(
        "apkg",
        ".apkg",
        "Anki package",
        apkg.write,
        binary=True,
        loses=f"{_ONE_NAME}, entries with one side only",
    ),
)


def find(name: str) -> Format:
    """The format called ``name``, in any case.

    Raises:
        FormatError: there is none.

    >>> find("CSV").suffix
    '.csv'
    >>> find("cvs")
    Traceback (most recent call last):
    glossary.errors.FormatError: unknown format 'cvs'. Did you mean 'csv'? Known formats: csv, tsv, jsonl, anki, apkg
    """
    known = {found.name: found for found in FORMATS}
    wanted = name.strip().lower()
    if wanted in known:
        return known[wanted]
    close = get_close_matches(wanted, known, n=1)
    meant = f"Did you mean {close[0]!r}? " if close else ""
    raise FormatError(f"unknown format {name!r}", hint=f"{meant}Known formats: {', '.join(known)}")
