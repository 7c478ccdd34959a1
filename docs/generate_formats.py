"""Write docs/formats.md from the table of formats and the docstrings of their modules.

usage: python docs/generate_formats.py [--check]

With ``--check``, exits 1 with a diff where the page is not current.
"""

from __future__ import annotations

import inspect
import re
import sys
from functools import partial
from pathlib import Path

import generated

from glossary.formats import pairs
from glossary.formats.format import Format
from glossary.formats.registry import FORMATS

PAGE = Path(__file__).with_name("formats.md")

HEAD = """\
# Formats

<!-- Written by docs/generate_formats.py. Do not edit: run `make docs`. -->

`glossary export NAME` writes the whole glossary in one of these. The same entries always give the same bytes, and a
file is written whole or not at all. Formats for people show the preferred names and leave rejected entries out.

| name | suffix | what it is | import | cannot hold |
|---|---|---|---|---|
{rows}
"""


def main() -> int:
    """The exit code, after the page was written or compared."""
    sections: dict[str, list[Format]] = {}
    for found in FORMATS:
        sections.setdefault(module(found), []).append(found)
    parts = [HEAD.format(rows="\n".join(map(row, FORMATS)))]
    for name, formats in sections.items():
        parts += [f"## {', '.join(found.name for found in formats)}\n", prose(name)]
    parts += ["## Pairs for `glossary enrich`\n", prose(pairs.__name__)]
    return generated.keep(PAGE, "\n".join(parts))


def module(found: Format) -> str:
    """The name of the module that writes the format."""
    writer = found.write.func if isinstance(found.write, partial) else found.write
    return str(writer.__module__)  # type: ignore[attr-defined]


def row(found: Format) -> str:
    """The row of the table."""
    read = "yes" if found.reads else "no"
    return f"| `{found.name}` | `{found.suffix}` | {found.title} | {read} | {found.loses or 'nothing'} |"


def prose(name: str) -> str:
    """The docstring of the module as Markdown."""
    text = inspect.getdoc(sys.modules[name]) or ""
    text = re.sub(r":\w+:`~?(?:glossary\.)?([^`]+)`", r"`\1`", text)
    return text.replace("``", "`") + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
