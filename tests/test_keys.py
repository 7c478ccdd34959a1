import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import keys
from glossary.keys import Family
from glossary.model import Certainty, Reading, Term, TermType
from glossary.store.rows import FAMILY_NUMBERS
from tests.strategies import terms, texts

LIFENG = Term(
    "何立峰",
    "zh-Hant",
    reading=Reading("Hé Lìfēng", "he2 li4 feng1", "", "", "", Certainty.CERTAIN, ("he4 li4 feng1",)),
)
ELECTION = Term(
    "2024年大選",
    "zh-Hant",
    reading=Reading(
        "2024 Nián Dàxuǎn", "2024 nian2 da4 xuan3", "2024 Nian Daxuan", "", "2024 Nien² Ta⁴-hsüan³", Certainty.CERTAIN
    ),
)
COMPANY = Term("ByteDance Ltd", "en")


def found(term, query):
    """The family by which the query finds the term, if it does."""
    families = {key.text: key.family for key in keys.of_term(term)}
    return next((families[text] for text in keys.of_query(query) if text in families), None)


@pytest.mark.parametrize(
    ("query", "family"),
    [
        ("2024 Nián Dàxuǎn", Family.PINYIN),
        ("2024 nian daxuan", Family.PINYIN),
        ("nián dàxuǎn", Family.PINYIN_TONES),
        ("nian2 da4 xuan3", Family.PINYIN_TONES),
        ("niandaxuan", Family.PINYIN),
        ("ndx", Family.INITIALS),
        ("2024 nien ta-hsüan", Family.ROMANIZATION),
    ],
)
def test_a_name_with_digits_is_found_with_them_and_without(query, family):
    assert found(ELECTION, query) is family


@pytest.mark.parametrize(
    ("query", "family"),
    [
        ("何立峰", Family.CHINESE),
        ("《何立峰》", Family.CHINESE),
        ("何 立 峰", Family.CHINESE),
        ("Hé Lìfēng", Family.PINYIN_TONES),
        ("he2li4feng1", Family.PINYIN_TONES),
        ("He2 Li4-feng1", Family.PINYIN_TONES),
        ("he4 li4 feng1", Family.PINYIN_TONES),
        (unicodedata.normalize("NFD", "hé lìfēng"), Family.PINYIN_TONES),
        ("he lifeng", Family.PINYIN),
        ("HELIFENG", Family.PINYIN),
        ("ｈｅ ｌｉｆｅｎｇ", Family.PINYIN),
        ("he1 li4 feng1", None),
        ("Ho Li-feng", Family.ROMANIZATION),
        ("hlf", Family.INITIALS),
        ("Li Hefeng", None),
    ],
)
def test_a_chinese_name_is_found_by_its_readings_and_romanizations(query, family):
    assert found(LIFENG, query) == family


@pytest.mark.parametrize(
    ("query", "family"),
    [
        ("bytedance ltd", Family.ENGLISH),
        ("Byte Dance Ltd.", Family.ENGLISH),
        ("ByteDance", Family.SHORT),
        ("ByteDance's", Family.SHORT),
        ("ltd", Family.WORD),
        ("dance", None),
    ],
)
def test_an_english_name_is_found_by_its_parts(query, family):
    assert found(COMPANY, query) == family


def test_an_acronym_is_known_as_one():
    assert found(Term("AT&T", "en", TermType.ACRONYM), "at&t") is Family.ACRONYM


def test_the_umlaut_is_found_as_u_and_as_v():
    term = Term("呂秀蓮", "zh-Hant", reading=Reading("Lǚ Xiùlián", "lü3 xiu4 lian2", "", "", "", Certainty.CERTAIN))
    assert [found(term, query) for query in ("Lǚ Xiùlián", "lü3 xiu4 lian2")] == [Family.PINYIN_TONES] * 2
    assert [found(term, query) for query in ("lü xiulian", "lu xiulian", "lv xiulian")] == [Family.PINYIN] * 3


@pytest.mark.parametrize("query", ["", " ", "?", "\0", "\ud800", "☆", "'s"])
def test_what_holds_neither_letters_nor_han_has_no_keys(query):
    assert keys.of_query(query) == ()


@given(terms)
def test_keys_of_a_term_are_unique_and_best_first(term):
    made = keys.of_term(term)
    assert len({key.text for key in made}) == len(made)
    order = list(Family)
    assert [order.index(key.family) for key in made] == sorted(order.index(key.family) for key in made)
    assert all(key.text for key in made)


@given(st.text(max_size=40))
def test_any_query_has_keys_that_can_be_looked_up(query):
    for key in keys.of_query(query):
        assert key
        key.encode()


@given(texts, st.sampled_from(["en", "zh-Hant"]))
def test_a_name_is_found_by_itself(text, lang):
    made = {key.text for key in keys.of_term(Term(text, lang))}
    if lang == "zh-Hant" and keys.script.has_han(text):
        assert keys.of_query(text)[0] in made


@given(st.text(st.characters(max_codepoint=0x24F), max_size=20))
def test_folded_letters_stay_as_they_are(text):
    assert keys.latin(keys.latin(text)) == keys.latin(text)


def test_families_have_numbers_of_their_own_in_the_store_in_the_order_of_trust():
    assert sorted(Family, key=FAMILY_NUMBERS.__getitem__) == list(Family)
    assert len(set(FAMILY_NUMBERS.values())) == len(Family)
