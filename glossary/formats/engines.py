r"""Glossaries of machine translation: DeepL, Google, Amazon and Azure. One preferred name for another, one direction.

``deepl``: TSV without a header (DeepL API, "Glossaries"); each source once, no control characters or line breaks, at
most 1,024 bytes a name. ``google``: CSV without a header, for one pair of languages; ``google-set``: CSV with a header
of language codes, for equivalent term sets (Cloud Translation, "Creating and using glossaries"). ``amazon``: CSV whose
first row are the codes, source first (Amazon Translate, "Custom terminology"). ``azure``: TSV whose first row are the
codes (Document Translation, "glossary formats"). UTF-8, LF.

For the other direction say ``--from zh``, for another region ``--lang``; the services want a file for each.
Where several entries have one name as their source, the approved or best attested one is written, and the others are
in the loss report: a service would take the last one, or refuse the file.

Limits: 10 MB a file at DeepL and Amazon; a longer one is refused by the service. Google does not match names of more
than about five words. No service has a place for names that are not to be used.
"""

from __future__ import annotations

from functools import partial

from glossary.formats.fitting import SPACES
from glossary.formats.format import Audience, Options
from glossary.formats.renderings import Rendering
from glossary.formats.tabular import TABS, Dialect, Layout, line, write_pairs
from glossary.formats.tags import english, tag

__all__ = ["write_amazon", "write_azure", "write_deepl", "write_google", "write_google_set"]

_LONGEST = 1024  # bytes a name, DeepL


def _row(pair: Rendering, options: Options) -> tuple[str, str]:  # noqa: ARG001 - as every layout has it
    return pair.source.text, pair.target.text


def _long(cells: list[str]) -> str:
    longest = max(len(cell.encode("utf-8", "surrogatepass")) for cell in cells)
    return f"a name is longer than {_LONGEST:,} bytes" if longest > _LONGEST else ""


def _codes(options: Options, *, consumer: str, dialect: Dialect) -> tuple[bytes]:
    codes = (english(consumer), tag(consumer, options))
    return (line(codes[::-1] if options.from_chinese else codes, dialect),)


def _layout(consumer: str, dialect: Dialect, *, header: bool = True) -> Layout:
    return Layout(
        _row,
        dialect,
        head=partial(_codes, consumer=consumer, dialect=dialect) if header else lambda options: (),  # noqa: ARG005
        fit=SPACES,
        refused=_long if consumer == "deepl" else lambda cells: "",  # noqa: ARG005
        once=str,
        audience=Audience.ENGINES,
    )


write_deepl = partial(write_pairs, layout=_layout("deepl", TABS, header=False))
write_google = partial(write_pairs, layout=_layout("google", Dialect(), header=False))
write_google_set = partial(write_pairs, layout=_layout("google", Dialect()))
write_amazon = partial(write_pairs, layout=_layout("amazon", Dialect()))
write_azure = partial(write_pairs, layout=_layout("azure", TABS))
