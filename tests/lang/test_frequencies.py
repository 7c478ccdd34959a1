import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.frequencies import division, last_sizes, lexicon, surprise, usage


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("美国财政部长", ["美国", "财政部长"]),
        ("国际经济组织", ["国际", "经济", "组织"]),
        ("", []),
    ],
)
def test_a_text_is_divided_into_words(text, words):
    assert list(reversed(division(text).values())) == words


@given(st.text(max_size=30))
def test_the_words_of_a_division_make_up_the_text(text):
    found = division(text)
    assert "".join(found[at] for at in sorted(found)) == text
    assert len(last_sizes(text)) == len(text) + 1


@given(st.text(alphabet="的经济美国贝森特", min_size=1, max_size=4))
def test_a_word_is_never_more_surprising_than_its_characters(text):
    assert 0 < surprise(text) <= sum(map(surprise, text)) + 1e-9


def test_the_lexicon_knows_the_words_that_begin_with_a_character_of_the_text():
    known = lexicon("经济")
    assert known["经济"].uses == usage("经济")
    assert lexicon("\ud800\0") is known


def test_an_unknown_word_is_not_used():
    assert usage("经贝") == 0
