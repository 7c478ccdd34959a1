"""``glossary extract``: the pairs that texts state, one JSON object a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from glossary import pipeline, verbs
from glossary.cli.options import STRICTNESS, Files, Table, reading
from glossary.cli.output import complain, flush, line, print_json, print_table, print_text
from glossary.documents import Options, labels, locator
from glossary.errors import GlossaryError
from glossary.model import Document, Mention, Reason, Rejection
from glossary.pipeline import Strictness

__all__ = ["extract"]

_LEAST = 0.05  # log-odds shown as one figure after the point
_RIVALS = "rivals"  # only says that others were weighed
MOST_SHOWN = 3  # further names, or reasons, in an explanation

_OPTIONS = Options()


@reading
def extract(
    files: Files,
    *,
    table: Table = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show everything that was looked at, with the reasons, for people.")
    ] = False,
    strictness: Annotated[Strictness, STRICTNESS] = Strictness.BALANCED,
    options: Options = _OPTIONS,
) -> None:
    """Print the English–Chinese pairs that texts state, one JSON object a line; keeps nothing.

    Each object has document, place (line 3, page 12, slide 2 …), english, chinese, aliases, kind, form, confidence
    (0 to 1), review (true where a person should look: below 0.945), start and end (of the gloss, in code points of the
    NFC text), spans, context (the sentence) and reasons, whose weights add up to the confidence in log-odds.
    """
    failures: list[GlossaryError] = []
    documents = _documents(verbs.read(files, options=options), failures)
    if explain:
        for document in documents:
            _explain(document, floor=pipeline.THRESHOLD[strictness])
    elif table:
        header = ("english", "chinese", "aliases", "kind", "confidence", "review", "place")
        print_table(header, [row for document in documents for row in _rows(document, strictness)])
    else:
        for document in documents:
            label = labels(document)
            for mention in pipeline.extract(document, strictness=strictness):
                print_json(_record(mention, document, place=label(mention.gloss.start)))
            flush()
    if failures:
        raise typer.Exit(2)


def _documents(outcomes: Iterable[verbs.Outcome], failures: list[GlossaryError]) -> Iterator[Document]:
    """The documents that could be read; the errors are printed and added to ``failures``."""
    for outcome in outcomes:
        if outcome.document is not None:
            yield outcome.document
        elif outcome.error is not None:
            complain(outcome.error)
            failures.append(outcome.error)


def _record(mention: Mention, document: Document, *, place: str) -> dict[str, Any]:
    """The JSON object of a mention."""
    pair = mention.pair
    return {
        "document": document.source.path,
        "place": place,
        "english": pair.english,
        "chinese": pair.chinese,
        "aliases": pair.aliases,
        "kind": pair.kind,
        "form": mention.form,
        "confidence": mention.probability,
        "review": mention.probability < pipeline.SURE,
        "start": mention.gloss.start,
        "end": mention.gloss.end,
        "spans": {
            "english": (mention.english.start, mention.english.end),
            "chinese": (mention.chinese.start, mention.chinese.end),
        },
        "context": mention.context,
        "reasons": [{"name": r.name, "weight": r.weight, "detail": r.detail} for r in mention.reasons],
    }


def _rows(document: Document, strictness: Strictness) -> Iterator[tuple[str, ...]]:
    """A row of the table for each mention in the document."""
    place = locator(document)
    for found in pipeline.extract(document, strictness=strictness):
        pair, sureness = found.pair, f"{found.probability:.2f}"
        aliases = "; ".join(pair.aliases)
        review = "yes" if found.probability < pipeline.SURE else ""
        yield pair.english, pair.chinese, aliases, pair.kind, sureness, review, place(found.gloss.start)


def _explain(document: Document, *, floor: float) -> None:
    """Print each place that was looked at, the decision, the reasons with their weights, and what else was weighed."""
    place = locator(document)
    for looked in pipeline.considered(document):
        gloss = looked.candidate.gloss
        print_text(line(f"{place(gloss.start)}: {gloss.of(document.text)}"))
        for found in looked.judged:
            print_text(f"  {line(_decision(found, floor=floor))}")
            for reason in (reason for reason in found.reasons if abs(reason.weight) >= _LEAST):
                print_text(f"    {reason.weight:+5.1f}  {line(_reason(reason))}")
        if len(looked.judged) == 1 and isinstance(looked.judged[0], Mention):
            for remark in _weighed(looked):
                print_text(f"    {line(remark)}")


def _decision(found: Mention | Rejection, *, floor: float) -> str:
    if isinstance(found, Rejection):
        return "no pair"
    verdict = "pair" if found.probability >= floor else "not sure enough"
    review = ", to be reviewed" if floor <= found.probability < pipeline.SURE else ""
    return (
        f"{verdict}: {found.pair.english} = {found.pair.chinese} ({found.pair.kind}, {found.probability:.2f}{review})"
    )


def _reason(reason: Reason) -> str:
    return f"{reason.name}: {reason.detail}" if reason.detail else reason.name


def _weighed(place: pipeline.Considered) -> Iterator[str]:
    """What decided, and what else was weighed."""
    if len(place.names) < 2:
        return
    (_, reasons), (second, others), *rest = place.names
    best = _sum(reasons)
    yield f"decided by: {', '.join(_deciding(reasons, others)) or 'a little of everything'}"
    yield f"runner-up: {second} ({_sum(others):+.1f} against {best:+.1f})"
    if rest:
        yield "also weighed: " + ", ".join(f"{name} ({_sum(some):+.1f})" for name, some in rest[:MOST_SHOWN])


def _deciding(reasons: tuple[Reason, ...], others: tuple[Reason, ...]) -> list[str]:
    """What most sets the best name apart from the runner-up: its own reasons, and those against the other."""
    apart: dict[str, float] = defaultdict(float)
    for reason in reasons:
        apart[reason.name] += reason.weight
    for reason in others:
        apart[reason.name] -= reason.weight
    own = {reason.name for reason in reasons}
    telling = sorted((name for name in apart if apart[name] > 0 and name != _RIVALS), key=lambda name: -apart[name])
    return [name if name in own else f"{name} of the other" for name in telling[:MOST_SHOWN]]


def _sum(reasons: tuple[Reason, ...]) -> float:
    return sum(reason.weight for reason in reasons)
