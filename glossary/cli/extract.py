"""``glossary extract``: the pairs that texts state, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from glossary import verbs
from glossary.cli.options import Encoding, Files, StrictnessOption
from glossary.cli.output import complain, print_json, print_table, print_text
from glossary.model import Document, Mention, Reason, Rejection
from glossary.pipeline import Strictness

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the subcommand."""
    app.command("extract")(extract)


def extract(
    files: Files,
    *,
    table: Annotated[bool, typer.Option("--table", "-t", help="Print a table for people.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show everything that was looked at, with the reasons, for people.")
    ] = False,
    strictness: StrictnessOption = Strictness.BALANCED,
    encoding: Encoding = None,
) -> None:
    """Print the English–Chinese pairs that texts state, one JSON object a line; keeps nothing.

    Each object has document, english, chinese, aliases, kind, form, confidence (0 to 1), start and end (of the gloss,
    in code points of the NFC text), spans, context (the sentence) and reasons.
    """
    failed = False
    rows: list[tuple[str, ...]] = []
    for outcome in verbs.read(files, encoding=encoding):
        if outcome.error is not None or outcome.document is None:
            failed = True
            complain(outcome.error) if outcome.error else None
            continue
        judged = verbs.inspect(outcome.document, strictness=strictness)
        if explain:
            _explain(outcome.document, judged)
            continue
        mentions = (found for found, counts in judged if counts and isinstance(found, Mention))
        if table:
            rows.extend(_row(mention, outcome.path) for mention in mentions)
            continue
        for mention in mentions:
            print_json(_record(mention, outcome.path))
    if table:
        print_table(("english", "chinese", "aliases", "kind", "confidence", "document"), rows)
    if failed:
        raise typer.Exit(2)


def _record(mention: Mention, path: str) -> dict[str, Any]:
    """The JSON object of a mention."""
    pair = mention.pair
    return {
        "document": path,
        "english": pair.english,
        "chinese": pair.chinese,
        "aliases": pair.aliases,
        "kind": pair.kind,
        "form": mention.form,
        "confidence": mention.probability,
        "start": mention.gloss.start,
        "end": mention.gloss.end,
        "spans": {
            "english": (mention.english.start, mention.english.end),
            "chinese": (mention.chinese.start, mention.chinese.end),
        },
        "context": mention.context,
        "reasons": [{"name": r.name, "weight": r.weight, "detail": r.detail} for r in mention.reasons],
    }


def _row(mention: Mention, path: str) -> tuple[str, ...]:
    pair = mention.pair
    return (pair.english, pair.chinese, "; ".join(pair.aliases), pair.kind, f"{mention.probability:.2f}", path)


def _explain(document: Document, judged: Iterator[tuple[Mention | Rejection, bool]]) -> None:
    """Print each place that was looked at, the decision and the reasons with their weights."""
    line, counted = 1, 0
    for found, counts in judged:
        gloss = found.gloss if isinstance(found, Mention) else found.candidate.gloss
        line += document.text.count("\n", counted, gloss.start)
        counted = gloss.start
        print_text(f"{document.source.path}:{line}: {gloss.of(document.text)}")
        print_text(f"  {_decision(found, counts=counts)}")
        for reason in found.reasons:
            print_text(_reason(reason))


def _decision(found: Mention | Rejection, *, counts: bool) -> str:
    if isinstance(found, Rejection):
        return "no pair"
    verdict = "pair" if counts else "not sure enough"
    return f"{verdict}: {found.pair.english} = {found.pair.chinese} ({found.pair.kind}, {found.probability:.2f})"


def _reason(reason: Reason) -> str:
    return f"    {reason.weight:+5.1f}  {reason.name}" + (f": {reason.detail}" if reason.detail else "")
