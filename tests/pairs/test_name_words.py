import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.pairs.name_words import is_link, name_words, numeral


def test_words_that_only_join_need_no_counterpart():
    assert [is_link(word) for word in ("of", "von", "J", "University")] == [True, True, True, False]


def test_leaving_out_the_last_word_costs_more_than_leaving_out_another():
    first, last = name_words("Scott Bessent")
    assert last.skip < first.skip < 0
    assert name_words("Bessent")[0].skip < last.skip


def test_words_of_the_dictionary_are_translated_in_long_names():
    heard = {word.letters: word.heard for word in name_words("Organization for Economic Cooperation and Development")}
    assert not heard["organization"]
    assert name_words("Jerome Powell")[1].heard


@pytest.mark.parametrize(("word", "chinese"), [("ii", "二"), ("xiv", "十四"), ("12", "十二"), ("99", ""), ("", "")])
def test_numerals(word, chinese):
    assert numeral(word) == chinese


@given(st.text(max_size=60))
def test_any_text_has_at_most_nine_words(english):
    assert len(name_words(english)) <= 9
