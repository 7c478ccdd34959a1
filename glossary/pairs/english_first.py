"""Where an English name begins, when its Chinese name follows: ``Chinese Vice Premier He Lifeng (何立峰)``.

Every place where the name may begin is a cut. Each piece of evidence looks at a cut and gives a weight in log-odds, or
nothing; the cut with the highest sum wins, and its reasons say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from glossary import tables
from glossary.lang import script, transliteration
from glossary.lang.generics import is_generic
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import is_acronym
from glossary.model import Reason
from glossary.pairs import evidence, facts, segments, term_edges, term_evidence
from glossary.pairs.edges import Edge, log_odds
from glossary.pairs.facts import DIRECTION, Cut, Facts, covered
from glossary.pairs.person_evidence import may_be_given
from glossary.pairs.segments import Around, Segment, Word
from glossary.pairs.term_edges import Weighed

__all__ = ["best", "edges", "term_cuts", "whole"]

_DIVIDED = re.compile("[—–－─：:]")
_ENDING = re.compile(r"\.[a-z]")  # of a file: .html
_QUOTES = (("“", "”"), ('"', '"'))
_ASKING = ("?", "!")
_OPENING = tuple(opener for opener, _ in _QUOTES)
_CLOSING = tuple(closer for _, closer in _QUOTES)
_PARTING = (", ", ": ")
# These say that a name may begin further right.
_OF_BEGINNINGS = frozenset(("link-inside", "sentence-start", "opens-with-nationality"))
_ARTICLES = ("A", "An")  # with a capital behind a colon they begin a subtitle: Wolf Totem: A Novel
_MARK = Reason("mark", 3.0)
_SHORTEST_BODY = 2  # words
_LONGEST_SOUND = 4  # characters
_PERSON_SIZES = (2, 3, 4)  # characters
_LONGEST_TERM = 7  # words of a lower-case term


def edges(before: str, chinese: str, *, beside: tuple[str, ...] = (), last: bool = False) -> tuple[Edge, ...]:
    """The ways to cut the English name out of the end of ``before``, likeliest first; none where no word stands there.

    ``beside``: the acronyms and other Latin names in the gloss; ``last``: the line ends with it.

    >>> before = "led by Chinese Vice Premier He Lifeng "
    >>> [before[edge.start : edge.end] for edge in edges(before, "何立峰")][0]
    'He Lifeng'
    >>> before = "lift their competitiveness Taiwan Semiconductor Manufacturing Co "
    >>> best = edges(before, "台積電", beside=("TSMC",))[0]
    >>> before[best.start : best.end], [reason.name for reason in best.reasons]
    ('Taiwan Semiconductor Manufacturing Co', ['gloss', 'acronym', 'left-lower'])
    """
    segment = _segment(before, chinese, last=last)
    if not segment.texts:
        return ()
    weighed = _weigh(segment.texts, chinese, segment.around, beside=beside, every=True)
    return tuple(_edge(before, segment, one) for one in weighed)


@lru_cache(4096)
def best(before: str, chinese: str, beside: tuple[str, ...] = (), last: bool = False) -> Edge | None:  # noqa: FBT001, FBT002, PLR0917
    """The first of :func:`edges`, if there is any; the others are not looked at where a spelling is sure.

    Given by their places the arguments are found in the cache three times as fast as by their names.

    >>> before = "led by Chinese Vice Premier He Lifeng "
    >>> best(before, "何立峰") == edges(before, "何立峰")[0]
    True
    """
    segment = _segment(before, chinese, last=last)
    found = _best(segment.texts, chinese, segment.around, beside) if segment.texts else None
    return _edge(before, segment, found) if found else None


def _segment(before: str, chinese: str, *, last: bool) -> Segment:
    """The words before the gloss. A name that ends in a number has it in Chinese, too: Highway No. 8 (台8線)."""
    before = _in_language().sub("", before)
    segment = segments.read(before, across=_across(chinese))
    if not segment.texts or _ENDING.match(segment.texts[0]):
        return segments.NOTHING
    if segment.around.alone:
        return segment if last else Segment(segment.texts, segment.spans, segments.INITIAL)
    return _rejoined(segment, before, chinese) if segment.around.bounded else segment


@cache
def _in_language() -> re.Pattern[str]:
    """What the text says of a name in front of its gloss: which language that is in."""
    return re.compile(rf",? in (?:{tables.alternatives('naming', 'language')})\s*$")


def _rejoined(segment: Segment, before: str, chinese: str) -> Segment:
    """The segment with what a mark parts from it although it belongs to the name; the same where nothing does."""
    across, start = _across(chinese), segment.spans[0][0]
    if "and" in segment.texts[1:-1] and before.endswith(", ", 0, start):
        return _with_series(segment, segments.read(before, across=across + ","))
    if _after_quote(before, start):
        return _with_translated(segment, segments.read(before, across=across + "".join(_CLOSING)), chinese)
    if not before.endswith(_PARTING, 0, start) or segment.texts[0] == "or":  # Mount Everest, or Qomolangma
        return segment
    if titled := _with_title(segment, before, chinese):
        return titled
    longer = segments.read(before, across=across + ",:")
    looks = (_with_letters, _with_surname, _with_parted)
    found = (look(segment, longer, chinese) for look in looks)
    return next(filter(None, found), None) or _with_body(segment, before, chinese) or segment


def _with_series(segment: Segment, longer: Segment) -> Segment:
    """The longer segment if it names what a body is for, in a series: Ministry of Culture, | Sports and Tourism."""
    more = longer.texts[: len(longer.texts) - len(segment.texts)]
    place = more.index("of") if "of" in more[1:] else 0
    head = more[place - 1].rpartition("-")[2] if place else ""
    return longer if is_generic(head) or head == "General" else segment


def _after_quote(before: str, start: int) -> bool:
    """Whether a quotation ends right before the place."""
    return before.endswith(_CLOSING, 0, start - 1) and before[start - 1 : start] == " "


def _with_letters(segment: Segment, longer: Segment, chinese: str) -> Segment | None:
    """A person's name before the letters of an honour or a degree: Paul Lam Ting-kwok, SC (林定國)."""
    person = len(longer.texts) - len(segment.texts)
    if (
        person < 2
        or not all(map(str.isupper, segment.texts))
        or not facts.spelling_words(longer.texts[:person], chinese)
    ):
        return None
    return Segment(longer.texts[:person], longer.spans[:person], longer.around)


def _with_surname(segment: Segment, longer: Segment, chinese: str) -> Segment | None:
    """The name of a catalogue, whose surname a comma parts from the given name: Ho, Kai-Lung (何凱龍)."""
    first = len(longer.texts) - len(segment.texts) - 1
    name = longer.texts[first:]
    if first < 0 or facts.spelling_words(name, chinese) != len(name):
        return None
    return Segment(name, longer.spans[first:], segments.CLOSED)


def _with_title(segment: Segment, before: str, chinese: str) -> Segment | None:
    """A title with its subtitle, of which the Chinese says only the title: Wolf Totem: A Novel (狼圖騰)."""
    colon = segment.spans[0][0] - len(": ")
    natures = [segments.word(text).nature for text in segment.texts]
    if not before.startswith(":", colon) or len(natures) < 2 or any(covered(segment.texts, chinese)):
        return None
    head = segments.read(before[:colon])
    found = _best(head.texts, chinese, head.around, ()) if head.texts else None
    if found is None or not all(nature.capital or nature.connector for nature in natures):
        return None
    title = head.texts[found[0] :]
    said = len(title) > 1 and (segment.texts[0] in _ARTICLES or _says_all(title, chinese))
    if said or facts.spelling_words(title, chinese) == len(title):
        return Segment(title + segment.texts, head.spans[found[0] :] + segment.spans, segments.CLOSED)
    return None


def _with_translated(segment: Segment, longer: Segment, chinese: str) -> Segment:
    """The longer segment if the Chinese translates half of what it has more: "Hydrogen Industry" 3D Model Club."""
    return longer if _says_half(longer.texts[: len(longer.texts) - len(segment.texts)], chinese) else segment


def _with_parted(segment: Segment, longer: Segment, chinese: str) -> Segment | None:
    """The same for a title that a comma parts, half of either part of it: Crouching Tiger, Hidden Dragon (臥虎藏龍)."""
    natures = [segments.word(word).nature for word in longer.texts]
    titled = all(found.capital or found.connector for found in natures[1:])  # the first may stand before the name
    more = longer.texts[not natures[0].capital : len(longer.texts) - len(segment.texts)]
    if not titled or any(map(is_acronym, more)) or not _says_half(segment.texts, chinese):
        return None
    return longer if _says_half(more, chinese) else None


def _with_body(segment: Segment, before: str, chinese: str) -> Segment | None:
    """The name of a body in front of its seat: University of California, | Berkeley (加州大學柏克萊分校).

    Without the seat where the Chinese lacks it: Ministry of Justice, Taiwan (法務部).
    """
    comma = segment.spans[0][0] - len(", ")
    head = segments.read(before[:comma]) if before.startswith(",", comma) else segments.NOTHING
    if not any(map(is_generic, head.texts)) or _spells_end(segment.texts, chinese):
        return None
    found = _best(head.texts, chinese, head.around, ())
    body = head.texts[found[0] :] if found else ()
    if len(body) < _SHORTEST_BODY or not any(map(is_generic, body)) or not _says_all(body, chinese):
        return None
    if not _holds(chinese, segment.texts):
        return (
            Segment(body, head.spans[-len(body) :], segments.OPENED) if is_known_place("".join(segment.texts)) else None
        )
    return Segment(body + segment.texts, head.spans[len(head.texts) - len(body) :] + segment.spans, segments.OPENED)


def _spells_end(texts: tuple[str, ...], chinese: str) -> bool:
    """Whether words spell the whole or the end of the Chinese, which is then a person of the body: 文化部長李遠."""
    return any(facts.spelling_words(texts, chinese[-size:]) for size in (*_PERSON_SIZES, len(chinese)))


def _holds(chinese: str, texts: tuple[str, ...]) -> bool:
    """Whether the Chinese translates any of the words, or a stretch of it sounds like the last."""
    folded, size = script.fold(chinese), len(chinese)
    parts = (
        folded[start:end] for start in range(size) for end in range(start + 2, min(size, start + _LONGEST_SOUND) + 1)
    )
    return any(covered(texts, chinese)) or any(transliteration.sounds_like(texts[-1], part) for part in parts)


def _says_all(texts: tuple[str, ...], chinese: str) -> bool:
    """Whether the Chinese translates all of the words but connectors."""
    said = covered(texts, chinese)
    return all(yes or segments.word(text).nature.connector for yes, text in zip(said, texts, strict=True))


def _says_half(texts: tuple[str, ...], chinese: str) -> bool:
    """Whether there are words, and the Chinese translates half of them."""
    return 2 * sum(covered(texts, chinese)) >= len(texts) > 0


@lru_cache(8192)
def _across(chinese: str) -> str:
    """The marks that the English name may hold as the Chinese one has the like."""
    return "—–:" if _DIVIDED.search(chinese) else ""


def _edge(before: str, segment: Segment, weighed: Weighed) -> Edge:
    """The edge of the name from its first word on; with the mark of a quotation that holds only a part of the name."""
    first, reasons = weighed
    start, end = segment.spans[first][0], segment.spans[-1][1]
    end -= before.endswith("\\", start, end)  # of a quotation mark in a string of code
    if before[start - 1] in _OPENING:
        for opener, closer in _QUOTES:
            start -= before.startswith(opener, start - 1) and closer in before[start:end]
    if segment.around.closed and before[end : end + 1] in _ASKING:  # a title that asks
        end += 1
    return Edge(start, end, reasons)


@lru_cache(1 << 14)
def _best(texts: tuple[str, ...], chinese: str, around: Around, beside: tuple[str, ...]) -> Weighed | None:  # noqa: PLR0917
    return next(iter(_weigh(texts, chinese, around, beside=beside, every=False)), None)


def _weigh(
    texts: tuple[str, ...], chinese: str, around: Around, *, beside: tuple[str, ...], every: bool
) -> list[Weighed]:
    """The words that may be the first of the name, each with its reasons, the likeliest first.

    ``every``: also where one is sure.
    """
    known = facts.gather(texts, chinese, around=around, beside=beside)
    cuts = _cuts(known, every=every)
    if _is_term(known):
        return term_edges.ranked(cuts)
    return sorted(((cut.first, reasons) for cut, reasons in cuts), key=_rank)


def _cuts(known: Facts, *, every: bool) -> list[tuple[Cut, tuple[Reason, ...]]]:
    """The ways to cut the name, each with the evidence for it."""
    if known.around.closed:
        starts: Iterable[int] = (_without_article(tuple([word.text for word in known.words])),)
    else:
        starts = (() if every else _sure(known)) or _starts(known)
    return [(cut, _reasons(cut)) for cut in (facts.cut_at(known, first) for first in starts)]


def _is_term(known: Facts) -> bool:
    """Whether the name is in small letters, without marks around it, and not a spelling of the Chinese."""
    return not (known.words[-1].nature.capital or known.around.closed or known.spelt or known.binomial)


def term_cuts(
    before: str, chinese: str, *, beside: tuple[str, ...] = (), last: bool = False
) -> list[tuple[Edge, Cut, tuple[Reason, ...]]]:
    """The ways to cut a term in small letters, with the evidence for each before it is weighed, for training.

    >>> [edge.start for edge, _, _ in term_cuts("walls of old coral limestone ", "咾咕石")]
    [19, 13, 9, 0]
    """
    segment = _segment(before, chinese, last=last)
    known = facts.gather(segment.texts, chinese, around=segment.around, beside=beside) if segment.texts else None
    if known is None or not _is_term(known):
        return []
    return [(_edge(before, segment, (cut.first, reasons)), cut, reasons) for cut, reasons in _cuts(known, every=True)]


def _rank(weighed: Weighed) -> tuple[float, int]:
    """By which the likeliest comes first, and of equals the longest name."""
    return -log_odds(weighed[1]), weighed[0]


def whole(english: str, chinese: str, *, beside: tuple[str, ...] = ()) -> tuple[Reason, ...]:
    """The reasons for and against that these two whole names name one thing; none where there is no English word.

    ``beside``: the acronyms and other Latin names that stand with them.

    >>> sum(reason.weight for reason in whole("He Lifeng", "何立峰")) > 5 > sum(
    ...     reason.weight for reason in whole("Photo", "法新社"))
    True
    """
    segment = segments.words(english, 0, len(english), around=segments.INITIAL)
    if not segment.texts or segments.is_code(english):
        return ()
    reasons = _reasons(facts.cut_at(facts.gather(segment.texts, chinese, around=segment.around, beside=beside), 0))
    return tuple([reason for reason in reasons if reason.name not in _OF_BEGINNINGS])


def _sure(known: Facts) -> tuple[int, ...]:
    """The one start of a name of several words that spell the Chinese, if no given name goes before; of a species."""
    first = len(known.words) - known.spelt
    if known.spelt > 1 and not (first and may_be_given(known, first - 1)):
        return (first,)
    return (len(known.words) - 2,) if known.binomial else ()


def _without_article(texts: tuple[str, ...]) -> int:
    """The first word behind the article of a quoted term; that of a title belongs to it: A Brighter Summer Day."""
    titled = texts[0][0].isupper() and len(texts) > 2 and texts[1][0].isupper()
    return int(len(texts) > 1 and texts[0].casefold() in {"a", "an"} and not titled)


def _reasons(cut: Cut) -> tuple[Reason, ...]:
    """The evidence for the cut, what marks around the name say first."""
    found = [reason for look in evidence.EVIDENCE if (reason := look(cut)) is not None]
    return (_MARK, *found) if cut.facts.around.closed else tuple(found)


def _starts(known: Facts) -> Iterator[int]:
    """The indices where a name may begin, from the right."""
    words = known.words
    last = len(words) - 1
    if not words[last].nature.capital:
        yield from _term_starts(words)
        return
    for index in range(last, -1, -1):
        found = words[index].nature
        if found.capital:
            yield index
        elif not found.connector:
            yield from _heads(known, index)
            return


def _heads(known: Facts, index: int) -> Iterator[int]:
    """The small word that ends the words of a name, and the one before it, where the Chinese has both.

    principle of Heaven (天理), northern Shaanxi (陝北), Tainan branch of the High Court (高等法院台南分院)
    """
    words = known.words
    opens = words[index + 1].text == "of" or DIRECTION.match(words[index].text)
    if opens and known.covered[index]:
        yield index
        if index and known.covered[index - 1] and words[index - 1].nature.capital:
            yield index - 1


def _term_starts(words: tuple[Word, ...]) -> Iterator[int]:
    """The same for a name that ends in a lower-case word: a term, or a name with its generic in lower case."""
    last = len(words) - 1
    for index in range(last, max(-1, last - _LONGEST_TERM), -1):
        text = words[index].text
        if text in term_evidence.TERM_CONNECTORS:
            continue
        if words[index].nature.small:
            return
        yield index
