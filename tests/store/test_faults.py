"""What happens to a store when a process is killed, the disk is full, or the file is not what it should be."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from glossary.errors import StoreWarning
from glossary.store import Store, opening, schema
from tests.command import Command
from tests.formats.sample import FIVE

ROUNDS = int(os.environ.get("KILL_ROUNDS", "4"))  # kills of each kind of work, each of some tenths of a second


@pytest.fixture
def command(tmp_path):
    return Command(tmp_path)


@pytest.fixture
def texts(command):
    """Thirty texts with a pair each, whose names tell which text they are from."""
    numbers = "一二三四五六七八九"
    for number in range(30):
        tail = numbers[number // 9] + numbers[number % 9]
        command.write(
            f"texts/{number:02}.txt", f"The mayor, whose office is in Lin Tower No{number} (林塔{tail}), spoke."
        )
    return command.folder / "texts"


def killed(command, *arguments, after, stdin=b""):
    """The lines that the command had printed when it was killed after so many seconds, or ended."""
    process = subprocess.Popen(
        command.argv(*map(str, arguments)),
        cwd=command.folder, env=command.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(stdin)
        process.stdin.flush()
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    out, err = process.communicate()
    return out.decode(), err.decode()


def whole(path):
    """The ids of the entries of a store that is whole."""
    if not Path(path).exists():
        return set()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return set()  # killed before anything was written
    with Store(path, create=False) as store:
        assert list(store.problems()) == []
        return {entry.id for entry in store.entries()}


def moments(begin, end):
    """Moments at which to kill, spread over the time that the work takes."""
    chance = random.Random(5)
    return [begin + (end - begin) * (at + chance.random()) / ROUNDS for at in range(ROUNDS)]


def took(run):
    began = time.monotonic()
    run()
    return time.monotonic() - began


def test_a_killed_collect_keeps_whole_texts_and_goes_on(command, texts, tmp_path):
    other = Command(tmp_path / "other")
    other.folder.mkdir()
    once = took(lambda: other("collect", texts))
    before = set()
    for after in moments(0.3 * once, once):
        killed(command, "collect", texts, after=after)
        held = whole(command.db)
        assert before <= held
        before = held
    assert command("collect", texts).code == 0
    assert whole(command.db) == whole(other.db)


def test_a_killed_import_keeps_all_or_nothing(command, tmp_path):
    other = Command(tmp_path / "other")
    other.folder.mkdir()
    with Store(other.db) as store:
        store.merge([replace(FIVE[0], id=f"e{number}") for number in range(2000)])
    lines = other("export", "jsonl").data
    path = command.write("all.jsonl", lines)
    once = took(lambda: other("import", path, "--db", tmp_path / "once.db"))
    counts = set()
    for number, after in enumerate(moments(0.2 * once, 1.1 * once)):
        db = tmp_path / f"{number}.db"
        killed(command, "import", path, "--db", db, after=after)
        counts.add(len(whole(db)))
    assert counts <= {0, len(lines.splitlines())}


def test_what_a_killed_review_acknowledged_is_kept(command, texts):
    assert command("collect", texts).code == 0
    for after in moments(0.3, 1.2):
        _, err = killed(command, "review", stdin=b"a\n" * 5, after=after)
        asked = err.count("[q]uit")
        with Store(command.db, create=False) as store:
            assert list(store.problems()) == []
            approved = sum(entry.review == "approved" for entry in store.entries())
        assert approved >= asked - 1  # asking about the next one acknowledges the one before
        if approved:
            assert command("undo").code == 0


def test_a_killed_migration_is_done_again(tmp_path, command):
    old = tmp_path / "old.db"
    first_version(old, 100)
    for number, after in enumerate(moments(0.1, 1.2)):
        db = tmp_path / f"{number}.db"
        shutil.copy(old, db)
        killed(command, "info", "--db", db, after=after)
        with Store(db, create=False) as store:
            assert list(store.problems()) == []
            assert store.counts()["entries"] == 100
            assert [one[:2] for one in store.find("mayor7")] == [("english", "e7")]


def first_version(path, count):
    """A store as version 1 wrote it, made by the first migration alone."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in schema.MIGRATIONS[0].split(";"):
            connection.execute(statement)
        for number in range(count):
            connection.execute(
                "INSERT INTO entries VALUES (?, ?, 'person', 'unreviewed', '', 9)", (number, f"e{number}")
            )
            row = (number, 0, f"Mayor {number}", "en", "fullForm", "preferred", "stated", "stated", "[]", None)
            connection.execute("INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("INSERT INTO keys VALUES (?, 20, ?, 0)", (f"mayor{number}", number))
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")


def test_a_large_store_of_an_older_version_says_once_that_it_takes_a_while(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_LARGE", 3)
    first_version(tmp_path / "old.db", 3)
    with pytest.warns(StoreWarning, match="takes a while") as said, Store(tmp_path / "old.db", create=False):
        assert len(said) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Store(tmp_path / "old.db", create=False).close()


def test_a_store_of_the_first_version_is_brought_up_to_date_and_gains_the_new_keys(tmp_path):
    first_version(tmp_path / "old.db", 3)
    with Store(tmp_path / "old.db", create=False) as store:
        assert store.get("e1").added == 9
        assert store.containing("ayor1") == ["e1"]
        assert list(store.problems()) == []


def test_two_collect_at_once_and_both_are_kept(command, texts):
    other = command.write("more.txt", "Chinese Vice Premier He Lifeng (何立峰) met the press in Beijing.")
    running = [
        subprocess.Popen(command.argv("collect", str(path)), env=command.environment, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE)
        for path in (texts, other, texts)
    ]  # fmt: skip
    assert [(process.communicate()[1].count(b"Traceback"), process.returncode) for process in running] == [(0, 0)] * 3
    assert len(whole(command.db)) == 31


def test_a_full_disk_is_said_and_loses_nothing(command, texts):
    assert command("collect", texts / "00.txt").code == 0
    before = whole(command.db)
    limited = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (70000, 70000)); import signal; \
signal.signal(signal.SIGXFSZ, signal.SIG_IGN); sys.argv = ['glossary', 'collect', {str(texts)!r}]; \
runpy.run_module('glossary', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", limited], env=command.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert before <= whole(command.db)
    assert command("collect", texts).code == 0


@pytest.mark.parametrize("table", ["entries", "terms", "mentions", "new_keys", "sources"])
def test_a_damaged_page_is_found(tmp_path, command, table):
    with Store(command.db) as store:
        store.merge(FIVE)
    with contextlib.closing(sqlite3.connect(command.db)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(command.db.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    command.db.write_bytes(data)
    result = command("verify")
    assert result.code in {1, 2}
    assert "damaged" in result.err or "file: " in result.out
    assert "Restore" in result.err


def test_verify_tells_of_missing_keys_and_compact_writes_them_again(command, texts):
    command("collect", texts)
    with contextlib.closing(sqlite3.connect(command.db)) as connection:
        connection.execute("DELETE FROM new_keys WHERE family = 20")
        connection.commit()
    result = command("verify")
    assert result.code == 1
    assert "its keys are out of date" in result.out
    assert command("compact").code == 0
    assert command("verify").code == 0


def test_decisions_can_neither_be_changed_nor_taken_away(command, texts):
    command("collect", texts)
    command("approve", "Lin Tower No3")
    with contextlib.closing(sqlite3.connect(command.db)) as connection:
        for statement in ("DELETE FROM decisions", "UPDATE decisions SET said = '{}'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)


def test_a_backup_is_a_glossary_of_its_own(command, texts):
    command("collect", texts)
    assert command("backup", "copy.db").code == 0
    assert whole(command.folder / "copy.db") == whole(command.db)
    assert not list(command.folder.glob("*.part*"))
    assert command("backup", "copy.db").refused("is there already", "--force")
    assert command("backup", "copy.db", "--force").code == 0
    assert command("backup", command.db).refused("is the glossary itself")
    assert command("backup", "no/such/folder.db").refused("there is no such folder")
    os.mkfifo(command.folder / "pipe")
    assert command("backup", "pipe", "--force").refused("cannot be written", "device or pipe")
    assert (command.folder / "pipe").is_fifo()


@pytest.mark.parametrize("verb", ["collect", "import"])
def test_where_every_file_fails_no_glossary_is_made(command, verb):
    bad = command.write("bad", b"\x89PNG\r\n\x1a\n not a text")
    assert command(verb, bad, "missing").code == 2
    assert not command.db.exists()


def test_every_malformed_line_is_reported_and_the_good_ones_are_taken_when_asked(command, texts):
    command("collect", texts / "00.txt")
    good = command("export", "jsonl").data
    lines = [b"{}\n"] * 50_000
    path = command.write("bad.jsonl", b"".join([*lines, good, *lines]))
    refused = command("import", path, "--db", "other.db")
    assert refused.code == 2
    assert refused.err.count("not an entry") == 100_000
    assert f"{path}:100001: not an entry" in refused.err
    assert "100,000 lines are no entries; nothing was taken" in refused.err
    assert not (command.folder / "other.db").exists()
    taken = command("import", path, "--db", "other.db", "--keep-going")
    assert (taken.code, taken.err.count("not an entry")) == (2, 100_000)
    assert whole(command.folder / "other.db") == whole(command.db)
