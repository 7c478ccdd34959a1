"""The outputs of annotating, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from glossary.annotation import ansi, html, markdown, records
from glossary.annotation.marks import Mark, Mentions
from glossary.annotation.pages import Page
from glossary.errors import FormatError

__all__ = ["OUTPUTS", "Output", "Page", "find", "recognized"]


@dataclass(frozen=True, slots=True)
class Output:
    """One output: ``write`` adds the marks to a page, ``strip`` (where there is one) gives back the page's text.

    ``barred`` are the stretches of a text where it can have no marks, ``encoding`` tells that of the text before it was
    kept in UTF-8.
    """

    name: str
    suffix: str
    mentions: Mentions
    write: Callable[[Page, Sequence[Mark]], str]
    strip: Callable[[str], str] | None = None
    barred: Callable[[str], Iterable[tuple[int, int]]] = lambda _: ()
    encoding: Callable[[str], str] = lambda _: ""


OUTPUTS = (
    Output("html", ".html", Mentions.ALL, html.write, html.strip, encoding=html.encoding),
    Output("markdown", ".md", Mentions.FIRST, markdown.write, markdown.strip, markdown.barred),
    Output("ansi", "", Mentions.ALL, ansi.write, ansi.strip),
    Output("json", ".jsonl", Mentions.ALL, records.write),
)


def find(name: str) -> Output:
    """The output of this name.

    Raises:
        FormatError: there is none.
    """
    for output in OUTPUTS:
        if output.name == name:
            return output
    names = " ".join(output.name for output in OUTPUTS)
    raise FormatError(f"there is no output {name!r}", hint=f"Take one of: {names} docx")


def recognized(text: str) -> Output | None:
    r"""The output that wrote a text, as what it added tells; None where nothing was added.

    >>> recognized("\x1b[4;36mHe Lifeng\x1b[0m spoke").name, recognized("He Lifeng spoke")
    ('ansi', None)
    """
    # Every page with a main part looks like one of ours, so that is asked last.
    return next((one for one in reversed(OUTPUTS) if one.strip is not None and one.strip(text) != text), None)
