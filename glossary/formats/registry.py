"""The table of formats. A new format is one small file beside this one, and one row here."""

from __future__ import annotations

from difflib import get_close_matches

from glossary.errors import FormatError
from glossary.formats import (
    anki,
    apkg,
    cedict,
    delimited,
    engines,
    immersive,
    jsonl,
    markdown,
    martif,
    omegat,
    page,
    phrase,
    pleco,
    prompt,
    skos,
    stardict,
    stardict_files,
    table_files,
    tbx,
    tbx_files,
    termbases,
    tmx,
    utx,
    vale,
    weblate,
    workbooks,
    xlsx,
    yomitan,
)
from glossary.formats.format import Format, Order
from glossary.formats.losses import EVERYTHING, Part

__all__ = ["FORMATS", "find"]

_PAIRS = frozenset({Part.ALIASES, Part.READING, Part.KIND, Part.NOTE})
_BANKS = _PAIRS | {Part.SCRIPTS}
_CARDS = _BANKS | {Part.CONTEXT, Part.SOURCE, Part.REVIEW}
_WORDS = _BANKS | {Part.FORBIDDEN, Part.CONTEXT, Part.SOURCE}
_TABLE = _WORDS | {Part.REVIEW}
_LINES = _BANKS - {Part.KIND}
_BAD = frozenset({Part.FORBIDDEN})
_BOTH = "entries with one side only"
_BEST = f"{_BOTH}, all but the best of entries with one name"
_BARS = "names with |"
_HASH = f"{_BOTH}, names with # first"

FORMATS: tuple[Format, ...] = (
    Format("csv", ".csv", "Table with commas", delimited.write_csv, table_files.read, holds=_TABLE),
    Format("tsv", ".tsv", "Table with tabs", delimited.write_tsv, table_files.read, holds=_TABLE, limits="line breaks"),
    Format("xlsx", ".xlsx", "Excel workbook", xlsx.write, workbooks.read, binary=True, holds=_TABLE),
    Format("jsonl", ".jsonl", "JSON Lines, everything", jsonl.write, jsonl.read, holds=EVERYTHING, order=Order.ID),
    Format("anki", ".txt", "Anki text import", anki.write, anki.read, holds=_CARDS, limits=_BOTH),
    Format("apkg", ".apkg", "Anki package", apkg.write, binary=True, holds=_CARDS, limits=_BOTH),
    Format("omegat", ".txt", "OmegaT glossary, tabs", omegat.write, omegat.read, holds=_PAIRS, limits=_HASH),
    Format("omegat-csv", ".csv", "OmegaT glossary, commas", omegat.write_csv, holds=_PAIRS, limits=_BOTH),
    Format("tbx", ".tbx", "TBX-Basic 3 termbase", tbx.write, tbx_files.read, holds=_WORDS),
    Format("tbx2", ".tbx", "TBX 2, OmegaT, Weblate", martif.write, tbx_files.read, holds=_PAIRS | _BAD, limits=_BOTH),
    Format("tmx", ".tmx", "Translation memory", tmx.write, tmx.read, holds=_PAIRS, limits=_BOTH),
    Format("utx", ".utx", "UTX glossary", utx.write, utx.read, holds=_PAIRS | _BAD | {Part.REVIEW}, limits=_HASH),
    Format("weblate", ".csv", "Weblate glossary", weblate.write, table_files.read, holds=_PAIRS, limits=_BOTH),
    Format("memoq", ".csv", "memoQ terms", termbases.write_memoq, table_files.read, holds=_BANKS, limits=_BARS),
    Format("multiterm", ".txt", "MultiTerm", termbases.write_multiterm, table_files.read, holds=_BANKS, limits=_BARS),
    Format("phrase", ".xlsx", "Phrase term base", phrase.write, workbooks.read, binary=True, holds=_BANKS | _BAD),
    Format("deepl", ".tsv", "DeepL", engines.write_deepl, limits=_BEST),
    Format("google", ".csv", "Google, one pair", engines.write_google, limits=_BEST),
    Format("google-set", ".csv", "Google, term set", engines.write_google_set, limits=_BEST),
    Format("amazon", ".csv", "Amazon Translate", engines.write_amazon, limits=_BEST),
    Format("azure", ".tsv", "Azure Translator", engines.write_azure, limits=_BEST),
    Format("immersive", ".csv", "Immersive, BabelDOC", immersive.write, table_files.read, limits=_BEST),
    Format("prompt", ".txt", "Block for a language model", prompt.write, holds=_PAIRS | _BAD, limits=_BOTH),
    Format("stardict", ".zip", "StarDict dictionary", stardict.write, stardict_files.read, binary=True, holds=_WORDS),
    Format("yomitan", ".zip", "Yomitan dictionary", yomitan.write, binary=True, holds=_WORDS),
    Format("cedict", ".u8", "CC-CEDICT lines", cedict.write, cedict.read, holds=_LINES, limits=f"{_BOTH}, no reading"),
    Format("pleco", ".txt", "Pleco flashcards", pleco.write, holds=_BANKS | {Part.CONTEXT}, limits=_BOTH),
    Format("skos", ".ttl", "SKOS in Turtle", skos.write, holds=_WORDS),
    Format("vale", ".yml", "Vale rule", vale.write, holds=_BAD, limits="entries without a name not to be used"),
    Format("markdown", ".md", "Markdown table", markdown.write, holds=_BANKS | _BAD),
    Format("html", ".html", "Web page with search", page.write, holds=_WORDS),
)  # fmt: skip


def find(name: str) -> Format:
    """The format called ``name``, in any case.

    Raises:
        FormatError: there is none.

    >>> find("CSV").suffix
    '.csv'
    >>> find("cvs")
    Traceback (most recent call last):
    glossary.errors.FormatError: unknown format 'cvs'. Did you mean 'csv'? Known formats: csv, tsv, xlsx, jsonl, ...
    """
    known = {found.name: found for found in FORMATS}
    wanted = name.strip().lower()
    if wanted in known:
        return known[wanted]
    close = get_close_matches(wanted, known, n=1)
    meant = f"Did you mean {close[0]!r}? " if close else ""
    raise FormatError(f"unknown format {name!r}", hint=f"{meant}Known formats: {', '.join(known)}")
