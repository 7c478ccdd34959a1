"""The strings under which a term is found, and the same strings for a query.

One table, :data:`FAMILIES`, says which keys a term has. A key is letters and digits only, so that spaces, hyphens,
apostrophes, case, accents and full-width letters never matter: ``Ho Li-feng`` and ``holifeng`` are one key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.lang import companies, script
from glossary.lang.latin import unaccented
from glossary.lang.syllables import is_syllable, untoned
from glossary.model import Term, TermType

__all__ = [
    "FAMILIES",
    "Family",
    "Key",
    "families",
    "latin",
    "of_query",
    "of_query_otherwise",
    "of_term",
    "spellings",
    "toned",
    "without_company",
]

_KEEP = re.compile(r"[^0-9a-z]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ARTICLE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
# Tones as Wade–Giles writes them, and as people type them.
_NO_TONES = str.maketrans(dict.fromkeys("¹²³⁴⁵12345", ""))
_NO_SUPERSCRIPTS = str.maketrans(dict.fromkeys("¹²³⁴⁵", ""))
_LONGEST = 16  # characters of a name whose parts are keys
_TONE_MARKS = str.maketrans({"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"})
_NUMBERED = re.compile(r"(?:[a-zü:]{1,6}[1-5][\s'’-]*)+", re.IGNORECASE)


class Family(StrEnum):
    """What kind of key: the order is that of trust, best first."""

    CHINESE = "chinese"
    ENGLISH = "english"
    ACRONYM = "acronym"
    FOREIGN = "japanese or korean"
    PINYIN_TONES = "pinyin with tones"
    PINYIN = "pinyin"
    ROMANIZATION = "romanization"
    SHORT = "english without company suffix"
    WORD = "word"
    PART = "part of the chinese name"
    INITIALS = "pinyin initials"
    ACROSTIC = "initials"


class Key(NamedTuple):
    """A string under which a term is found, and why."""

    family: Family
    text: str


def latin(text: str) -> str:
    """The letters and digits of a Latin string, folded: no case, accents, spaces or punctuation.

    >>> latin("Ho Li-feng"), latin("Xī'ān"), latin("ＡＴ＆Ｔ"), latin("Lǚ Xiùlián")
    ('holifeng', 'xian', 'att', 'luxiulian')
    """
    plain = unaccented(text)
    return plain if plain.isascii() and plain.isalnum() else _KEEP.sub("", plain)


def without_company(text: str) -> str:
    """The name without what says that it is a company.

    >>> without_company("ByteDance Co, Ltd"), without_company("Ltd"), without_company("Banco Santander, S.A.")
    ('ByteDance', 'Ltd', 'Banco Santander')
    """
    return _company().sub("", text)


@cache
def _company() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]+(?:{companies.spelt('tail', 'form', 'group')})\b\.?)+$", re.IGNORECASE)


def toned(text: str) -> str:
    """The key of a pinyin reading with its tones: the letters, then the tones in order; empty where none is marked.

    The neutral tone is left out, as tone marks do not write it.

    >>> toned("he2 li4 feng1"), toned("Hé Lìfēng"), toned("hélìfēng"), toned("He Lifeng")
    ('helifeng241', 'helifeng241', 'helifeng241', '')
    """
    if _NUMBERED.fullmatch(text.strip()):
        tones = "".join(char for char in text if char in "1234")
        return latin("".join(char for char in text if not char.isdigit())) + tones
    marked = unicodedata.normalize("NFD", text).translate(_TONE_MARKS)
    tones = "".join(char for char in marked if char in "1234")
    return latin(text) + tones if tones and not any(char.isdigit() for char in text) else ""


def _english(term: Term) -> Iterator[Key]:
    family = Family.ACRONYM if term.type is TermType.ACRONYM else Family.ENGLISH
    yield Key(family, latin(term.text))
    bare = without_company(term.text)
    if bare != term.text:
        yield Key(Family.SHORT, latin(bare))


def _words(term: Term) -> Iterator[Key]:
    words = _WORD.findall(term.text)
    if len(words) > 1:
        yield from (Key(Family.WORD, latin(word)) for word in words if len(word) > 2)


def _acrostic(term: Term) -> Iterator[Key]:
    """The first letters of the words: with small words and without, with a company's suffix and without."""
    if term.type is TermType.ACRONYM:
        return
    for text in dict.fromkeys((term.text, without_company(term.text))):
        words = re.findall(r"[^\W_]+", text)
        for chosen in (words, [word for word in words if not word[0].islower()]):
            if 2 < len(chosen) <= 10:
                yield Key(Family.ACROSTIC, latin("".join(word[0] for word in chosen)))


def _parts(term: Term) -> Iterator[Key]:
    """The ends of a Chinese name, so that any part of it is the beginning of a key."""
    folded = script.fold(term.text)
    if len(folded) <= _LONGEST:
        yield from (Key(Family.PART, folded[place:]) for place in range(1, len(folded)))


def _chinese(term: Term) -> Iterator[Key]:
    yield Key(Family.CHINESE, script.fold(term.text))
    yield from (Key(Family.CHINESE, script.fold(other)) for other in term.alternatives)


def _readings(term: Term) -> Iterator[Key]:
    if term.reading is not None:
        for numbers in (term.reading.pinyin_numbers, *term.reading.alternatives):
            yield from _said(numbers)
        yield Key(Family.ROMANIZATION, latin(term.reading.wade_giles.translate(_NO_SUPERSCRIPTS)))


# The keys of a reading and of a name in Han characters are those of both its scripts: worked out once.
@lru_cache(4096)
def _said(numbers: str) -> tuple[Key, ...]:
    """With what the name has in other letters and digits (2024 nian2), and without."""
    every = numbers.split()
    syllables = [part for part in every if is_syllable(part)] or every
    found = [Key(Family.PINYIN_TONES, toned(" ".join(syllables)))]
    for plain in dict.fromkeys("".join(untoned(parts)) for parts in (every, syllables)):
        found.append(Key(Family.PINYIN, latin(plain)))
        if "ü" in plain:
            found.append(Key(Family.PINYIN, latin(plain.replace("ü", "v"))))
    if len(syllables) > 1:
        found.append(Key(Family.INITIALS, latin("".join(syllable[0] for syllable in syllables))))
    return tuple(found)


def _romanizations(term: Term) -> Iterator[Key]:
    yield from _romanized(script.fold(term.text))


@lru_cache(4096)
def _romanized(folded: str) -> tuple[Key, ...]:
    from glossary.lang import romanization  # its tables are for terms; a query need not wait for them

    return tuple(Key(Family.ROMANIZATION, latin(text)) for text in romanization.keys(folded))


def _foreign(term: Term) -> Iterator[Key]:
    yield Key(Family.FOREIGN, script.fold(term.text))


FAMILIES: dict[str, tuple[Callable[[Term], Iterator[Key]], ...]] = {
    "en": (_english, _words, _acrostic),
    "zh": (_chinese, _parts, _readings, _romanizations),
    "ja": (_foreign,),
    "ko": (_foreign,),
}


def of_term(term: Term) -> tuple[Key, ...]:
    """The keys of a term, each string once under its best family.

    >>> [(key.family.value, key.text) for key in of_term(Term("ByteDance Ltd", "en"))]
    [('english', 'bytedanceltd'), ('english without company suffix', 'bytedance'), ('word', 'ltd')]
    """
    best = [Key(family, text) for text, family in families(term).items()]
    return tuple(sorted(best, key=lambda key: (_ORDER[key.family], key.text)))


def families(term: Term) -> dict[str, Family]:
    """The same by the strings, in no order.

    >>> families(Term("TSMC", "en", TermType.ACRONYM))
    {'tsmc': <Family.ACRONYM: 'acronym'>}
    """
    best: dict[str, Family] = {}
    for family in FAMILIES.get(term.lang.partition("-")[0], ()):
        for key in family(term):
            held = best.get(key.text)
            if held is None or _ORDER[key.family] < _ORDER[held]:
                best[key.text] = key.family
    best.pop("", None)
    return best


_ORDER = {family: place for place, family in enumerate(Family)}


def spellings(terms: Iterable[Term]) -> str:
    """The spellings in Latin letters in which any part is searched, with spaces between them.

    >>> spellings([Term("ByteDance Ltd", "en"), Term("ByteDance", "en")])
    'bytedanceltd bytedance'
    """
    found: dict[str, None] = {}
    for term in terms:
        text = latin(term.text) if term.lang == "en" else latin(term.reading.toneless) if term.reading else ""
        if text:
            found.setdefault(text)
    return " ".join(found)


def of_query(query: str) -> tuple[str, ...]:
    """The keys to look a query up under, best first; none where it holds neither letters nor Han.

    >>> of_query("台積電"), of_query("Tsai Ing-wen's"), of_query("he2 li4 feng1"), of_query("トヨタ"), of_query("?")
    (('台积电',), ('tsaiingwen',), ('helifeng241', 'he2li4feng1'), ('トヨタ',), ())
    """
    query = _whole_characters(query)
    if script.has_han(query) or script.foreign(query):
        return (script.fold(query),)
    found = (toned(query), latin(_POSSESSIVE.sub("", query.strip())))
    return tuple(dict.fromkeys(key for key in found if key))


def of_query_otherwise(query: str) -> tuple[str, ...]:
    """Further keys for a query that finds nothing as it is: without suffix and article, with the words in other order.

    >>> of_query_otherwise("The Foo Co, Ltd"), of_query_otherwise("Li-feng Ho"), of_query_otherwise("tsmc")
    (('foocoltd', 'foo'), ('holifeng',), ())
    >>> of_query_otherwise("Ho² Li⁴-fêng¹")
    ('li4feng1ho2', 'holifeng')
    """
    query = _POSSESSIVE.sub("", _whole_characters(query).strip())
    if script.has_han(query) or script.foreign(query):
        return ()
    plain = _ARTICLE.sub("", query)
    bare = without_company(plain)
    words = bare.split()
    orders = ([words[-1], *words[:-1]], [*words[1:], words[0]]) if 1 < len(words) < 5 else ()
    toneless = query.translate(_NO_TONES)
    found = map(latin, (plain, bare, *map(" ".join, orders), toneless if toneless != query else ""))
    return tuple(dict.fromkeys(key for key in found if key and key not in of_query(query)))


def _whole_characters(query: str) -> str:
    """The query without half characters, as of an argument in another encoding."""
    return query.encode("utf-8", "ignore").decode()
