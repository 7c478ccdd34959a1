"""What a file that is imported says of one thing, before it becomes an entry; and the languages that files name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from glossary.lang.latin import is_toned
from glossary.lang.script import has_han
from glossary.model import Kind, Review, Term, TermStatus

__all__ = ["Remark", "Row", "kind", "language", "pair", "remark"]

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>hans|hant))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-.*)?\Z")
_HANT, _HANS = frozenset({"tw", "hk", "mo"}), frozenset({"cn", "sg", "my"})
_KEPT = frozenset({"zh-Hant-TW", "zh-Hant-HK", "zh-Hans-CN"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row, unit or concept of a file.

    ``terms``: the preferred one of each language first; ``lang`` is ``en``, a script of Chinese, or ``zh`` where the
    file does not say which. ``pinyin`` is of the first Chinese name, in any notation. ``id`` is that of the entry,
    where it is a file of ours. ``place`` is ``path:line``, or empty.
    """

    terms: tuple[Term, ...]
    kind: Kind = Kind.OTHER
    note: str = ""
    context: str = ""
    review: Review = Review.UNREVIEWED
    pinyin: str = ""
    id: str = ""
    place: str = ""


def language(tag: str) -> str:
    """Our tag for a language that a file names: ``en``, ``zh`` and its scripts and regions; empty for others.

    >>> [language(tag) for tag in ("en-US", "zh_TW", "zh-CN", "zh", "ZH-Hant", "cmn-Hans-CN", "de")]
    ['en', 'zh-Hant-TW', 'zh-Hans-CN', 'zh', 'zh-Hant', 'zh-Hans-CN', '']
    """
    found = _TAG.match(tag.strip().lower().replace("_", "-"))
    if found is None or found["language"] not in {"en", "eng", "zh", "cmn", "zho", "chi"}:
        return ""
    if found["language"].startswith("en"):
        return "en"
    region = found["region"] or ""
    script = found["script"] or ("hant" if region in _HANT else "hans" if region in _HANS else "")
    if not script:
        return "zh"
    whole = f"zh-{script.capitalize()}-{region.upper()}"
    return whole if whole in _KEPT else f"zh-{script.capitalize()}"


def kind(text: str) -> Kind:
    """The kind of that name, ``other`` for any other text.

    >>> kind("Person"), kind("finance")
    (<Kind.PERSON: 'person'>, <Kind.OTHER: 'other'>)
    """
    name = text.strip().casefold()
    return Kind(name) if name in set(Kind) else Kind.OTHER


def pair(first: Iterable[str], second: Iterable[str], *, unused: frozenset[str] = frozenset()) -> tuple[Term, ...]:
    """The terms of two columns of names, of which the one with Chinese characters is the Chinese side.

    >>> [(term.text, term.lang) for term in pair(["何立峰"], ["He Lifeng"])]
    [('何立峰', 'zh'), ('He Lifeng', 'en')]
    """
    sides = [list(first), list(second)]
    chinese = [any(map(has_han, side)) for side in sides]
    langs = ("zh", "en") if chinese[0] and not chinese[1] else ("en", "zh")
    return tuple(
        Term(text.strip(), lang, status=TermStatus.DEPRECATED if text in unused else TermStatus.ADMITTED)
        for lang, side in zip(langs, sides, strict=True)
        for text in side
        if text.strip()
    )


class Remark(NamedTuple):
    """What a comment says in one cell."""

    kind: Kind
    pinyin: str
    note: str


def remark(text: str) -> Remark:
    """The kind and the pinyin that our comments begin with, and the rest as a note.

    >>> remark("Hé Lìfēng; person; vice premier")
    Remark(kind=<Kind.PERSON: 'person'>, pinyin='Hé Lìfēng', note='vice premier')
    """
    parts = [part for part in text.split("; ") if part.strip()]
    pinyin = next((part for part in parts if is_toned(part)), "")
    found = next((part for part in parts if kind(part) is not Kind.OTHER), "")
    return Remark(kind(found), pinyin, "; ".join(part for part in parts if part not in {pinyin, found}))
