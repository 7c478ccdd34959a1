"""The evidence about where an English name begins: each function looks at one cut and gives a weight, or nothing.

Weights are log-odds. To add evidence, write a function and add a row to :data:`EVIDENCE`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from glossary.lang.generics import is_generic
from glossary.lang.latin import is_acronym
from glossary.lang.titles import OFFICES, owner
from glossary.model import Reason
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.facts import Cut, spelling_words
from glossary.pairs.left_evidence import is_purpose, left, may_be_small
from glossary.pairs.opening_evidence import opening
from glossary.pairs.person_evidence import spelt, surname
from glossary.pairs.placing import NUMERAL, begins_sentence, is_address
from glossary.pairs.remark_evidence import bearer, description, label, office, position, remark_like
from glossary.pairs.segments import Word
from glossary.pairs.segments import word as word_of
from glossary.pairs.term_evidence import length, verb

__all__ = ["EVIDENCE", "NUMERAL"]

_LONG = 5  # characters
_GLOSS = Reason("gloss", 1.0)
_OR = word_of("or")


def side_by_side(cut: Cut) -> Reason | None:
    """A Han name in the bracket after a word is nearly always the other name of something (93 % of 7,000 counted)."""
    if cut.name[-1].nature.capital or cut.facts.binomial:
        return _GLOSS
    capitals = [word.nature.capital for word in cut.name[:2]]
    named = capitals[0] and (not begins_sentence(cut, cut.first) or (len(cut.name) > 2 and capitals[1]))
    return Reason("gloss-of-term", 0.0 if named else -1.0)


def alone(cut: Cut) -> Reason | None:
    """The name and its gloss are all that stands in the line."""
    return Reason("alone", 1.5) if cut.facts.around.alone and not cut.first else None


def known(cut: Cut) -> Reason | None:
    """The names are known to be one thing's, the longest of several that are: not Palace Museum in National …"""
    if not cut.is_known or cut.name[0].nature.determiner or _may_go_on(cut.left):
        return None
    return Reason("well-known", 2.5 + 1.5 * len(cut.name))


def _may_go_on(left: Word | None) -> bool:
    """Whether the word before a name may belong to it: a capitalised one that is no title and owns nothing."""
    if left is None or not left.nature.capital or left.nature.possessive:
        return False
    return left.nature.title not in {*OFFICES, "nationality"}


def sound(cut: Cut) -> Reason | None:
    """The Chinese sounds like the last word: Lisbon 里斯本."""
    return Reason("sound", 2.0) if cut.facts.heard else None


def acronym(cut: Cut) -> Reason | None:
    """The initials of the words are the acronym that stands in the gloss (Schwartz and Hearst 2003)."""
    shorts = [text for text in cut.facts.beside if is_acronym(text)]
    if not shorts:
        return None
    texts = [word.text for word in cut.name]
    if any(spells_acronym(texts, short) for short in shorts):
        return Reason("acronym", 4.0)
    return Reason("acronym-unlike", -1.0)


def sounded(cut: Cut) -> Reason | None:
    """The gloss also says how the Chinese is read, which remarks never do: ancestors (_qīn_ 親)."""
    return Reason("sounded", 2.0) if cut.facts.beside and cut.facts.sounded else None


def untied(cut: Cut) -> Reason | None:
    """Nothing ties a term in small letters to the Chinese: of such two in three are remarks."""
    if cut.name[-1].nature.capital or cut.facts.binomial or cut.facts.tied or cut.facts.sounded:
        return None
    return Reason("untied", -0.5)


def beginning(cut: Cut) -> Reason | None:
    """The first words spell the beginning of the Chinese: Yuanshanzi | Flood Diversion Tunnel, 圓山子."""
    if cut.facts.spelt or not cut.name[0].nature.capital:
        return None
    words = cut.facts.begins(cut.first)
    if not 0 < words < len(cut.name):
        return None
    spelt = tuple([word.text for word in cut.name[: len(cut.facts.chinese)]])
    whole = any(spelling_words(spelt[:end], cut.facts.chinese) == end for end in range(words, len(spelt) + 1))
    return Reason("begins-spelt", 4.0 if whole else 2.0, cut.name[0].text)


def sentence_start(cut: Cut) -> Reason | None:
    """The name would begin with the sentence, which gives any word a capital: Shares of | Quanta Computer Inc."""
    if cut.first or not may_be_small(cut):
        return None
    return Reason("sentence-start", -2.0, cut.name[0].text)


def cover(cut: Cut) -> Reason | None:
    """The Chinese translates the words of the name, and not those that the cut leaves out."""
    if cut.facts.spelt or cut.facts.person:
        return None
    within = cut.facts.covered[cut.first :]
    inside = sum(within)
    outside = sum(cut.facts.covered[max(0, cut.first - 3) : cut.first])
    bare = sum(not yes and not word.nature.connector for word, yes in zip(cut.name, within, strict=True))
    weight = 0.8 * inside - (0.2 * bare if inside else 0.0) - 0.8 * outside
    if inside > 1 and not bare:
        weight += 1.4  # a word-for-word translation
    return Reason("cover", round(weight, 2)) if weight else None


def translation(cut: Cut) -> Reason | None:
    """The dictionary translates the whole Chinese with these words: hybrid rice, 杂交水稻."""
    if cut.facts.spelt or not cut.facts.translated or not all(cut.facts.translated[cut.first :]):
        return None
    if cut.name[0].nature.small:
        return None
    return Reason("translation", 1.0 if len(cut.name) < len(cut.facts.chinese) / 2 else 2.0)


def inside(cut: Cut) -> Reason | None:
    """A word that joins two names stands inside this one, and the Chinese has nothing of the kind."""
    links = sum(
        word.nature.link and not word.nature.capital and not is_purpose(before, word)
        for before, word in pairwise(cut.name)
    )
    if not links or cut.facts.chinese_link or cut.facts.around.opened:
        return None
    if _OR in cut.name[1:-1]:  # two names of one thing: the Yangtze or Yangzi (長江)
        return Reason("alternatives-inside", -4.0)
    return Reason("link-inside", -1.0 * links)


def brief(cut: Cut) -> Reason | None:
    """One word for five characters and more that nothing ties to them: most often more words belong to it."""
    long = len(cut.name) == 1 and len(cut.facts.chinese) >= _LONG and not cut.facts.tied
    return Reason("brief", -0.8) if long and not is_acronym(cut.name[0].text) else None


def single_letter(cut: Cut) -> Reason | None:
    """A single letter is a label (A 甲, S 小), and a number a day or an amount: hardly a name."""
    text = cut.name[0].text
    label = len(text) == 1 or (text.isdigit() and cut.first)
    return Reason("single-letter", -4.0) if label and len(cut.name) == 1 else None


def numbered(cut: Cut) -> Reason | None:
    """The name ends in a number that the Chinese lacks: in May 1999 (英文), but Made in China 2025 (中国制造)."""
    text = cut.name[-1].text.replace(".", "")
    if not text.isdigit() or cut.facts.around.closed or NUMERAL.search(cut.facts.chinese):
        return None
    tied = sum(cut.facts.covered[cut.first :]) > 1
    return Reason("ends-with-number", -1.0 if tied else -4.0, text)


def generic_alone(cut: Cut) -> Reason | None:
    """Nothing is left but the word for the kind of thing: Temple, Prefecture, Co."""
    alone = len(cut.name) == 1 and cut.first and not cut.facts.spelt
    return Reason("generic-alone", -3.0) if alone and is_generic(cut.name[0].text) else None


def belonging(cut: Cut) -> Reason | None:
    """The first words say where the rest belongs, and the Chinese does not: Pingtung County’s | Chaojhou Township."""
    if cut.facts.around.opened:
        return None
    for place, word in enumerate(cut.name[1:-1], start=cut.first + 1):
        if word.nature.origin:
            return Reason("origin-inside", -5.0, word.text)
        if is_address(word):  # Mr. B. Tanner and Mr. | H. Sykes
            return Reason("honorific-inside", -5.0, word.text)
        if place < len(cut.facts.words) - 2 and word.nature.possessive and not _named(cut, place):
            return Reason("possessor-inside", -2.0, word.text)
    return None


def _named(cut: Cut, place: int) -> bool:
    """Whether the Chinese holds a translation or the spelling of the name's words up to ``place``."""
    if any(cut.facts.covered[cut.first : place + 1]):
        return True
    texts, chinese = tuple(owner(word.text) for word in cut.facts.words[cut.first : place + 1]), cut.facts.chinese
    return any(spelling_words(texts, chinese[:end]) == len(texts) for end in range(1, len(chinese) + 1))


def time_alone(cut: Cut) -> Reason | None:
    """A day or a month is a name only where the Chinese says it, too: Friday (補假) states none."""
    alone = len(cut.name) == 1 and cut.name[0].nature.title == "time" and not cut.facts.covered[cut.first]
    return Reason("time-alone", -4.0, cut.name[0].text) if alone else None


EVIDENCE: tuple[Callable[[Cut], Reason | None], ...] = (
    side_by_side,
    spelt,
    surname,
    alone,
    known,
    sound,
    acronym,
    sounded,
    untied,
    opening,
    beginning,
    left,
    sentence_start,
    cover,
    translation,
    inside,
    remark_like,
    description,
    brief,
    office,
    bearer,
    label,
    position,
    single_letter,
    generic_alone,
    numbered,
    belonging,
    length,
    verb,
    time_alone,
)
