"""How companies say that they are companies: legal forms (Ltd, GmbH), and words of their names (Group, Technologies).

The classes of the table ``company_suffixes``: ``tail``, a legal form that may also stand behind a comma or a bracket
(``Foo, Inc.``); ``form``, another; ``group``, what is left off where a company is looked up; ``word``, another word.
"""

from __future__ import annotations

from functools import cache

from glossary import tables

__all__ = ["is_suffix", "is_tail", "spelt"]


@cache
def spelt(*classes: str) -> str:
    """The words of the classes as a regular expression, without the full stop at the end of an abbreviation.

    >>> import re
    >>> bool(re.fullmatch(spelt("tail"), "L.L.C")), bool(re.fullmatch(spelt("tail", "form"), "Group"))
    (True, False)
    """
    return tables.alternatives("company_suffixes", *classes)


def is_tail(word: str) -> bool:
    """Whether a word is a legal form that may stand behind a comma or a bracket; the full stop may be there or not.

    >>> is_tail("Ltd."), is_tail("Group")
    (True, False)
    """
    return word.removesuffix(".") in _tails()


def is_suffix(word: str) -> bool:
    """Whether a word, in any capitals, is of any of the classes.

    >>> is_suffix("holdings"), is_suffix("CO."), is_suffix("bread")
    (True, True, False)
    """
    return word.casefold().rstrip(".") in _suffixes()


@cache
def _tails() -> frozenset[str]:
    return frozenset(word for word, own in tables.rows("company_suffixes") if own == "tail")


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(map(str.casefold, tables.words("company_suffixes")))
