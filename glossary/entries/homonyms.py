"""Telling things of one Chinese name apart where the texts show that they are two: 金星 Jin Xing and Venus.

The evidence asked for is strong, as a wrong split is harder to see than a wrong union: the mentions call one a person
and the other something that is none, and their English names have no word in common. What is told apart is recorded as
a split by this program, which a person can undo.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from glossary import keys
from glossary.entries.deciding import PROGRAM, identified
from glossary.entries.routing import by_english
from glossary.model import Decision, Entry, Kind, Mention, Verb

__all__ = ["target", "told_apart"]

_WORD = re.compile(r"[^\W_]+")


def target(entry_id: str, mark: str) -> str:
    """The id of what is split off an entry.

    >>> target("e0123", "thing")
    'e0123-thing'
    """
    return f"{entry_id}-{mark}"


def told_apart(entry: Entry) -> tuple[Decision, ...]:
    """The splits that the mentions call for and that nobody decided about yet."""
    kinds = {mention.pair.kind for mention in entry.mentions} - {Kind.OTHER}
    if Kind.PERSON not in kinds or len(kinds) == 1 or "-" in entry.id:
        return ()
    groups = _related(entry.mentions)
    called = [_kind(group) for group in groups]
    if Kind.PERSON not in called:
        return ()
    things = [group for group, kind in zip(groups, called, strict=True) if kind not in {Kind.PERSON, Kind.OTHER}]
    chosen = sorted({by_english(mention.pair.english) for group in things for mention in group})
    decided = {decision.old for decision in entry.decisions if decision.verb is Verb.SPLIT}
    return tuple(_split(entry.id, selector) for selector in chosen if selector not in decided)


def _split(name: str, selector: str) -> Decision:
    """The split as a decision that is the same whenever it is made, so that merging does not depend on the order."""
    why = "a person and something else, under names that have no word in common"
    return identified(Decision("", name, Verb.SPLIT, 0, target(name, "thing"), old=selector, reason=why, by=PROGRAM))


def _related(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions in groups: two are in one if their names share a word, or each shares one with a third."""
    groups: list[tuple[set[str], list[Mention]]] = []
    for mention in mentions:
        words, members = _words(mention), [mention]
        for group in [group for group in groups if group[0] & words]:
            groups.remove(group)
            words |= group[0]
            members = group[1] + members
        groups.append((words, members))
    return [members for _, members in groups]


def _words(mention: Mention) -> set[str]:
    """The words of its English names, and each whole name as one word."""
    names = [name for name in (mention.pair.english, *mention.pair.aliases) if keys.latin(name)]
    return {keys.latin(word) for name in names for word in (name, *_WORD.findall(name))} - {""}


def _kind(mentions: Iterable[Mention]) -> Kind:
    """What most of the mentions call the thing."""
    votes: Counter[Kind] = Counter()
    for mention in mentions:
        votes[mention.pair.kind] += round(mention.probability * 1000)
    del votes[Kind.OTHER]
    return max(sorted(votes), key=votes.__getitem__, default=Kind.OTHER)
