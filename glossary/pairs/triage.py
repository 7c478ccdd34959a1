"""Why a gloss in Latin letters after Chinese is no name: examples, citations, phrases.

``（如 host、port）``, ``（Tinker, 1963）``, ``（Pro、Max 兩種）``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from glossary import tables
from glossary.candidates.remarks import introduces
from glossary.lang.titles import nature
from glossary.model import Candidate, Slot, SlotKind
from glossary.pairs import segments

__all__ = [
    "english_slot", "fault", "gives_examples", "is_call", "is_cut_off", "is_described", "is_sentence", "is_unit",
    "no_name",
]  # fmt: skip

_NAMED = re.compile(r"[A-Za-zÀ-ɏ][^A-Za-zÀ-ɏ]*[A-Za-zÀ-ɏ]|[A-Z][-.]?\d|^[A-Z]$")  # two letters (P/E), or G7, F-15
_LISTED = 3  # names in a row that are examples
_AUTHORS = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:(?:,? (?:&|and) |, )[A-ZÀ-Þ][\w'’-]+)*(?:,? et al\.?)?")
_DIGIT = re.compile(r"\d")  # of a year or a page
_LIFE = re.compile(r"\s*[,，]?\s*1?\d{3}\s*[-–—~～]\s*\d{3,4}")
_YEAR_OR_PAGE = re.compile(r"\s*,?\s*(?:pp?\. ?)?\d{1,4}[a-z]?(?:\s*[:,–-]\s*\d+)*\s*")
_TITLE_ENDS = ("》", "〉")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S*|[\w.-]+\.(?:com|org|net|edu|gov|io|tw|cn|hk|uk|jp|de|fr)(?:/\S*)?", re.ASCII
)
_HASH = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}")  # the number of a change: 205cafa
_NUMERAL = re.compile(r"X{0,3}(?:I[XV]|V?I{0,3})")  # 乙酸鉻（II）
_SHORTENED = re.compile(r"[a-z]{1,6}\.(?:\s.*)?")  # adj., pl., leg. Y. Wang
_FORMULA = re.compile(r"[=<>±×÷√∑→←↔≈≤≥＋＝²³⁻¹|]|(?<![A-Za-z]{2})\s[+*/^-]\s|\blog ?[\d(]")
_ENGLISH = (SlotKind.LATIN, SlotKind.ACRONYM, SlotKind.ROMANIZATION)
_QUOTES = frozenset("\"“‘'")
_ARGUMENTS = ("('", '("')
_NAMES = frozenset((SlotKind.LATIN, SlotKind.ACRONYM))
_ALONGSIDE = re.compile(r"[\s\"'“”‘’*_`]*")


def fault(candidate: Candidate, slot: Slot, text: str) -> str:
    """What speaks against ``slot``, the name in a gloss after Chinese; empty where nothing does."""
    first = candidate.slots[0]
    if gives_examples(candidate):
        return "examples"
    if first.text in tables.words("remarks", "credit") and text[first.span.end] in "／/":
        return "credit"  # （圖／Reuters）
    if kind := _no_words(slot.text):
        return kind
    gloss = candidate.gloss.of(text)[1:-1]
    if _DIGIT.search(gloss) and (_is_citation(gloss) or _is_book(gloss, candidate.before.of(text))):
        return "citation"
    if len(candidate.slots) == 1:
        return ""  # as most
    if any(_is_phrase(pair, text) for pair in pairwise(candidate.slots)):
        return "phrase"
    return "examples" if _is_list(candidate, text) else ""


def gives_examples(candidate: Candidate) -> bool:
    """Whether the gloss begins with a word that introduces examples or a reference: 例如, see."""
    first = candidate.slots[0]
    return first.kind is SlotKind.REMARK and introduces(first.text)


def is_sentence(candidate: Candidate) -> bool:
    """Whether a part of the gloss goes on as sentences do: （西雅圖隊先得分，然後是…）."""
    return any(slot.text.startswith(_continuing()) for slot in candidate.slots[1:])


@cache
def _continuing() -> tuple[str, ...]:
    return tuple(tables.words("remark_grammar", "continuing"))


def is_unit(english: str) -> bool:
    """Whether the text is the symbol of a unit, which is no name.

    >>> is_unit("kg"), is_unit("KG")
    (True, False)
    """
    return english in tables.words("number_words", "symbol")


def is_cut_off(english: str, *, subject: bool = False) -> bool:
    """Whether the words end with one that others have to follow: studied the.

    ``subject``: they are what a sentence speaks of, so that one such word alone is a pronoun: It is known as 面子.

    >>> is_cut_off("studied the"), is_cut_off("I Ching"), is_cut_off("The The"), is_cut_off("It", subject=True)
    (True, False, False, True)
    """
    last = english.rsplit(" ", 1)[-1]
    return (last.islower() or (subject and last == english)) and nature(last).small


def is_call(candidate: Candidate, english: str, text: str) -> bool:
    """Whether the gloss is what a program gives to a function: paths('城市')."""
    start = candidate.gloss.start
    return text.startswith(_ARGUMENTS, start) and not text[start - 1].isspace() and english[:1].islower()


def english_slot(candidate: Candidate, text: str) -> Slot | None:
    """The part of a gloss that is the English name: a name in Latin letters, or else an acronym or a romanization.

    In quotation marks behind a name in pinyin stands what it means: 玄空 (Xuánkōng, "Mysterious Void").
    """
    first = candidate.slots[0]
    named_in_latin = [slot for slot in candidate.slots if _NAMED.search(slot.text)]
    for kind in _ENGLISH:
        for slot in named_in_latin or candidate.slots:  # not the Скопје of （Скопје，Skopje）
            if slot.kind is kind:
                named = first.kind is SlotKind.ROMANIZATION and first.text[:1].isupper()
                return first if named and text[slot.span.start - 1] in _QUOTES else slot
    return None


def no_name(english: str, *, quoted: bool = False) -> str:
    """Why the text in a gloss is no English name; empty where it may be one.

    ``quoted``: the Chinese before it stands in quotation marks, so that it may be a phrase with an article.

    >>> [no_name(text) for text in ("1999", "a woman under a roof", "main()", "Scott Bessent", "G7", "P/E")]
    ['no-letters', 'description', 'code', '', '', '']
    """
    if not _NAMED.search(english):
        return "no-letters"
    if _description().match(english) and not (quoted and english.startswith("the ")):
        return "description"
    return "code" if segments.is_code(english) else ""


def _no_words(english: str) -> str:
    """What a text is that is made of letters but not of words.

    >>> [_no_words(text) for text in ("me@example.org", "IV", "adj.", "mean ± SD", "Yahoo!", "Booking.com Ltd", "VIX")]
    ['address', 'numeral', 'abbreviation', 'formula', '', '', '']
    >>> _no_words("MHz")
    'unit'
    """
    if is_unit(english):
        return "unit"
    if _NUMERAL.fullmatch(english):
        return "numeral"
    if _HASH.fullmatch(english):
        return "code"
    if english.replace(" ", "").isalpha():
        return ""  # the others have a sign or a digit
    if _ADDRESS.fullmatch(english):
        return "address"
    if _SHORTENED.fullmatch(english):
        return "abbreviation"
    return "formula" if _FORMULA.search(english) else ""


@cache
def _description() -> re.Pattern[str]:
    """How a description begins: 安 (a woman under a roof), 古蹟 (it is made of bronze)."""
    subjects = tables.alternatives("function_words", "subject")
    return re.compile(rf"(?:an?|the) [a-z]+(?:\. [A-Z]| [a-z])|(?:{subjects}) [a-z]")


@cache
def _published() -> re.Pattern[str]:
    """Who printed a book, and when: 《琴律學》 (Shanghai Conservatory of Music Press, 2015)."""
    house = rf"\b(?:{tables.alternatives('remarks', 'publisher')}),?"
    return re.compile(rf"[A-Z][^,，]*(?:{house}|: [A-Z][^,，]*,) (?:1[5-9]|20)\d\d\W*")


def _is_citation(gloss: str) -> bool:
    """Whether a gloss is surnames with a year or a page.

    >>> [_is_citation(gloss) for gloss in ("Tinker, 1963", "Chen & Wang 2015: 3", "Linnaeus, 1707-1778", "Windows 95")]
    [True, True, False, False]
    """
    authors = _AUTHORS.match(gloss)
    if authors is None or authors.end() == len(gloss) or _LIFE.fullmatch(gloss, authors.end()):
        return False  # years from one to another are a life
    several = any(mark in authors[0] for mark in ",&") or " and " in authors[0] or "et al" in authors[0]
    return (several or gloss[authors.end()] in ",，:") and _YEAR_OR_PAGE.fullmatch(gloss, authors.end()) is not None


def _is_book(gloss: str, before: str) -> bool:
    """Whether a gloss behind a title says who printed the book, and when."""
    return before.rstrip().endswith(_TITLE_ENDS) and _published().fullmatch(gloss) is not None


def is_described(candidate: Candidate, slot: Slot, text: str) -> bool:
    """Whether an office in small letters stands before the Han: the vote (spokesperson 吳崢)."""
    place = candidate.slots.index(slot)
    if not place:
        return False
    before = candidate.slots[place - 1]
    if before.kind is not SlotKind.LATIN or not _is_phrase((before, slot), text):
        return False
    office = before.text.rsplit(" ", 1)[-1]
    return office.islower() and bool(nature(office).title)


def _is_phrase(pair: tuple[Slot, Slot], text: str) -> bool:
    """Whether Han and Latin stand side by side without a separator: parts of one phrase."""
    one, other = pair
    mixed = SlotKind.HAN in {one.kind, other.kind} and not _NAMES.isdisjoint((one.kind, other.kind))
    return mixed and _ALONGSIDE.fullmatch(text, one.span.end, other.span.start) is not None


def _is_list(candidate: Candidate, text: str) -> bool:
    """Whether the gloss lists three or more names with 、 between them."""
    names = [slot for slot in candidate.slots if slot.kind in _NAMES]
    return len(names) >= _LISTED and candidate.gloss.of(text).count("、") >= len(names) - 1
