"""Two pairs that words between them make one thing: the names of each are further names of the other.

``Jiaozi (餃子), whose real name is Yang Yu (楊宇)`` · ``餃子（Jiaozi），本名楊宇（Yang Yu）``
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from glossary.lang.hygiene import plain
from glossary.pairs.edges import probability
from glossary.pairs.mentions import Found, Place
from glossary.pairs.naming import OFTEN, VERB, words

__all__ = ["linked"]

_LONGEST = 60  # characters between two pairs
_LEAST = 0.5  # probability that both must have
_OPENED = r"(?:the |an? )?[*_“\"‘'「『《]{0,3}"
_CLOSED = r"[*_”\"’'」』》]{0,3}"


def linked(found: Sequence[Found], places: Sequence[Place], text: str) -> list[Found]:
    """The same, those that words link with the names of their partner as aliases; they are in the order of the text.

    ``places``: where each is.
    """
    out = list(found)
    between = _between()
    for at, ((_, end), (start, _)) in enumerate(pairwise(places)):
        if 0 < start - end <= _LONGEST and between.fullmatch(text, end, start) and _likely(*found[at : at + 2]):
            one, other = found[at : at + 2]
            out[at : at + 2] = _with(out[at], other, text), _with(other, one, text)
    return out


def _likely(*found: Found) -> bool:
    """Whether all are likely to be pairs."""
    return all(probability(one.reasons) >= _LEAST for one in found)


def _with(one: Found, other: Found, text: str) -> Found:
    """The first with the second's names as further ones, which may have been cut short: Great Sage | Equal to …"""
    own = {plain(span.of(text)) for span in one.names}
    names = tuple(plain(span.of(text)) for span in other.names)
    before = (alias for alias in one.aliases if not any(name.startswith(f"{alias} ") for name in names))
    return Found(one.candidate, one.names, one.reasons, _once((*before, *names), own))


def _once(names: Iterable[str], own: set[str]) -> tuple[str, ...]:
    """The names without doubles and without the pair's own."""
    return tuple(dict.fromkeys(name for name in names if name not in own))


@cache
def _between() -> re.Pattern[str]:
    """What stands between two pairs of one thing: , formerly known as the · ; his real name is · ，本名."""
    often = rf"(?:{words(*OFTEN)})"
    named = rf"(?:{words('renaming')}|(?:{words('verb')}|{words('shortened')})(?: (?:as|to))?)"
    whose = rf"(?:whose|(?:and )?(?:his|her|its|their)) (?:{words('sort')}) name (?:is|was)"
    be = "(?:(?:which|who|that) )?(?:is|was|are|were) "
    english = rf"(?:{whose}|{be}(?:{often} )*{named}|{often}(?:(?: {often})* {named})?|{words('renaming')})"
    chinese = rf"[他她它其]?(?:{VERB}|(?:{words('renaming-chinese')})[為为是作]?)[：:]?"
    return re.compile(rf"{_CLOSED}[,;，；、]?(?: [—–-])? ?[(（]?(?:{english} |{chinese}){_OPENED}")
