"""The formats a glossary can be written in, and read from.

One small file a format, whose docstring states its spec and its limits; ``registry.FORMATS`` is the table of them.
``columns`` chooses the names that formats for people show; ``export`` writes a file whole or not at all.
"""

from __future__ import annotations

from glossary.formats.export import export
from glossary.formats.format import Format, Options
from glossary.formats.registry import FORMATS, find

__all__ = ["FORMATS", "Format", "Options", "export", "find"]
