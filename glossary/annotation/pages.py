"""What is annotated: a text with its title and language, and how its reader wants it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["CONTROLS", "Page", "picture", "shown"]

# Characters that would act on a terminal or that HTML cannot hold; shown as pictures instead.
CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127, *range(128, 133), *range(134, 160))))

_CONTROL = re.compile(f"[{re.escape(CONTROLS)}]")


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its title (a file's name) and path, and whether names in HTML have their reading above them.

    ``encoding`` is that of the text's file, kept in a page so that taking the annotation away gives back its bytes;
    ``places`` are the pages, paragraphs or segments of a document, each with the offset where it begins.
    """

    text: str
    title: str = ""
    path: str = "-"
    ruby: bool = False
    encoding: str = "utf-8"
    places: tuple[tuple[int, str], ...] = ()


def picture(char: str) -> str:
    r"""A visible sign for a control character.

    >>> picture("\x1b"), picture("\x7f"), picture("\x9b")
    ('␛', '␡', '\ufffd')
    """
    code = ord(char)
    return chr(0x2400 + code) if code < 32 else "␡" if code == 127 else "\ufffd"


def shown(text: str, sign: Callable[[str], str]) -> str:
    r"""The text with ``sign(char)`` for each control character but tabs and newlines.

    >>> shown("a\x1b[0m", picture)
    'a␛[0m'
    """
    return _CONTROL.sub(lambda found: sign(found[0]), text)
