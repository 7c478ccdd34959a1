"""The language tables: what is known about names, kept as data.

Each is a TSV file beside this module: ``#`` comments, then a header line, then rows. ``README.md`` here says of each
where it comes from, under which licence, how many rows it has and which script rebuilds it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["alternatives", "mapping", "packed", "rows", "words"]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table ``name``, header and comments left out, cells as they are.

    >>> rows("surnames")[0][0] != "character"
    True
    """
    return tuple([tuple(line.split("\t")) for line in _lines(name)])


def _lines(name: str) -> list[str]:
    text = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"][1:]


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


def alternatives(name: str, *classes: str) -> str:
    """The first cells of the rows whose second is one of the classes, in order, as one regular expression.

    >>> alternatives("naming", "shortened")
    'abbreviated|shortened'
    """
    return "|".join([re.escape(row[0]) for row in rows(name) if row[1] in classes])


def packed(name: str) -> bytes:
    """The bytes that the lines of the table ``name`` hold in base 64 (RFC 4648); not kept in memory here.

    >>> len(packed("headwords")) > 1_000_000
    True
    """
    return b64decode("".join(_lines(name)))
