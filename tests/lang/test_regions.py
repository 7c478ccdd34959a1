import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.entries import terms
from glossary.lang.regions import renderings
from glossary.lang.script import fold
from glossary.model import Derivation, Kind, Origin, Pair, TermStatus, TermType
from glossary.tables import rows

CASES = Path(__file__).parents[1] / "cases" / "renderings.tsv"
cases = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
TABLES = ("regional_names", "cedict_regions", "opencc_regions")


@pytest.mark.parametrize("case", cases, ids=[f"{case['stated']}-{case['english']}" for case in cases])
def test_what_other_regions_call_it(case):
    found = renderings(case["stated"], english=case["english"])
    assert "|".join(f"{term.lang} {term.text}" for term in found) == case["others"]


@given(st.sampled_from([form for table in TABLES for _, *forms in rows(table) for form in forms if form]))
def test_a_rendering_is_a_derived_variant_that_differs_and_leads_back(text):
    for term in renderings(text):
        assert fold(term.text) != fold(text)
        assert (term.type, term.status) == (TermType.VARIANT, TermStatus.ADMITTED)
        assert (term.origin, term.derivation) == (Origin.DERIVED, Derivation.DICTIONARY)
        assert renderings(term.text)


@given(st.text(max_size=12))
def test_no_text_breaks_it(text):
    assert all(term.text for term in renderings(text, english=text))


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "TSMC", "のア", "歐巴馬\0", "歐" * 10_000])
def test_what_is_no_known_name_has_none(text):
    assert renderings(text) == ()


def test_a_rendering_is_told_from_the_other_script():
    found = terms.chinese(Pair("Barack Obama", "歐巴馬", Kind.PERSON))
    assert [(term.text, term.lang, term.type) for term in found] == [
        ("歐巴馬", "zh-Hant", TermType.FULL_FORM),
        ("欧巴马", "zh-Hans-CN", TermType.FULL_FORM),
        ("奥巴马", "zh-Hans-CN", TermType.VARIANT),
        ("奧巴馬", "zh-Hant-HK", TermType.VARIANT),
    ]
    assert [term.reading.pinyin for term in found if term.reading] == ["Ōubāmǎ", "Ōubāmǎ", "Àobāmǎ", "Àobāmǎ"]


def test_what_a_text_states_wins():
    stated = terms.chinese(Pair("Obama", "奥巴马", Kind.PERSON))[0]
    settled = terms.settle((*terms.chinese(Pair("Obama", "歐巴馬", Kind.PERSON)), stated))
    (mainland,) = [term for term in settled if term.text == "奥巴马"]
    assert mainland.origin is Origin.STATED
    assert mainland.status is TermStatus.PREFERRED


def test_a_common_word_has_no_rendering():
    assert [term.text for term in terms.chinese(Pair("", "雪梨", Kind.TERM))] == ["雪梨", "雪梨"]
