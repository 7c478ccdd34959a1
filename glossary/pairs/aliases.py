"""The further names that a text states beside a pair: in the gloss, and right behind it.

``(龜仔甪, also known as Kulaljuc)`` · ``(致幻劑 "psychedelic; hallucinogen")`` · ``(太白), literally "Great White,"``
"""

from __future__ import annotations

import re

from glossary.lang.hygiene import plain
from glossary.lang.latin import is_toned
from glossary.lang.script import HAN
from glossary.lang.titles import nature
from glossary.model import Candidate, Slot, SlotKind
from glossary.pairs.mentions import WRAPPING

__all__ = ["stated"]

_LONGEST_AFTER = 90  # characters behind a gloss that are looked at
_MEANS = re.compile(r"lit|mean|i\.e", re.IGNORECASE)
_QUOTED = r"[\"“‘'*_]{1,2}(?:the )?(?P<name>[^\"“”‘’*_()\n]{2,60}?)[,.]?[\"”’'*_]"
# Right behind: "("all things")" after a name without brackets; literally "Great White"; also known as Foshan …
_AFTER = (
    re.compile(rf" ?[(（]{_QUOTED}"),
    re.compile(
        r"[,;]? ?\(?(?:literally(?: meaning)?|lit\.?|(?:which |that )?(?:literally )?means?|meaning(?: literally)?),? "
        rf"{_QUOTED}"
    ),
)

# Behind a bracket with a romanization alone: 鸞堂 (luántáng) — "phoenix halls", and nothing else goes before the mark.
_TRANSLATED = re.compile(r"(?:,? [—–-] ?|, )(?=[\"“‘'])" + _QUOTED)
# or a name: 九天玄女 (Jiǔtiān Xuánnǚ) — the Dark Lady of the Nine Heavens
_NAMED = re.compile(r",? [—–-] ?(?:the |a )?(?P<name>[A-Z][\w'’-]*(?: (?:of|the|and|for|[A-Z][\w'’-]*))+)(?=[.,;:—]|$)")
# Behind a bracket in Chinese: 又称 RO、反渗透
_QUOTABLE = rf"[「『“\"]?(?P<{{}}>[{HAN}·A-Za-z0-9 -]{{{{2,12}}}}?)[」』”\"]?"
_SHORTLY = "又也亦或簡简俗舊旧別别原常全台港"
_CALLED = re.compile(
    rf"[，,、]? ?(?:(?:[{HAN}]{{1,3}}[文語语]|[{_SHORTLY}])(?:[稱称叫名譯译]|作)|[縮缩][寫写]|[漢汉]名|中文名)"
    r"[為为作]? ?"
    rf"{_QUOTABLE.format('name')}(?:[、或]{_QUOTABLE.format('other')})?(?=[，。；、,;（(]|$)",
    re.MULTILINE,
)
_TAIL = re.compile(r"[*_\"”’]* in (?:Taiwanese|Hokkien|Cantonese|Hakka|Mandarin|Chinese|pinyin|English)$")

_NAME = r"[A-ZÀ-Þ][\w.’'&-]*(?: (?:of|the|and|for|[A-ZÀ-Þ0-9][\w.’'&-]*))*"
_KNOWN = re.compile(
    r",? \(?(?:also|better|formerly|previously|commonly|now) (?:known|called|spelled|written|named)(?: as)? (?:the )?"
    rf"(?P<names>{_NAME}(?:(?:,|,? or) {_NAME})*)"
)
_HINT = re.compile(r"[,;]? ?\(?(?:lit|which|that|mean|also|better|former|previous|common|now)")
_BRACKET = re.compile(rf" [(（][\"“‘'*_]|{_HINT.pattern}")
_BETWEEN = re.compile(r",? or |, ")
# Behind most brackets stands nothing of the kind: how all of the above begin, but for a translation.
_SAID = re.compile(rf"[，,、]? ?[{_SHORTLY}縮缩漢汉中]|[，,、]? ?[{HAN}]{{1,3}}[文語语][稱称叫名]|{_BRACKET.pattern}")


def stated(
    slots: tuple[Slot, ...], candidate: Candidate, text: str, *, english: str, spelt: bool = False
) -> tuple[str, ...]:
    """The further names in the ``slots`` of the candidate's gloss, then those right behind it, without doubles.

    ``spelt``: the English name spells the Chinese one.
    """
    found: list[str] = []
    if slots:
        meant = not nature(english).capital or (spelt and (" " not in english or not english.isascii()))
        found = [_bare(slot.text) for slot in slots if _is_name(slot, candidate, text, small=meant)]
    romanized = not slots and is_toned(english)
    if romanized or _SAID.match(text, candidate.gloss.end):
        found += _behind(candidate, text, romanized=romanized)
    return tuple(dict.fromkeys(name for name in found if name and name != english)) if found else ()


def _is_name(slot: Slot, candidate: Candidate, text: str, *, small: bool) -> bool:
    """Whether the slot holds a name. Small words beside a name with a capital are remarks (pictured, right), unless
    they translate: in quotes, after "literally", or beside a word in pinyin (``small``).
    """
    if slot.kind is not SlotKind.LATIN:
        return slot.kind is not SlotKind.REMARK
    if small or nature(slot.text.removeprefix("the ")).capital:
        return True
    before = text[candidate.gloss.start : slot.span.start]
    return _in_quotes(before) or _MEANS.search(before[-12:]) is not None


def _bare(name: str) -> str:
    """The name without marks around it, an article before it, and the language that it is in."""
    return plain(_TAIL.sub("", name.strip(WRAPPING)).removeprefix("the ").strip(WRAPPING))


def _in_quotes(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _behind(candidate: Candidate, text: str, *, romanized: bool) -> list[str]:
    """The names that are said right behind the gloss, which a bracket or one of a few words introduces.

    ``romanized``: the gloss only says how the Chinese is read, and its meaning may follow.
    """
    end = candidate.gloss.end
    if called := _CALLED.match(text, end):
        return [plain(name.strip()) for name in called.group("name", "other") if name]
    for pattern in (_TRANSLATED, _NAMED) if romanized else ():
        if said := pattern.match(text, end, end + _LONGEST_AFTER):
            return [plain(said["name"].strip())]
    bracketed = text[end - 1] in ")）]］"
    if not (_HINT if bracketed else _BRACKET).match(text, end):
        return []
    for pattern in _AFTER[bracketed:]:
        if said := pattern.match(text, end, end + _LONGEST_AFTER):
            return [plain(said["name"].strip())]
    known = _KNOWN.match(text, end, end + 2 * _LONGEST_AFTER)
    return list(map(plain, _BETWEEN.split(known["names"]))) if known else []
