"""``glossary annotate``: mark the names of the glossary in a text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from glossary import annotation, drafts
from glossary.annotation import Mark, Mentions, Page, cards
from glossary.cli.options import Databases, Output, reading, to_read
from glossary.cli.output import counted, note, on_terminal, put, spare
from glossary.documents import Options as Reading
from glossary.errors import FormatError
from glossary.search import present

__all__ = ["annotate"]

_READING = Reading()
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "json",
    ".json": "json",
    ".docx": "docx",
}


_File: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="A text, a document, the address of a web page, or - for standard input.",
        show_default=False,
    ),
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
_Remove: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--remove",
        help="Take the annotations of such a file away again; not of a docx. What they are, the file tells.",
    ),
]


@reading
def annotate(
    file: _File,
    *,
    to: _To = "",
    output: Output = None,
    mentions: _Mentions = None,
    ruby: _Ruby = False,
    remove: _Remove = False,
    database: Databases = None,
    options: Reading = _READING,
) -> None:
    """Mark the names of the glossary in a text, with what the glossary says of them.

    The text itself stays as it is: --remove gives it back to the byte; of a web page or a document that became a page,
    its text. Names whose pair is still to be reviewed are marked, and shown as such.
    """
    spare(output, texts=[file], hint="Name another file after -o; glossary gloss -i changes a text itself")
    if remove:
        _remove(file, to or _SUFFIXES.get(Path(file).suffix.lower(), ""), output=output, encoding=options.encoding)
        return
    chosen = _chosen(file, to or _to_make(output), output)
    how = None if chosen == "docx" else annotation.find(chosen)
    draft = drafts.read(file, options=options)
    with to_read(database) as stores:
        spare(output, stores=stores.paths)
        matcher = present.matcher(stores, [draft.text])
    found = annotation.marks(
        draft.text,
        matcher,
        mentions=mentions or (how.mentions if how else Mentions.FIRST),
        barred=how.barred(draft.text) if how else (),
        lines=draft.lines,
    )
    put(_marked(draft, found, how, ruby=ruby) if how else _commented(file, found, options), output)
    names = len({mark.occurrence.entry.id for mark in found})
    note(f"{counted(names, 'name')} in {counted(len(found), 'place')}")
    if not found:
        raise typer.Exit(1)


def _by_suffix(path: Path | None) -> str:
    """The output that a file's suffix asks for, else one that suits standard output."""
    if path is not None and path.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[path.suffix.lower()]
    return "ansi" if path is None and on_terminal() and not os.environ.get("NO_COLOR") else "html"


def _to_make(output: Path | None) -> str:
    """The same for a file to be written, whose suffix must not belong to something that annotating does not make."""
    if output is not None and output.suffix and output.suffix.lower() not in _SUFFIXES:
        names = " ".join(suffix for suffix in _SUFFIXES if suffix not in {".htm", ".json", ".markdown"})
        hint = f"Name it with one of {names}, or say with --to what it shall be"
        raise FormatError(f"annotating makes no {output.suffix} file", where=str(output), hint=hint)
    return _by_suffix(output)


def _chosen(file: str, name: str, output: Path | None) -> str:
    """The output of this name, where it can be made of the file."""
    if name == "docx" and (Path(file).suffix.lower() not in drafts.WORD or output is None):
        raise FormatError("a docx can be made of a docx only", hint="Use: glossary annotate IN.docx -o OUT.docx")
    return name


def _remove(file: str, name: str, *, output: Path | None, encoding: str | None) -> None:
    """Write the text of an annotated file; where no name of an output is given, what was added to it tells."""
    if name == "docx":
        hint = "Delete them in Word (Review, Delete All Comments), or take the document as it was before"
        raise FormatError("comments of a Word document cannot be taken away", where=file, hint=hint)
    how = annotation.find(name) if name else None
    if how is not None and how.strip is None:
        raise FormatError(f"{name} holds no text that could be given back", hint="Keep the text itself")
    draft = drafts.read_text(file, encoding=encoding)
    how = how or annotation.recognized(draft.text)
    text = how.strip(draft.text) if how is not None and how.strip is not None else draft.text
    own = how.encoding(draft.text) if how is not None else ""
    put(drafts.encoded(replace(draft, encoding=own) if drafts.is_encoding(own) else draft, text), output)
    if text == draft.text:
        note("no annotation found; the text is as it was")
        raise typer.Exit(1)


def _marked(draft: drafts.Draft, found: Sequence[Mark], how: annotation.Output, *, ruby: bool) -> bytes:
    """The text with the marks; JSON and pages say that they are UTF-8, Markdown stays in the encoding of its text."""
    title = "" if draft.path == "-" else Path(draft.path).name
    encoding = draft.encoding or "utf-8"
    page = Page(draft.text, title=title, path=draft.path, ruby=ruby, encoding=encoding, places=draft.places)
    text = how.write(page, found)
    return drafts.encoded(draft, text) if how.name == "markdown" else text.encode()


def _commented(file: str, found: Sequence[Mark], options: Reading) -> bytes:
    """The Word document with comments at the names."""
    from glossary.documents import docx

    written = BytesIO()
    notes = [(mark.occurrence.span, cards.summary(mark.occurrence)) for mark in found]
    docx.comment(file, notes, written, options=options)
    return written.getvalue()
