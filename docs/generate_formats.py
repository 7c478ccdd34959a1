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

from glossary.formats import headers, importing, pairs, stardict_files, table_files, tbx_files, workbooks
from glossary.formats.format import Format
from glossary.formats.losses import Part
from glossary.formats.registry import FORMATS

PAGE = Path(__file__).with_name("formats.md")

# What reads more than one format, or is not in the file that writes it.
READERS = {
    "": importing,
    "Columns": headers,
    "Tables of text": table_files,
    "Workbooks": workbooks,
    "TBX": tbx_files,
    "StarDict": stardict_files,
}

HEAD = """\
# Formats

<!-- Written by docs/generate_formats.py. Do not edit: run `make docs`. -->

`glossary export NAME` writes the whole glossary in one of these. The same entries always give the same bytes, and a
file is written whole or not at all. Rejected entries are left out unless `--status rejected` asks for them.

`--lang` chooses the Chinese of one script or region: `zh-Hant-TW` writes 川普, `zh-Hans-CN` 特朗普. Without it, both
scripts are written where there is room for both, else the traditional one. `--from zh` turns a list of pairs around.
`--for` says whether it gets all names (people) or the preferred one (engines). `--kind` and `--status` choose entries.

| name | suffix | what it is | import |
|---|---|---|---|
{rows}

Each holds an English and a Chinese name, and of the rest what is marked here. `--explain` says of an export how many
entries have what the format has no place for, and which were left out or changed, and why.

| name | {parts} | nor |
|---|{lines}---|
{held}
"""


def main() -> int:
    """The exit code, after the page was written or compared."""
    sections: dict[str, list[Format]] = {}
    for found in FORMATS:
        sections.setdefault(module(found), []).append(found)
    table = {
        "rows": "\n".join(map(row, FORMATS)),
        "parts": " | ".join(Part),
        "lines": ":-:|" * len(Part),
        "held": "\n".join(map(held, FORMATS)),
    }
    parts = [HEAD.format(**table)]
    for name, formats in sections.items():
        parts += [f"## {', '.join(found.name for found in formats)}\n", prose(name)]
    parts.append("## What `glossary import` reads\n")
    for title, reader in READERS.items():
        parts += [f"### {title}\n"] * bool(title) + [prose(reader.__name__)]
    parts += ["## Pairs for `glossary enrich`\n", prose(pairs.__name__)]
    return generated.keep(PAGE, "\n".join(parts))


def module(found: Format) -> str:
    """The name of the module that writes the format."""
    writer = found.write.func if isinstance(found.write, partial) else found.write
    return str(writer.__module__)  # type: ignore[attr-defined]


def row(found: Format) -> str:
    """The row of the table."""
    read = "yes" if found.reads else "no"
    return f"| `{found.name}` | `{found.suffix}` | {found.title} | {read} |"


def held(found: Format) -> str:
    """The row of the table of what a format holds."""
    marks = " | ".join("●" if part in found.holds else "" for part in Part)
    return f"| `{found.name}` | {marks} | {found.limits.replace('|', '&#124;')} |"


def prose(name: str) -> str:
    """The docstring of the module as Markdown."""
    text = inspect.getdoc(sys.modules[name]) or ""
    text = re.sub(r":\w+:`~?(?:glossary\.)?([^`]+)`", r"`\1`", text)
    return text.replace("``", "`") + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
