r"""Vale rule: names that are not to be used, each with the name to use, for the texts of one language or region.

Spec: Vale's extension point ``substitution`` (YAML), to be put into a style's folder. ``swap`` maps what is wrong, a
regular expression, to what is right. With ``--lang zh-Hant-TW`` the wrong names are those not to be used and those by
which other regions call the same thing (特朗普, to be 川普); without ``--lang`` the same for traditional characters;
with ``--from zh``, for English texts, the English names not to be used.

Limits: entries without a wrong name have no rule. A wrong name that is the right one of another entry, or stands for
two right ones, or is a part of its right one, is left out: a rule cannot tell which is meant. The rules are held in
memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import BinaryIO

from glossary.formats.columns import chinese_term, english_term
from glossary.formats.fitting import SPACES
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.lang.script import fold
from glossary.model import Entry, Origin, Term

__all__ = ["write", "wrong"]

_HEAD = """\
# {title}
extends: substitution
message: "Use '%s' instead of '%s'."
level: error
ignorecase: false
nonword: {nonword}
"""


def _right(entry: Entry, options: Options) -> Term | None:
    return english_term(entry) if options.from_chinese else chinese_term(entry, options.chinese[:7], options.chinese)


def wrong(entry: Entry, options: Options) -> list[str]:
    """The names of the entry that a text of the language must not have.

    >>> from glossary.model import Kind, TermStatus
    >>> terms = (Term("川普", "zh-Hant"), Term("特朗普", "zh-Hant", status=TermStatus.DEPRECATED))
    >>> wrong(Entry("e1", Kind.PERSON, terms), Options())
    ['特朗普']
    """
    right = _right(entry, options)
    if right is None:
        return []
    side = "en" if options.from_chinese else options.chinese[:7]
    of_side = [term for term in entry.terms if term.lang.startswith(side)]
    unused = [term.text for term in of_side if not term.status.in_use]
    own = {fold(term.text) for term in (*of_side, right) if term.origin is not Origin.DERIVED or term is right}
    elsewhere = [term.text for term in of_side if _of_elsewhere(term, own, options)]
    return [text for text in dict.fromkeys(map(SPACES, (*unused, *elsewhere))) if text]


def _of_elsewhere(term: Term, own: set[str], options: Options) -> bool:
    """Whether another region calls the thing so, and no text of this script does."""
    return (
        not options.from_chinese
        and term.origin is Origin.DERIVED
        and term.status.in_use
        and term.lang.count("-") == 2
        and term.lang != options.chinese
        and fold(term.text) not in own
    )


def write(entries: Iterable[Entry], stream: BinaryIO, *, options: Options, report: Report) -> int:
    """Writes the rules and returns the number of entries that have one."""
    rights: set[str] = set()
    found: dict[str, list[tuple[str, Entry]]] = {}
    for entry in entries:
        right = _right(entry, options)
        rights |= {SPACES(right.text)} if right else set()
        for text in wrong(entry, options):
            found.setdefault(text, []).append((SPACES(right.text) if right else "", entry))
    used: set[str] = set()
    rules = []
    for text, places in sorted(found.items()):
        if why := _ambiguous(text, {name for name, _ in places}, rights):
            for _, entry in places:
                report.leave_out(entry, why)
        else:
            rules.append(f"  {_quoted(re.escape(text))}: {_quoted(places[0][0])}\n")
            used |= {entry.id for _, entry in places}
    # Between letters of no alphabet there is no word boundary, so Vale must not ask for one.
    stream.write(_HEAD.format(title=options.title, nonword=str(not options.from_chinese).lower()).encode())
    stream.write("".join(["swap:\n", *rules] if rules else ["swap: {}\n"]).encode())
    return len(used)


def _quoted(text: str) -> str:
    """A string of YAML, which takes those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def _ambiguous(text: str, right: set[str], rights: set[str]) -> str:
    """Why there can be no rule for the text, or nothing."""
    if text in rights:
        return f"{text!r} is the right name of another entry"
    if len(right) > 1:
        return f"{text!r} would have to become two names"
    return f"{text!r} is a part of the right name" if text in next(iter(right)) else ""
