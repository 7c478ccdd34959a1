"""What English words around a name say: titles, offices, nationalities, and the small words of the language."""

from __future__ import annotations

import re
from functools import cache

from glossary import tables

__all__ = [
    "is_capital",
    "is_connector",
    "is_determiner",
    "is_function_word",
    "is_given_name",
    "is_link",
    "is_title",
    "title_class",
]

_CAPITAL = re.compile(r"[^a-zà-öø-ÿ]*[A-ZÀ-ÖØ-Þ]|[a-z]{1,2}[-‐]?[A-Z]|\d|[a-z]+[A-Z]")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")
_EDGES = re.compile(r"^[^\w]+|(?:['’]s)?[^\w]*$")


@cache
def _titles() -> dict[str, str]:
    return dict(tables.rows("titles"))  # type: ignore[arg-type]


@cache
def _function_words() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for word, group in tables.rows("function_words"):
        classes.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in classes.items()}


def title_class(word: str) -> str:
    """The class of a word that may stand before a name: honorific, title, role, qualifier, nationality, or empty.

    A compound is known by its last part (vice-president), and ``then-`` or ``ex-`` before a title count as part of it.

    >>> [title_class(word) for word in ("Premier", "Chinese", "Then-premier", "Mr.", "Lin")]
    ['role', 'nationality', 'role', 'honorific', '']
    """
    bare = _EDGES.sub("", word).casefold()
    known = _titles()
    return known.get(bare) or known.get(bare.replace(".", "")) or known.get(bare.rpartition("-")[2], "")


def is_title(word: str) -> bool:
    """Whether the word may stand before a person's name without being part of it.

    >>> is_title("Mayor"), is_title("Former"), is_title("Jensen")
    (True, True, False)
    """
    return title_class(word) != ""


def is_function_word(word: str) -> bool:
    """Whether the word belongs to the running text and begins no name.

    >>> is_function_word("During"), is_function_word("Dream")
    (True, False)
    """
    return not _function_words().get(word.casefold(), frozenset()).isdisjoint(("function", "determiner"))


def is_determiner(word: str) -> bool:
    """Whether the word is an article, a possessive or a demonstrative.

    >>> is_determiner("The"), is_determiner("of")
    (True, False)
    """
    return "determiner" in _function_words().get(word.casefold(), frozenset())


def is_connector(word: str) -> bool:
    """Whether the word may stand in lower case inside a name (Ministry **of** Finance, Ludwig **van** Beethoven).

    >>> is_connector("of"), is_connector("and"), is_connector("yesterday")
    (True, True, False)
    """
    return not _function_words().get(word.casefold(), frozenset()).isdisjoint(("connector", "link"))


def is_link(word: str) -> bool:
    """Whether the word joins two names as often as it stands inside one (Justice **and** Peace, Berlin **to** Rome).

    >>> is_link("and"), is_link("of")
    (True, False)
    """
    return "link" in _function_words().get(word.casefold(), frozenset())


def is_capital(text: str) -> bool:
    """Whether a word is written like a name: a capital, a digit, or a capital inside (iPhone, e-Taxi).

    >>> is_capital("Lifeng"), is_capital("iPhone"), is_capital("3D"), is_capital("yesterday")
    (True, True, True, False)
    """
    return _CAPITAL.match(text) is not None


def is_given_name(word: str) -> bool:
    """Whether the word is an English given name or initials.

    >>> is_given_name("Jensen"), is_given_name("C.C."), is_given_name("Premier")
    (True, True, False)
    """
    return word.casefold() in tables.words("given_names") or _INITIALS.fullmatch(word) is not None
