"""Putting findings right: the fixes that cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.checks.findings import Finding, Fix

__all__ = ["applied", "safe"]


def safe(findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The safe fixes of the findings, in the order of the text; of two that overlap the first."""
    wanted = {fix for one in findings if (fix := one.fix) is not None and fix.safe}
    kept: list[Fix] = []
    for fix in sorted(wanted, key=lambda fix: (fix.span.start, fix.span.end, fix.text)):
        if not kept or kept[-1].span.end <= fix.span.start:
            kept.append(fix)
    return tuple(kept)


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """The text after the fixes, which are in its order and do not overlap.

    >>> from glossary.model import Span
    >>> applied("He Lifang spoke", [Fix(Span(0, 9), "He Lifeng", safe=True)])
    'He Lifeng spoke'
    """
    pieces, done = [], 0
    for fix in fixes:
        pieces += [text[done : fix.span.start], fix.text]
        done = fix.span.end
    return "".join((*pieces, text[done:]))
