"""Subtitles, SRT and WebVTT: the cues, without times, tags and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from glossary.documents.encodings import decode
from glossary.documents.normal import unify
from glossary.documents.options import Options
from glossary.documents.pieces import Content, Piece
from glossary.documents.typography import run_on
from glossary.errors import SyntaxFault
from glossary.lang.script import is_han

__all__ = ["read"]

_TIMES = re.compile(r"\s*((?:\d{1,3}:)?\d{1,2}:\d{2})[.,]\d{1,3}\s*-->")
_TAGS = re.compile(r"<rt>[^<\n]{0,80}</rt>|</?[A-Za-z0-9][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&lrm;": "", "&rlm;": ""}
_ENTITY = re.compile("|".join(_ENTITIES))


def read(data: bytes, *, path: str, options: Options) -> Content:
    """A line for each cue, with its number and time as its place; a cue in two languages has a line for each.

    Raises:
        InputError: no text, or without any times.
    """
    text = unify(decode(data, path=path, encoding=options.encoding))
    pieces = list(_pieces(text))
    if not pieces:
        raise SyntaxFault("holds no subtitles", where=f"{path}:1", hint="Save it as SRT or WebVTT, or name it .txt")
    return Content(pieces)


def _pieces(text: str) -> Iterator[Piece]:
    number = 0
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text):
        lines = block.split("\n")
        timed = next((place for place, line in enumerate(lines[:3]) if _TIMES.match(line)), None)
        if timed is None:
            continue
        number += 1
        times = _TIMES.match(lines[timed])
        shown = _joined([line for line in map(_bare, lines[timed + 1 :]) if line])
        if shown and times:
            yield Piece(f"{shown}\n", f"cue {number} ({times[1]})")


def _bare(line: str) -> str:
    r"""The line without tags.

    >>> _bare("<i>He Lifeng</i> &amp; {\\an8}others")
    'He Lifeng & others'
    """
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], _TAGS.sub("", line)).strip()


def _joined(lines: list[str]) -> str:
    r"""The lines of a cue, run on where both are in one language.

    >>> _joined(["Vice Premier He", "Lifeng", "副總理何立", "峰"])
    'Vice Premier He Lifeng\n副總理何立峰'
    """
    joined = lines[0] if lines else ""
    for above, line in pairwise(lines):
        speaker = line.startswith(("-", "–", "—"))
        if speaker or is_han(above[0]) != is_han(line[0]):
            joined += f"\n{line}"
        else:
            joined = run_on(joined, line, {}) + line
    return joined
