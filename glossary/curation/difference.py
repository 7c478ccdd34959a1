"""What two glossaries differ in, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glossary.formats import columns
from glossary.model import Entry, Term

__all__ = ["Change", "compare"]


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that only one has (``before`` or ``after`` is None), or that they tell of differently."""

    before: Entry | None
    after: Entry | None
    fields: tuple[tuple[str, str, str], ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry itself, as it is after the change if it is there."""
        found = self.after or self.before
        assert found is not None
        return found


def compare(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[Change]:
    """The changes that lead from one to the other; both come sorted by id, and so do the changes."""
    one, other = iter(before), iter(after)
    left, right = next(one, None), next(other, None)
    while left or right:
        if right is None or (left and left.id < right.id):
            yield Change(left, None)
            left = next(one, None)
        elif left is None or right.id < left.id:
            yield Change(None, right)
            right = next(other, None)
        else:
            if fields := _fields(left, right):
                yield Change(left, right, fields)
            left, right = next(one, None), next(other, None)


def _fields(one: Entry, other: Entry) -> tuple[tuple[str, str, str], ...]:
    """Name, value before and value after of each thing that differs, for people."""
    shown = (
        ("english", columns.english), ("traditional", columns.traditional), ("simplified", columns.simplified),
        ("pinyin", columns.pinyin), ("names", _names), ("kind", lambda entry: entry.kind.value),
        ("review", lambda entry: entry.review.value), ("note", lambda entry: entry.note),
        ("mentions", lambda entry: str(len(entry.mentions))), ("decisions", lambda entry: str(len(entry.decisions))),
    )  # fmt: skip
    found = ((name, show(one), show(other)) for name, show in shown)
    differing = tuple(field for field in found if field[1] != field[2])
    if differing or (one.terms, one.mentions, one.decisions) == (other.terms, other.mentions, other.decisions):
        return differing
    return (("details", "", "of terms, mentions or decisions"),)


def _names(entry: Entry) -> str:
    """The names apart from the shown ones, with their status where it is not the usual one."""
    return "; ".join(map(_name, entry.terms))


def _name(term: Term) -> str:
    return term.text if term.status.in_use else f"{term.text} ({term.status.value})"
