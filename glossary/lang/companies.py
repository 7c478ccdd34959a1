"""How companies say that they are companies: legal forms (Ltd, GmbH), and words of their names (Group, Technologies).

The classes of the table ``company_suffixes``: ``tail``, a legal form that may also stand behind a comma or a bracket
(``Foo, Inc.``); ``form``, another; ``group``, what is left off where a company is looked up; ``word``, another word.
The table ``registered_names`` has what Chinese companies' registered names end with.
"""

from __future__ import annotations

import re
from functools import cache

from glossary import tables
from glossary.lang.script import HAN

__all__ = ["BRANCH", "is_ending", "is_suffix", "is_tail", "own_name", "spelt"]

_FORMS = ("有限公司", "有限责任公司")
# Inside a registered name: （集团）, （中国）.
BRANCH = rf"[(（][{HAN}]{{1,4}}[)）]"


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
    return word.removesuffix(".") in tables.words("company_suffixes", "tail")


def is_suffix(word: str) -> bool:
    """Whether a word, in any capitals, is of any of the classes.

    >>> is_suffix("holdings"), is_suffix("CO."), is_suffix("bread")
    (True, True, False)
    """
    return word.casefold().rstrip(".") in _suffixes()


def own_name(folded: str) -> int:
    """How much of simplified Chinese stands before the trade and the legal form that end a registered company's name.

    All of it where none does, or nothing else is there.

    >>> [own_name(name) for name in ("北京字节跳动科技有限公司", "北京字节跳动", "有限公司")]
    [6, 6, 4]
    """
    if not folded.endswith(_FORMS):
        return len(folded)
    found = _registered().search(folded)
    return found.start() if found and found.start() else len(folded)


def is_ending(folded: str) -> bool:
    """Whether simplified Chinese is only the trade and the legal form that end a registered company's name.

    >>> is_ending("股份有限公司"), is_ending("腾讯控股有限公司"), is_ending("股份")
    (True, False, False)
    """
    return folded.endswith(_FORMS) and _registered().fullmatch(folded) is not None


@cache
def _registered() -> re.Pattern[str]:
    """The longest end of a registered name that any company of the trade may have, with what brackets in it hold."""
    more = tables.alternatives("registered_names", "trade", "holding")
    return re.compile(rf"(?:{more}|{BRANCH})*(?:{tables.alternatives('registered_names', 'form')})$")


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(map(str.casefold, tables.words("company_suffixes")))
