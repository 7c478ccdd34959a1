"""``glossary annotate``: mark the names of the glossary in a text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary import annotation, drafts
from glossary.annotation import Mark, Mentions, Page, cards
from glossary.cli.options import Databases, Encoding, Output, to_read
from glossary.cli.output import note, on_terminal, printing
from glossary.errors import FormatError
from glossary.matcher import Matcher

__all__ = ["annotate"]

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".jsonl": "json", ".json": "json", ".docx": "docx"}


_File: TypeAlias = Annotated[
    str, typer.Argument(metavar="FILE", help="A text or document, or - for standard input.", show_default=False)
]
_To: TypeAlias = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="OUTPUT",
        help="html, markdown, ansi, json or docx; by default after -o, else ansi on a terminal, else html.",
        show_default=False,
    ),
]
_Mentions: TypeAlias = Annotated[
    Mentions | None,
    typer.Option(
        "--mentions",
        metavar="all|first",
        help="Mark all mentions, or the first of each name; by default all, for markdown and docx first.",
        show_default=False,
    ),
]
_Ruby: TypeAlias = Annotated[
    bool, typer.Option("--ruby", help="html: pinyin above Chinese, Chinese above English names.")
]
_Remove: TypeAlias = Annotated[bool, typer.Option("--remove", help="Take the annotations of such a file away again.")]


def annotate(
    file: _File,
    *,
    to: _To = "",
    output: Output = None,
    mentions: _Mentions = None,
    ruby: _Ruby = False,
    remove: _Remove = False,
    encoding: Encoding = None,
    database: Databases = None,
) -> None:
    """Mark the names of the glossary in a text, with what the glossary says of them.

    The text itself stays as it is: --remove gives it back to the byte.
    """
    chosen = to or _by_suffix(Path(file) if remove else output)
    if remove:
        _remove(file, chosen, output=output, encoding=encoding)
        return
    with to_read(database) as stores:
        matcher = Matcher(stores.entries())
    if chosen == "docx":
        found = _comment(file, matcher, output=output, mentions=mentions or Mentions.FIRST)
    else:
        how = annotation.find(chosen)
        draft = drafts.read(file, encoding=encoding)
        found = annotation.marks(draft.text, matcher, mentions=mentions or how.mentions, barred=how.barred(draft.text))
        name = "" if file == "-" else Path(file).name
        written = how.write(Page(draft.text, title=name, path=file, ruby=ruby), found)
        # JSON and pages say that they are UTF-8; Markdown stays in the encoding of its text.
        _put(drafts.encoded(draft, written) if chosen == "markdown" else written.encode(), output)
    names = len({mark.occurrence.entry.id for mark in found})
    note(f"{names} name{'s' * (names != 1)} in {len(found)} place{'s' * (len(found) != 1)}")
    if not found:
        raise typer.Exit(1)


def _by_suffix(path: Path | None) -> str:
    """The output that a file's suffix asks for, else one that suits standard output."""
    if path is not None and path.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[path.suffix.lower()]
    return "ansi" if path is None and on_terminal() and not os.environ.get("NO_COLOR") else "html"


def _remove(file: str, name: str, *, output: Path | None, encoding: str | None) -> None:
    """Write the text of an annotated file."""
    how = annotation.find(name)
    if how.strip is None:
        raise FormatError(f"{name} holds no text that could be given back", hint="Keep the text itself")
    draft = drafts.read_text(file, encoding=encoding)
    _put(drafts.encoded(draft, how.strip(draft.text)), output)


def _comment(file: str, matcher: Matcher, *, output: Path | None, mentions: Mentions) -> Sequence[Mark]:
    """Write a docx with comments at the names."""
    from glossary import documents
    from glossary.documents import docx

    if Path(file).suffix.lower() != ".docx" or output is None:
        raise FormatError("a docx can be made of a docx only", hint="Use: glossary annotate IN.docx -o OUT.docx")
    found = annotation.marks(documents.read(file).text, matcher, mentions=mentions)
    written = BytesIO()
    docx.comment(file, [(mark.occurrence.span, cards.summary(mark.occurrence)) for mark in found], written)
    _put(written.getvalue(), output)
    return found


def _put(data: bytes, output: Path | None) -> None:
    if output is not None:
        drafts.write(str(output), data)
        return
    with printing() as stream:
        stream.write(data)
        stream.flush()
