"""Colours for a terminal: names underlined, and after the first mention of each the other name, dimmed.

What the text itself holds of control characters is shown as pictures, so that no text can act on the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.annotation.cards import summary
from glossary.annotation.marks import Mark
from glossary.annotation.pages import Page, picture, shown

__all__ = ["strip", "write"]

_COLOURS = {"person": 36, "organization": 33, "place": 32}
_OTHER = 35
_OVERWRITING = re.compile("\r(?!\n)")  # what follows would be written over what stands in the line
_ADDED = re.compile("\x1b\\[2m 〔.*?〕\x1b\\[22m|\x1b\\[(?:4;\\d\\d|0)m")
_PICTURE = re.compile("\x1b\\[7m(.)\x1b\\[27m\x1b\\[(\\d+)m\x1b\\[0m", re.DOTALL)


def write(page: Page, marks: Sequence[Mark]) -> str:
    """The text with escape sequences of colours."""
    pieces, done = [], 0
    for mark in marks:
        span = mark.occurrence.span
        colour = _COLOURS.get(mark.occurrence.entry.kind, _OTHER)
        pieces.append(_shown(page.text[done : span.start]))
        pieces.append(f"\x1b[4;{colour}m{_shown(span.of(page.text))}\x1b[0m")
        if mark.first and (said := summary(mark.occurrence)):
            pieces.append(f"\x1b[2m 〔{_plain(said)}〕\x1b[22m")
        done = span.end
    return "".join((*pieces, _shown(page.text[done:])))


def _shown(text: str) -> str:
    return _OVERWRITING.sub(lambda found: _sign(found[0]), shown(text, _sign)) if "\r" in text else shown(text, _sign)


def _sign(char: str) -> str:
    """A picture of a control character, and its number as an unused colour, which terminals pass over."""
    return f"\x1b[7m{picture(char)}\x1b[27m\x1b[{1000 + ord(char)}m\x1b[0m"


def _plain(said: str) -> str:
    """What is said, on one line and without what would end it."""
    return "".join(filter(str.isprintable, said)).replace("〕", ")")


def strip(annotated: str) -> str:
    r"""The text without what :func:`write` added.

    >>> strip("\x1b[4;36mHe Lifeng\x1b[0m\x1b[2m 〔何立峰〕\x1b[22m spoke")
    'He Lifeng spoke'
    """
    parts = _PICTURE.split(annotated)
    texts = [_ADDED.sub("", text) for text in parts[::3]]
    chars = [chr(int(code) - 1000) for code in parts[2::3]]
    return "".join(one + other for one, other in zip(texts, [*chars, ""], strict=True))
