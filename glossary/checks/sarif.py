"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show at their lines."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from glossary.checks.baseline import fingerprint
from glossary.checks.findings import Finding, Severity
from glossary.checks.rules import RULES
from glossary.version import __version__

__all__ = ["log"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def log(findings: Iterable[Finding]) -> dict[str, object]:
    """The SARIF log of the findings, as values for JSON."""
    rules = [
        {
            "id": rule.name,
            "shortDescription": {"text": rule.about},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    driver = {"name": "glossary", "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding) -> dict[str, object]:
    artifact = {"uri": _uri(finding.path)}
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": next(place for place, rule in enumerate(RULES) if rule.name == finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": _region(finding),
                }
            }
        ],
        "partialFingerprints": {"glossary/v1": fingerprint(finding)},
    }
    if finding.fix is not None and finding.column:
        result["fixes"] = [_fix(finding, artifact)]
    return result


def _region(finding: Finding) -> dict[str, object]:
    """Where the finding is; in a bilingual file only the line is known."""
    region: dict[str, object] = {"startLine": finding.line, "snippet": {"text": finding.text}}
    if finding.column:
        region |= {"startColumn": finding.column, "charOffset": finding.start, "charLength": len(finding.text)}
        region |= {} if "\n" in finding.text else {"endColumn": finding.column + len(finding.text)}
    return region


def _fix(finding: Finding, artifact: dict[str, str]) -> dict[str, object]:
    fix = finding.fix
    assert fix is not None
    region = {"charOffset": fix.span.start, "charLength": fix.span.end - fix.span.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return {"description": {"text": f"Use “{fix.text.strip()}”"}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    """The path as the URI reference that SARIF wants: relative where it is, with / and escapes."""
    return quote(os.fsencode(PurePath(path).as_posix()), safe="/:~")
