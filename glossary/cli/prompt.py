"""``glossary prompt``: the names of a text as a block for the prompt of a language model."""

from __future__ import annotations

from typing import Annotated

import typer

from glossary import verbs
from glossary.cli.options import Databases, Files, Lang, reading, to_read, wanted_lang
from glossary.cli.output import complain, note, print_text
from glossary.documents import Options as Reading
from glossary.formats.format import Options, Side

__all__ = ["prompt"]

_READING = Reading()


@reading
def prompt(
    files: Files,
    *,
    lang: Lang = None,
    source: Annotated[
        Side | None,
        typer.Option("--from", help="The language of the text; by default each has its own.", show_default=False),
    ] = None,
    database: Databases = None,
    options: Reading = _READING,
) -> None:
    """Print the names that occur in texts, with their translations, for the prompt of a language model.

    The longest names come first, and forbidden renderings are named. Exit code 1 when no name of the glossary occurs.
    """
    wanted = Options(lang=wanted_lang(lang), source=source)
    failed = False
    texts = []
    for outcome in verbs.read(files, options=options):
        if outcome.document is None:
            failed = True
            complain(outcome.error) if outcome.error else None
        else:
            texts.append(outcome.document.text)
    with to_read(database) as stores:
        block = verbs.prompt(texts, stores, options=wanted)
    if block:
        print_text(block.removesuffix("\n"))
    elif not failed:
        note("glossary: no name of the glossary occurs there")
    if failed or not block:
        raise typer.Exit(2 if failed else 1)
