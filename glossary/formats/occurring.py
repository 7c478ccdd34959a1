"""Which names of a glossary occur in texts, for a prompt that holds only those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary.formats.format import Audience, Options, Side
from glossary.formats.renderings import Rendering, renderings
from glossary.matcher import Matcher, Name

__all__ = ["occurring"]


def occurring(matcher: Matcher, texts: Sequence[str], *, options: Options) -> list[Rendering]:
    """The pairs whose source the matcher finds in one of the texts, each once, in the order in which they occur.

    A name that only stands within longer names is none. Where no side is chosen, names of both are looked for.

    >>> from glossary.model import Entry, Kind, Term
    >>> lin = Entry("e1", Kind.PERSON, (Term("Lin Jian", "en"), Term("林劍", "zh-Hant")))
    >>> [pair.target.text for pair in occurring(Matcher([lin]), ["Lin Jian said so."], options=Options())]
    ['林劍']
    """
    names = (name for text in texts for one in matcher.find(text) for name in one.names)
    pairs = (pair for name in names for pair in _pairs(name, options))
    return list({(pair.entry.id, pair.source.text, pair.target.text): pair for pair in pairs}.values())


def _pairs(name: Name, options: Options) -> Iterator[Rendering]:
    """The pairs of a name that was found; of one that a prompt does not show, those of the preferred one."""
    side = Side.CHINESE if name.chinese else Side.ENGLISH
    if options.source not in {None, side}:
        return
    every = renderings(name.entry, replace(options, source=side), audience=Audience.PEOPLE)
    own = [pair for pair in every if pair.source.text == name.term.text]
    yield from own or (pair for pair in every if pair.source == every[0].source)
