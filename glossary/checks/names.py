"""What the rules ask about names: which one is wanted, and how it is shown."""

from __future__ import annotations

import re
from functools import cache

from glossary import tables
from glossary.formats import columns
from glossary.lang.latin import is_acronym
from glossary.matcher import Occurrence, Use
from glossary.matcher.folding import fold
from glossary.model import Entry, Origin, Span, Term, TermType

__all__ = ["both", "expected", "is_regional", "is_said", "is_short", "is_whole", "region"]

_REGIONS = {"TW": "Taiwan", "HK": "Hong Kong", "CN": "the Mainland"}


def region(lang: str) -> str:
    """The region of a tag in words, empty where it has none.

    >>> region("zh-Hant-TW"), region("zh-Hant")
    ('Taiwan', '')
    """
    return _REGIONS.get(lang.rpartition("-")[2], "")


def both(entry: Entry) -> str:
    """An entry in a message: its English and its Chinese name."""
    english, chinese = columns.english(entry), columns.chinese(entry)
    return f"{english} ({chinese})" if english and chinese else english or chinese


def is_whole(one: Occurrence) -> bool:
    """Whether a name stands in its full form: no acronym, no company without its form, no surname."""
    return one.name.use is Use.FULL and not is_short(one.name.term)


def is_short(term: Term) -> bool:
    """Whether a term is an acronym or an abbreviation, which stands beside the full name.

    >>> is_short(Term("TSMC", "en")), is_short(Term("Nvidia", "en"))
    (True, False)
    """
    return term.type in {TermType.ACRONYM, TermType.ABBREVIATION} or is_acronym(term.text)


@cache
def _saying() -> re.Pattern[str]:
    """The words that introduce another name of the same thing, right before it."""
    words = [re.escape(word) for word, group in tables.rows("name_neighbours") if group == "alias"]
    return re.compile(rf"(?:{'|'.join(words)})[\s,，:：“「《\"(（]*$", re.IGNORECASE)


def is_said(text: str, span: Span) -> bool:
    """Whether the words before a name say that it is another name: also known as Lai Ching-te.

    >>> is_said("William Lai, also known as Lai Ching-te", Span(27, 39))
    True
    """
    return _saying().search(text, max(0, span.start - 20), span.start) is not None


def is_regional(term: Term) -> bool:
    """Whether a term is what a table says that a region calls the thing."""
    return term.type is TermType.VARIANT and term.origin is Origin.DERIVED and region(term.lang) != ""


def expected(entry: Entry, lang: str) -> tuple[Term, ...]:
    """The Chinese terms that a text in ``lang`` may use for an entry, the best first; none where all are as good.

    Where a table knows how the region of ``lang`` renders the name, that; else what is stated or edited in this script.
    ``zh-Hans`` without a region is the Mainland's; ``zh-Hant`` is nobody's.
    """
    tag = "zh-Hans-CN" if lang == "zh-Hans" else lang
    terms = columns.in_use(entry, "-".join(tag.split("-")[:2]))
    given = [term for term in terms if term.origin is not Origin.DERIVED]
    own = [term for term in terms if is_regional(term) and term.lang == tag]
    if own:
        same = {fold(term.text) for term in own}
        return (*own, *(term for term in given if fold(term.text) in same or term.lang in {tag, lang}))
    return tuple(given) if not region(tag) or any(map(is_regional, entry.terms)) else ()
