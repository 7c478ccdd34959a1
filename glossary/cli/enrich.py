"""``glossary enrich``: readings and both scripts for pairs that a user has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import typer

from glossary import verbs
from glossary.cli.options import Table
from glossary.cli.output import complain, flush, line, print_json, print_table, print_text
from glossary.errors import GlossaryError
from glossary.model import Reading, Term
from glossary.pipeline import Enriched, Notation, explain, written

__all__ = ["enrich"]


class Lang(StrEnum):
    """What the Chinese names are written in."""

    HANT = "zh-Hant"
    HANS = "zh-Hans"
    TAIWAN = "zh-Hant-TW"


Pairs: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="Pairs: JSON Lines, or TSV or CSV with the columns english, chinese and, if known, kind; "
        "- for standard input.",
        show_default=False,
    ),
]
Why: TypeAlias = Annotated[
    bool, typer.Option("--explain", help="Say for people why each character is read and written so.")
]
Written: TypeAlias = Annotated[
    Lang | None,
    typer.Option(
        help="The script of names that look the same in both; zh-Hant-TW takes Taiwan's readings as well.",
        show_default=False,
    ),
]
Notations: TypeAlias = Annotated[
    list[Notation] | None,
    typer.Option("--notation", help="Add this notation to the readings; may be repeated.", show_default=False),
]


def enrich(
    file: Pairs, *, table: Table = False, why: Why = False, lang: Written = None, notation: Notations = None
) -> None:
    """Print pairs with pinyin and other readings and with both scripts, one JSON object a line, in their order.

    Each line is handed on before the next pair is read, so that another program may wait for it.
    """
    failures: list[GlossaryError] = []
    found = _good(verbs.enrich_stream(file, lang=lang or ""), failures)
    if why:
        for pair in found:
            _explain(pair, lang or "")
    elif table:
        header = ("english", "chinese", "kind", "pinyin", "other script")
        print_table(header, [_row(pair) for pair in found])
    else:
        for pair in found:
            print_json(_record(pair, notation or ()))
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


def _explain(found: Enriched, lang: str) -> None:
    """Print a pair, and below it why it is read and written so."""
    print_text(line(" = ".join(filter(None, (found.english, found.chinese))) + f" ({found.kind})"))
    for reason in explain(found, lang=lang):
        print_text("  " + reason.replace(reason.lstrip(), line(reason)))
    flush()


def _record(found: Enriched, notations: Sequence[Notation]) -> dict[str, Any]:
    return {
        "english": found.english,
        "chinese": found.chinese,
        "kind": found.kind,
        "readings": _readings(found.reading) | _notations(found, notations),
        "variants": [_variant(term) for term in found.variants],
    }


def _notations(found: Enriched, notations: Sequence[Notation]) -> dict[str, str]:
    return {str(one): written(found, one) for one in notations} if found.reading else {}


def _readings(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        return {}
    return {
        "pinyin": reading.pinyin,
        "pinyin_numbers": reading.pinyin_numbers,
        "toneless": reading.toneless,
        "zhuyin": reading.zhuyin,
        "wade_giles": reading.wade_giles,
        "certainty": reading.certainty,
        "alternatives": reading.alternatives,
    }


def _variant(term: Term) -> dict[str, Any]:
    return {
        "text": term.text,
        "lang": term.lang,
        "type": term.type,
        "origin": term.origin,
        "derivation": term.derivation,
        "alternatives": term.alternatives,
    }


def _row(found: Enriched) -> tuple[str, ...]:
    others = "; ".join(term.text for term in found.variants[1:])
    return (found.english, found.chinese, found.kind, found.reading.pinyin if found.reading else "", others)
