"""What kind of thing a pair of names names, as far as the names and the text around them tell.

Names and context have signs: a generic word at the end, a surname that is spelt, an office before the name, a verb of
saying after it. The table ``kind_weights`` says how much each sign speaks for each kind; the kind with the highest sum
wins. To teach a kind, add a row to the table ``kinds`` (:mod:`generics`) or ``after_words`` (:mod:`kind_context`), or a
sign of the names here, and train again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import exp
from typing import TypeAlias

from glossary import tables
from glossary.lang import (
    generics,
    glosses,
    kind_context,
    kind_words,
    known_names,
    name_parts,
    romanization,
    script,
    transliteration,
)  # fmt: skip
from glossary.lang.generics import is_generic
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.surnames import LONGEST_PERSON, opens_with_surname
from glossary.model import Kind

__all__ = [
    "Sums", "chances", "classify", "likeliest", "name_signs", "sums", "usual",
]  # fmt: skip

Sums: TypeAlias = tuple[float, ...]  # for each kind, in their order
_KINDS = tuple(Kind)
_NOTHING: Sums = (0.0,) * len(_KINDS)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_WRAPPED = re.compile(r"[《〈].*[》〉]")
_CAMEL = re.compile(r"(?<!\bMc)(?<!\bMac)(?<=[a-z])[A-Z]")  # a capital inside a word: YouTube
_HEAD = re.compile(r" (?:of|for|on|in|at|de|du|des) ")
_LONGEST_SOUND = 6  # characters that write the sound of a word
_LONGEST_MEANT = 4  # characters that translate a word


def classify(english: str, chinese: str, *, before: str = "", after: str = "", mark: str = "") -> Kind:
    """The likeliest kind of the thing that these two names name.

    ``before`` and ``after`` are the text before the first name and after the gloss; ``mark``: how marks set off a name,
    if any do: ``quoted``, ``stressed``, or ``cornered`` for a Chinese name in quotation marks.

    >>> [classify(*names).value for names in (("He Lifeng", "何立峰"), ("Jensen Huang", "黃仁勳"), ("TSMC", "台積電"))]
    ['person', 'person', 'organization']
    >>> classify("Pingtung County", "屏東縣").value, classify("inflation", "通貨膨脹").value
    ('place', 'term')
    >>> classify("Macron", "馬克宏", before="French President ").value, classify("Notes", "《札記》").value
    ('person', 'work')
    """
    if not english:  # a Chinese name alone tells no more than its generic word
        return Kind.WORK if _WRAPPED.fullmatch(chinese) else generics.generic(chinese) or Kind.OTHER
    return likeliest(sums(english, chinese, before=before, after=after, mark=mark))


def likeliest(said: Sums) -> Kind:
    """The kind that most is said for, the first of several.

    >>> likeliest(sums("Pingtung County", "屏東縣")).value
    'place'
    """
    return _KINDS[said.index(max(said))]


def chances(said: Sums) -> Sums:
    """The probability of each kind, after what is said for it.

    >>> [round(chance, 2) for chance in chances((2.0, 1.0, 0.0))]
    [0.67, 0.24, 0.09]
    """
    most = max(said)
    odds = [exp(sum_ - most) for sum_ in said]
    total = sum(odds)
    return tuple([part / total for part in odds])


@cache
def usual() -> Sums:
    """The share of each kind among the names of texts.

    >>> round(sum(usual()), 6), usual()[0] == max(usual())
    (1.0, True)
    """
    return chances(_weights("usual"))


def sums(english: str, chinese: str, *, before: str = "", after: str = "", mark: str = "") -> Sums:
    """For each kind, what the names and the text around them say for it, in log-odds; as :func:`classify`.

    >>> found = dict(zip(Kind, sums("Pingtung County", "屏東縣"), strict=True))
    >>> found[Kind.PLACE] > found[Kind.PERSON]
    True
    """
    around = (*kind_context.signs(before, after), *kind_words.around(before, after))
    return _add(_by_names(english, chinese, mark), around)


def _add(said: Sums, signs: Iterable[str]) -> Sums:
    """What is said for each kind with what the signs say."""
    weights = [known for sign in signs if (known := _weights(sign))]
    return tuple(map(sum, zip(said, *weights, strict=True)))


@lru_cache(8192)
def _by_names(english: str, chinese: str, mark: str) -> Sums:
    """For each kind the sum of what the names themselves say."""
    return _add(_NOTHING, ("always", *name_signs(english, chinese, mark=mark)))


@lru_cache(1 << 14)
def _weights(sign: str) -> Sums:
    """How much a sign speaks for each kind; empty if the table lacks it, as it lacks most words."""
    cells = dict(cell.split(":") for cell in tables.found("kind_weights", sign).split())
    return tuple([float(cells.get(kind, 0)) for kind in _KINDS]) if cells else ()


def name_signs(english: str, chinese: str, *, mark: str = "") -> Iterator[str]:
    """What the names themselves show.

    >>> sorted(sign for sign in name_signs("Pingtung County", "屏東縣") if ":" not in sign and "~" not in sign)
    ['characters-3', 'en-last-place', 'spelt-several', 'words-2', 'zh-last-1-place']
    """
    words = tuple(_WORD.findall(english))
    yield from _shapes(english, chinese, words)
    yield from _generics(english, chinese, words)
    if _WRAPPED.fullmatch(chinese):
        yield "wrapped"
    elif mark:
        yield f"{mark}-lower" if english.islower() else f"{mark}-{min(len(words), 2)}"
    yield from kind_words.inside(english, chinese)
    yield from known_names.signs(english, chinese)
    yield from known_names.famous(english, chinese)
    yield from known_names.titled(chinese)
    yield from name_parts.chinese(chinese)
    if words:
        yield from _letters(english, chinese, words)
        yield from _spelling(english, chinese, words)
        yield from _sounds(chinese, words)
        yield from known_names.in_words(words)
        yield from _meaning(chinese, words)


def _shapes(english: str, chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """Letters, lengths, marks inside."""
    lower = not any(map(str.isupper, english))
    if is_toned(english):
        yield "toned-lower" if lower else "toned"
    if english and lower:
        yield "lower"
    elif english.isupper():
        yield "acronym" if _abbreviates(english, chinese) else "capitals"
    elif _CAMEL.search(english):
        yield "camel"
    if any(char.isdigit() for char in english + chinese):
        yield "digit"
    if "·" in script.fold(chinese):
        yield "dot"
    if any(char.isascii() and char.isalpha() for char in chinese):
        yield "latin-in-chinese"
    yield f"words-{min(len(words), 4)}"
    yield f"characters-{min(len(chinese), 6)}"


def _abbreviates(english: str, chinese: str) -> bool:
    """Whether capitals abbreviate, and do not only shout a name: the city of YINGTIAN (應天)."""
    return is_acronym(english) and not _spells(english, chinese)


def _spells(english: str, chinese: str) -> bool:
    return len(chinese) <= LONGEST_PERSON and romanization.fit(english, chinese).level is romanization.Level.FULL


def _letters(english: str, chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """What the letters look like, unless they spell the Chinese."""
    if not _spells(english, chinese):
        yield from name_parts.english([word for word in words if word[0].isupper() and not is_generic(word)])


def _generics(english: str, chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """Generic words: at the end (County, 大學), at the head (University of), in front (Mount, Lake)."""
    if len(words) > 1:
        head = _WORD.findall(_HEAD.split(english)[0])
        if ending := generics.of_word(words[-1]):
            yield f"en-last-{ending}"
        bare = head[-1].casefold().rstrip(".") if head and len(head) < len(words) else ""
        if kind := generics.words("en", "head").get(bare) or generics.words("en").get(bare):
            yield f"en-head-{kind}"
        elif kind := generics.words("en", "prefix").get(words[0].casefold().rstrip(".")):
            yield f"en-first-{kind}"
    kind, length = generics.ending(chinese)
    if kind:
        yield f"zh-last-{min(length, 2)}-{kind}"


def _spelling(english: str, chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """The English spells the Chinese, or its surname."""
    if len(chinese) > LONGEST_PERSON:
        return
    surname = "-surname" if opens_with_surname(script.fold(chinese)) else ""
    level = romanization.fit(english, chinese, parts_too=False).level
    if level is romanization.Level.FULL:
        shape = "several" if len(words) > 1 else "hyphen" if "-" in english else "one"
        yield f"spelt-{shape}{surname}"
    elif surname and level in {romanization.Level.SURNAME, romanization.Level.INITIALS}:
        yield f"spelt-part-{min(len(words), 2)}"
    elif surname:
        yield f"surname-{len(chinese)}"


def _sounds(chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """A word sounds like the Chinese: a foreign person or place."""
    last = script.fold(chinese).split("·")[-1]
    if (
        len(last) > 1
        and not generics.of_word(words[-1])
        and transliteration.sounds_like(words[-1], last[-_LONGEST_SOUND:])
    ):
        yield f"heard-{min(len(words), 2)}"
    elif len(words) > 1 and len(last) == len(chinese) and _sounds_whole(words, last):
        yield "heard-whole"


def _sounds_whole(words: tuple[str, ...], chinese: str) -> bool:
    """Whether all words together sound like the Chinese, written solid: Winona Ryder 雲露娜維達."""
    return len(chinese) <= _LONGEST_SOUND and transliteration.sounds_like("".join(words), chinese)


def _meaning(chinese: str, words: tuple[str, ...]) -> Iterator[str]:
    """Whether the words are those of the dictionary, and whether the Chinese translates them."""
    content = [word for word in words if len(word) > 3 or word[:1].isupper()]
    common = [word for word in content if glosses.shortened(glosses.stem(word))]
    if content and len(common) == len(content):
        meanings = glosses.within(script.fold(chinese), _LONGEST_MEANT)
        meant = sum(not meanings.isdisjoint(glosses.family(glosses.stem(word))) for word in content)
        yield "translated" if meant == len(content) else "translated-partly" if meant else "common-words"
    elif content and not common:
        yield f"uncommon-words-{min(len(content), 2)}"
