"""From works to findings: all rules, without what is switched off, and each place told of once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from glossary.checks.findings import Finding, Fix, Problem
from glossary.checks.rules import RULES, Rule
from glossary.checks.settings import Settings
from glossary.checks.works import Work
from glossary.model import Span

__all__ = ["run"]

_NO_SETTINGS = Settings()


def run(work: Work, settings: Settings = _NO_SETTINGS) -> tuple[Finding, ...]:
    """The findings in a work, by their place.

    Of several rules that speak of one name in one place only the first in the table is heard.
    """
    heard: dict[tuple[Span, str], str] = {}
    found = []
    for rule in RULES:
        for problem in _wanted(rule, work, settings):
            place = (problem.span, problem.entry.id if problem.entry else "")
            if rule.name == "missing" or heard.setdefault(place, rule.name) == rule.name:
                found.append(_finding(rule, problem, work, settings=settings))
    return tuple(sorted({*found}, key=lambda one: (one.line, one.start, one.end, one.rule, one.message)))


def _wanted(rule: Rule, work: Work, settings: Settings) -> Iterator[Problem]:
    if rule.name in settings.off:
        return
    for problem in chain.from_iterable(problems(work, settings) for problems in rule.problems):
        if not settings.is_off(rule.name, problem.entry):
            yield problem


def _finding(rule: Rule, problem: Problem, work: Work, *, settings: Settings) -> Finding:
    """A problem with its place in the file."""
    text, span = work.text, problem.span
    shift = text.place(span.start) - span.start
    fix = problem.fix
    return Finding(
        rule=rule.name,
        severity=settings.severity.get(rule.name, problem.severity or rule.severity),
        path=text.path,
        line=text.line(span.start),
        column=text.column(span.start),
        start=span.start + shift,
        end=span.end + shift,
        message=problem.message,
        entry=problem.entry.id if problem.entry else "",
        text=span.of(text.text),
        fix=fix and Fix(Span(fix.span.start + shift, fix.span.end + shift), fix.text, fix.safe),
    )
