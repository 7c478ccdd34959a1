"""Whether a Chinese name is likely all that an item of a list, a heading, a cell or a value holds before its gloss.

``- 鼻道橫向隔膜 (nasal septum)`` · ``2. 波動方程（wave equation）：…`` · ``| 壁虎（gecko） |``. Running text puts
roles and verbs before a name; an item that ends with the gloss, or goes on behind a colon or a dash, hardly does.
"""

from __future__ import annotations

import re

from glossary.candidates.lines import BULLET
from glossary.lang.script import HAN

__all__ = ["NOWHERE", "start"]

NOWHERE = -1
_CELL = re.compile(rf"(?:^{BULLET}|[|｜]\s*[*_`]*|(?<![^\s:=,(\[{{>])[\"'])(?=[{HAN}][^|｜，。；：,;:]*$)")
_ENDS = re.compile(r"[\s*_`]*(?:$|[\n|｜：:])|[*_`]* [—–-]|[\"'](?![\w])")
_VOWEL = re.compile("[^\\Wb-df-hj-np-tv-xz\\d_]")
_MOST = 40  # characters of a name


def start(before: str, after: str, *, english: str) -> int:
    """Where in ``before``, a line up to a gloss, the text of its last item or cell begins; :data:`NOWHERE` where the
    name is not likely all of it, as running text goes on ``after`` the gloss or the ``english`` is no word (bpmf).

    >>> start("- 鼻道橫向隔膜 ", "", english="septum"), start("| 壁虎", " | 4 |", english="gecko")
    (2, 2)
    >>> start("- 他在中學讀了波動方程", "，後來", english="wave equation"), start("他說，波動方程", "", english="wave")
    (-1, -1)
    """
    if not _ENDS.match(after) or (english.islower() and not _VOWEL.search(english)):
        return NOWHERE
    begins = [found.end() for found in _CELL.finditer(before)]
    return begins[-1] if begins and len(before) - begins[-1] <= _MOST else NOWHERE
