"""``glossary show``: everything about one entry."""

from __future__ import annotations

from glossary.cli import entry_lines
from glossary.cli.options import Databases, Json, Meant, to_read
from glossary.cli.output import bold, line, print_json, print_text
from glossary.curation.choosing import choose
from glossary.entries import deciding
from glossary.model import Entry, Mention, Source, Term

__all__ = ["show"]


def show(entry: Meant, *, database: Databases = None, json: Json = False) -> None:
    """Show everything about one entry: names and readings, what was decided, every sentence with its source."""
    with to_read(database) as stores:
        found = choose(stores, entry)
    if json:
        print_json(found)
        return
    print_text(bold(entry_lines.heading(found)))
    for text in (f"{found.id}, {found.kind}, {found.review}", found.note and f"note: {found.note}"):
        print_text(f"  {line(text)}") if text else None
    for title, lines in (("Names", _names(found)), ("Decisions", _decisions(found)), ("Mentions", _mentions(found))):
        if lines:
            print_text(title)
        for text in lines:
            print_text(f"  {line(text)}")


def _names(entry: Entry) -> list[str]:
    return [_name(term) for term in entry.terms]


def _name(term: Term) -> str:
    """A name with all that is known about it."""
    said = f" {term.reading.pinyin} ({term.reading.certainty})" if term.reading else ""
    facts = [term.lang, term.status.value, term.type.value, term.origin.value]
    facts += [f"{term.derivation.value} form"] if term.origin.value == "derived" else []
    facts += [f"or {'; '.join(term.alternatives)}"] if term.alternatives else []
    facts += [term.note] if term.note else []
    return f"{term.text}{said}: {', '.join(facts)}"


def _decisions(entry: Entry) -> list[str]:
    holding = {decision.id for decision in deciding.live(entry.decisions)}
    return [
        " ".join(filter(None, (found.verb, found.text)))
        + (f", because {found.reason}" if found.reason else "")
        + ("" if found.id in holding else " (taken back)" if found.verb != "undo" else "")
        for found in entry.decisions
    ]


def _mentions(entry: Entry) -> list[str]:
    sources = {source.id: source for source in entry.sources}
    return [_mention(mention, sources[mention.document]) for mention in entry.mentions]


def _mention(mention: Mention, source: Source) -> str:
    about = (source.title or source.path, source.publisher, source.date, source.url, mention.where)
    said = f"“{mention.context}”" if mention.context else f"{mention.pair.english} = {mention.pair.chinese}"
    where = ", ".join(filter(None, about))
    return f"{said} ({where}; {mention.form}, {mention.probability:.0%} sure)"
