"""Merging two people's work by a policy: where both decided about the same thing and differ, whose word counts.

Nothing is dropped: the decisions of both are kept. Whoever wins is recorded by decisions of one's own, so that it stays
settled and can be undone. Without them the later decision counts, which is the policy ``newer``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from glossary.curation import changes
from glossary.curation.changes import Wanted
from glossary.formats import columns
from glossary.model import Decision, Entry, Kind, Review, Verb
from glossary.store.store import Settle

__all__ = ["Difference", "Policy", "Settle", "differences", "settling"]


class Policy(StrEnum):
    """Whose word counts where two glossaries differ about an entry."""

    NEWER = "newer"
    OURS = "ours"
    THEIRS = "theirs"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that ours and theirs both say something about, and not the same."""

    entry: Entry
    field: str
    ours: str
    theirs: str


def settling(policy: Policy, *, ask: Callable[[Difference], Policy]) -> Settle | None:
    """How entries are settled by the policy; None where merging alone does it. ``ask`` chooses for one difference."""
    if policy is Policy.NEWER:
        return None

    def settle(ours: Entry | None, theirs: Entry, merged: Entry) -> tuple[Decision, ...]:
        if ours is None:
            return ()
        decided: list[Decision] = []
        for difference in differences(ours, theirs):
            chosen = ask(difference) if policy is Policy.ASK else policy
            value = {Policy.OURS: difference.ours, Policy.THEIRS: difference.theirs}.get(chosen)
            if value is not None:
                decided += _affirmed(merged, difference.field, value)
        return tuple(decided)

    return settle


def differences(ours: Entry, theirs: Entry) -> Iterator[Difference]:
    """Where both say something and not the same."""
    for field, show in _SHOWN.items():
        one, other = show(ours), show(theirs)
        if one and other and one != other:
            yield Difference(ours, field, one, other)


def _affirmed(merged: Entry, field: str, value: str) -> tuple[Decision, ...]:
    """The decisions that make the merged entry say the value."""
    if field == "review":
        verb = Verb.APPROVE if value == Review.APPROVED else Verb.REJECT
        return (changes.decision(merged, verb),) if merged.review != value else ()
    return changes.edit(merged, _WANTED[field](value))


def _reading(entry: Entry) -> str:
    reading = columns.reading(entry)
    return reading.pinyin_numbers if reading else ""


_SHOWN: dict[str, Callable[[Entry], str]] = {
    "review": lambda entry: "" if entry.review is Review.UNREVIEWED else entry.review.value,
    "kind": lambda entry: "" if entry.kind is Kind.OTHER else entry.kind.value,
    "english": columns.english,
    "traditional": columns.traditional,
    "simplified": columns.simplified,
    "reading": _reading,
    "note": lambda entry: entry.note,
}
_WANTED: dict[str, Callable[[str], Wanted]] = {
    "kind": lambda value: Wanted(kind=Kind(value)),
    "english": lambda value: Wanted(english=value),
    "traditional": lambda value: Wanted(traditional=value),
    "simplified": lambda value: Wanted(simplified=value),
    "reading": lambda value: Wanted(reading=value),
    "note": lambda value: Wanted(note=value),
}
