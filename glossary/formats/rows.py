"""What a file that is imported says of one thing, before it becomes an entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from glossary.lang.latin import is_toned
from glossary.lang.script import has_han
from glossary.model import Kind, Review, Term, TermStatus

__all__ = ["Remark", "Row", "kind", "pair", "remark"]


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
