"""``glossary lookup``: find entries by any of their names."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from glossary import search, verbs
from glossary.cli.options import Database
from glossary.cli.output import note, print_json, print_text
from glossary.formats import columns
from glossary.model import Entry
from glossary.search import Hit
from glossary.store import Store

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the subcommand."""
    app.command("lookup")(lookup)


def lookup(
    queries: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY...",
            help="English, acronym, either script, pinyin with or without tones; several words are one name or several.",
            show_default=False,
        ),
    ],
    *,
    database: Database = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each entry found.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many entries for a query.")] = 20,
) -> None:
    """Find entries by English, acronym, traditional, simplified or pinyin; exit code 1 when nothing is found."""
    with Store(database or verbs.default_store(), create=False) as store:
        found = {query: search.lookup(store, query, limit=limit) for query in _queries(store, queries)}
    for query, hits in found.items():
        if not hits:
            note(f"glossary: nothing found for {query!r}")
        for hit in hits:
            print_json({"query": query, "matched_by": hit.matched_by, "entry": hit.entry}) if json else _show(hit)
    if not any(found.values()):
        raise typer.Exit(1)


def _queries(store: Store, given: list[str]) -> list[str]:
    """One query of all the words where that finds something, else each word as its own."""
    whole = " ".join(given)
    return [whole] if len(given) == 1 or search.lookup(store, whole, limit=1) else given


def _show(hit: Hit) -> None:
    """Print an entry for people, in a few lines."""
    entry = hit.entry
    reading = columns.reading(entry)
    shown = sys.stdout.isatty()
    forms = dict.fromkeys(filter(None, (columns.traditional(entry), columns.simplified(entry))))
    names = "  ".join(filter(None, (columns.english(entry), " / ".join(forms), reading.pinyin if reading else "")))
    print_text(f"\x1b[1m{names}\x1b[0m" if shown else names)
    details = [f"{entry.kind}, {_count(entry)}, matched by {hit.matched_by}"]
    if others := columns.aliases(entry):
        details.insert(0, "also: " + "; ".join(others))
    if entry.mentions:
        details.append("“" + " ".join(entry.mentions[0].context.split()) + "”")
    for line in details:
        print_text(f"  {line}")


def _count(entry: Entry) -> str:
    mentions, sources = len(entry.mentions), len(entry.sources)
    if not mentions:
        return "stated in no text"
    return f"{mentions} mention{'s' * (mentions != 1)} in {sources} text{'s' * (sources != 1)}"
