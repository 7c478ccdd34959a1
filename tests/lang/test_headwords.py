"""The titles of an encyclopedia as a filter: none is missed, hardly anything else is taken for one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang import headwords

TEXTS = st.text(st.sampled_from("台北市立大学由设于国中华人民和电视·"), max_size=20)


@pytest.mark.parametrize(
    "title",
    ["台北", "中华民国", "台积电", "世界卫生组织", "人工智能", "数字推盘游戏"],
)
def test_titles_are_headwords(title):
    assert headwords.is_headword(title)


@pytest.mark.parametrize(
    "text", ["", "中", "的中华民", "界卫生组", "总统川普说了", "推盘游", "一二三四五六七八九十一二三"]
)
def test_pieces_and_other_sizes_are_none(text):
    assert not headwords.is_headword(text)


def test_one_stretch_in_three_hundred_is_taken_for_one():
    characters = random.Random(7)
    made = ["".join(chr(characters.randint(0x4E00, 0x9FA5)) for _ in range(8)) for _ in range(5_000)]
    assert sum(map(headwords.is_headword, made)) < 2 * len(made) / 300


@given(TEXTS)
def test_what_ends_in_a_text_is_what_stands_there(text):
    found = {(end - length, end) for end, lengths in headwords.ending(text).items() for length in lengths}
    places = [(start, end) for end in range(len(text) + 1) for start in range(end)]
    assert found == {(start, end) for start, end in places if headwords.is_headword(text[start:end])}


@given(TEXTS)
def test_the_last_place_is_asked_for_all_lengths(text):
    whole, short = headwords.ending(text), headwords.ending(text, inner=3)
    assert short.get(len(text)) == whole.get(len(text))
    assert all(max(lengths) <= 3 for end, lengths in short.items() if end < len(text))
