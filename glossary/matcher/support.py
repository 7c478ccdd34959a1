"""Which doubtful occurrences count, as the text names the same thing for sure, or the firms among which it is one."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from operator import attrgetter

from glossary.lang.known_names import bears_brand
from glossary.matcher.names import Name
from glossary.matcher.occurrences import Occurrence
from glossary.model import Kind, Span

__all__ = ["supported"]

_FIRMS = frozenset({Kind.ORGANIZATION, Kind.PRODUCT, Kind.PLACE})
_ROUNDS = 3  # in which what was doubtful and is no more supports others
_JOINED = 6  # characters between two names that are joined
_JOINING = re.compile("[、，與与和及跟]+|, |,? (?:and|or|&) ")
_OF_FIRMS = 2  # brands that a text names from which another one's name is a brand there, too


def supported(text: str, found: Iterable[tuple[Occurrence, bool]]) -> list[Occurrence]:
    """The occurrences without those that are doubtful, and that the text has nowhere for sure.

    ``Target`` at the start of a sentence counts where the text names Target Corp elsewhere, ``Apple`` in Apple Sidra
    where it names Apple; 蘋果 also beside another firm, or in a text of firms, and then in the rest of it.
    """
    found = list(found)
    known = [one for one, doubt in found if not doubt]
    doubted = {one.entry.id for one, doubt in found if doubt and _is_brand(one.name)}
    for _ in range(_ROUNDS if len(known) < len(found) else 0):
        either, english = _entries(known), _entries(one for one in known if not one.name.chinese)
        firms = [one.span for one in known if one.entry.kind is Kind.ORGANIZATION]
        brands = {one.entry.id for one in known if _is_brand(one.name)} if doubted else set()
        size = len(known)
        known = [
            one
            for one, doubt in found
            if not doubt
            or one.entry.id in (either if one.name.chinese else english)
            or _is_beside_firm(text, one, firms)
            or (one.entry.id in doubted and len(brands - {one.entry.id}) >= _OF_FIRMS)
        ]
        if len(known) == size or either.issuperset(_entries(known)):
            break
    return known


def _is_brand(name: Name) -> bool:
    """Whether a name is a firm's or a product's that is known as a brand, by any of its names."""
    if name.entry.kind not in {Kind.ORGANIZATION, Kind.PRODUCT}:
        return False
    return any(bears_brand(term.text) for term in name.entry.terms)


def _is_beside_firm(text: str, one: Occurrence, firms: list[Span]) -> bool:
    """Whether a word joins the name and a firm's, of those in order: 蘋果與索尼, Apple and Google."""
    if one.entry.kind not in _FIRMS:
        return False
    at = bisect(firms, one.span.start, key=attrgetter("start"))
    gaps = ((min(one.span.end, firm.end), max(one.span.start, firm.start)) for firm in firms[max(0, at - 1) : at + 1])
    return any(0 < start - end <= _JOINED and _JOINING.fullmatch(text, end, start) for end, start in gaps)


def _entries(found: Iterable[Occurrence]) -> set[str]:
    return {one.entry.id for one in found}
