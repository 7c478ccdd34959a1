"""Chinese names in the other script: derived from a stated form, with a status and the forms it could also have had.

The stated form is the record and is never changed. Going to traditional characters, a name is not text: OpenCC's
phrases are right for organisations and titles, wrong inside a person's or a place's name (何立峰, never 何立峯), so
those go character by character through a table of what names have. This is the only home of ``opencc``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, combinations, product

from glossary.lang.persons import is_double
from glossary.lang.script import HAN, Script, script_of
from glossary.model import Derivation, Kind, Origin, Term
from glossary.tables import rows
from glossary.tables import words as table_words

__all__ = ["Choice", "choices", "derive"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_MOST_ALTERNATIVES = 12
# Names whose characters are chosen one by one; a phrase across them means nothing.
_BY_CHARACTER = frozenset({Kind.PERSON, Kind.PLACE})
# Kinds whose unknown words are likelier names (阿里, 萬里) than words (心裡).
_NAMELIKE = frozenset({Kind.ORGANIZATION, Kind.PRODUCT, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class _Form:
    """A form in the other script, how it was found, and the other forms it could have had, likeliest first."""

    text: str
    derivation: Derivation
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of one character, who decided, and what else it could have become, likeliest first.

    ``source``: only (it has one counterpart), name (a dictionary knows the whole name), surname, given, place,
    organization (what such names have), phrase (a word it stands in), ordinary (its usual counterpart).
    """

    char: str
    chosen: str
    source: str
    others: tuple[str, ...] = ()


def choices(stated: str, derived: Term, *, kind: Kind) -> tuple[Choice, ...]:
    """Why each Chinese character of ``stated`` has the counterpart that :func:`derive` gave it.

    >>> taiwan = derive("范伟明", kind=Kind.PERSON)[1]
    >>> [(one.char, one.chosen, one.source) for one in choices("范伟明", taiwan, kind=Kind.PERSON)]
    [('范', '范', 'surname'), ('伟', '偉', 'only'), ('明', '明', 'only')]
    """
    if len(stated) != len(derived.text):
        return ()
    hans = derived.lang.startswith("zh-Hans")
    several = _candidates("hans_candidates" if hans else "hant_candidates")
    known = stated in _known("cedict_hans" if hans else "cedict_hant")
    found = []
    for place, (char, chosen) in enumerate(zip(stated, derived.text, strict=True)):
        if not _HAN_RUN.match(char):
            continue
        others = tuple(other for other in several.get(char, "") if other != chosen)
        decider = "name" if known else _decider(stated, place, chosen, kind=kind, hans=hans)
        source = decider if others else "only"
        found.append(Choice(char, chosen, source, others))
    return tuple(found)


def _decider(text: str, place: int, chosen: str, *, kind: Kind, hans: bool) -> str:
    """What chose the counterpart of an open character."""
    char = text[place]
    if hans:
        return "ordinary" if chosen == _simplified(char) else "given" if kind is Kind.PERSON else "phrase"
    by_character = kind in _BY_CHARACTER or "·" in text
    column = _column(text, place, kind) if by_character else 3
    listed = _name_characters().get(char)
    if listed and listed[column] == chosen and (by_character or char == "台" or kind in _NAMELIKE):
        return ("surname", "given", "place", "organization")[column]
    return "ordinary" if chosen == _usual(char) else "phrase"


def derive(text: str, *, kind: Kind, script: Script | None = None) -> tuple[Term, ...]:
    """The stated term, then its counterparts in the other script: the Mainland's, or Taiwan's and Hong Kong's.

    ``script`` is the document's; it decides for a name that both scripts write alike (default: traditional). A
    counterpart is given even where it is the same string. Latin letters, digits, dots and NUL stay as they are; a
    text with no Chinese character has no counterpart. Readings are left out.

    >>> [(term.lang, term.text) for term in derive("台積電", kind=Kind.ORGANIZATION)]
    [('zh-Hant', '台積電'), ('zh-Hans-CN', '台积电')]
    >>> [(term.lang, term.text) for term in derive("何立峰", kind=Kind.PERSON, script=Script.HANS)]
    [('zh-Hans', '何立峰'), ('zh-Hant-TW', '何立峰')]
    """
    own = script_of(text)
    if own in {Script.BOTH, Script.NONE}:
        own = Script.HANS if script is Script.HANS else Script.HANT
    stated = Term(text, f"zh-{'Hans' if own is Script.HANS else 'Hant'}")
    if not _HAN_RUN.search(text):
        return (stated,)
    if own is Script.HANT:
        return stated, _term("zh-Hans-CN", _to_hans(text, kind))
    taiwan = _to_hant(text, kind)
    hong_kong = "".join(_hong_kong(kind).get(char, char) for char in taiwan.text)
    found = (stated, _term("zh-Hant-TW", taiwan))
    if hong_kong == taiwan.text:
        return found
    alternatives = (taiwan.text, *(form for form in taiwan.alternatives if form != hong_kong))
    return *found, _term("zh-Hant-HK", _Form(hong_kong, taiwan.derivation, alternatives[:_MOST_ALTERNATIVES]))


def _term(lang: str, form: _Form) -> Term:
    return Term(
        form.text,
        lang,
        origin=Origin.DERIVED,
        derivation=form.derivation,
        alternatives=form.alternatives,
    )


# --- the tables ------------------------------------------------------------------------------------------------


@cache
def _candidates(name: str) -> dict[str, str]:
    """The counterparts of each character that has several, likeliest in words first."""
    return {source: targets for source, targets in rows(name)}  # noqa: C416


@cache
def _name_characters() -> dict[str, tuple[str, ...]]:
    """What a simplified character becomes: as a surname, in a given name, in a place name, in an organisation's."""
    return {hans: tuple(choices) for hans, *choices in rows("hant_names")}


@cache
def _hong_kong(kind: Kind) -> dict[str, str]:
    """Characters that names of this kind have in another shape in Hong Kong."""
    return {taiwan: hong_kong for taiwan, hong_kong, but in rows("hongkong") if kind != but}


@cache
def _known(name: str) -> dict[str, tuple[str, ...]]:
    """Whole names whose counterparts a dictionary states."""
    return {source: tuple(targets.split(" ")) for source, targets in rows(name)}


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    """OpenCC's conversion; give it Han characters only (it stops at NUL and refuses surrogates)."""
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(configuration).convert
    return convert


def _by_run(text: str, convert: Callable[[str], str]) -> str:
    """``text`` with each run of Han characters converted, everything else as it is."""
    return _HAN_RUN.sub(lambda run: _same_length(run[0], convert), text)


def _same_length(run: str, convert: Callable[[str], str]) -> str:
    """The conversion of ``run``, character by character where a phrase would change its length."""
    whole = convert(run)
    return whole if len(whole) == len(run) else "".join(convert(char) for char in run)


@lru_cache(maxsize=8192)
def _usual(char: str) -> str:
    """The ordinary traditional counterpart of one character, in Taiwan's shape."""
    return _by_run(char, _converter("s2tw"))


@lru_cache(maxsize=8192)
def _simplified(text: str) -> str:
    """The simplified counterpart of a text, in whose words OpenCC's phrases may have a say."""
    return _by_run(text.translate(_taiwan()), _converter("t2s"))


@cache
def _taiwan() -> dict[int, str]:
    """Shapes of Hong Kong as Taiwan has them: OpenCC leaves 衞 as it is."""
    return {ord(hong_kong): taiwan for taiwan, hong_kong, _ in rows("hongkong")}


# --- to traditional --------------------------------------------------------------------------------------------


def _to_hant(text: str, kind: Kind) -> _Form:
    several = _candidates("hant_candidates")
    if known := _known("cedict_hant").get(text):
        # Another person of that name may write it otherwise: 杜琪峯.
        others = _others(text, known[0], several) if kind is Kind.PERSON else ()
        return _Form(known[0], Derivation.DICTIONARY, tuple(dict.fromkeys((*known[1:], *others))))
    if not any(char in several for char in text):
        return _Form(_by_run(text, _converter("s2tw")), Derivation.EXACT)
    if kind in _BY_CHARACTER or "·" in text:
        chosen, sure = _name_by_character(text, kind), False
    else:
        chosen, sure = _phrases(text, kind)
    derivation = Derivation.DICTIONARY if sure else Derivation.PRIOR
    return _Form(chosen, derivation, _others(text, chosen, several))


def _name_by_character(text: str, kind: Kind) -> str:
    """A person's or a place's name, each character as such names have it."""
    table = _name_characters()
    return "".join(
        table[char][_column(text, place, kind)] if char in table else _usual(char) for place, char in enumerate(text)
    )


def _column(text: str, place: int, kind: Kind) -> int:
    """Which column of the table of name characters holds at ``place``: a surname's, a given name's or a place's."""
    if kind is Kind.PLACE:
        return 2
    first = _HAN_RUN.search(text)
    if kind is not Kind.PERSON or first is None or "·" in text or len(first[0]) < 2:
        return 1
    surnames = 2 if is_double(first[0]) else 1
    return 0 if first.start() <= place < first.start() + surnames else 1


@cache
def _surnames() -> frozenset[str]:
    """Surnames in either script."""
    return table_words("surnames")


def _phrases(text: str, kind: Kind) -> tuple[str, bool]:
    """An organisation's name or a title through OpenCC's phrases, and whether phrases chose every open character.

    A phrase decided where its result is not the character's ordinary counterpart; elsewhere a namelike kind takes
    what names have. 台 is what the bearer writes (台積電, 台灣高鐵) in all but places, which are officially 臺.
    """
    table, several = _name_characters(), _candidates("hant_candidates")
    chosen, sure = list(_by_run(text, _converter("s2tw"))), True
    for place, char in enumerate(text):
        if char not in several or chosen[place] != _usual(char):
            continue
        sure = False
        if char == "台" or kind in _NAMELIKE:
            chosen[place] = table.get(char, ("",))[-1] or chosen[place]
    return "".join(chosen), sure


def _others(text: str, chosen: str, several: dict[str, str]) -> tuple[str, ...]:
    """The other forms ``text`` could have: one open character changed, then two, each by order of likelihood."""
    swaps = [
        [(place, other) for other in (several.get(char, "") + char) if other != chosen[place]][:3]
        for place, char in enumerate(text)
        if char in several
    ]
    single = sorted(((rank, (swap,)) for group in swaps for rank, swap in enumerate(group)), key=lambda pair: pair[0])
    double = (pair for one, other in combinations(swaps[:4], 2) for pair in product(one[:2], other[:2]))
    forms = (_swapped(chosen, change) for change in chain((swap for _, swap in single), double))
    return tuple(dict.fromkeys(forms))[:_MOST_ALTERNATIVES]


def _swapped(chosen: str, changes: tuple[tuple[int, str], ...]) -> str:
    chars = list(chosen)
    for place, other in changes:
        chars[place] = other
    return "".join(chars)


# --- to simplified ---------------------------------------------------------------------------------------------


def _to_hans(text: str, kind: Kind) -> _Form:
    if known := _known("cedict_hans").get(text):
        return _Form(known[0], Derivation.DICTIONARY, known[1:])
    several = _candidates("hans_candidates")
    whole = _simplified(text)
    if not any(char in several for char in text):
        return _Form(whole, Derivation.EXACT)
    chosen = _given_name_hans(text) if kind is Kind.PERSON else whole
    by_word = chosen != "".join(map(_simplified, text)) and kind is not Kind.PERSON
    derivation = Derivation.DICTIONARY if by_word else Derivation.PRIOR
    return _Form(chosen, derivation, _others(text, chosen, several))


def _given_name_hans(text: str) -> str:
    """A person's name in simplified characters: 乾 is qián in a name and stays, 於 the surname is 于."""
    return "".join("乾" if char == "乾" else _simplified(char) for char in text)
