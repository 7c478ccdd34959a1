"""What is known about an English-first gloss whatever the cut, and the cuts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from glossary.lang import frequencies, glosses, romanization, script, transliteration, well_known
from glossary.lang.generics import generic
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import is_acronym, is_usual
from glossary.lang.surnames import LONGEST_PERSON, opens_with_surname
from glossary.lang.titles import nature, owner
from glossary.pairs.segments import Around, Word, word

__all__ = ["DIRECTION", "Cut", "Facts", "covered", "cut_at", "gather", "is_everyday", "spelling_words"]

# The Latin name of a species (International Code of Zoological Nomenclature, article 28).
_GENUS = re.compile(r"[A-Z][a-z]{2,}(?:us|a|um|is|os|on|es|ens|ax|ix|yx|er|o)")
_INITIAL = re.compile(r"[A-Z][a-z]?\.")
_SPECIES = re.compile(r"[a-z]{2,}(?:us|a|um|is|ens|ans|ii?|ae|e|or|ix|ax|er)")
_NAME_WORDS = 6  # the last words, among which a person's name is
_USUAL_PERSON = 3
_MOST_MEANINGS = 4  # stems; with more no few of them say the whole
_LONGEST_FOREIGN, _LONGEST_DOTTED = 6, 8  # characters of a foreign surname, and behind a dot
_LINK = re.compile("[和與与及暨、/]")
DIRECTION = re.compile("^([Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)ern$")
_WORD = re.compile(r"[^\W_]+")
_USUAL, _NO_NAMES = 300, frozenset(("n", "v", "vn", "a", "d"))  # uses and kinds of words that name nobody
_SMALL_WORDS = frozenset("dpcurvy")  # parts of speech: adverbs, prepositions, conjunctions, particles, pronouns, verbs


@dataclass(frozen=True)  # no slots: what is a property is kept once it was asked for
class Facts:
    """What is known about a gloss whatever the cut.

    ``spelt``: how many of the last words spell the whole Chinese name, 0 for none. ``around``: what stands around
    the words. What costs more is a property, found when it is first asked for.
    """

    words: tuple[Word, ...]
    chinese: str
    beside: tuple[str, ...]
    spelt: int
    around: Around

    @cached_property
    def famous(self) -> frozenset[str]:
        """The keys of the English names that the Chinese is well known to have."""
        return well_known.of(script.fold(self.chinese)).others

    @cached_property
    def chinese_link(self) -> bool:
        """Whether the Chinese joins two things, too."""
        return _LINK.search(self.chinese) is not None

    @cached_property
    def person(self) -> bool:
        """Whether the Chinese can be a person's name, and the last word (or the first spelt one) its surname."""
        return self.family or _can_be_person(self._last, self.chinese, self.spelt)

    @cached_property
    def family(self) -> bool:
        """Whether the last word but one is the surname, and the last a given name spelt in an unusual way."""
        return not self.spelt and _family_first(self._last, self.chinese)

    @cached_property
    def given(self) -> bool:
        """Whether the last word spells the given name, after a surname written in an unusual way: Jow Hongnian."""
        chinese = self.chinese
        if self.spelt or len(chinese) != _USUAL_PERSON or not opens_with_surname(script.fold(chinese)):
            return False
        return spelling_words((self.words[-1].text,), chinese[1:]) == 1

    @cached_property
    def binomial(self) -> bool:
        """Whether the last two words are the Latin name of a species: Panthera tigris, E. coli."""
        return len(self.words) > 1 and not self.spelt and _is_binomial(self.words[-2].text, self.words[-1].text)

    @cached_property
    def heard(self) -> bool:
        """Whether the Chinese sounds like the last word, and does not spell the name."""
        return not self.spelt and _heard(self.words[-1].text, self.chinese)

    @cached_property
    def covered(self) -> tuple[bool, ...]:
        """For each word whether the Chinese holds a translation of it."""
        return covered([word.text for word in self.words], self.chinese)

    @cached_property
    def translated(self) -> tuple[bool, ...]:
        """For each word whether the dictionary has it in what it says of the whole Chinese; or it is a small word."""
        whole = glosses.meanings(script.fold(self.chinese))
        if not 0 < len(whole) <= _MOST_MEANINGS:
            return ()
        return tuple([not whole.isdisjoint(_stems(word.text)) or word.nature.small for word in self.words])

    @cached_property
    def sounded(self) -> bool:
        """Whether the gloss says how the Chinese is read."""
        return any(spelling_words(tuple(text.split()), self.chinese) for text in self.beside if not is_acronym(text))

    @cached_property
    def tied(self) -> bool:
        """Whether anything ties a word before the gloss to the Chinese."""
        return bool(self.spelt) or self.person or self.heard or self.around.opened or any(self.covered)

    def begins(self, first: int) -> int:
        """How many words from ``first`` on spell the beginning of the Chinese, two characters of it or more; or 0."""
        for length in range(1, min(3, len(self.words) - first) + 1):
            if any(self._alike[first : first + length]):
                texts = tuple([owner(word.text) for word in self.words[first : first + length]])
                if _begins(texts, self.chinese):
                    return length
        return 0

    def owned(self, place: int) -> bool:
        """Whether the word is an owner's whose surname the Chinese begins with: Chan's Roast Goose, 陳記燒鵝."""
        found = self.words[place]
        return found.nature.possessive and romanization.surname(owner(found.text), self.chinese)

    @cached_property
    def _alike(self) -> list[bool]:
        """For each word whether a spelling of the beginning of the Chinese may begin with it."""
        return romanization.may_begin([word.text for word in self.words], self.chinese)

    @cached_property
    def _last(self) -> tuple[str, ...]:
        return tuple([word.text for word in self.words[-_NAME_WORDS:]])


@dataclass(frozen=True, slots=True)
class Cut:
    """The name would be ``name``, the words of the facts from ``first`` on; ``left`` is the word before it."""

    facts: Facts
    first: int
    name: tuple[Word, ...]
    left: Word | None

    @property
    def is_known(self) -> bool:
        """Whether it is well known to be what the Chinese names."""
        names = self.facts.famous
        return bool(names) and well_known.key(" ".join([word.text for word in self.name])) in names


def cut_at(facts: Facts, first: int) -> Cut:
    """The cut before the word ``first``.

    >>> cut = cut_at(gather(("Premier", "He", "Lifeng"), "何立峰", around=Around()), 1)
    >>> [word.text for word in cut.name], cut.left.text
    (['He', 'Lifeng'], 'Premier')
    """
    return Cut(facts, first, facts.words[first:], facts.words[first - 1] if first else None)


def gather(texts: tuple[str, ...], chinese: str, *, around: Around, beside: tuple[str, ...] = ()) -> Facts:
    """The facts about the words before a gloss and the Chinese name in it.

    >>> known = gather(("Vice", "Premier", "He", "Lifeng"), "何立峰", around=Around())
    >>> known.spelt, known.person, known.heard
    (2, True, False)
    """
    return Facts(
        words=tuple([word(text) for text in texts]),
        chinese=chinese,
        beside=beside,
        spelt=_spelt(texts, chinese),
        around=around,
    )


def covered(texts: Iterable[str], chinese: str) -> tuple[bool, ...]:
    """For each word whether the Chinese holds a translation of it.

    >>> covered(("World", "Health", "Day"), "世界衛生組織")
    (True, True, False)
    """
    meanings = glosses.within(script.fold(chinese))
    return tuple([not meanings.isdisjoint(_stems(text)) for text in texts])


def _spelt(texts: tuple[str, ...], chinese: str) -> int:
    """How many of the last words spell the whole Chinese name. Two is by far the likeliest and is tried first."""
    found = spelling_words(texts[-2:], chinese)
    return found if found == 2 or len(texts) <= 2 else spelling_words(texts[-_NAME_WORDS:], chinese)


@lru_cache(8192)
def spelling_words(texts: tuple[str, ...], chinese: str) -> int:
    """How many of the last words spell the whole Chinese name; 0 where none do.

    >>> spelling_words(("Vice", "Premier", "He", "Lifeng"), "何立峰"), spelling_words(("TSMC",), "台積電")
    (2, 0)
    """
    found = romanization.suffix(*_without_er(texts, chinese))
    return found.words[1] - found.words[0] if found else 0


def _without_er(texts: tuple[str, ...], chinese: str) -> tuple[tuple[str, ...], str]:
    """The words and the Chinese without the ending that both may have: 花儿 huār."""
    if len(chinese) > 1 and chinese[-1] in "儿兒" and texts and texts[-1].endswith("r"):
        return (*texts[:-1], texts[-1][:-1]), chinese[:-1]
    return texts, chinese


@lru_cache(8192)
def _begins(texts: tuple[str, ...], chinese: str) -> bool:
    """Whether the words spell the first two to four characters of the Chinese name."""
    ends = range(2, min(LONGEST_PERSON, len(chinese)) + 1)
    return any(romanization.spells(*_without_er(texts, chinese[:end])) for end in ends)


@lru_cache(8192)
def _is_binomial(genus: str, species: str) -> bool:
    """Whether two words look like a genus and a species: Latin endings, and neither is an English word."""
    if not _SPECIES.fullmatch(species) or is_usual(species) or is_known_place(genus):
        return False
    return bool(_INITIAL.fullmatch(genus)) or (bool(_GENUS.fullmatch(genus)) and not is_usual(genus.casefold()))


def _heard(word: str, chinese: str) -> bool:
    """Whether the Chinese, or its last part behind a dot, sounds like the word."""
    *before, last = script.fold(chinese).split("·")
    longest = _LONGEST_DOTTED if before else _LONGEST_FOREIGN
    return len(last) <= longest and transliteration.sounds_like(word, last)


@lru_cache(8192)
def _family_first(texts: tuple[str, ...], chinese: str) -> bool:
    """Whether a word with a hyphen that spells nothing ends the words, behind one that is the surname."""
    if len(texts) < 2 or "-" not in texts[-1] or not 2 <= len(chinese) <= LONGEST_PERSON:
        return False
    return romanization.surname(texts[-2], chinese) and not romanization.surname(texts[-1], chinese)


@lru_cache(8192)
def _can_be_person(texts: tuple[str, ...], chinese: str, whole: int) -> bool:
    """Whether the Chinese can be a person's name, and the last word the surname in it, Chinese or foreign."""
    if 2 <= len(chinese) <= LONGEST_PERSON and (whole > 1 or _bears_surname(texts[-1], chinese)):
        return True
    if generic(chinese):
        return False
    given = len(chinese) <= LONGEST_PERSON and any(nature(text).given for text in texts[-3:-1])
    return (given or _heard(texts[-1], chinese)) and not _is_grammar(chinese)


def _bears_surname(word: str, chinese: str) -> bool:
    """Whether a word is the surname in the Chinese, or the own one behind that of the husband: May Chin, 高金素梅."""
    if romanization.surname(word, chinese):
        return True
    both = len(chinese) == LONGEST_PERSON and all(map(opens_with_surname, script.fold(chinese[:2])))
    return both and romanization.surname(word, chinese[1:])


@lru_cache(4096)
def _is_grammar(chinese: str) -> bool:
    """Whether the Chinese is one character, small words or an everyday word: David Musser | 于, Bob Hill | 演員."""
    folded = script.fold(chinese)
    words = frequencies.division(folded).values()
    small = len(chinese) == 1 or all(frequencies.part(word) in _SMALL_WORDS for word in words)
    return small or is_everyday(folded)


def is_everyday(folded: str) -> bool:
    """Whether simplified characters are a usual word of a sort that names nobody.

    >>> is_everyday("演员"), is_everyday("毛主席"), is_everyday("部长")
    (True, False, True)
    """
    return frequencies.usage(folded) >= _USUAL and frequencies.tag(folded) in _NO_NAMES


@lru_cache(8192)
def _stems(text: str) -> tuple[str, ...]:
    """The stems of the families of the words in a word with hyphens: Sino-American."""
    return tuple(
        [
            stem
            for part in _WORD.findall(owner(text))
            for stem in glosses.family(glosses.stem(DIRECTION.sub(r"\1", part)))
        ]
    )
