from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import keys
from glossary.entries import build
from glossary.entries.identity import entry_id
from glossary.errors import StoreError
from glossary.keys import Family
from glossary.lang import script
from glossary.model import Entry, Kind, Pair, Term
from glossary.search import lookup, near
from glossary.store import Store
from tests.formats.sample import FIVE


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("search") / "glossary.db") as opened:
        opened.merge(FIVE)
        yield opened


def ids(hits):
    return [hit.entry.id for hit in hits]


@pytest.mark.parametrize(
    ("query", "entry", "how"),
    [
        ("tsmc", "entry-4", "acronym"),
        ("台积电", "entry-4", "chinese"),
        ("台積", "entry-4", "beginning of chinese"),
        ("taijidian", "entry-4", "pinyin"),
        ("taiji", "entry-4", "beginning of pinyin with tones"),
        ("tai2 ji1 dian4", "entry-4", "pinyin with tones"),
        ("Taiwan Semi", "entry-4", "beginning of english"),
        ("semiconductor", "entry-4", "word"),
        ("bytedance", "entry-2", "english without company suffix"),
        ("何", "entry-1", "beginning of chinese"),
    ],
)
def test_says_how_it_found_an_entry(store, query, entry, how):
    hit = lookup(store, query)[0]
    assert (hit.entry.id, hit.matched_by) == (entry, how)


def test_a_whole_name_comes_before_a_part_of_one_and_many_mentions_before_few(tmp_path):
    part = Entry("e1", Kind.OTHER, (Term("Lin Semiconductor", "en"),))
    whole = Entry("e2", Kind.OTHER, (Term("Lin", "en"),))
    often = Entry("e3", Kind.OTHER, (Term("Lin", "en"),), FIVE[0].mentions, FIVE[0].sources)
    with Store(tmp_path / "a.db") as store:
        store.merge([part, whole, often])
        assert ids(lookup(store, "lin")) == ["e3", "e2", "e1"]
        assert ids(lookup(store, "lin", limit=1)) == ["e3"]


def test_beginnings_count_only_where_no_whole_key_is_found(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge([Entry("e1", Kind.OTHER, (Term("Lin", "en"),)), Entry("e2", Kind.OTHER, (Term("Linden", "en"),))])
        assert ids(lookup(store, "lin")) == ["e1"]
        assert ids(lookup(store, "lind")) == ["e2"]
        assert lookup(store, "li") == ()


@settings(max_examples=100, deadline=None)
@given(query=st.text(max_size=30))
def test_any_query_has_an_answer(store, query):
    assert all(hit.family in Family for hit in lookup(store, query))


def test_every_entry_is_found_by_each_of_its_names(store):
    for entry in FIVE:
        for term in entry.terms:
            assert entry.id in ids(lookup(store, term.text)), term.text


@pytest.mark.parametrize(
    ("query", "meant", "beside"),
    [
        ("Jin ong", "Jin Yong", "Chung Tung-jin Ong"),  # inside of another name
        ("Eri Chu", "Eric Chu", "樂毅"),  # what some system spells so
        ("Ssǔ-ma Kuang", "司馬光", "光馬"),
        ("X Ke", "Xu Ke", "Ke Lan"),
        ("Shuli", "Shuili", "Eric Shulan"),
    ],
)
def test_a_chance_likeness_does_not_hide_a_name(tmp_path, query, meant, beside):
    pairs = [Pair("", name, Kind.PERSON) if script.has_han(name) else Pair(name, "") for name in (meant, beside)]
    with Store(tmp_path / "a.db") as store:
        store.merge(map(build.from_pair, pairs))
        assert entry_id(pairs[0]) in ids(lookup(store, query))[:2]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_name_with_one_mistake_is_found(store, data):
    name = keys.latin(data.draw(st.sampled_from([entry.terms[0].text for entry in FIVE])))
    typed = data.draw(st.sampled_from(near.differing(name)))
    assert any(keys.latin(hit.entry.terms[0].text) == name for hit in lookup(store, typed)), (name, typed)


def test_what_is_looked_at_after_the_store_changed_is_said_to_be_gone(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge(build.entries(FIVE[0].mentions, FIVE[0].sources))
        (hit,) = lookup(store, "lifeng")
        store.merge([], replacing=[FIVE[0].sources[0].id])
        with pytest.raises(StoreError, match="removed meanwhile"):
            hit.entry  # noqa: B018


def test_what_is_looked_at_after_the_store_was_closed_is_an_error_of_ours(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge(FIVE[:1])
        (hit,) = lookup(store, "lifeng")
    assert (hit.id, hit.head.kind) == (FIVE[0].id, FIVE[0].kind)
    with pytest.raises(StoreError, match="was closed"):
        hit.entry  # noqa: B018


def test_a_rejected_entry_is_still_found(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge([replace(FIVE[0], review="rejected")])
        assert ids(lookup(store, "lifeng"))
