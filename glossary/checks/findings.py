"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from glossary.model import Entry, Span

__all__ = ["Finding", "Fix", "Problem", "Severity"]


class Severity(StrEnum):
    """How bad a finding is; the order is that of gravity, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fix:
    """A text to put in the place of a span (of the same text as the finding's); ``safe``: it cannot be wrong."""

    span: Span
    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule tells: where (in the checked text), what, about which entry if any, and how to correct it.

    ``severity``: how bad this one is, where it is not what the rule's are.
    """

    span: Span
    message: str
    entry: Entry | None = None
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is reported.

    ``line`` and ``column`` count from 1; ``start`` and ``end`` are code points of the checked text. In a bilingual file
    they are code points of the segment's translation, and ``column`` is 0. ``text`` is what stands there, ``entry`` the
    id of the entry, empty where there is none.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    start: int
    end: int
    message: str
    entry: str = ""
    text: str = ""
    fix: Fix | None = None
