"""StarDict dictionary as a ZIP of its folder, for GoldenDict, sdcv, KOReader, OmegaT and other readers.

Spec: StarDict 3.0.0: ``.ifo``, ``.idx`` (sorted by the bytes with ASCII in lower case, then as they are), ``.dict``
with articles of plain text (``sametypesequence=m``). Unpack it where the program looks for dictionaries:
``~/.stardict/dic``, or the folder ``dictionary`` of an OmegaT project. Every name in both languages and both scripts,
and the pinyin without tones, is a word of the index that leads to the article; there is no ``.syn``, which some readers
pass over.

Limits: a word has at most 255 bytes, longer ones are left out; a NUL is taken out and a line break becomes a space. The
index is sorted in memory.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import IO, BinaryIO

from glossary.formats import article
from glossary.formats.archive import archive, part
from glossary.formats.fitting import CONTROLS, whole
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry

__all__ = ["index_key", "write"]

_LONGEST = 255  # bytes of a word
_NAME = "glossary"


def index_key(word: bytes) -> tuple[bytes, bytes]:
    """What words are sorted by: ``stardict_strcmp`` of the specification.

    >>> sorted([b"b", b"A", b"a"], key=index_key)
    [b'A', b'a', b'b']
    """
    return word.lower(), word


def _articles(
    entries: Iterable[Entry], stream: IO[bytes], *, options: Options, report: Report
) -> tuple[int, list[tuple[bytes, int, int]]]:
    """Writes the articles; returns the number of entries and the words, each with where its article is."""
    index: list[tuple[bytes, int, int]] = []
    count = at = 0
    for given in entries:
        entry = whole(given, CONTROLS, report=report)
        words = [word.strip().encode() for word in article.words(entry, options)]
        short = [word for word in words if 0 < len(word) <= _LONGEST]
        if len(short) < len(words):
            report.leave_out(entry, f"a name of more than {_LONGEST} bytes cannot be looked up")
        if not short:
            report.leave_out(entry, "it has no name that can be looked up")
            continue
        text = "\n".join(article.lines(entry, options)).encode()
        stream.write(text)
        index += [(word, at, len(text)) for word in dict.fromkeys(short)]
        at += len(text)
        count += 1
    return count, index


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have a name and returns their number."""
    with archive(stream) as made:
        with part(made, f"{_NAME}/{_NAME}.dict") as articles:
            count, index = _articles(entries, articles, options=options, report=report)
        index.sort(key=lambda found: (*index_key(found[0]), found[1]))
        with part(made, f"{_NAME}/{_NAME}.idx") as words:
            size = sum(words.write(word + b"\0" + struct.pack(">II", at, length)) for word, at, length in index)
        with part(made, f"{_NAME}/{_NAME}.ifo") as about:
            about.write(_about(options, words=len(index), size=size).encode())
    return count


def _about(options: Options, *, words: int, size: int) -> str:
    values = {
        "version": "3.0.0",
        "bookname": options.title,
        "wordcount": words,
        "idxfilesize": size,
        "sametypesequence": "m",
        "x-made-by": "glossary",
    }
    return "StarDict's dict ifo file\n" + "".join(f"{name}={value}\n" for name, value in values.items())
