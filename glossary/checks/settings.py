"""What a desk wants checked: a table of the settings (``glossary.configuration``).

::

    [check]
    lang = "zh-Hant-TW"            # the Chinese that is wanted
    style = "EN (中文)"             # the house style of glosses
    off = ["unglossed"]            # rules that are not used

    [check.severity]
    region = "error"               # another severity for a rule

    [check.entries]
    "何立峰" = ["missing"]          # rules that are off for an entry, by any of its names
    "TSMC" = "all"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from glossary.checks.findings import Severity
from glossary.configuration import LANGUAGES, Setting
from glossary.errors import SyntaxFault
from glossary.matcher.folding import fold
from glossary.model import Entry

__all__ = ["Settings", "typed"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked and how; see the module for the file. ``entries``: folded name to the rules that are off."""

    lang: str = ""
    style: str = ""
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    entries: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_off(self, rule: str, entry: Entry | None) -> bool:
        """Whether a rule is off, for all or for this entry."""
        if rule in self.off:
            return True
        if entry is None or not self.entries:
            return False
        return any({rule, "all"} & self.entries.get(fold(term.text), frozenset()) for term in entry.terms)


def typed(table: Mapping[str, Setting], *, rules: frozenset[str]) -> Settings:
    """The settings in the table ``[check]``.

    Raises:
        SyntaxFault: it holds what is no setting; says in which line.
    """
    kinds: dict[str, Callable[[object], Any]] = {
        "lang": _lang,
        "style": _text,
        "off": partial(_rules, known=rules),
        "severity": partial(_severities, known=rules),
        "entries": partial(_entries, known=rules),
    }
    found = {}
    for name, setting in table.items():
        try:
            found[name] = kinds[name](setting.value)
        except KeyError:
            raise _fault(f"check.{name} is no setting; there are {', '.join(kinds)}", setting) from None
        except ValueError as fault:
            raise _fault(f"check.{name} {fault}", setting) from fault
    return Settings(**found)


def _fault(problem: str, setting: Setting) -> SyntaxFault:
    return SyntaxFault(problem, where=setting.where, hint="See docs/translating.md for the settings")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text")  # noqa: TRY004 - a wrong value of the file
    return value


def _lang(value: object) -> str:
    if (lang := _text(value)) not in ("", *LANGUAGES):
        raise ValueError(f"must be one of {' '.join(LANGUAGES)}")
    return lang


def _rules(value: object, *, known: frozenset[str]) -> frozenset[str]:
    """The names of rules, each of which must be known."""
    if not isinstance(value, list):
        raise ValueError("must be a list of rules")  # noqa: TRY004
    for name in value:
        if not isinstance(name, str) or name not in known:
            raise ValueError(f"has {name!r}, which is no rule; there are {' '.join(sorted(known))}")
    return frozenset(value)


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("must be a table")  # noqa: TRY004
    return value


def _severities(value: object, *, known: frozenset[str]) -> dict[str, Severity]:
    table = _table(value)
    _rules(list(table), known=known)
    for severity in table.values():
        if severity not in list(Severity):
            raise ValueError(f"has {severity!r}, which is no severity; there are {' '.join(Severity)}")
    return {rule: Severity(str(severity)) for rule, severity in table.items()}


def _entries(value: object, *, known: frozenset[str]) -> dict[str, frozenset[str]]:
    """The rules that are off for an entry, by its folded name; one rule need be no list."""
    return {
        fold(name): _rules([rules] if isinstance(rules, str) else rules, known=known | {"all"})
        for name, rules in _table(value).items()
    }
