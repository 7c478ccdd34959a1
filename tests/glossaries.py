"""Glossaries for tests in one line: ``person He Lifeng = 何立峰; organization Ken Tech Co, KTC = 肯科``.

The first name of a side is the full one; an ``!`` before a name says that it should not be used.
"""

from dataclasses import replace

from glossary.entries import build
from glossary.lang.latin import is_acronym
from glossary.lang.script import has_han, script_of
from glossary.model import Kind, Origin, Pair, Term, TermStatus, TermType


def made(text):
    """The entries of such a line."""
    return [_entry(part.strip()) for part in text.split(";") if part.strip()]


def _entry(text):
    kind, _, names = text.partition(" ")
    english, _, chinese = names.partition(" = ")
    en, zh = _split(english), _split(chinese)
    lang = "zh-Hans" if zh and script_of(zh[0]) == "hans" else "zh-Hant"
    entry = build.from_pair(Pair(en[0] if en else "", zh[0] if zh else "", Kind(kind)), lang=lang)
    more = tuple(_term(name) for name in (*en[1:], *zh[1:]))
    return replace(entry, terms=entry.terms + more)


def _split(names):
    return [name.strip() for name in names.split(",") if name.strip()]


def _term(name):
    status = TermStatus.DEPRECATED if name.startswith("!") else TermStatus.ADMITTED
    text = name.removeprefix("!")
    lang = f"zh-{'Hans' if script_of(text) == 'hans' else 'Hant'}" if has_han(text) else "en"
    kind = TermType.ACRONYM if is_acronym(text) else TermType.VARIANT
    return Term(text, lang, kind, status, Origin.EDITED)
