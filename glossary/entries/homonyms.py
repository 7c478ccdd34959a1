"""Telling things of one Chinese name apart where the texts show that they are two: 金星 Jin Xing and Venus.

The evidence asked for is strong, as a wrong split is harder to see than a wrong union:

- the mentions call one a person and the other something that is none, and their English names have no word in common;
- two people have different Western given names (:mod:`~glossary.entries.bearers`): Peter He, James He.

What is told apart is recorded as a split by this program, which a person can undo; then it tells nothing apart there
any more. So that the order of the texts does not matter, more names only ever mean more splits: of given names all
leave but the first in the alphabet, and that one, too, where a name that may be anybody's (He Jun) is there to stay. A
text that gives one person two such names takes all of that back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from glossary import keys
from glossary.entries.bearers import bearer
from glossary.entries.deciding import PROGRAM, by_hand, identified
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
    """The splits that the mentions call for, or what takes them back, as far as nobody decided about it yet."""
    if "-" in entry.id:
        return ()
    found = (*_things(entry), *_namesakes(entry))
    known = {decision.id for decision in entry.decisions}
    decided = {decision.old for decision in entry.decisions if decision.verb is Verb.SPLIT}
    return tuple(new for new in found if new.id not in known and (new.verb is Verb.UNDO or new.old not in decided))


def _things(entry: Entry) -> Iterator[Decision]:
    """The splits of what is no person from a person."""
    kinds = {mention.pair.kind for mention in entry.mentions} - {Kind.OTHER}
    if Kind.PERSON not in kinds or len(kinds) == 1:
        return
    groups = _related(entry.mentions)
    called = [_kind(group) for group in groups]
    if Kind.PERSON not in called:
        return
    things = [group for group, kind in zip(groups, called, strict=True) if kind not in {Kind.PERSON, Kind.OTHER}]
    why = "a person and something else, under names that have no word in common"
    for selector in sorted({by_english(mention.pair.english) for group in things for mention in group}):
        yield _split(entry.id, selector, mark=_THING, why=why)


def _namesakes(entry: Entry) -> Iterator[Decision]:
    """The splits of people with different given names, each with what takes it back where they may be one."""
    split = [found for found in entry.decisions if found.verb is Verb.SPLIT and _mark(found) not in {"", _THING}]
    taken_back = {found.text for found in by_hand(entry.decisions) if found.verb is Verb.UNDO}
    people = [mention for mention in entry.mentions if mention.pair.kind is Kind.PERSON]
    if len({mention.pair.english for mention in people}) + len(split) < 2 or taken_back & {found.id for found in split}:
        return
    borne = [_borne(mention) for mention in people]
    marks = sorted({mark for names in borne for mark in names.values() if mark} | set(map(_mark, split)))
    leaving = marks if any(not any(names.values()) for names in borne) else marks[1:]
    found = {name: mark for names in borne for name, mark in names.items() if mark in leaving and len(marks) > 1}
    splits = [_split(entry.id, by_english(name), mark=found[name], why=_TWO_GIVEN) for name in sorted(found)]
    yield from splits
    if any(len(set(names.values()) - {""}) > 1 for names in borne):
        for one in {decision.id: decision for decision in (*split, *splits)}.values():
            yield identified(Decision("", entry.id, Verb.UNDO, 0, one.id, reason=_ONE, by=PROGRAM))


_THING = "thing"
_TWO_GIVEN = "people with different given names"
_ONE = "a text gives one person both given names"


def _borne(mention: Mention) -> dict[str, str]:
    """The English names of a mention, each with the given name that tells whose it is."""
    pair = mention.pair
    return {name: bearer(name, pair.chinese) for name in (pair.english, *pair.aliases) if keys.latin(name)}


def _mark(split: Decision) -> str:
    """What this program marks the other one with; empty for a split by a person."""
    return split.text.removeprefix(f"{split.entry}-") if split.by == PROGRAM else ""


def _split(name: str, selector: str, *, mark: str, why: str) -> Decision:
    """The split as a decision that is the same whenever it is made, so that merging does not depend on the order."""
    return identified(Decision("", name, Verb.SPLIT, 0, target(name, mark), old=selector, reason=why, by=PROGRAM))


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
