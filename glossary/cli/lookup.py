"""``glossary lookup``: find entries by any of their names."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from glossary import search
from glossary.cli import entry_lines, keyboard
from glossary.cli.options import Databases, Json, names, to_read, wanted_lang
from glossary.cli.output import line, note, on_terminal, print_json
from glossary.formats import columns
from glossary.model import Entry, Kind
from glossary.search import Hit

__all__ = ["lookup"]


class Region(StrEnum):
    """Where a Chinese name is used."""

    TAIWAN = "TW"
    HONG_KONG = "HK"
    MAINLAND = "CN"


_LANG = {Region.TAIWAN: "zh-Hant-TW", Region.HONG_KONG: "zh-Hant-HK", Region.MAINLAND: "zh-Hans-CN"}


Queries: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY",
        help="English, acronym, either script, pinyin with or without tones, another romanisation, a surname, a part, "
        "or nearly so. Several words are one name where that is found, else each is looked up. - reads a query a line; "
        "without a query, a prompt with completion.",
        show_default=False,
        autocompletion=names,
    ),
]


def lookup(
    queries: Queries = None,
    *,
    database: Databases = None,
    json: Json = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", metavar="NUMBER", min=1, help="At most so many entries for a query.")
    ] = 20,
    kind: Annotated[
        Kind | None, typer.Option("--kind", "-k", metavar="KIND", help="Only entries of this kind.")
    ] = None,
    region: Annotated[
        Region | None,
        typer.Option("--region", metavar="TW|HK|CN", help="Show the name as it is used there.", case_sensitive=False),
    ] = None,
) -> None:
    """Find entries by English, acronym, traditional, simplified or pinyin; exit code 1 when nothing is found."""
    lang = _LANG[region] if region else ""
    shown = lang or wanted_lang(None)
    if not queries and not (on_terminal() and keyboard.typing()):
        raise typer.BadParameter("Name what to look up, or - to read queries from standard input.", param_hint="QUERY")
    with to_read(database) as stores:

        def ask(query: str) -> tuple[Hit, ...]:
            return search.lookup(stores, query, limit=limit, kind=kind, accept=_shown_in(lang))

        def show(query: str) -> bool:
            return _show(query, ask(query), json=json, lang=shown)

        if not queries:
            from glossary.cli import interactive  # only where people type

            interactive.run(show, complete=lambda start: search.completions(stores, start))
            return
        asked = _lines() if queries == ["-"] else _queries(ask, queries)
        found = [show(query) for query in asked]
        if not any(found):
            raise typer.Exit(1)


def _shown_in(lang: str) -> Callable[[Entry], bool] | None:
    """Whether an entry has a Chinese name of this language."""
    return (lambda entry: bool(columns.chinese(entry, lang))) if lang else None


def _queries(ask: Callable[[str], tuple[Hit, ...]], given: list[str]) -> list[str]:
    """One query of all the words where that finds something, else each word as its own."""
    whole = " ".join(given)
    return [whole] if len(given) == 1 or _sure(ask(whole)) else given


def _sure(hits: tuple[Hit, ...]) -> bool:
    """Whether the words are one name and do not only resemble one."""
    return bool(hits) and hits[0].manner not in {search.Manner.LIKE, search.Manner.SOUND}


def _lines() -> Iterable[str]:
    found = (text.decode("utf-8", "replace").strip() for text in sys.stdin.buffer)
    return [query for query in found if query]


def _show(query: str, hits: tuple[Hit, ...], *, json: bool, lang: str) -> bool:
    """Print what was found; whether it was something."""
    if not hits:
        note(f"glossary: nothing found for {line(query)!r}")
    several = len({hit.store for hit in hits}) > 1
    for hit in hits:
        if json:
            place = {"db": hit.store} if several else {}
            print_json({"query": query, "matched_by": hit.matched_by, **place, "entry": hit.entry})
        else:
            entry_lines.show(hit.entry, lang=lang, found=f"matched by {hit.matched_by}", place=hit.store * several)
    return bool(hits)
