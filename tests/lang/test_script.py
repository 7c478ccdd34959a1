import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.script import HAN, Script, document_script, fold, has_han, is_han, script_of

texts = st.text(st.one_of(st.sampled_from("臺台峯峰⻑⼈·・《》 \0\ud800Aaßﬁ々〇𠮷㍿"), st.characters()), max_size=20)


@pytest.mark.parametrize("char", ["何", "〇", "々", "𠮷", "⻑", "⼈", "\ufa10", "\U00031350"])
def test_han_in_every_block(char):
    assert is_han(char)
    assert has_han(f"a{char}b")


@pytest.mark.parametrize("char", ["の", "ア", "a", "·", "，", "한", "", "何立"])
def test_not_a_han_character(char):
    assert not is_han(char)


def test_the_class_can_be_put_into_a_pattern():
    import re

    assert re.findall(f"[{HAN}]+", "TSMC台積電 and 何立峰") == ["台積電", "何立峰"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺積電", "台积电"),
        ("何立峯", "何立峰"),
        ("⻑江", "长江"),
        ("⼈⺠", "人民"),
        ("史蒂夫‧賈伯斯", "史蒂夫·贾伯斯"),
        ("史蒂夫．賈伯斯", "史蒂夫・賈伯斯"),
        ("《紅樓夢》", "红楼梦"),
        ("「魔 戒」", "魔戒"),
        ("拿破崙", "拿破仑"),
        ("文化和旅遊部", "文化和旅游部"),
        ("ＴＳＭＣ台積電", "tsmc台积电"),
        ("\uf9d1合", "六合"),
    ],
)
def test_shapes_of_one_name_have_one_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("林劍", "林建"), ("何立峰", "何立鋒"), ("喆", "哲"), ("a·b", "ab")])
def test_different_names_have_different_keys(one, other):
    assert fold(one) != fold(other)


@given(texts)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_folding_keeps_the_length_of_a_chinese_name(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("林劍", Script.HANT),
        ("林剑", Script.HANS),
        ("何立峰", Script.BOTH),
        ("后里", Script.BOTH),
        ("Lin Jian", Script.NONE),
        ("", Script.NONE),
        ("\0\ud800", Script.NONE),
        ("台積電", Script.HANT),
    ],
)
def test_script_of_a_name(text, script):
    assert script_of(text) is script


def test_a_document_goes_with_its_majority():
    assert document_script("国务院总理会见蘇姓代表说" * 3000) is Script.HANS
    assert document_script("國務院總理會見苏姓代表說" * 3000) is Script.HANT
    assert document_script("何立峰" * 10) is Script.BOTH
    assert document_script("He Lifeng") is Script.NONE
