r"""What a text must look like to stand in a format, and saying so where it had to be changed.

The characters are named here once. A format takes the rules that it needs; what a rule changes is in the loss report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from glossary.formats.losses import Report
from glossary.model import Entry, Mention, Source, Term, changed

__all__ = ["BREAKS", "CONTROLS", "PICTURES", "SPACES", "XML", "Fit", "fitted", "whole"]


@dataclass(frozen=True, slots=True)
class Fit:
    """A rule: how a text is made to fit, and what to tell of it where that changed it."""

    change: Callable[[str], str]
    why: str

    def __call__(self, text: str) -> str:
        """The text as it fits."""
        return self.change(text)


# Everything that some reader takes for the end of a line or of a cell (str.splitlines and the tab).
_BREAK = re.compile("\r\n|[\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# XML 1.0, "Char": what no escape can bring in. A CR would come back as a line feed.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}

BREAKS = Fit(lambda text: _BREAK.sub(" ", text), "a tab or a line break became a space")
CONTROLS = Fit(lambda text: _CONTROL.sub("", _BREAK.sub(" ", text)), "a control character was taken out")
SPACES = Fit(lambda text: " ".join(_CONTROL.sub(" ", text).split()), "spaces or control characters were taken out")
PICTURES = Fit(
    lambda text: text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN),
    "a control character is shown by its picture",
)
XML = Fit(
    lambda text: _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")),
    "a control character that XML cannot hold was replaced",
)


def fitted(cells: Iterable[str], rule: Fit, *, entry: Entry, report: Report) -> list[str]:
    r"""The cells as the rule wants them; the report hears of the entry if one had to be changed.

    >>> from glossary.model import Kind
    >>> report = Report()
    >>> fitted(["a\tb", "c"], BREAKS, entry=Entry("e1", Kind.OTHER, ()), report=report), report.changed
    (['a b', 'c'], 1)
    """
    given: Sequence[str] = list(cells)
    fit = [rule(cell) for cell in given]
    if fit != given:
        report.change(entry, rule.why)
    return fit


def whole(entry: Entry, rule: Fit, *, report: Report) -> Entry:
    r"""The entry with every text that people read as the rule wants it; its id and numbers stay.

    >>> from glossary.model import Kind
    >>> whole(Entry("e1", Kind.OTHER, (Term("a\tb", "en"),)), BREAKS, report=Report()).terms[0].text
    'a b'
    """
    fit = replace(
        entry,
        terms=tuple(_term(term, rule) for term in entry.terms),
        mentions=tuple(_mention(mention, rule) for mention in entry.mentions),
        sources=tuple(_source(source, rule) for source in entry.sources),
        note=rule(entry.note),
    )
    if fit == entry:
        return entry
    report.change(entry, rule.why)
    return fit


def _term(term: Term, rule: Fit) -> Term:
    said = term.reading
    if said is not None:
        numbers = rule(said.pinyin_numbers)
        said = replace(said, pinyin=rule(said.pinyin), pinyin_numbers=numbers, zhuyin=rule(said.zhuyin))
    return replace(term, text=rule(term.text), reading=said)


def _mention(mention: Mention, rule: Fit) -> Mention:
    return changed(mention, context=rule(mention.context))


def _source(source: Source, rule: Fit) -> Source:
    title, publisher, url, date = (rule(text) for text in (source.title, source.publisher, source.url, source.date))
    return replace(source, title=title, publisher=publisher, url=url, date=date, path=rule(source.path))
