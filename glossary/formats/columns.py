"""Which of an entry's names, readings and sentences stand in which column of an export.

Every format chooses its names here, so that all of them show the same ones. Deprecated and superseded terms are shown
as such or not at all.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from glossary.lang.script import fold
from glossary.model import Entry, Kind, Mention, Origin, Reading, Review, Term, TermStatus, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "aliases",
    "chinese",
    "chinese_term",
    "context",
    "english",
    "english_term",
    "in_use",
    "kind",
    "listed",
    "order",
    "pinyin",
    "reading",
    "simplified",
    "source",
    "traditional",
    "unused",
]

# For each of LANGUAGES, where the term is looked for, best first. A stated form (no region) is better than one derived
# for a region, unless that region is asked for, whose shapes of characters may be others (臺灣, 台灣).
_PREFERENCE = {
    "zh-Hant": ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK"),
    "zh-Hant-TW": ("zh-Hant-TW", "zh-Hant", "zh-Hant-HK"),
    "zh-Hant-HK": ("zh-Hant-HK", "zh-Hant", "zh-Hant-TW"),
    "zh-Hans": ("zh-Hans", "zh-Hans-CN"),
    "zh-Hans-CN": ("zh-Hans", "zh-Hans-CN"),
}
_HANT, _HANS = "zh-Hant", "zh-Hans"
_ACRONYMS = frozenset({TermType.ACRONYM, TermType.ABBREVIATION})


def in_use(entry: Entry, lang: str) -> list[Term]:
    """The terms in use of a language, script or region, in the order of the entry.

    Romanized names are none of Chinese, ``zh``.
    """
    regional = f"{lang}-"
    found = [term for term in entry.terms if term.lang == lang or term.lang.startswith(regional)]
    return [term for term in found if term.status.in_use and "Latn" not in term.lang]


def english_term(entry: Entry) -> Term | None:
    """The preferred English term, None where there is none."""
    terms = in_use(entry, "en")
    return min(terms, key=lambda term: term.status is not TermStatus.PREFERRED, default=None)


def _regional(term: Term, lang: str, own: set[str]) -> bool:
    """Whether the region asked for calls the thing so (特朗普), and no text does, in whatever script (川普)."""
    return term.lang == lang and term.origin is Origin.DERIVED and fold(term.text) not in own


def chinese_term(entry: Entry, script: str, lang: str) -> Term | None:
    """The term of ``script`` to show, or None where ``lang`` asks for the other script."""
    if lang and not lang.startswith(script):
        return None
    terms = in_use(entry, script)
    if len(terms) < 2:  # most entries: nothing to choose
        return terms[0] if terms else None
    places = _PREFERENCE[lang or script]
    own = {fold(term.text) for term in entry.terms if term.origin is not Origin.DERIVED} if lang else set()

    def rank(term: Term) -> tuple[bool, bool, int, bool, bool]:
        preferred = term.status is TermStatus.PREFERRED
        regional = _regional(term, lang, own)
        further = not (preferred or regional or term.type is TermType.FULL_FORM)  # 舒慶春 of Lao She, however stated
        chosen = preferred and term.origin is Origin.EDITED and term.lang in {lang, script}
        place = places.index(term.lang) if term.lang in places else len(places)
        return not chosen, further, place, not regional, not preferred

    return min(terms, key=rank)


def _text(term: Term | None) -> str:
    return term.text if term else ""


def english(entry: Entry) -> str:
    """The preferred English name, empty where there is none.

    >>> english(Entry("e1", Kind.OTHER, (Term("TSMC", "en"), Term("Taiwan Semi", "en", status=TermStatus.PREFERRED))))
    'Taiwan Semi'
    """
    return _text(english_term(entry))


def traditional(entry: Entry, lang: str = "") -> str:
    """The name in traditional characters, empty where there is none or where ``lang`` asks for simplified ones.

    >>> bank = Entry("e1", Kind.OTHER, (Term("台灣", "zh-Hant-TW", origin=Origin.DERIVED), Term("臺灣", "zh-Hant")))
    >>> traditional(bank), traditional(bank, "zh-Hant-TW"), traditional(bank, "zh-Hans")
    ('臺灣', '台灣', '')
    """
    return _text(chinese_term(entry, _HANT, lang))


def simplified(entry: Entry, lang: str = "") -> str:
    """The name in simplified characters, empty where there is none or where ``lang`` asks for traditional ones.

    >>> simplified(Entry("e1", Kind.OTHER, (Term("字节跳动", "zh-Hans-CN"),)))
    '字节跳动'
    """
    return _text(chinese_term(entry, _HANS, lang))


def chinese(entry: Entry, lang: str = "") -> str:
    """The one Chinese name to show where there is room for one: the traditional one unless only the other is there.

    >>> chinese(Entry("e1", Kind.OTHER, (Term("字节跳动", "zh-Hans"), Term("字節跳動", "zh-Hant"))))
    '字節跳動'
    """
    return traditional(entry, lang) or simplified(entry, lang)


def reading(entry: Entry, lang: str = "") -> Reading | None:
    """How the Chinese name shown is said; None where that is not known.

    >>> reading(Entry("e1", Kind.OTHER, (Term("TSMC", "en"),))) is None
    True
    """
    shown = (chinese_term(entry, _HANT, lang), chinese_term(entry, _HANS, lang))
    return next((term.reading for term in shown if term and term.reading), None)


def pinyin(entry: Entry, lang: str = "") -> str:
    """The pinyin with tone marks of the Chinese name shown, empty where it is not known.

    >>> pinyin(Entry("e1", Kind.OTHER, (Term("TSMC", "en"),)))
    ''
    """
    said = reading(entry, lang)
    return said.pinyin if said else ""


def kind(entry: Entry) -> str:
    """The kind as a word, empty where it says nothing.

    >>> kind(Entry("e1", Kind.PLACE, ())), kind(Entry("e1", Kind.OTHER, ()))
    ('place', '')
    """
    return "" if entry.kind is Kind.OTHER else entry.kind.value


def aliases(entry: Entry, lang: str = "") -> tuple[str, ...]:
    """The other names: English acronyms, then other English names, then Chinese ones that no program derived.

    With ``lang``, Chinese names of its script only.

    >>> terms = (Term("Taiwan Semi", "en"), Term("TSMC", "en", TermType.ACRONYM), Term("台積電", "zh-Hant"))
    >>> aliases(Entry("e1", Kind.ORGANIZATION, (*terms, Term("臺積電", "zh-Hant"))))
    ('TSMC', '臺積電')
    """
    wanted = next((script for script in (_HANT, _HANS) if lang.startswith(script)), "zh")
    shown = {english(entry), traditional(entry, lang), simplified(entry, lang)}
    others = sorted(in_use(entry, "en"), key=lambda term: term.type not in _ACRONYMS)
    chinese = (term for term in entry.terms if term.lang.startswith(wanted) and term.status.in_use)
    others += [term for term in chinese if term.origin is not Origin.DERIVED]
    return tuple(dict.fromkeys(term.text for term in others if term.text not in shown))


def unused(entry: Entry, lang: str = "") -> tuple[str, ...]:
    """The names that are not to be used; with ``lang``, Chinese ones of its script only.

    >>> unused(Entry("e1", Kind.OTHER, (Term("Peking", "en", status=TermStatus.DEPRECATED),)))
    ('Peking',)
    """
    wanted = ("en", lang[:7] or "zh")
    return tuple(term.text for term in entry.terms if not term.status.in_use and term.lang.startswith(wanted))


def _first_mention(entry: Entry) -> Mention | None:
    return next((mention for mention in entry.mentions if mention.context), None)


def context(entry: Entry) -> str:
    """The first sentence that states the pair, empty where none is kept.

    >>> context(Entry("e1", Kind.OTHER, ()))
    ''
    """
    mention = _first_mention(entry)
    return mention.context if mention else ""


def source(entry: Entry) -> str:
    """Where :func:`context` comes from: title (or file name, never its folder), publisher, date, address.

    >>> from glossary.model import Source
    >>> source(Entry("e1", Kind.OTHER, (), sources=(Source("d1", "/home/me/news/trade.txt", date="2026-07"),)))
    'trade.txt, 2026-07'
    """
    mention = _first_mention(entry)
    named = [found for found in entry.sources if mention is None or found.id == mention.document]
    if not named:
        return ""
    first = named[0]
    name = first.title or PurePosixPath(first.path.replace("\\", "/")).name
    return ", ".join(part for part in (name.strip("-"), first.publisher, first.date, first.url) if part)


def order(entry: Entry) -> tuple[str, str, str]:
    """What entries are sorted by: the English name without regard to case, then the Chinese one, then the id.

    >>> order(Entry("e1", Kind.OTHER, (Term("Taipei", "en"), Term("臺北", "zh-Hant"))))
    ('taipei', '臺北', 'e1')
    """
    return english(entry).casefold(), chinese(entry), entry.id


def listed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries a glossary for people shows, rejected ones left out, in the order of :func:`order`.

    >>> pair = [Entry("e1", Kind.OTHER, (Term("b", "en"),)), Entry("e2", Kind.OTHER, (Term("A", "en"),))]
    >>> [entry.id for entry in listed(pair)]
    ['e2', 'e1']
    """
    return sorted((entry for entry in entries if entry.review is not Review.REJECTED), key=order)
