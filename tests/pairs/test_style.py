"""Where most brackets of a document state no pair, each is less believed; a bracket alone is judged alone."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import from_text
from glossary.model import Mention, Reason, changed
from glossary.pairs.edges import probability
from glossary.pairs.style import settled
from glossary.pipeline import inspect

REMARKS = (
    "名词（NN）和动词（VB）分开标注，副词（ADV）也一样；参数（如 host、port）见下表。"
    "单位（cm）、符号（=>）、版本（v2）、文件（main.py）、按键（Ctrl+S）、温度（°C）都要统一，链接（http://a.org）除外。"
)
NAME = from_text("美國財政部長貝森特（Scott Bessent）表示")
REFUSED = next(one for one in inspect(from_text("參數（如 host、port）如下")) if not isinstance(one, Mention))


def mention(*weights: float) -> Mention:
    found = next(one for one in inspect(NAME) if isinstance(one, Mention))
    reasons = tuple(Reason("rivals" if weight < 0 else "sound", weight) for weight in weights)
    return changed(found, reasons=reasons, probability=probability(reasons))


def odds(found: Mention) -> float:
    return sum(reason.weight for reason in found.reasons)


def test_grammar_with_its_tags_states_no_pair():
    assert not [one for one in inspect(from_text(REMARKS)) if isinstance(one, Mention) and one.probability >= 0.5]


def test_name_of_which_the_spelling_is_sure_stands_among_remarks():
    found = [one for one in inspect(from_text(f"{REMARKS}\n何立峰（He Lifeng）")) if isinstance(one, Mention)]
    assert found[-1].pair.english == "He Lifeng"
    assert found[-1].probability > 0.5


@pytest.mark.parametrize("weight", [-1.0, 0.1, 3.0])
def test_bracket_alone_is_judged_alone(weight):
    (found,) = settled([mention(5.0, weight - 5.0)])
    assert odds(found) == pytest.approx(weight, abs=0.02)


def test_ordinary_text_changes_nothing():
    judged = [mention(4.0), mention(5.0, -2.0), mention(6.0)] * 5
    assert list(settled(judged)) == judged


@given(st.lists(st.floats(0.2, 9.0), max_size=30), st.integers(0, 60))
def test_more_refusals_make_no_pair_likelier_and_nothing_is_lost(weights, refusals):
    judged = [mention(weight) for weight in weights]
    few = list(settled(judged))
    many = list(settled([*judged, *[REFUSED] * refusals]))
    assert many[len(judged) :] == [REFUSED] * refusals
    for one, less, more in zip(judged, few, many, strict=False):
        assert isinstance(less, Mention)
        assert isinstance(more, Mention)
        assert odds(more) <= odds(less) + 0.05
        assert odds(less) <= odds(one) + 1e-9
        assert more.probability == probability(more.reasons)
        assert (more.pair, more.chinese) == (one.pair, one.chinese)


@given(st.floats(0.0, 8.0), st.floats(0.1, 6.0))
def test_rivals_lose_with_the_pair(own, others):
    """The odds between the edges stay; only those against "no pair" fall."""
    rivals = math.log(1 + math.exp(others))
    alone = mention(own)
    shared = mention(own, -rivals)
    found = [one for one in settled([alone, shared, *[REFUSED] * 40]) if isinstance(one, Mention)]
    assert odds(shared) - odds(found[1]) <= odds(alone) - odds(found[0]) + 1.0
