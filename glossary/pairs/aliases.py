"""The further names that a text states beside a pair: in the gloss, right behind it, and right before the pair.

``(龜仔甪, also known as Kulaljuc)`` · ``(致幻劑 "psychedelic; hallucinogen")`` · ``(太白), literally "Great White,"``
"""

from __future__ import annotations

import re
from functools import cache

from glossary import tables
from glossary.lang import script
from glossary.lang.hygiene import plain
from glossary.lang.latin import is_toned
from glossary.lang.script import HAN
from glossary.lang.titles import nature
from glossary.lang.transliteration import letters
from glossary.model import Candidate, Form, Slot, SlotKind, Span
from glossary.pairs import chinese_first
from glossary.pairs.appositions import behind, in_row, is_followed
from glossary.pairs.leads import before, is_led
from glossary.pairs.likeness import resembles, says, spells
from glossary.pairs.marks import WRAPPING

__all__ = ["stated"]

_MEANS = re.compile(r"lit|mean|i\.e|\bas\b", re.IGNORECASE)  # known as
# A romanization behind the name of its language or system, without a colon: pinyin Tieguanyin, Cantonese Tit Kwun Yum.
_READ = re.compile(r"(?:in )?([^\W\d_][\w–-]*(?: [A-Z][\w–-]*)?) (.+)")
_THAT_IS = re.compile("^[即或]")
_TODAY = re.compile(r"(?:today['’]s|now|present-day)\s*$")
_LOCATED = re.compile(r" in [A-Z]")
_SAID = re.compile(rf"[A-Za-z{HAN}]")
_ABROAD = re.compile(rf"[{HAN}\u3041-\u30ff\uac00-\ud7a3・ =＝]{{2,20}}")  # a Japanese or Korean name: デヴォン青木
_EITHER = re.compile(r"[/／]| or ")
_LONGEST_UNLIKE = 8  # characters of a second Chinese name
_ROWS = frozenset((Form.TABLE,))  # a set is asked faster than a member of an enumeration is found


def stated(slots: tuple[Slot, ...], candidate: Candidate, text: str, *, names: tuple[Span, Span]) -> tuple[str, ...]:
    """The further names in the ``slots`` of the candidate's gloss, then those around it, without doubles.

    ``names``: where the English and the Chinese name stand.
    """
    followed, led = is_followed(candidate.gloss.end, text), is_led(text, names)
    if not (slots or followed or led or candidate.form in _ROWS):
        return ()  # nine in ten
    english, chinese = names[0].of(text), names[1].of(text)
    first = names[0].start < names[1].start
    found = [
        _bare(slot, candidate, text, chinese=chinese)
        for slot in slots
        if _is_name(slot, candidate, text, pair=(english, chinese), first=first)
    ]
    if followed:
        found += behind(candidate.gloss.end, text, pair=(english, chinese), alone=not slots)
    if candidate.form in _ROWS:
        found += in_row(text, names)
    elif led:
        found += before(text, names)
    return tuple(dict.fromkeys(name for name in found if name and name not in {english, chinese})) if found else ()


def _may_be_explained(english: str, chinese: str, *, first: bool) -> bool:
    """Whether the English is a term, or spells a Chinese word whose meaning may follow.

    ``first``: it stands before the Chinese, as a word under discussion does; behind it, only tone marks show one.
    """
    if not nature(english).capital:
        return True
    return (is_toned(english) or (first and " " not in english)) and spells(english, chinese)


def _is_name(slot: Slot, candidate: Candidate, text: str, *, pair: tuple[str, str], first: bool) -> bool:
    """Whether the slot holds a name. Small words beside a name with a capital are remarks (pictured, right), unless
    they say how the Chinese is read or translate: in quotes, after "literally", or beside a word in pinyin.

    ``first``: the English stands before the Chinese.
    """
    if slot.kind is SlotKind.HAN:
        return _is_chinese_name(slot, candidate, text, pair=pair)
    if slot.kind is SlotKind.REMARK:
        return _ABROAD.fullmatch(slot.text) is not None and bool(script.foreign(slot.text))
    if slot.kind is not SlotKind.LATIN:
        return True
    if _clause().match(slot.text) or slot.text.casefold() in tables.words("labels"):
        return False
    if nature(slot.text.removeprefix("the ")).capital:
        named = not _is_elsewhere(slot, candidate, text, chinese=pair[1])
    else:
        said = text[candidate.gloss.start : slot.span.start]
        named = _in_quotes(said) or _MEANS.search(said[-12:]) is not None or _may_be_explained(*pair, first=first)
    return named or spells(_unlabelled(slot.text, pair[1]), pair[1])


def _is_chinese_name(slot: Slot, candidate: Candidate, text: str, *, pair: tuple[str, str]) -> bool:
    """Whether a part in Chinese names the thing: words introduce it, or it is like one of the two names."""
    english, chinese = pair
    opening = _opening(slot, candidate, text)
    if _SAID.search(opening) or _EITHER.search(opening):
        return True
    last = _last(slot, candidate)
    if last and not opening.strip(WRAPPING) and spells(last.text, slot.text):  # real name Shu Qingchun 舒慶春
        return True
    if resembles(slot.text, chinese):
        return True
    return len(slot.text) <= _LONGEST_UNLIKE and chinese_first.explained(slot.text, english) >= len(slot.text) - 1


def _is_elsewhere(slot: Slot, candidate: Candidate, text: str, *, chinese: str) -> bool:
    """Whether the part says where the thing is, or of which people somebody is: a country, what a remark goes on with
    (near Xuzhou, | Jiangsu).
    """
    opening = _opening(slot, candidate, text)
    if _SAID.search(opening):
        return False
    last = _last(slot, candidate)
    if last and opening.strip() == "," and (last.text[:1].islower() or _LOCATED.search(last.text)):
        return last.kind in {SlotKind.REMARK, SlotKind.LATIN} and not spells(last.text, chinese)
    country = letters(slot.text) in tables.lists("places")["country"]
    return (country or nature(slot.text).title == "nationality") and not says(slot.text, chinese)


def _last(slot: Slot, candidate: Candidate) -> Slot | None:
    """The part before the slot."""
    return max((one for one in candidate.slots if one.span.end <= slot.span.start), key=_end, default=None)


def _end(slot: Slot) -> int:
    return slot.span.end


def _opening(slot: Slot, candidate: Candidate, text: str) -> str:
    """What stands between the slot and the part before it: a separator, and words that introduce the slot."""
    last = _last(slot, candidate)
    return text[max(_end(last) if last else 0, candidate.gloss.start) : slot.span.start]


@cache
def _tail() -> re.Pattern[str]:
    """What a name has behind it and is no part of it: in Cantonese, for short."""
    return re.compile(rf"[*_\"”’]* in (?:{tables.alternatives('naming', 'language')})$| for short$")


@cache
def _clause() -> re.Pattern[str]:
    """What begins a clause about the thing, in small letters: he says it keeps them warm."""
    return re.compile(rf"(?:{tables.alternatives('remarks', 'clause')})\b")


def _unlabelled(name: str, chinese: str) -> str:
    """The romanization without the name of its language before it: Cantonese | Tit Kwun Yum."""
    found = _READ.fullmatch(name)
    if found and found[1].casefold() in tables.words("labels") and spells(found[2], chinese):
        return found[2]
    return name


def _bare(slot: Slot, candidate: Candidate, text: str, *, chinese: str) -> str:
    """The name without marks around it, an article before it, the language that it is in, and where it is."""
    name = slot.text.strip(WRAPPING)
    if " " in name:
        name = plain(_tail().sub("", name).removeprefix("the ").strip(WRAPPING))
        if " in " in name and _TODAY.search(_opening(slot, candidate, text)):
            name = name.partition(" in ")[0]
    if slot.kind is SlotKind.HAN:
        return _THAT_IS.sub("", plain(name))
    return _unlabelled(name, chinese) if " " in name else plain(name)


def _in_quotes(before: str) -> bool:
    """Whether a quotation is open behind the text."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
