"""What a reader of names knows: words, the readings of characters and how often names have them, surnames.

It is a value, so that a measurement can leave parts of it out and the build scripts can learn it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from glossary.lang.script import fold

__all__ = ["END", "START", "Character", "Counts", "Knowledge", "Syllable", "Usage"]

START, END = "^", "$"  # stand for the ends of a name among the neighbours of a character

Counts = tuple[tuple[str, int], ...]

_CLEAR = 0.6  # share of a reading in names from which it is taken
_AGREED = 0.8  # share in foreign names from which their reading is taken whatever a word says
_RARE = 0.03  # share below which a reading is no more than a curiosity
_FEW = 2  # names from which a share means something


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


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a character has each reading: in proper names, in words, in foreign names, commonest first."""

    names: Counts
    words: Counts
    foreign: Counts = ()

    def total(self) -> dict[str, int]:
        """The counts of all three, commonest first."""
        return _summed((*self.names, *self.words, *self.foreign))


def _summed(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The counts with those of one reading added up, commonest first."""
    found: dict[str, int] = {}
    for reading, count in counts:
        found[reading] = found.get(reading, 0) + count
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


@dataclass(frozen=True, slots=True)
class Character:
    """What is known of a character's readings, in each tuple the commonest first.

    ``attested``: every one it is known to have; ``plausible``: those that a name may well have. ``native`` and
    ``foreign`` are what it is on its own, and among characters that write foreign sounds; ``settled`` is the reading
    that foreign names agree on, or empty. ``heard`` and ``heard_abroad`` are those that an English spelling may
    confirm where it is not the strict pinyin of the whole name: those that names have or words mostly have; in a
    foreign name those of foreign names, since its letters are not Chinese ones (Pisa is not how 比 is said).
    """

    attested: tuple[str, ...]
    plausible: tuple[str, ...]
    native: Syllable
    foreign: Syllable
    settled: str
    heard: tuple[str, ...]
    heard_abroad: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What readings are chosen from.

    ``word`` gives the syllables of a word as it is written, or nothing, and ``begins`` whether any word begins with two
    characters, so that most stretches of a name need not be looked up; ``heteronyms`` every reading of a character,
    its ordinary one first; ``usage`` counts of the characters that have several; ``surnames`` readings of surnames;
    ``pairs`` the reading of the first (0) or second (1) character of two neighbours inside names (the second may be
    :data:`END`, the first :data:`START`), where it is not the one that ``usage`` gives; ``listed`` readings that a
    folded character has in names of our own list, and perhaps nowhere else.
    """

    word: Callable[[str], tuple[str, ...] | None]
    heteronyms: Callable[[str], tuple[str, ...]]
    usage: Mapping[str, Usage]
    surnames: Mapping[str, tuple[str, ...]]
    pairs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    begins: Callable[[str], bool] = bool
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _characters: dict[str, Character] = field(init=False, repr=False, compare=False, default_factory=dict)

    def of(self, char: str) -> Character:
        """What is known of ``char``."""
        found = self._characters.get(char)
        if found is None:
            found = _character(char, self.heteronyms(char), self.usage.get(char))
            if own := self.listed.get(fold(char)):
                found = replace(found, attested=tuple(dict.fromkeys((*found.attested, *own))))
            self._characters[char] = found
        return found


def _character(char: str, general: tuple[str, ...], counted: Usage | None) -> Character:
    """What ``general`` readings and counts say of a character."""
    if counted is None:
        alone = _alone(char, general, general)
        return Character(general, general, alone, alone, "", general, general[:1])
    total = counted.total()
    least = _RARE * sum(total.values())
    plausible = tuple(reading for reading, count in total.items() if count >= least)
    either = tuple(_summed((*counted.names, *counted.foreign)).items())
    settled, in_words = _clear(counted.foreign), _clear(counted.words)
    ordinary = (in_words[0], *general) if in_words else general
    heard = tuple(dict.fromkeys((*(reading for reading, _ in counted.names), *plausible)))
    return Character(
        attested=tuple(dict.fromkeys((*total, *general))),
        plausible=plausible,
        native=_alone(char, plausible, ordinary, counts=(counted.names, either)),
        foreign=_alone(char, plausible, ordinary, counts=(counted.foreign, either)),
        settled=settled[0] if settled and settled[1] >= _AGREED else "",
        heard=heard,
        heard_abroad=tuple(reading for reading, _ in counted.foreign) or heard,
    )


def _alone(
    char: str, plausible: tuple[str, ...], ordinary: tuple[str, ...], *, counts: tuple[Counts, ...] = ()
) -> Syllable:
    """The reading of a character on its own: that of the first counts that are clear, else the most ordinary one."""
    if not plausible:
        return Syllable(char, char, "unknown")
    if len(plausible) == 1:
        return Syllable(char, plausible[0], "only")
    clear = next(filter(None, map(_clear, counts)), None)
    said, share = clear or (next((one for one in ordinary if one in plausible), plausible[0]), 0.5)
    others = tuple(other for other in plausible if other != said)
    return Syllable(char, said, "usage" if clear else "ordinary", others, share)


def _clear(counts: Counts) -> tuple[str, float] | None:
    """The reading that names agree on, with its share; None where they are few or do not."""
    if not counts or counts[0][1] < _FEW:
        return None
    share = counts[0][1] / sum(count for _, count in counts)
    return (counts[0][0], share) if share >= _CLEAR else None
