"""The language tables: what is known about names, kept as data.

Each is a TSV file beside this module: ``#`` comments, then a header line, then rows. ``README.md`` here says of each
where it comes from, under which licence, how many rows it has and which script rebuilds it.
"""

from __future__ import annotations

import re
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

__all__ = ["alternatives", "found", "lists", "mapping", "packed", "rows", "weights", "words", "words_in"]

_PARTS, _LEAST_PART = 512, 256  # into which a table is divided that is searched, and the bytes of one
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
def words(name: str, *classes: str) -> frozenset[str]:
    """The first cells of the table ``name``, as a set; only of the rows whose second is one of the classes, if any is.

    >>> "the" in words("function_words"), sorted(words("naming", "shortened"))
    (True, ['abbreviated', 'shortened'])
    """
    return frozenset(row[0] for row in _rows(name) if not classes or row[1] in classes)


@cache
def lists(name: str) -> Mapping[str, frozenset[str]]:
    """The words, parted by spaces, in the second cell of each row of the table ``name``, by the first cell.

    >>> "tainan" in lists("places")["place"], "tainan" in lists("places")["country"]
    (True, False)
    """
    return {row[0]: frozenset(row[1].split()) for row in _rows(name)}


@cache
def weights(name: str) -> Mapping[str, float]:
    """The second cell of each row of the table ``name``, a number, by the first.

    >>> weights("edge_weights")["recurs"] > 0
    True
    """
    return {row[0]: float(row[1]) for row in _rows(name)}


def alternatives(name: str, *classes: str) -> str:
    """The first cells of the rows whose second is one of the classes, in order, as one regular expression.

    >>> alternatives("naming", "shortened")
    'abbreviated|shortened'
    """
    return "|".join([re.escape(row[0]) for row in rows(name) if row[1] in classes])


def found(name: str, first: str) -> str:
    """What stands behind the first cell of its row in a table sorted by that cell; empty where there is no such row.

    The table is searched as it lies in its file: a large one costs nothing until its rows are asked for.

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
    content, _ = _kept(name)
    cells, places = _signposts(name)
    wanted = _encoded(f"{first}\t")
    post = bisect_right(cells, wanted)
    if not post:
        return 0, 0
    # The first row of a part follows a line break, too: that of the one before it or of the head.
    place = content.find(b"\n" + wanted, places[post - 1] - 1, places[post])
    return (place + 1 + len(wanted), content.index(b"\n", place + 1)) if place >= 0 else (0, 0)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")  # half a pair is in no table, and no error


@cache
def _signposts(name: str) -> tuple[list[bytes], list[int]]:
    """The first cells of rows here and there in a table, and where these rows begin; the last place is its end."""
    content, start = _kept(name)
    step = max(_LEAST_PART, len(content) // _PARTS)
    places = sorted({content.rfind(b"\n", 0, place + 1) + 1 for place in range(start, len(content) - 1, step)})
    return [content[place : content.index(b"\t", place) + 1] for place in places], [*places, len(content)]


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
