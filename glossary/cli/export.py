"""``glossary export`` and ``glossary formats``."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from glossary.cli.options import Databases, Lang, Output, to_read, wanted_lang
from glossary.cli.output import counted, line, note, on_terminal, print_table, printing, spare
from glossary.errors import FormatError
from glossary.formats.export import export as write
from glossary.formats.format import Audience, Format, Options, Side
from glossary.formats.losses import Loss, Part, Report
from glossary.formats.registry import FORMATS, find
from glossary.model import Kind, Review

__all__ = ["export", "formats"]

Source: TypeAlias = Annotated[
    Side | None, typer.Option("--from", help="The side that is translated or looked up from.", show_default=False)
]
For: TypeAlias = Annotated[
    Audience | None,
    typer.Option("--for", help="All names for people, or the preferred one for engines.", show_default=False),
]
Kinds: TypeAlias = Annotated[
    list[Kind] | None,
    typer.Option("--kind", "-k", help="Only entries of this kind; may be repeated.", show_default=False),
]
Reviews: TypeAlias = Annotated[
    list[Review] | None,
    typer.Option(
        "--status",
        help="Only entries of this review; may be repeated. By default all but rejected ones.",
        show_default=False,
    ),
]
Why: TypeAlias = Annotated[
    bool, typer.Option("--explain", help="Say what the format could not hold: what was left out or changed, and why.")
]
Code: TypeAlias = Annotated[
    str, typer.Option("--code", metavar="CODE", help="Call the Chinese so in the file, e.g. zh_Hant for Weblate.")
]
Title: TypeAlias = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="What the glossary is called in the file.")
]
Excel: TypeAlias = Annotated[bool, typer.Option("--excel", help="csv, tsv: made for a double click in Excel.")]


def export(  # noqa: PLR0913 - one parameter an option
    format_name: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of those that glossary formats lists.", show_default=False)
    ],
    *,
    output: Output = None,
    lang: Lang = None,
    source: Source = None,
    audience: For = None,
    kind: Kinds = None,
    status: Reviews = None,
    explain: Why = False,
    code: Code = "",
    title: Title = "Glossary",
    excel: Excel = False,
    database: Databases = None,
) -> None:
    """Write the glossary in a format that other programs read; a file is written whole or not at all.

    Of several glossaries what an earlier one says of an entry is written.
    """
    chosen = find(format_name)
    options = Options(
        lang=wanted_lang(lang), excel=excel, source=source, audience=audience, code=code, title=title,
        kinds=frozenset(kind or ()), reviews=frozenset(status or ()),
    )  # fmt: skip
    if output is None and chosen.binary and on_terminal():
        raise FormatError(f"{chosen.name} is not for a terminal", hint=f"Name a file: -o glossary{chosen.suffix}")
    report = Report(_say if explain else None)
    with to_read(database) as stores:
        if output is None:
            with printing() as stream:
                count = write(stores.entries(), chosen.name, to=stream, options=options, report=report)
                stream.flush()
        else:
            spare(output, stores=stores.paths, hint="Give another name to -o")
            count = write(stores.entries(), chosen.name, to=output, options=options, report=report)
    _conclude(report, chosen, explained=explain)
    note(f"{_entries(count)} written" + (f" to {output}" if output else ""))


def _entries(count: int) -> str:
    return counted(count, "entry", "entries")


def _say(loss: Loss) -> None:
    what = "left out" if loss.left_out else "changed"
    note(f"{what}: {line(loss.name or loss.entry)}: {line(loss.why)}")


def _conclude(report: Report, chosen: Format, *, explained: bool) -> None:
    """Say what was lost: in one line, or for each part of an entry that the format has no place for."""
    for part in Part:
        if report.unheld[part]:
            note(f"no place for {part}: {_entries(report.unheld[part])} of {report.entries} had some")
    lost = [f"{count} {what}" for count, what in ((report.left_out, "left out"), (report.changed, "changed")) if count]
    if lost:
        note(f"{chosen.name}: {', '.join(lost)}" + ("" if explained else "; --explain says why"))


def formats() -> None:
    """List the formats: their names, file suffixes, what they are, and what they cannot hold."""
    uses = {True: "export, import", False: "export"}
    rows = [(one.name, one.suffix, one.title, uses[one.reads], one.loses or "nothing") for one in FORMATS]
    print_table(("name", "suffix", "format", "use", "cannot hold"), rows)
