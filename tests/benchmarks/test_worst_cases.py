"""Bad input takes work in step with its length. Work is counted in calls, of Python and of C functions, not in time."""

import sys

import pytest
import worst_cases

from glossary.documents import from_text
from glossary.model import Mention
from glossary.pipeline import inspect

SIZE = 2_000
MOST = 2.6  # calls for twice the text; 2 is in step


def calls(work, text):
    """How many functions are called to work on the text."""
    count = 0

    def seen(_frame, event, _function):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count


EVERY = [
    pytest.param(work, make, id=f"{work.__name__} {name}")
    for work, cases, _ in worst_cases.WORKS
    for name, make in cases.items()
]


@pytest.mark.parametrize(("work", "make"), EVERY)
def test_twice_the_text_takes_about_twice_the_work(work, make):
    work(make(SIZE))  # tables
    once, twice = calls(work, make(2 * SIZE)), calls(work, make(4 * SIZE))
    assert twice <= MOST * once + 100


def test_the_count_sees_work_that_grows_out_of_step():
    def square(text):
        return [len(text) for _ in text for _ in text]

    assert calls(square, "x" * 80) > MOST * calls(square, "x" * 40)


@pytest.mark.parametrize("name", worst_cases.CASES)
def test_offsets_of_what_is_found_are_exact(name):
    document = from_text(worst_cases.CASES[name](SIZE))
    for mention in inspect(document):
        if isinstance(mention, Mention):
            found = (mention.english.of(document.text), mention.chinese.of(document.text))
            assert all(found), mention
            assert mention.gloss.end <= len(document.text)
            assert mention.pair.english[:1] in found[0]
