"""Which strings an entry is found under, and in which capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from glossary.lang import companies, glosses, romanization, well_known
from glossary.lang.generics import is_generic
from glossary.lang.latin import is_acronym, is_usual
from glossary.lang.romanization import Level
from glossary.lang.script import has_han
from glossary.matcher import initials, respelling
from glossary.matcher.belief import believed, is_vouched_for
from glossary.matcher.english import is_romanized, is_syllable, is_word
from glossary.matcher.everyday import SUBJECT, is_everyday, needed
from glossary.matcher.folding import fold
from glossary.model import Entry, Kind, Review, Term

__all__ = [
    "Name",
    "Use",
    "ends_in_legal_form",
    "of_entry",
    "spellings",
    "spelt",
    "takes_legal_form",
    "unused",
    "with_legal_form",
    "without_chinese_company",
    "without_legal_form",
]

_CHINESE_COMPANY = re.compile(r"(?:股份有限公司|有限公司|股份公司|集團|集团|公司)$")
_BODY = re.compile(r"\b(?:Party|Ministry|Department|Bureau|Council|Committee|Congress|Commission|Court|Yuan)\b")
_FIRMS = frozenset({Kind.ORGANIZATION, Kind.PRODUCT, Kind.OTHER})
_TWO_SYLLABLES = re.compile(r"\b([A-Z][a-z]+)-([A-Za-z][a-z]*)(?![\w-])")
_COUNTED = frozenset({Kind.TERM, Kind.PRODUCT})
_SHORTEST_COUNTED = 3  # letters of an acronym that is found in the plural
_SURELY_TERM = 3  # words of a term in capitals that is a term without them, too: not New Deal
_SHORTEST_HEADLINE = 4  # letters of a one-word name that is found in capitals: LEE no, BESSENT yes
_SHORTEST_FIRM = 3  # the same of a firm: ARM
_SHORTEST_ACRONYM_WORD = 5  # letters of an acronym that papers write as a word: Unesco, Nvidia


class Use(StrEnum):
    """How a string stands for its entry."""

    FULL = "full"  # a term as the glossary has it
    SHORT = "short"  # a company without its legal form
    LATER = "later"  # a part of a person's name, after the full one


@dataclass(frozen=True, slots=True)
class Name:
    """One string for which a text is searched, the term it comes from, and the entry that it names.

    ``needs``: how many other names of one document a text must have for this one to count: for a word that is this term
    only in a text about its subject (train, 訓練), or a surname alone.
    ``chinese``: whether it is the Chinese name, which is asked many times at every place.
    """

    text: str
    term: Term
    entry: Entry
    use: Use = Use.FULL
    needs: int = 0
    chinese: bool = field(init=False, compare=False)

    @property
    def everyday(self) -> bool:
        """Whether it counts only in a text of its subject."""
        return self.needs >= SUBJECT

    def __post_init__(self) -> None:
        object.__setattr__(self, "chinese", self.term.is_chinese)


def of_entry(entry: Entry) -> Iterator[Name]:
    """The names under which an entry is found: its terms, and companies also without their legal form.

    A single letter or character is none: it would be found everywhere. Nor is the English beside a single character
    (``Li``, 禮), which explains a word and names nothing, unless a person approved it. Nor is a name that everybody
    knows for something else, unless a person stands behind it.
    """
    chinese = [term.text for term in entry.terms if has_han(term.text)]
    stated = [mention.pair.chinese for mention in entry.mentions] or chinese
    explains = entry.review is not Review.APPROVED and chinese and max(map(len, stated)) < 2
    doubted = not is_vouched_for(entry)
    for term in believed(entry):
        text = " ".join(term.text.split())
        if len(text) < 2 or not any(map(str.isalpha, text)):
            continue
        if explains and not _is_just(text, chinese):
            if text.islower() and is_romanized(text, entry):
                yield Name(text, term, entry, needs=SUBJECT)  # the qi, in a text of its subject
            continue
        yield Name(text, term, entry, needs=needed(text, entry) if doubted else 0)
        if entry.kind is Kind.TERM and text.isalpha() and text.isascii() and text.istitle():
            yield Name(text.lower(), term, entry, needs=SUBJECT)  # the transformer, in a text of its subject
        if short := _shortened(text, entry.kind) or _of_place(text, entry):
            yield Name(short, term, entry, Use.SHORT)


def _is_just(text: str, chinese: list[str]) -> bool:
    """Whether the dictionary has a single character for just what an English word names: polonium, 釙; not shaman, 巫.

    A word that everybody uses explains the character. But what spells it and says its sort names it: Qing dynasty, 清.
    """
    first, _, rest = text.partition(" ")
    if (
        rest
        and is_generic(rest.split()[-1])
        and any(romanization.fit(first, one).level is Level.FULL for one in chinese)
    ):
        return True
    meant = (glosses.senses(fold(one)) for one in chinese)
    word = text.islower() and not is_usual(text) and not is_syllable(fold(text))
    return word and any(glosses.stem(text) in stems for stems in meant)


def _shortened(text: str, kind: Kind) -> str:
    """A company's name without its legal form; empty where it has none or nothing that names it would be left."""
    if kind not in {Kind.ORGANIZATION, Kind.OTHER}:
        return ""
    if has_han(text):
        short = without_chinese_company(text)
        return short if short != text and (len(short) > 2 or well_known.of(fold(short)).kinds == (kind,)) else ""
    short = without_legal_form(text)
    return short if short != text and len(short) > 2 else ""


def _of_place(text: str, entry: Entry) -> str:
    """A place's name without its sort, where everybody means it by that: Taipei, 台北; not Mexico for Mexico City."""
    short = respelling.without_sort(text) if entry.kind is Kind.PLACE else ""
    if not short:
        return ""
    known = well_known.of(fold(short)) if has_han(short) else well_known.of_english(short)
    others = (respelling.without_sort(term.text) or term.text for term in entry.terms)
    same = any((fold(one) if has_han(one) else well_known.key(one)) in known.others for one in others)
    return short if known.kinds == (Kind.PLACE,) and same else ""


def without_chinese_company(text: str) -> str:
    """A Chinese name without the word for company at its end.

    >>> without_chinese_company("聯發科技股份有限公司")
    '聯發科技'
    """
    return _CHINESE_COMPANY.sub("", text)


def without_legal_form(text: str) -> str:
    """An English name without the legal form at its end.

    >>> without_legal_form("ByteDance Co., Ltd."), without_legal_form("Jericho")
    ('ByteDance', 'Jericho')
    """
    found = _company_end().search(text)
    return text[: found.start()] if found else text


@cache
def _company() -> re.Pattern[str]:
    """A company's legal form: after a name, and left off where it is one of several words."""
    return re.compile(rf"(?:,? (?:{companies.spelt('tail', 'form')})(?![-\w])\.?)+")


@cache
def _company_end() -> re.Pattern[str]:
    return re.compile(rf"(?:,? (?:{companies.spelt('tail', 'form')})\.?)+$")


def spellings(name: Name) -> frozenset[str]:
    """The folded strings that stand for a name: as it is, in the capitals of headlines and at the start of a sentence.

    An acronym is found as it is only: ``US`` is not ``us``. But one that is the only English name and long enough to
    be said as a word is also found as a word.

    >>> from glossary.model import Kind
    >>> for text in ("He Lifeng", "national law", "TSMC", "NVIDIA"):
    ...     term = Term(text, "en")
    ...     print(sorted(spellings(Name(text, term, Entry("e1", Kind.OTHER, (term,))))))
    ['HE LIFENG', 'He Lifeng']
    ['NATIONAL LAW', 'National Law', 'National law', 'national law']
    ['TSMC']
    ['NVIDIA', 'Nvidia']
    """
    text = fold(name.text)
    if text == text.upper():
        return frozenset({text, *_of_capitals(text, name), *respelling.respelt(text, name.entry)})
    ways = (_plurals, _syllables, _with_less)
    plain = {text, *(other for way in ways for other in way(text, name)), *respelling.respelt(text, name.entry)}
    found = set(plain)
    if " " in text or len(text) >= (_SHORTEST_FIRM if name.entry.kind in _FIRMS else _SHORTEST_HEADLINE):
        found.update(map(str.upper, plain))
    small = [one for one in plain if (one[0].islower() or one[0].isdigit()) and one.isascii()]
    found.update(map(_capital, small))
    found.update(" ".join(map(_capital, one.split(" "))) for one in small)
    return frozenset(found)


def spelt(names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Each name under each of its spellings."""
    return ((spelling, name) for name in names for spelling in spellings(name))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _of_capitals(text: str, name: Name) -> Iterator[str]:
    """How else a name in capitals is written: Nvidia, GPUs, West Lake."""
    yield from initials.dotted(text, name.entry)
    if _is_word(text, name.entry):
        yield text.capitalize()
    if " " in text and any(len(word) >= _SHORTEST_HEADLINE for word in text.split()):
        yield " ".join(map(str.capitalize, text.split()))
    if name.entry.kind in _COUNTED and text.isascii() and text.isalpha() and len(text) >= _SHORTEST_COUNTED:
        yield f"{text}s"


def _with_less(text: str, name: Name) -> Iterator[str]:
    """A name with fewer capitals: Legco, Mogao caves, object-oriented programming."""
    if name.entry.kind is not Kind.PERSON and text.isalpha() and text[:1].isupper() and not text.istitle():
        yield text.capitalize()
    *first, last = text.split(" ")
    if first and name.entry.kind is Kind.PLACE and is_generic(last) and not is_usual(first[0].lower()):
        yield " ".join((*first, last.lower()))
    words = text.replace("-", " ").split()
    if name.entry.kind is not Kind.TERM or len(words) < 2:
        return
    is_sentence = text[:1].isupper() and text[1:].islower()  # Silicon photonics, as a sentence begins
    alike = (text, text.lower()) if is_sentence or (text[:1].isupper() and _is_term(words, name)) else (text,)
    for one in alike:
        yield from (one, *_plurals(one, name), *_singulars(one))


def _is_term(words: list[str], name: Name) -> bool:
    """Whether a term of these words is one without its capitals, too: Neural Networks, 神經網絡; not New Deal."""
    if len(words) >= _SURELY_TERM or all(map(is_syllable, words)):
        return True
    chinese = [fold(term.text) for term in name.entry.terms if has_han(term.text)]
    if any(all(any(glosses.gloss(word, char) for char in one) for word in words) for one in chinese):
        return True  # milk tea, 奶茶
    long = (one for one in chinese if len(one) >= 2 * len(words))
    return any(all(glosses.gloss(word, one) for word in words) for one in long)


def _singulars(text: str) -> Iterator[str]:
    """The singular of a term that is stated in the plural: neural networks."""
    if text.endswith("s") and not text.endswith(("ss", "us", "is", "ics", "ies", "es")):
        yield text[:-1]


def _syllables(text: str, name: Name) -> Iterator[str]:
    """A person's name with a Chinese given name of two syllables as others write it: Wong Kar-Wai, Wong Kar Wai."""
    found = _TWO_SYLLABLES.search(text) if name.entry.kind is Kind.PERSON else None
    if found is None or not (all(map(is_syllable, found.groups())) or is_romanized(text, name.entry)):
        return
    before, after = text[: found.end(1)], text[found.end() :]
    for joined in ("-" + found[2].lower(), "-" + found[2].capitalize(), " " + found[2].capitalize()):
        yield before + joined + after


def _plurals(text: str, name: Name) -> Iterator[str]:
    """The plural of an English term in small letters: interest rates, batteries."""
    if name.entry.kind is not Kind.TERM or not text.isascii() or not text[-2:].islower() or not text[0].islower():
        return
    if text.endswith(("s", "x", "ch", "sh")):
        yield f"{text}es"
    elif text.endswith("y") and text[-2] not in "aeiou":
        yield f"{text[:-1]}ies"
    else:
        yield f"{text}s"


def _is_word(text: str, entry: Entry) -> bool:
    """Whether an acronym may be written as a word: Nvidia."""
    if len(text) < _SHORTEST_ACRONYM_WORD or not text.isalpha() or not is_acronym(text):
        return False
    alone = all(term.text == text for term in entry.terms if term.lang == "en")
    return alone or not (is_usual(text.lower()) or is_word(text))


def unused(name: Name) -> bool:
    """Whether the glossary says that the term should not be used."""
    return not name.term.status.in_use


_DOT_INSIDE = re.compile(r"\.(?=,|\)| [a-z0-9(])")


def ends_in_legal_form(text: str) -> bool:
    """Whether a company's name ends with its legal form.

    >>> ends_in_legal_form("ByteDance Ltd"), ends_in_legal_form("Jericho")
    (True, False)
    """
    return _company_end().search(text) is not None


def takes_legal_form(name: Name) -> bool:
    """Whether a legal form after a name may belong to it: it makes another firm of a place, a word or a party.

    >>> from glossary.model import Kind
    >>> term = Term("CPC", "en")
    >>> party = Entry("e1", Kind.ORGANIZATION, (Term("Communist Party of China", "en"), term))
    >>> firm = Entry("e2", Kind.ORGANIZATION, (Term("CPC Corporation, Taiwan", "en"), term))
    >>> [takes_legal_form(Name("CPC", term, entry)) for entry in (party, firm)]
    [False, True]
    """
    if name.entry.kind not in _FIRMS and (name.entry.kind is Kind.PLACE or is_everyday(name.text, ())):
        return False
    english = (term.text for term in name.entry.terms if term.lang == "en" and term.text != name.text)
    return not is_acronym(name.text) or all(_BODY.search(text) is None for text in english)


def with_legal_form(text: str, end: int, name: Name) -> int:
    """Where a company's name that ends at ``end`` in the folded text ends with its legal form.

    The full stop of an abbreviation belongs to it unless it ends the sentence, too.

    >>> from glossary.model import Kind
    >>> name = Name("Sharp", Term("Sharp", "en"), Entry("e1", Kind.ORGANIZATION, ()))
    >>> [text[:with_legal_form(text, 5, name)] for text in ("Sharp Co, Ltd. said", "Sharp Ltd.", "Sharp co")]
    ['Sharp Co, Ltd.', 'Sharp Ltd', 'Sharp']
    """
    if name.chinese or name.entry.kind is Kind.PERSON:
        return end
    dotted = text.startswith(".", end)
    if dotted and not ends_in_legal_form(name.text):
        return end
    if found := _company().match(text, end + dotted):
        end = found.end() - found[0].endswith(".")
        dotted = text.startswith(".", end)
    return end + 1 if dotted and _DOT_INSIDE.match(text, end) else end
