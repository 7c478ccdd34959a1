"""A folder that is watched: documents are collected as they come and change."""

import json
import signal
import subprocess
import time

import docx
import pytest


@pytest.fixture(params=[()])
def watched(glossary, request):
    """The folder, and the process that watches it."""
    folder = glossary.folder / "texts"
    folder.mkdir()
    running = subprocess.Popen(
        glossary.argv("watch", "--json", *request.param, "texts"),
        cwd=glossary.folder, env=glossary.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert b"Watching texts" in running.stderr.readline()
    time.sleep(1)  # until the folder is watched: what is written before that is found with the next change
    yield folder, running
    running.kill()
    running.communicate()


def told(running):
    return json.loads(running.stdout.readline())


def names(glossary):
    return {json.loads(line)["terms"][1]["text"] for line in glossary("export", "jsonl").out.splitlines()}


def test_documents_are_collected_as_they_come_and_change(glossary, watched):
    folder, running = watched
    (folder / "a.txt").write_text("Chinese Vice Premier He Lifeng (何立峰) spoke.", encoding="utf-8")
    assert told(running) == {"document": "texts/a.txt", "mentions": 1, "new": 1, "changed": 0}
    document = docx.Document()
    document.add_paragraph("Foreign Ministry spokesman Lin Jian (林劍) said so.")
    document.save(str(folder / "b.docx"))
    assert told(running)["document"] == "texts/b.docx"
    (folder / "a.txt.new").write_text("Chinese Vice Premier Liu He (劉鶴) spoke.", encoding="utf-8")
    (folder / "a.txt.new").rename(folder / "a.txt")  # as editors do
    assert told(running)["document"] == "texts/a.txt"
    assert names(glossary) >= {"劉鶴", "林劍"}
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, b"", b"")


def test_a_corrected_document_takes_the_place_of_what_it_stated(glossary, watched):
    folder, running = watched
    text = "Chinese Vice Premier He Lifeng ({}) met the delegation from Taipei in the afternoon and spoke of tariffs."
    for chinese in ("何利峰", "何立峰"):
        (folder / "a.txt").write_text(text.format(chinese), encoding="utf-8")
        assert told(running)["mentions"] == 1
    mentioned = {
        found["terms"][1]["text"]: len(found["mentions"])
        for found in map(json.loads, glossary("export", "jsonl").out.splitlines())
    }
    assert mentioned["何立峰"] == 1
    assert not mentioned.get("何利峰")


def test_a_document_that_cannot_be_read_is_reported_and_watching_goes_on(glossary, watched):
    folder, running = watched
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 not really")
    assert b"bad.docx" in running.stderr.readline()
    (folder / "good.txt").write_text("Chinese Vice Premier He Lifeng (何立峰) spoke.", encoding="utf-8")
    assert told(running)["document"] == "texts/good.txt"


def test_a_folder_that_is_missing_is_refused(glossary):
    assert glossary("watch", "nowhere").refused("nowhere", "no such file or folder")


def write_two(folder, running):
    for name, chinese in (("a", "He Lifeng (何立峰)"), ("b", "Liu He (劉鶴)")):
        (folder / f"{name}.txt").write_text(f"Chinese Vice Premier {chinese} spoke.", encoding="utf-8")
        assert told(running)["mentions"] == 1


def test_what_a_deleted_document_stated_stays(glossary, watched):
    folder, running = watched
    write_two(folder, running)
    (folder / "a.txt").unlink()
    assert told(running) == {"document": "texts/a.txt", "gone": True, "forgotten": False}
    assert names(glossary) >= {"何立峰", "劉鶴"}


@pytest.mark.parametrize("watched", [("--forget",)], indirect=True)
def test_a_deleted_document_can_be_forgotten(glossary, watched):
    folder, running = watched
    write_two(folder, running)
    (folder / "a.txt").unlink()
    assert told(running) == {"document": "texts/a.txt", "gone": True, "forgotten": True}
    assert names(glossary) == {"劉鶴"}


@pytest.mark.parametrize("watched", [("--forget",)], indirect=True)
def test_a_folder_that_is_empty_at_once_is_not_forgotten(glossary, watched):
    folder, running = watched
    write_two(folder, running)
    folder.rename(glossary.folder / "elsewhere")
    assert {told(running)["forgotten"], told(running)["forgotten"]} == {False}
    assert names(glossary) == {"何立峰", "劉鶴"}


@pytest.mark.parametrize("watched", [("--forget",)], indirect=True)
def test_a_document_with_a_new_name_is_not_forgotten(glossary, watched):
    folder, running = watched
    write_two(folder, running)
    (folder / "a.txt").rename(folder / "c.txt")
    said = [told(running), told(running)]
    assert {one["document"] for one in said} == {"texts/a.txt", "texts/c.txt"}
    assert names(glossary) == {"何立峰", "劉鶴"}
