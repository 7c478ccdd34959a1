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
from glossary.formats.format import Audience, Format, Order
from glossary.formats.losses import EVERYTHING, Part

__all__ = ["FORMATS", "find"]

_P = Part  # short, as the table is long
_NAMES = frozenset({_P.ALIASES, _P.READING, _P.KIND, _P.NOTE})
_TABLE = _NAMES | {_P.SCRIPTS, _P.FORBIDDEN, _P.CONTEXT, _P.SOURCE, _P.REVIEW}
_CARD = _NAMES | {_P.SCRIPTS, _P.CONTEXT, _P.SOURCE, _P.REVIEW}
_ARTICLE = _NAMES | {_P.SCRIPTS, _P.FORBIDDEN, _P.CONTEXT, _P.SOURCE}
_BOTH = "entries with one side only"
_ENGINE = f"{_BOTH}, all but the best of entries with one name"

FORMATS: tuple[Format, ...] = (
    Format("csv", ".csv", "Table with commas", delimited.write_csv, table_files.read, holds=_TABLE),
    Format(
        "tsv",
        ".tsv",
        "Table with tabs",
        delimited.write_tsv,
        table_files.read,
        holds=_TABLE,
        limits="tabs and line breaks",
    ),
    Format("xlsx", ".xlsx", "Excel workbook", xlsx.write, workbooks.read, binary=True, holds=_TABLE),
    Format("jsonl", ".jsonl", "JSON Lines, everything", jsonl.write, jsonl.read, holds=EVERYTHING, order=Order.ID),
    Format("anki", ".txt", "Anki text import", anki.write, anki.read, holds=_CARD, limits=_BOTH),
    Format("apkg", ".apkg", "Anki package", apkg.write, binary=True, holds=_CARD, limits=_BOTH),
    Format(
        "omegat",
        ".txt",
        "OmegaT glossary, tabs",
        omegat.write,
        omegat.read,
        holds=_NAMES,
        limits=f"{_BOTH}, names with # first",
    ),
    Format("omegat-csv", ".csv", "OmegaT glossary, commas", omegat.write_csv, holds=_NAMES, limits=_BOTH),
    Format("tbx", ".tbx", "TBX-Basic 3 termbase", tbx.write, tbx_files.read, holds=_ARTICLE),
    Format(
        "tbx2",
        ".tbx",
        "TBX 2 for OmegaT, Weblate",
        martif.write,
        tbx_files.read,
        holds=_NAMES | {_P.FORBIDDEN},
        limits=_BOTH,
    ),
    Format("tmx", ".tmx", "Translation memory", tmx.write, tmx.read, holds=_NAMES, limits=_BOTH),
    Format("utx", ".utx", "UTX glossary", utx.write, utx.read, holds=_NAMES | {_P.FORBIDDEN, _P.REVIEW}, limits=_BOTH),
    Format("weblate", ".csv", "Weblate glossary", weblate.write, table_files.read, holds=_NAMES, limits=_BOTH),
    Format(
        "memoq",
        ".csv",
        "memoQ term table",
        termbases.write_memoq,
        table_files.read,
        holds=_NAMES | {_P.SCRIPTS},
        limits="names with |",
    ),
    Format(
        "multiterm",
        ".txt",
        "MultiTerm, Glossary Converter",
        termbases.write_multiterm,
        table_files.read,
        holds=_NAMES | {_P.SCRIPTS},
        limits="names with |",
    ),
    Format(
        "phrase",
        ".xlsx",
        "Phrase term base",
        termbases.write_phrase,
        workbooks.read,
        binary=True,
        holds=_NAMES | {_P.SCRIPTS, _P.FORBIDDEN},
    ),
    *(
        Format(name, suffix, title, engines.WRITERS[name], limits=_ENGINE, audience=Audience.ENGINES)
        for name, suffix, title in (
            ("deepl", ".tsv", "DeepL glossary"),
            ("google", ".csv", "Google glossary, one pair"),
            ("google-set", ".csv", "Google equivalent terms"),
            ("amazon", ".csv", "Amazon custom terminology"),
            ("azure", ".tsv", "Azure glossary"),
        )
    ),
    Format(
        "immersive",
        ".csv",
        "Immersive Translate, BabelDOC",
        immersive.write,
        table_files.read,
        limits=_ENGINE,
        audience=Audience.ENGINES,
    ),
    Format("prompt", ".txt", "Block for a language model", prompt.write, holds=_NAMES | {_P.FORBIDDEN}, limits=_BOTH),
    Format("stardict", ".zip", "StarDict dictionary", stardict.write, stardict_files.read, binary=True, holds=_ARTICLE),
    Format("yomitan", ".zip", "Yomitan dictionary", yomitan.write, binary=True, holds=_ARTICLE),
    Format(
        "cedict",
        ".u8",
        "CC-CEDICT lines",
        cedict.write,
        cedict.read,
        holds=frozenset({_P.ALIASES, _P.READING, _P.SCRIPTS, _P.NOTE}),
        limits=f"{_BOTH} or without a reading",
    ),
    Format("pleco", ".txt", "Pleco flashcards", pleco.write, holds=_NAMES | {_P.SCRIPTS, _P.CONTEXT}, limits=_BOTH),
    Format("skos", ".ttl", "SKOS in Turtle", skos.write, holds=_ARTICLE),
    Format(
        "vale",
        ".yml",
        "Vale rule",
        vale.write,
        holds=frozenset({_P.FORBIDDEN}),
        limits="entries without a name not to be used",
    ),
    Format("markdown", ".md", "Markdown table", markdown.write, holds=_NAMES | {_P.SCRIPTS, _P.FORBIDDEN}),
    Format("html", ".html", "Web page with search", page.write, holds=_ARTICLE),
)


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
