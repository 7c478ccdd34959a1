"""A page of HTML in which each name has a card that shows when one points at it, taps it or moves to it by keyboard.

The page is text only. It holds no script, and its content security policy allows nothing but its own style sheet, so
that nothing in the annotated text can run or load anything, whatever it holds.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import sha256
from html import escape, unescape
from importlib.resources import files
from typing import NamedTuple

from glossary.annotation.cards import Card, cards, key
from glossary.annotation.marks import Mark
from glossary.annotation.pages import CONTROLS, Page, picture
from glossary.matcher.spoken import spoken

__all__ = ["encoding", "strip", "write"]

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
{source}<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>{body}</main>
</body>
</html>
"""
_SOURCE = '<meta name="encoding-of-text" content="{}">\n'
_ENCODING = re.compile(_SOURCE.format(r"([\w-]+)").rstrip())
_ADDED = re.compile(r'<span class="c" [^>]*>.*?</span>|<r[tp]>.*?</r[tp]>', re.DOTALL)
_DATA = re.compile(r'<data class="x" value="(\d+)">.</data>', re.DOTALL)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}  # a browser takes a carriage return for a line feed
_SPECIAL = re.compile(f"[&<>\r{re.escape(CONTROLS)}]")
_UNSURE = "not reviewed yet, and not sure"
_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"(\s+)")


@cache
def _style() -> str:
    return (files("glossary.annotation") / "page.css").read_text(encoding="utf-8").strip()


def write(page: Page, marks: Sequence[Mark]) -> str:
    """The page."""
    pieces, done = [], 0
    told = {which: _Told(said, _card(said)) for which, said in cards(mark.occurrence for mark in marks).items()}
    for number, mark in enumerate(marks):
        span = mark.occurrence.span
        pieces.append(_text(page.text[done : span.start]))
        pieces.append(_name(mark, number, ruby=page.ruby, told=told[key(mark.occurrence)]))
        done = span.end
    pieces.append(_text(page.text[done:]))
    digest = b64encode(sha256(_style().encode()).digest()).decode()
    title = escape("".join(filter(str.isprintable, page.title)) or "Annotated text")
    lang = "zh" if sum(mark.occurrence.name.chinese for mark in marks) * 2 > len(marks) else "en"
    source = "" if page.encoding == "utf-8" else _SOURCE.format(_attribute(page.encoding))
    return _PAGE.format(lang=lang, hash=digest, source=source, title=title, style=_style(), body="".join(pieces))


def encoding(annotated: str) -> str:
    """The encoding of the file whose text a page has; empty where it is UTF-8.

    >>> encoding(write(Page("何立峰", encoding="gb18030"), [])), encoding(write(Page("何立峰"), []))
    ('gb18030', '')
    """
    found = _ENCODING.search(annotated, 0, max(0, annotated.find("<body>")))
    return found[1] if found else ""


def _text(text: str) -> str:
    """Text as HTML: nothing in it is markup."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """A character that HTML cannot hold as it is: a control character becomes a picture of it."""
    char = found[0]
    return _ESCAPES.get(char) or f'<data class="x" value="{ord(char)}">{picture(char)}</data>'


class _Told(NamedTuple):
    """The card of an entry, and the same as HTML."""

    said: Card
    html: str


def _name(mark: Mark, number: int, *, ruby: bool, told: _Told) -> str:
    """A marked name with the card of its entry."""
    one, said = mark.occurrence, told.said
    text = _text(one.text)
    # Above a Chinese name stands how it is said, above an English one the Chinese.
    if ruby and (above := spoken(one) if one.name.chinese else said.forms[0] if said.forms else ""):
        text = f"<ruby>{_words(one.text)}<rp>(</rp><rt>{_text(above)}</rt><rp>)</rp></ruby>"
    classes = f"n {said.kind}{' u' * said.unsure}{' f' * mark.first}"
    lang = _attribute(one.name.term.lang)
    return (
        f'<span class="{classes}" tabindex="0" lang="{lang}" aria-describedby="c{number}">{text}'
        f'<span class="c" role="tooltip" id="c{number}">{told.html}</span></span>'
    )


def _words(text: str) -> str:
    """Text as HTML with each word in an element of its own: a browser would end lines of a ruby within words."""
    return "".join(
        f'<span class="w">{_text(word)}</span>' if word.strip() else _text(word) for word in _SPACES.split(text)
    )


@lru_cache(256)
def _attribute(text: str) -> str:
    """Text as the value of an attribute."""
    return escape(text)


def _card(said: Card) -> str:
    """A card. It holds no ``span``, by which :func:`strip` knows its end."""
    rows = (
        ("b", said.english),
        ('b class="z"', " / ".join(said.forms)),
        ("i", said.pinyin),
        ("small", " · ".join(filter(None, (said.zhuyin, said.kind)))),
        ("small", f"also: {'; '.join(said.others)}" if said.others else ""),
        ("small", _UNSURE if said.unsure else ""),
        ("small", said.note),
        ("q", said.sentence),
        ("cite", said.source),
    )
    return "".join(f"<{tag}>{_text(text)}</{tag.partition(' ')[0]}>" for tag, text in rows if text)


def strip(annotated: str) -> str:
    """The text of a page that :func:`write` made.

    >>> strip('<main>He &amp; <span class="n">Lin<span class="c" id="c0"><b>Lin</b></span></span></main>')
    'He & Lin'
    """
    begin, end = annotated.find("<main>"), annotated.rfind("</main>")
    if begin < 0 or end < 0:
        return annotated
    body = _ADDED.sub("", annotated[begin + len("<main>") : end])
    parts = _DATA.split(body)
    texts = [unescape(_TAG.sub("", text)) for text in parts[::2]]
    return "".join(one + other for one, other in zip(texts, [*(chr(int(c)) for c in parts[1::2]), ""], strict=True))
