"""What a mark parts from an English name although it belongs to it, as the Chinese name shows.

``Ho, Kai-Lung (何凱龍)`` · ``Wolf Totem: A Novel (狼圖騰)`` · ``Paul Lam Ting-kwok, SC (林定國)``
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.lang import script, transliteration, well_known
from glossary.lang.generics import is_generic
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import is_acronym
from glossary.model import Kind
from glossary.pairs import cuts, facts, segments
from glossary.pairs.facts import covered
from glossary.pairs.segments import Segment

__all__ = ["CLOSING", "across", "rejoined"]

CLOSING = ("”", '"')  # of quotations
_DIVIDED = re.compile("[—–－─：:]")
_PARTING = (", ", ": ")
_ARTICLES = ("A", "An")  # with a capital behind a colon they begin a subtitle: Wolf Totem: A Novel
_SHORTEST_BODY = 2  # words
_LONGEST_SOUND = 4  # characters
_PERSON_SIZES = (2, 3, 4)  # characters


@lru_cache(8192)
def across(chinese: str) -> str:
    """The marks that the English name may hold as the Chinese one has the like.

    >>> across("野柳：被遺忘的天堂"), across("野柳")
    ('—–:', '')
    """
    return "—–:" if _DIVIDED.search(chinese) else ""


def rejoined(segment: Segment, before: str, chinese: str) -> Segment:
    """The segment with what a mark parts from it although it belongs to the name; the same where nothing does.

    ``before``: the text before the gloss, at whose end the segment was read.

    >>> before = "by Ho, Kai-Lung "
    >>> segment = segments.read(before)
    >>> segment.texts, rejoined(segment, before, "何凱龍").texts, rejoined(segment, before, "開龍").texts
    (('Kai-Lung',), ('Ho', 'Kai-Lung'), ('Kai-Lung',))
    """
    marks, start = across(chinese), segment.spans[0][0]
    if "and" in segment.texts[1:-1] and before.endswith(", ", 0, start):
        return _with_series(segment, segments.read(before, across=marks + ","))
    if _after_quote(before, start):
        return _with_translated(segment, segments.read(before, across=marks + "".join(CLOSING)), chinese)
    if not before.endswith(_PARTING, 0, start) or segment.texts[0] == "or":  # Mount Everest, or Qomolangma
        return segment
    if titled := _with_title(segment, before, chinese):
        return titled
    longer = segments.read(before, across=marks + ",:")
    looks = (_with_letters, _with_surname, _with_parted)
    found = (look(segment, longer, chinese) for look in looks)
    looked = next(filter(None, found), None) or _with_body(segment, before, chinese)
    return looked or _before_seat(segment, before, chinese)


def _with_series(segment: Segment, longer: Segment) -> Segment:
    """The longer segment if it names what a body is for, in a series: Ministry of Culture, | Sports and Tourism."""
    more = longer.texts[: len(longer.texts) - len(segment.texts)]
    place = more.index("of") if "of" in more[1:] else 0
    head = more[place - 1].rpartition("-")[2] if place else ""
    return longer if is_generic(head) or head == "General" else segment


def _after_quote(before: str, start: int) -> bool:
    """Whether a quotation ends right before the place."""
    return before.endswith(CLOSING, 0, start - 1) and before[start - 1 : start] == " "


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
    found = cuts.best(head.texts, chinese, head.around) if head.texts else None
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
    found = cuts.best(head.texts, chinese, head.around)
    body = head.texts[found[0] :] if found else ()
    if len(body) < _SHORTEST_BODY or not any(map(is_generic, body)) or not _says_all(body, chinese):
        return None
    if not _holds(chinese, segment.texts):
        return (
            Segment(body, head.spans[-len(body) :], segments.OPENED) if is_known_place("".join(segment.texts)) else None
        )
    return Segment(body + segment.texts, head.spans[len(head.texts) - len(body) :] + segment.spans, segments.OPENED)


def _before_seat(segment: Segment, before: str, chinese: str) -> Segment:
    """The name before a place that the Chinese does not name: Hualien, | Taiwan (花蓮縣); the segment where none is."""
    comma, place = segment.spans[0][0] - len(", "), " ".join(segment.texts)
    known = Kind.PLACE in well_known.of_english(place).kinds or is_known_place(place)
    if not known or not before.startswith(",", comma):
        return segment
    head = segments.read(before[:comma])
    if not head.texts or not segments.word(head.texts[-1]).nature.capital or well_known.are_one(place, chinese):
        return segment
    if _spells_end(segment.texts, chinese) or _holds(chinese, segment.texts):
        return segment
    found = cuts.best(head.texts, chinese, head.around)
    first = found[0] if found else 0
    if any(segments.word(text).nature.title == "time" for text in head.texts[first:]):
        return segment  # On Monday, Taipei
    return Segment(head.texts[first:], head.spans[first:], segments.OPENED)


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
