"""What people decided about an entry, applied to it: decisions in the order of time, those that were undone left out.

Decisions are a set that only grows, so that glossaries merge by uniting them; the entry that they make is a function of
that set and of what the entry says without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b

from glossary.entries import extents, terms
from glossary.lang import readings, script
from glossary.lang.latin import is_acronym
from glossary.model import Decision, Entry, Kind, Origin, Pair, Review, Term, TermStatus, TermType, Verb

__all__ = ["applied", "by_hand", "identified", "kind", "live", "reason"]

PROGRAM = "glossary"  # who decided what this program concluded by itself


def identified(decision: Decision) -> Decision:
    """The decision with the id that its content gives it.

    >>> identified(Decision("", "e1", Verb.APPROVE, 1)).id
    'da6e95a08f638b21e'
    """
    content = repr(replace(decision, id="", given=None))
    return replace(decision, id="d" + blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())


def live(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, by time: without undone ones and undos. An undo that is itself undone undoes nothing.

    >>> done = Decision("d1", "e1", Verb.APPROVE, 1)
    >>> undone = Decision("d2", "e1", Verb.UNDO, 2, "d1")
    >>> live([undone, done]), live([done, undone, Decision("d3", "e1", Verb.UNDO, 3, "d2")]) == (done,)
    ((), True)
    """
    ordered = sorted(decisions, key=_when)
    gone: set[str] = set()
    for decision in reversed(ordered):
        if decision.verb is Verb.UNDO and decision.id not in gone:
            gone.add(decision.text)
    return tuple(found for found in ordered if found.id not in gone and found.verb is not Verb.UNDO)


def _when(decision: Decision) -> tuple[int, str]:
    return (decision.time, decision.id)


def by_hand(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Those that a person made."""
    return tuple(decision for decision in decisions if decision.by != PROGRAM)


def reason(entry: Entry) -> str:
    """Why the entry was rejected (or approved), as far as somebody said so.

    >>> no = Decision("d1", "e1", Verb.REJECT, 1, reason="a caption")
    >>> reason(Entry("e1", Kind.OTHER, (), decisions=(no,)))
    'a caption'
    """
    reviewed = [found for found in _own(entry) if found.verb in _REVIEWS]
    return reviewed[-1].reason if reviewed else ""


def kind(entry: Entry) -> Kind | None:
    """The kind that was decided, if any was."""
    kinds = [found.text for found in _own(entry) if found.verb is Verb.KIND]
    return Kind(kinds[-1]) if kinds else None


def applied(entry: Entry) -> Entry:
    """The entry after its decisions; it must be as it is without them."""
    for decision in live(entry.decisions):
        if _concerns(decision, entry) or decision.verb in _TAKEN_IN:
            entry = _APPLY.get(decision.verb, _unchanged)(entry, decision)
    return _in_both_scripts(entry)


def _in_both_scripts(entry: Entry) -> Entry:
    """The entry, in a script of whose names none may be used with the form of the preferred name of the other."""
    front = {terms.group(term.lang): term for term in entry.terms if term.status is TermStatus.PREFERRED}
    held = {(terms.group(term.lang), term.text) for term in entry.terms}
    lacking = {"zh-Hant", "zh-Hans"} & {language for language, _ in held} - front.keys()
    made = (
        term
        for language in ("zh-Hant", "zh-Hans")
        if lacking and language in front
        for term in terms.chinese(Pair(_english(entry), front[language].text, entry.kind), lang=language)
    )
    new = [
        term for term in made if terms.group(term.lang) in lacking and (terms.group(term.lang), term.text) not in held
    ]
    return replace(entry, terms=terms.promoted([*entry.terms, *new])) if new else entry


def _own(entry: Entry) -> tuple[Decision, ...]:
    return tuple(decision for decision in live(entry.decisions) if _concerns(decision, entry))


def _concerns(decision: Decision, entry: Entry) -> bool:
    """Whether it was made about this entry, or about one that this was split from; not about one that it took in."""
    return entry.id == decision.entry or entry.id.startswith(f"{decision.entry}-")


def _unchanged(entry: Entry, _: Decision) -> Entry:
    return entry


_REVIEWS = {
    Verb.APPROVE: Review.APPROVED,
    Verb.REJECT: Review.REJECTED,
    Verb.REOPEN: Review.UNREVIEWED,
}


def _reviewed(entry: Entry, decision: Decision) -> Entry:
    return replace(entry, review=_REVIEWS[decision.verb])


def _noted(entry: Entry, decision: Decision) -> Entry:
    return replace(entry, note=decision.text)


def _named(entry: Entry, decision: Decision) -> Entry:
    """A new name in front, with its other forms; the old one is superseded, and what was derived from it gone.

    Gone is also an old one whose ends were only put right: it never was a name.
    """
    if not script.has_han(decision.text):
        new: tuple[Term, ...] = (_new(decision, _part(decision.text)),)
    else:
        made = terms.chinese(Pair(_english(entry), decision.text, entry.kind), lang=decision.lang)
        here = (term for term in made if script.fold(term.text) != script.fold(decision.old))  # no name of a region
        new = tuple(replace(term, origin=Origin.EDITED) if term.origin is Origin.STATED else term for term in here)
    moved = bool(decision.old) and extents.is_moved(decision.old, decision.text, _contexts(entry, decision.old))
    kept = [term for term in map(_superseding(decision.old, gone=moved), entry.terms) if term is not None]
    return _in_front(replace(entry, terms=tuple(kept)), new)


def _added(entry: Entry, decision: Decision) -> Entry:
    """One more name, which does not change the preferred one."""
    if any(term.text == decision.text for term in entry.terms):
        return entry
    new = _new(decision, _part(decision.text, usual=TermType.VARIANT))
    if script.has_han(decision.text):
        new = terms.chinese(Pair(_english(entry), decision.text, entry.kind), lang=new.lang)[0]
        new = replace(new, origin=Origin.EDITED, type=TermType.VARIANT)
    return replace(entry, terms=terms.promoted([*entry.terms, _demoted(new, among={terms.group(new.lang)})]))


def _part(text: str, *, usual: TermType = TermType.FULL_FORM) -> TermType:
    """The part a name plays: that of an acronym if it is one."""
    return TermType.ACRONYM if is_acronym(text) else usual


def _new(decision: Decision, kind: TermType = TermType.FULL_FORM) -> Term:
    """The term that a decision names and no text has."""
    lang = decision.lang or ("zh-Hant" if script.has_han(decision.text) else "en")
    return Term(decision.text, lang, kind, origin=Origin.EDITED)


def _contexts(entry: Entry, name: str) -> tuple[str, ...]:
    """The sentences that state a pair with this name."""
    return tuple(found.context for found in entry.mentions if name in {found.pair.english, found.pair.chinese})


def _superseding(old: str, *, gone: bool) -> Callable[[Term], Term | None]:
    """What becomes of a term when ``old`` is no longer the name: superseded, or gone with what was derived from it."""
    folded = script.fold(old) if script.has_han(old) else old

    def after(term: Term) -> Term | None:
        text = script.fold(term.text) if script.has_han(term.text) else term.text
        if not old or text != folded:
            return term
        return None if gone or term.origin is Origin.DERIVED else replace(term, status=TermStatus.SUPERSEDED)

    return after


def _written(entry: Entry, decision: Decision) -> Entry:
    """The form in one script as a person writes it, in place of the derived one."""
    reading = next((term.reading for term in entry.terms if term.reading), None)
    group = terms.group(decision.lang)
    kept = [t for t in entry.terms if terms.group(t.lang) != group or t.origin is not Origin.DERIVED]
    new = Term(decision.text, decision.lang, origin=Origin.EDITED, reading=reading)
    return _in_front(replace(entry, terms=tuple(kept)), (new,))


def _preferred(entry: Entry, decision: Decision) -> Entry:
    found = [term for term in entry.terms if term.text == decision.text]
    if not found:
        found = [_new(decision)]
    return _in_front(entry, tuple(replace(term, origin=Origin.EDITED, note="") for term in found))


def _in_front(entry: Entry, new: tuple[Term, ...]) -> Entry:
    """The entry with the new terms in front of their languages, the first of each preferred there."""
    held = {(terms.group(term.lang), term.text) for term in new}
    touched = {language for language, _ in held}
    rest = [term for term in entry.terms if (terms.group(term.lang), term.text) not in held]
    ordered: list[Term] = []
    for term in terms.in_order([*new, *rest]):
        language = terms.group(term.lang)
        first = language in touched and all(terms.group(before.lang) != language for before in ordered)
        ordered.append(replace(term, status=TermStatus.PREFERRED) if first else _demoted(term, among=touched))
    return replace(entry, terms=tuple(ordered))


def _demoted(term: Term, *, among: set[str]) -> Term:
    """The term, no longer preferred if its language is among those that have a new preferred one."""
    if term.status is TermStatus.PREFERRED and terms.group(term.lang) in among:
        return replace(term, status=TermStatus.ADMITTED)
    return term


def _forbidden(entry: Entry, decision: Decision) -> Entry:
    """The term with its reason not to be used any more; added where no text has it yet."""
    changed = [
        replace(term, status=TermStatus.DEPRECATED, note=decision.reason) if term.text == decision.text else term
        for term in entry.terms
    ]
    if all(term.text != decision.text for term in entry.terms):
        new = _new(decision, TermType.VARIANT)
        changed.append(replace(new, status=TermStatus.DEPRECATED, note=decision.reason))
    return replace(entry, terms=terms.promoted(changed))


def _read(entry: Entry, decision: Decision) -> Entry:
    """The reading of the terms that have as many characters as it has syllables."""
    said = tuple(decision.text.split())
    folded = script.fold(decision.old)

    def with_reading(term: Term) -> Term:
        if not term.is_chinese or (folded and script.fold(term.text) != folded):
            return term
        made = readings.said(term.text, said, kind=entry.kind, english=_english(entry))
        return replace(term, reading=made) if made else term

    return replace(entry, terms=tuple(map(with_reading, entry.terms)))


def _english(entry: Entry) -> str:
    return next((term.text for term in entry.terms if term.lang == "en"), "")


_APPLY: dict[Verb, Callable[[Entry, Decision], Entry]] = {
    **dict.fromkeys(_REVIEWS, _reviewed),
    Verb.NOTE: _noted,
    Verb.NAME: _named,
    Verb.ADD: _added,
    Verb.WRITE: _written,
    Verb.PREFER: _preferred,
    Verb.FORBID: _forbidden,
    Verb.READING: _read,
}
# What was decided about the terms of an entry that another took in still holds there.
_TAKEN_IN = frozenset({Verb.FORBID, Verb.READING})
