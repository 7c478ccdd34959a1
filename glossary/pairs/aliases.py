"""The further names that a text states beside a pair: in the gloss, right behind it, and right before the pair.

``(龜仔甪, also known as Kulaljuc)`` · ``(致幻劑 "psychedelic; hallucinogen")`` · ``(太白), literally "Great White,"``
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

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
from glossary.pairs.naming import Names

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
_NEAR = 12  # characters in which something says that a meaning follows
_LONGEST_UNLIKE = 8  # characters of a second Chinese name
_TABLE = Form.TABLE  # a member of an enumeration is found slowly in it
_HAN, _LATIN, _REMARK = SlotKind.HAN, SlotKind.LATIN, SlotKind.REMARK


class _Part(NamedTuple):
    """A part of a gloss besides the two names.

    ``last``: the part before it, if there is one. ``said``: what stands before it in the gloss; ``opening``: of that,
    what stands behind the last part: a separator, and words that introduce this one.
    """

    slot: Slot
    last: Slot | None
    said: str
    opening: str


def stated(slots: tuple[Slot, ...], candidate: Candidate, text: str, *, names: tuple[Span, Span]) -> tuple[str, ...]:
    """The further names in the ``slots`` of the candidate's gloss, then those around it, without doubles.

    ``names``: where the English and the Chinese name stand.
    """
    followed, led = is_followed(text, candidate.gloss.end), is_led(text, names)
    if not (slots or followed or led or candidate.form is _TABLE):
        return ()  # nine in ten
    pair = names[0].of(text), names[1].of(text)
    first = names[0].start < names[1].start
    parts = (_part(slot, candidate, text) for slot in slots)
    found = [_bare(part, pair[1]) for part in parts if _is_name(part, pair, first=first)]
    if followed:
        found += behind(text, candidate.gloss.end, pair=pair, alone=not slots)
    if candidate.form is _TABLE:
        found += in_row(text, names)
    elif led:
        found += before(text, names)
    return tuple(dict.fromkeys(name for name in found if name and name not in pair)) if found else ()


def _part(slot: Slot, candidate: Candidate, text: str) -> _Part:
    """The slot with what stands before it."""
    start, end = candidate.gloss.start, slot.span.start
    last: Slot | None = None
    for one in candidate.slots:
        if one.span.end <= end and (last is None or one.span.end > last.span.end):
            last = one
    return _Part(slot, last, text[start:end], text[max(last.span.end if last else 0, start) : end])


def _may_be_explained(english: str, chinese: str, *, first: bool) -> bool:
    """Whether the English is a term, or spells a Chinese word whose meaning may follow.

    ``first``: it stands before the Chinese, as a word under discussion does; behind it, only tone marks show one.
    """
    if not nature(english).capital:
        return True
    return (is_toned(english) or (first and " " not in english)) and spells(english, chinese)


def _is_name(part: _Part, pair: Names, *, first: bool) -> bool:
    """Whether the part holds a name. Small words beside a name with a capital are remarks (pictured, right), unless
    they say how the Chinese is read or translate: in quotes, after "literally", or beside a word in pinyin.

    ``first``: the English stands before the Chinese.
    """
    slot = part.slot
    if slot.kind is _HAN:
        return _is_chinese_name(part, pair)
    if slot.kind is _REMARK:
        return _ABROAD.fullmatch(slot.text) is not None and bool(script.foreign(slot.text))
    if slot.kind is not _LATIN:
        return True
    if _clause().match(slot.text) or slot.text.casefold() in tables.words("labels"):
        return False
    if nature(slot.text.removeprefix("the ")).capital:
        named = not _is_elsewhere(part, pair[1])
    else:
        means = _MEANS.search(part.said[-_NEAR:]) is not None
        named = means or _in_quotes(part.said) or _may_be_explained(*pair, first=first)
    return named or spells(_unlabelled(slot.text, pair[1]), pair[1])


def _is_chinese_name(part: _Part, pair: Names) -> bool:
    """Whether a part in Chinese names the thing: words introduce it, or it is like one of the two names."""
    (english, chinese), name = pair, part.slot.text
    if _SAID.search(part.opening) or _EITHER.search(part.opening):
        return True
    if part.last and not part.opening.strip(WRAPPING) and spells(part.last.text, name):  # real name Shu Qingchun 舒慶春
        return True
    if resembles(name, chinese):
        return True
    return len(name) <= _LONGEST_UNLIKE and chinese_first.explained(name, english) >= len(name) - 1


def _is_elsewhere(part: _Part, chinese: str) -> bool:
    """Whether the part says where the thing is, or of which people somebody is: a country, what a remark goes on with
    (near Xuzhou, | Jiangsu).
    """
    name, last = part.slot.text, part.last
    if _SAID.search(part.opening):
        return False
    if last and part.opening.strip() == "," and (last.text[:1].islower() or _LOCATED.search(last.text)):
        return last.kind in {_REMARK, _LATIN} and not spells(last.text, chinese)
    country = letters(name) in tables.lists("places")["country"]
    return (country or nature(name).title == "nationality") and not says(name, chinese)


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


def _bare(part: _Part, chinese: str) -> str:
    """The name without marks around it, an article before it, the language that it is in, and where it is."""
    name = part.slot.text.strip(WRAPPING)
    if " " in name:
        name = plain(_tail().sub("", name).removeprefix("the ").strip(WRAPPING))
        if " in " in name and _TODAY.search(part.opening):
            name = name.partition(" in ")[0]
    if part.slot.kind is _HAN:
        return _THAT_IS.sub("", plain(name))
    return _unlabelled(name, chinese) if " " in name else plain(name)


def _in_quotes(before: str) -> bool:
    """Whether a quotation is open behind the text."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
