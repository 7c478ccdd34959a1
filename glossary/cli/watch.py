"""``glossary watch``: collect documents again as they change."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from glossary import verbs
from glossary.cli.options import STRICTNESS, Database, Json, reading
from glossary.cli.output import complain, flush, line, note, print_json, print_text
from glossary.documents import Options
from glossary.documents.watching import changes
from glossary.pipeline import Strictness
from glossary.store import Store, default_path

__all__ = ["watch"]

_OPTIONS = Options()


@reading
def watch(
    folders: Annotated[
        list[str], typer.Argument(metavar="DIR", help="Folders with documents, or documents.", show_default=False)
    ],
    *,
    database: Database = None,
    strictness: Annotated[Strictness, STRICTNESS] = Strictness.BALANCED,
    json: Json = False,
    options: Options = _OPTIONS,
) -> None:
    """Collect documents now, and again whenever one is added or changed, until Ctrl-C.

    A line for each document says what it gave. One that cannot be read is reported, and read again when it changes.
    """
    with Store(database or default_path()) as store, suppress(KeyboardInterrupt):
        note(f"Glossary: {store.path}. Watching {', '.join(folders)}; stop with Ctrl-C")
        for changed in changes(folders):
            for outcome in verbs.collect(changed, store, options=options, strictness=strictness):
                _report(outcome, json=json)
            flush()


def _report(outcome: verbs.Outcome, *, json: bool) -> None:
    """Print what became of a document."""
    if outcome.error is not None:
        complain(outcome.error)
        return
    mentions = sum(len(entry.mentions) for entry in outcome.entries)
    merged = outcome.merged
    counts = {"mentions": mentions, "new": merged.added, "changed": merged.changed}
    if json:
        print_json({"document": outcome.path, **counts})
    else:
        print_text("\t".join([line(outcome.path), *(f"{count} {name}" for name, count in counts.items())]))
