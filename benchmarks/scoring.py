"""Scoring extracted pairs against labelled documents.

A label has the columns document, english, chinese, kind, aliases, form, note; several accepted forms of a side are
separated by " | ". A pair is right when both sides equal an accepted form after NFKC, case folding of the English and
dropping white space and quotation marks. Rows of kind phrase, foreign and unsure are neither asked for nor held against
the program; a reject is a place that states no pair.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

NAMES = frozenset(("person", "place", "organization", "work", "event", "product", "law", "other"))
FREE = frozenset(("phrase", "foreign", "unsure"))


@dataclass(frozen=True)
class Label:
    """One labelled pair of a document."""

    document: str
    english: frozenset[str]
    chinese: frozenset[str]
    kind: str
    aliases: frozenset[str]
    form: str
    shown: str

    @property
    def group(self) -> str:
        """name, term, or neither."""
        return "name" if self.kind in NAMES else "term" if self.kind == "term" else ""


@dataclass
class Score:
    """Counts of one group of pairs."""

    asked: int = 0
    right: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among those given."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right among those asked for."""
        return self.right / max(1, self.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fold_english(text: str) -> str:
    """The English side as it is compared."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"[*_`\[\]“”\"]", "", text)
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text).strip(" ,.;:").casefold())


def fold_chinese(text: str) -> str:
    """The Chinese side as it is compared."""
    text = re.sub(r"[\s*_`《》〈〉「」『』“”\"\[\]]", "", unicodedata.normalize("NFKC", text))
    return re.sub("[・·•‧．]", "·", text)


def read_labels(path: Path, *, document: str = "") -> list[Label]:
    """The labels of a table; ``document`` names the document where the table has no such column."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = [
        dict(zip(header, line.split("\t") + [""] * len(header), strict=False)) for line in lines[1:] if line.strip()
    ]
    return [_label(row, document) for row in rows]


def _label(row: dict[str, str], document: str) -> Label:
    aliases = [alias for alias in row["aliases"].split(";") if alias.strip()]
    return Label(
        document=row.get("document") or document,
        english=frozenset(map(fold_english, row["english"].split(" | "))),
        chinese=frozenset(map(fold_chinese, row["chinese"].split(" | "))),
        kind=row["kind"],
        aliases=frozenset(map(fold_english, aliases)) | frozenset(map(fold_chinese, aliases)),
        form=row["form"],
        shown=f"{row['english']} = {row['chinese']}",
    )


def score(labels: list[Label], pairs: list[tuple[str, str, str]]) -> dict[str, Score]:
    """The scores of names and terms; ``pairs`` are (document, english, chinese)."""
    scores = {"name": Score(), "term": Score()}
    by_document: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_document[label.document].append(label)
    given: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for document, english, chinese in pairs:
        group = "name" if re.search("[A-Z]", english) else "term"
        given[document].add((fold_english(english), fold_chinese(chinese), group))
    for document, rows in by_document.items():
        _score_document(rows, given[document], document=document, scores=scores)
    return scores


def _score_document(
    rows: list[Label], given: set[tuple[str, str, str]], *, document: str, scores: dict[str, Score]
) -> None:
    found = {(english, chinese) for english, chinese, _ in given}
    explained: set[tuple[str, str]] = set()
    for row in rows:
        hits = {pair for pair in found if pair[0] in row.english and pair[1] in row.chinese}
        explained |= hits | {pair for pair in found if _belongs(row, *pair)}
        if row.group:
            scores[row.group].asked += 1
            scores[row.group].right += bool(hits)
            if not hits:
                scores[row.group].faults.append(f"{document}\tmissed\t{row.shown}")
    for english, chinese, group in sorted(given):
        if (english, chinese) not in explained:
            scores[group].wrong += 1
            scores[group].faults.append(f"{document}\twrong\t{english} = {chinese}")


def _belongs(row: Label, english: str, chinese: str) -> bool:
    """Whether a pair that is not the label's own is still not held against the program."""
    if row.kind in FREE:
        return any(chinese in form or form in chinese for form in row.chinese)
    same_chinese = chinese in row.chinese or chinese in row.aliases
    return row.kind != "reject" and same_chinese and (english in row.english or english in row.aliases)
