"""What an English word beside a name says: a title, an office, a nationality, a small word, a capital."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary import tables
from glossary.lang import glosses
from glossary.lang.generics import is_generic

__all__ = ["OFFICES", "Nature", "is_plural", "nature", "owner", "stripped"]

_CAPITAL = re.compile(r"[^a-zà-öø-ÿ]*[A-ZÀ-ÖØ-Þ]|[a-z]{1,2}[-‐]?[A-Z]|\d|[a-z]+[A-Z]")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")
OFFICES = frozenset(("honorific", "title", "role"))  # classes of titles of persons
_POSSESSIVE = re.compile(r"['’‘`´]s?$")
_POSSESSIVE_ENDS = frozenset("s'’‘`´")
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
    return Nature(
        capital=_CAPITAL.match(word) is not None,
        title=title,
        small=_is_of(folded, "function", "determiner"),
        connector=_is_of(folded, "connector", "link"),
        link=_is_of(folded, "link"),
        determiner=_is_of(folded, "determiner"),
        demonstrative=_is_of(folded, "demonstrative"),
        container=_is_of(folded, "container") or _is_of(folded.removesuffix("s"), "container"),
        verb=_is_verb(folded),
        locator=_is_of(folded, "locator"),
        given=folded in tables.words("given_names") or (not title and _INITIALS.fullmatch(word) is not None),
        possessive=word.endswith(_POSSESSIVES),
        origin="-" in word and word.rpartition("-")[2] in tables.words("name_neighbours", "origin"),
    )


def owner(word: str) -> str:
    """The word without the ending of a possessive, whatever the apostrophe.

    >>> owner("Japan’s"), owner("Stones'"), owner("Japan`s"), owner("Japan"), owner("’s")
    ('Japan', 'Stones', 'Japan', 'Japan', '’s')
    """
    return _POSSESSIVE.sub("", word) or word if word[-1:] in _POSSESSIVE_ENDS else word


def is_plural(word: str) -> bool:
    """Whether the word is an office that several hold: it goes before names, and begins many a name.

    >>> is_plural("Legislators"), is_plural("Actress"), is_plural("Doctors"), is_plural("Rivers")
    (True, False, True, False)
    """
    folded = word.casefold()
    known = tables.mapping("titles")
    return folded not in known and folded.removesuffix("s") in known


@lru_cache(4096)
def stripped(english: str) -> str:
    """The name without the titles before it.

    A title belongs to a name that is no person's (Queen Sirikit Park, Justice: What Do We Owe?) or that is nothing but
    titles.

    >>> stripped("Prof. James Woodward Jr."), stripped("Prince"), stripped("Doctor of Letters")
    ('James Woodward Jr.', 'Prince', 'Doctor of Letters')
    >>> stripped("Duke and Duchess of Urbino")
    'Duke and Duchess of Urbino'
    >>> stripped("Queen Sirikit Park"), stripped("Baker Street robbery"), stripped("Lord Lieutenant")
    ('Queen Sirikit Park', 'Baker Street robbery', 'Lord Lieutenant')
    >>> stripped("Vice President Kamala Harris"), stripped("General Equilibrium Theory")
    ('Kamala Harris', 'General Equilibrium Theory')
    """
    words = english.split()
    natures = [nature(word) for word in words]
    ends = (
        not found.title or found.possessive or is_plural(word) or word.endswith(":")
        for found, word in zip(natures, words, strict=True)
    )
    run = next((i for i, end in enumerate(ends) if end), len(words))
    cut = max((i + 1 for i, found in enumerate(natures[:run]) if found.title in OFFICES), default=0)
    if cut == len(words) or natures[cut].connector or is_generic(words[-1]) or words[-1].islower():
        return english
    rest = words[cut:]
    if len(rest) > 1 and not natures[cut].given and all(map(_is_word, rest)):  # General Equilibrium Theory
        return english
    return " ".join(rest) if cut else english


def _is_word(word: str) -> bool:
    """Whether the dictionary has an English word."""
    return bool(glosses.shortened(glosses.stem(word)))


def _is_verb(folded: str) -> bool:
    """Whether the word is mostly a verb, in its base form or with s."""
    verbs = tables.words("english_verbs")
    return folded in verbs or (folded.endswith("s") and (folded[:-1] in verbs or folded[:-2] in verbs))


def _is_of(folded: str, *classes: str) -> bool:
    """Whether the word is of one of these classes of function words."""
    return folded in tables.words("function_words", *classes)


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
    other = last == "honorific" or first in tables.words("name_neighbours", "no-office")  # Notre-Dame is no Dame
    return "" if other else last
