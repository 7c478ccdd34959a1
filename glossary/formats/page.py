"""A web page of its own: one HTML file with the glossary as a table, a search field and colours for the tones.

Spec: HTML Living Standard; UTF-8; nothing is loaded from elsewhere, so the file can be mailed or put on any server.
Without JavaScript the whole table is shown. Dark where the reader's system is; prints without the search field.

Limits: of the sentences the first one; control characters are replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from string import Template
from typing import BinaryIO

from glossary.formats import columns, tones
from glossary.formats.fitting import PICTURES, XML, Fit, whole
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry

__all__ = ["write"]

_TEXT = Fit(lambda text: XML(PICTURES(text)), "a control character is shown by its picture")


def _cell(text: str, *, name: str, lang: str = "") -> str:
    attribute = f' lang="{lang}"' if lang else ""
    return f'<td class="{name}"{attribute}>{text}</td>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _row(entry: Entry, options: Options) -> str:
    said = columns.reading(entry, options.lang)
    hant, hans = columns.traditional(entry, options.lang), columns.simplified(entry, options.lang)
    pinyin = f'{tones.coloured(said)} <span class="zhuyin" lang="zh-Bopo">{escape(said.zhuyin)}</span>' if said else ""
    english = _lines(columns.english(entry))
    more = _more(entry, options)
    return "".join((
        f'<tr id="{escape(entry.id)}">',
        f'<th scope="row" class="english" lang="en">{english}</th>',
        _cell(_lines(hant), name="chinese", lang="zh-Hant"),
        _cell(_lines(hans), name="chinese same" if hans == hant else "chinese", lang="zh-Hans"),
        _cell(pinyin, name="pinyin", lang="zh-Latn-pinyin"),
        _cell(columns.kind(entry), name="kind"),
        _cell(more, name="more"),
        "</tr>\n",
    ))  # fmt: skip


def _more(entry: Entry, options: Options) -> str:
    """Other names, names not to be used, note, and the sentence with its source."""
    parts = (
        ("<div>{}</div>", "; ".join(columns.aliases(entry, options.lang))),
        ('<div class="not">not {}</div>', "; ".join(columns.unused(entry, options.lang))),
        ('<div class="note">{}</div>', entry.note),
        ("<blockquote>{}</blockquote>", columns.context(entry)),
        ("<cite>{}</cite>", columns.source(entry)),
    )
    return "".join(form.format(_lines(text)) for form, text in parts if text)


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries and returns their number."""
    page = Template(files("glossary.formats").joinpath("page.html").read_text(encoding="utf-8"))
    head, _, tail = page.substitute(title=escape(options.title), rows="\0").partition("\0")
    stream.write(head.encode())
    count = 0
    for entry in entries:
        count += 1
        stream.write(_row(whole(entry, _TEXT, report=report), options).encode())
    stream.write(tail.encode())
    return count
