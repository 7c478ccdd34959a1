"""The store keeps what it is given, whole, and finds it again."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glossary import keys
from glossary.entries import build, homonyms
from glossary.errors import StoreBusy, StoreDamaged, StoreError, StoreTooNew
from glossary.keys import Family
from glossary.model import Decision, Entry, Kind, Source, Verb
from glossary.store import Merged, Store, indexing, schema
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
    store._connection.execute("PRAGMA user_version = 8")
    for create in (True, False):
        with pytest.raises(StoreTooNew, match="version is 8"):
            Store(store.path, create=create)
    store._connection.execute("PRAGMA application_id = 7")
    with pytest.raises(StoreDamaged, match="not a glossary"):
        Store(store.path)


@pytest.mark.parametrize("name", ["nul\0.db", "x" * 300])
@pytest.mark.parametrize("create", [True, False])
def test_impossible_names_are_errors_of_ours(tmp_path, name, create):
    with pytest.raises(StoreError):
        Store(tmp_path / name, create=create)


def test_nothing_is_left_beside_the_file_by_readers(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.merge(FIVE)
    with Store(tmp_path / "a.db", create=False) as one, Store(tmp_path / "a.db", create=False) as other:
        assert len(list(one.entries())) == len(list(other.entries())) == 5
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize("name", ["名 #1?.db", "100%.db", "a&mode=memory.db"])
def test_odd_names_are_names(tmp_path, name):
    with Store(tmp_path / name) as store:
        store.merge(FIVE)
    with Store(tmp_path / name, create=False) as store:
        assert len(list(store.entries())) == 5
    assert (tmp_path / name).exists()


def test_the_file_says_what_it_is(store):
    with closing(sqlite3.connect(store.path)) as connection, connection:
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
    since = (
        "DROP VIEW keys", "DROP TABLE new_keys", "DROP TABLE moved", "DROP TABLE settled_keys",
        "CREATE TABLE keys (key TEXT)", "ALTER TABLE entries DROP COLUMN mentioned",
        "ALTER TABLE mentions DROP COLUMN at", "ALTER TABLE decisions DROP COLUMN here", "PRAGMA user_version = 2",
    )  # fmt: skip
    for statement in since:
        store._connection.execute(statement)
    with Store(store.path, create=False) as opened:
        assert opened.heads([entry.id for entry in FIVE]) == expected
        assert [one[:2] for one in opened.find("tsmc")] == [(Family.ACRONYM, "entry-4")]
        assert list(opened.problems()) == []


def test_a_store_of_the_fourth_version_gets_the_keys_of_today(store):
    store.merge(FIVE)
    since = (
        "ALTER TABLE mentions DROP COLUMN at", "ALTER TABLE decisions DROP COLUMN here", "PRAGMA user_version = 4",
    )  # fmt: skip
    for statement in ("UPDATE new_keys SET key = 'x' || key", *since):
        store._connection.execute(statement)
    with Store(store.path, create=False) as opened:
        assert [one[:2] for one in opened.find("tsmc")] == [(Family.ACRONYM, "entry-4")]
        assert list(opened.problems()) == []


def test_the_decisions_of_a_store_of_the_sixth_version_were_all_made_in_it(store):
    store.merge(FIVE)
    decided = store.decide([Decision("", entry.id, Verb.APPROVE, 0) for entry in FIVE])
    for statement in ("ALTER TABLE decisions DROP COLUMN here", "PRAGMA user_version = 6"):
        store._connection.execute(statement)
    with Store(store.path, create=False) as opened:
        assert opened.made_here() == {one.id for one in decided}


def test_it_is_known_which_decisions_came_from_elsewhere(store, tmp_path):
    store.merge(FIVE)
    (theirs,) = store.decide([Decision("", FIVE[0].id, Verb.REJECT, 0)])
    with Store(tmp_path / "other.db") as other:
        other.merge(FIVE)
        (ours,) = other.decide([Decision("", FIVE[0].id, Verb.APPROVE, 0)], now=1)
        other.merge(store.entries())
        assert {one.id for one in other.decisions()} == {ours.id, theirs.id}
        assert other.made_here() == {ours.id}
        other.merge(store.entries())
        store.merge(other.entries())
        assert store.made_here() == {theirs.id}


def test_what_loses_its_names_and_gains_them_again_is_found(store):
    (entry,) = build.entries(FIVE[0].mentions, FIVE[0].sources)
    for _ in range(2):
        store.merge([entry])
        assert store.find("helifeng")
        store.merge([], replacing=[source.id for source in entry.sources])
        assert not store.find("helifeng")
    assert list(store.problems()) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIVE), st.booleans()), max_size=12))
def test_what_is_found_does_not_depend_on_when_keys_move_to_the_large_table(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("moved")
    with pytest.MonkeyPatch.context() as patch, Store(folder / "few.db") as few, Store(folder / "many.db") as many:
        for entry, stays in steps:
            for store, most in ((few, 15), (many, 1_000_000)):
                patch.setattr(indexing, "_NEW", most)
                store.merge([entry] if stays else [], replacing=[source.id for source in entry.sources], now=1)
        waiting, new = (few._connection.execute(f"SELECT {what}").fetchone()[0] for what in
                        ("waiting FROM moved", "count(*) FROM new_keys"))  # fmt: skip
        assert waiting == new
        assert list(few.problems()) == list(many.problems()) == []
        for start in ("", "t", "he", "何", "zzz"):
            assert few.beginning(start, limit=9) == many.beginning(start, limit=9)
            assert few.find(start, prefix=True) == many.find(start, prefix=True)


def test_new_keys_move_to_the_large_table_in_turns_and_few_stay(store, monkeypatch):
    monkeypatch.setattr(indexing, "_NEW", 15)
    for entry in FIVE:
        store.merge([entry])
    new, settled = (store._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in
                    ("new_keys", "settled_keys"))  # fmt: skip
    assert new <= 15 + max(len(keys.families(term)) for entry in FIVE for term in entry.terms) * 3
    assert settled > new
    store.compact()
    assert store._connection.execute("SELECT count(*) FROM new_keys").fetchone()[0] == 0
    assert [one[:2] for one in store.find("tsmc")] == [(Family.ACRONYM, "entry-4")]
    assert list(store.problems()) == []


def test_keys_that_no_entry_has_are_told(store):
    store.merge(FIVE)
    store._connection.execute("INSERT INTO settled_keys VALUES ('nobody', 20, 1, 0)")
    assert list(store.problems()) == ["keys: 1 that no entry has; glossary compact writes all keys again"]
    store.compact()
    assert list(store.problems()) == []


def test_a_key_that_stands_in_both_tables_is_no_name_of_two(store):
    store.merge(FIVE)
    before = store.shared()
    store._connection.execute("INSERT INTO settled_keys SELECT * FROM new_keys")
    assert store.shared() == before
    assert any("that no entry has" in line for line in store.problems())


def test_what_cannot_be_read_is_not_said_to_have_keys_of_nobody(store):
    store.merge(FIVE)
    store._connection.execute("UPDATE terms SET alternatives = 'x' WHERE entry = 1")
    (line,) = store.problems()
    assert "keys" not in line
