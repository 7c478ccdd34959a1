from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.knowledge import END, Knowledge, Usage
from glossary.lang.pronunciation import choose, foreign_places

READINGS = {"傳": ("chuan2", "zhuan4"), "的": ("de5", "di4", "di2"), "塞": ("sai1", "se4"), "單": ("dan1", "shan4")}
USAGE = {
    "傳": Usage((("chuan2", 5),), (("chuan2", 50), ("zhuan4", 9))),
    "的": Usage((("de5", 9),), (("de5", 99), ("di4", 5)), (("di4", 6),)),
    "單": Usage((("dan1", 3), ("shan4", 2)), (("dan1", 40),)),
}


def known(**more):
    base = {
        "word": {"單車": ("dan1", "che1")}.get,
        "heteronyms": lambda char: READINGS.get(char, (f"{char}1",)),
        "usage": USAGE,
        "surnames": {"單": ("shan4",), "方": ("fang1",)},
    }
    return Knowledge(**(base | more))


def said(text, knowledge, surname=0):
    return [(one.reading, one.source) for one in choose(text, knowledge, surname=surname)]


def test_a_surname_is_read_as_one():
    assert said("單單", known(), surname=1) == [("shan4", "surname"), ("dan1", "usage")]


def test_both_of_two_surnames_are():
    assert said("單單方方", known(), surname=2)[:2] == [("shan4", "surname"), ("shan4", "surname")]


def test_a_pair_that_is_no_surname_is_read_as_any_name():
    assert said("單車方方", known(), surname=2)[0] == ("dan1", "word")


def test_the_end_of_a_name_has_rules_of_its_own():
    ends = known(pairs={(f"傳{END}", 0): "zhuan4"})
    assert said("傳方", ends)[0] == ("chuan2", "usage")
    assert said("方傳", ends)[1] == ("zhuan4", "usage")


def test_a_character_among_foreign_sounds_is_read_as_they_are():
    assert said("爾的摩", known())[1][0] == "di4"
    assert said("方的方", known())[1][0] == "de5"


def test_english_confirms_in_a_foreign_name_only_what_foreign_names_have():
    assert known().of("的").heard_abroad == ("di4",)
    assert set(known().of("單").heard) == {"dan1", "shan4"}
    assert known().of("的").attested == ("de5", "di4", "di2")


@given(st.text(max_size=12))
def test_places_are_places_of_the_text(text):
    assert foreign_places(text) <= set(range(len(text)))


@given(st.text(st.sampled_from("單傳的方車爾摩塞々\0A"), max_size=8), st.integers(0, 2))
def test_every_character_has_a_syllable_and_never_itself_among_the_others(text, surname):
    found = choose(text, known(), surname=surname)
    assert "".join(one.char for one in found) == text
    assert all(one.reading not in one.alternatives for one in found)
