import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.transliteration import endings, heard, letters, likeness, sound


@pytest.mark.parametrize(
    ("word", "characters", "size"),
    [
        ("Bessent", "财政部长贝森特", 3),
        ("Fleetwood", "高尔夫选手弗利特伍德", 5),
        ("Kraków", "波兰城市克拉科夫", 4),
        ("Federer", "瑞士名将费德勒", 3),
        ("Thatcher", "首相撒切尔", 3),
        ("Epstein", "金融家爱泼斯坦", 4),
        ("Zelenskyy", "乌克兰总统泽连斯基", 4),
    ],
)
def test_the_best_ending_is_the_name(word, characters, size):
    scores = endings(letters(word), characters)
    assert scores.index(max(scores)) + 1 == size


def test_characters_of_other_places_are_known_by_their_sound():
    assert sound("Rousseau", "卢骚") > 0
    assert sound("Scholz", "萧兹") > 0


def test_ordinary_text_does_not_sound_like_a_name():
    assert sound("Bessent", "国家经济") == -math.inf
    assert sound("Washington", "的时候在") == -math.inf


def test_the_leftmost_character_must_stand_for_a_letter():
    assert sound("Smith", "史密斯") > sound("Smith", "斯史密斯")


def test_accents_and_case_do_not_matter():
    assert sound("GUAIDÓ", "瓜伊多") == sound("guaido", "瓜伊多")


def test_characters_of_foreign_names_smell_of_them():
    assert min(map(likeness, "斯尔姆")) > 1 > max(map(likeness, "的是在"))


def test_hearing_ends_where_nothing_can_be_heard_any_more():
    assert heard("bessent", "国家经济贝森特")[:3] == list(endings("bessent", "国家经济贝森特"))[:3]
    assert len(heard("bessent", "国家经济贝森特")) < 7
    assert heard("", "贝") == heard("bessent", "") == []


@given(st.text(max_size=30), st.text(max_size=12))
def test_any_text_has_a_score_for_every_length(word, characters):
    scores = endings(letters(word), characters)
    assert len(scores) == len(characters)
    assert not any(math.isnan(score) for score in scores)


@pytest.mark.parametrize("word", ["", "\0", "\ud800", "ア", "x" * 10_000])
def test_odd_words_have_no_sound(word):
    assert sound(word, "\ud800") == -math.inf
    assert sound(word, "") == -math.inf
