import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.script import Script, fold, has_han
from glossary.lang.variants import derive
from glossary.model import Derivation, Kind, Origin

CASES = Path(__file__).parents[1] / "cases" / "variants.tsv"
rows = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
texts = st.text(
    st.one_of(st.sampled_from("何台范于里后乾裡·T \0\ud800のア⻑𠮷\U000e0001"), st.characters()), max_size=15
)


@pytest.mark.parametrize("row", rows, ids=[f"{row['stated']}-{row['script']}" for row in rows])
def test_counterparts_of_names(row):
    stated, *derived = derive(row["stated"], kind=Kind(row["kind"]), script=Script(row["script"]))
    assert (stated.text, stated.origin) == (row["stated"], Origin.STATED)
    assert "|".join(f"{term.lang} {term.text}" for term in derived) == row["derived"]


@given(texts, st.sampled_from(Kind), st.sampled_from([None, *Script]))
def test_no_text_breaks_it_and_the_stated_form_stays(text, kind, script):
    stated, *derived = derive(text, kind=kind, script=script)
    assert stated.text == text
    assert bool(derived) == has_han(text)
    for term in derived:
        assert term.origin is Origin.DERIVED
        assert term.text not in term.alternatives
        assert len(term.text) == len(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6))
def test_a_counterpart_has_the_same_key(text):
    for term in derive(text, kind=Kind.OTHER)[1:]:
        assert [a for a, b in zip(fold(text), fold(term.text), strict=True) if a != b and b not in "着乾"] == []


def test_nothing_is_cut_at_nul():
    assert derive("台\0积电", kind=Kind.ORGANIZATION)[1].text == "台\0積電"


def test_the_name_itself_decides_before_the_document():
    assert derive("林劍", kind=Kind.PERSON, script=Script.HANS)[0].lang == "zh-Hant"


def test_status_and_alternatives_say_how_sure_it_is():
    exact = derive("林剑", kind=Kind.PERSON)[1]
    assert (exact.derivation, exact.alternatives) == (Derivation.EXACT, ())
    open_ = derive("周伟志", kind=Kind.PERSON)[1]
    assert (open_.text, open_.derivation) == ("周偉志", Derivation.PRIOR)
    assert "周偉誌" in open_.alternatives


def test_a_shape_that_keyboards_have_makes_a_name_open():
    term = derive("杨文锐", kind=Kind.PERSON, script=Script.HANS)[1]
    assert (term.text, term.derivation, term.alternatives) == ("楊文銳", Derivation.PRIOR, ("楊文鋭",))


def test_a_dictionary_with_two_forms_is_a_choice():
    term = derive("松滋", kind=Kind.PLACE, script=Script.HANS)[1]
    assert term.derivation is Derivation.PRIOR
    assert term.alternatives


def test_a_name_without_han_has_no_counterpart():
    assert [term.text for term in derive("TSMC", kind=Kind.ORGANIZATION)] == ["TSMC"]


def test_a_long_text_is_taken():
    assert len(derive("范于台" * 3334, kind=Kind.WORK, script=Script.HANS)[1].text) == 10_002


@pytest.mark.parametrize(("simplified", "bearer"), [("徐献荣", "徐献榮"), ("郑丽琼", "鄭麗琼"), ("邓咏骏", "鄧咏駿")])
def test_a_popular_shape_is_among_the_alternatives_and_the_form_not_said_to_be_sure(simplified, bearer):
    form = derive(simplified, kind=Kind.PERSON, script=Script.HANS)[1]
    assert form.derivation is Derivation.PRIOR
    assert bearer in form.alternatives


def test_a_person_known_to_the_dictionary_may_be_another():
    known = derive("杜琪峰", kind=Kind.PERSON, script=Script.HANS)
    assert known[0].text == "杜琪峰"
    assert "杜琪峯" in {form for term in known for form in term.alternatives}


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "TSMC", "のア", "\U000e0001"])
def test_what_has_no_han_is_given_back_alone(text):
    assert [term.text for term in derive(text, kind=Kind.PERSON)] == [text]


@pytest.mark.parametrize("text", ["TSMC台积电", "T-security擎雷", "台\0积电", "台积电\ud800", "台积电の店"])
def test_what_is_not_han_stays_where_it_is(text):
    for term in derive(text, kind=Kind.ORGANIZATION, script=Script.HANS):
        pairs = zip(text, term.text, strict=True)
        assert all(a == b for a, b in pairs if not has_han(a))
