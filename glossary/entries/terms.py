"""The terms of an entry: what is stated, in the order of how well it is attested, and what is derived from that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from glossary.lang import readings, regions, script, variants
from glossary.lang.latin import is_acronym, is_toned
from glossary.lang.script import Script
from glossary.model import Kind, Mention, Origin, Pair, Source, Term, TermStatus, TermType, changed

__all__ = ["chinese", "group", "in_order", "of_mentions", "promoted", "settle", "unite"]


def chinese(pair: Pair, *, lang: str = "") -> tuple[Term, ...]:
    """The Chinese name of the pair as a term with its reading, and its derived forms; empty where there is no Han.

    Forms in the other script are full forms, the names that other regions give the same thing (奥巴马 for 歐巴馬)
    variants. ``lang`` zh-Hant-TW asks for Taiwan's readings; they are never guessed.

    >>> [(term.text, term.lang, term.reading.pinyin) for term in chinese(Pair("ByteDance Ltd", "字節跳動"))]
    [('字節跳動', 'zh-Hant', 'Zìjié Tiàodòng'), ('字节跳动', 'zh-Hans-CN', 'Zìjié Tiàodòng')]
    """
    if not script.has_han(pair.chinese):
        return ()
    return _chinese(changed(pair, aliases=()) if pair.aliases else pair, lang)


@lru_cache(4096)
def _chinese(pair: Pair, lang: str) -> tuple[Term, ...]:
    text, english, kind = pair.chinese, pair.english, pair.kind
    elsewhere = () if kind is Kind.TERM else regions.renderings(text, english=english)
    # A term that English writes with a capital may be a name after all: its pinyin is written like one. A letter is no
    # such word (5G network, A share).
    named = not english or any(word[:1].isupper() and word[1:2].islower() for word in english.split())
    said = Kind.OTHER if kind is Kind.TERM and named else kind
    reading = readings.read(text, kind=said, english=english, region="TW" if lang == "zh-Hant-TW" else "CN")
    return (
        *variants.derive(text, kind=kind, script=Script.tagged(lang), reading=reading),
        *(replace(term, reading=readings.read(term.text, kind=said, english=english)) for term in elsewhere),
    )


@dataclass(slots=True)
class _Attested:
    """How well one text is attested in one language."""

    term: Term
    documents: set[str] = field(default_factory=set)
    mentions: int = 0
    main: int = 0  # mentions in which it is the name itself and no alias

    def add(self, term: Term, documents: Sequence[str], *, alias: bool) -> None:
        """Count a mention in each of the documents; stated is better than derived, the name itself than an alias."""
        self.documents.update(documents)
        self.mentions += len(documents)
        self.main += 0 if alias else len(documents)
        self.term = min(self.term, term, key=_lesser)


def _lesser(term: Term) -> tuple[bool, bool]:
    return term.origin is Origin.DERIVED, term.type is TermType.VARIANT


def of_mentions(mentions: Iterable[Mention], sources: Iterable[Source], pair: Pair) -> tuple[Term, ...]:
    """The terms that the mentions state and what is derived from them, best attested first in each language.

    ``pair`` gives the kind and the English name by which the Chinese names are read.
    """
    langs = {source.id: source.lang for source in sources}
    attested: dict[tuple[str, str], _Attested] = {}
    for (text, alias, lang), documents in _stated(mentions, langs).items():
        for term in _terms(text, pair, lang=lang, alias=alias):
            attested.setdefault((term.lang, term.text), _Attested(term)).add(term, documents, alias=alias)
    return settle(held.term for held in sorted(attested.values(), key=_attestation))


def _stated(mentions: Iterable[Mention], langs: Mapping[str, str]) -> dict[tuple[str, bool, str], list[str]]:
    """For each name, whether as an alias, and script of a text, the document of each mention that states it so."""
    found: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
    for mention in mentions:
        pair, document = mention.pair, mention.document
        lang = langs.get(document, "")
        found[pair.english, False, lang].append(document)
        found[pair.chinese, False, lang].append(document)
        for text in pair.aliases:
            found[text, True, lang].append(document)
    return found


def _attestation(held: _Attested) -> tuple[object, ...]:
    """By which the best attested text comes first: no derived one, and none that is an alias as often as the name."""
    derived, alias = held.term.origin is Origin.DERIVED, 2 * held.main <= held.mentions
    return (derived, alias, -len(held.documents), -held.mentions, -len(held.term.text), held.term.text)


def _terms(text: str, pair: Pair, *, lang: str, alias: bool) -> tuple[Term, ...]:
    """The term of one stated name and, for a Chinese one, its derived forms."""
    if not text:
        return ()
    if other := script.foreign(text):
        return (Term(text, other, TermType.VARIANT),)
    if script.has_han(text):
        terms = chinese(changed(pair, chinese=text), lang=lang)
        return tuple(replace(term, type=TermType.VARIANT) for term in terms) if alias else terms
    if is_acronym(text):
        return (Term(text, "en", TermType.ACRONYM),)
    if is_toned(text):
        return (Term(text, "zh-Latn-pinyin", TermType.VARIANT),)
    return (Term(text, "en", TermType.VARIANT if alias else TermType.FULL_FORM),)


def unite(made: Iterable[Term], kept: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that the mentions make, with those that are kept beside them: imported and edited ones.

    What a person edited stands over what a text states: a term of the same text keeps its edited reading and status,
    and an edited preferred term stays preferred. The result depends on the sets only, so that merging is associative.

    >>> edited = Term("Zijie", "en", status=TermStatus.PREFERRED, origin=Origin.EDITED)
    >>> [(term.text, str(term.status)) for term in unite([Term("ByteDance", "en")], [edited])]
    [('Zijie', 'preferred'), ('ByteDance', 'admitted')]
    """
    groups: dict[str, tuple[list[Term], list[Term]]] = defaultdict(lambda: ([], []))
    for term in made:
        groups[group(term.lang)][0].append(term)
    for term in kept:
        groups[group(term.lang)][1].append(term)
    return settle(term for group in groups.values() for term in _united(*group))


def _united(made: list[Term], kept: list[Term]) -> list[Term]:
    """The terms of one language, the preferred one in front of its rank, each text perhaps twice: the first counts."""
    flagged = {term.text for term in kept if term.status is TermStatus.PREFERRED}
    by_text: dict[str, Term] = {}
    for term in sorted((_unflagged(term) for term in kept), key=_canonical):
        by_text.setdefault(term.text, term)
    edited = [term for term in by_text.values() if term.origin is Origin.EDITED]
    candidates = [term for term in edited if term.text in flagged]
    if not candidates and not any(term.origin is Origin.STATED for term in made):
        candidates = [term for term in by_text.values() if term.text in flagged]
    front = [min(candidates, key=_canonical)] if candidates else []
    over = {term.text: term for term in edited}
    return [*front, *(over.get(term.text, term) for term in made), *by_text.values()]


def _unflagged(term: Term) -> Term:
    return replace(term, status=TermStatus.ADMITTED) if term.status is TermStatus.PREFERRED else term


def _canonical(term: Term) -> tuple[object, ...]:
    """An order of terms in which edited ones and full forms come first."""
    return (term.origin is not Origin.EDITED, term.type is not TermType.FULL_FORM, term.lang, term.text, repr(term))


def settle(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms grouped by language (English, then Chinese as it comes), the first of each preferred, no doubles.

    Derived forms come last, and are left out where the same string is stated in the same script. An acronym or a
    variant is preferred only where its language has no full form.
    """
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: term.origin is Origin.DERIVED):
        same = groups[group(term.lang)]
        if all(held.text != term.text for held in same):
            same.append(term)
    return tuple(term for lang in sorted(groups, key=_place) for term in _preferring(groups[lang]))


def _place(group: str) -> tuple[int, str]:
    return (_GROUPS.index(group) if group in _GROUPS else len(_GROUPS), group)


_GROUPS = ("en", "zh-Hant", "zh-Hans")


def group(lang: str) -> str:
    """The language and script of a tag, without the region: terms of one group stand for one another.

    >>> group("zh-Hans-CN"), group("en")
    ('zh-Hans', 'en')
    """
    return "-".join(lang.split("-")[:2])


def in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms grouped by language, in the order they have there."""
    return tuple(sorted(terms, key=lambda term: _place(group(term.lang))))


def promoted(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms, in each language without a preferred one the first that may be used made so and put in front.

    >>> [term.text for term in promoted([Term("a", "en", status=TermStatus.DEPRECATED), Term("b", "en")])]
    ['b', 'a']
    """
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        groups[group(term.lang)].append(term)
    lacking = {lang for lang, held in groups.items() if all(t.status is not TermStatus.PREFERRED for t in held)}
    found = {lang: _preferring(held) if lang in lacking else held for lang, held in groups.items()}
    return tuple(term for lang in sorted(found, key=_place) for term in found[lang])


def _preferring(group: list[Term]) -> list[Term]:
    """The group with the first full form (or else the first) in front and preferred, and nothing else preferred."""
    current = [term for term in group if term.status.in_use]
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
