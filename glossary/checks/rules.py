"""The rules, as a table; in the order in which they may speak of one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glossary.checks import characters, glosses, renderings, spellings, taken, translation
from glossary.checks.findings import Problem, Severity
from glossary.checks.settings import Settings
from glossary.checks.works import Work

__all__ = ["NAMES", "RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how bad what it finds is, what it finds (for people), and the functions that find it."""

    name: str
    severity: Severity
    about: str
    problems: tuple[Callable[[Work, Settings], Iterator[Problem]], ...]


_ERROR, _WARNING, _NOTE = Severity

RULES = (
    Rule("missing", _ERROR, "A name of the source has no rendering in the translation.", (translation.missing,)),
    Rule("forbidden", _ERROR, "A name that the glossary says should not be used.", (renderings.forbidden,)),
    Rule("script", _WARNING, "A name in the other script than the text's.", (renderings.script_of_name,)),
    Rule("region", _WARNING, "A name as another region renders it.", (renderings.region_of,)),
    Rule("wrong-gloss", _ERROR, "A name with the name of another entry beside it.", (glosses.of_another,)),
    Rule(
        "spelling",
        _WARNING,
        "An English name that does not spell the Chinese one beside it.",
        (spellings.spelling, taken.unlike),
    ),
    Rule(
        "two-renderings",
        _WARNING,
        "Two names for one thing in one text.",
        (renderings.two_renderings, glosses.two_renderings),
    ),
    Rule(
        "one-for-two", _WARNING, "One name that stands for two things.", (translation.one_for_two, glosses.one_for_two)
    ),
    Rule("mix", _WARNING, "Simplified characters in a traditional text, or the reverse.", (characters.script_mix,)),
    Rule("unglossed", _NOTE, "The first mention of a name has no gloss, where others have.", (glosses.unglossed,)),
)
NAMES = frozenset(rule.name for rule in RULES)
