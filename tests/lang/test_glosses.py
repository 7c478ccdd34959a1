import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.glosses import gloss, meanings, shortened, stem


@pytest.mark.parametrize(
    ("word", "characters"),
    [
        ("Semiconductor", "半导体"),
        ("Industries", "工业"),
        ("International", "国际"),
        ("Reduction", "减少"),
        ("Swedish", "瑞典"),
        ("Association", "协会"),
        ("WHO", "世界卫生组织"),
    ],
)
def test_a_word_and_its_translation_belong_together(word, characters):
    assert gloss(word, characters)


@pytest.mark.parametrize(("word", "characters"), [("Semiconductor", "协会"), ("Meal", "吃饭"), ("", "大学"), ("A", "")])
def test_other_words_do_not(word, characters):
    assert not gloss(word, characters)


@pytest.mark.parametrize(
    ("one", "other"), [("Industrial", "industry"), ("African", "Africa"), ("production", "product")]
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_short_words_keep_their_letters():
    assert [stem(word) for word in ("US", "bees", "ring")] == ["us", "bees", "ring"]


def test_a_character_may_shorten_a_word():
    assert "欧" in shortened(stem("European"))


@given(st.text(max_size=40))
def test_any_text_has_a_stem_and_meanings(text):
    assert stem(text) == stem(text.lower())
    assert isinstance(meanings(text), frozenset)
