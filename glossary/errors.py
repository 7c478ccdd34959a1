"""Every error that a user of the package may meet.

::

    GlossaryError            something the caller can put right; str() is one line: where, what, what to do next
    ├── InputError           a file or stream that cannot be taken
    │   ├── UnreadableError  missing, no permission, a folder where a file is wanted, empty, not text
    │   ├── EncodingError    bytes that are not text in the encoding named or found
    │   └── SyntaxFault      a table, JSON line or package whose content is malformed
    ├── EntryError           no entry, or several, where one is wanted; a change that an entry cannot take
    ├── FormatError          an export or import format that does not exist or cannot do what is asked
    └── StoreError           the store cannot be used
        ├── StoreDamaged     not a glossary, or a damaged one
        ├── StoreBusy        another process writes to it
        ├── StoreReadOnly    it cannot be written
        └── StoreTooNew      written by a newer version of this program

Nothing else is raised on purpose: any other exception out of this package is a bug in it. What can be gone on from is a
:class:`GlossaryWarning` (:class:`DocumentWarning`, :class:`StoreWarning`), by Python's ``warnings``.
"""

from __future__ import annotations

__all__ = [
    "DocumentWarning",
    "EncodingError",
    "EntryError",
    "FormatError",
    "GlossaryError",
    "GlossaryWarning",
    "InputError",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreReadOnly",
    "StoreTooNew",
    "StoreWarning",
    "SyntaxFault",
    "UnreadableError",
]


class GlossaryError(Exception):
    """A fault that the caller can put right.

    ``str()`` of it is one line. ``where`` is a path, ``path:line``, ``-`` for standard input, or empty; ``hint`` says
    what to do next.

    >>> str(GlossaryError("the file is empty", where="a.txt", hint="Give a file with text."))
    'a.txt: the file is empty. Give a file with text.'
    """

    def __init__(self, problem: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f". {self.hint}" if self.hint else ""
        return " ".join(f"{place}{self.problem}{advice}".split())


class InputError(GlossaryError):
    """A file or stream that cannot be taken."""


class UnreadableError(InputError):
    """Missing, no permission, a folder where a file is wanted, empty, not text."""


class EncodingError(InputError):
    """Bytes that are not text in the encoding named or found."""


class SyntaxFault(InputError):
    """A table, JSON line or package whose content is malformed."""


class EntryError(GlossaryError):
    """No entry, or several, where one is wanted; or a change that an entry cannot take."""


class FormatError(GlossaryError):
    """An export or import format that does not exist or cannot do what is asked."""


class StoreError(GlossaryError):
    """The store cannot be used."""


class StoreDamaged(StoreError):
    """Not a glossary, or a damaged one."""


class StoreBusy(StoreError):
    """Another process writes to the store."""


class StoreReadOnly(StoreError):
    """The store cannot be written."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of this program."""


class GlossaryWarning(UserWarning):
    """What a user should know though the work goes on."""


class DocumentWarning(GlossaryWarning):
    """A part of a document could not be read; the rest was."""


class StoreWarning(GlossaryWarning):
    """A store is brought up to date, which takes a while."""
