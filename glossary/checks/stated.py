"""The pairs that a draft states itself."""

from __future__ import annotations

from functools import lru_cache

from glossary import documents, pipeline
from glossary.model import Mention

__all__ = ["stated"]


@lru_cache(16)
def stated(text: str) -> tuple[Mention, ...]:
    """The pairs that a draft states itself; their spans are of the text as it is."""
    document = documents.from_text(text)
    return tuple(pipeline.extract(document)) if document.text == text else ()
