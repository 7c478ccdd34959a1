"""Which names count only in a text of their subject: words of the language, surnames, two letters.

What a person approved, changed or imported is not asked here.
"""

from __future__ import annotations

from functools import lru_cache

from glossary.lang import glosses
from glossary.lang.frequencies import tag, usage
from glossary.lang.generics import generic
from glossary.lang.known_names import bears_brand
from glossary.lang.latin import is_acronym, is_usual
from glossary.lang.script import has_han
from glossary.lang.titles import nature
from glossary.lang.transliteration import likeness
from glossary.matcher.english import has_senses, is_romanized, is_word
from glossary.matcher.folding import fold
from glossary.matcher.renown import Renown, renown
from glossary.model import Entry, Kind, Term

__all__ = [
    "DOTS",
    "SHORT",
    "SUBJECT",
    "counts_in_its_subject",
    "english_names",
    "is_everyday",
    "is_translated",
    "means_other_word",
    "needed",
]

_USUAL = 200  # uses in 60 million words from which a Chinese word may be an everyday one
_DONE = 100  # the same for a verb
_EVERYDAY = 3000  # the same from which it is one, whatever it means: 模式, pattern
_SENSES = 7  # English words that gloss a Chinese one from which it has many senses
_SHARED = 100  # uses from which a foreign surname in Chinese was many persons' before this one's: 摩爾, not 馬斯克
_WRITTEN = 4  # foreign names that the dictionary writes so from which it is many persons': 蒂尔, Steele and Thiel
_SOUNDS = 1.0  # likeness to characters of foreign names from which those of a name count as such
_SURELY = 0.95  # probability from which a text surely states that a name is this thing's
_SURE = 0.9  # probability from which a text hardly takes a word beside a name for a body's or a person's
SUBJECT = 3  # further terms of one document that stand in a text from which it has that document's subject
SHORT = 3  # characters of a Chinese word that may have other senses
_BRAND = 4  # letters by which a word begins that the dictionary has shorter: Asustek, Asus
_ANYTHING = 2  # letters of an acronym that may stand for anything
_SAYING = frozenset("老旧新古大小")  # what a place is, before a word for its sort; simplified
DOTS = frozenset("·．‧・•")
# Words that begin what is no term but a few words of a sentence: to stop, four people; very much.
_LEADING = frozenset(("to", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_WORD = 50  # uses from which Chinese is a word, and no name by its part of speech
_NAMES = frozenset({"ns", "nt", "nz", "nrt", "t"})
_PLAIN = frozenset({Kind.ORGANIZATION, Kind.PLACE})
_TITLES = frozenset({"nationality", "time"})
_BEARERS = frozenset({Kind.PERSON, Kind.ORGANIZATION})  # may well be called by a word: 聯想, Lenovo


def needed(text: str, entry: Entry) -> int:
    """How many other names of one document a text must have before a name of an entry that nobody reviewed counts.

    Everyday words count only in a text of their subject, an English word with a few senses beside one name at least.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> [needed(word, from_pair(Pair(word, "某", Kind.TERM))) for word in ("train", "canopy", "photoresist")]
    [3, 1, 0]
    """
    if counts_in_its_subject(text, entry):
        return SUBJECT
    small = entry.kind is Kind.TERM and text.isalpha() and text.islower() and text.isascii()
    return int(small and has_senses(text) and not is_romanized(text, entry))


def counts_in_its_subject(text: str, entry: Entry) -> bool:
    """Whether a name of an entry that nobody reviewed is the entry's only where the text is of its subject.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> moore, musk = Pair("Gordon Moore", "摩爾", Kind.PERSON), Pair("Elon Musk", "馬斯克", Kind.PERSON)
    >>> pairs = (moore, musk, Pair("Docker", "開源", Kind.TERM))
    >>> [counts_in_its_subject(pair.chinese, from_pair(pair)) for pair in pairs]
    [True, False, True]
    """
    whose = renown(text, entry)
    if whose is not Renown.UNKNOWN:
        return whose is Renown.OTHER
    if entry.kind is Kind.PERSON and (_is_bare(entry) or _is_surname(text, entry)):
        return True
    if _is_plain(text, entry):
        return True
    if entry.kind is Kind.PLACE:
        return _is_description(text, entry)
    if entry.kind is Kind.TERM and (_is_everyday_term(text, entry) or _is_only_spelt(text, entry)):
        return True
    return _is_doubted_body(text, entry) or _is_two_letters(text, entry) or means_other_word(text, entry)


def _is_description(text: str, entry: Entry) -> bool:
    """Whether a place's Chinese name only says what it is, and the English one is a name: Gamla Stan, 老城區."""
    folded = fold(text)
    if folded[0] not in _SAYING or generic(folded) is None or not glosses.is_word(folded[1:]):
        return False
    meant = glosses.within(folded)
    return not any(is_romanized(name, entry) or _is_among(name, meant) for name in english_names(entry))


def _is_doubted_body(text: str, entry: Entry) -> bool:
    """Whether a body's English name is an everyday word that no text surely states as one: Public, 共和國.

    But a brand may be called so (Arm, 安謀), unless its Chinese name is a word that means something else.
    """
    english = english_names(entry)
    if entry.kind is not Kind.ORGANIZATION or _best(entry) >= _SURELY or not _is_word_alone(english):
        return False
    other = any(usage(fold(one.text)) >= _USUAL and not is_translated(english[0], entry) for one in _in_chinese(entry))
    return other or not (has_han(text) or bears_brand(english[0]))


def _is_plain(text: str, entry: Entry) -> bool:
    """Whether a body or a place is called by a word, and by what it means: Welcome, 歡迎; 鐘樓, Bell Tower.

    But 保守黨 says that it is a body, nobody calls anything else 岷江, and Bell Tower has capitals.
    """
    chinese, han = next(iter(_chinese(entry)), ""), has_han(text)
    if entry.kind not in _PLAIN or tag(chinese) in _NAMES or (han and usage(chinese) < _WORD):
        return False
    if " " in text or (han and generic(chinese) is entry.kind is Kind.ORGANIZATION):
        return False
    meant = glosses.senses(chinese)
    return any(
        all(is_usual(word) and glosses.stem(word) in meant for word in name.split()) and not _is_firm(name, chinese)
        for name in english_names(entry)
    )


def _is_firm(english: str, chinese: str) -> bool:
    """Whether a brand is called so, and the Chinese is no word for what one does: Apple, 蘋果; not Welcome, 歡迎."""
    return bears_brand(english) and not tag(chinese).startswith("v")


def _chinese(entry: Entry) -> list[str]:
    return [fold(one.text) for one in _in_chinese(entry)]


def _in_chinese(entry: Entry) -> list[Term]:
    return [term for term in entry.terms if has_han(term.text)]


def _is_word_alone(names: list[str]) -> bool:
    return bool(names) and all(name.istitle() and is_usual(name) and is_word(name) for name in names)


def is_translated(text: str, entry: Entry) -> bool:
    """Whether an entry's English name is only what its Chinese one means, which everybody uses: Sunrise, 日出.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> pairs = (Pair("Sunrise", "日出", Kind.WORK), Pair("Thunderstorm", "雷雨", Kind.WORK))
    >>> [is_translated(pair.english, from_pair(pair)) for pair in pairs]
    [True, False]
    """
    folded = [fold(term.text) for term in _in_chinese(entry)]
    return any(usage(one) >= _USUAL and glosses.stem(text) in glosses.senses(one) for one in folded)


def _is_everyday_term(text: str, entry: Entry) -> bool:
    """Whether a term's name is a word that everybody uses, after its names in the other language."""
    chinese = has_han(text)
    return is_everyday(text, tuple(term.text for term in entry.terms if has_han(term.text) is not chinese))


def _is_only_spelt(text: str, entry: Entry) -> bool:
    """Whether the English only says in Latin letters how a usual Chinese word is read: zimu, 字母."""
    folded = fold(text)
    if not has_han(text) or usage(folded) < _USUAL:
        return False
    english, meant = english_names(entry), glosses.meanings(folded)
    spelt = (name.islower() and is_romanized(name, entry) for name in english)
    return bool(english) and all(spelt) and not any(_is_among(name, meant) for name in english)


def english_names(entry: Entry) -> list[str]:
    """The English names of an entry, the preferred one first.

    >>> from glossary.entries.build import from_pair
    >>> from glossary.model import Pair
    >>> english_names(from_pair(Pair("Moore", "摩爾")))
    ['Moore']
    """
    return [term.text for term in entry.terms if term.lang == "en"]


def _is_bare(entry: Entry) -> bool:
    """Whether a text gave only the surname of a foreign person (Nielsen, 尼爾森), which many have."""
    english = english_names(entry)
    if any(" " in name for name in english):
        return False
    if english and all(nature(name).given for name in english) and not _is_spelt(entry):
        return True  # or the given name only: Charles
    return all(_is_foreign(fold(term.text)) for term in entry.terms if has_han(term.text))


def _is_foreign(folded: str) -> bool:
    """Whether a Chinese name is one foreign word."""
    return DOTS.isdisjoint(folded) and sum(map(likeness, folded)) >= _SOUNDS * len(folded)


def _is_surname(text: str, entry: Entry) -> bool:
    """Whether a Chinese name is only the surname of the English one, and many bear it: 摩爾 of Gordon Moore.

    Not where the dictionary has him by his given name, too: 葉利欽 is Boris Yeltsin.
    """
    meant = glosses.meanings(fold(text))
    if not has_han(text) or not _is_foreign(fold(text)) or (usage(fold(text)) < _SHARED and len(meant) < _WRITTEN):
        return False
    english = english_names(entry)
    known = any(glosses.stem(word) in meant for name in english for word in name.split()[:-1])
    given = any(nature(name.split()[0]).given and not _is_among(name.split()[-1], meant) for name in english)
    return (given or not known) and all(" " in name for name in english) and not _is_spelt(entry)


def _is_spelt(entry: Entry) -> bool:
    """Whether one of the English names spells the Chinese ones."""
    return any(is_romanized(name, entry) for name in english_names(entry))


def _is_two_letters(text: str, entry: Entry) -> bool:
    """Whether it is an acronym that may stand for anything (US, *unconditioned stimulus*) and one text only has it.

    Where the English name is nothing else, neither name tells more (AM, 國會議員), unless it is what the Chinese one
    means (EU, 歐盟).
    """
    if len({mention.document for mention in entry.mentions}) > 1:
        return False
    meant = [glosses.meanings(fold(term.text)) for term in entry.terms if has_han(term.text)]
    if _best(entry) >= _SURE and any(_is_known_for(name, stems) for name in english_names(entry) for stems in meant):
        return False
    if has_han(text):
        english = english_names(entry)
        return bool(english) and all(map(_is_short_acronym, english))
    return _is_short_acronym(text)


def _is_known_for(acronym: str, meant: frozenset[str]) -> bool:
    """Whether a word means an acronym, or just the words that it stands for: EU, AI for *artificial intelligence*."""
    letters = sorted(acronym.lower())
    return is_acronym(acronym) and (glosses.stem(acronym) in meant or sorted(stem[:1] for stem in meant) == letters)


def _is_short_acronym(text: str) -> bool:
    return len(text) <= _ANYTHING and (is_acronym(text) or text[-1:].isdigit())


def means_other_word(text: str, entry: Entry) -> bool:
    """Whether everybody knows a Chinese name as a word for something else than the English says: 介面, BCIs."""
    if not has_han(text) or (_best(entry) >= _SURE and (entry.kind in _BEARERS or len(text) > SHORT)):
        return False
    folded, english = fold(text), english_names(entry)
    if not english or not glosses.meanings(folded) or _is_spelt(entry):
        return False
    meant = glosses.senses(folded) if entry.kind is Kind.PRODUCT else glosses.within(folded)
    return not any(_is_among(name, meant) or _abbreviates(name, meant) for name in english)


def _best(entry: Entry) -> float:
    return max((mention.probability for mention in entry.mentions), default=1.0)


def _is_among(text: str, meant: frozenset[str]) -> bool:
    """Whether a word of the English text is among the stems."""
    stems = [stem for word in text.split() for stem in glosses.family(glosses.stem(word))]
    return any(stem in meant or (len(stem) > _BRAND and stem[:_BRAND] in meant) for stem in stems)


def _abbreviates(text: str, meant: frozenset[str]) -> bool:
    """Whether each letter of an acronym begins one of the words: AI, *artificial* and *intelligence*."""
    return is_acronym(text) and {letter for letter in text.lower() if letter.isalpha()} <= {stem[:1] for stem in meant}


@lru_cache(4096)
def is_everyday(text: str, others: tuple[str, ...]) -> bool:
    """Whether a term is a word that everybody uses, in many senses; ``others`` are its names in the other language.

    >>> [is_everyday(word, ()) for word in ("train", "lithography", "night market", "Articles", "Chinese")]
    [True, False, False, True, False]
    >>> [is_everyday(*names) for names in (("行程", ("process",)), ("模型", ("model",)), ("單元", ("cell",)))]
    [True, False, True]
    """
    if not has_han(text):
        words = text.split()
        if len(words) > 1:
            leads = words[0].lower() in _LEADING or (text.islower() and nature(words[0]).small)
            return leads and all(map(_is_usual, words[1:]))
        return nature(text).title not in _TITLES and _is_usual(text)
    folded = fold(text)
    if tag(folded) == "t" and any(map(_is_proper, others)):  # 东汉, Eastern Han dynasty
        return False
    meant = glosses.senses(folded)
    does = tag(folded).startswith("v") and usage(folded) >= _DONE  # what everybody does: 继承, 封装
    if does or usage(folded) < _USUAL or usage(folded) >= _EVERYDAY:
        return (does or usage(folded) >= _USUAL) and not _is_all(meant, others)
    short = any(is_acronym(other) and glosses.stem(other) in meant for other in others)  # RAM, of 內存
    return not short and (len(meant) >= _SENSES or not any(_is_among(other, meant) for other in others))


def _is_proper(text: str) -> bool:
    """Whether several words of a name have capitals."""
    return sum(word[:1].isupper() for word in text.split()) > 1


def _is_all(meant: frozenset[str], others: tuple[str, ...]) -> bool:
    """Whether one of the English names is all that a word means to anybody: 英語, English."""
    return bool(meant) and any(meant <= {glosses.stem(word) for word in other.split()} for other in others)


def _is_usual(word: str) -> bool:
    """Whether an English word is one that everybody uses, written small or, as in a list, with a capital."""
    if not word.isalpha():
        return False
    small = word if word.islower() else word[:1].lower() + word[1:]
    return small.islower() and (is_usual(small) or is_usual(small.removesuffix("s")))
