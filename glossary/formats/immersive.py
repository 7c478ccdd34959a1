"""Immersive Translate and BabelDOC glossary: CSV with ``source,target,tgt_lng``.

Spec: the terms repository of Immersive Translate, and BabelDOC's ``--glossary-files``: UTF-8, LF, a header, one file a
target language, named ``<name>_<language>.csv``. BabelDOC compares sources in lower case with spaces folded and takes
the first, so each source stands once, the best attested one.

Limits: one name for another; control characters and line breaks become spaces.
"""

from __future__ import annotations

from functools import partial

from glossary.formats.fitting import SPACES
from glossary.formats.format import Audience, Options
from glossary.formats.renderings import Rendering
from glossary.formats.tabular import Dialect, Layout, line, write_pairs
from glossary.formats.tags import english, tag

__all__ = ["write"]

_CSV = Dialect()


def _row(pair: Rendering, options: Options) -> tuple[str, str, str]:
    target = english("region") if options.from_chinese else tag("region", options)
    return pair.source.text, pair.target.text, target


write = partial(
    write_pairs,
    layout=Layout(
        _row,
        _CSV,
        head=lambda options: (line(("source", "target", "tgt_lng"), _CSV),),  # noqa: ARG005
        fit=SPACES,
        once=str.casefold,
        audience=Audience.ENGINES,
    ),
)
