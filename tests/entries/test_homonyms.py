"""People of one Chinese name stay apart where their English names show that they are two."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.entries import build
from glossary.entries.bearers import bearer
from glossary.model import Decision, Form, Kind, Mention, Pair, Source, Span, Verb
from glossary.store import Store

NAMES = ("He Jun", "Peter He", "Pete Ho", "James He", "Jim Ho", "Adam He", "Ho Chun", "Adam Ho Chun", "Peter James He")


def stated(english, *, text, aliases=(), kind=Kind.PERSON, chinese="何軍"):
    spans = (Span(0, 3), Span(5, 7), Span(4, 8))
    pair = Pair(english, chinese, kind, aliases)
    return Mention(pair, text, Form.EN_BRACKET, *spans, 0.9, f"{english} ({chinese}) in {text}", ())


def entries_of(store):
    """What the store holds, with the time of no change."""
    return [(e.id, e.terms, e.mentions, e.sources, e.decisions, e.review) for e in store.entries()]


def merged(path, batches):
    with Store(path) as store:
        for batch in batches:
            store.merge(build.entries(batch, [Source(one.document, f"{one.document}.txt") for one in batch]), now=1)
        assert list(store.problems()) == []
        return entries_of(store)


def names(held):
    return sorted(sorted({mention.pair.english for mention in mentions}) for _, _, mentions, *_ in held)


@pytest.mark.parametrize(
    ("english", "apart"),
    [
        (("Peter He", "James He"), True),
        (("Peter He", "James Ho"), True),
        (("Albert Ho Chun", "Peter He"), True),
        (("He Jun", "Jun He"), False),  # in another order
        (("He Jun", "Ho Chun"), False),  # in another system
        (("He Jun", "Peter He"), False),  # may be his Western name
        (("Robert He", "Bob He"), False),
        (("Alexander He", "Alex He"), False),
        (("Peter He", "Peter James He"), False),
        (("P. He", "James He"), False),
        (("Peter Smith", "James He"), False),
    ],
)
def test_only_other_given_names_tell_people_apart(tmp_path, english, apart):
    held = merged(tmp_path / "a.db", [[stated(name, text=str(at))] for at, name in enumerate(english)])
    assert len(held) == 1 + apart


@pytest.mark.parametrize(
    ("english", "chinese", "apart"),
    [
        (("Justin Rose", "Jack Ross"), "羅斯", True),
        (("Gordon Moore", "Michael Moore"), "摩爾", True),
        (("Joe Biden", "Joseph Biden"), "拜登", False),
        (("Justin Rose", "Rose"), "羅斯", False),
        (("Michael Jordan", "Mike Jordan"), "麥可·喬丹", False),  # the Chinese has the given name
    ],
)
def test_given_names_before_a_foreign_surname_tell_people_apart(tmp_path, english, chinese, apart):
    batches = [[stated(name, text=str(at), chinese=chinese)] for at, name in enumerate(english)]
    assert len(merged(tmp_path / "a.db", batches)) == 1 + apart


def test_a_name_that_may_be_anybody_s_stays_alone(tmp_path):
    batches = [[stated(name, text=name)] for name in ("Peter He", "He Jun", "James He", "Jim He")]
    expected = [["He Jun"], ["James He", "Jim He"], ["Peter He"]]
    for number, order in enumerate(permutations(batches)):
        assert names(merged(tmp_path / f"{number}.db", order)) == expected


def test_a_text_that_gives_one_person_both_names_makes_them_one(tmp_path):
    both = stated("Peter He", text="c", aliases=("James He",))
    batches = [[stated("Peter He", text="a")], [stated("James He", text="b")], [both]]
    kept = [merged(tmp_path / f"{number}.db", order) for number, order in enumerate(permutations(batches))]
    assert len(kept[0]) == 1
    assert all(one == kept[0] for one in kept)


mentions = st.builds(
    stated,
    st.sampled_from(NAMES),
    text=st.sampled_from("abcdefgh"),
    aliases=st.sampled_from([(), (), (), ("James He",), ("H. J.",)]),
)


@settings(max_examples=60, deadline=None)
@given(found=st.lists(mentions, max_size=7), data=st.data())
def test_neither_the_order_nor_repeating_matters_and_nothing_is_lost(tmp_path_factory, found, data):
    folder = tmp_path_factory.mktemp("homonyms")
    once = merged(folder / "a.db", [found] if found else [])
    shuffled = data.draw(st.permutations([[one] for one in (*found, *found[:2])]))
    assert merged(folder / "b.db", shuffled) == once
    kept = [mention for _, _, held, *_ in once for mention in held]
    assert set(kept) <= set(found)
    assert {(one.document, one.pair.english) for one in kept} == {(one.document, one.pair.english) for one in found}


def test_what_a_person_takes_back_is_not_told_apart_again(tmp_path):
    with Store(tmp_path / "a.db") as store:
        for name in ("Peter He", "James He"):
            store.merge(build.entries([stated(name, text=name)], [Source(name, name)]), now=1)
        (split,) = [one for one in store.decisions() if one.verb is Verb.SPLIT]
        assert (split.by, bearer("Peter He", "何軍")) == ("glossary", "pete")
        store.decide([Decision("", split.entry, Verb.UNDO, 0, split.id, by="ann")])
        for name in ("Pete He", "Adam He"):
            store.merge(build.entries([stated(name, text=name)], [Source(name, name)]), now=1)
        assert names(entries_of(store)) == [["Adam He", "James He", "Pete He", "Peter He"]]
        assert list(store.problems()) == []


def test_what_was_decided_goes_with_the_name_it_was_decided_about(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge(build.entries([stated("Peter He", text="a")], [Source("a", "a")]), now=1)
        (entry,) = store.entries()
        store.decide([Decision("", entry.id, Verb.NOTE, 0, "the lawyer")])
        store.merge(build.entries([stated("James He", text="b")], [Source("b", "b")]), now=1)
        assert {one.terms[0].text: one.note for one in store.entries()} == {"Peter He": "the lawyer", "James He": ""}
