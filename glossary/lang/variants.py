"""Chinese names in the other script: derived from a stated form, with a status and the forms it could also have had.

The stated form is the record and is never changed. Going to traditional characters, a name is not text: OpenCC's
phrases are right for organisations and titles, wrong inside a person's or a place's name (何立峰, never 何立峯), so
those go character by character through a table of what names have. Each character is one :class:`Choice`, which says
who decided; a form is made of its choices. This is the only home of ``opencc``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, combinations, product
from typing import NamedTuple

from glossary.lang.persons import is_double, is_foreign
from glossary.lang.script import HAN, Script, script_of
from glossary.model import Derivation, Kind, Origin, Reading, Term
from glossary.tables import mapping, rows

__all__ = ["Choice", "choices", "derive"]

_HAN_RUN = re.compile(f"[{HAN}]+")
_MOST_ALTERNATIVES = 12
# Names whose characters are chosen one by one; a phrase across them means nothing.
_BY_CHARACTER = frozenset({Kind.PERSON, Kind.PLACE})
# Kinds whose unknown words are likelier names (阿里, 萬里) than words (心裡).
_NAMELIKE = frozenset({Kind.ORGANIZATION, Kind.PRODUCT, Kind.OTHER})
# The columns of the table of what names have, and who decides by them.
_SURNAME, _GIVEN, _PLACE, _ORGANIZATION, _OTHER = range(5)
_DECIDERS = ("surname", "given", "place")


class Choice(NamedTuple):
    """What becomes of one character, who decides, and what else it could become, likeliest first.

    ``source``: only (it has one counterpart), name (a dictionary knows the whole name), surname, given, place,
    organization (what such names have), phrase (a word it stands in), ordinary (its usual counterpart).
    """

    char: str
    chosen: str
    source: str
    others: tuple[str, ...] = ()


def derive(text: str, *, kind: Kind, script: Script | None = None, reading: Reading | None = None) -> tuple[Term, ...]:
    """The stated term, then its counterparts in the other script: the Mainland's, or Taiwan's and Hong Kong's.

    ``script`` is the document's; it decides for a name that both scripts write alike (default: traditional). A
    counterpart is given even where it is the same string. Latin letters, digits, dots and NUL stay as they are; a
    text with no Chinese character has no counterpart. All are given the one ``reading``.

    >>> [(term.lang, term.text) for term in derive("台積電", kind=Kind.ORGANIZATION)]
    [('zh-Hant', '台積電'), ('zh-Hans-CN', '台积电')]
    >>> [(term.lang, term.text) for term in derive("何立峰", kind=Kind.PERSON, script=Script.HANS)]
    [('zh-Hans', '何立峰'), ('zh-Hant-TW', '何立峰')]
    >>> [(term.lang, term.text) for term in derive("老舍", kind=Kind.PERSON)]
    [('zh-Hant', '老舍'), ('zh-Hans-CN', '老舍')]
    """
    own = script_of(text)
    made = _to_hant(text, kind) if own is Script.HANS else ()
    kept = made and all(one.chosen == one.char for one in made)  # 舍 is 捨 elsewhere, not in 老舍
    if kept or own in {Script.BOTH, Script.NONE}:
        own = Script.HANS if script is Script.HANS else Script.HANT
    stated = Term(text, own.tag, reading=reading)
    if not _HAN_RUN.search(text):
        return (stated,)
    if own is Script.HANT:
        return stated, _term("zh-Hans-CN", _to_hans(text, kind), kind, reading=reading)
    taiwan = _term("zh-Hant-TW", made or _to_hant(text, kind), kind, reading=reading)
    hong_kong = "".join(_hong_kong(_bearers(text, kind)).get(char, char) for char in taiwan.text)
    if hong_kong == taiwan.text:
        return stated, taiwan
    others = (taiwan.text, *(form for form in taiwan.alternatives if form != hong_kong))
    return stated, taiwan, replace(taiwan, text=hong_kong, lang="zh-Hant-HK", alternatives=others[:_MOST_ALTERNATIVES])


def choices(stated: str, derived: Term, *, kind: Kind) -> tuple[Choice, ...]:
    """Why each Chinese character of ``stated`` has the counterpart that :func:`derive` gave it.

    >>> taiwan = derive("范伟明", kind=Kind.PERSON)[1]
    >>> [(one.char, one.chosen, one.source) for one in choices("范伟明", taiwan, kind=Kind.PERSON)]
    [('范', '范', 'surname'), ('伟', '偉', 'only'), ('明', '明', 'only')]
    """
    made = _to_hans(stated, kind) if derived.lang.startswith("zh-Hans") else _to_hant(stated, kind)
    return tuple(
        one._replace(chosen=chosen, others=tuple(other for other in (*one.others, one.chosen) if other != chosen))
        if one.source != "only"
        else one
        for one, chosen in zip(made, derived.text, strict=True)
        if _HAN_RUN.match(one.char)
    )


def _term(lang: str, made: Sequence[Choice], kind: Kind, *, reading: Reading | None) -> Term:
    """The form that the choices make, with how sure it is and the forms it could also have."""
    text = "".join([one.chosen for one in made])
    sources = {one.source for one in made}
    derivation = _derivation(sources)
    others: tuple[str, ...] = ()
    if derivation is not Derivation.EXACT:
        known = "cedict_hant" if lang.startswith("zh-Hant") else "cedict_hans"
        others = _known(known).get("".join([one.char for one in made]), ())[1:]
        if others:  # two names are written alike here
            derivation = Derivation.PRIOR
        if "name" not in sources or (kind is Kind.PERSON and known == "cedict_hant"):
            others = (*others, *_others(text, made))  # another person of a known name may write it otherwise: 杜琪峯
    alternatives = tuple(dict.fromkeys(others))[:_MOST_ALTERNATIVES]
    return Term(text, lang, origin=Origin.DERIVED, derivation=derivation, alternatives=alternatives, reading=reading)


def _derivation(sources: set[str]) -> Derivation:
    """How a form was found whose characters these decided."""
    if sources <= {"only"}:
        return Derivation.EXACT
    return Derivation.DICTIONARY if sources <= {"only", "name", "phrase"} else Derivation.PRIOR


def _others(chosen: str, made: Sequence[Choice]) -> tuple[str, ...]:
    """The other forms a name could have: one open character changed, then two, each by order of likelihood."""
    swaps = [[(place, other) for other in one.others[:3]] for place, one in enumerate(made) if one.others]
    single = sorted(((rank, (swap,)) for group in swaps for rank, swap in enumerate(group)), key=lambda pair: pair[0])
    double = (pair for one, other in combinations(swaps[:4], 2) for pair in product(one[:2], other[:2]))
    forms = (_swapped(chosen, change) for change in chain((swap for _, swap in single), double))
    return tuple(dict.fromkeys(forms))[:_MOST_ALTERNATIVES]


def _swapped(chosen: str, changes: tuple[tuple[int, str], ...]) -> str:
    chars = list(chosen)
    for place, other in changes:
        chars[place] = other
    return "".join(chars)


# --- the tables ------------------------------------------------------------------------------------------------


@cache
def _name_characters() -> dict[str, tuple[str, ...]]:
    """What a simplified character becomes in names, by the columns above."""
    return {hans: tuple(cells) for hans, *cells in rows("hant_names")}


@cache
def _hong_kong(bearers: str) -> dict[str, str]:
    """Characters that the names of such bearers have in another shape in Hong Kong."""
    return {taiwan: hong_kong for taiwan, hong_kong, names in rows("hongkong") if names in {"all", bearers}}


def _bearers(text: str, kind: Kind) -> str:
    """Who bears a name, as far as shapes of characters depend on it: a person, a foreigner, or something else."""
    if kind is not Kind.PERSON:
        return "other"
    return "foreigner" if is_foreign(text) else "person"


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


def _converted(text: str, configuration: str) -> str:
    """``text`` with each run of Han characters converted, everything else as it is."""
    convert = _converter(configuration)
    return _HAN_RUN.sub(lambda run: _same_length(run[0], convert), text)


def _same_length(run: str, convert: Callable[[str], str]) -> str:
    """The conversion of ``run``, character by character where a phrase would change its length."""
    whole = convert(run)
    return whole if len(whole) == len(run) else "".join(convert(char) for char in run)


@lru_cache(maxsize=8192)
def _usual(char: str) -> str:
    """The ordinary traditional counterpart of one character, in Taiwan's shape."""
    return _converted(char, "s2tw")


@lru_cache(maxsize=8192)
def _simplified(text: str) -> str:
    """The simplified counterpart of a text, in whose words OpenCC's phrases may have a say."""
    return _converted(text.translate(_taiwan()), "t2s")


@cache
def _taiwan() -> dict[int, str]:
    """Shapes of Hong Kong as Taiwan has them: OpenCC leaves 衞 as it is."""
    return {ord(hong_kong): taiwan for taiwan, hong_kong, _ in rows("hongkong")}


# --- choosing --------------------------------------------------------------------------------------------------


def _as_known(text: str, name: str, candidates: str) -> tuple[Choice, ...]:
    """The choices of a whole name that the dictionary ``name`` knows; empty where it does not."""
    form = _known(name).get(text, ("",))[0]
    if len(form) != len(text):
        return ()
    several = mapping(candidates)
    return tuple(_choice(char, (chosen, "name"), several) for char, chosen in zip(text, form, strict=True))


def _choice(char: str, decided: tuple[str, str], several: Mapping[str, str]) -> Choice:
    """The choice of one character among its candidates: what it becomes and who says so."""
    chosen, source = decided
    others = tuple(other for other in several.get(char, "") if other != chosen)
    return Choice(char, chosen, source if others or source == "name" else "only", others)


def _to_hant(text: str, kind: Kind) -> tuple[Choice, ...]:
    """What each character becomes in Taiwan."""
    if known := _as_known(text, "cedict_hant", "hant_candidates"):
        return known
    several = mapping("hant_candidates")
    if several.keys().isdisjoint(text):
        return tuple(Choice(char, _usual(char), "only") for char in text)
    if kind in _BY_CHARACTER or "·" in text:
        columns, surname = (_PLACE, _PLACE) if kind is Kind.PLACE else (_SURNAME, _GIVEN), _surname(text, kind)
        decided = [_of_name(char, columns[place not in surname]) for place, char in enumerate(text)]
    else:
        phrased = _converted(text, "s2tw")
        decided = [_of_phrase(char, one, kind) for char, one in zip(text, phrased, strict=True)]
    return tuple(_choice(char, by, several) for char, by in zip(text, decided, strict=True))


def _of_name(char: str, column: int) -> tuple[str, str]:
    """What a character of a person's or a place's name becomes, and who says so."""
    listed = _name_characters().get(char)
    return (listed[column], _DECIDERS[column]) if listed else (_usual(char), "ordinary")


def _of_phrase(char: str, phrased: str, kind: Kind) -> tuple[str, str]:
    """What a character of an organisation's name or a title becomes, and who says so.

    OpenCC's phrases where they have another than its ordinary counterpart; elsewhere a namelike kind takes what names
    have, and so does any kind with 台, as it is only in places that 臺 is official.
    """
    if phrased != _usual(char):
        return phrased, "phrase"
    column = _ORGANIZATION if kind in _NAMELIKE else _OTHER
    listed = _name_characters().get(char)
    return (listed[column], "organization") if listed and listed[column] else (phrased, "ordinary")


def _surname(text: str, kind: Kind) -> range:
    """The places of the surname in a person's name; none in a foreign one with a dot."""
    first = _HAN_RUN.search(text)
    if kind is not Kind.PERSON or first is None or "·" in text:
        return range(0)
    return range(first.start(), first.start() + (2 if is_double(first[0]) else 1))


def _to_hans(text: str, kind: Kind) -> tuple[Choice, ...]:
    """What each character becomes in simplified characters: 乾 is qián in a person's name and stays."""
    if known := _as_known(text, "cedict_hans", "hans_candidates"):
        return known
    several = mapping("hans_candidates")
    if several.keys().isdisjoint(text):  # no phrase can decide anything: character by character is quicker
        return tuple([Choice(char, _simplified(char), "only") for char in text])
    found, whole, given = [], _simplified(text), mapping("hans_names")
    for char, phrased in zip(text, whole, strict=True):
        usual = _simplified(char)
        if kind is Kind.PERSON:
            chosen, source = (given[char], "given") if char in given else (usual, "ordinary")
        else:
            chosen, source = phrased, "ordinary" if phrased == usual else "phrase"
        found.append(_choice(char, (chosen, source), several))
    return tuple(found)
