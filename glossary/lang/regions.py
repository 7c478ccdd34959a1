"""Names that the Mainland, Taiwan and Hong Kong render differently: 歐巴馬 and 奥巴马 for Obama.

A rendering is another name of the same thing, not the other script's form of the one given: 歐巴馬 in simplified
characters is 欧巴马. So it is always a term of its own, derived, with the region that says it; what a text states is
never changed by it. Only whole names that a table knows have renderings; nothing is made up from parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from glossary.lang.script import fold
from glossary.model import Derivation, Origin, Term, TermType
from glossary.tables import rows

__all__ = ["renderings"]

# The most trusted first; of two that know a name for a region, the first says it.
_TABLES = ("regional_names", "cedict_regions", "opencc_regions")
_LANGS = ("zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class _Name(NamedTuple):
    """One thing's names: in English, and in the Mainland, Taiwan and Hong Kong; empty where not known."""

    english: frozenset[str]
    forms: tuple[str, ...]


def renderings(text: str, *, english: str = "") -> tuple[Term, ...]:
    """What other regions call the thing that ``text`` names, in either script and with any dot; often nothing.

    ``english`` is the name beside it: where a table knows the thing under an English name, it must share a word. A
    region that calls it ``text`` itself, whatever the script, is left out.

    >>> [(term.text, term.lang, str(term.type)) for term in renderings("歐巴馬")]
    [('奥巴马', 'zh-Hans-CN', 'variant'), ('奧巴馬', 'zh-Hant-HK', 'variant')]
    >>> [term.text for term in renderings("英伟达", english="Nvidia")], renderings("雪梨", english="Snow pear")
    (['輝達'], ())
    """
    key = fold(text)
    found: dict[str, Term] = {}
    for name in _names().get(key, ()):
        if not _agrees(name.english, english):
            continue
        for form, lang in zip(name.forms, _LANGS, strict=True):
            if form and fold(form) != key:
                found.setdefault(lang, _term(form, lang))
    ordered = sorted(found.values(), key=lambda term: _LANGS.index(term.lang))
    once = {(term.text, term.lang[:7]): term for term in reversed(ordered)}
    return tuple(reversed(once.values()))


def _term(form: str, lang: str) -> Term:
    return Term(form, lang, TermType.VARIANT, origin=Origin.DERIVED, derivation=Derivation.DICTIONARY)


@cache
def _names() -> dict[str, list[_Name]]:
    """The names of the tables under each of their folded forms."""
    found: dict[str, list[_Name]] = defaultdict(list)
    for table in _TABLES:
        for english, *forms in rows(table):
            name = _Name(_words(english), tuple(forms))
            for key in dict.fromkeys(fold(form) for form in forms if form):
                found[key].append(name)
    return dict(found)


def _words(english: str) -> frozenset[str]:
    """The words of an English name, for comparing."""
    return frozenset(_LETTERS.findall(english.casefold()))


def _agrees(known: frozenset[str], english: str) -> bool:
    """Whether an English name may be that of the thing a table knows."""
    return not known or not english.strip() or bool(known & _words(english))
