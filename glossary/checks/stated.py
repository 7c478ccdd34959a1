"""The pairs that a draft states itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from glossary import documents, pipeline
from glossary.documents.normal import original
from glossary.model import Mention, Span, changed

__all__ = ["stated"]


@lru_cache(16)
def stated(text: str) -> tuple[Mention, ...]:
    r"""The pairs that a draft states itself; their spans are of the text as it is, whatever its newlines are.

    >>> text = "\ufeffHello.\r\nHe Lifeng (何立峰) spoke.\r\n"
    >>> [(found.english.of(text), found.chinese.of(text)) for found in stated(text)]
    [('He Lifeng', '何立峰')]
    """
    document = documents.from_text(text)
    mentions = tuple(pipeline.extract(document))
    if document.text == text:
        return mentions
    bare = text.removeprefix("\ufeff")
    offsets = sorted({edge for one in mentions for span in _spans(one) for edge in (span.start, span.end)})
    places = {offset: len(text) - len(bare) + at for offset, at in zip(offsets, original(bare, offsets), strict=True)}
    return tuple(_moved(one, places) for one in mentions)


def _spans(one: Mention) -> tuple[Span, ...]:
    return one.english, one.chinese, one.gloss


def _moved(one: Mention, places: Mapping[int, int]) -> Mention:
    english, chinese, gloss = (Span(places[span.start], places[span.end]) for span in _spans(one))
    return changed(one, english=english, chinese=chinese, gloss=gloss)
