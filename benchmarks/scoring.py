"""Extracted pairs against labels: which labels were found, and which pairs are wrong.

A label gives a pair's accepted forms, separated by " | ". A pair is right when both sides equal an accepted form after
NFKC, case folding of the English, and dropping white space and quotation marks. Labels of kind phrase, foreign and
unsure are neither asked for nor held against a program; a reject is a place that states no pair. A wrong pair counts
against names when its English has a capital letter, against terms otherwise.

Where the shared gold stands beside the project, tests/benchmarks/test_scoring.py holds these rules to its score.py.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NAMES = frozenset(("person", "place", "organization", "work", "event", "product", "law", "other"))
FREE = frozenset(("phrase", "foreign", "unsure"))
FORMS = " | "
COLUMNS = 7
_MARKS = re.compile(r"[*_`\[\]“”\"]")
_CHINESE_MARKS = re.compile(r"[\s*_`《》〈〉「」『』“”\"\[\]]")
_DOTS = re.compile("[・·•‧．]")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled row: the folded forms of both sides, and ``shown`` for people."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]
    kind: str
    aliases: frozenset[str]
    form: str
    shown: str

    @property
    def group(self) -> str:
        """Name or term; empty for what is not asked for."""
        return "name" if self.kind in NAMES else "term" if self.kind == "term" else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A pair that a program gives, with what it says about it."""

    english: str
    chinese: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    form: str = ""
    probability: float = 1.0

    @property
    def folded(self) -> tuple[str, str]:
        """Both sides as they are compared."""
        return fold_english(self.english), fold_chinese(self.chinese)

    @property
    def group(self) -> str:
        """Name or term, by the look of the English side."""
        return "name" if re.search("[A-Z]", self.english) else "term"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document's scored labels, each with the pair that hits it or None, and the pairs that are wrong."""

    asked: tuple[tuple[Label, Found | None], ...]
    wrong: tuple[Found, ...]


def fold_english(text: str) -> str:
    """The English side as it is compared."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s+", " ", _MARKS.sub("", text)).strip(" ,.;:").casefold()
    return re.sub(r"^the ", "", text)


def fold_chinese(text: str) -> str:
    """The Chinese side as it is compared."""
    return _DOTS.sub("·", _CHINESE_MARKS.sub("", unicodedata.normalize("NFKC", html.unescape(text))))


def fold_aliases(aliases: Iterable[str]) -> frozenset[str]:
    """Aliases as they are compared; as their language is not known, folded either way."""
    kept = [alias for alias in aliases if alias.strip()]
    return frozenset(map(fold_english, kept)) | frozenset(map(fold_chinese, kept))


def label(cells: Sequence[str]) -> Label:
    """The label of a row: line or document, english, chinese, kind, aliases, form, note."""
    _, english, chinese, kind, aliases, form, _ = [*cells, *[""] * COLUMNS][:COLUMNS]
    return Label(
        english=tuple(map(fold_english, english.split(FORMS))),
        chinese=tuple(map(fold_chinese, chinese.split(FORMS))),
        kind=kind,
        aliases=fold_aliases(aliases.split(";")),
        form=form,
        shown=f"{english} = {chinese}",
    )


def match(labels: Sequence[Label], found: Iterable[Found]) -> Outcome:
    """What one document's pairs are worth. The last statement of a pair stands for all of them."""
    given = {pair.folded: pair for pair in found}
    asked = []
    for row in labels:
        if row.group:
            hit = next((sides for sides in given if _is(row, sides)), None)
            asked.append((row, given.pop(hit) if hit else None))
    wrong = [pair for sides, pair in given.items() if not any(_excuses(row, sides) for row in labels)]
    return Outcome(tuple(asked), tuple(wrong))


def _is(row: Label, sides: tuple[str, str]) -> bool:
    return sides[0] in row.english and sides[1] in row.chinese


def _excuses(row: Label, sides: tuple[str, str]) -> bool:
    """Whether a pair that hits no label is not held against the program: not scored, or a label under an alias."""
    english, chinese = sides
    if row.kind in FREE:
        return any(chinese in form or (len(form) >= 4 and form in chinese) for form in row.chinese)
    if not row.group:
        return False
    return (english in row.english or english in row.aliases) and (chinese in row.chinese or chinese in row.aliases)
