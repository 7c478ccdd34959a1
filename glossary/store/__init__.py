"""The store: one SQLite file that keeps entries, their terms and mentions, and the keys they are found under.

``schema`` has the tables, ``rows`` turns entries into rows and back, ``opening`` opens and checks a file, ``reading``
and ``writing`` are the two halves of :class:`Store`, ``indexing`` keeps the keys, ``care`` checks and copies,
``faults`` says what went wrong, ``location`` where the file is.
"""

from glossary.store.location import default_path, default_paths
from glossary.store.merged import Merged
from glossary.store.store import Store

__all__ = ["Merged", "Store", "default_path", "default_paths"]
