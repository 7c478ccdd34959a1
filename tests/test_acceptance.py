"""The whole way through the real command, on a newspaper text: collect, look up, export, Anki, import.

The text is our own; where the project's seed texts stand beside the repository, they have to give the same entries.
"""

import json
from pathlib import Path

import pytest

from tests.command import Command

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"

OWN = """\
The talks between the two sides, led by Chinese Vice Premier He Lifeng (何立峰), went into a second day.
They may touch on the future of an app whose Chinese owner ByteDance Ltd (字節跳動) has until autumn to decide.
Ministry of Foreign Affairs spokesman Lin Jian (林劍) said there was nothing new (he had said so before).
CHIPS: Suppliers are asked to lift their quality Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) yesterday said. \
New packages are needed each year, TSMC vice president of packaging Jun He (何軍) told a forum in Taipei.
Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) makes about half of them.
"""

ENTRIES = {
    ("ByteDance Ltd", "字節跳動", "字节跳动", "Zìjié Tiàodòng"),
    ("He Lifeng", "何立峰", "何立峰", "Hé Lìfēng"),
    ("Lin Jian", "林劍", "林剑", "Lín Jiàn"),
    ("Taiwan Semiconductor Manufacturing Co", "台積電", "台积电", "Táijīdiàn"),
    ("Jun He", "何軍", "何军", "Hé Jūn"),
}


def texts():
    yield pytest.param(OWN, id="own")
    for path in sorted(SEEDS.glob("*.txt")):
        yield pytest.param(path.read_text(encoding="utf-8"), id=path.stem)


@pytest.fixture(params=texts())
def glossary(request, tmp_path):
    """The command in a folder of its own, after it collected the text."""
    command = Command(tmp_path)
    (tmp_path / "news.txt").write_text(request.param, encoding="utf-8")
    assert command("collect", "news.txt").code == 0
    return command


def test_exactly_the_stated_pairs_become_entries(glossary):
    done = glossary("export", "tsv")
    header, *rows = [line.split("\t") for line in done.out.splitlines()]
    entries = [dict(zip(header, row, strict=True)) for row in rows]
    found = {(e["english"], e["traditional"], e["simplified"], e["pinyin"]) for e in entries}
    assert found == ENTRIES
    (tsmc,) = (entry for entry in entries if entry["traditional"] == "台積電")
    assert (tsmc["aliases"], tsmc["mentions"], tsmc["kind"]) == ("TSMC", "2", "organization")


def test_collecting_twice_changes_nothing(glossary):
    before = glossary("export", "jsonl").out
    assert glossary("collect", "news.txt").code == 0
    assert glossary("export", "jsonl").out == before


@pytest.mark.parametrize(
    ("query", "chinese"),
    [
        ("tsmc", "台積電"),
        ("台积电", "台積電"),
        ("台積電", "台積電"),
        ("taijidian", "台積電"),
        ("he lifeng", "何立峰"),
        ("林剑", "林劍"),
        ("he2 li4 feng1", "何立峰"),
        ("Hé Lìfēng", "何立峰"),
        ("hlf", "何立峰"),
        ("Ho Li-feng", "何立峰"),
        ("lifeng", "何立峰"),
        ("bytedance", "字節跳動"),
    ],
)
def test_lookup_finds_the_entry_first(glossary, query, chinese):
    done = glossary("lookup", query, "--json")
    assert done.code == 0
    first = json.loads(done.out.splitlines()[0])["entry"]
    assert chinese in {term["text"] for term in first["terms"]}


def test_lookup_of_an_unknown_name_exits_1(glossary):
    done = glossary("lookup", "nosuchname")
    assert (done.code, done.out) == (1, "")


def test_json_lines_come_back_to_the_same_store(glossary):
    exported = glossary("export", "jsonl").out
    assert glossary("import", "-", "--db", "copy.db", stdin=exported).code == 0
    assert glossary("export", "jsonl", "--db", "copy.db").out == exported


@pytest.mark.client
def test_anki_takes_five_notes_and_then_none(glossary):
    anki = pytest.importorskip("anki.collection")
    assert glossary("export", "apkg", "-o", "deck.apkg").code == 0
    opened = anki.Collection(str(glossary.folder / "collection.anki2"))
    request = anki.ImportAnkiPackageRequest(
        package_path=str(glossary.folder / "deck.apkg"), options=anki.ImportAnkiPackageOptions()
    )
    new = [len(opened.import_anki_package(request).log.new) for _ in range(2)]
    opened.close()
    assert new == [5, 0]
