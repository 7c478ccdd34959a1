"""Sentences with marked names, for training: ``美國財政部長⟦person:貝森特⟧（Scott Bessent）表示``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.model import Kind, Span

HERE = Path(__file__).parent


class Name(NamedTuple):
    """A marked name: where it stands in the sentence without marks, and its kind."""

    span: Span
    kind: Kind


def read(name: str) -> Iterator[tuple[str, list[Name]]]:
    """The sentences of a file beside this script, in NFC and without the marks, with the names that were marked."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _parsed(unicodedata.normalize("NFC", line))


def _parsed(line: str) -> tuple[str, list[Name]]:
    text, names = "", list[Name]()
    for part in line.split("⟦"):
        marked, closed, after = part.rpartition("⟧")
        if closed:
            kind, _, name = marked.partition(":")
            names.append(Name(Span(len(text), len(text) + len(name)), Kind(kind)))
            text += name
        text += after
    return text, names
