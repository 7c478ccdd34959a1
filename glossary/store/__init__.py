"""The store: one SQLite file that keeps entries, their terms and mentions, and the keys they are found under."""

from glossary.store.store import Merged, Store

__all__ = ["Merged", "Store"]
