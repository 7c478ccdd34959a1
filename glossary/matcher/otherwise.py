"""Whether the text itself says that a name stands for something else than the glossary's entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from operator import eq

from glossary.lang import romanization
from glossary.lang.generics import is_generic
from glossary.lang.romanization import Level
from glossary.lang.script import HAN, is_han
from glossary.lang.surnames import surnames
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness, sounds_like
from glossary.matcher.english import stands_for
from glossary.matcher.folding import fold
from glossary.matcher.names import Name, without_legal_form
from glossary.matcher.namesakes import is_known_by
from glossary.matcher.occurrences import Occurrence
from glossary.model import Kind

__all__ = [
    "glossed_as_itself",
    "glossed_otherwise",
    "is_like",
    "is_named_in_full",
    "is_near_bracket",
    "likeliest",
    "part_of_gloss",
]

_GLOSS = re.compile(r" ?[(（]([A-Za-z][^()（）,，;；\n]{2,60})")
_LONGEST_REST = 3  # characters of a foreign name that may go on after the name
_LONGER = re.compile(f"([{HAN}]{{1,{_LONGEST_REST}}})" + _GLOSS.pattern)
_CHINESE_GLOSS = re.compile(f"(?:['’]s?)? ?[(（\\[]([{HAN}]{{2,}})")
_OPENING = re.compile(f"(?<=[A-Za-z\u00c0-\u024f.’'\")])[’'s]* ?[(（\\[]([{HAN}·]*)$")
_OPEN = re.compile(r"[(（][^()（）]*\Z")  # the last bracket opens
_CLOSING = re.compile(f"([{HAN}·]*)[)）\\],，;；]")
_GLOSSED = re.compile(f"([{HAN}·]{{2,}}) ?[(（]([A-Za-z .'’&-]*)$")
_REST = re.compile(r"([A-Za-z .'’&-]*)[)）,，;；/]")
_WORD_BEFORE = re.compile(r"\b([A-Z]\w+) $")
_GIVEN_BEFORE = re.compile(f"([{HAN}]{{2,}})[·‧・•．]$")
_COMPANY = re.compile("(?:股份|控股|有限|公司|集團|集团)*")
_INSIDE = re.compile(r"[^()（）\[\]\n]{0,80}")
_NEAR = 30
_LONGEST_GIVEN = 8  # characters
_WORDS = 2  # letters of a small word
_DEFINITION = 80  # characters before brackets in which the English name stands
_WORD = re.compile(r"[^\W\d_]{2,}")
_LIKE_PERSON = 0.7
_SOUNDS = 0.5  # likeness to characters of foreign names from which one may be a part of such a name
_LIKE = 0.6  # ratio from which two English names may be one, written otherwise


def glossed_otherwise(text: str, one: Occurrence) -> bool:
    """Whether a name has one of the other language in brackets after it that is none of its entry's, nor like one.

    >>> from glossary.matcher.names import Name
    >>> from glossary.model import Entry, Span, Term
    >>> terms = (Term("Arthur C. Clarke", "en"), Term("克拉克", "zh-Hant"))
    >>> name = Name("克拉克", terms[1], Entry("e1", Kind.PERSON, terms))
    >>> one = Occurrence(Span(0, 3), "克拉克", (name,), sure=True)
    >>> glossed_otherwise("克拉克（Helen Smith）", one), glossed_otherwise("克拉克（Arthur Clarke）", one)
    (True, False)
    """
    if not one.name.chinese:
        return _is_homonym(text, one)
    found = _GLOSS.match(text, one.span.end)
    if found is None:
        return False
    if _spells_longer(text, one, found[1]):
        return True
    english = _english(one)
    if not english or _is_one_of(found[1], english, one.entry.kind):
        return False
    return romanization.fit(found[1], one.text).level not in {Level.FULL, Level.INITIALS}


def _is_homonym(text: str, one: Occurrence) -> bool:
    """Whether the Chinese in brackets after an English name is another one that is spelt alike: Lin Jian (林建).

    Where only one of three characters is another it is rather a slip.
    """
    found = _CHINESE_GLOSS.match(text, one.span.end)
    if found is None:
        return False
    gloss = fold(found[1])
    chinese = [fold(term.text) for name in one.names for term in name.entry.terms if term.is_chinese]
    if not chinese or any(gloss in known or known in gloss or _in_common(gloss, known) > 1 for known in chinese):
        return False
    return all(romanization.fit(one.text, spelt).level is Level.FULL for spelt in (gloss, chinese[0]))


def _in_common(one: str, other: str) -> int:
    """How many characters two names have at the same place."""
    return sum(map(eq, one, other))


def glossed_as_itself(text: str, one: Occurrence) -> bool:
    """Whether a Chinese name has its entry's English one in brackets after it: 尼古拉斯·馬杜羅（Nicolás Maduro）.

    >>> from glossary.matcher.names import Name
    >>> from glossary.model import Entry, Span, Term
    >>> terms = (Term("Nicolás Maduro", "en"), Term("馬杜羅", "zh-Hant"))
    >>> one = Occurrence(Span(2, 5), "馬杜羅", (Name("馬杜羅", terms[1], Entry("e1", Kind.PERSON, terms)),), sure=False)
    >>> [glossed_as_itself(f"某·馬杜羅（{gloss}）", one) for gloss in ("Nicolás Maduro Moros", "Jane Maduro")]
    [True, False]
    """
    found = _GLOSS.match(text, one.span.end) if one.name.chinese else None
    return found is not None and _is_one_of(found[1], _english(one), one.entry.kind)


def is_named_in_full(text: str, one: Occurrence) -> bool:
    """Whether a person's own given name stands before a surname: Isaac Newton; 克里斯托弗·诺兰, as Christopher sounds.

    >>> from glossary.matcher.names import Name
    >>> from glossary.model import Entry, Span, Term
    >>> terms = (Term("Christopher Nolan", "en"), Term("諾蘭", "zh-Hant"))
    >>> name = Name("諾蘭", terms[1], Entry("e1", Kind.PERSON, terms))
    >>> texts = ("克里斯托弗·诺兰", "約翰·諾蘭")
    >>> [is_named_in_full(text, Occurrence(Span(len(text) - 2, len(text)), text[-2:], (name,), True)) for text in texts]
    [True, False]
    """
    if one.entry.kind is not Kind.PERSON:
        return False
    if not one.name.chinese:
        before = _WORD_BEFORE.search(text, max(0, one.span.start - _NEAR), one.span.start)
        return before is not None and is_known_by(before[1], one.name)
    found = _GIVEN_BEFORE.search(text, max(0, one.span.start - _LONGEST_GIVEN - 1), one.span.start)
    given = fold(found[1]) if found else ""
    own = [english.split()[0] for english in _english(one) if " " in english]
    return any(sounds_like(word, given[first:]) for first in range(len(given) - 1) for word in own)


def likeliest(text: str, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """The occurrences; of several entries with one name the one comes first whose other name is the gloss.

    That holds until the text glosses the name otherwise: Chen Ying (陳瑩), then Chen Ying.
    """
    glossed: dict[str, str] = {}
    for one in found:
        if len(one.names) == 1:
            yield one
            continue
        own = (name.entry.id for name in one.names if _is_glossed(text, one, name))
        glossed[one.text] = next(own, glossed.get(one.text, ""))
        yield one._replace(names=_first(one.names, glossed[one.text]))


def _first(names: tuple[Name, ...], entry: str) -> tuple[Name, ...]:
    """The names, that of the entry with this id first."""
    return tuple(sorted(names, key=lambda name: name.entry.id != entry))


def _is_glossed(text: str, one: Occurrence, name: Name) -> bool:
    """Whether a name has one of its own entry's in the other language in brackets after it."""
    found = (_GLOSS if name.chinese else _CHINESE_GLOSS).match(text, one.span.end)
    others = (fold(term.text) for term in name.entry.terms if term.is_chinese is not name.chinese)
    return found is not None and fold(found[1]) in others


def _english(one: Occurrence) -> list[str]:
    """The names of the entries that are not Chinese, folded; of a person who has a full one, no surname alone."""
    found = [fold(term.text) for name in one.names for term in name.entry.terms if not term.is_chinese]
    if one.entry.kind is not Kind.PERSON:
        return found
    return [name for name in found if " " in name or not any(other.endswith(f" {name}") for other in found)]


def _is_one_of(gloss: str, english: list[str], kind: Kind) -> bool:
    """Whether a gloss may be one of these English names."""
    return any(_may_be_one(fold(gloss), known, person=kind is Kind.PERSON) for known in english)


def _spells_longer(text: str, one: Occurrence, gloss: str) -> bool:
    """Whether the gloss spells the name with the surname before it, and not the name alone: 金安平（Annping Chin）."""
    surname = text[one.span.start - 1 : one.span.start] if one.span.start else ""
    if surname not in surnames() or romanization.fit(gloss, one.text).level is Level.FULL:
        return False
    return romanization.fit(gloss, surname + one.text).level is Level.FULL


def is_near_bracket(text: str, one: Occurrence) -> bool:
    """Whether a bracket opens near enough to say something of the name: else it is in no gloss and has none."""
    start, end = one.span.start, one.span.end
    near = text[max(0, start - (_NEAR if one.names[0].chinese else _DEFINITION)) : end + _LONGEST_REST + 2]
    return "(" in near or "（" in near or "[" in near


def part_of_gloss(text: str, one: Occurrence) -> bool:
    """Whether a Chinese name is a part of a longer one that glosses another English name: E.Sun Financial (玉山金).

    Not where the English before the brackets has the entry's name, too: Yushan National Park (玉山國家公園). An English
    name likewise: AI is not in 月之暗面（Moonshot AI）.
    """
    if not one.names[0].chinese:
        return _is_in_gloss(text, one)
    if _is_longer(text, one):
        return True
    start = one.span.start
    beside = text[start - 1] if start else " "
    if not (beside in "(（[·" or is_han(beside)):
        return False
    before = _OPENING.search(text, max(0, start - _NEAR), start)
    after = _CLOSING.match(text, one.span.end) if before else None
    if before is None or after is None:
        return False
    if not before[1] + after[1]:
        return one.entry.kind is Kind.WORK and not _is_translated(text[: before.start()], one)
    english = text[max(0, before.start() - _DEFINITION) : before.start()]
    return _is_part(text, one, english=english, rest=before[1] + after[1])


def _is_part(text: str, one: Occurrence, *, english: str, rest: str) -> bool:
    """Whether the longer name that stands in brackets, with a rest beside this one, glosses another English name."""
    inside = _INSIDE.match(text, one.span.end)
    names = [term.text for name in one.names for term in name.entry.terms if not term.is_chinese]
    if any(inside and name in inside[0] for name in names):
        return False
    if not any(_names_whole(name, english, one.entry.kind) for name in names):
        return True
    if one.entry.kind is not Kind.ORGANIZATION or _COMPANY.fullmatch(rest):
        return False
    # Delta Electronics Inc (台達電子) has the firm in full, Yuan Gazette (院公報) names another thing.
    return any(without_legal_form(english).endswith(without_legal_form(name)) for name in names)


def _is_translated(before: str, one: Occurrence) -> bool:
    """Whether a word of a work's English names stands before its Chinese one: not in Master chefs (總鋪師)."""
    near = before[-_DEFINITION:].casefold()
    names = [name.casefold() for name in _english(one)]
    return any(name in near or any(word in near for word in name.split() if len(word) > _WORDS) for name in names)


def _is_in_gloss(text: str, one: Occurrence) -> bool:
    """Whether a term or a part of a person's name is in the gloss of a Chinese name that is not the entry's."""
    start, end = one.span.start, one.span.end
    farthest = max(0, start - _DEFINITION)
    if _OPEN.search(text, farthest, start) is None:
        return False
    before = _GLOSSED.search(text, farthest, start)
    after = _REST.match(text, end) if before else None
    if before is None or after is None:
        return False
    rest = [word for word in (before[2] + after[1]).split() if not nature(word).title and not nature(word).small]
    whole = not rest or without_legal_form(f" {' '.join(rest)}").strip() == ""
    term = one.entry.kind is Kind.TERM
    return (term or (not whole and one.entry.kind is Kind.PERSON)) and not is_like(before[1], one)


def is_like(chinese: str, one: Occurrence) -> bool:
    """Whether a Chinese text may end in a Chinese name of the entries: 太空總署, 北約; true where they have none.

    They share two characters in a row, or one shortens the other.

    >>> from glossary.matcher.names import Name
    >>> from glossary.model import Entry, Span, Term
    >>> terms = (Term("NATO", "en"), Term("北大西洋公約組織", "zh-Hant"))
    >>> name = Name("NATO", terms[0], Entry("e1", Kind.ORGANIZATION, terms))
    >>> one = Occurrence(Span(0, 4), "NATO", (name,), sure=True)
    >>> [is_like(text, one) for text in ("的北約", "公約組織", "大學")]
    [True, True, False]
    """
    other = fold(chinese)
    known = [fold(term.text) for name in one.names for term in name.entry.terms if term.is_chinese]
    return not known or any(
        any(own[at : at + 2] in other for at in range(len(own) - 1))
        or _is_within(other[-2:], own)
        or _is_within(own, other)
        for own in known
    )


def _is_within(short: str, long: str) -> bool:
    """Whether the characters of the one are in the other, in order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _is_longer(text: str, one: Occurrence) -> bool:
    """Whether foreign sounds go on up to a gloss that is not the entry's: Bangui is not in 班吉歐（Yoshua Bengio）."""
    end = one.span.end
    after = text[end + 1 : end + _LONGEST_REST + 2]
    found = _LONGER.match(text, end) if "(" in after or "（" in after else None
    if found is None or any(likeness(char) < _SOUNDS for char in fold(found[1])):
        return False
    return not _is_one_of(found[2], _english(one), one.entry.kind)


def _names_whole(name: str, english: str, kind: Kind) -> bool:
    """Whether the English before the brackets has the name; a firm's only where no word of a product's follows it."""
    _, found, rest = english.rpartition(name)
    return bool(found) and (kind is not Kind.ORGANIZATION or all(map(is_generic, _WORD.findall(rest))))


def _may_be_one(gloss: str, known: str, *, person: bool) -> bool:
    """Whether two English names share a word or are nearly the same, or one is the other's acronym."""
    one, other = (set(map(str.lower, _WORD.findall(text))) for text in (gloss, known))
    gloss = gloss.removeprefix("The ")
    if gloss.isupper() and " " not in gloss:  # a code, as of a share: 蘋果（AAPL-US）
        return True
    if person and len(one) > 1 and len(other) > 1:  # Gordon Brown is not Capability Brown
        return one <= other or other <= one or len(one & other) > 1 or _are_like(gloss, known, _LIKE_PERSON)
    if one & other or stands_for(gloss, known) or stands_for(known, gloss):
        return True
    return _are_like(gloss, known, _LIKE)


@lru_cache(1024)
def _are_like(one: str, other: str, least: float) -> bool:
    """Whether the ratio of what two texts have in common is so much; asked for what is at most first."""
    both = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    return both.real_quick_ratio() >= least and both.quick_ratio() >= least and both.ratio() >= least
