"""Rules about glosses in a draft: a name without one, and two names in one gloss that do not fit each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from glossary import documents, glossing, keys, pipeline
from glossary.checks.findings import Fix, Problem
from glossary.checks.names import both, in_use
from glossary.checks.settings import Settings
from glossary.checks.works import Work
from glossary.glossing.glossed import glossed
from glossary.lang import romanization
from glossary.lang.romanization import Level
from glossary.matcher.folding import fold
from glossary.model import Entry, Form, Kind, Mention, Span

__all__ = ["one_for_two", "spelling", "stated", "two_renderings", "unglossed"]

_STYLES = {False: "EN (中文)", True: "中文（EN）"}
_LIKE = 0.74  # ratio from which two spellings are one with a slip: Lifeng, Lifang
_HAN_LIKE = 0.6


def unglossed(work: Work, settings: Settings) -> Iterator[Problem]:
    """The first mention of a name without the other name beside it, in a draft that glosses names.

    Names that no text of the glossary glosses this way round are passed over: a desk that glosses He Lifeng (何立峰)
    need not gloss Scott Bessent.
    """
    text = work.text
    if work.source is not None or not any(has for _, has in glossed(text.text, text.found)):
        return
    style = glossing.parse(settings.style or _STYLES[text.chinese])
    if (style.first == "zh") != text.chinese:
        return
    for one in glossing.of_names(text.text, text.found, glossing.Options(style, lang=settings.lang)):
        if settings.style or _is_glossed_elsewhere(one.entry, chinese=text.chinese):
            place = Span(one.offset, one.offset)
            message = f"{both(one.entry)} has no gloss at its first mention"
            yield Problem(one.name, message, one.entry, Fix(place, one.text, safe=True))


def _is_glossed_elsewhere(entry: Entry, *, chinese: bool) -> bool:
    form = Form.ZH_BRACKET if chinese else Form.EN_BRACKET
    return any(mention.form is form for mention in entry.mentions)


@lru_cache(16)
def stated(text: str) -> tuple[Mention, ...]:
    """The pairs that a draft states itself; their spans are of the text as it is."""
    document = documents.from_text(text)
    return tuple(pipeline.extract(document)) if document.text == text else ()


def _entries(work: Work) -> tuple[dict[str, Entry], dict[str, list[Entry]]]:
    """The entries of the text under their Chinese names and under their English ones."""
    chinese: dict[str, Entry] = {}
    english: dict[str, list[Entry]] = defaultdict(list)
    for one in work.text.found:
        for name in one.names:
            if name.chinese:
                chinese.setdefault(fold(name.text), name.entry)
            elif name.entry not in english[keys.latin(name.text)]:
                english[keys.latin(name.text)].append(name.entry)
    return chinese, english


def spelling(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """An English name beside characters that it does not spell: He Lifang (何立峰)."""
    if work.source is not None:
        return
    by_chinese, by_english = _entries(work)
    for mention in stated(work.text.text):
        entry = by_chinese.get(fold(mention.pair.chinese))
        known = by_english.get(keys.latin(mention.pair.english), [])
        if entry is not None:
            yield from _other_english(mention, entry)
        elif known:
            yield from _other_chinese(mention, known)
        else:
            yield from _unlike(mention)


def _other_english(mention: Mention, entry: Entry) -> Iterator[Problem]:
    """The glossary knows the Chinese name, and another English one that is nearly the same."""
    english = in_use(entry, "en")
    own = keys.latin(mention.pair.english)
    if not english or any(_same(own, keys.latin(term.text)) for term in english):
        return
    best = max(english, key=lambda term: _likeness(own, keys.latin(term.text)))
    if _likeness(own, keys.latin(best.text)) < _LIKE or _fits(mention.pair.english, mention.pair.chinese):
        return
    message = f"“{mention.pair.english}” beside {mention.pair.chinese}; the glossary has “{best.text}”"
    yield Problem(mention.english, message, entry, Fix(mention.english, best.text, safe=True))


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _fits(english: str, chinese: str) -> bool:
    """Whether an English name is a right spelling of the characters in some system."""
    found = romanization.fit(english, chinese)
    return found.level is Level.FULL and not found.slack


def _other_chinese(mention: Mention, known: list[Entry]) -> Iterator[Problem]:
    """The glossary knows the English name, and a Chinese one with one character other than here."""
    own = fold(mention.pair.chinese)
    for entry in known:
        for term in in_use(entry, "zh"):
            other = fold(term.text)
            near = len(own) == len(other) > 2 and sum(a != b for a, b in zip(own, other, strict=True)) == 1
            if near and not _fits_better(mention, term.text):
                message = f"“{mention.pair.chinese}” beside {mention.pair.english}; the glossary has “{term.text}”"
                yield Problem(mention.chinese, message, entry, Fix(mention.chinese, term.text, safe=False))
                return


def _fits_better(mention: Mention, other: str) -> bool:
    """Whether the English name spells what stands here, and not what the glossary has."""
    return _fits(mention.pair.english, mention.pair.chinese) and not _fits(mention.pair.english, other)


def _unlike(mention: Mention) -> Iterator[Problem]:
    """The glossary knows neither name; the English one spells a Chinese person's name, but not quite this one."""
    if mention.pair.kind is not Kind.PERSON:
        return
    found = romanization.fit(mention.pair.english, mention.pair.chinese)
    slip = found.level is Level.FULL and found.slack
    other = found.level is Level.SURNAME and found.slack
    if slip or other:
        message = f"“{mention.pair.english}” does not spell {mention.pair.chinese}"
        yield Problem(mention.english, message)


def two_renderings(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """One Chinese name glossed with two English ones: He Lifeng (何立峰) and Ho Li-feng (何立峰)."""
    return _two(work, "chinese", "english")


def one_for_two(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """One English name glossed with two Chinese ones: Lin Jian (林劍) and Lin Jian (林建)."""
    return _two(work, "english", "chinese")


def _two(work: Work, side: str, other: str) -> Iterator[Problem]:
    """Where a name on one side has another name beside it than before, and neither is said to be an alias."""
    if work.source is not None:
        return
    firsts: dict[str, Mention] = {}
    for mention in stated(work.text.text):
        own, beside = getattr(mention.pair, side), getattr(mention.pair, other)
        first = firsts.setdefault(_key(own), mention)
        before = getattr(first.pair, other)
        if not _same(_key(beside), _key(before)) and not _is_alias(mention, first):
            yield Problem(getattr(mention, other), f"“{own}” is “{beside}” here and “{before}” before")


def _key(text: str) -> str:
    return keys.latin(text) or fold(text)


def _is_alias(one: Mention, other: Mention) -> bool:
    """Whether one of the two places gives the other's name as another name of the thing."""
    names = {*map(_key, one.pair.aliases), *map(_key, other.pair.aliases)}
    return bool(names & {_key(text) for found in (one, other) for text in (found.pair.english, found.pair.chinese)})
