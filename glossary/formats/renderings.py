"""The pairs of names that an entry gives to a format that is a list of pairs.

People get every name in use of the side that is translated from, and those of the other side that a text states or a
person gave; engines get one: the preferred names. A name that is not to be used comes with the name to use instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from glossary.formats.columns import chinese_term, english_term, in_use
from glossary.formats.format import Audience, Options
from glossary.formats.losses import Report
from glossary.model import Entry, Origin, Review, Term

__all__ = ["Rendering", "forbidden", "names", "rank", "renderings", "settled"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A name and the name that stands for it on the other side."""

    source: Term
    target: Term
    entry: Entry


def renderings(entry: Entry, options: Options, *, audience: Audience) -> list[Rendering]:
    """The pairs of the entry, the preferred names first; empty where it lacks a name of a side.

    >>> from glossary.model import Kind
    >>> both = (Term("Taipei", "en"), Term("Taihoku", "en"), Term("臺北", "zh-Hant"))
    >>> found = renderings(Entry("e1", Kind.PLACE, both), Options(), audience=Audience.PEOPLE)
    >>> [(pair.source.text, pair.target.text) for pair in found]
    [('Taipei', '臺北'), ('Taihoku', '臺北')]
    """
    chosen = options.audience or audience
    english, chinese = names(entry, options, audience=chosen)
    sources, targets = (chinese, english) if options.from_chinese else (english, chinese)
    return [Rendering(source, target, entry) for source, target in product(sources, targets)]


def names(entry: Entry, options: Options, *, audience: Audience) -> tuple[list[Term], list[Term]]:
    """The English and the Chinese names that stand in the pairs, the preferred one first.

    >>> from glossary.model import Kind
    >>> both = (Term("Taipei", "en"), Term("臺北", "zh-Hant"))
    >>> [side[0].text for side in names(Entry("e1", Kind.PLACE, both), Options(), audience=Audience.PEOPLE)]
    ['Taipei', '臺北']
    """
    english, chinese = english_term(entry), chinese_term(entry, options.chinese[:7], options.chinese)
    first = [english] if english else [], [chinese] if chinese else []
    if audience is Audience.ENGINES:
        return _different(first[0]), _different(first[1])
    script = "zh" if options.from_chinese and not options.lang else options.chinese[:7]
    # Derived names are good to be found by, and only the chosen one of them is good to be written.
    more = [term for term in in_use(entry, script) if options.from_chinese or term.origin is not Origin.DERIVED]
    return _different(first[0] + in_use(entry, "en")), _different(first[1] + more) if chinese else []


def _different(terms: list[Term]) -> list[Term]:
    found: dict[str, Term] = {}
    for term in terms:
        if term.text.strip():
            found.setdefault(term.text, term)
    return list(found.values())


def forbidden(entry: Entry, options: Options) -> list[Term]:
    """The names of the target side that are not to be used; with a language asked for, those of its script.

    >>> from glossary.model import Kind, TermStatus
    >>> bad = Term("特朗普", "zh-Hant", status=TermStatus.DEPRECATED)
    >>> [term.text for term in forbidden(Entry("e1", Kind.PERSON, (bad,)), Options())]
    ['特朗普']
    """
    wanted = options.lang[:7] or "zh-Han"
    prefix = "en" if options.from_chinese else wanted
    return [term for term in entry.terms if not term.status.in_use and term.lang.startswith(prefix)]


def settled(
    entries: Iterable[Entry], options: Options, *, audience: Audience, report: Report
) -> Iterator[tuple[Entry, list[Rendering]]]:
    """The entries with their pairs; those without one are left out, and the report says why."""
    for entry in entries:
        found = renderings(entry, options, audience=audience)
        if found:
            yield entry, found
        else:
            report.leave_out(entry, _lack(entry, options))


def _lack(entry: Entry, options: Options) -> str:
    return "no English name in use" if english_term(entry) is None else f"no Chinese name in {options.chinese}"


def rank(pair: Rendering) -> tuple[bool, bool, int, str]:
    """How a pair stands among those of one source, the best first: approved, not derived, often stated.

    >>> from glossary.model import Kind
    >>> name = Term("陳偉", "zh-Hant")
    >>> approved = Entry("e1", Kind.PERSON, (), review=Review.APPROVED)
    >>> rank(Rendering(name, name, approved)) < rank(Rendering(name, name, Entry("e0", Kind.PERSON, ())))
    True
    """
    entry = pair.entry
    derived = Origin.DERIVED in {pair.source.origin, pair.target.origin}
    return entry.review is not Review.APPROVED, derived, -len(entry.mentions), entry.id
