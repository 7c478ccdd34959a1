"""The evidence that a gloss in Han names nothing: a remark, what somebody is or who has an office, a label."""

from __future__ import annotations

import re
from functools import cache, partial
from math import exp, log1p

from glossary import tables
from glossary.lang import glosses, headwords, known_names, persons, remark_words, script, titles
from glossary.lang.frequencies import usage
from glossary.lang.surnames import is_like_person
from glossary.model import Reason
from glossary.pairs.edges import RIVALS, TELLING, log_odds
from glossary.pairs.facts import Cut, is_everyday
from glossary.pairs.left import ends_like

__all__ = ["bearer", "description", "doubted", "label", "office", "position", "remark_like"]

# When something is, how much it costs.
_FIGURE = re.compile(r"[農农][曆历].|\d{3,4}年[^\d].|(?:NT|US|HK)?\$ ?\d|[約约]?\d[\d,.]* ?[億亿萬万]")
_HAS = ".{3,}有(?!限)."  # but no 有限公司
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_OFFICES = titles.OFFICES | {"qualifier"}
_USUAL = 50  # uses in 60 million words; the names of public persons have some
_SURELY_PERSONS = frozenset(persons.Shape(size, double=False, sure=True) for size in (1, 2))
_TITLE = 4  # characters of what an encyclopedia has an article on and no remark says: 楚門的世界
_VOUCHED = TELLING | {"list-of-names", "series"}  # what ties the names, of the words themselves or of the lines around
_TOLD = 3.0  # log-odds of these together that leave no doubt
# From the log-odds of a remark to those beside names in texts: chosen by hand, with figures of labelled texts in view.
_FACTOR, _USUAL_REMARK = 1.6, -3.3
_NO_DOUBT, _MOST_SURE = -4.0, 30.0


def doubted(reasons: tuple[Reason, ...], chinese: str) -> tuple[Reason, ...]:
    """The reasons, and one more if the Chinese reads like a remark and the words do not tie it to the English.

    Marks around a name show where it begins, not that what stands in the bracket names it: that both are right is as
    unlikely as the two doubts together. For terms in running text the one doubt was learnt with the other.
    """
    told = 0.0
    for reason in reasons:  # twice as fast as sum() over so few
        if reason.name in _VOUCHED:
            told += reason.weight
        elif reason.name == RIVALS:
            return reasons
    if told >= _TOLD:
        return reasons
    against = _FACTOR * remark_words.log_odds(chinese) + _USUAL_REMARK - max(0.0, told)
    sure = log_odds(reasons)
    if sure + against < _NO_DOUBT:
        return reasons
    return (*reasons, Reason("reads-like-remark", -round(log1p(exp(min(_MOST_SURE, sure + against))), 3)))


def remark_like(cut: Cut) -> Reason | None:
    """The Chinese has words of grammar, and nothing ties it to the English: 小聲地, 人很多, 已絕版, 含運費."""
    facts, chinese = cut.facts, cut.facts.chinese
    if _FIGURE.match(chinese):
        return Reason("remark", -9.0 if facts.around.closed else -3.0)
    if _surely_remark().match(chinese) and not facts.spelt:
        return Reason("remark", -6.0 if facts.around.closed else -3.0)
    if (year := _YEAR.match(chinese)) and not any(year[0] in word.text for word in cut.name):
        return Reason("remark", -4.0)
    if chinese[:1] in _words("joining") and not (facts.spelt or facts.heard or any(facts.covered)):
        return Reason("remark", -4.0)
    if not _grammar().search(chinese):
        return None
    if facts.around.closed and cut.name[-1].text.islower() and not any(facts.covered):
        return Reason("remark", -6.0)  # "no doubt" (沒有疑問)
    if facts.tied or (len(chinese) >= _TITLE and headwords.is_headword(script.fold(chinese))):
        return None
    return Reason("remark-like", -2.5)


def description(cut: Cut) -> Reason | None:
    """What somebody is or does, where nothing ties it to the name: But Ko (字嗨社團管理員), Yu Wei-chen (設計)."""
    facts, first = cut.facts, cut.name[0].nature
    if len(cut.name) != 2 or not (first.given or "-" in cut.name[1].text) or first.small or any(facts.covered):
        return None
    tied = facts.spelt or facts.heard or facts.family or facts.given or len(facts.chinese) < 2
    folded = script.fold(facts.chinese)
    said = ends_like(folded) == "role" or is_everyday(folded)
    return Reason("description", -4.0) if said and not tied else None


def office(cut: Cut) -> Reason | None:
    """Nothing is left but an office, and the Chinese names who has it: Judge (包拯)."""
    if cut.facts.spelt or any(word.nature.title not in _OFFICES for word in cut.name):
        return None
    folded = script.fold(cut.facts.chinese)
    if "zh-known-person" in known_names.signs("", folded):
        return Reason("office-alone", -5.0)
    person = is_like_person(folded) and ends_like(folded) != "role"
    said = cut.facts.translated and all(cut.facts.translated[cut.first :])
    return Reason("office-alone", -5.0) if person and not said else None


def bearer(cut: Cut) -> Reason | None:
    """The Chinese is a person's name, and a word in small letters names nobody: the target (張志軍)."""
    folded = script.fold(cut.facts.chinese)
    if cut.name[-1].nature.capital or cut.facts.tied or cut.facts.sounded or not is_like_person(folded):
        return None
    named = persons.shape(cut.facts.chinese) in _SURELY_PERSONS
    known = usage(folded) > _USUAL or glosses.meanings(folded) or ends_like(folded)
    return Reason("bearer", -4.0) if named and not known else None


def label(cut: Cut) -> Reason | None:
    """The gloss says in which language something is written: Simon Willison（英文）."""
    labelled = cut.facts.chinese in tables.words("labels") and not any(cut.facts.covered)
    return Reason("label", -6.0) if labelled else None


def position(cut: Cut) -> Reason | None:
    """A single character that says where somebody stands or which sex he is: Wang (左)."""
    said = cut.facts.chinese in _words("position") and not (cut.facts.spelt or any(cut.facts.covered))
    return Reason("position", -4.0) if said else None


def _words(group: str) -> frozenset[str]:
    """The words of a class of the table ``remark_grammar``."""
    return tables.words("remark_grammar", group)


@cache
def _grammar() -> re.Pattern[str]:
    """Particles, adverbs and verbs that remarks have and names hardly; of names that have them most are translated."""
    words = partial(tables.alternatives, "remark_grammar")
    return re.compile(
        f"(?:{words('cantonese')})[^ ]|{words('inside')}|^(?:{words('start')})|(?:{words('end')}|[？！?!])$"
    )


@cache
def _surely_remark() -> re.Pattern[str]:
    """What a remark begins with and no name: what is already or still to be done; or ends with: a verb of naming."""
    words = partial(tables.alternatives, "remark_grammar")
    return re.compile(f"(?:{words('state')}).|{_HAS}|.*(?:{words('naming')})$")
