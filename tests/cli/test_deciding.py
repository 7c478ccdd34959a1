"""Decisions through the real command: they are kept, survive collecting and merging, and can be taken back."""

import contextlib
import fcntl
import json
import os
import pty
import re
import select
import subprocess
import termios
import time

import openpyxl
import pytest

from tests.cli.test_keeping import SEED, entries, exported
from tests.command import Command


@pytest.fixture
def collected(glossary):
    assert glossary("collect", glossary.write("news.txt", SEED)).code == 0
    return glossary


def entry(glossary, name):
    result = glossary("show", "--json", name)
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_the_beginning_of_an_id_names_an_entry_to_every_command(collected):
    name = entries(collected)[0]["id"]
    other = collected.folder / "other.db"
    assert collected("collect", collected.folder / "news.txt", "--db", other).code == 0
    assert collected("approve", name[:8]).code == 0
    assert entry(collected, name[:8])["id"] == name
    listed = json.loads(collected("decisions", "--json", name[:8], "--db", collected.db, "--db", other).out)
    assert (listed["decision"]["verb"], listed["decision"]["entry"]) == ("approve", name)
    assert collected("show", name[:3]).refused("no entry is called")


def test_a_rejected_pair_stays_rejected_and_an_edited_reading_stays_edited(collected):
    assert collected("reject", "Jun He", "--reason", "a law firm").code == 0
    assert collected("edit", "何立峰", "--reading", "he4 li4 feng1").code == 0
    assert collected("edit", "bytedance", "--kind", "product").code == 0
    collected.write("more.txt", SEED + "He Lifeng (何立峰), Jun He (何軍) and ByteDance Ltd (字節跳動) again.\n")
    assert collected("collect", collected.folder / "news.txt", collected.folder / "more.txt").code == 0
    rejected = entry(collected, "Jun He")
    assert (rejected["review"], rejected["decisions"][0]["reason"]) == ("rejected", "a law firm")
    assert {term["reading"]["pinyin"] for term in entry(collected, "何立峰")["terms"] if term["reading"]} == {
        "Hè Lìfēng"
    }
    assert entry(collected, "bytedance")["kind"] == "product"
    assert "Jun He" not in collected("export", "csv").out
    assert "rejected: a law firm" in collected("lookup", "Jun He").out


def test_undo_takes_back_what_was_decided_last_and_a_named_decision(collected):
    before = [one["terms"] for one in entries(collected)]
    collected("approve", "tsmc", "lifeng")
    collected("edit", "tsmc", "--english", "TSMC Ltd", "--kind", "product")
    assert entry(collected, "tsmc")["terms"][0]["text"] == "TSMC Ltd"
    assert collected("undo").code == 0
    assert (entry(collected, "tsmc")["kind"], entry(collected, "tsmc")["review"]) == ("organization", "approved")
    assert collected("undo").code == 0
    assert [one["terms"] for one in entries(collected)] == before
    assert {one["review"] for one in entries(collected)} == {"unreviewed"}
    assert collected("undo").refused("nothing that was decided here is left to take back")
    listed = [line.split("\t") for line in collected("decisions").out.splitlines()[1:]]
    undo = next(row for row in listed if row[2] == "undo")
    assert collected("undo", undo[0]).code == 0
    assert sum(row.split("\t")[-1] == "yes" for row in collected("decisions").out.splitlines()[1:]) > 0


def test_names_can_be_added_preferred_and_forbidden(collected):
    assert collected("add", "lifeng", "Ho Lap-fung").code == 0
    assert collected("prefer", "tsmc", "TSMC").code == 0
    assert collected("forbid", "bytedance", "Byte Dance", "--reason", "one word").code == 0
    assert entry(collected, "Ho Lap-fung")["terms"][0]["text"] == "He Lifeng"
    assert entry(collected, "台積電")["terms"][0]["text"] == "TSMC"
    assert "do not use: Byte Dance (one word)" in collected("lookup", "字節跳動").out


def test_a_corrected_chinese_name_gathers_what_is_stated_under_it(collected):
    collected("edit", "Lin Jian", "--chinese", "林劍明")
    collected("collect", collected.write("more.txt", "Foreign Ministry spokesman Lin Jianming (林劍明) said so."))
    assert len(entries(collected)) == 5
    held = entry(collected, "林劍明")
    assert len(held["mentions"]) == 2
    statuses = {term["text"]: term["status"] for term in held["terms"]}
    assert (statuses["林劍明"], statuses["林劍"]) == ("preferred", "superseded")
    stale = [json.loads(line) for line in collected("stale", "--json").out.splitlines()]
    assert [(one["text"], one["use"], one["source"]["path"]) for one in stale] == [
        ("林劍", "林劍明", str(collected.folder / "news.txt"))
    ]


def test_a_reading_is_that_of_the_name_it_was_given_for(glossary):
    glossary("import", glossary.write("n.csv", "english,chinese\nZeng Xing,曾行\nWu Ping,吳平\n"))
    glossary("edit", "Zeng Xing", "--reading", "Zēng Háng")
    said = {term["text"]: term["reading"]["pinyin"] for term in entry(glossary, "Wu Ping")["terms"] if term["reading"]}
    merged = glossary("merge", "Zeng Xing", "Wu Ping")
    assert re.search(r"^Wu Ping 吳平 \(e\w+\) is now part of Zeng Xing 曾行 \(e\w+\)$", merged.err, re.MULTILINE)
    now = {term["text"]: term["reading"]["pinyin"] for term in entry(glossary, "Zeng Xing")["terms"] if term["reading"]}
    assert now == said | {"曾行": "Zēng Háng"}
    glossary("edit", "Zeng Xing", "--chinese", "曾興")
    now = {term["text"]: term["reading"]["pinyin"] for term in entry(glossary, "Zeng Xing")["terms"] if term["reading"]}
    assert "Háng" not in now["曾興"]


def test_merged_entries_stay_merged_and_come_apart_again(collected):
    before = exported(collected)
    assert collected("merge", "tsmc", "bytedance", "--reason", "a test").code == 0
    assert len(entries(collected)) == 4
    collected("collect", collected.write("more.txt", "ByteDance Ltd (字節跳動) spoke to reporters in Beijing."))
    assert len(entries(collected)) == 4
    assert len(entry(collected, "tsmc")["mentions"]) == 4
    assert collected("undo").code == 0
    assert len(entries(collected)) == 5
    assert len(entry(collected, "bytedance")["mentions"]) == 2
    assert [one["id"] for one in entries(collected)] == [json.loads(line)["id"] for line in before.splitlines()]


def test_two_people_of_one_name_are_told_apart_for_good(glossary):
    one = glossary.write("one.txt", "TSMC vice president Jun He (何軍) said so in Hsinchu.")
    two = glossary.write("two.txt", "The lawyer He Jun (何軍) disagreed in a court in Beijing.")
    glossary("collect", one, two)
    assert len(entries(glossary)) == 1
    assert glossary("split", "何軍", "--english", "He Jun").code == 0
    found = entries(glossary)
    assert [len(found_entry["mentions"]) for found_entry in found] == [1, 1]
    glossary("collect", glossary.write("three.txt", "A client of the lawyer He Jun (何軍) was glad to hear it."))
    assert sorted(len(found_entry["mentions"]) for found_entry in entries(glossary)) == [1, 2]
    assert len(glossary("lookup", "--json", "何軍").out.splitlines()) == 2
    assert glossary("merge", found[0]["id"], found[1]["id"]).code == 0
    assert [len(found_entry["mentions"]) for found_entry in entries(glossary)] == [3]
    assert glossary("split", "何軍", "--english", "He Jun").code == 0
    assert len(entries(glossary)) == 2
    assert glossary("verify").code == 0


def test_a_person_and_a_thing_of_one_name_are_told_apart_whatever_comes_first(tmp_path):
    texts = {
        "a.txt": "The dancer Jin Xing (金星) was born in Shenyang, said her husband yesterday.",
        "b.jsonl": json.dumps({
            "id": "x", "kind": "place", "terms": [],
        }),
    }  # fmt: skip
    kept = []
    for number, order in enumerate((("person", "place"), ("place", "person"))):
        command = Command(tmp_path / str(number))
        command.folder.mkdir()
        for kind in order:
            name = {"person": "Jin Xing", "place": "Venus"}[kind]
            spans = {side: {"start": 0, "end": 3} for side in ("english", "chinese", "gloss")}
            stated = {
                "pair": {"english": name, "chinese": "金星", "kind": kind},
                "document": kind,
                "form": "en-bracket",
            }
            stated |= {**spans, "probability": 1, "context": f"{name} (金星)", "reasons": []}
            from glossary.entries.identity import entry_id
            from glossary.model import Pair

            line = {"id": entry_id(Pair("", "金星")), "kind": kind, "terms": [], "mentions": [stated], "modified": 5}
            assert command("import", "-", stdin=json.dumps(line)).code == 0, texts
        found = entries(command)
        kept.append([{**one, "added": 0, "modified": 0} for one in found])
        assert [one["terms"][0]["text"] for one in found] == ["Jin Xing", "Venus"]
        assert command("verify").code == 0
    assert kept[0] == kept[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("approve", "nosuchname"), ("no entry is called 'nosuchname'", "glossary lookup")),
        (("approve", "he lifng"), ("Did you mean He Lifeng",)),
        (("edit", "lifeng"), ("nothing to change",)),
        (("edit", "lifeng", "--reading", "he2 li4"), ("is no reading of 何立峰", "a syllable for each character")),
        (("edit", "lifeng", "--chinese", "He"), ("is no Chinese name",)),
        (("edit", "lifeng", "--english", "何"), ("is no English name",)),
        (("merge", "lifeng", "何立峰"), ("both are the same entry",)),
        (("split", "lifeng"), ("--english NAME or --source PATH",)),
        (("split", "lifeng", "--english", "He Lifeng"), ("nothing would be left",)),
        (("split", "lifeng", "--english", "Nobody"), ("none of its mentions",)),
        (("undo", "d00"), ("no decision has the id",)),
        (("forbid", "lifeng", " "), ("an empty name",)),
        (("show", "nosuchname"), ("no entry is called",)),
        (("approve", "lifeng", "tsmc", "nosuchname"), ("'nosuchname'; nothing was decided about the others",)),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_line(collected, arguments, words):
    before = exported(collected)
    assert collected(*arguments).refused(*words)
    assert exported(collected) == before


def test_a_name_of_two_entries_is_asked_about(collected):
    collected(
        "collect", collected.write("more.txt", "The actor He Lifeng (賀立峰) was there too, people in Taipei said.")
    )
    assert collected("approve", "He Lifeng").refused("何立峰", "賀立峰", "Give the id")
    assert collected("approve", "賀立峰").code == 0


def test_deciding_about_a_missing_glossary_makes_none(glossary):
    assert glossary("approve", "x").refused("there is no glossary here yet")
    assert not glossary.db.exists()


def test_who_decided_is_kept(collected):
    collected("approve", "lifeng", GLOSSARY_USER="ann")
    assert entry(collected, "lifeng")["decisions"][0]["by"] == "ann"


def test_decisions_go_where_the_glossary_goes(collected, tmp_path_factory):
    collected("reject", "Jun He", "--reason", "x")
    collected("edit", "tsmc", "--english", "TSMC Ltd")
    other = Command(tmp_path_factory.mktemp("other"))
    other("collect", other.write("news.txt", SEED))
    other("approve", "Lin Jian")
    assert other("import", "-", stdin=exported(collected)).code == 0
    assert [one["review"] for one in entries(other)].count("rejected") == 1
    assert entry(other, "tsmc")["terms"][0]["text"] == "TSMC Ltd"
    assert entry(other, "Lin Jian")["review"] == "approved"
    collected("edit", "lifeng", "--note", "theirs, and later")
    assert other("import", "-", stdin=exported(collected)).code == 0
    assert other("undo").code == 0  # what was decided last here
    assert entry(other, "Lin Jian")["review"] == "unreviewed"
    assert other("undo").refused("nothing that was decided here", "glossary undo DECISION")
    assert entry(other, "lifeng")["note"] == "theirs, and later"
    (noted,) = (row.split("\t") for row in other("decisions", "lifeng").out.splitlines()[1:])
    assert other("undo", noted[0]).code == 0
    assert entry(other, "lifeng")["note"] == ""


@pytest.mark.parametrize(("policy", "kinds"), [("newer", "work"), ("ours", "product"), ("theirs", "work")])
def test_a_policy_says_whose_word_counts(collected, tmp_path_factory, policy, kinds):
    other = Command(tmp_path_factory.mktemp("other"))
    other("collect", other.write("news.txt", SEED))
    collected("edit", "tsmc", "--kind", "product")
    other("edit", "tsmc", "--kind", "work")
    assert collected("import", "-", "--policy", policy, stdin=exported(other)).code == 0
    assert entry(collected, "tsmc")["kind"] == kinds
    assert len([one for one in entry(collected, "tsmc")["decisions"] if one["text"] in {"product", "work"}]) >= 2


def test_the_policy_can_be_asked_for_each_difference(collected, tmp_path_factory):
    other = Command(tmp_path_factory.mktemp("other"))
    other("collect", other.write("news.txt", SEED))
    other("edit", "tsmc", "--kind", "work")
    path = collected.folder / "theirs.jsonl"
    path.write_bytes(exported(other))
    collected("edit", "tsmc", "--kind", "product")
    asked = collected("import", path, "--policy", "ask", stdin="o\n")
    assert asked.code == 0, asked.err
    assert "ours:   product" in asked.err
    assert entry(collected, "tsmc")["kind"] == "product"
    before = exported(collected)
    other("edit", "tsmc", "--kind", "event")
    path.write_bytes(exported(other))
    assert collected("import", path, "--policy", "ask", stdin="").code == 2
    assert exported(collected) == before


def test_review_by_answers_is_kept_at_once_and_goes_on_later(collected):
    first = collected("review", stdin="a\nr\na caption\nq\n")
    assert first.code == 0, first.err
    assert "2 reviewed" in first.err
    reviews = [one["review"] for one in entries(collected)]
    assert (reviews.count("approved"), reviews.count("rejected")) == (1, 1)
    second = collected("review", stdin="s\na\na\n")
    assert "nothing is left to review" in second.err
    assert [one["review"] for one in entries(collected)].count("unreviewed") == 1


def test_review_goes_through_the_newest_texts_first_each_from_its_beginning(glossary):
    glossary("collect", glossary.write("old.txt", "He Lifeng (何立峰) met Wang Yi (王毅)."), SOURCE_DATE_EPOCH="1000")
    texts = {
        "new/1.txt": "Zhuhai (珠海) is near Macau (澳門). Acer (宏碁) is not, nor is Wang Yi (王毅).",
        "new/2.txt": "Yunlin (雲林) and Chiayi (嘉義) are counties.",
        "new/3.txt": "Quemoy (金門) was shelled in the year of Matsu (馬祖).",
    }
    for name, text in texts.items():
        glossary.write(name, text)
    glossary("collect", glossary.folder / "new")
    order = ["Zhuhai", "Macau", "Acer", "Yunlin", "Chiayi", "Quemoy", "Matsu", "He Lifeng", "Wang Yi"]
    assert [row.split(",")[3] for row in glossary("review", "--to", "-").out.splitlines()[1:]] == order
    assert "7 reviewed" in glossary("review", stdin="a\n" * 7 + "q\n").err
    left = glossary("review", "--to", "-").out.splitlines()[1:]
    assert [row.split(",")[3] for row in left] == order[7:]
    everything = glossary("review", "--to", "-", "--all").out.splitlines()[1:]
    assert [row.split(",")[3] for row in everything] == order


def test_review_can_correct_merge_and_undo(collected):
    ids = [line.strip() for line in collected("review", stdin="q\n").out.splitlines() if line.strip().startswith("e")]
    answers = "e\nNew Name\n\n\nk\nwork\nn\nsee desk\nf\nOld Name\nbad\nx\nu\na\nm\ntsmc\nq\n"
    result = collected("review", stdin=answers)
    assert result.code == 0, result.err
    first = json.loads(collected("show", "--json", ids[0]).out)
    assert (first["terms"][0]["text"], first["kind"], first["note"]) == ("New Name", "work", "see desk")
    assert "Old Name" not in [term["text"] for term in first["terms"]]
    assert first["review"] == "approved"
    assert len(entries(collected)) in {4, 5}


def test_review_asks_a_key_on_a_terminal(collected):
    _typed(collected, (b"a", KEYS), (b"s", KEYS), (b"q", b""))
    assert [one["review"] for one in entries(collected)].count("approved") == 1


KEYS = b"[q]uit ? "
ASKING = (KEYS, b"English", b"Chinese", b"pinyin", b"note")


def _typed(glossary, *keys, term="xterm"):
    """What a review on a terminal shows after each of the keys, up to what it is to end with."""
    ours, theirs = pty.openpty()
    environment = {**glossary.environment, "TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1"}
    process = subprocess.Popen(
        glossary.argv("review"), stdin=theirs, stdout=theirs, stderr=theirs, env=environment,
        preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)),  # noqa: PLW1509 - Ctrl-C is for it
    )  # fmt: skip
    os.close(theirs)
    found = []
    try:
        _until(ours, b"", KEYS)
        for key, ending in keys:
            os.write(ours, key)
            found.append(_until(ours, b"", ending))
            if term != "dumb" and ending in ASKING:
                _until_it_reads(ours)
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return found


@pytest.mark.parametrize(
    ("leave", "term"),
    [(b"\x1b", "xterm"), (b"\x03", "xterm"), (b"\x03", "dumb"), (b"\x04", "dumb")],
    ids=["Esc", "Ctrl-C", "Ctrl-C of a dumb one", "Ctrl-D of a dumb one"],
)
def test_a_question_can_be_left_and_the_entry_stays(collected, leave, term):
    before = entries(collected)
    shown = _typed(
        collected, (b"e", b"English"), (b"Another\r", b"Chinese"), (leave, KEYS), (b"q", b"0 reviewed"), term=term
    )
    assert b"left as it was" in shown[2]
    assert entries(collected) == before


def test_a_name_is_changed_where_it_stands(collected):
    name = collected("review", "--to", "-").out.splitlines()[1].split(",")[3]
    _typed(
        collected, (b"e", b"English"), (b" Jr\r", b"Chinese"), (b"\r", b"pinyin"), (b"\r", KEYS),
        (b"n", b"note"), (b"see desk\r", KEYS), (b"a", KEYS), (b"q", b"1 reviewed"),
    )  # fmt: skip
    assert entry(collected, f"{name} Jr")["review"] == "approved"
    assert entry(collected, f"{name} Jr")["note"] == "see desk"


def _until(handle, shown, ending):
    """What the terminal shows up to the ending."""
    deadline = time.monotonic() + 20
    while ending not in shown:
        assert time.monotonic() < deadline, shown
        if select.select([handle], [], [], 1)[0]:
            shown += os.read(handle, 4096)
    return shown


def _until_it_reads(handle):
    """Waits until single keys are read: it shows a question, and then changes how the terminal reads."""
    deadline = time.monotonic() + 20
    while termios.tcgetattr(handle)[3] & termios.ICANON:
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_a_prompt_looks_up_what_is_typed(collected):
    ours, theirs = pty.openpty()
    environment = {**collected.environment, "TERM": "dumb"}
    process = subprocess.Popen(
        collected.argv("lookup"), stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    )
    os.close(theirs)
    try:
        _until(ours, b"", b"look up: ")
        os.write(ours, b"taijidian\r")
        shown = _until(ours, b"", "台積電".encode())
        _until(ours, shown.rpartition("台積電".encode())[2], b"look up: ")
        for _ in range(20):  # it may still be drawing
            os.write(ours, b"\x04")
            with contextlib.suppress(subprocess.TimeoutExpired):
                assert process.wait(1) == 0
                break
        assert process.returncode == 0
    finally:
        process.kill()
        os.close(ours)


def test_the_shell_completes_names(collected):
    asked = {"_GLOSSARY_COMPLETE": "complete_bash", "COMP_WORDS": "glossary lookup Tai", "COMP_CWORD": "2"}
    done = subprocess.run(
        collected.argv(), env={**collected.environment, **asked}, capture_output=True, text=True, check=False
    )
    assert "Taiwan Semiconductor Manufacturing Co" in done.stdout.splitlines(), done


def test_a_look_up_is_the_same_with_and_without_options(collected):
    plain, parsed = collected("lookup", "tsmc", "lifeng"), collected("lookup", "-n", "20", "tsmc", "lifeng")
    assert (plain.code, plain.out) == (parsed.code, parsed.out) == (0, plain.out)
    given = ("lookup", "--db", collected.db, "--json", "tsmc")
    plain, parsed = collected(*given), collected(*given, "-n", "20")
    assert (plain.code, plain.out) == (parsed.code, parsed.out) == (0, plain.out)
    for wrong in (("--db", "none.db", "x"), ("x", "--db"), ("--db", "."), ("--json",), ("--nosuch", "x")):
        plain, parsed = collected("lookup", *wrong), collected("lookup", "-n", "20", *wrong)
        assert (plain.code, plain.err) == (parsed.code, parsed.err) == (2, plain.err)
    assert collected("lookup", "nosuchname").code == collected("lookup", "-n", "20", "nosuchname").code == 1


def test_a_look_up_is_limited_to_a_kind_and_shows_a_region(collected):
    assert len(collected("lookup", "--json", "he").out.splitlines()) == 2
    assert collected("lookup", "--kind", "organization", "he").code == 1
    assert collected("lookup", "--region", "CN", "何軍").out.splitlines()[0] == "Jun He  何军  Hé Jūn"
    assert collected("lookup", "-", stdin="tsmc\n\nlifeng\n").out.count("matched by") == 2


def test_several_glossaries_are_asked_in_order_and_the_last_is_written_to(collected, tmp_path_factory):
    desk = Command(tmp_path_factory.mktemp("desk"))
    desk("collect", desk.write("desk.txt", "The spokesman Lin Jian (林劍) and the mayor Jiang Wan-an (蔣萬安) spoke."))
    desk("edit", "Lin Jian", "--english", "Lin Chien")
    both = {"GLOSSARY_DB": os.pathsep.join((str(desk.db), str(collected.db)))}
    assert collected("lookup", "林劍", **both).out.splitlines()[0].startswith("Lin Chien")
    assert "in " + str(collected.db) not in collected("lookup", "tsmc", **both).out
    assert "Lin Chien" in collected("lookup", "--db", desk.db, "--db", collected.db, "林劍").out
    assert "Lin Jian" in collected("lookup", "--db", collected.db, "--db", desk.db, "林劍").out.splitlines()[0]
    before = exported(desk)
    assert collected("approve", "tsmc", **both).code == 0
    assert exported(desk) == before
    assert entry(collected, "tsmc")["review"] == "approved"
    assert collected("lookup", "--db", "missing.db", "--db", collected.db, "tsmc").refused("missing.db")


def test_a_corrected_file_takes_the_place_of_what_it_stated(glossary):
    path = glossary.write("news.txt", "The spokesman Lin Jain (林劍) said so in Beijing on Monday.")
    glossary("collect", path)
    glossary.write("news.txt", "The spokesman Lin Jian (林劍) said so in Beijing on Monday.")
    corrected = glossary("collect", path)
    assert "1 of them corrected" in corrected.err
    (found,) = entries(glossary)
    assert ([mention["pair"]["english"] for mention in found["mentions"]], len(found["sources"])) == (["Lin Jian"], 1)
    assert glossary("lookup", "Lin Jain").out.count("similar") == 1
    glossary.write("news.txt", "Shares of ByteDance Ltd (字節跳動) rose in Hong Kong; nobody knew why.")
    assert "of them corrected" not in glossary("collect", path).err
    assert len(entries(glossary)) == 2
    glossary.write("news.txt", "Shares of ByteDance Ltd (字節跳動) rose in Hong Kong; nobody knew how.")
    glossary("collect", "--every-version", path)
    assert sorted(len(one["mentions"]) for one in entries(glossary)) == [1, 2]


def test_a_sheet_goes_out_and_comes_back(collected):
    assert "5 entries written" in collected("review", "--to", "sheet.csv").err
    text = (collected.folder / "sheet.csv").read_text(encoding="utf-8-sig")
    changed = text.replace("unreviewed,,He Lifeng", "ok,,He Li-feng").replace("unreviewed,,Jun He", "perhaps,,Jun He")
    collected.write("sheet.csv", changed.replace(",", ";") if ";" not in changed else changed)
    result = collected("review", "--from", "sheet.csv")
    assert result.refused("'perhaps' is no review") or result.code == 2
    held = entry(collected, "何立峰")
    assert (held["review"], held["terms"][0]["text"]) == ("approved", "He Li-feng")
    assert "4 entries written" in collected("review", "--to", "sheet.csv").err
    assert collected("review", "--to", "no/such/folder.csv").refused("no such folder")
    assert collected("review", "--from", "missing.csv").refused("no such file")


def test_a_sheet_of_excel_goes_out_and_comes_back(collected):
    assert "5 entries written to sheet.xlsx" in collected("review", "--to", "sheet.xlsx").err
    book = openpyxl.load_workbook(collected.folder / "sheet.xlsx")
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[1].value = "a"
    book.save(collected.folder / "sheet.xlsx")
    assert collected("review", "--from", "sheet.xlsx").err == "5 decisions taken over from sheet.xlsx\n"
    assert collected("undo").code == 0
    assert {one["review"] for one in entries(collected)} == {"unreviewed"}
    assert collected("review", "--to", "sheet.ods").refused("sheet.ods: a sheet is not written as .ods")
    assert not (collected.folder / "sheet.ods").exists()
    collected.write("broken.xlsx", b"PK\x03\x04 and no more")
    assert collected("review", "--from", "broken.xlsx").refused("broken.xlsx", "no Excel workbook")


def test_letters_that_a_sheet_lost_change_nothing(glossary):
    glossary("import", glossary.write("n.csv", "english,chinese\nÔng Tsì-hông,王志宏\nJun He,何軍\n"))
    glossary("review", "--to", "sheet.csv")
    text = (glossary.folder / "sheet.csv").read_text(encoding="utf-8-sig").replace("unreviewed", "ok")
    assert "王志宏" in text
    glossary.write("sheet.csv", text.replace("Ô", "?").replace("Tsì-hô", "Tsì-h?").encode("gbk"))
    result = glossary("review", "--from", "sheet.csv")
    assert result.refused("sheet.csv:", "'?ng Tsì-h?ng' has lost letters of 'Ông Tsì-hông'", ".xlsx")
    assert "1 decision taken over" in result.err
    assert {(one["terms"][0]["text"], one["review"]) for one in entries(glossary)} == {
        ("Ông Tsì-hông", "unreviewed"),
        ("Jun He", "approved"),
    }


def test_a_preferred_name_stands_in_both_scripts_and_a_forbidden_one_is_told_once(glossary):
    glossary("collect", glossary.write("a.txt", "美國總統川普（Donald Trump）說了。"))
    glossary("edit", "Trump", "--chinese", "特朗普")
    assert {term["status"] for term in entry(glossary, "Trump")["terms"] if term["text"] == "川普"} == {"superseded"}
    glossary("forbid", "Trump", "特朗普", "--reason", "x")
    glossary("prefer", "Trump", "川普")
    assert glossary("export", "csv").out.splitlines()[1].startswith("Donald Trump,川普,川普,Chuānpǔ,")
    glossary.write("glossary.toml", 'lang = "zh-Hans"')
    shown = glossary("lookup", "trump").out
    assert shown.startswith("Donald Trump  川普")
    assert shown.count("do not use: 特朗普 (x)") == 1


def test_a_form_that_is_not_to_be_used_does_not_come_back(glossary):
    glossary("collect", glossary.write("a.txt", "Hualien (花蓮) is in the east."))
    glossary("forbid", "Hualien", "花莲")
    assert glossary("export", "csv").out.splitlines()[1].startswith("Hualien,花蓮,,")


@pytest.mark.parametrize("names", [("Hualien", "Hualien County"), ("Hualien County", "Hualien")])
def test_the_entry_that_takes_another_in_keeps_its_names(glossary, names):
    glossary("import", glossary.write("h.csv", "english,chinese\nHualien,花蓮\nHualien County,花蓮縣\n"))
    before = glossary("export", "csv").out.splitlines()[1:]
    assert glossary("merge", *names).code == 0
    held = next(row for row in before if row.startswith(f"{names[0]},"))
    (merged,) = glossary("export", "csv").out.splitlines()[1:]
    assert merged.split(",")[:4] == held.split(",")[:4]
    assert glossary("undo").code == 0
    assert glossary("export", "csv").out.splitlines()[1:] == before


def test_places_are_told_as_extraction_tells_them(glossary):
    path = glossary.write("a.txt", "One line.\n\nHe Lifeng (何立峰) met the press in Beijing.\n")
    glossary("collect", path)
    assert f"({path}, line 3; " in glossary("show", "lifeng").out
    glossary("reject", "lifeng")
    assert glossary("stale").out.splitlines()[1].split("\t")[1] == "line 3"
    assert "reject, because" not in glossary("show", "lifeng").out
    glossary("reject", "lifeng", "--reason", "title")
    assert "  reject, because title" in glossary("show", "lifeng").out


def test_a_review_goes_to_standard_output_the_doubtful_first_and_of_known_texts_only(glossary):
    glossary("import", glossary.write("h.csv", "english,chinese\nHualien,花蓮\n"))
    glossary("collect", glossary.write("a.txt", "雕刻家魏特（Tom Wight）展出了。"))
    result = glossary("review", "--to", "-", "--doubtful")
    assert [row.split(",")[3] for row in result.out.splitlines()] == ["english", "Tom Wight", "Hualien"]
    assert not (glossary.folder / "-").exists()
    assert glossary("review", "--source", "nope").refused("nope", "no such text")


def test_statistics_say_that_there_are_more_texts(glossary):
    for number in range(12):
        glossary.write(f"d/{number}.txt", f"He Lifeng (何立峰) met the press {number} times.")
    glossary("collect", glossary.folder / "d")
    assert "… and 2 more texts" in glossary("stats").err
    glossary("import", glossary.write("both.csv", "english,zh-Hant,zh-Hans\nAa,台積電,\nBb,,华为\n"))
    assert [row.split("\t")[2] for row in glossary("stats").out.splitlines() if "both.csv" in row] == ["2"]
