"""The language tables: what is known about names, kept as data.

Each is a TSV file beside this module: ``#`` comments, then a header line, then rows. ``README.md`` here says of each
where it comes from, under which licence, how many rows it has and which script rebuilds it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["alternatives", "found", "mapping", "packed", "rows", "words", "words_in"]

_HEAD = re.compile(rb"(?:#.*\n)*.*\n")  # comments, and the names of the columns


@lru_cache(16)  # most are read once, and what is made of them is kept by those who make it
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table ``name``, header and comments left out, cells as they are.

    >>> rows("surnames")[0][0] != "character"
    True
    """
    return tuple(_rows(name))


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    lines = _content(name).decode("utf-8").split("\n")
    return (tuple(line.split("\t")) for line in [line for line in lines if line and line[0] != "#"][1:])


def _content(name: str) -> bytes:
    """The bytes of the file: with lines that end alike on every system."""
    content = Path(__file__).with_name(f"{name}.tsv").read_bytes()
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


@cache
def mapping(name: str) -> Mapping[str, str]:
    """The second cell of each row of the table ``name`` by the first.

    >>> mapping("labels")["pinyin"]
    'romanization'
    """
    return {row[0]: row[1] for row in _rows(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The first cells of the table ``name``, as a set."""
    return frozenset(row[0] for row in _rows(name))


def alternatives(name: str, *classes: str) -> str:
    """The first cells of the rows whose second is one of the classes, in order, as one regular expression.

    >>> alternatives("naming", "shortened")
    'abbreviated|shortened'
    """
    return "|".join([re.escape(row[0]) for row in rows(name) if row[1] in classes])


def found(name: str, first: str) -> str:
    """What stands behind the first cell of its row in a table sorted by that cell; empty where there is no such row.

    The table is searched as it lies in its file, by halves: a large one costs nothing until its rows are asked for.

    >>> found("word_families", "papal"), found("word_families", "papam")
    ('pope', '')
    """
    start, end = _row(name, first)
    return _kept(name)[0][start:end].decode("utf-8")


def words_in(name: str, first: str, beginning: str) -> list[str]:
    """The words, parted by spaces and sorted, behind the first cell of its row that begin so; as :func:`found`.

    >>> words_in("gloss_characters", "bankruptc", "破"), words_in("gloss_characters", "bankruptc", "银")
    (['破产'], [])
    """
    (content, _), (start, end), sought = _kept(name), _row(name, first), _encoded(beginning)
    place = start if content.startswith(sought, start, end) else content.find(b" " + sought, start, end) + 1
    words = []
    while place and content.startswith(sought, place, end):
        stop = content.find(b" ", place, end)
        stop = stop if stop >= 0 else end
        words.append(content[place:stop].decode("utf-8"))
        place = stop + 1
    return words


@lru_cache(4096)
def _row(name: str, first: str) -> tuple[int, int]:
    """Where what stands behind the first cell of its row begins and ends among the bytes of the table."""
    wanted = _encoded(f"{first}\t")
    content, place = _searched(name, wanted)
    return (place + len(wanted), content.index(b"\n", place)) if content.startswith(wanted, place) else (0, 0)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # half a pair is in no table, and no error


def _searched(name: str, wanted: bytes) -> tuple[bytes, int]:
    """The bytes of a table, and where in them the first row begins that does not come before what is wanted."""
    content, low = _kept(name)
    high = len(content)
    while low < high:
        middle = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if content[middle : middle + len(wanted)] < wanted:
            low = content.index(b"\n", middle) + 1
        else:
            high = middle
    return content, low


@cache
def _kept(name: str) -> tuple[bytes, int]:
    """The bytes of the file, and where in them the rows begin."""
    content = _content(name)
    return content, _start(content)


def _start(content: bytes) -> int:
    head = _HEAD.match(content)
    return head.end() if head else 0


def packed(name: str) -> bytes:
    """The bytes that the lines of the table ``name`` hold in base 64 (RFC 4648); not kept in memory here.

    >>> len(packed("headwords")) > 1_000_000
    True
    """
    content = _content(name)
    return b64decode(content[_start(content) :])
