"""Checking the names in a draft, or in a translation beside its source, against a glossary.

``rules`` is the table: one small function for each thing that may be wrong, in the modules that it names. A rule sees
the whole :class:`Work` and tells :class:`Problem`; ``run`` makes findings of them, after what ``settings`` and the
``baseline`` leave out. ``fixes`` applies the safe corrections, ``sarif`` writes findings for other programs.

Precision comes first: a check that cries wolf is switched off. So a rule is silent where it is not sure, and each false
alarm that somebody reported is a case in the tests.
"""

from glossary.checks.findings import Finding, Fix, Severity
from glossary.checks.rules import RULES, Rule
from glossary.checks.run import run
from glossary.checks.settings import Settings
from glossary.checks.works import Work, of_draft, of_segments, of_texts

__all__ = [
    "RULES",
    "Finding",
    "Fix",
    "Rule",
    "Settings",
    "Severity",
    "Work",
    "of_draft",
    "of_segments",
    "of_texts",
    "run",
]
