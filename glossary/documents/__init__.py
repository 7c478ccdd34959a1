"""Documents: reading text from files of many kinds and in whatever encoding, and the sentence around a name."""

from __future__ import annotations

from glossary.documents.files import from_text, read, walk
from glossary.documents.markup import blank
from glossary.documents.options import Limits, Options
from glossary.documents.places import labels, locator, place
from glossary.documents.readers import READERS, SUFFIXES
from glossary.documents.sentences import sentence
from glossary.documents.wrapping import unwrapped

__all__ = [
    "READERS",
    "SUFFIXES",
    "Limits",
    "Options",
    "blank",
    "from_text",
    "labels",
    "locator",
    "place",
    "read",
    "sentence",
    "unwrapped",
    "walk",
]
