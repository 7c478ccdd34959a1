"""An entry for people, in a few lines."""

from __future__ import annotations

from glossary.cli.output import bold, counted, line, print_text
from glossary.formats import columns
from glossary.model import Entry, Mention, Review, Term, TermStatus, Verb

__all__ = ["count", "heading", "sentence", "show", "unused"]

_SENTENCE = 240  # characters of a sentence that are shown around the gloss


def show(entry: Entry, *, lang: str = "", found: str = "", place: str = "") -> None:
    """Print the entry: names, what it is and how it was found, what was decided, a sentence.

    ``lang`` chooses the Chinese name; ``place`` is the glossary that it is from, where there are several.
    """
    print_text(bold(heading(entry, lang=lang)))
    for detail in _details(entry, lang=lang, found=found, place=place):
        print_text(f"  {line(detail)}")


def _details(entry: Entry, *, lang: str, found: str, place: str) -> list[str]:
    others = columns.aliases(entry, lang)
    details = [
        "also: " + "; ".join(others) if others else "",
        ", ".join(filter(None, (entry.kind, count(entry), found, place and f"in {place}"))),
        _review(entry),
        *unused(entry),
        f"note: {entry.note}" if entry.note else "",
        f"“{sentence(entry.mentions[0])}”" if entry.mentions and entry.mentions[0].context else "",
    ]
    return list(filter(None, details))


def heading(entry: Entry, *, lang: str = "") -> str:
    """The names and the reading on one line."""
    forms = dict.fromkeys(filter(None, (columns.traditional(entry, lang), columns.simplified(entry, lang))))
    names = (columns.english(entry), " / ".join(forms), columns.pinyin(entry, lang))
    return "  ".join(line(name) for name in names if name)


def _review(entry: Entry) -> str:
    """What people decided, if they did."""
    if entry.review is Review.UNREVIEWED:
        return ""
    said = [decision for decision in entry.decisions if decision.verb in {Verb.APPROVE, Verb.REJECT}]
    reason = said[-1].reason if said and entry.review is Review.REJECTED else ""
    return f"{entry.review}: {reason}" if reason else str(entry.review)


def unused(entry: Entry) -> list[str]:
    """A line for each name that should not be used; one for a name that is the same in both scripts."""
    words = {TermStatus.DEPRECATED: "do not use", TermStatus.SUPERSEDED: "no longer used"}
    said = (f"{words[term.status]}: {_why(term)}" for term in entry.terms if term.status in words)
    return list(dict.fromkeys(said))


def _why(term: Term) -> str:
    return f"{term.text} ({term.note})" if term.note else term.text


def count(entry: Entry) -> str:
    """How often and in how many texts it is stated."""
    mentions, sources = len(entry.mentions), len(entry.sources)
    if not mentions:
        return "stated in no text"
    return f"{counted(mentions, 'mention')} in {counted(sources, 'text')}"


def sentence(mention: Mention) -> str:
    """The sentence of a mention; of a long one the part around its Chinese name, with … where it is cut."""
    text = line(mention.context)
    if len(text) <= _SENTENCE:
        return text
    start = max(0, min(text.find(mention.pair.chinese) - _SENTENCE // 2, len(text) - _SENTENCE))
    end = start + _SENTENCE
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
