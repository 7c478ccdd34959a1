"""Documents: reading text in whatever encoding it is, and the sentence around a name."""

from __future__ import annotations

from glossary.documents.files import from_text, read, walk
from glossary.documents.markup import blank
from glossary.documents.sentences import sentence

__all__ = ["blank", "from_text", "read", "sentence", "walk"]
