"""The pipe for one document: each pair in its place once, in memory that does not grow with the text."""

from __future__ import annotations

import tracemalloc
from collections import Counter

from glossary.documents import from_text
from glossary.model import Mention
from glossary.pipeline import inspect

# A line is found as an item of a list and as names side by side; a bracket may repeat what stands before it.
LINES = """- Tainan 台南
the mayor of Tainan (台南) met Kaohsiung 高雄 (高雄) there, and Yu Yue 俞樾 (Yu Yue 俞樾) spoke.
"""


def places(text: str) -> list[tuple[int, ...]]:
    found = [one for one in inspect(from_text(text)) if isinstance(one, Mention)]
    return [(one.english.start, one.english.end, one.chinese.start, one.chinese.end) for one in found]


def test_a_pair_is_given_in_its_place_once():
    found = Counter(places(LINES * 200))
    assert len(found) > 600
    assert set(found.values()) == {1}


def test_memory_does_not_grow_with_the_text():
    few, many = (peak(LINES * times) for times in (150, 1_200))
    assert many < 1.5 * few


def peak(text: str) -> int:
    """The bytes allocated at most above the text while its mentions are taken one by one."""
    document = from_text(text)
    for _ in inspect(from_text(LINES)):  # what is read once
        pass
    tracemalloc.start()
    try:
        for _ in inspect(document):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
