"""The evidence that a gloss in Han names nothing: a remark, what somebody is or who has an office, a label."""

from __future__ import annotations

import re
from math import exp, log1p

from glossary import tables
from glossary.lang import glosses, headwords, known_names, persons, remark_words, script
from glossary.lang.frequencies import usage
from glossary.lang.surnames import opens_with_surname
from glossary.model import Reason
from glossary.pairs.edges import RIVALS, log_odds
from glossary.pairs.facts import Cut, is_everyday
from glossary.pairs.left import ends_like

__all__ = ["TELLING", "bearer", "description", "doubted", "label", "office", "position", "remark_like"]

# Particles, adverbs and verbs that remarks have and names hardly; of names that have them most are translated ones.
_GRAMMAR = re.compile(
    "[唔冇嘅喺咗][^ ]|見附|见附|[？！?!]$|[的了很也都就沒没被把跟們们這这哪吗嗎吧呢啊並并仍才還还或且即]"
    "|^[含共見见約约從从自至在是有不非未每]|^[來来源出取譯译]自|^[一某][個个家種种名位間间]|[時时用地得著着]$"
)
_JOINING = re.compile("^[和的與与及或是在等為为於也就都而但被把從从對对將将由因]")
_SURELY_REMARK = re.compile(r"^[已曾需須须請请].|^[農农][曆历].|^.{3,}有(?!限).")
_FIGURE = re.compile(r"\d{3,4}年[^\d].|(?:NT|US|HK)?\$ ?\d|[約约]?\d[\d,.]* ?[億亿萬万]")  # when, how much
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_OFFICES = frozenset(("honorific", "title", "role", "qualifier"))
_USUAL = 50  # uses in 60 million words; the names of public persons have some
_SURELY_PERSONS = frozenset(persons.Shape(size, double=False, sure=True) for size in (1, 2))
_POSITIONS = frozenset("左右前後后上下男女內内外")
_TITLE = 4  # characters of what an encyclopedia has an article on and no remark says: 楚門的世界
_LONGEST_PERSON = 4  # characters
# Reasons of the words themselves for one thing's names, and the log-odds of them that leave no doubt.
TELLING = frozenset(
    (
        "acronym", "begins-spelt", "cover", "given-name", "list-of-names", "series", "sound", "sounded", "spelt",
        "spelt-after-given-name", "spelt-behind-name", "surname", "translation",
    )
)  # fmt: skip
_TOLD = 3.0
# From the log-odds of a remark to those beside names in texts, fitted on labelled documents to tune on.
_FACTOR, _USUAL_REMARK = 1.6, -3.3
_NO_DOUBT, _MOST_SURE = -4.0, 30.0


def doubted(reasons: tuple[Reason, ...], chinese: str) -> tuple[Reason, ...]:
    """The reasons, and one more if the Chinese reads like a remark and the words do not tie it to the English.

    Marks around a name show where it begins, not that what stands in the bracket names it: that both are right is as
    unlikely as the two doubts together. For terms in running text the one doubt was learnt with the other.
    """
    told = sum(reason.weight for reason in reasons if reason.name in TELLING)
    if told >= _TOLD or any(reason.name == RIVALS for reason in reasons):
        return reasons
    against = _FACTOR * remark_words.log_odds(chinese) + _USUAL_REMARK - max(0.0, told)
    sure = log_odds(reasons)
    if sure + against < _NO_DOUBT:
        return reasons
    return (*reasons, Reason("reads-like-remark", -round(log1p(exp(min(_MOST_SURE, sure + against))), 3)))


def remark_like(cut: Cut) -> Reason | None:
    """The Chinese has words of grammar, and nothing ties it to the English: 小聲地, 人很多, 已絕版, 含運費."""
    if _FIGURE.match(cut.facts.chinese):
        return Reason("remark", -9.0 if cut.facts.around.closed else -3.0)
    if _SURELY_REMARK.search(cut.facts.chinese) and not cut.facts.spelt:
        return Reason("remark", -6.0 if cut.facts.around.closed else -3.0)
    if (year := _YEAR.match(cut.facts.chinese)) and not any(year[0] in word.text for word in cut.name):
        return Reason("remark", -4.0)
    if _JOINING.search(cut.facts.chinese) and not (cut.facts.spelt or cut.facts.heard or any(cut.facts.covered)):
        return Reason("remark", -4.0)
    if not _GRAMMAR.search(cut.facts.chinese):
        return None
    if cut.facts.around.closed and cut.name[-1].text.islower() and not any(cut.facts.covered):
        return Reason("remark", -6.0)  # "no doubt" (沒有疑問)
    if cut.facts.tied or (len(cut.facts.chinese) >= _TITLE and headwords.is_headword(script.fold(cut.facts.chinese))):
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
    person = 1 < len(folded) <= _LONGEST_PERSON and opens_with_surname(folded) and ends_like(folded) != "role"
    said = cut.facts.translated and all(cut.facts.translated[cut.first :])
    return Reason("office-alone", -5.0) if person and not said else None


def bearer(cut: Cut) -> Reason | None:
    """The Chinese is a person's name, and a word in small letters names nobody: the target (張志軍)."""
    folded = script.fold(cut.facts.chinese)
    if cut.name[-1].nature.capital or cut.facts.tied or cut.facts.sounded or not opens_with_surname(folded):
        return None
    named = 1 < len(folded) <= _LONGEST_PERSON and persons.shape(cut.facts.chinese) in _SURELY_PERSONS
    known = usage(folded) > _USUAL or glosses.meanings(folded) or ends_like(folded)
    return Reason("bearer", -4.0) if named and not known else None


def label(cut: Cut) -> Reason | None:
    """The gloss says in which language something is written: Simon Willison（英文）."""
    labelled = cut.facts.chinese in tables.words("labels") and not any(cut.facts.covered)
    return Reason("label", -6.0) if labelled else None


def position(cut: Cut) -> Reason | None:
    """A single character that says where somebody stands or which sex he is: Wang (左)."""
    said = cut.facts.chinese in _POSITIONS and not cut.facts.spelt and not any(cut.facts.covered)
    return Reason("position", -4.0) if said else None
