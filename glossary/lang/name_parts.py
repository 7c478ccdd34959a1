"""What the characters of a Chinese name and the letters of an English one say of its kind.

克 and 斯 write foreign persons, 堡 and 尼亞 places; -berger ends persons, -burg places, -tex firms. Learnt from names
whose kind is known, so that a name that is in no list still looks like one kind. Which given names and surnames people
bear in the world is known besides (table ``foreign_names``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log

from glossary import tables
from glossary.lang import script
from glossary.lang.transliteration import letters
from glossary.model import Kind

__all__ = ["CHARACTERS", "LETTERS", "Learnt", "chinese", "english", "is_borne"]

_WORDS = range(3, 20)  # letters of a word that is asked
_PERSON_OR_PLACE = (-4, -2, -1, 0, 1, 2, 4)  # steps of the log-odds
_LIKELY = (-4, -2, -1, -0.3)  # steps of the log-probability


@dataclass(frozen=True, slots=True, eq=False)
class Learnt:
    """What is learnt in a table: the kinds told apart, the longest parts, and whether an edge alone is one."""

    table: str
    kinds: tuple[Kind, ...]
    longest: int
    edges: bool

    def parts(self, name: str) -> set[str]:
        """The parts that are weighed, of one character or more (``^`` and ``$`` are the edges), and "" for all.

        >>> sorted(CHARACTERS.parts("台北"))
        ['', '^台', '^台北', '北', '北$', '台', '台北', '台北$']
        >>> sorted(LETTERS.parts("ulm"))
        ['', '$', '^', '^u', '^ul', '^ulm', 'l', 'lm', 'lm$', 'm', 'm$', 'u', 'ul', 'ulm', 'ulm$']
        """
        edged = f"^{name}$"
        found = {"", *(edged if self.edges else name)}
        for size in range(2, self.longest + 1):
            found.update([edged[at : at + size] for at in range(len(edged) - size + 1)])
        return found

    def chances(self, name: str) -> tuple[float, ...]:
        """The natural logarithm of the probability of each of the kinds for a name, written as in the table.

        >>> person, place, *_ = CHARACTERS.chances("斯特拉斯堡")
        >>> place > person
        True
        """
        return _chances(self, name)


CHARACTERS = Learnt(
    "name_characters", (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION, Kind.WORK, Kind.TERM), longest=3, edges=False
)
LETTERS = Learnt("name_letters", (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION), longest=4, edges=True)


def chinese(name: str) -> Iterator[str]:
    """What a Chinese name looks like, by steps: rather a person than a place; an organization; a common noun.

    >>> list(chinese("斯特拉斯堡"))[0], list(chinese("何立峰"))[0]
    ('looks-person~2', 'looks-person~5')
    """
    person, place, organization, _, term = CHARACTERS.chances(script.fold(name))
    yield f"looks-person~{bisect_left(_PERSON_OR_PLACE, person - place)}"
    yield f"looks-organized~{bisect_left(_LIKELY, organization)}"
    yield f"looks-common~{bisect_left(_LIKELY, term)}"


def is_borne(word: str) -> bool:
    """Whether somewhere in the world people are given this name.

    >>> is_borne("Anson"), is_borne("Agronomist")
    (True, False)
    """
    return letters(word) in tables.lists("foreign_names")["given"]


def english(words: Sequence[str]) -> Iterator[str]:
    """What the first and last of a name's own words look like, by steps, and whether persons are known to bear them.

    >>> list(english(["Giuseppe", "Verdi"]))
    ['reads-2-person~6', 'reads-2-firm~2', 'reads-first-person~5', 'reads-first-firm~1', 'world-given', 'world-surname']
    """
    own = [word for word in map(letters, words) if len(word) in _WORDS]
    if not own:
        return
    yield from _look(own[-1], f"reads-{min(len(own), 2)}")
    if len(own) > 1:
        yield from _look(own[0], "reads-first")
    alone = "" if len(own) > 1 else "-alone"
    if own[0] in tables.lists("foreign_names")["given"]:
        yield f"world-given{alone}"
    if own[-1] in tables.lists("foreign_names")["surname"]:
        yield f"world-surname{alone}"


def _look(word: str, place: str) -> tuple[str, str]:
    person, other, firm = LETTERS.chances(word)
    return (
        f"{place}-person~{bisect_left(_PERSON_OR_PLACE, person - other)}",
        f"{place}-firm~{bisect_left(_LIKELY, firm)}",
    )


@lru_cache(16384)
def _chances(learnt: Learnt, name: str) -> tuple[float, ...]:
    known = [_tenths(learnt.table, part) for part in learnt.parts(name) & tables.mapping(learnt.table).keys()]
    said = [sum(column) / 10 for column in zip(*known, strict=True)]
    most = max(said)
    total = most + log(sum(exp(one - most) for one in said))
    return tuple([one - total for one in said])


@cache  # a table's rows
def _tenths(table: str, part: str) -> tuple[int, ...]:
    """What a part says for each kind, as whole numbers: their sum is the same in every order."""
    return tuple([round(10 * float(cell)) for cell in tables.mapping(table)[part].split()])
