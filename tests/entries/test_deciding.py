"""Decisions survive whatever is merged later, in whatever order, and can be taken back."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.entries import build, deciding
from glossary.entries.identity import entry_id
from glossary.model import Decision, Kind, Origin, Pair, Review, TermStatus, Verb, changed
from tests.entries.test_merging import NAMES, SOURCES, mention

ID = entry_id(Pair("", "台積電"))
TSMC = build.entries([mention("TSMC", "台積電", (), "d0", 0, Kind.ORGANIZATION, 1.0)], SOURCES)[0]
FULL = build.entries([mention("Taiwan Semiconductor", "台積電", ("TSMC",), "d1", 5, Kind.ORGANIZATION, 1.0)], SOURCES)[
    0
]


def decided(entry, *said):
    """The entry after these decisions, one second apart."""
    for moment, (verb, options) in enumerate(said, start=len(entry.decisions) + 1):
        entry = build.decided(entry, deciding.identified(Decision("", entry.id, verb, moment, **options)))
    return entry


def english(entry):
    return [(term.text, str(term.status)) for term in entry.terms if term.lang == "en"]


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ([(Verb.REJECT, {"reason": "a caption"})], lambda e: e.review is Review.REJECTED),
        ([(Verb.REJECT, {}), (Verb.REOPEN, {})], lambda e: e.review is Review.UNREVIEWED),
        ([(Verb.KIND, {"text": "product"})], lambda e: e.kind is Kind.PRODUCT),
        ([(Verb.NOTE, {"text": "ask the desk"})], lambda e: e.note == "ask the desk"),
        ([(Verb.NAME, {"text": "T.S.M.C.", "old": "TSMC"})], lambda e: ("T.S.M.C.", "preferred") in english(e)),
        ([(Verb.NAME, {"text": "T.S.M.C.", "old": "TSMC"})], lambda e: ("TSMC", "superseded") in english(e)),
        ([(Verb.FORBID, {"text": "TSMC", "reason": "no"})], lambda e: ("TSMC", "deprecated") in english(e)),
        ([(Verb.FORBID, {"text": "Taiji"})], lambda e: ("Taiji", "deprecated") in english(e)),
        ([(Verb.ADD, {"text": "Taiji"})], lambda e: ("Taiji", "admitted") in english(e)),
        ([(Verb.PREFER, {"text": "TSMC"})], lambda e: ("TSMC", "preferred") in english(e)),
        ([(Verb.READING, {"text": "tai1 ji1 dian4"})], lambda e: e.terms[-1].reading.pinyin == "Tāijīdiàn"),
        (
            [(Verb.WRITE, {"text": "台积电子", "lang": "zh-Hans-CN"})],
            lambda e: [t.text for t in e.terms if t.lang == "zh-Hans-CN"] == ["台积电子"],
        ),
    ],
)
def test_a_decision_stays_when_the_name_is_met_again(said, holds):
    entry = decided(TSMC, *said)
    assert holds(entry)
    assert holds(build.merge(entry, FULL))
    assert holds(build.merge(FULL, entry))
    assert holds(build.merge(build.merge(TSMC, FULL), entry))


def test_a_name_that_was_replaced_is_superseded_with_its_other_script():
    entry = decided(TSMC, (Verb.NAME, {"text": "台灣積體電路", "old": "台積電"}))
    chinese = [(term.text, str(term.status), str(term.origin)) for term in entry.terms if term.lang != "en"]
    assert chinese == [
        ("台灣積體電路", "preferred", "edited"),
        ("台積電", "superseded", "stated"),
        ("台湾积体电路", "preferred", "derived"),
    ]


STATED = mention("blamed profit-taking", "獲利了結", (), "d0", 0, Kind.TERM, 1.0)
TAKING = build.entries([changed(STATED, context="Analysts blamed profit-taking (獲利了結).")], SOURCES)[0]


@pytest.mark.parametrize(
    ("new", "held"),
    [
        ("profit-taking", ["profit-taking"]),
        ("Analysts blamed profit-taking", ["Analysts blamed profit-taking"]),
        ("cashing in", ["cashing in", "blamed profit-taking"]),
        ("he blamed profit-taking", ["he blamed profit-taking", "blamed profit-taking"]),
    ],
)
def test_a_name_whose_ends_were_put_right_never_was_one(new, held):
    entry = decided(TAKING, (Verb.NAME, {"text": new, "old": "blamed profit-taking"}))
    assert [text for text, _ in english(entry)] == held
    assert [text for text, _ in english(build.merge(TAKING, entry))] == held
    undone = decided(entry, (Verb.UNDO, {"text": entry.decisions[0].id}))
    assert undone.terms == TAKING.terms


def test_a_chinese_name_whose_ends_were_put_right_is_gone_in_both_scripts():
    entry = decided(TAKING, (Verb.NAME, {"text": "獲利", "old": "獲利了結"}))
    assert [term.text for term in entry.terms if term.is_chinese] == ["獲利", "获利"]


def test_undoing_gives_back_what_was_there_and_undoing_that_does_it_again():
    entry = decided(TSMC, (Verb.NAME, {"text": "T.S.M.C.", "old": "TSMC"}))
    undone = decided(entry, (Verb.UNDO, {"text": entry.decisions[0].id}))
    assert (undone.terms, undone.kind, undone.review) == (TSMC.terms, TSMC.kind, TSMC.review)
    assert len(undone.decisions) == 2
    redo = deciding.identified(Decision("", ID, Verb.UNDO, 9, undone.decisions[1].id))
    again = build.decided(undone, redo)
    assert again.terms == entry.terms


def test_what_an_import_gave_comes_back_too():
    own = replace(build.from_pair(Pair("Taiwan Chip", "台積電", Kind.PRODUCT)), review=Review.APPROVED, note="seen")
    entry = decided(own, (Verb.REJECT, {}), (Verb.NOTE, {"text": "x"}), (Verb.FORBID, {"text": "Taiwan Chip"}))
    assert (entry.review, entry.note) == (Review.REJECTED, "x")
    undone = decided(entry, *((Verb.UNDO, {"text": found.id}) for found in entry.decisions))
    assert (undone.terms, undone.review, undone.note) == (own.terms, own.review, own.note)


def test_the_last_of_two_decisions_counts_wherever_each_was_made():
    ours = decided(TSMC, (Verb.APPROVE, {}))
    no = deciding.identified(Decision("", ID, Verb.REJECT, 2, reason="late"))
    theirs = build.decided(FULL, no)
    both = build.merge(ours, theirs)
    assert both.review is Review.REJECTED
    assert deciding.reason(both) == "late"
    assert both == build.merge(theirs, ours)


verbs = st.sampled_from([
    (Verb.APPROVE, {}), (Verb.REJECT, {"reason": "r"}), (Verb.REOPEN, {}),
    (Verb.KIND, {"text": "product"}), (Verb.KIND, {"text": "person"}), (Verb.NOTE, {"text": "n"}),
    (Verb.NAME, {"text": "T.S.M.C.", "old": "TSMC"}), (Verb.NAME, {"text": "台灣積體電路", "old": "台積電"}),
    (Verb.NAME, {"text": "台积", "lang": "zh-Hans"}), (Verb.WRITE, {"text": "台积电子", "lang": "zh-Hans-CN"}),
    (Verb.ADD, {"text": "台积体"}), (Verb.ADD, {"text": "Taiji"}), (Verb.ADD, {"text": "TSM"}),
    (Verb.PREFER, {"text": "Taiwan Semiconductor"}), (Verb.FORBID, {"text": "TSMC", "reason": "r"}),
    (Verb.READING, {"text": "tai1 ji1 dian4"}), (Verb.READING, {"text": "tai2"}),
])  # fmt: skip
mentions = st.builds(
    mention, st.sampled_from(["Taiwan Semiconductor", "TSMC"]), st.sampled_from(NAMES), st.just(()),
    st.sampled_from([source.id for source in SOURCES]), st.integers(0, 2), st.just(Kind.ORGANIZATION), st.just(1.0),
)  # fmt: skip


@st.composite
def glossaries(draw):
    """One entry as several people have it: each with some mentions and some decisions, undone ones too."""
    found = draw(st.lists(mentions, min_size=1, max_size=3))
    entry = build.entries(found, SOURCES)[0]
    for verb, options in draw(st.lists(verbs, max_size=3)):
        made = Decision("", entry.id, verb, draw(st.integers(1, 9)), **options)
        entry = build.decided(entry, deciding.identified(made))
    if entry.decisions and draw(st.booleans()):
        undo = Decision("", entry.id, Verb.UNDO, 10, draw(st.sampled_from(entry.decisions)).id)
        entry = build.decided(entry, deciding.identified(undo))
    return entry


@settings(max_examples=60, deadline=None)
@given(st.lists(glossaries(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_merging_decisions_does_not_depend_on_the_order(parts, shuffler: random.Random):
    first = parts[0]
    for part in parts[1:]:
        first = build.merge(first, part)
    shuffler.shuffle(parts)
    other = parts[0]
    for part in parts[1:]:
        other = build.merge(part, other)
    assert first == other
    assert all(build.merge(first, part) == first for part in parts)


@settings(max_examples=40, deadline=None)
@given(glossaries())
def test_each_language_keeps_one_preferred_term_in_front(entry):
    groups = {}
    for term in entry.terms:
        groups.setdefault(term.lang[:7], []).append(term)
    for group in groups.values():
        preferred = [term for term in group if term.status is TermStatus.PREFERRED]
        usable = [term for term in group if term.status in {TermStatus.PREFERRED, TermStatus.ADMITTED}]
        assert preferred == usable[:1]
        assert len({term.text for term in group}) == len(group)


@settings(max_examples=40, deadline=None)
@given(glossaries())
def test_no_decision_makes_a_text_state_what_it_does_not(entry):
    stated = {text for m in entry.mentions for text in (m.pair.english, m.pair.chinese)}
    assert {term.text for term in entry.terms if term.origin is Origin.STATED} <= stated
