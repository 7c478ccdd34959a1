"""All spellings of all names, searched for at once. The only home of ``ahocorasick_rs``."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from glossary.matcher.folding import is_mostly_chinese
from glossary.matcher.names import Name, unused
from glossary.model import TermStatus

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

__all__ = ["Automaton", "Hit"]

Hit: TypeAlias = tuple[int, int, int]  # the number of a spelling, and where it begins and ends


class Automaton:
    """Finds every place of a folded text where a spelling of a name is, overlapping ones too.

    >>> from glossary.model import Entry, Kind, Term
    >>> from glossary.matcher.names import spelt
    >>> names = [Name(text, Term(text, "en"), Entry("e1", Kind.OTHER, ())) for text in ("New York", "York")]
    >>> [text[start:end] for text in ["in New York"] for _, start, end in Automaton(spelt(names)).hits(text)]
    ['New York', 'York']
    """

    def __init__(self, spelt: Iterable[tuple[str, Name]]) -> None:
        names: dict[str, list[Name]] = {}
        for spelling, name in spelt:
            names.setdefault(spelling, []).append(name)
        self._patterns = list(names)
        self._names = [tuple(sorted(found, key=_rank) if len(found) > 1 else found) for found in names.values()]
        self._chosen: dict[tuple[int, str], tuple[Name, ...]] = {}
        self._is_plain = all(map(str.isascii, names))
        self._search = _searcher(self._patterns) if names else None

    def __bool__(self) -> bool:
        return self._search is not None

    def hits(self, folded: str) -> list[Hit]:
        """Where which spelling is, as (its number, start, end): by start, the longest first."""
        if self._search is None or not self.may_be_in(folded):
            return []
        data = folded.encode("utf-8", "surrogatepass")
        found = self._search.find_matches_as_indexes(data, overlapping=True)  # by end, the longest first
        found.reverse()
        found.sort(key=itemgetter(1))
        return found if len(data) == len(folded) else self._in_characters(folded, found)

    def may_be_in(self, folded: str) -> bool:
        """Whether a spelling may be in the text: of plain ones in a Chinese text its few plain characters tell."""
        if self._search is None or not (self._is_plain and is_mostly_chinese(folded)):
            return self._search is not None
        return bool(self._search.find_matches_as_indexes(folded.encode("ascii", "ignore")))

    def _in_characters(self, folded: str, found: Iterable[Hit]) -> list[Hit]:
        """The hits with their places in characters instead of bytes.

        As every place of a spelling is a hit, the next place of it is the one of this hit.
        """
        last = place = -1
        patterns, hits = self._patterns, []
        for number, start, _ in found:
            pattern = patterns[number]
            if start > last:
                last = start
                place = folded.find(pattern, place + 1)
            hits.append((number, place, place + len(pattern)))
        return hits

    def names_of(self, number: int, text: str) -> tuple[Name, ...]:
        """The names with the spelling of this number, likeliest first and one for each entry.

        Of several names of one entry (林劍, 林剑) the one that is ``text`` itself.
        """
        if len(self._names[number]) == 1:
            return self._names[number]
        key = (number, text)
        if key not in self._chosen:
            exact_first = sorted(self._names[number], key=lambda name: name.text != text)
            by_entry = {name.entry.id: name for name in reversed(exact_first)}
            self._chosen[key] = tuple(sorted(by_entry.values(), key=lambda name: (name.text != text, _rank(name))))
        return self._chosen[key]


def _rank(name: Name) -> tuple[object, ...]:
    """The order of names with one spelling: terms in use, whole names, preferred ones, entries with many mentions."""
    other = name.term.status is not TermStatus.PREFERRED  # Kaohsiung is rather 高雄 than 打狗
    return (unused(name), name.use, other, -len(name.entry.mentions), name.entry.id)


def _searcher(patterns: list[str]) -> BytesAhoCorasick:
    """A search in UTF-8: one in text spends half of its time on counting characters."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    spelt = (pattern.encode("utf-8", "surrogatepass") for pattern in patterns)
    return BytesAhoCorasick(spelt, implementation=Implementation.ContiguousNFA)
