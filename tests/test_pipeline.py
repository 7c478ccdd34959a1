"""The pipe for one document: each pair in its place once, in memory that does not grow with the text."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from glossary import candidates
from glossary.documents import from_text
from glossary.model import Document, Mention, Rejection
from glossary.pipeline import considered, inspect

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


@pytest.mark.parametrize("look", [inspect, considered])
def test_memory_does_not_grow_with_the_text(look):
    few, many = (peak(look, LINES * times) for times in (150, 1_200))
    assert many < 1.5 * few


@pytest.mark.parametrize("text", [LINES * 200, "- Tainan 台南\n" * 5_000], ids=["mixed", "one list"])
def test_each_candidate_comes_with_what_was_judged_of_it(text):
    found = list(considered(from_text(text)))
    assert [one.candidate for one in found] == list(candidates.find(text))
    for one in found:
        for judged in one.judged:
            candidate = judged.candidate if isinstance(judged, Rejection) else judged
            assert candidate.gloss == one.candidate.gloss
    stated = {one.place for one in inspect(from_text(text)) if isinstance(one, Mention)}
    assert stated == {judged.place for one in found for judged in one.judged if isinstance(judged, Mention)}


def peak(look: Callable[[Document], Iterator[object]], text: str) -> int:
    """The bytes allocated at most above the text while what is found in it is taken one by one."""
    document = from_text(text)
    for _ in look(from_text(LINES)):  # what is read once
        pass
    tracemalloc.start()
    try:
        for _ in look(document):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
