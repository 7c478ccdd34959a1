"""Taking glossaries that somebody has: what a file says, what it said before, and what is wrong in it."""

import csv
import io
import json
import os

import pytest


def names(glossary):
    rows = csv.DictReader(io.StringIO(glossary("export", "csv").out))
    return {(row["english"], row["traditional"]) for row in rows}


def counts(result):
    assert result.code == 0, result.err
    return json.loads(result.out) if result.out.startswith("{") else result.out.splitlines()[1].split("\t")


GOOD = {("Aa", "何立峰"), ("Bb", "林劍"), ("Cc", "王毅"), ("Dd", "台積電"), ("Ee", "字節跳動")}
BROKEN = {
    "csv": "english,chinese\nAa,何立峰\nBb,林劍\nCc,王毅\nbroken\nDd,台積電\n,\n,,\nEe,字節跳動\n",
    "omegat": "Aa\t何立峰\nBb\t林劍\nCc\t王毅\nbroken\nDd\t台積電\nEe\t字節跳動\n",
    "utx": "#UTX 1.20; en/zh\n#src\ttgt\nAa\t何立峰\nBb\t林劍\nCc\t王毅\nbroken\nDd\t台積電\nEe\t字節跳動\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_keep_going_takes_every_good_row(glossary, name):
    path = glossary.write("terms", BROKEN[name])
    assert glossary("import", "--format", name, path).code == 2
    assert not glossary.db.exists()
    result = glossary("import", "--format", name, "--keep-going", path)
    assert result.code == 2
    assert names(glossary) == GOOD
    assert result.err.count(f"{path}:") == 1


def test_rows_before_a_cell_that_never_ends_are_taken(glossary):
    path = glossary.write("terms.csv", 'english,chinese\nAa,何立峰\nBb,林劍\n"Cc,王毅\n')
    assert glossary("import", "--keep-going", path).code == 2
    assert names(glossary) == {("Aa", "何立峰"), ("Bb", "林劍")}


def test_a_file_is_one_source(glossary):
    some = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨"
    rows = "".join(f"Name {number},王{name}\n" for number, name in enumerate(some))
    path = glossary.write("many.csv", f"english,chinese\n{rows}")
    assert counts(glossary("import", path)) == [str(len(some)), "0", "0"]
    assert json.loads(glossary("info", "--json").out)["sources"] == 1
    assert glossary("stats").out.count("mentions in") == 1
    assert counts(glossary("import", path)) == ["0", "0", str(len(some))]


def test_a_corrected_file_takes_the_place_of_what_it_said(glossary):
    old = "english,chinese,pinyin\nLin Hwai-min,林懷民,Lín Huàimín\nHe Lifeng,何立峰,\nGone,王毅,\nStays,台積電,\n"
    glossary.write("m.csv", old)
    assert counts(glossary("import", "m.csv")) == ["4", "0", "0"]
    glossary("approve", "Stays")
    glossary.write("m.csv", "english,chinese,pinyin\nNew,北大,\nLin Hwai-min,林淮民,\nHe Lifeng,何立峰,\n")
    assert counts(glossary("import", "m.csv")) == ["2", "0", "1"]
    assert names(glossary) == {
        ("New", "北大"),
        ("Lin Hwai-min", "林淮民"),
        ("He Lifeng", "何立峰"),
        ("Stays", "台積電"),
    }
    assert counts(glossary("import", "m.csv")) == ["0", "0", "3"]
    assert "(m.csv, line 4; table" in glossary("show", "何立峰").out
    assert json.loads(glossary("info", "--json").out)["sources"] == 1


def test_another_file_of_that_name_is_a_source_of_its_own(glossary):
    glossary.write("m.csv", "english,chinese\nLin Hwai-min,林懷民\nHe Lifeng,何立峰\n")
    glossary("import", "m.csv")
    glossary.write("m.csv", "english,chinese\nTSMC,台積電\nByteDance,字節跳動\n")
    assert counts(glossary("import", "m.csv")) == ["2", "0", "0"]
    assert len(names(glossary)) == 4


def test_scripts_that_rows_name_stay_told_apart(glossary):
    both = "Traditional\tSimplified\tEnglish\n計程車\t\ttaxi\n\t何立峰\tHe Lifeng\n"
    glossary.write("both.tsv", both)
    assert counts(glossary("import", "both.tsv")) == ["2", "0", "0"]
    assert counts(glossary("import", "both.tsv")) == ["0", "0", "2"]
    (shown,) = json.loads(glossary("show", "--json", "He Lifeng").out)["sources"]
    assert shown["lang"] == "zh-Hans"


def test_a_text_or_a_glossary_can_be_forgotten(glossary):
    glossary.write("m.csv", "english,chinese,forbidden\nTSMC,台積電,台機電\nStays,字節跳動,\n")
    glossary("import", "m.csv")
    glossary("collect", glossary.write("a.txt", "He Lifeng (何立峰) met the press in Beijing."))
    glossary("approve", "Stays")
    assert glossary("forget", "nope", "m.csv").refused("nope", "no such text")
    assert glossary("forget", "m.csv", glossary.folder / "a.txt").code == 0
    assert names(glossary) == {("Stays", "字節跳動")}


def test_names_are_tidied_as_those_of_documents_are(glossary):
    rows = 'english,chinese\n"He\nLifeng",何立峰\nScott\u00a0Bessent,貝森特\n"Lin  Jian","林\n劍"\n'
    glossary("import", glossary.write("terms.csv", rows))
    assert names(glossary) == {("He Lifeng", "何立峰"), ("Scott Bessent", "貝森特"), ("Lin Jian", "林劍")}


def test_a_glossary_whose_name_is_in_another_encoding_is_taken(glossary):
    name = os.fsdecode("名单.csv".encode("gbk"))
    glossary.write(name, "english,chinese\nHe Lifeng,何立峰\n")
    assert [counts(glossary("import", name)) for _ in range(2)] == [["1", "0", "0"], ["0", "0", "1"]]
    assert glossary("forget", name).code == 0
