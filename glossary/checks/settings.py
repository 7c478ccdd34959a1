"""What a desk wants checked: a TOML file.

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

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glossary.checks.findings import Severity
from glossary.errors import SyntaxFault, UnreadableError
from glossary.matcher.folding import fold
from glossary.model import Entry

__all__ = ["NAME", "Settings", "load"]

NAME = ".glossary.toml"
_LANGS = ("", "zh-Hant", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "zh-Hans-CN")


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


def load(path: Path, *, rules: frozenset[str]) -> Settings:
    """The settings in the file.

    Raises:
        UnreadableError: it cannot be read.
        SyntaxFault: it is no TOML, or holds what is no setting.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UnreadableError(f"cannot be read ({fault.strerror})", where=str(path), hint="Check the path") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SyntaxFault(f"is no TOML ({fault})", where=str(path), hint="See docs/translating.md") from fault
    return _read(_Table(content.get("check", {}), str(path)), rules)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, with the file's path for what is wrong in it."""

    content: object
    where: str

    def get(self, key: str, kind: type) -> object:
        """The value of a key, an empty one where it is missing."""
        value = self.content.get(key, kind()) if isinstance(self.content, dict) else None
        if not isinstance(value, kind):
            raise self.fault(f"check.{key} must be a {_KINDS[kind]}")
        return value

    def fault(self, problem: str) -> SyntaxFault:
        """The error that says what is wrong."""
        return SyntaxFault(problem, where=self.where, hint="See docs/translating.md for the settings")


_KINDS: dict[type, str] = {str: "text", list: "list of texts", dict: "table"}


def _read(table: _Table, rules: frozenset[str]) -> Settings:
    unknown = set(table.content if isinstance(table.content, dict) else ()) - {
        "lang",
        "style",
        "off",
        "severity",
        "entries",
    }
    if unknown:
        raise table.fault(f"check.{min(unknown)} is no setting")
    lang, style = str(table.get("lang", str)), str(table.get("style", str))
    if lang not in _LANGS:
        raise table.fault(f"check.lang must be one of {' '.join(filter(None, _LANGS))}")
    entries = table.get("entries", dict)
    severity = table.get("severity", dict)
    assert isinstance(entries, dict)
    assert isinstance(severity, dict)
    return Settings(
        lang,
        style,
        _rules(table.get("off", list), rules, table=table),
        {
            name: _severity(value, table)
            for name in _rules(list(severity), rules, table=table)
            for value in [severity[name]]
        },
        {
            fold(str(name)): _rules([value] if isinstance(value, str) else value, rules | {"all"}, table=table)
            for name, value in entries.items()
        },
    )


def _rules(names: object, known: frozenset[str], *, table: _Table) -> frozenset[str]:
    """The names of rules, each of which must be known."""
    if not isinstance(names, list):
        raise table.fault("rules are given as a list")
    for name in names:
        if name not in known:
            raise table.fault(f"{name!r} is no rule; there are {' '.join(sorted(known))}")
    return frozenset(names)


def _severity(value: object, table: _Table) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise table.fault(f"{value!r} is no severity; there are {' '.join(Severity)}") from None
