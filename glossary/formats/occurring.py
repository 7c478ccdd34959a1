"""Which names of a glossary occur in texts, for a prompt that holds only those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.formats.format import Audience, Options, Side
from glossary.formats.renderings import Rendering, renderings
from glossary.lang.script import has_han
from glossary.model import Entry

__all__ = ["occurring"]


def occurring(entries: Iterable[Entry], texts: Sequence[str], *, options: Options) -> list[Rendering]:
    """The pairs whose source stands in one of the texts, as whole words where it is of letters; preferred ones first.

    A name that only stands within longer names of the glossary is none. Where no side is chosen, names of both are
    looked for.

    >>> from glossary.model import Kind, Term
    >>> lin = Entry("e1", Kind.PERSON, (Term("Lin Jian", "en"), Term("林劍", "zh-Hant")))
    >>> [pair.target.text for pair in occurring([lin], ["Lin Jian said so."], options=Options())]
    ['林劍']
    """
    whole = "\0".join(texts)
    sides = [options.source] if options.source else list(Side)
    found: dict[str, list[Rendering]] = {}
    for pair in _candidates(entries, whole, [replace(options, source=side) for side in sides]):
        found.setdefault(pair.source.text, []).append(pair)
    kept = set(_uncovered(sorted(found, key=lambda text: (-len(text), text)), whole))
    return [pair for text, pairs in found.items() if text in kept for pair in pairs]


def _candidates(entries: Iterable[Entry], text: str, choices: Sequence[Options]) -> Iterator[Rendering]:
    for entry in entries:
        pairs = (pair for options in choices for pair in renderings(entry, options, audience=Audience.PEOPLE))
        yield from (pair for pair in pairs if pair.source.text in text)


def _uncovered(names: Sequence[str], text: str) -> Iterator[str]:
    """The names, longest first, that stand somewhere outside the places of longer ones."""
    for name in names:
        edge = "" if has_han(name) else r"(?!\w)"
        before = "" if has_han(name) else r"(?<!\w)"
        pattern = re.compile(before + re.escape(name) + edge)
        text, count = pattern.subn("\0" * len(name), text)
        if count:
            yield name
