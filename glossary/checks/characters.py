"""A rule about characters: simplified ones in a traditional text, or the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from glossary.checks.findings import Problem
from glossary.checks.settings import Settings
from glossary.checks.works import Work
from glossary.lang.script import HAN, Script, in_both, script_of
from glossary.matcher.stretches import Stretches
from glossary.model import Span

__all__ = ["script_mix"]

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_DECIDED = 3  # characters of one script for each of the other that make a text one of that script
_STRAYS = 2  # of so few characters of the other script twice as many decide
_QUOTATION = 5  # characters of the other script in one sentence that are a quotation and no slip
_KANA = re.compile("[\u3041-\u30ff]")
_OTHER = {Script.HANT: Script.HANS, Script.HANS: Script.HANT}


def script_mix(work: Work, settings: Settings) -> Iterator[Problem]:
    """A word with characters of the other script than the text's; a longer quotation is none, nor is Japanese."""
    text = work.text.text
    sides = {char: script_of(char) for char in set(text) if char > "\u2e80"}
    wanted = Script.tagged(settings.lang) or _decided(text, sides)
    if wanted is None:
        return
    strays = "".join(
        char
        for char, side in sides.items()
        if side is _OTHER[wanted] and not (wanted is Script.HANT and char in in_both())
    )
    if not strays:
        return
    run = re.compile(f"[{strays}](?:[{HAN}]?[{strays}])*")
    names = Stretches((one.span.start, one.span.end) for one in work.text.found)
    which = "simplified" if wanted is Script.HANT else "traditional"
    for sentence in _SENTENCE.finditer(text):
        found = list(run.finditer(text, *sentence.span()))
        if _KANA.search(sentence[0]) or sum(len(one[0]) for one in found) >= _QUOTATION:
            continue
        for one in found:
            span = Span(*one.span())
            if not names.overlap(span.start, span.end):
                yield Problem(span, f"“{one[0]}” is {which}, the text is {_NAMES[wanted]}")


_NAMES = {Script.HANT: "traditional", Script.HANS: "simplified"}


def _decided(text: str, sides: dict[str, Script]) -> Script | None:
    """The script that a text is clearly in, None where it is mixed or shows none."""
    counted = Counter(char for char in text if char in sides)
    votes = {side: sum(counted[char] for char, own in sides.items() if own is side) for side in _OTHER}
    for side, other in _OTHER.items():
        if votes[side] > _DECIDED * votes[other] or (votes[other] <= _STRAYS and votes[side] >= 2 * votes[other] > 0):
            return side
    return None
