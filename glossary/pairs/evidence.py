"""The evidence about where an English name begins: each function looks at one cut and gives a weight, or nothing.

Weights are log-odds. To add evidence, write a function and add a row to :data:`EVIDENCE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from glossary.lang import companies
from glossary.lang.kinds import is_generic
from glossary.lang.known_names import is_known_place
from glossary.lang.latin import is_acronym, is_usual
from glossary.lang.titles import is_plural, nature
from glossary.model import Reason
from glossary.pairs.acronyms import spells_acronym
from glossary.pairs.facts import DIRECTION, Cut, owner, spelling_words
from glossary.pairs.person_evidence import begins_with_given, ends_office, spelt, surname
from glossary.pairs.remark_evidence import bearer, description, label, office, position, remark_like
from glossary.pairs.segments import Word
from glossary.pairs.segments import word as word_of
from glossary.pairs.term_evidence import left_of_term, length, verb

__all__ = ["EVIDENCE", "NUMERAL"]

_OF_PURPOSE = frozenset(("for", "on", "against"))
_NEW_PHRASE = frozenset(("and", "with", "from", "by"))  # before "the" they begin another phrase
_NUMBER = re.compile(r"['’]?\d{2,4}(?:['’]?s)?|\d{1,3}(?:,\d{3})+")
NUMERAL = re.compile("[0-9〇零一二三四五六七八九十百千]")
_LONG = 5  # characters
_CLAUSE = frozenset(
    ("i", "we", "you", "she", "it", "they", "is", "are", "am", "was", "were", "do", "does", "can", "will")
)
_GLOSS = Reason("gloss", 1.0)
_OF, _OR = word_of("of"), word_of("or")


def side_by_side(cut: Cut) -> Reason | None:
    """A Han name in the bracket after a word is nearly always the other name of something (93 % of 7,000 counted)."""
    if cut.name[-1].nature.capital or cut.facts.binomial:
        return _GLOSS
    named = cut.name[0].nature.capital and not _begins_sentence(cut, cut.first)
    return Reason("gloss-of-term", 0.0 if named else -1.0)


def alone(cut: Cut) -> Reason | None:
    """The name and its gloss are all that stands in the line."""
    return Reason("alone", 1.5) if cut.facts.around.alone and not cut.first else None


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


def opening(cut: Cut) -> Reason | None:
    """The first word is one that rarely begins a name."""
    if len(cut.name) == 1 or len(cut.name) == cut.facts.spelt:
        return None
    text, found = cut.name[0].text, cut.name[0].nature
    followed = cut.name[1].text.casefold()
    if _are_somewhere(cut):
        return Reason("opens-with-people", -4.0, text)
    if found.locator and followed.isalnum() and _OF in cut.name and not NUMERAL.search(cut.facts.chinese):
        return Reason("opens-with-place", -4.0, text)
    if _is_address(cut.name[0]):
        return Reason("opens-with-honorific", -3.0, text)
    if cut.facts.covered[cut.first] and not _owns(cut, cut.first):
        return None
    if found.container and followed == "of":
        return Reason("opens-with-container", -1.5, text)
    if found.small:
        return _opens_small(cut, text)
    if _is_command(cut, cut.first):
        return Reason("opens-with-verb", -3.0, text)
    if found.possessive and not cut.facts.begins(cut.first):
        return None if cut.facts.owned(cut.first) else Reason("opens-with-possessive", -3.0, text)
    if _NUMBER.fullmatch(text) and not NUMERAL.search(cut.facts.chinese):
        return Reason("opens-with-number", -3.0, text)
    return _opens_titled(cut, text, followed=followed) if found.title else None


def _are_somewhere(cut: Cut) -> bool:
    """Whether the name begins a sentence that says who or what is where: Researchers at the | Institute of Botany."""
    text, found = cut.name[0].text, cut.name[0].nature
    if not _begins_sentence(cut, cut.first) or not _is_preposition(cut.name[1]):
        return False
    return (found.title == "role" and is_plural(text)) or (
        text.endswith("s") and is_usual(text) and not cut.facts.covered[cut.first]
    )


def _is_address(word: Word) -> bool:
    """Whether it is a form of address, which no name begins with or holds: Mr."""
    return word.nature.title == "honorific" and word.text.endswith(".")


def _is_preposition(word: Word) -> bool:
    """Whether it is a small word that is no article or conjunction of a name."""
    return word.nature.connector and word.text.islower() and word.text not in {"and", "the", "of"}


def _opens_small(cut: Cut, text: str) -> Reason:
    """An article or a preposition. With a capital in the middle of a sentence it is meant: The Butcher's Wife."""
    if cut.name[0].nature.capital and not _begins_sentence(cut, cut.first) and not _shouted(cut):
        return Reason("opens-with-capital", 0.5, text)
    return Reason("opens-with-function-word", -4.0, text)


def _opens_titled(cut: Cut, text: str, *, followed: str) -> Reason | None:
    """A title or a nationality, unless it is part of the name: Prince of Gaoping, or all that a line names."""
    title = cut.name[0].nature.title
    if (title in {"title", "role"} and followed == "of") or (title == "nationality" and cut.facts.around.alone):
        return None
    if _is_day(cut, cut.first):
        return None
    if title in {"nationality", "honorific", "relation", "time"} or (cut.facts.person and not cut.facts.spelt):
        return Reason(f"opens-with-{title}", -2.0, text)
    return None


def _is_command(cut: Cut, index: int) -> bool:
    """Whether a verb begins the sentence that the Chinese does not say, a name behind it: Climb | Lion Rock."""
    after = cut.facts.words[index + 1].nature
    return (
        _begins_sentence(cut, index)
        and cut.facts.words[index].nature.verb
        and not is_generic(cut.facts.words[index].text)
        and not cut.facts.covered[index]
        and (after.capital or after.determiner)
    )


def _begins_sentence(cut: Cut, index: int) -> bool:
    return index == 0 and cut.facts.around.initial


def _shouted(cut: Cut) -> bool:
    """Whether the name is in capitals only, which says nothing of its small words."""
    return all(word.text.isupper() for word in cut.name)


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


def left(cut: Cut) -> Reason | None:
    """What stands before the name: a boundary speaks for the cut, a capitalised word that is no title against it."""
    word = cut.left
    if word is None:
        return Reason("left-opened", 3.0) if cut.facts.around.opened else Reason("left-boundary", 1.0)
    found = word.nature
    term = not cut.name[-1].nature.capital
    if _in_clause(cut, word):
        return Reason("left-clause", -2.5, word.text)
    if found.capital and not found.small and not (term and _begins_sentence(cut, cut.first - 1)):
        return _left_capital(cut, word.text)
    if term:
        return Reason(*left_of_term(cut, word), word.text)
    return _left_small(cut, word)


def _left_small(cut: Cut, word: Word) -> Reason:
    """A word of running text speaks for the cut, a connector behind a capitalised word against it."""
    if DIRECTION.match(word.text) and cut.facts.covered[cut.first - 1]:
        return Reason("left-covered", -2.5, word.text)  # northern | Shaanxi, 陝北
    if word.text == "the" and cut.first > 1 and cut.facts.words[cut.first - 2].text in _NEW_PHRASE:
        return Reason("left-lower", 1.0, word.text)
    before = _before_connectors(cut) if word.nature.connector else None
    if before is not None and before.nature.capital and not before.nature.title and not _is_place(cut, before):
        if word.nature.link and not cut.facts.chinese_link and not _purpose(before, word):
            return Reason("left-link", 0.3, word.text)
        return Reason(
            "left-connector", -0.5 if _may_be_small(cut) and before is cut.facts.words[0] else -2.0, word.text
        )
    return Reason("left-lower", 1.0, word.text)


def _in_clause(cut: Cut, word: Word) -> bool:
    """Whether the word, with a capital in running text, makes a clause of the name: We Are | Team Taiwan."""
    if word.text.casefold() not in _CLAUSE or not word.nature.capital or _shouted(cut):
        return False
    return not _begins_sentence(cut, cut.first - 1)


def _is_place(cut: Cut, number: Word) -> bool:
    """Whether the word is a number that says where in the thing named: Article 5 of the | Local Government Act."""
    place = cut.facts.words.index(number)
    return place > 0 and cut.facts.words[place - 1].nature.locator and number.text.isalnum()


def _purpose(before: Word, link: Word) -> bool:
    """Whether the link says what the thing named before it is for: Center *for* Disease Control, Convention *on* …"""
    return link.text in _OF_PURPOSE and is_generic(before.text)


def sentence_start(cut: Cut) -> Reason | None:
    """The name would begin with the sentence, which gives any word a capital: Shares of | Quanta Computer Inc."""
    if cut.first or not _may_be_small(cut):
        return None
    return Reason("sentence-start", -2.0, cut.name[0].text)


def _may_be_small(cut: Cut) -> bool:
    """Whether the first word of all begins the sentence and the Chinese does not translate it; "of" follows, or "the"
    after a participle (Citing the).
    """
    facts = cut.facts
    if not facts.around.initial or len(facts.words) < 2 or facts.covered[0] or facts.spelt:
        return False
    first, second = facts.words[0].text, facts.words[1].text
    return (second == "of" and not is_generic(first)) or (second == "the" and first.endswith("ing"))


def _before_connectors(cut: Cut) -> Word | None:
    """The word left of the connectors left of the name (Journey *to the* | West), unless it only begins a sentence."""
    for index in range(cut.first - 1, -1, -1):
        word = cut.facts.words[index]
        if not word.nature.connector or (word.nature.capital and not _begins_sentence(cut, index)):
            return None if word.nature.small and _begins_sentence(cut, index) else word
    return None


def _left_capital(cut: Cut, text: str) -> Reason:
    """A capitalised word left out: right for titles, nationalities and possessives, wrong for a part of the name."""
    found, covered = nature(text), cut.facts.covered[cut.first - 1]
    group = found.title
    if is_acronym(text) and spells_acronym([word.text for word in cut.name], text):
        return Reason("left-acronym", 3.0, text)  # DHS - | Department of Harbour Safety
    if group == "title" and covered and not cut.facts.spelt:
        return Reason("left-covered", -2.5, text)  # Duke | Xian, 獻公
    if group == "honorific" or found.origin or (group and cut.facts.person):
        return Reason("left-title", 1.0, text)
    if _is_command(cut, cut.first - 1):
        return Reason("left-verb", 1.0, text)  # Visit | Longshan Temple
    if _begins_person(cut) and not found.given:
        return Reason("left-title", 0.3, text)  # Minister of Economic Affairs | Cynthia Kiang
    if _is_day(cut, cut.first - 1):
        return Reason("left-day", -4.0, text)
    if (covered and not _owns(cut, cut.first - 1)) or (found.possessive and _spelt_before(cut)):
        return Reason("left-covered", -2.5, text)
    if group in {"nationality", "relation", "time"} or found.possessive or _NUMBER.fullmatch(text):
        return Reason("left-title", 0.5, text)
    return Reason("left-capital", -2.5, text)


def _begins_person(cut: Cut) -> bool:
    """Whether a person's name begins, with a given name or behind an office and what that is for."""
    if begins_with_given(cut):
        return True
    return cut.facts.person and len(cut.name) > 1 and ends_office(cut.facts.words[: cut.first])


def _owns(cut: Cut, place: int) -> bool:
    """Whether the word at ``place`` says only whose or where the thing behind it is, though the dictionary has it.

    Japan's | Nitto Boseki Co is a company's country; Taichung's | Xitun District (西屯區) is spelt from there on.
    """
    word = cut.facts.words[place]
    if not word.nature.possessive or place + 1 == len(cut.facts.words):
        return False
    country = companies.is_suffix(cut.name[-1].text) and is_known_place(owner(word.text))
    return country or bool(cut.facts.begins(place + 1))


def _is_day(cut: Cut, place: int) -> bool:
    """Whether a month and its day stand at ``place`` in a name whose Chinese has numbers: the February 28 Incident."""
    words = cut.facts.words[place : place + 2]
    dated = len(words) == 2 and words[0].nature.title == "time" and words[1].text.isdigit()
    return dated and NUMERAL.match(cut.facts.chinese) is not None


def _spelt_before(cut: Cut) -> bool:
    """Whether the one to three words left of the name spell the beginning of the Chinese: Wang Anshi's | Reforms."""
    begins = cut.facts.begins
    return cut.facts.owned(cut.first - 1) or any(begins(start) == cut.first - start for start in range(max(0, cut.first - 3), cut.first))


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
        word.nature.link and not word.nature.capital and not _purpose(before, word)
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
        if _is_address(word):  # Mr. B. Tanner and Mr. | H. Sykes
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
