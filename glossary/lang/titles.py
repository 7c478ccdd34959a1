"""What an English word beside a name says: a title, an office, a nationality, a small word, a capital."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from glossary import tables

__all__ = ["Nature", "is_plural", "nature"]

_CAPITAL = re.compile(r"[^a-zà-öø-ÿ]*[A-ZÀ-ÖØ-Þ]|[a-z]{1,2}[-‐]?[A-Z]|\d|[a-z]+[A-Z]")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_OFFICE = {"role": "role"}  # of which there may be several: Legislators Lin and Fan
_EDGES = re.compile(r"^[^\w]+|(?:['’]s)?[^\w]*$")


@dataclass(frozen=True, slots=True)
class Nature:
    """What a word is, whatever stands around it.

    ``capital``: written like a name (a capital, a digit, a capital inside: iPhone). ``title``: its class where it
    may stand before a name without being part of it: honorific (Mr), title (King), role (Premier), qualifier
    (former), relation (rival), nationality, time (April); else empty. ``small``: an article, pronoun, preposition
    and the like; begins no name. ``determiner``: the, his; ``demonstrative``: this. ``connector``: may stand in
    lower case inside a name (Ministry *of* Finance). ``link``: a connector that joins two names as often (Justice
    *and* Peace). ``container``: with "of" it says what kind of thing a term is. ``locator``: with a number it says
    where in a thing (Article 3 of). ``verb``: mostly a verb. ``given``: an English given name or initials.
    ``possessive``: Taiwan’s. ``origin``: Taipei-based, Tainan-born.
    """

    capital: bool
    title: str
    small: bool
    connector: bool
    link: bool
    determiner: bool
    demonstrative: bool
    container: bool
    verb: bool
    locator: bool
    given: bool
    possessive: bool
    origin: bool


@lru_cache(16384)
def nature(word: str) -> Nature:
    """What the word is.

    A compound title is known by its last part (vice-president), and a full stop or a possessive is passed over.

    >>> [nature(word).title for word in ("Premier", "Chinese", "Then-premier", "Mr.", "Notre-Dame", "Tainan-born")]
    ['role', 'nationality', 'role', 'honorific', '', 'nationality']
    >>> [nature(word).capital for word in ("Lifeng", "iPhone", "3D", "yesterday")]
    [True, True, True, False]
    >>> nature("During").small, nature("of").connector, nature("of").link, nature("and").link
    (True, True, False, True)
    >>> nature("Jensen").given, nature("C.C.").given, nature("Taiwan’s").possessive
    (True, True, True)
    """
    folded, title = word.casefold(), _title(word)
    groups = _function_words().get(folded, frozenset())
    return Nature(
        capital=_CAPITAL.match(word) is not None,
        title=title,
        small=not groups.isdisjoint(("function", "determiner")),
        connector=not groups.isdisjoint(("connector", "link")),
        link="link" in groups,
        determiner="determiner" in groups,
        demonstrative="demonstrative" in groups,
        container="container" in groups or folded.removesuffix("s") in _containers(),
        verb=_is_verb(folded),
        locator="locator" in groups,
        given=folded in tables.words("given_names") or (not title and _INITIALS.fullmatch(word) is not None),
        possessive=word.endswith(_POSSESSIVES),
        origin="-" in word and word.rpartition("-")[2] in _neighbours("origin"),
    )


def is_plural(word: str) -> bool:
    """Whether the word is an office that several hold: it goes before names, and begins many a name.

    >>> is_plural("Legislators"), is_plural("Actress"), is_plural("Doctors"), is_plural("Rivers")
    (True, False, True, False)
    """
    folded = word.casefold()
    known = tables.mapping("titles")
    return folded not in known and folded.removesuffix("s") in known


def _is_verb(folded: str) -> bool:
    """Whether the word is mostly a verb, in its base form or with s."""
    verbs = tables.words("english_verbs")
    return folded in verbs or (folded.endswith("s") and (folded[:-1] in verbs or folded[:-2] in verbs))


@cache
def _containers() -> frozenset[str]:
    return frozenset(word for word, groups in _function_words().items() if "container" in groups)


def _title(word: str) -> str:
    known = tables.mapping("titles")
    if word.isalpha():
        folded = word.casefold()
        return known.get(folded) or _OFFICE.get(known.get(folded.removesuffix("s"), ""), "")
    bare = _EDGES.sub("", word).casefold()
    if found := known.get(bare) or known.get(bare.replace(".", "")):
        return found
    first, _, office = bare.rpartition("-")
    last = known.get(office, "")
    return "" if last == "honorific" or first in _neighbours("no-office") else last  # Notre-Dame is no Dame


@cache
def _neighbours(group: str) -> frozenset[str]:
    """Words beside a hyphen, by what they say of the word there."""
    return frozenset(word for word, own in tables.rows("name_neighbours") if own == group)


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for word, group in tables.rows("function_words"):
        classes.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in classes.items()}
