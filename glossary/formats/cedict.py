"""CC-CEDICT, the line format of free Chinese–English dictionaries.

Spec: CC-CEDICT, "Syntax" (v1): ``Traditional Simplified [pin1 yin1] /gloss; gloss/sense/``; UTF-8, LF, comments behind
``#``, ``u:`` for ü, tone 5 for the neutral one, syllables of names with a capital; sorted by the traditional form.
Entries of the same forms and pinyin are one line with several senses. The other names are glosses of the first sense,
the note is a sense of its own.

Limits: needs a reading; a form that is missing in one script is that of the other; ``/``, ``[`` and ``]`` in a gloss
and spaces in a Chinese name become others. Names not to be used and sentences have no place. Sorted in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from glossary.errors import SyntaxFault
from glossary.formats import columns
from glossary.formats.fitting import SPACES, Fit, fitted
from glossary.formats.format import Options, ReadOptions
from glossary.formats.losses import Report
from glossary.formats.rows import Row
from glossary.formats.texts import fault, lines
from glossary.formats.tones import Syllable, syllables
from glossary.model import Entry, Reading, Term

__all__ = ["numbered", "read", "write"]

_LINE = re.compile(r"([^ ]+) ([^ ]+) \[\[?([^\]]*)\]\]? /(.+)/\Z")
_OTHERS = str.maketrans({"/": "／", "[": "［", "]": "］"})
_GLOSS = Fit(lambda text: SPACES(text).translate(_OTHERS), "a character that ends a gloss was replaced")
_FORM = Fit(lambda text: SPACES(text).replace(" ", "\u3000").translate(_OTHERS), "spaces in a name were replaced")


def numbered(reading: Reading) -> str:
    """The pinyin as CC-CEDICT writes it: numbers, ``u:``, capitals as in the pinyin with marks.

    >>> from glossary.model import Certainty
    >>> numbered(Reading("Lǚ Bù", "lü3 bu4", "", "", "", Certainty.CERTAIN))
    'Lu:3 Bu4'
    """
    text = " ".join(map(_spelt, syllables(reading))) or reading.pinyin_numbers
    return SPACES(text.replace("ü", "u:").replace("Ü", "U:")).translate(_OTHERS)


def _spelt(one: Syllable) -> str:
    """A syllable with its number; letters and digits of the name one by one, as each is a character of it."""
    if not one.tone:
        return " ".join(filter(str.isalnum, one.said))
    return (one.letters.capitalize() if one.said[:1].isupper() else one.letters) + one.tone


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the entries that have both sides and a reading and returns their number."""
    stream.write(f"# CC-CEDICT\n# {options.title}\n#! version=1\n#! format=ts\n#! charset=UTF-8\n".encode())
    found: dict[tuple[str, str, str], list[str]] = {}
    count = 0
    for entry in entries:
        head, said, english = _forms(entry, options), columns.reading(entry, options.lang), columns.english(entry)
        if not all(head) or said is None or not english.strip():
            report.leave_out(entry, "it needs an English name, a Chinese one and a reading")
            continue
        hant, hans = fitted(head, _FORM, entry=entry, report=report)
        glosses = fitted(
            (english, *columns.aliases(entry, options.lang), entry.note), _GLOSS, entry=entry, report=report
        )
        pinyin = numbered(said)
        if not (glosses[0] and hant and pinyin) or hant.startswith("#"):
            report.leave_out(entry, "nothing is left of a name or its reading, or it begins with #")
            continue
        senses = found.setdefault((hant, hans, pinyin), [])
        senses += [
            sense for sense in ("; ".join(filter(None, glosses[:-1])), glosses[-1]) if sense and sense not in senses
        ]
        count += 1
    for (hant, hans, pinyin), senses in sorted(found.items()):
        stream.write(f"{hant} {hans} [{pinyin}] /{'/'.join(senses)}/\n".encode())
    return count


def _forms(entry: Entry, options: Options) -> tuple[str, str]:
    hant, hans = columns.traditional(entry, options.lang).strip(), columns.simplified(entry, options.lang).strip()
    return hant or hans, hans or hant


def read(stream: BinaryIO, *, where: str, options: ReadOptions) -> Iterator[Row | SyntaxFault]:
    """A row for each line: the first gloss is the English name, the other glosses of its sense are other names.

    A line that is no entry gives its fault.
    """
    for number, text in lines(stream, where=where, options=options):
        if text.startswith("#"):
            continue
        place = f"{where}:{number}"
        found = _LINE.match(text.rstrip())
        if found is None:
            yield fault("is no line of CC-CEDICT", where=place, hint="Wanted: 傳統 传统 [chuan2 tong3] /gloss/")
            continue
        hant, hans, pinyin, senses = found.groups()
        names, *rest = senses.split("/")
        english = [Term(name.strip(), "en") for name in names.split(";") if name.strip()]
        terms = (*english, Term(hant.replace("\u3000", " "), "zh-Hant"), Term(hans.replace("\u3000", " "), "zh-Hans"))
        yield Row(terms, note="\n".join(filter(None, map(str.strip, rest))), pinyin=pinyin, place=place)
