"""The arithmetic of the figures, and what the baselines find."""

import ablation
import calibration
import figures
import finders
import labelled
import measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring import Found, Outcome, label

from glossary.documents import from_text

LABELS = [label(["1", name, "名", kind, "", "list", ""]) for name in "AB" for kind in ("person", "term")]
FOUND = [Found("A", "甲", "place", form="list"), Found("b", "乙", "term", form="table")]


@st.composite
def scored(draw):
    asked = draw(st.lists(st.tuples(st.sampled_from(LABELS), st.sampled_from([None, *FOUND])), max_size=4))
    wrong = draw(st.lists(st.sampled_from(FOUND), max_size=3))
    text = labelled.Text(labelled.ROOT / "x.txt", draw(st.sampled_from("abc")), from_text("x"), ())
    return figures.Scored(text, Outcome(tuple(asked), tuple(wrong)))


@given(st.lists(scored(), max_size=5), st.sampled_from(list(figures.GROUPINGS)))
def test_groups_add_up_to_the_whole(several, grouping):
    parts = figures.tallies(several, figures.GROUPINGS[grouping])
    for group, by_text in figures.overall(several).items():
        whole = sum((figures.total(one) for (_, of), one in parts.items() if of == group), figures.Tally())
        assert whole == figures.total(by_text)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(right, missed, wrong):
    tally = figures.Tally(right + missed, right, wrong)
    both = tally.precision + tally.recall
    assert tally.f1 == pytest.approx(2 * tally.precision * tally.recall / both if both else 0.0)


def test_an_interval_holds_the_figure_and_is_the_same_each_time():
    by_text = {place: figures.Tally(10, 10 - place % 4, place % 3) for place in range(30)}
    spread = figures.interval(by_text, 30)
    assert spread.low < figures.total(by_text).f1 < spread.high
    assert spread == figures.interval(by_text, 30)


def test_an_interval_of_equal_documents_is_a_point():
    spread = figures.interval(dict.fromkeys(range(8), figures.Tally(4, 3, 1)), 8)
    assert spread.low == spread.high == pytest.approx(0.75)


def test_calibration_of_a_program_that_knows_and_of_one_that_boasts():
    knows = [(0.75, True)] * 3 + [(0.75, False)]
    boasts = [(1.0, True), (1.0, False)]
    assert (calibration.expected_error(knows), calibration.brier(knows)) == pytest.approx((0.0, 0.1875))
    assert (calibration.expected_error(boasts), calibration.brier(boasts)) == pytest.approx((0.5, 0.5))
    assert sum(len(inside) for _, inside in calibration.bands(knows + boasts)) == 6


@pytest.mark.parametrize(
    ("name", "text", "pairs"),
    [
        ("two naive regexes", "Premier He Lifeng (何立峰) spoke", {("Premier He Lifeng", "何立峰")}),
        ("two naive regexes", "部長貝森特（Scott Bessent）", {("Scott Bessent", "部長貝森特")}),
        ("capital run", "the Journey to the West (西遊記)", {("Journey to the West", "西遊記")}),
        ("capital run", "said Young (born 1960, 楊) and", {("Young", "楊")}),
        ("capital run", "由財政部的部長貝森特（Scott Bessent）", {("Scott Bessent", "政部的部長貝森特")}),
        ("cue characters", "由財政部的部長貝森特（Scott Bessent）", {("Scott Bessent", "貝森特")}),
        ("cue characters", "沒有（看過）", set()),
    ],
)
def test_baselines(name, text, pairs):
    assert {(found.english, found.chinese) for found in finders.FINDERS[name](from_text(text))} == pairs


@pytest.mark.parametrize(
    ("reason", "family"),
    [("opens-with-title", "opens"), ("thing-role-left", "left"), ("left-capital", "left"), ("form-inline", "form")],
)
def test_families_of_reasons(reason, family):
    assert ablation.family(reason) == family


def test_a_measure_knows_which_way_is_worse():
    up, down = measures.MEASURES[0], next(one for one in measures.MEASURES if one.least)
    assert (up.worse(0.8, 0.9), down.worse(0.8, 0.9)) == (True, False)
    assert up.floor(0.9567) < 0.9567
    assert down.floor(0.4) > 0.4


def test_the_language_of_a_text_is_that_of_most_of_it():
    for folder in labelled.OWN:
        for text in labelled.texts(folder):
            if text.path.parent.name in {"en", "zh"}:
                assert text.language == text.path.parent.name, text.path
