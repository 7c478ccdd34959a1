"""sdcv reads StarDict; Yomitan's own schemas accept its dictionary."""

import json
from zipfile import ZipFile

import pytest

from tests.formats import readers, sample
from tests.formats.clients import program, run, schema, written


@pytest.fixture
def dictionaries(tmp_path):
    with ZipFile(written([*sample.FIVE, *sample.HARD], "stardict", tmp_path / "ours.zip", title="Ours")) as archive:
        archive.extractall(tmp_path / "dic")
    return tmp_path / "dic"


def looked_up(dictionaries, word):
    output = run(program("sdcv", "sdcv"), "-x", "-2", dictionaries, "-n", "-j", "-e", word, LC_ALL="C.UTF-8")
    return json.loads(output)


@pytest.mark.client
@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("林剑", "Lin Jian"),
        ("林劍", "Lin Jian"),
        ("lin jian", "Lin Jian"),
        ("Lin Jian", "Lin Jian"),
        ("TSMC", "Taiwan Semiconductor Manufacturing Co"),
        ("tai ji dian", "Taiwan Semiconductor Manufacturing Co"),
        ("#1 Co", "#1 Co"),
        ("Ünïcödé 𠮷野家 🀄", "Ünïcödé 𠮷野家 🀄"),
    ],
)
def test_sdcv_finds_every_name(dictionaries, word, first):
    articles = [found["definition"].strip().split("\n")[0] for found in looked_up(dictionaries, word)]
    assert first in articles


@pytest.mark.client
def test_sdcv_says_what_the_dictionary_is_called_and_finds_nothing_else(dictionaries):
    assert looked_up(dictionaries, "林劍")[0]["dict"] == "Ours"
    assert looked_up(dictionaries, "nosuchname") == []


def test_the_rows_of_yomitan_in_our_words(tmp_path):
    rows = readers.yomitan(written([*sample.FIVE, *sample.HARD], "yomitan", tmp_path / "ours.zip").read_bytes())
    assert {tuple(type(cell) for cell in row) for row in rows} == {(str, str, str, str, int, list, int, str)}
    (number,) = {row[6] for row in rows if row[0] == "林劍"}
    mine = [row[:3] for row in rows if row[6] == number]
    assert mine == [["林劍", "Lín Jiàn", "person"], ["林剑", "Lín Jiàn", "person"]]
    english = readers.yomitan(written(sample.FIVE, "yomitan", tmp_path / "en.zip", source="en").read_bytes())
    assert "TSMC" in {row[0] for row in english}


@pytest.mark.parametrize("source", [None, "en"])
def test_yomitan_accepts_its_dictionary(source, tmp_path):
    import jsonschema

    path = written([*sample.FIVE, *sample.HARD], "yomitan", tmp_path / "ours.zip", source=source)
    parts = {
        "index.json": "yomitan-dictionary-index-schema.json",
        "term_bank_1.json": "yomitan-dictionary-term-bank-v3-schema.json",
        "tag_bank_1.json": "yomitan-dictionary-tag-bank-v3-schema.json",
    }
    with ZipFile(path) as archive:
        for part, name in parts.items():
            jsonschema.validate(json.loads(archive.read(part)), json.loads(schema(name).read_text(encoding="utf-8")))
