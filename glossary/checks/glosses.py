"""Rules about glosses in a draft: a name without one, and two names in one gloss that do not fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from glossary import glossing, keys
from glossary.checks.findings import Fix, Problem, Severity
from glossary.checks.names import both, is_said
from glossary.checks.settings import Settings
from glossary.checks.spellings import OPENING, fits
from glossary.checks.stated import stated
from glossary.checks.strangers import ending, sounds, strangers
from glossary.checks.works import Text, Work
from glossary.formats.columns import in_use
from glossary.glossing.glossed import brackets, glossed
from glossary.lang.generics import generic
from glossary.lang.script import has_han
from glossary.matcher import Occurrence, Use
from glossary.matcher.folding import fold
from glossary.matcher.otherwise import is_like
from glossary.model import Entry, Form, Kind, Mention, Span

__all__ = ["of_another", "one_for_two", "two_renderings", "unglossed"]

_CLOSING = re.compile(r" ?[)）\]］,，;；]")
_ALIKE = 0.5  # ratio from which two names are two renderings of one thing
_COMMAS = frozenset(("", *",，;；、/"))


def unglossed(work: Work, settings: Settings) -> Iterator[Problem]:
    """The first mention of a name without the other name beside it, in a draft that glosses names.

    With a house style in the settings every name must have one. Else names that no text of the glossary glosses this
    way round are passed over: a desk that glosses He Lifeng (何立峰) need not gloss Scott Bessent.
    """
    text = work.text
    if work.source is not None or not (settings.style or any(has for _, has in glossed(text.text, text.found))):
        return
    style = glossing.parse(settings.style or glossing.USUAL[text.chinese])
    if (style.first == "zh") != text.chinese:
        return
    how = glossing.Options(style, lang=settings.lang)
    for one in glossing.of_names(text.text, text.found, how, headings=text.headings):
        if _is_seen(one.entry, text.text[: one.offset], chinese=text.chinese):
            continue
        if settings.style or _is_glossed_elsewhere(one.entry, chinese=text.chinese):
            place = Span(one.offset, one.offset)
            message = f"{both(one.entry)} has no gloss at its first mention"
            yield Problem(one.name, message, one.entry, Fix(place, one.text, safe=True))


def _is_seen(entry: Entry, before: str, *, chinese: bool) -> bool:
    """Whether the other name stood in brackets before, as the gloss of another name: William Lai (賴清德)."""
    names = (term.text for term in entry.terms if has_han(term.text) is not chinese)
    return any(f"{opening}{name}" in before for name in names for opening in "(（")


def _is_glossed_elsewhere(entry: Entry, *, chinese: bool) -> bool:
    form = Form.ZH_BRACKET if chinese else Form.EN_BRACKET
    return any(mention.form is form for mention in entry.mentions)


def of_another(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """A name whose gloss is the name of another entry: Tony Leung Chiu-wai (梁家輝)."""
    if work.source is not None:
        return
    told = set()
    for problem in _of_entries(work):
        told.add(problem.span)
        yield problem
    for span, name, entry in strangers(work):
        if span not in told:
            right = in_use(entry, "zh" if has_han(span.of(work.text.text)) else "en")[0].text
            message = f"“{span.of(work.text.text)}” beside {name}; the glossary has “{right}”"
            yield Problem(span, message, entry, Fix(span, right, safe=False), Severity.WARNING)


def _of_entries(work: Work) -> Iterator[Problem]:
    """Glosses that are the name of another entry."""
    for one in work.text.found:
        for name, gloss in _before(work, one) if not one.name.chinese else ():
            if _is_person(name) and _is_person(gloss) and _is_another(gloss, name):
                yield _wrong(name, gloss, "en")
        for name, gloss in _beside(work.text, one):
            if _is_another(name, gloss):
                yield _wrong(name, gloss, "zh")


def _wrong(name: Occurrence, gloss: Occurrence, lang: str) -> Problem:
    right = in_use(name.entry, lang)[0].text
    message = f"“{gloss.text}” beside {name.text} is {both(gloss.entry)}; the glossary has “{right}”"
    return Problem(gloss.span, message, name.entry, Fix(gloss.span, right, safe=False))


def _beside(text: Text, one: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """An English name and the one Chinese name that is its gloss, or the part of it between commas."""
    content = None if one.name.chinese or one.name.use is Use.LATER else brackets(text.text, one)
    if content is None:
        return
    others = [other for other in text.within(content) if other.name.chinese and _is_slot(text.text, content, other)]
    if len(others) == 1:
        yield one, others[0]


def _before(work: Work, gloss: Occurrence) -> Iterator[tuple[Occurrence, Occurrence]]:
    """The Chinese name before an English one in brackets."""
    text, start = work.text.text, gloss.span.start
    opening = OPENING.search(text, max(0, start - 40), start)
    if opening is not None and _CLOSING.match(text, gloss.span.end):
        yield from ((one, gloss) for one in ending(work, opening.start()))


def _is_slot(text: str, content: Span, one: Occurrence) -> bool:
    """Whether a name is what a gloss holds, or one of the parts that commas separate."""
    before, after = text[content.start : one.span.start].rstrip(), text[one.span.end : content.end].lstrip()
    return before[-1:] in _COMMAS and after[:1] in _COMMAS


def _is_person(one: Occurrence) -> bool:
    return one.entry.kind is Kind.PERSON and one.name.use is Use.FULL


def _is_another(english: Occurrence, chinese: Occurrence) -> bool:
    """Whether two names beside each other are those of two things of one kind for sure.

    A short form of the same name is like it, and a place in brackets may say where the other one is: Hualien (台灣).
    Two places must be of one sort (台中市, 台南市).
    """
    own = {fold(term.text) for term in in_use(english.entry, "zh")}
    if not (own and in_use(chinese.entry, "en")) or english.entry.kind is not chinese.entry.kind:
        return False
    if {name.entry.id for name in english.names} & {name.entry.id for name in chinese.names}:
        return False
    if is_like(chinese.text, english) or fits(english.text, chinese.text):
        return False
    sort = fold(chinese.text)[-1]
    return english.entry.kind is not Kind.PLACE or (
        generic(fold(chinese.text)) is Kind.PLACE and any(name.endswith(sort) for name in own)
    )


def two_renderings(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """One name glossed with two renderings: He Lifeng and Ho Li-feng (何立峰), Jerome Powell (鮑爾) and (鮑威爾)."""
    return (problem for problem, alike in _two(work) if alike)


def one_for_two(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """One name glossed with those of two things: Lin Jian (林劍) and Lin Jian (林建)."""
    return (problem for problem, alike in _two(work) if not alike)


def _two(work: Work) -> Iterator[tuple[Problem, bool]]:
    """Where a name has another name beside it than before, and neither is said to be an alias; whether one is meant."""
    if work.source is not None:
        return
    for side, other in (("chinese", "english"), ("english", "chinese")):
        firsts: dict[str, Mention] = {}
        for mention in stated(work.text.text):
            own, beside = getattr(mention.pair, side), getattr(mention.pair, other)
            first = firsts.setdefault(_key(own), mention)
            before = getattr(first.pair, other)
            if not (
                _same(_key(beside), _key(before))
                or _is_alias(mention, first)
                or is_said(work.text.text, mention.english)
            ):
                message = f"“{own}” is “{beside}” here and “{before}” before"
                persons = mention.pair.kind is first.pair.kind is Kind.PERSON
                alike = _are_renderings(own, beside, before) or not (persons or has_han(beside))
                yield Problem(getattr(mention, other), message), alike


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _are_renderings(own: str, one: str, other: str) -> bool:
    """Whether two names beside one name are renderings of one thing.

    Two English names that spell the Chinese one are; two Chinese names that are spelt alike are two persons'.

    >>> _are_renderings("Jerome Powell", "鮑爾", "鮑威爾"), _are_renderings("Lin Jian", "林劍", "林建")
    (True, False)
    >>> _are_renderings("何立峰", "He Lifeng", "Ho Li-feng"), _are_renderings("摩爾", "Thomas More", "Gordon Moore")
    (True, False)
    """
    pairs = ((own, one), (own, other)) if has_han(one) else ((one, own), (other, own))
    if all(fits(*pair) for pair in pairs):
        return not has_han(one)
    heard = all(sounds(english, fold(chinese)) for english, chinese in pairs)
    return (has_han(one) and heard) or SequenceMatcher(None, _key(one), _key(other)).ratio() >= _ALIKE


def _key(text: str) -> str:
    return keys.latin(text) or fold(text)


def _is_alias(one: Mention, other: Mention) -> bool:
    """Whether one of the two places gives the other's name as another name of the thing."""
    names = {*map(_key, one.pair.aliases), *map(_key, other.pair.aliases)}
    return bool(names & {_key(text) for found in (one, other) for text in (found.pair.english, found.pair.chinese)})
