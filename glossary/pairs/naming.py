"""How texts say that another name of the same thing stands beside a name, and whether one may be such a name."""

from __future__ import annotations

from functools import cache, partial

from glossary import tables
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.script import HAN
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.likeness import says

__all__ = [
    "MEANS", "OFTEN", "VERB", "VERB_ENDINGS", "Names", "is_like", "is_word", "known_as", "words",
]  # fmt: skip

_LIKE = 4.5  # log-odds from which a name that "or" or a mark joins to another counts as its equal
Names = tuple[str, str]  # the English and the Chinese one of a pair

# The words of classes of the table, as a regular expression.
words = partial(tables.alternatives, "naming")
# How the meaning of a name is introduced, and how another name is in Chinese: all of that, and what it may end in.
MEANS = rf"{words('meaning')}|(?:which |that )?(?:literally )?(?:{words('meaning-verb')})"
_COPULAS = "為为是作"
_OFTEN, _LANGUAGE = rf"(?:{words('often-chinese')})", rf"(?!用)[{HAN}]{{1,3}}[文語语]"  # but not 用英文稱讚
VERB = (
    rf"(?:以下)?(?:(?:{_LANGUAGE}|{_OFTEN})(?:{words('verb-chinese')})|{_OFTEN}(?:{words('verb-behind')})"
    rf"|(?:英[文語语])?(?:{words('short-chinese')})|{words('name-chinese')})[{_COPULAS}]? ?"
)
_VERBS = tables.words("naming", "verb-chinese", "verb-behind", "short-chinese", "name-chinese")
VERB_ENDINGS = tuple({*_COPULAS} | {verb[-1] for verb in _VERBS})  # characters
OFTEN = ("adverb", "former", "adverb-outside")  # classes of words before such a verb, outside a gloss


@cache
def known_as() -> str:
    """How English says that another name follows, as a regular expression: also known in Taiwan as, shortened to.

    >>> import re
    >>> [bool(re.match(known_as(), text)) for text in ("known by its acronym ", "also called ", "called ")]
    [True, True, False]
    """
    often = rf"(?:{words(*OFTEN)}) "
    return (
        rf"(?:(?:{often})?known in [A-Z][a-z]+|{often}(?:{words('verb')})|(?:{often})?(?:{words('shortened')})"
        rf"|a\.?k\.?a\.?|known (?:{words('manner')})|nicknamed|whose name is (?:spelled|spelt|written)"
        rf"|(?:{often})?known by (?:its|his|her|their|the) (?:{words('form')}|(?:\w+ |nick)?name))"
        r"(?: in [A-Z][a-z]+)?(?: (?:simply |just |merely )?(?:as|to))?[:,]? "
    )


def is_word(spelt: str) -> bool:
    """Whether the spelling is of a word under discussion, not of a name: in pinyin or small letters.

    >>> is_word("jiǔ"), is_word("tofu"), is_word("Lushan")
    (True, True, False)
    """
    return spelt.islower() or is_toned(spelt)


def is_like(name: str, pair: Names) -> bool:
    """Whether the name is an acronym of the English one, or says what the Chinese says and is no part of the English.

    Taipei City or New Taipei City (新北市) are two places.

    >>> pair = ("World Trade Organization", "世界貿易組織")
    >>> is_like("WTO", pair), is_like("Weather Bureau", ("Met Office", "氣象局")), is_like("World Trade", pair)
    (True, True, False)
    """
    if is_acronym(name):
        return spells_acronym(pair[0].split(), name)
    if is_acronym(pair[0]) and spells_acronym(name.split(), pair[0]):
        return True
    own, others = {*name.casefold().split()}, {*pair[0].casefold().split()}
    if not name[:1].isalpha() or own <= others or own >= others:
        return False
    return says(name, pair[1], least=_LIKE)
