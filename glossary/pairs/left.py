"""What stands on the left of a possible edge, and what an unexplained name looks like.

All functions take folded text (simplified, dots as ·, as long as the original) and give features: a name and a
size each. What a feature weighs is in the table ``edge_weights``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache

from glossary.lang import frequencies, glosses
from glossary.lang.romanization.spellings import surname_letters
from glossary.lang.script import fold
from glossary.lang.transliteration import likeness
from glossary.pairs.cover import DOTS, name_endings
from glossary.tables import rows, words

__all__ = ["Feature", "beginning", "context", "ending", "english_looks", "has_surname", "is_thing", "looks", "spelt"]

Feature = tuple[str, float]
BREAKS = ' \t\u3000\xa0*_`、“”"「」《》‘’'
_VOWELS = "阿伊艾埃奥亚欧爱"
_LOOSE_PARTS = frozenset("purdcyqt")
_PARTS_LEFT = {"v": "verb-left", "n": "noun-left", "m": "number-left", "q": "number-left", "t": "number-left"}
_SETTLED = ("role", "link", "kind", "and")  # what already says that a name may begin
_LISTED = 1000  # a word of the list counts as this usual
_LOOSE_LAST = frozenset("的了着过和与及或是在把被对向从由为给到以而并且也都就又再很")
_SENTENCE = frozenset(
    "is are was were be been has have had do does did will would can could should may might not it this that these "
    "those there here see also which who what when where how why because if we you they he she i me my our your "
    "his her their its e.g. i.e. etc etc.".split()
)
_MANY = 2.0  # likeness above which a character smells of a foreign name


@cache
def _left_words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("left_context")}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(fold, words("surnames")))


def has_surname(name: str) -> bool:
    """Whether a folded name begins with a Chinese surname.

    >>> has_surname("欧阳修"), has_surname("的人")
    (True, False)
    """
    return name[:1] in _surnames() or name[:2] in _surnames()


def is_loose(word: str) -> bool:
    """Whether a word belongs to the running text rather than to a name."""
    if _left_words().get(word) in {"link", "and"}:
        return True
    part = frequencies.part(word)
    return part in _LOOSE_PARTS or (part == "m" and len(word) > 1)


def _ends(word: str) -> str:
    """The class of what a word ends with: role, kind, link, other or empty."""
    kinds = (_left_words().get(word[-size:]) for size in (3, 2, 1) if size <= len(word))
    return next((kind for kind in kinds if kind), "")


def _ends_role(word: str) -> bool:
    return _ends(word) == "role"


def context(text: str, start: int, *, thing: bool) -> list[Feature]:
    """What stands on the left of ``start``; ``text`` begins after the last hard punctuation.

    ``thing``: the name is a guess and not a person's, so other things on its left speak for it.

    >>> context("财政部长贝森特", 4, thing=False)
    [('role-left', 1.0)]
    """
    before = text[start - 1] if start else ""
    out: list[Feature] = []
    if start == 0:
        left = "clause-start"
    elif before in BREAKS:
        left = "break-left"
    elif before in DOTS:
        left = "dot-left"
    elif before.isascii():
        left = "latin-left"
    else:
        left = _word_on_left(text, start)
        out.extend(_smell_on_left(text, start))
        out.extend(_cut(text, start, settled=left.startswith(_SETTLED)))
    return [(f"thing-{left}" if thing else left, 1.0), *out]


def is_thing(text: str) -> bool:
    """Whether a text ends with the name of a kind of thing: 研究所.

    >>> is_thing("国际事务研究所"), is_thing("马克宏")
    (True, False)
    """
    return any(text[-size:] in name_endings() for size in (4, 3, 2, 1))


def _known_left(text: str, start: int) -> str:
    """The class of a known word of two or three characters on the left: it ends there, whatever follows."""
    kinds = (_left_words().get(text[max(0, start - size) : start], "") for size in (3, 2))
    kind = next(filter(None, kinds), "")
    return "" if kind == "other" else kind


def _word_on_left(text: str, start: int) -> str:
    """The class of the word on the left."""
    if kind := _known_left(text, start):
        return f"{kind}-left"
    size = frequencies.last_sizes(text)[start]
    word = text[start - size : start]
    kind = _left_words().get(word) or _ends(word)
    if kind in {"role", "kind"} and size == 1:
        return "one-role-left"
    if kind in {"role", "kind"} or (kind in {"link", "and"} and size == 1):
        return f"{kind}-left"
    return _PARTS_LEFT.get(frequencies.part(word), "other-left") if size > 1 else "other-left"


def _smell_on_left(text: str, start: int) -> Iterator[Feature]:
    before = text[start - 1]
    if before in _VOWELS:
        yield "vowel-left", 1.0
    if likeness(before) > _MANY and frequencies.last_sizes(text)[start] == 1:
        yield "sound-left", 1.0


def _cut(text: str, start: int, *, settled: bool) -> Iterator[Feature]:
    """Cutting through a usual word."""
    worst = 0
    known, marked = frequencies.lexicon(text), _left_words()
    for begin in range(max(0, start - 3), start):
        for end in range(start + 1, min(len(text), start + 3) + 1):
            word = text[begin:end]
            found = known.get(word)
            if found and found.uses > worst:
                worst = found.uses
            if worst < _LISTED and word in marked:
                worst = _LISTED
    if worst >= 60:
        yield "split-settled" if settled else "split-word", min(math.log(worst / 30), 5.0) / 2


def beginning(text: str, start: int) -> Iterator[Feature]:
    """Whether the word at ``start`` is one that names do not begin with."""
    word = _word_at(text, start)
    if word in words("name_beginnings") and start + len(word) < len(text):
        yield "begins-name", 1.0
    elif is_loose(word):
        yield "begins-loose", 1.0
    elif len(word) > 1 and frequencies.part(word) == "v":
        yield "begins-verb", 1.0


def _word_at(text: str, start: int) -> str:
    """The longest usual word from ``start`` on."""
    known = frequencies.lexicon(text)
    for size in (4, 3, 2):
        word = text[start : start + size]
        if len(word) == size and (found := known.get(word)) and found.uses >= 60:
            return word
    return text[start]


def ending(text: str) -> Iterator[Feature]:
    """Whether ``text`` ends as names do not: with a particle, a conjunction or a verb.

    >>> list(ending("他派出")), list(ending("说的")), list(ending("贝森特"))
    ([('ends-verb', 1.0)], [('ends-loose', 1.0)], [])
    """
    known = frequencies.lexicon(text)
    last = text[-1]
    size = frequencies.last_sizes(text)[-1]
    word = text[-size:]
    found = known.get(word)
    if size == 1 and (last in _LOOSE_LAST or (found and found.part in "purc" and likeness(last) < 0)):
        yield "ends-loose", 1.0
    elif size > 1 and found and found.part == "v" and word not in name_endings():
        yield "ends-verb", 1.0
    elif size > 1 and found and found.part in _LOOSE_PARTS:
        yield "ends-loose", 1.0


def english_looks(english: str, *, acronym: bool) -> Iterator[Feature]:
    """Whether the Latin gloss looks like something else than a name.

    >>> [name for name, _ in english_looks("see the table below", acronym=False)]
    ['english-lower', 'english-sentence']
    """
    words = english.split()
    if not words:
        return
    if words[0][:1].islower():
        yield "english-lower", 1.0
    if any(word in _SENTENCE for word in words):
        yield "english-sentence", 1.0
    if len(words) > 6:
        yield "english-long", min(len(words) - 6, 6) / 3
    if len(english) == 1:
        yield "english-letter", 1.0
    if any(character.isdigit() for character in english):
        yield "english-number", 1.0
    if acronym:
        yield "english-acronym", 1.0


def spelt(folded: str, words: tuple[str, ...]) -> tuple[Feature, ...]:
    """Whether one of the English words (letters a–z) is the Chinese surname that a name (folded) begins with.

    >>> spelt("黄仁勋", ("jensen", "huang")), spelt("贝森特", ("scott", "bessent"))
    ((('surname-spelt-3', 1.0),), ())
    """
    if not 2 <= len(folded) <= 4 or not has_surname(folded):
        return ()
    known = surname_letters(folded[0])
    found = any(word in known for word in words)
    if not found and folded[:2] in _surnames():
        compound = surname_letters(folded[:2])
        found = any(word in compound for word in words)
    return ((f"surname-spelt-{len(folded)}", 1.0),) if found else ()


def looks(text: str, start: int, *, acronym: bool, english: str) -> Iterator[Feature]:
    """What an unexplained name from ``start`` to the end of ``text`` looks like."""
    name = text[start:]
    kind = "acronym" if acronym else "unexplained"
    yield kind, 1.0
    yield f"{kind}-length{'-thing' * is_thing(text)}", max(0, len(name) - (8 if acronym else 4)) / 4
    if len(name) == 1:
        yield "single", 1.0
    inside = [word for at, word in frequencies.division(text).items() if at >= start]
    yield from beginning(text, start)
    if name in glosses.lexicon(text):
        yield f"{kind}-word", 1.0
    yield f"{kind}-loose", float(sum(is_loose(word) for word in inside if _left_words().get(word) != "and"))
    if acronym:
        yield from _initials(inside, english)
    else:
        yield from _person(text, start, name)


def _initials(inside: list[str], acronym: str) -> Iterator[Feature]:
    """How many letters of the acronym begin an English gloss of a word, and how many words have no such gloss."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    extra = 0
    for word in inside:
        initials = {meaning[0] for meaning in glosses.meanings(word)}
        found = next((letter for letter in letters if letter in initials), "")
        if found:
            letters.remove(found)
        elif len(word) > 1:
            extra += 1
    size = max(2, len(acronym))
    yield "initials", (size - len(letters)) / size
    yield "initials-extra", float(extra)
    if not letters and not extra:
        yield "initials-all", 1.0


def _person(text: str, start: int, name: str) -> Iterator[Feature]:
    bare = name.replace("·", "")
    if len(bare) <= 8 and (smell := sum(map(likeness, bare)) / 4) > 0:
        yield "foreign", min(smell, 2.0)
    if 2 <= len(name) <= 4 and has_surname(name):
        double = len(name) == 4 and has_surname(name[1:])
        yield "surname-double" if double else f"surname-{len(name)}", 1.0
    sizes = frequencies.last_sizes(text)
    if any(_ends_role(text[at - sizes[at] : at]) for at in range(start + 2, len(text) - 1)):
        yield "role-inside", 1.0
