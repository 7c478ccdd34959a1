import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.jyutping import jyutping
from glossary.lang.mixed import kept
from glossary.lang.script import has_han, is_han
from glossary.model import Kind


@pytest.mark.parametrize(
    ("name", "english", "said"),
    [
        ("李家超", "", "lei5 gaa1 ciu1"),
        ("陈茂波", "", "can4 mau6 bo1"),
        ("曾俊華", "", "zang1 zeon3 waa4"),
        ("區諾軒", "Au Nok-hin", "au1 nok6 hin1"),
        ("單仲偕", "Sin Chung-kai", "sin6 zung6 gaai1"),
        ("田北俊", "Tien Pei-chun", "tin4 bei3 zeon3"),
        ("尉遲恭", "", "wat1 ci4 gung1"),
    ],
)
def test_persons(name, english, said):
    assert jyutping(name, kind=Kind.PERSON, english=english) == said


@pytest.mark.parametrize(
    ("name", "english", "said"),
    [
        ("大埔", "Tai Po", "daai6 bou3"),
        ("鰂魚涌", "Quarry Bay", "zak1 jyu4 cung1"),
        ("深水埗", "Sham Shui Po", "sam1 seoi2 bou2"),
        ("油麻地", "Yau Ma Tei", "jau4 maa4 dei2"),
        ("調景嶺", "Tiu Keng Leng", "tiu4 ging2 leng5"),
        ("赤鱲角", "", "cek3 laap6 gok3"),
        ("古洞", "Kwu Tung", "gu2 dung6"),
        ("旺角", "Mong Kok", "wong6 gok3"),
        ("葵涌", "Kwai Chung", "kwai4 cung1"),
        ("T恤", "", "T seot1"),
    ],
)
def test_places(name, english, said):
    assert jyutping(name, kind=Kind.PLACE, english=english) == said


def test_a_surname_is_one_in_a_persons_name_only():
    assert jyutping("單車徑", kind=Kind.PLACE).split()[0] == "daan1"


@given(st.text(st.one_of(st.sampled_from("李單曾一々〇·T \0\ud800のア𠮷"), st.characters()), max_size=12))
def test_no_text_breaks_it_and_every_character_has_a_syllable(text):
    assert len(jyutping(text, kind=Kind.PERSON, english="Au Nok-hin").split()) == (
        sum(map(is_han, text)) + len(kept(text))
    ) * has_han(text)


def test_a_long_text_is_taken():
    assert len(jyutping("香港" * 5000, kind=Kind.PLACE).split()) == 10_000


def test_words_are_read_as_such_but_not_in_given_names():
    for council in ("立法會", "立法会"):
        assert jyutping(council, kind=Kind.ORGANIZATION) == "laap6 faat3 wui2"
    assert jyutping("重慶道", kind=Kind.PLACE).startswith("cung4 hing3")
    assert jyutping("陳行政", kind=Kind.PERSON).split()[1] != "hang4"
