"""Rules for a copy desk: what is wrong in one region, and what cannot be a rule."""

import re
from io import BytesIO

import pytest
import yaml

from glossary.formats.export import export
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Derivation, Entry, Kind, Origin, Term, TermStatus, TermType
from tests.formats import sample


def regional(text, lang):
    return Term(text, lang, TermType.VARIANT, origin=Origin.DERIVED, derivation=Derivation.DICTIONARY)


TRUMP = Entry(
    "e1",
    Kind.PERSON,
    (
        Term("Trump", "en", status=TermStatus.PREFERRED),
        Term("川普", "zh-Hant", status=TermStatus.PREFERRED),
        Term("川普", "zh-Hans-CN", status=TermStatus.PREFERRED, origin=Origin.DERIVED),
        regional("特朗普", "zh-Hans-CN"),
        regional("特朗普", "zh-Hant-HK"),
    ),
)


def rules(*entries, **options):
    losses = []
    stream = BytesIO()
    report = Report(losses.append)
    count = export(entries, "vale", to=stream, options=Options(**options), report=report)
    found = yaml.safe_load(stream.getvalue())
    assert found["extends"] == "substitution"
    return found["swap"], [loss.why for loss in losses], count, found


@pytest.mark.parametrize(
    ("lang", "swap"),
    [("zh-Hant-TW", {"特朗普": "川普"}), ("zh-Hant-HK", {}), ("zh-Hant", {"特朗普": "川普"})],
)
def test_a_desk_writes_the_name_of_its_region(lang, swap):
    assert rules(TRUMP, lang=lang)[0] == swap


def test_names_not_to_be_used_in_each_language():
    bad = sample.forbidden(sample.forbidden(sample.FIVE[0], "何立鋒"), "Ho Lifeng (sic)", "en")
    assert rules(bad)[0] == {"何立鋒": "何立峰"}
    swap, _, count, found = rules(bad, source="zh")
    assert [re.sub(pattern, right, "by Ho Lifeng (sic).") for pattern, right in swap.items()] == ["by He Lifeng."]
    assert (count, found["nonword"]) == (1, False)


@pytest.mark.parametrize(
    ("bad", "why"),
    [("林劍", "is the right name of another entry"), ("立峰", "is a part of the right name")],
)
def test_what_would_be_wrong_as_a_rule_is_left_out_and_said(bad, why):
    swap, losses, count, _ = rules(sample.forbidden(sample.FIVE[0], bad), sample.FIVE[2])
    assert (swap, count) == ({}, 0)
    assert [why in loss for loss in losses] == [True]


def test_a_wrong_name_of_two_things_is_no_rule():
    swap, losses, _, _ = rules(*(sample.forbidden(entry, "某人") for entry in sample.FIVE[:2]))
    assert swap == {}
    assert len(losses) == 2


def test_the_names_of_the_region_are_shown_elsewhere_too():
    stream = BytesIO()
    export([TRUMP], "deepl", to=stream, options=Options(lang="zh-Hans-CN"))
    assert stream.getvalue().decode() == "Trump\t特朗普\n"
