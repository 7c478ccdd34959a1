"""The store keeps what it is given, whole, and finds it again."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from glossary.entries import build, homonyms
from glossary.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from glossary.keys import Family
from glossary.model import Entry, Kind, Source
from glossary.store import Merged, Store, schema
from tests.formats.sample import FIVE
from tests.strategies import glossaries


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "glossary.db") as opened:
        yield opened


def described(entry):
    """What the store promises to keep: of sources those of the mentions, each with one."""
    named = {mention.document for mention in entry.mentions}
    held = {source.id: source for source in reversed(entry.sources) if source.id in named}
    return sorted(named), held


@settings(max_examples=60, deadline=None)
@given(glossaries)
def test_gives_back_what_it_was_given(tmp_path_factory, entries):
    assume(not any(homonyms.told_apart(entry) for entry in entries))
    with Store(tmp_path_factory.mktemp("store") / "glossary.db") as store:
        assert store.merge(entries, now=1) == Merged(added=len(entries))
        for entry in entries:
            held = store.get(entry.id)
            mentions = tuple(sorted(entry.mentions, key=lambda mention: mention.place))
            times = {"modified": entry.modified or 1, "added": 1}
            assert replace(held, sources=()) == replace(entry, sources=(), mentions=mentions, **times)
            assert [source.id for source in held.sources] == described(entry)[0]
        assert [entry.id for entry in store.entries()] == sorted(entry.id for entry in entries)


def test_merging_again_changes_nothing_and_keeps_the_time(store):
    assert store.merge(FIVE, now=1) == Merged(added=5)
    before = list(store.entries())
    assert store.merge(FIVE, now=2) == Merged(unchanged=5)
    assert list(store.entries()) == before


def test_a_change_sets_the_time_of_what_changed_only(store):
    store.merge(FIVE, now=1)
    later = FIVE[0].modified + 5
    assert store.merge([replace(FIVE[0], note="seen"), FIVE[1]], now=later) == Merged(changed=1, unchanged=1)
    assert [store.get(entry.id).modified for entry in FIVE[:2]] == [later, FIVE[1].modified]


def test_nothing_of_a_merge_that_fails_is_kept(store):
    def entries():
        yield FIVE[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.merge(entries())
    assert store.counts() == dict.fromkeys(("entries", "terms", "mentions", "sources", "decisions"), 0)
    assert store.merge(FIVE).added == 5


@pytest.mark.parametrize("bad", [replace(FIVE[0], note="\ud800"), replace(FIVE[0], modified=2**70)])
def test_what_cannot_be_kept_is_an_error_of_ours(store, bad):
    with pytest.raises(StoreError, match="cannot be kept"):
        store.merge([FIVE[1], bad])
    assert store.counts()["entries"] == 0


def test_which_description_of_a_document_stays_does_not_depend_on_the_order(tmp_path):
    one, other = (replace(FIVE[n], sources=(Source("d1", f"{n}.txt"),)) for n in (0, 1))
    kept = []
    for order in ([one, other], [other, one]):
        with Store(tmp_path / f"{order[0].id}.db") as store:
            for entry in order:
                store.merge([entry], now=1)
            kept.append(list(store.entries()))
    assert kept[0] == kept[1]


def test_finds_by_whole_keys_and_by_beginnings(store):
    store.merge(FIVE)
    assert [one[:2] for one in store.find("tsmc")] == [(Family.ACRONYM, "entry-4")]
    assert [one[:2] for one in store.find("台积电")] == [(Family.CHINESE, "entry-4")]
    assert [one[:2] for one in store.find("taiwansemi")] == []
    assert [one[:2] for one in store.find("taiwansemi", prefix=True)] == [(Family.ENGLISH, "entry-4")]
    assert [one[:2] for one in store.find("何", prefix=True, limit=1)] == [(Family.CHINESE, "entry-1")]


def test_a_renamed_entry_is_no_longer_found_by_a_derived_name_that_is_gone(store):
    store.merge(FIVE[:1], now=1)
    keys = store._connection.execute("SELECT count(*) FROM keys").fetchone()[0]
    store.merge([replace(FIVE[0], note="x")], now=2)
    assert store._connection.execute("SELECT count(*) FROM keys").fetchone()[0] >= keys - 1


def test_readers_see_one_state_while_another_writes(store):
    store.merge(FIVE[:2])
    with Store(store.path, create=False) as reader:
        shown = reader.entries()
        first = next(shown)
        store.merge(FIVE)
        assert [first.id, *(entry.id for entry in shown)] == ["entry-1", "entry-2"]
        assert len(list(reader.entries())) == 5


def test_a_reader_cannot_write(store):
    with Store(store.path, create=False) as reader, pytest.raises(StoreError, match="cannot be written"):
        reader.merge(FIVE)


def test_a_second_writer_is_told_when_it_has_waited_long_enough(store):
    def entries():
        with Store(store.path, wait=0.05) as other, pytest.raises(StoreBusy, match="another process"):
            other.merge(FIVE)
        yield FIVE[0]

    assert store.merge(entries()).added == 1


def test_two_may_make_the_same_store(tmp_path):
    with Store(tmp_path / "a.db") as one, Store(tmp_path / "a.db") as other:
        one.merge(FIVE[:1])
        other.merge(FIVE[1:])
        assert len(list(one.entries())) == 5


def test_migrating_twice_does_nothing(store):
    store.merge(FIVE)
    schema.migrate(store._connection)
    assert len(list(store.entries())) == 5


def test_an_unknown_version_or_program_is_refused(store):
    store._connection.execute("PRAGMA user_version = 7")
    for create in (True, False):
        with pytest.raises(StoreTooNew, match="version is 7"):
            Store(store.path, create=create)
    store._connection.execute("PRAGMA application_id = 7")
    with pytest.raises(StoreDamaged, match="not a glossary"):
        Store(store.path)


@pytest.mark.parametrize("name", ["nul\0.db", "x" * 300])
@pytest.mark.parametrize("create", [True, False])
def test_impossible_names_are_errors_of_ours(tmp_path, name, create):
    with pytest.raises(StoreError):
        Store(tmp_path / name, create=create)


@pytest.mark.parametrize("name", ["名 #1?.db", "100%.db", "a&mode=memory.db"])
def test_odd_names_are_names(tmp_path, name):
    with Store(tmp_path / name) as store:
        store.merge(FIVE)
    with Store(tmp_path / name, create=False) as store:
        assert len(list(store.entries())) == 5
    assert (tmp_path / name).exists()


def test_the_file_says_what_it_is(store):
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_an_empty_entry_is_kept(store):
    store.merge([Entry("e0", Kind.OTHER, ())], now=3)
    assert store.get("e0") == Entry("e0", Kind.OTHER, (), modified=3, added=3)
    assert store.get("e1") is None


def test_a_store_of_the_second_version_counts_its_mentions_and_gets_all_keys(store):
    store.merge(FIVE)
    expected = store.heads([entry.id for entry in FIVE])
    assert {head.mentions for head in expected.values()} == {len(entry.mentions) for entry in FIVE}
    for statement in ("ALTER TABLE entries DROP COLUMN mentioned", "DELETE FROM keys", "PRAGMA user_version = 2"):
        store._connection.execute(statement)
    with Store(store.path, create=False) as opened:
        assert opened.heads([entry.id for entry in FIVE]) == expected
        assert [one[:2] for one in opened.find("tsmc")] == [(Family.ACRONYM, "entry-4")]
        assert list(opened.problems()) == []


def test_what_loses_its_names_and_gains_them_again_is_found(store):
    (entry,) = build.entries(FIVE[0].mentions, FIVE[0].sources)
    for _ in range(2):
        store.merge([entry])
        assert store.find("helifeng")
        store.merge([], replacing=[source.id for source in entry.sources])
        assert not store.find("helifeng")
    assert list(store.problems()) == []
