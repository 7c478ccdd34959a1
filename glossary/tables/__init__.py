"""The language tables: what is known about names, kept as data.

Each is a TSV file beside this module: ``#`` comments, then a header line, then rows. ``README.md`` here says of each
where it comes from, under which licence, how many rows it has and which script rebuilds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["mapping", "rows", "words"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table ``name``, header and comments left out, cells as they are.

    >>> rows("surnames")[0][0] != "character"
    True
    """
    text = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    return tuple([tuple(line.split("\t")) for line in lines[1:]])


@cache
def mapping(name: str) -> Mapping[str, str]:
    """The second cell of each row of the table ``name`` by the first.

    >>> mapping("labels")["pinyin"]
    'romanization'
    """
    return {row[0]: row[1] for row in rows(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The first cells of the table ``name``, as a set."""
    return frozenset(row[0] for row in rows(name))
