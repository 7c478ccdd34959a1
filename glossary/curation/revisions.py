"""Whether a text is a corrected version of one that was collected from the same path before.

A correction takes the place of what the text stated before; another text at the same path (today.txt, day after day)
is a text of its own. They are told apart by the sentences that are kept: a correction still has most of their words.
Of a glossary that was imported, as it has no sentences, by the rows: a correction still has one name of most of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from glossary.model import Document, Pair, Source
from glossary.store import Store

__all__ = ["earlier", "is_revision", "of_rows"]

_WORDS = re.compile(r"[^\W\d_]{2,}|\d+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KEPT = 0.75  # share of the words of a sentence: a corrected name in a sentence of eight words leaves six


def earlier(store: Store, document: Document) -> tuple[str, ...]:
    """The ids of the documents that this one is a later version of; none for standard input."""
    if document.source.path == "-":
        return ()
    others = [source.id for source in store.sources(document.source.path) if source.id != document.id]
    return tuple(name for name in others if is_revision(store.sentences(name), document.text))


def of_rows(store: Store, path: str, stated: Collection[Pair]) -> list[Source]:
    """What was imported from the path of which these rows are a later version; nothing for standard input."""
    if path == "-":
        return []
    names = {name for pair in stated for name in (pair.english, pair.chinese) if name}

    def kept(source: Source) -> bool:
        rows = [not names.isdisjoint(row) for row in store.pairs(source.id)]
        return bool(rows) and 2 * sum(rows) >= len(rows)

    return [source for source in store.sources(path) if kept(source)]


def is_revision(sentences: list[str], text: str) -> bool:
    """Whether at least half of the sentences are still in the text, as most of their words are.

    >>> is_revision(["He Lifng (何立峰) met the press in Beijing."], "He Lifeng (何立峰) met the press in Beijing.")
    True
    >>> is_revision(["He Lifng (何立峰) met the press in Beijing."], "Shares in TSMC (台積電) rose in Taipei.")
    False
    """
    known = _parts(text)
    kept = [len(parts & known) / len(parts) >= _KEPT for parts in map(_parts, sentences) if parts]
    return bool(kept) and 2 * sum(kept) >= len(kept)


def _parts(text: str) -> frozenset[str]:
    """The words of the text, and each two characters that follow one another in Chinese."""
    han = "".join(_HAN.findall(text))
    latin = _HAN.sub(" ", text.casefold())
    return frozenset(_WORDS.findall(latin)) | {han[at : at + 2] for at in range(len(han) - 1)}
