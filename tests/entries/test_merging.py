"""Merging is a union: idempotent, commutative, associative, whatever order mentions, documents and entries come in."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.entries import build
from glossary.entries.identity import entry_id
from glossary.model import (
    Entry,
    Form,
    Kind,
    Mention,
    Origin,
    Pair,
    Reason,
    Review,
    Source,
    Span,
    Term,
    TermStatus,
    TermType,
)

NAMES = ("台積電", "台积电", "臺積電")
ENGLISH = ("Taiwan Semiconductor Manufacturing Co", "Taiwan Semiconductor", "TSMC", "")
SOURCES = tuple(Source(f"d{n}", f"{n}.txt", lang=lang) for n, lang in enumerate(("zh-Hant", "zh-Hans", "")))
FEW = settings(max_examples=60, deadline=None)


def mention(english, chinese, aliases, document, start, kind, probability):
    return Mention(
        Pair(english, chinese, kind, aliases), document, Form.EN_BRACKET,
        Span(start, start + len(english)), Span(start + 50, start + 53), Span(start + 49, start + 54),
        probability, f"{english} ({chinese}) rose.", (Reason("gloss", 1.0),),
    )  # fmt: skip


mentions = st.builds(
    mention,
    st.sampled_from(ENGLISH),
    st.sampled_from(NAMES),
    st.sampled_from([(), ("TSMC",), ("Tái\u200bjīdiàn",), ("台灣積體電路",)]),
    st.sampled_from([source.id for source in SOURCES]),
    st.integers(0, 3),
    st.sampled_from([Kind.ORGANIZATION, Kind.OTHER, Kind.PRODUCT]),
    st.sampled_from([0.5, 0.75, 1.0]),
)
stated = st.lists(mentions, min_size=1, max_size=4).map(lambda found: build.entries(found, SOURCES)[0])
own = st.builds(
    lambda english, chinese, kind, note, review: replace(
        build.from_pair(Pair(english, chinese, kind)), note=note, review=review
    ),
    st.sampled_from([*ENGLISH, "T.S.M.C."]),
    st.sampled_from(NAMES),
    st.sampled_from(Kind),
    st.sampled_from(["", "to check", "to check\nseen twice"]),
    st.sampled_from(Review),
)
entries = st.one_of(stated, own)


def merged(*given_entries):
    first, *others = given_entries
    for other in others:
        first = build.merge(first, other)
    return first


@FEW
@given(entries)
def test_merging_an_entry_with_itself_changes_nothing(one):
    assert build.merge(one, one) == one


@FEW
@given(entries, entries)
def test_merging_the_same_again_changes_nothing(one, other):
    both = merged(one, other)
    assert merged(both, other) == both
    assert merged(both, one) == both


@FEW
@given(entries, entries)
def test_the_order_of_two_does_not_matter(one, other):
    assert merged(one, other) == merged(other, one)


@FEW
@given(entries, entries, entries)
def test_the_grouping_of_three_does_not_matter(one, two, three):
    assert merged(one, merged(two, three)) == merged(merged(one, two), three)


@FEW
@given(st.lists(mentions, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_entries_do_not_depend_on_the_order_of_mentions_and_sources(found, shuffler):
    shuffled, sources = list(found), list(SOURCES)
    shuffler.shuffle(shuffled)
    shuffler.shuffle(sources)
    assert build.entries(shuffled, sources) == build.entries(found, SOURCES)


@FEW
@given(st.lists(mentions, min_size=1, max_size=6))
def test_collecting_one_document_after_another_is_collecting_all_at_once(found):
    by_document = [[m for m in found if m.document == source.id] for source in SOURCES]
    apart = [build.entries(part, SOURCES)[0] for part in by_document if part]
    assert merged(*apart) == build.entries(found, SOURCES)[0]


def place(found):
    """Where a mention states what; how sure it is may change."""
    return (found.document, found.english, found.chinese, found.pair.english, found.pair.chinese, found.pair.aliases)


def test_a_place_that_was_judged_again_counts_once():
    one, other = (mention("TSMC", "台積電", (), "d0", 0, Kind.ORGANIZATION, sure) for sure in (0.5, 0.75))
    merged_entry = merged(*(build.entries([found], SOURCES)[0] for found in (one, other)))
    assert merged_entry.mentions == (other,)
    assert merged_entry == build.entries([other, one], SOURCES)[0]


@FEW
@given(st.lists(entries, min_size=1, max_size=4))
def test_nothing_stated_is_lost(parts):
    whole = merged(*parts)
    texts = {term.text for term in whole.terms}
    for part in parts:
        assert {term.text for term in part.terms if term.origin is not Origin.DERIVED} <= texts
        assert set(map(place, part.mentions)) <= set(map(place, whole.mentions))
        assert set(part.note.splitlines()) <= set(whole.note.splitlines())
    assert {source.id for source in whole.sources} == {found.document for found in whole.mentions}


@FEW
@given(st.lists(entries, min_size=1, max_size=4))
def test_each_language_has_one_preferred_term_and_it_is_the_first(parts):
    whole = merged(*parts)
    groups = {}
    for term in whole.terms:
        groups.setdefault(term.lang[:7], []).append(term)
    for group in groups.values():
        assert [term.status is TermStatus.PREFERRED for term in group] == [True] + [False] * (len(group) - 1)


@FEW
@given(entries, entries)
def test_derived_terms_are_no_evidence(one, other):
    without = replace(one, terms=tuple(term for term in one.terms if term.origin is not Origin.DERIVED))
    assert {t.text for t in merged(without, other).terms if t.origin is Origin.STATED} == {
        t.text for t in merged(one, other).terms if t.origin is Origin.STATED
    }


def test_an_edited_reading_and_status_stay_when_the_text_states_the_name_again():
    found = build.entries([mention("TSMC", "台積電", (), "d0", 0, Kind.ORGANIZATION, 1.0)], SOURCES)[0]
    edited = replace(
        found,
        terms=tuple(
            replace(term, origin=Origin.EDITED, reading=replace(term.reading, pinyin="Tái Jīdiàn"))
            if term.text == "台積電"
            else replace(term, origin=Origin.EDITED, status=TermStatus.DEPRECATED)
            if term.text == "TSMC"
            else term
            for term in found.terms
        ),
    )
    again = merged(edited, found)
    assert again.terms[0] == edited.terms[0]
    assert "Tái Jīdiàn" in [term.reading.pinyin for term in again.terms if term.text == "台積電"]


def test_a_preferred_term_of_a_person_stays_preferred():
    one = Entry(
        entry_id(Pair("", "台積電")),
        Kind.OTHER,
        (Term("Taiwan Chip", "en", status=TermStatus.PREFERRED, origin=Origin.EDITED),),
    )
    found = build.entries([mention("TSMC", "台積電", ("Taiwan Semi",), "d0", 0, Kind.OTHER, 1.0)], SOURCES)[0]
    english = [term for term in merged(found, one).terms if term.lang == "en"]
    assert [term.text for term in english] == ["Taiwan Chip", "TSMC", "Taiwan Semi"]
    assert [term.status is TermStatus.PREFERRED for term in english] == [True, False, False]


def test_the_best_attested_full_form_is_preferred_and_acronyms_are_not():
    found = [mention("TSMC", "台積電", (), "d0", n, Kind.ORGANIZATION, 1.0) for n in range(3)]
    found += [mention("Taiwan Semiconductor", "台积电", ("TSMC",), "d1", 9, Kind.ORGANIZATION, 1.0)]
    (entry,) = build.entries(found, SOURCES)
    assert [(term.text, term.type) for term in entry.terms[:2]] == [
        ("Taiwan Semiconductor", TermType.FULL_FORM), ("TSMC", TermType.ACRONYM),
    ]  # fmt: skip


def test_a_pair_without_chinese_is_known_by_its_english():
    assert entry_id(Pair("Ho Li-feng", "")) == entry_id(Pair("ho lifeng", " "))
    assert entry_id(Pair("Ho Li-feng", "")) != entry_id(Pair("Ho Li-feng", "何"))


def test_a_name_that_one_text_gives_as_an_alias_is_a_full_form_where_another_gives_it_as_the_name():
    made = [
        mention("Taiwan Semi", "台積電", ("Taiwan Semiconductor",), "d0", 0, Kind.ORGANIZATION, 1.0),
        mention("Taiwan Semiconductor", "台積電", (), "d1", 0, Kind.ORGANIZATION, 1.0),
    ]
    (entry,) = build.entries(made, SOURCES)
    assert {term.text: term.type for term in entry.terms if term.lang == "en"} == {
        "Taiwan Semiconductor": TermType.FULL_FORM,
        "Taiwan Semi": TermType.FULL_FORM,
    }


def test_a_name_that_is_an_alias_as_often_as_the_name_is_not_preferred():
    made = [
        mention("face paintings", "臉譜", ("lianpu",), "d0", 0, Kind.TERM, 1.0),  # face paintings (lianpu 臉譜)
        mention("lianpu", "臉譜", (), "d0", 20, Kind.TERM, 1.0),
    ]
    (entry,) = build.entries(made, SOURCES)
    assert [term.text for term in entry.terms if term.lang == "en"] == ["face paintings", "lianpu"]
