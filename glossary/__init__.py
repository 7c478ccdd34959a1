"""Collects the English–Chinese name pairs that a text states, adds pinyin and both scripts, keeps and exports them.

>>> import glossary
>>> document = glossary.from_text("Chinese Vice Premier He Lifeng (何立峰) met the press.")
>>> [(m.pair.english, m.pair.chinese) for m in glossary.extract(document)]
[('He Lifeng', '何立峰')]
>>> glossary.enrich(glossary.Pair("He Lifeng", "何立峰")).reading.pinyin
'Hé Lìfēng'

The same verbs as on the command line: :func:`read` and :func:`from_text` make documents, :func:`extract` finds the
mentions in one, :func:`enrich` adds readings and variants to a pair, :func:`collect` makes a document's entries,
:class:`Store` keeps them, :func:`lookup` finds them again, :func:`export` writes them in one of :data:`FORMATS`.

A name is imported from its module when it is first used, so that a look-up need not wait for what extraction imports.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from glossary.version import __version__

if TYPE_CHECKING:
    from glossary.documents import from_text, read
    from glossary.errors import GlossaryError
    from glossary.formats.export import export
    from glossary.formats.format import Format, Options
    from glossary.formats.registry import FORMATS
    from glossary.model import Document, Entry, Kind, Mention, Pair, Reading, Reason, Rejection, Source, Span, Term
    from glossary.pipeline import Enriched, Strictness, collect, enrich, extract, inspect
    from glossary.search import Hit, lookup
    from glossary.store import Merged, Store

__all__ = [
    "FORMATS",
    "Document",
    "Enriched",
    "Entry",
    "Format",
    "GlossaryError",
    "Hit",
    "Kind",
    "Mention",
    "Merged",
    "Options",
    "Pair",
    "Reading",
    "Reason",
    "Rejection",
    "Source",
    "Span",
    "Store",
    "Strictness",
    "Term",
    "__version__",
    "collect",
    "enrich",
    "export",
    "extract",
    "from_text",
    "inspect",
    "lookup",
    "read",
]

_HOMES = {
    "glossary.documents": ("from_text", "read"),
    "glossary.errors": ("GlossaryError",),
    "glossary.formats.export": ("export",),
    "glossary.formats.format": ("Format", "Options"),
    "glossary.formats.registry": ("FORMATS",),
    "glossary.model": (
        "Document", "Entry", "Kind", "Mention", "Pair", "Reading", "Reason", "Rejection", "Source", "Span", "Term",
    ),
    "glossary.pipeline": ("Enriched", "Strictness", "collect", "enrich", "extract", "inspect"),
    "glossary.search": ("Hit", "lookup"),
    "glossary.store": ("Merged", "Store"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
