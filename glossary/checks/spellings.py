"""A rule about two names beside each other, in either order: one is spelt otherwise than the glossary has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary import keys
from glossary.checks.english_parts import plain
from glossary.checks.findings import Fix, Problem
from glossary.checks.mandarin import is_misspelt
from glossary.checks.settings import Settings
from glossary.checks.slips import WORD, is_plain_slip, is_respelt, is_slip, one_apart
from glossary.checks.stated import stated
from glossary.checks.strangers import titles
from glossary.checks.works import Work
from glossary.entries.bearers import bearer
from glossary.formats.columns import in_use
from glossary.glossing.glossed import brackets
from glossary.lang import romanization
from glossary.lang.romanization import Level, spellings
from glossary.lang.script import HAN
from glossary.lang.surnames import opens_with_surname
from glossary.matcher import Occurrence, Use
from glossary.matcher.folding import fold
from glossary.model import Kind, Mention, Span

__all__ = ["OPENING", "fits", "is_nick", "spelling"]

OPENING = re.compile(r"[ \u3000]?[(（\[［](?:[A-Z][A-Za-z&]{1,9}[,，;；] ?)?$")
_HAN_RUN = re.compile(f"[{HAN}·]+")
_PART = re.compile(r"[^,，;；、/]+")
_LABEL = re.compile(f"^[{HAN}]{{1,4}}[:：]")  # 英語：
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.'’ -]*")
_NEARLY = 0.8  # ratio from which a word beside the Chinese name is its own with a slip: Zurick, Zurich
_LISTING = frozenset("、/／和與与及")  # between the Chinese names of several English ones: (週二、週四)
_MANDARIN = frozenset({"hanyu", "wade-giles", "tongyong"})  # systems of which a syllable is right or wrong
_PERSON = (2, 3)  # characters of most Chinese persons
_BEFORE = 120  # characters before brackets in which the words of an English name are


def spelling(work: Work, settings: Settings) -> Iterator[Problem]:  # noqa: ARG001 - all rules look the same
    """An English name beside characters that it does not spell: He Lifang (何立峰), 何立峰（He Lifang）."""
    if work.source is not None:
        return
    text, found = work.text.text, work.text.found
    for one in found:
        content = brackets(text, one)
        if one.name.chinese:
            yield from _english_before(work, one)
        if content is not None:
            yield from (_english_gloss if one.name.chinese else _chinese_gloss)(text, one, content)
    known = {fold(one.text) for one in found if one.name.chinese}
    for mention in stated(text):
        if fold(mention.pair.chinese) not in known:
            yield from _unlike(mention)


def _english_before(work: Work, one: Occurrence) -> Iterator[Problem]:
    """A known Chinese name in brackets, and before them an English name that is nearly the one it has."""
    text = work.text.text
    opening = OPENING.search(text, max(0, one.span.start - 40), one.span.start)
    english = [term.text for term in in_use(one.entry, "en")]
    if opening is None or not english or text[one.span.end : one.span.end + 1] in _LISTING:
        return
    words = list(WORD.finditer(text, max(0, opening.start() - _BEFORE), opening.start()))
    for name in english:
        last = words[-len(name.split()) :]
        span = Span(last[0].start(), last[-1].end()) if last else Span(0, 0)
        if last and _is_free(span, work, one) and not _is_middle(text[: span.start], name):
            yield from _other(text, span, (one, name, english))


def _is_middle(before: str, name: str) -> bool:
    """Whether a further word of the name stands right before a place, so that what is there is its end: Jack Yun Ma."""
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return word != "" and keys.latin(word) in map(keys.latin, name.split())


def _is_free(span: Span, work: Work, one: Occurrence) -> bool:
    """Whether none of the entry's own names stands there, of which the words are a part."""
    before = work.text.within(Span(max(0, span.start - _BEFORE), span.end))
    own = {name.entry.id for name in one.names}
    return not any(
        other.span.end > span.start
        and other.name.use is not Use.LATER
        and own & {name.entry.id for name in other.names}
        for other in before
    )


def _english_gloss(text: str, one: Occurrence, content: Span) -> Iterator[Problem]:
    """A known Chinese name, and in brackets after it an English one that is nearly the one it has."""
    english = [term.text for name in one.names for term in in_use(name.entry, "en")]
    parts = [_trimmed(text, Span(*part.span())) for part in _PART.finditer(text, content.start, content.end)]
    known = set(map(keys.latin, english))
    if not parts or any(keys.latin(part.of(text)) in known for part in parts):
        return
    span = parts[0]
    if not _LATIN.fullmatch(span.of(text)):
        return
    for name in english:
        if len(name.split()) == len(span.of(text).split()) or _is_other(span.of(text), english, chinese=one.text):
            problems = list(_other(text, span, (one, name, english)))
            yield from problems
            if problems:
                return


def _trimmed(text: str, span: Span) -> Span:
    """A part of a gloss without spaces and a label before it."""
    part = span.of(text)
    label = _LABEL.match(part)
    start = span.start + (label.end() if label else 0)
    left = text[start : span.end]
    start += len(left) - len(left.lstrip())
    return Span(start, start + len(left.strip()))


def _other(text: str, span: Span, beside: tuple[Occurrence, str, list[str]]) -> Iterator[Problem]:
    """The problem of words beside a Chinese name that are nearly ``name``, or romanize it otherwise."""
    one, name, english = beside
    shown = span.of(text)
    single = " " not in name
    proper = name[:1].isupper()  # of a term the plural is no slip, and an adjective no other name
    if single:
        slip = proper and is_respelt(shown, name, least=_NEARLY)
    else:
        slip = is_slip(shown, name) and (proper or plain(shown) != plain(name)) and not is_nick(shown, name, one.text)
    other = _is_other(shown, english, chinese=one.text)
    if slip or (other and not single):
        message = f"“{shown}” beside {one.text}; the glossary has “{name}”"
        safe = slip and not other and is_plain_slip(shown, name)
        yield Problem(span, message, one.entry, Fix(span, name, safe=safe))


def is_nick(text: str, name: str, chinese: str) -> bool:
    """Whether a text has another form of the given name that it has before the same surname: Joseph Biden."""
    rests = {keys.latin(one.partition(" ")[2]) for one in (text, name)}
    given = {bearer(one, chinese) for one in (text, name)}
    return len(rests) == len(given) == 1 and "" not in given


def _is_other(text: str, english: Iterable[str], *, chinese: str) -> bool:
    """Whether a text is another romanization of a Chinese name than those that the glossary has."""
    own = frozenset(map(keys.latin, text.split()))
    known = [frozenset(map(keys.latin, name.split())) for name in english]
    if keys.latin(text) in map(keys.latin, english) or any(one <= own or own <= one for one in known):
        return False  # surname last or a further name is no other spelling
    return " " in text and (fits(text, chinese) or any(_is_half_other(text, name, chinese) for name in english))


def _is_half_other(text: str, name: str, chinese: str) -> bool:
    """Whether a text has one word of a name, and spells the characters of the other otherwise: Jay Zhou, Jay Chou."""
    known = set(map(keys.latin, name.split()))
    rest = [word for word in text.split() if keys.latin(word) not in known]
    if len(rest) != 1 or len(text.split()) != len(name.split()) or len(chinese) not in _PERSON:
        return False
    return opens_with_surname(fold(chinese)) and rest[0].lower() in spellings(chinese[0])


def _chinese_gloss(text: str, one: Occurrence, content: Span) -> Iterator[Problem]:
    """A known English name, and in brackets after it a Chinese one with one character other than the glossary's."""
    names = [term.text for name in one.names for term in in_use(name.entry, "zh")]
    runs = list(_HAN_RUN.finditer(text, content.start, content.end))
    if not {fold(run[0]) for run in runs}.isdisjoint(map(fold, names)):
        return
    for run in runs:
        own = fold(run[0])
        near = [name for name in names if one_apart(own, fold(name))]
        if near and not (fits(one.text, run[0]) and not fits(one.text, near[0])):
            span = Span(*run.span())
            message = f"“{run[0]}” beside {one.text}; the glossary has “{near[0]}”"
            yield Problem(span, message, one.entry, Fix(span, near[0], safe=False))


def fits(english: str, chinese: str) -> bool:
    """Whether an English name is a right spelling of the characters in some system.

    >>> fits("He Lifeng", "何立峰"), fits("Ho Li-feng", "何立峰"), fits("He Lifang", "何立峰")
    (True, True, False)
    """
    found = romanization.fit(english, chinese)
    return found.level is Level.FULL and not found.slack


def _unlike(mention: Mention) -> Iterator[Problem]:
    """The glossary knows neither name; the English one spells a Chinese person's name, but not quite this one."""
    if mention.pair.kind is not Kind.PERSON or fold(mention.pair.chinese)[1:] in titles():  # 陳女士
        return
    found = romanization.fit(mention.pair.english, mention.pair.chinese)
    slip = found.slack and found.level in {Level.FULL, Level.SURNAME} and found.system in _MANDARIN
    if slip or (found.level is Level.SURNAME and is_misspelt(mention.pair.english, mention.pair.chinese)):
        message = f"“{mention.pair.english}” does not spell {mention.pair.chinese}"
        yield Problem(mention.english, message)
