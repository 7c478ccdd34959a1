"""Which reading each character of a Chinese name has, and what decided it.

Sources in order of trust: the English spelling beside the name, whole names and words of a dictionary, the surname
table (persons), the reading a character mostly has inside proper names, its ordinary reading. What is known comes in
as a :class:`Knowledge`, so that a measurement can leave parts of it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from glossary.lang.script import fold
from glossary.lang.transliteration import likeness

__all__ = ["END", "Knowledge", "Syllable", "Usage", "attested", "choose", "foreign_places", "heard", "lookup"]

END = "$"  # stands for the end of a name among the neighbours of a character

_LONGEST = 8  # characters of the longest word looked up
_BESIDE = 0.8  # share of a reading beside a certain neighbour from which it is taken
_CLEAR = 0.6  # share of a reading in names from which it is taken
_LONGEST_SURE = 3  # characters of a person's name that begins with a surname and is surely no foreign one
_UNCHANGED = {"一": "yi1", "不": "bu4"}  # GB/T 16159 writes no tone sandhi; a phrase table may
_NEAR = 2  # characters on either side that tell whether a character writes a foreign sound
_FOREIGN = 1.5  # their mean likeness (log ratio) from which it does
_RARE = 0.03  # share below which a reading is no more than a curiosity
_FEW = 2  # names from which that share means something


@dataclass(frozen=True, slots=True)
class Syllable:
    """One character's reading: ``reading`` with tone number (``feng1``), who decided, what else it could be.

    ``source``: only (it has no other), english, name, word, surname, usage (in proper names), ordinary, taiwan,
    unknown (``reading`` is then the character itself). ``alternatives``: likeliest first. ``share``: how often the
    deciding source has this reading, 0–1.
    """

    char: str
    reading: str
    source: str
    alternatives: tuple[str, ...] = ()
    share: float = 1.0


def _summed(counts: tuple[tuple[str, int], ...]) -> dict[str, int]:
    """The counts with those of one reading added up."""
    found: dict[str, int] = {}
    for reading, count in counts:
        found[reading] = found.get(reading, 0) + count
    return found


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a character has each reading: in proper names, in words, in foreign names, commonest first."""

    names: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]
    foreign: tuple[tuple[str, int], ...] = ()

    def total(self) -> dict[str, int]:
        """The counts of all three."""
        return _summed((*self.names, *self.words, *self.foreign))

    def in_names(self) -> tuple[tuple[str, int], ...]:
        """The counts in names of either origin, commonest first."""
        return tuple(sorted(_summed((*self.names, *self.foreign)).items(), key=lambda pair: -pair[1]))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What readings are chosen from.

    ``word`` gives the syllables of a word in either script, or nothing; ``heteronyms`` every reading of a character,
    its ordinary one first; ``usage`` counts of the characters that have several; ``surnames`` readings of surnames;
    ``pairs`` the reading of the first (0) or second (1) character of two neighbours inside names (the second may be
    :data:`END`), where it is not the one that ``usage`` gives.
    """

    word: Callable[[str], tuple[str, ...] | None]
    heteronyms: Callable[[str], tuple[str, ...]]
    usage: Mapping[str, Usage]
    surnames: Mapping[str, tuple[str, ...]]
    pairs: Mapping[tuple[str, int], str] = field(default_factory=dict)


def choose(text: str, known: Knowledge, *, surname: int = 0) -> tuple[Syllable, ...]:
    """A syllable for each character of ``text``, which is Han only; the first ``surname`` characters are a surname."""
    found: list[Syllable] = []
    foreign = foreign_places(text) if not surname or len(text) > _LONGEST_SURE else frozenset()
    for word in _division(text, known):
        syllables = known.word(word) if len(word) > 1 else None
        if syllables is None:
            found.append(_beside(text, len(found), known, foreign=len(found) in foreign))
        else:
            source = "name" if len(word) == len(text) else "word"
            for char, said in zip(word, syllables, strict=True):
                sounds = source == "word" and len(found) in foreign
                found.append(_of_word(char, said, known, source=source, foreign=sounds))
    own = _surname_reading(text[:surname], known)
    if own and not (found[0].source == "name" or len(text) == surname):
        _as_surname(found, own)
    return tuple(_repeated(found))


def foreign_places(text: str) -> frozenset[int]:
    """The places in ``text`` where a character stands among characters that write foreign sounds.

    >>> sorted(foreign_places("巴尔的摩")), sorted(foreign_places("司法部长"))
    ([2], [])
    """
    likely = [likeness(char) for char in (fold(char) for char in text)]
    return frozenset(place for place in range(len(text)) if _around(likely, place) >= _FOREIGN)


def _around(likely: list[float], place: int) -> float:
    """The mean of what stands around ``place``."""
    near = [*likely[max(place - _NEAR, 0) : place], *likely[place + 1 : place + 1 + _NEAR]]
    return sum(near) / len(near) if near else float("-inf")


def _division(text: str, known: Knowledge) -> list[str]:
    """``text`` cut so that known words cover it best: the sum of squared word lengths is greatest."""
    best: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = (best[start + 1][0], start + 1)
        for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
            score = (end - start) ** 2 - 1 + best[end][0]
            if score >= best[start][0] and known.word(text[start:end]) is not None:
                best[start] = (score, end)
    words, start = [], 0
    while start < len(text):
        words.append(text[start : best[start][1]])
        start = best[start][1]
    return words


def _of_word(char: str, said: str, known: Knowledge, *, source: str, foreign: bool) -> Syllable:
    """The syllable a word gives, unless the character does not have it (a word found through its simplified form).

    Nor where the character writes a ``foreign`` sound, and foreign names agree on another reading.
    """
    others = _plausible(char, known)
    said = _UNCHANGED.get(char, said)
    counted = known.usage.get(char)
    if foreign and counted and (clear := _clear(counted.foreign)) and clear[0] != said and clear[1] >= _BESIDE:
        return _single(char, known, foreign=True)
    if said.endswith("5") or said in attested(char, known):
        rest = tuple(other for other in others if other != said)
        return Syllable(char, said, source if rest else "only", rest)
    return _single(char, known)


def _single(char: str, known: Knowledge, *, foreign: bool = False) -> Syllable:
    """The reading of a character on its own: that of names where they are clear, else the ordinary one."""
    plausible = _plausible(char, known)
    if not plausible:
        return Syllable(char, char, "unknown")
    if len(plausible) == 1:
        return Syllable(char, plausible[0], "only")
    counted = known.usage.get(char)
    clear = counted and (_clear(counted.foreign if foreign else counted.names) or _clear(counted.in_names()))
    said, share = clear or (_ordinary(char, plausible, known), 0.5)
    others = tuple(other for other in plausible if other != said)
    return Syllable(char, said, "usage" if clear else "ordinary", others, share)


def _clear(counts: tuple[tuple[str, int], ...]) -> tuple[str, float] | None:
    """The reading that names agree on, with its share; None where they are few or do not."""
    if not counts or counts[0][1] < _FEW:
        return None
    share = counts[0][1] / sum(count for _, count in counts)
    return (counts[0][0], share) if share >= _CLEAR else None


def _beside(text: str, place: int, known: Knowledge, *, foreign: bool) -> Syllable:
    """The reading of a character that no word decides: that of names with the same neighbour, else its own."""
    char, padded = text[place], text + END
    alone = _single(char, known, foreign=foreign)
    pair, before = padded[place : place + 2], padded[max(place - 1, 0) : place + 1]
    said = known.pairs.get((before, 1)) if pair[1] == END else None
    said = said or known.pairs.get((pair, 0)) or known.pairs.get((before, 1))
    if not said or said == alone.reading or alone.source == "only":
        return alone
    others = (alone.reading, *(other for other in alone.alternatives if other != said))
    return Syllable(char, said, "usage", others, _BESIDE)


def _ordinary(char: str, plausible: tuple[str, ...], known: Knowledge) -> str:
    """The reading that words mostly have; the general dictionary's where they do not say."""
    general = known.heteronyms(char)
    return general[0] if general and general[0] in plausible else plausible[0]


def attested(char: str, known: Knowledge) -> tuple[str, ...]:
    """Every reading that a character is known to have, those in use first, commonest first."""
    counted = known.usage.get(char)
    total = counted.total() if counted else {}
    used = sorted(total, key=lambda reading: -total[reading])
    return tuple(dict.fromkeys((*used, *known.heteronyms(char))))


def heard(char: str, known: Knowledge, *, foreign: bool) -> tuple[str, ...]:
    """The readings that an English spelling may confirm, where it is not the strict pinyin of the whole name.

    Those that names have or words mostly have; in a foreign name those of foreign names, since its letters are not
    Chinese ones (Pisa is not how 比 is said).
    """
    counted = known.usage.get(char)
    if counted is None:
        return known.heteronyms(char)[:1] if foreign else known.heteronyms(char)
    if foreign and counted.foreign:
        return tuple(said for said, _ in counted.foreign)
    return tuple(dict.fromkeys((*(said for said, _ in counted.names), *_plausible(char, known))))


def _plausible(char: str, known: Knowledge) -> tuple[str, ...]:
    """The readings of a character that a name may well have, commonest first."""
    counted = known.usage.get(char)
    if counted is None:
        return known.heteronyms(char)
    total = counted.total()
    least = _RARE * sum(total.values())
    return tuple(sorted((said for said, count in total.items() if count >= least), key=lambda said: -total[said]))


def _surname_reading(surname: str, known: Knowledge) -> tuple[str, ...]:
    """How a surname is said, and each of two that are borne together; nothing where it is not known (高橋)."""
    parts = [known.surnames.get(surname)] if surname in known.surnames else [known.surnames.get(c) for c in surname]
    return tuple(chain.from_iterable(filter(None, parts))) if all(parts) else ()


def _as_surname(found: list[Syllable], said: tuple[str, ...]) -> None:
    """Give the characters at the head of a person's name their readings as a surname."""
    for place, reading in enumerate(said):
        old = found[place]
        others = tuple(other for other in (old.reading, *old.alternatives) if other != reading)
        found[place] = Syllable(old.char, reading, "surname" if others else "only", others)


def _repeated(found: list[Syllable]) -> list[Syllable]:
    """The mark 々 read as the character before it."""
    for place, syllable in enumerate(found):
        if syllable.char == "々" and place:
            before = found[place - 1]
            found[place] = Syllable("々", before.reading, before.source, before.alternatives, before.share)
    return found


def lookup(text: str, tables: tuple[Callable[[str], tuple[str, ...] | None], ...]) -> tuple[str, ...] | None:
    """What the first of ``tables`` says of ``text`` as it is written or in simplified characters."""
    simple = fold(text)
    for table in tables:
        found = table(text) or (table(simple) if simple != text and len(simple) == len(text) else None)
        if found is not None:
            return found
    return None
