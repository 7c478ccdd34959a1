"""``glossary watch``: collect documents again as they change."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, TypeAlias

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
_Forget: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--forget", help="When a document is deleted, take away what it stated; not when all of a folder are."
    ),
]


@reading
def watch(
    folders: Annotated[
        list[str], typer.Argument(metavar="DIR", help="Folders with documents, or documents.", show_default=False)
    ],
    *,
    database: Database = None,
    strictness: Annotated[Strictness, STRICTNESS] = Strictness.BALANCED,
    json: Json = False,
    forget: _Forget = False,
    options: Options = _OPTIONS,
) -> None:
    """Collect documents now, and again whenever one is added or changed, until Ctrl-C.

    A line for each document says what it gave. One that cannot be read is reported, and read again when it changes.
    What a document stated stays in the glossary when it is deleted, unless --forget is given.
    """
    with Store(database or default_path()) as store, suppress(KeyboardInterrupt):
        note(f"Glossary: {store.path}. Watching {', '.join(folders)}; stop with Ctrl-C")
        held: dict[str, str] = {}  # the document in each file
        for found in changes(folders):
            for path in (*found.gone, *found.lost):
                document = held.pop(path, "")
                wanted = forget and path in found.gone and document not in held.values()
                _tell_gone(path, verbs.forget(path, store) if wanted else 0, json=json)
            for outcome in verbs.collect(found.changed, store, options=options, strictness=strictness):
                held[outcome.path] = outcome.document.id if outcome.document else ""
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
        named = {"mention" if mentions == 1 else "mentions": mentions, "new": merged.added, "changed": merged.changed}
        print_text("\t".join([line(outcome.path), *(f"{count} {name}" for name, count in named.items())]))


def _tell_gone(path: str, forgotten: int, *, json: bool) -> None:
    """Print that a document is gone, and what became of its mentions."""
    if json:
        print_json({"document": path, "gone": True, "forgotten": forgotten > 0})
    else:
        print_text(f"{line(path)}\tgone, {'forgotten' if forgotten else 'its mentions stay'}")
