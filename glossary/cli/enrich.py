"""``glossary enrich``: readings and both scripts for pairs that a user has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from glossary import verbs
from glossary.cli.options import Table
from glossary.cli.output import complain, flush, print_json, print_table
from glossary.errors import GlossaryError
from glossary.model import Reading, Term
from glossary.pipeline import Enriched

__all__ = ["enrich"]


def enrich(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Pairs: JSON Lines, or TSV or CSV with the columns english, chinese and, if known, kind; "
            "- for standard input.",
            show_default=False,
        ),
    ],
    *,
    table: Table = False,
) -> None:
    """Print pairs with pinyin and other readings and with both scripts, one JSON object a line, in their order.

    Each line is handed on before the next pair is read, so that another program may wait for it.
    """
    failures: list[GlossaryError] = []
    found = _good(verbs.enrich_stream(file), failures)
    if table:
        header = ("english", "chinese", "kind", "pinyin", "other script")
        print_table(header, [_row(pair) for pair in found])
    else:
        for pair in found:
            print_json(_record(pair))
            flush()
    if failures:
        raise typer.Exit(2)


def _good(found: Iterable[Enriched | GlossaryError], failures: list[GlossaryError]) -> Iterator[Enriched]:
    """The pairs; the errors of bad lines are printed and added to ``failures``."""
    for one in found:
        if isinstance(one, Enriched):
            yield one
        else:
            complain(one)
            failures.append(one)


def _record(found: Enriched) -> dict[str, Any]:
    return {
        "english": found.english,
        "chinese": found.chinese,
        "kind": found.kind,
        "readings": _readings(found.readings),
        "variants": [_variant(term) for term in found.variants],
    }


def _readings(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        return {}
    return {
        "pinyin": reading.pinyin,
        "pinyin_numbers": reading.pinyin_numbers,
        "toneless": reading.toneless,
        "zhuyin": reading.zhuyin,
        "wade_giles": reading.wade_giles,
        "status": reading.certainty,
        "alternatives": reading.alternatives,
    }


def _variant(term: Term) -> dict[str, Any]:
    return {
        "text": term.text,
        "lang": term.lang,
        "origin": term.origin,
        "status": term.derivation,
        "alternatives": term.alternatives,
    }


def _row(found: Enriched) -> tuple[str, ...]:
    others = "; ".join(term.text for term in found.variants[1:])
    return (found.english, found.chinese, found.kind, found.readings.pinyin if found.readings else "", others)
