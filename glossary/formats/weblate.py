"""Weblate glossary as CSV: source, target and what translators read beside them.

Spec: the CSV of translate-toolkit (``csvl10n``), by which Weblate reads it: UTF-8, LF, every cell quoted, the header
``HEADER``. ``context`` is the id of the entry, which tells two entries of one source apart; ``developer_comments`` are
kind and note; ``translator_comments`` the pinyin.
Name the component's language yourself when you upload it.

Limits: a line break stays, other control characters are taken out; the toolkit takes a ``'`` away before ``+ - = @``.
"""

from __future__ import annotations

import csv
import re
from functools import partial

from glossary.formats import columns
from glossary.formats.fitting import Fit
from glossary.formats.format import Options
from glossary.formats.renderings import Rendering
from glossary.formats.tabular import Dialect, Layout, line, write_pairs

__all__ = ["HEADER", "write"]

HEADER = ("source", "target", "context", "developer_comments", "translator_comments", "fuzzy")
_QUOTED = Dialect(quoting=csv.QUOTE_ALL)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_FIT = Fit(lambda text: _CONTROL.sub("", text).strip(), "spaces or control characters were taken out")


def _row(pair: Rendering, options: Options) -> tuple[str, ...]:
    entry = pair.entry
    about = "; ".join(filter(None, (columns.kind(entry), entry.note)))
    return pair.source.text, pair.target.text, entry.id, about, columns.pinyin(entry, options.lang), ""


write = partial(
    write_pairs,
    layout=Layout(_row, _QUOTED, head=lambda options: (line(HEADER, _QUOTED),), fit=_FIT),  # noqa: ARG005
)
