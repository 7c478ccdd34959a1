"""Whether a name without a bracket stands in a series of such: Xinhua 新华社, China Daily 中国日报, Yicai 第一财经.

By itself Han behind a Latin name may be there by chance; three items in a row of the same make are no chance.
"""

from __future__ import annotations

import re

from glossary.candidates.series import CLOSED, OPENED
from glossary.lang.script import HAN, is_han
from glossary.model import Candidate

__all__ = ["in_series"]

_NEAR = 200  # characters on either side
_FEWEST = 3  # items
# A Latin name from a boundary to its Han, which a boundary or a remark in brackets follows.
_LETTERS = "[A-Za-zÀ-ɏḀ-ỿ0-9.'’&-]"
_BEGINS = r"(?:^|[,;:、，；：|/／] ?|\*\* ?|[-*•] |[(（]|(?:such as|like|including|and|or|&) )"
_ENDS = r"(?:[,;.、，；。|)）]| ?[/／]| (?:and|or|&) |$)"
_ITEM = re.compile(
    rf"{_BEGINS}[A-ZÀ-Þ0-9]{_LETTERS}*(?: {_LETTERS}+){{0,5}}(?: ?/ ?| )"
    rf"(?=(?P<han>[{HAN}·]{{2,16}})(?: ?[(（][^()（）\n]{{0,40}}[)）])?{_ENDS})",
    re.MULTILINE,
)
# The same with the Han first: 馬千里 Mateli Sawawan (Pinuyumayan), 宮 *gong*.
_HAN_ITEM = re.compile(
    rf"(?<![{HAN}·])[{HAN}·]{{1,8}} ?[/／]? ?{OPENED}"
    rf"(?P<latin>[A-Za-zÀ-ɏ][\w.'’·-]*(?: [A-Za-zÀ-ɏ][\w.'’·-]*){{0,4}}?)"
    rf"(?={CLOSED}(?: ?[(（][^()（）\n]{{0,40}}[)）]| ?[,;.、，；。|/／)）<*]| (?:and|or) |$))",
    re.MULTILINE,
)


def in_series(candidate: Candidate, text: str) -> bool:
    """Whether the candidate is an item among three or more in its line, that say three different things.

    >>> from glossary import candidates
    >>> text = "Xinhua 新华社, China Daily 中国日报 (weekly), Yicai 第一财经. Read Yicai 第一财经 or Xinhua 新华社."
    >>> [in_series(one, text) for one in candidates.find(text) if one.form == "inline"]
    [True, True, True, False, True]
    >>> text = "馬千里 Mateli Sawawan (Amis), 夏錦龍 Obay Ataw (Thao), 鴻義章 Upay Kanasaw (Amis)"
    >>> [in_series(one, text) for one in candidates.find(text) if one.gloss.of(text)[0] in "MOU"]
    [True, True, True]
    """
    gloss = candidate.gloss.start
    start = max(text.rfind("\n", 0, gloss) + 1, gloss - _NEAR)
    stop = text.find("\n", gloss, gloss + _NEAR)
    stop = stop if stop >= 0 else gloss + _NEAR
    item, second = (_ITEM, "han") if is_han(text[gloss]) else (_HAN_ITEM, "latin")
    found = {item.start(second): item[second] for item in item.finditer(text, start, stop)}
    return gloss in found and len(set(found.values())) >= _FEWEST
