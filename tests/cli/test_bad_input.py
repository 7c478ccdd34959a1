"""Every kind of input that cannot be taken: one clear line, exit 2, the rest still done, nothing half-written."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.command import NEWS, TRACEBACK

BAD_FILES = {
    "missing": (None, "no such file"),
    "empty": (b"", "empty"),
    "blank": (b" \n\n", "empty"),
    "binary": (bytes(range(256)) * 40, ""),
    "zip": (b"PK\x03\x04" + b"\0" * 100, "zip"),
    "nul": (NEWS.encode() + b"\0\0\0", ""),
}


# Root may read and write everything, and another user may not even start a Python that lies in root's home. So the
# command runs once with full powers, to load what it needs, and then again without them, in the same process.
AS_NOBODY = """
import os, sys
from glossary.cli import main

def run(*arguments):
    sys.argv = ["glossary", *arguments]
    try:
        main()
    except SystemExit as end:
        return end.code

warm, *arguments = sys.argv[1:]
text, db, lines = (f"{warm}/{name}" for name in ("a.txt", "warm.db", "a.jsonl"))
for call in (["collect", text], ["lookup", "tsmc"], ["export", "jsonl", "-o", lines], ["import", lines]):
    run(*call, "--db", db)
for call in (["extract", text], ["enrich", lines], ["extract", f"{warm}/missing"]):
    run(*call)
print("--", file=sys.stderr, flush=True)
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
sys.exit(run(*arguments))
"""


@pytest.fixture
def nobody(glossary, tmp_path_factory):
    """The command as a user who owns nothing: its exit code and what it says."""
    warm = tmp_path_factory.mktemp("warm")
    (warm / "a.txt").write_text(NEWS, encoding="utf-8")
    for parent in glossary.folder.parents:
        if not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o001)

    def run(*arguments, folder=0o555):
        glossary.folder.chmod(folder)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(warm), *map(str, arguments)],
            cwd=glossary.folder, capture_output=True, env=glossary.environment, check=False,
        )  # fmt: skip
        glossary.folder.chmod(0o755)
        said = done.stderr.decode().split("--\n")[-1]
        assert TRACEBACK not in said, said
        return done.returncode, [line for line in said.splitlines() if not line.startswith("Glossary: ")]

    return run


@pytest.mark.parametrize("verb", ["extract", "collect"])
@pytest.mark.parametrize(("content", "word"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named_and_the_others_are_done(glossary, verb, content, word):
    bad = glossary.folder / "bad.txt"
    if content is not None:
        bad.write_bytes(content)
    result = glossary(verb, "--json" if verb == "collect" else "--strictness=balanced", bad, glossary.write("good.txt"))
    if content and content.startswith(NEWS.encode()) and result.code == 0:
        return  # NUL bytes in a text are taken or refused, as long as nothing is lost silently
    assert result.refused("bad.txt", word)
    if verb == "extract":
        assert [json.loads(line)["chinese"] for line in result.out.splitlines()] == ["何立峰", "台積電", "字節跳動"]
    else:
        assert json.loads(result.out)["new"] == 3


def test_nul_bytes_lose_no_pair(glossary):
    result = glossary("extract", glossary.write("nul.txt", NEWS.replace(" met ", " \0met ")))
    assert result.code == 2 or "何立峰" in result.out


def test_a_folder_without_texts_is_refused(glossary):
    (glossary.folder / "empty").mkdir()
    result = glossary("collect", "--json", "empty", glossary.write("good.txt"))
    assert result.refused("empty", "no text file")
    assert json.loads(result.out)["texts"] == 1


def test_half_a_surrogate_pair_is_no_text(glossary):
    assert glossary("extract", glossary.write("bad.txt", b"He Lifeng (\xed\xa0\x80\xe4\xbd\x95) said.")).code in {0, 2}
    text = NEWS.encode("utf-16-le").replace("何".encode("utf-16-le"), b"\x00\xd8")
    assert glossary("extract", "-e", "utf-16-le", glossary.write("half.txt", text)).refused("half.txt")


def test_bytes_that_are_not_the_encoding_named_are_refused(glossary):
    assert glossary("extract", "-e", "utf-8", glossary.write("bad.txt", "何立峰".encode("big5"))).refused("bad.txt")


def test_files_of_several_encodings_go_together(glossary):
    for encoding in ("utf-8", "utf-16", "cp950"):
        glossary.write(
            f"texts/{encoding}.txt",
            ("中國國務院副總理何立峰（He Lifeng）昨天在瑞士與美國財政部長會面。" * 3).encode(encoding),
        )
    result = glossary("extract", "texts")
    assert (result.code, {json.loads(line)["chinese"] for line in result.out.splitlines()}) == (0, {"何立峰"})


@pytest.mark.parametrize("verb", ["extract", "collect", "enrich", "import"])
def test_a_file_without_permission_is_named(glossary, nobody, verb):
    path = glossary.write("secret.txt")
    glossary("collect", path)
    path.chmod(0)
    glossary.db.chmod(0o666)
    code, (message, *more) = nobody(verb, path, folder=0o777)
    assert (code, more) == (2, [])
    assert message.startswith(f"glossary: {path}: ")


def test_a_database_that_cannot_be_written_is_named_and_can_be_read(glossary, nobody):
    glossary("collect", glossary.write("good.txt"))
    before = glossary.db.read_bytes()
    glossary.db.chmod(0o444)
    code, messages = nobody("collect", glossary.write("more.txt", "Lawyers of Jun He (何軍) agreed."))
    assert (code, len(messages)) == (2, 1)
    assert messages[0].startswith(f"glossary: {glossary.db}: cannot be written")
    assert nobody("lookup", "tsmc") == (0, [])
    assert nobody("export", "csv") == (0, ["3 entries written"])
    assert glossary.db.read_bytes() == before


@pytest.mark.parametrize("arguments", [("collect", "good.txt"), ("collect", "good.txt", "--db", "new/folder/x.db")])
def test_a_place_where_no_database_can_be_made_is_named(glossary, nobody, arguments):
    glossary.write("good.txt")
    code, messages = nobody(*arguments)
    assert (code, len(messages)) == (2, 1)
    assert ".db: " in messages[0]
    assert not glossary.db.exists()


def test_a_place_where_no_export_can_be_written_is_named(glossary, nobody):
    glossary("collect", glossary.write("good.txt"))
    glossary.write("mine.csv", "old").chmod(0o444)
    for place in ("out.csv", "mine.csv"):
        code, messages = nobody("export", "csv", "-o", place)
        assert (code, len(messages)) == (2, 1)
        assert messages[0].startswith(f"glossary: {place}: no permission")


DATABASES = {
    "text": (b"This is no database, but a text that someone named wrongly.\n" * 100, "not a glossary"),
    "short": (b"SQLite format 3\0", "glossary"),
    "empty": (b"", "not a glossary"),
}


@pytest.mark.parametrize(("content", "word"), DATABASES.values(), ids=DATABASES)
def test_what_is_no_glossary_is_refused_for_reading(glossary, content, word):
    glossary.db.write_bytes(content)
    for arguments in (("lookup", "x"), ("export", "csv")):
        assert glossary(*arguments).refused("glossary.db", word)
    assert glossary.db.read_bytes() == content


@pytest.mark.parametrize("content", [DATABASES["text"][0], b"x", b"\n"])
def test_what_is_no_glossary_is_refused_for_writing_and_left_as_it_is(glossary, content):
    glossary.db.write_bytes(content)
    assert glossary("collect", glossary.write("good.txt")).refused("glossary.db", "not a glossary", "--db")
    assert glossary.db.read_bytes() == content


def test_another_programs_database_is_refused_and_left_as_it_is(glossary):
    with closing(sqlite3.connect(glossary.db)) as connection, connection:
        connection.execute("CREATE TABLE entries (number INTEGER)")
    connection.close()
    before = glossary.db.read_bytes()
    assert glossary("collect", glossary.write("good.txt")).refused("not a glossary")
    assert glossary("lookup", "x").refused("not a glossary")
    assert glossary.db.read_bytes() == before


def test_a_damaged_database_is_refused(glossary):
    glossary("collect", glossary.write("good.txt"))
    whole = glossary.db.read_bytes()
    glossary.db.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    for arguments in (("lookup", "tsmc"), ("export", "csv"), ("collect", "good.txt")):
        assert glossary(*arguments).refused("glossary.db", "damaged")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET kind = 'town'",
        "UPDATE terms SET alternatives = '{'",
        "UPDATE mentions SET spans = '[1]'",
        "DROP TABLE terms",
    ],
)
def test_rows_that_nobody_wrote_are_damage(glossary, change):
    glossary("collect", glossary.write("good.txt"))
    with closing(sqlite3.connect(glossary.db)) as connection, connection:
        connection.execute(change)
    connection.close()
    assert glossary("export", "jsonl", "-o", "out.jsonl").refused("damaged")
    assert glossary("collect", "good.txt").refused("damaged")
    assert not (glossary.folder / "out.jsonl").exists()


def test_a_database_of_a_newer_version_is_refused(glossary):
    glossary("collect", glossary.write("good.txt"))
    connection = sqlite3.connect(glossary.db)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for arguments in (("lookup", "tsmc"), ("collect", "good.txt")):
        assert glossary(*arguments).refused("newer", "99", "upgrade")


@pytest.mark.parametrize("arguments", [("lookup", "x"), ("export", "csv")])
def test_without_a_glossary_it_says_how_to_make_one(glossary, arguments):
    assert glossary(*arguments).refused("no glossary here yet", "glossary collect FILE")
    assert not glossary.db.exists()


def test_a_folder_is_no_database(glossary):
    assert glossary("lookup", "x", "--db", ".").refused("is a folder")
    assert glossary("collect", glossary.write("a.txt"), "--db", ".").refused("is a folder")
    assert glossary("collect", "a.txt", "--db", "a.txt/x.db").refused("a.txt/x.db")


def test_an_unknown_format_is_refused(glossary):
    glossary("collect", glossary.write("good.txt"))
    assert glossary("export", "cvs").refused("'cvs'", "Did you mean 'csv'?")


@pytest.mark.parametrize(
    "command", [("export", "csv"), ("check", "good.txt"), ("gloss", "good.txt"), ("prompt", "good.txt")]
)
def test_a_language_that_is_no_chinese_is_refused(glossary, command):
    glossary("collect", glossary.write("good.txt"))
    assert glossary(*command, "--lang", "fr").refused("'fr'", "zh-Hant-TW")


@pytest.mark.parametrize("place", ["missing/out.csv", ".", "good.txt/out.csv"])
def test_a_place_where_nothing_can_be_written_is_named(glossary, place):
    glossary("collect", glossary.write("good.txt"))
    assert glossary("export", "csv", "-o", place).refused(str(Path(place)))


def test_an_export_never_replaces_the_glossary(glossary):
    glossary("collect", glossary.write("good.txt"))
    (glossary.folder / "link").symlink_to(glossary.db)
    os.link(glossary.db, glossary.folder / "hard")
    before = glossary.db.read_bytes()
    for place in ("glossary.db", "../" + glossary.folder.name + "/glossary.db", "link", "hard", "glossary.db-wal"):
        assert glossary("export", "jsonl", "-o", place).refused(place, "is the glossary itself")
    assert glossary.db.read_bytes() == before


def limited(size):
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_full_disk_keeps_the_glossary_as_it_was(glossary):
    glossary("collect", glossary.write("good.txt"))
    before = glossary("export", "jsonl").data
    latin = [f"{chr(letter)}an" for letter in range(ord("A"), ord("A") + 20)]
    names = list(zip(latin, "何林王李張劉陳楊黃趙吳周徐孫馬朱胡郭高羅", strict=True))
    many = "\n".join(f"Their spokesman Lin {a}{c.lower()} (林{b}{d}) said so." for a, b in names for c, d in names)
    path = glossary.write("many.txt", many)
    done = subprocess.run(
        glossary.argv("collect", "-s", "broad", str(path)),
        capture_output=True,
        env=glossary.environment,
        preexec_fn=limited(200_000),
    )
    assert done.returncode == 2, done.stdout
    assert "glossary.db: " in done.stderr.decode()
    assert "Make room" in done.stderr.decode()
    assert TRACEBACK not in done.stderr.decode()
    assert glossary("export", "jsonl").data == before


def test_a_full_disk_leaves_no_half_export(glossary):
    glossary("collect", glossary.write("good.txt"))
    done = subprocess.run(
        glossary.argv("export", "jsonl", "-o", "out.jsonl"),
        cwd=glossary.folder, capture_output=True, env=glossary.environment, preexec_fn=limited(100),
    )  # fmt: skip
    assert done.returncode == 2
    assert "out.jsonl: " in done.stderr.decode()
    assert sorted(path.name for path in glossary.folder.iterdir() if "out" in path.name or path.suffix == ".part") == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("extract", "good.txt"), ("lookup", "tsmc"), ("export", "csv"), ("formats",)])
def test_standard_output_that_is_full_is_an_error(glossary, arguments):
    glossary("collect", glossary.write("good.txt"))
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            glossary.argv(*arguments),
            cwd=glossary.folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env=glossary.environment,
        )
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert "standard output" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [("extract", "many.txt"), ("export", "jsonl"), ("lookup", "--json", "tsmc"), ("formats",)]
)
def test_a_reader_that_goes_away_is_no_error(glossary, arguments):
    glossary.write("many.txt", NEWS * 200)
    glossary("collect", "many.txt")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        glossary.argv(*arguments), cwd=glossary.folder, stdout=writer, stderr=subprocess.PIPE, env=glossary.environment
    )
    os.close(writer)
    assert (done.returncode, [line for line in done.stderr.decode().splitlines() if "written" not in line]) == (0, [])


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_give_no_traceback(glossary, closed):
    glossary("collect", glossary.write("good.txt"))
    for arguments in ("lookup tsmc", "extract -", "enrich -", "formats", "lookup nosuchname"):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m glossary {arguments} {closed}"],
            cwd=glossary.folder, capture_output=True, env=glossary.environment, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode in {0, 1, 2}, arguments
        assert b"Traceback" not in done.stderr


def test_a_line_of_fifty_megabytes_is_read(glossary):
    words = "The committee met again and nothing was decided about the matter at hand, "
    path = glossary.write(
        "long.txt", words * (50_000_000 // len(words)) + "said Vice Premier He Lifeng (何立峰) of China."
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = glossary("extract", path)  # in linear time: a quadratic search would outlast the limit of the call
    assert [json.loads(line)["chinese"] for line in result.out.splitlines()] == ["何立峰"]
    assert len(result.out) < 10_000
    assert max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) < 700_000  # kilobytes


def collecting(glossary, *paths):
    return subprocess.Popen(
        glossary.argv("collect", *map(str, paths)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=glossary.environment,
    )


def test_a_file_whose_name_is_in_another_encoding_is_taken_as_any(glossary):
    name = os.fsdecode("新闻.txt".encode("gbk"))
    glossary.write(name, NEWS.replace("He Lifeng (何立峰)", "He Lifeng"))
    glossary.write("other.txt", "Foreign Ministry spokesman Lin Jian (林劍) said so.\n")
    assert glossary("extract", ".").out.count("\n") == 3
    assert [glossary("collect", ".").out.splitlines()[1].split("\t")[0] for _ in range(2)] == ["2", "2"]
    assert {json.loads(line)["path"] for line in glossary("annotate", "--to", "json", name).out.splitlines()} == {name}
    glossary("collect", "-", stdin=NEWS)
    found = glossary("check", "--json", name)
    assert [json.loads(line)["path"] for line in found.out.splitlines()] == [name]
    assert found.code == glossary("check", "--sarif", name).code == 1
    assert json.loads(glossary("gloss", "--json", name).out)["path"] == name
    assert glossary("check", "--write-baseline", "known.json", name).code == 0
    assert glossary("check", "--baseline", "known.json", name).code == 0
    assert glossary("forget", name).err.startswith("forgotten: ")


def test_two_collects_at_once_both_succeed(glossary):
    texts = [
        glossary.write(f"{n}.txt", f"Foreign Ministry spokesman Lin Jian (林劍) said so on day {n}.\n" + NEWS)
        for n in range(4)
    ]
    running = [collecting(glossary, path) for path in texts]
    results = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0] * 4, results
    counted = {len(json.loads(line)["mentions"]) for line in glossary("export", "jsonl").out.splitlines()}
    assert counted == {4}


@pytest.fixture
def endless(glossary):
    """A collect that has kept some of many files and goes on."""
    names = "何林王李張劉陳楊黃趙吳周徐孫馬朱胡郭高羅"
    for number, (a, b) in enumerate((a, b) for a in names for b in names):
        glossary.write(f"texts/{number:04}.txt", f"Foreign Ministry spokesman Lin Jian (林{a}{b}) said so.\n" + NEWS)
    process = collecting(glossary, glossary.folder / "texts")
    deadline = time.monotonic() + 60
    while kept(glossary) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    yield process
    process.kill()
    process.communicate()


def kept(glossary):
    """How many documents the store holds."""
    try:
        with closing(sqlite3.connect(f"{glossary.db.as_uri()}?mode=ro", uri=True)) as connection, connection:
            return connection.execute("SELECT count(*) FROM sources").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_a_killed_collect_leaves_a_whole_store(glossary, endless):
    acknowledged = kept(glossary)
    endless.send_signal(signal.SIGKILL)
    endless.wait()
    connection = sqlite3.connect(glossary.db)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
    connection.close()
    assert kept(glossary) >= acknowledged >= 5
    (tsmc,) = [json.loads(line) for line in glossary("lookup", "--json", "tsmc").out.splitlines()]
    assert len(tsmc["entry"]["mentions"]) == kept(glossary)


def test_ctrl_c_ends_quietly(glossary, endless):
    endless.send_signal(signal.SIGINT)
    _, err = endless.communicate(timeout=30)
    assert (endless.returncode, TRACEBACK in err.decode()) == (130, False)
    assert glossary("lookup", "tsmc").code == 0


def test_a_backup_is_a_file(glossary):
    glossary("collect", glossary.write("a.txt"))
    assert glossary("backup", "-").refused("-", "file")
    assert not (glossary.folder / "-").exists()
