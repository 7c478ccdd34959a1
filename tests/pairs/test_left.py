import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.pairs.left import after_clause, beginning, context, ending, english_looks
from glossary.pairs.looks import looks


def names(features):
    return [name for name, _ in features]


@pytest.mark.parametrize(
    ("text", "start", "left"),
    [
        ("贝森特", 0, "clause-start"),
        ("财政部长贝森特", 4, "role-left"),
        ("设备商先艺", 3, "kind-left"),
        ("位于哈尔科夫", 2, "link-left"),
        ("史密斯·贝森特", 4, "dot-left"),
        ("川普和贝森特", 3, "and-left"),
    ],
)
def test_what_stands_on_the_left_has_a_class(text, start, left):
    assert names(context(text, start))[0] == left


def test_cutting_a_usual_word_shows():
    assert "split-word" in names(context("研究经济学院", 3))


def test_names_do_not_begin_with_verbs_or_particles():
    assert names(beginning("拜访东协", 0, groups="")) == ["begins-verb"]
    assert names(beginning("在东协", 0, groups="")) == ["begins-loose"]


def test_names_do_not_end_with_verbs_or_particles():
    assert names(ending("美军派出")) == ["ends-verb"]
    assert names(ending("他最喜欢的")) == ["ends-loose"]
    assert names(ending("研究院")) == []


def test_remarks_look_unlike_names():
    assert "english-sentence" in names(english_looks("see below", acronym=False))
    assert names(english_looks("Scott Bessent", acronym=False)) == []


def test_no_guess_begins_before_a_particle():
    assert after_clause("发布照片的司法部") == 5


@given(st.text(alphabet="美国总统川普的在·1a史密斯和", min_size=1, max_size=12), st.data(), st.booleans())
def test_any_place_has_features_of_finite_size(text, data, acronym):
    start = data.draw(st.integers(0, len(text) - 1))
    found = [
        *context(text, start, sort="thing" if acronym else ""),
        *looks(text, start, acronym=acronym, english="ABC"),
    ]
    assert all(abs(size) < 100 for _, size in found)
