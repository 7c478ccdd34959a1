"""The programs that are measured: ours, and baselines that a capable person writes in an afternoon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scoring import Found

from glossary.model import Document, Mention
from glossary.pipeline import Strictness, extract, inspect

Finder = Callable[[Document], Iterator[Found]]

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_NAME = r"[A-Za-z][\w.'’&-]*"
NAIVE = (
    re.compile(r"((?:[A-Z][\w.'-]*\s)+)[(（]([\u3400-\u9fff·]+)[)）]"),
    re.compile(rf"([\u3400-\u9fff·]+)[(（]({_NAME}(?:\s{_NAME})*)[)）]"),
)
_BRACKET = re.compile(r"[(（\[〔【]([^()（）\[\]〔〕【】\n]{1,120})[)）\]〕】]")
_HAN_SLOT = re.compile(rf"[{_HAN}·・‧•]+")
_LATIN_SLOT = re.compile(rf"{_NAME}(?:\s{_NAME})*")
_CONNECTOR = "(?:of|the|and|for|de|la|&|on|in|at|to)"
_CAPITAL = r"[A-Z0-9À-Þ][\w.'’&-]*"
_CAPITAL_RUN = re.compile(rf"{_CAPITAL}(?:\s+(?:{_CONNECTOR}\s+)*{_CAPITAL})*['’\"”*_]*\s*$")
_HAN_RUN = re.compile(rf"[{_HAN}·・‧•A-Za-z0-9-]+[」》”』〉*_\s]*$")
LONGEST_RUN = 8  # characters: nine labelled Chinese names of ten are as long or shorter
# Characters that end what stands before a name: people's roles and titles, and particles.
CUES = re.compile("[家人者員员官長长授統统師师理手王的是與与和及由在為为向對对]")
_REACH = 120  # characters before a bracket that are looked at


def ours(document: Document, strictness: Strictness = Strictness.BALANCED) -> Iterator[Found]:
    """The pairs that the program gives."""
    return (_found(mention) for mention in extract(document, strictness=strictness))


def everything(document: Document) -> Iterator[Found]:
    """The pairs that the program considered, however unlikely."""
    return (_found(judged) for judged in inspect(document) if isinstance(judged, Mention))


def _found(mention: Mention) -> Found:
    pair = mention.pair
    return Found(
        pair.english, pair.chinese, pair.kind.value, pair.aliases, mention.form.value, probability=mention.probability
    )


def naive(document: Document) -> Iterator[Found]:
    """Two regular expressions: ten minutes' work."""
    for found in NAIVE[0].finditer(document.text):
        yield Found(found[1].strip(), found[2], form="en-bracket")
    for found in NAIVE[1].finditer(document.text):
        yield Found(found[2], found[1], form="zh-bracket")


def capital_run(document: Document) -> Iterator[Found]:
    """English: the capitalised words and connectors before the bracket. Chinese: at most eight characters."""
    return _bracketed(document.text, chinese=lambda run: run[-LONGEST_RUN:])


def cue_characters(document: Document) -> Iterator[Found]:
    """The same, but the Chinese begins after the last character that tells a role or is a particle."""
    return _bracketed(document.text, chinese=_after_cue)


def _after_cue(run: str) -> str:
    ends = [found.end() for found in CUES.finditer(run) if len(run) - found.end() >= 2]
    return run[max(ends, default=0) :][-2 * LONGEST_RUN :]


def _bracketed(text: str, *, chinese: Callable[[str], str]) -> Iterator[Found]:
    """The pairs of all brackets: the run before it, and the first name in it that is in the other script."""
    for bracket in _BRACKET.finditer(text):
        line = text[max(0, bracket.start() - _REACH) : bracket.start()].rpartition("\n")[2]
        han, latin = _HAN_SLOT.search(bracket[1]), _LATIN_SLOT.search(bracket[1])
        english = _CAPITAL_RUN.search(line)
        before = _HAN_RUN.search(line)
        if han and english:
            yield Found(english[0].strip(" *_\"”’'"), han[0], form="en-bracket")
        elif latin and before and _HAN_SLOT.search(before[0]):
            yield Found(latin[0], chinese(before[0].strip(" 」》”』〉*_")), form="zh-bracket")


BASELINES: dict[str, Finder] = {
    "two naive regexes": naive,
    "capital run": capital_run,
    "cue characters": cue_characters,
}
FINDERS: dict[str, Finder] = {"glossary": ours, **BASELINES}
