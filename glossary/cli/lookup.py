"""``glossary lookup``: find entries by any of their names."""

from __future__ import annotations

from typing import Annotated

import typer

from glossary import search
from glossary.cli.options import Database, Json
from glossary.cli.output import bold, line, note, print_json, print_text
from glossary.formats import columns
from glossary.model import Entry
from glossary.search import Hit
from glossary.store import Store, default_path

__all__ = ["lookup"]

_SENTENCE = 240  # characters of a sentence that are shown around the gloss


def lookup(
    queries: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help="English, acronym, either script, pinyin with or without tones, another romanisation. "
            "Several words are one name where that is found, else each is looked up.",
            show_default=False,
        ),
    ],
    *,
    database: Database = None,
    json: Json = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many entries for a query.")] = 20,
) -> None:
    """Find entries by English, acronym, traditional, simplified or pinyin; exit code 1 when nothing is found."""
    with Store(database or default_path(), create=False) as store:
        found = {query: search.lookup(store, query, limit=limit) for query in _queries(store, queries)}
    for query, hits in found.items():
        if not hits:
            note(f"glossary: nothing found for {line(query)!r}")
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
    forms = dict.fromkeys(filter(None, (columns.traditional(entry), columns.simplified(entry))))
    names = (columns.english(entry), " / ".join(forms), reading.pinyin if reading else "")
    details = [f"{entry.kind}, {_count(entry)}, matched by {hit.matched_by}"]
    if others := columns.aliases(entry):
        details.insert(0, "also: " + "; ".join(others))
    if entry.note:
        details.append(f"note: {entry.note}")
    if entry.mentions and entry.mentions[0].context:
        details.append(f"“{_sentence(entry)}”")
    print_text(bold("  ".join(line(name) for name in names if name)))
    for detail in details:
        print_text(f"  {line(detail)}")


def _count(entry: Entry) -> str:
    mentions, sources = len(entry.mentions), len(entry.sources)
    if not mentions:
        return "stated in no text"
    return f"{mentions} mention{'s' * (mentions != 1)} in {sources} text{'s' * (sources != 1)}"


def _sentence(entry: Entry) -> str:
    """The sentence of the first mention; of a long one the part around its Chinese name, with … where it is cut."""
    first = entry.mentions[0]
    text = line(first.context)
    if len(text) <= _SENTENCE:
        return text
    start = max(0, min(text.find(first.pair.chinese) - _SENTENCE // 2, len(text) - _SENTENCE))
    end = start + _SENTENCE
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
