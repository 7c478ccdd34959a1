"""The terms of an entry: what is stated, in the order of how well it is attested, and what is derived from that."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from glossary.lang import readings, script, variants
from glossary.lang.script import Script
from glossary.model import Mention, Origin, Pair, Source, Term, TermStatus, TermType

__all__ = ["chinese", "of_mentions", "settle"]

_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z][^a-z]*[A-Z])[A-Z0-9][A-Z0-9&.+/-]{1,9}")
_TONES = re.compile("[āēīōūǖǎěǐǒǔǚǘǜ]")
_SCRIPTS = {"zh-Hant": Script.HANT, "zh-Hans": Script.HANS}


def chinese(pair: Pair, *, lang: str = "") -> tuple[Term, ...]:
    """The Chinese name of the pair as a term with its reading, and its derived forms; empty where there is no Han.

    >>> [(term.text, term.lang, term.reading.pinyin) for term in chinese(Pair("ByteDance Ltd", "字節跳動"))]
    [('字節跳動', 'zh-Hant', 'Zìjié Tiàodòng'), ('字节跳动', 'zh-Hans-CN', 'Zìjié Tiàodòng')]
    """
    if not script.has_han(pair.chinese):
        return ()
    return _chinese(pair.chinese, pair.english, pair.kind, lang)


@lru_cache(4096)
def _chinese(text: str, english: str, kind: object, lang: str) -> tuple[Term, ...]:
    derived = variants.derive(text, kind=kind, script=_SCRIPTS.get(lang))  # type: ignore[arg-type]
    reading = readings.read(text, kind=kind, english=english)  # type: ignore[arg-type]
    return tuple(replace(term, reading=reading) for term in derived)


@dataclass(slots=True)
class _Attested:
    """How well one text is attested in one language."""

    term: Term
    documents: set[str]
    mentions: int = 0
    main: int = 0  # mentions in which it is the name itself and no alias


def of_mentions(mentions: Iterable[Mention], sources: Iterable[Source], pair: Pair) -> tuple[Term, ...]:
    """The terms that the mentions state and what is derived from them, best attested first in each language.

    ``pair`` gives the kind and the English name by which the Chinese names are read.
    """
    langs = {source.id: source.lang for source in sources}
    attested: dict[tuple[str, str], _Attested] = {}
    for mention in mentions:
        lang = langs.get(mention.document, "")
        names = (mention.pair.english, mention.pair.chinese, *mention.pair.aliases)
        for place, text in enumerate(names):
            for term in _terms(text, pair, lang=lang, alias=place > 1):
                held = attested.setdefault((term.lang, term.text), _Attested(term, set()))
                held.documents.add(mention.document)
                held.mentions += 1
                held.main += place < 2
                if held.term.origin is Origin.DERIVED:
                    held.term = term
    return settle(item.term for item in sorted(attested.values(), key=_attestation))


def _attestation(held: _Attested) -> tuple[object, ...]:
    derived = held.term.origin is Origin.DERIVED
    return (derived, held.main == 0, -len(held.documents), -held.mentions, -len(held.term.text), held.term.text)


def _terms(text: str, pair: Pair, *, lang: str, alias: bool) -> tuple[Term, ...]:
    """The term of one stated name and, for a Chinese one, its derived forms."""
    if not text:
        return ()
    if script.has_han(text):
        terms = chinese(replace(pair, chinese=text), lang=lang)
        return tuple(replace(term, type=TermType.VARIANT) for term in terms) if alias else terms
    if _ACRONYM.fullmatch(text):
        return (Term(text, "en", TermType.ACRONYM),)
    if _TONES.search(text):
        return (Term(text, "zh-Latn-pinyin", TermType.VARIANT),)
    return (Term(text, "en", TermType.VARIANT if alias else TermType.FULL_FORM),)


def settle(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms grouped by language (English, then Chinese as it comes), the first of each preferred, no doubles.

    Derived forms come last, and are left out where the same string is stated in the same script. An acronym or a variant is
    preferred only where its language has no full form.
    """
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: term.origin is Origin.DERIVED):
        group = groups[_group(term)]
        if all(held.text != term.text for held in group):
            group.append(term)
    ordered = sorted(groups.items(), key=lambda item: _GROUPS.index(item[0]) if item[0] in _GROUPS else len(_GROUPS))
    return tuple(term for _, group in ordered for term in _preferring(group))


_GROUPS = ("en", "zh-Hant", "zh-Hans")


def _group(term: Term) -> str:
    return "-".join(term.lang.split("-")[:2])


def _preferring(group: list[Term]) -> list[Term]:
    """The group with the first full form (or else the first) in front and preferred, and nothing else preferred."""
    current = [term for term in group if term.status in {TermStatus.PREFERRED, TermStatus.ADMITTED}]
    full = [term for term in current if term.type is TermType.FULL_FORM] or current
    if not full:
        return group
    first = full[0]
    rest = (
        replace(t, status=TermStatus.ADMITTED) if t.status is TermStatus.PREFERRED else t
        for t in group
        if t is not first
    )
    return [replace(first, status=TermStatus.PREFERRED), *rest]
