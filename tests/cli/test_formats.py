"""Export, import and their options through the real command."""

import io
import json

import docx
import pytest

from tests.command import NEWS, Command


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    glossary = Command(tmp_path_factory.mktemp("shared"))
    glossary("collect", glossary.write("news.txt", NEWS))
    glossary(
        "import",
        glossary.write("more.csv", "english,chinese,status\nChen Wei,陳偉,\nChen Wei,陳瑋,approved\n#1 Co,,\n"),
    )
    return glossary


def test_the_report_says_what_was_left_out_and_why(shared):
    result = shared("export", "deepl", "--explain")
    assert result.code == 0
    assert "Chen Wei\t陳瑋\n" in result.out
    assert "陳偉" not in result.out
    said = result.err.splitlines()
    assert "left out: Chen Wei 陳偉: 'Chen Wei' stands for '陳瑋', whose entry is as well or better attested" in said
    assert "left out: #1 Co: no Chinese name in zh-Hant" in said
    assert "no place for readings: 5 entries of 6 had some" in said
    assert said[-2:] == ["deepl: 2 left out", "4 entries written"]


def test_without_explain_there_is_one_line_of_it(shared):
    result = shared("export", "deepl", "-o", "deepl.tsv")
    assert result.err.splitlines() == ["deepl: 2 left out; --explain says why", "4 entries written to deepl.tsv"]
    assert result.out == ""


def test_the_side_kinds_and_reviews_choose_what_goes_in(shared):
    assert "何立峰\tHe Lifeng" in shared("export", "omegat", "--from", "zh").out
    organizations = shared("export", "csv", "--kind", "organization").out
    assert [line.split(",")[0] for line in organizations.splitlines()[1:]] == [
        "ByteDance Ltd", "Taiwan Semiconductor Manufacturing Co",
    ]  # fmt: skip
    assert [line.split(",")[1] for line in shared("export", "csv", "--status", "approved").out.splitlines()[1:]] == [
        "陳瑋"
    ]
    assert shared("export", "csv", "--status", "rejected").out.count("\n") == 1
    assert "TSMC\t" in shared("export", "omegat").out
    assert "TSMC\t" not in shared("export", "omegat", "--for", "engines").out


def test_the_code_and_the_title_stand_in_the_file(shared):
    content = shared("export", "tbx2", "--lang", "zh-Hans", "--code", "zh_Hans", "--title", "A & B").out
    assert '<langSet xml:lang="zh_Hans"><tig><term>何立峰</term>' in content
    assert "<p>A &amp; B</p>" in content


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--lang", "zh-TW"], "zh-Hant-TW"),
        (["--code", 'zh"'], "is no language code"),
        (["--title", " "], "the title is empty"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(shared, arguments, told):
    assert shared("export", "tbx2", *arguments).refused(told)


def test_an_import_counts_and_keeps_its_file_as_the_source(tmp_path):
    glossary = Command(tmp_path)
    table = glossary.write("names.tsv", "Term\tÜbersetzung\nLin Jian\t林劍\n")
    arguments = ("import", "--json", "--column", "english=term", "-c", "chinese=übersetzung", table)
    assert {"new": 1, "unchanged": 0}.items() <= json.loads(glossary(*arguments).out).items()
    assert {"new": 0, "unchanged": 1}.items() <= json.loads(glossary(*arguments).out).items()
    (found,) = map(json.loads, glossary("lookup", "linjian", "--json").out.splitlines())
    assert [source["title"] for source in found["entry"]["sources"]] == ["names.tsv"]


def test_an_import_meets_what_texts_state(tmp_path):
    glossary = Command(tmp_path)
    glossary("collect", glossary.write("news.txt", NEWS))
    result = glossary("import", "-", stdin="english,chinese,forbidden\nHe Li-feng,何立峰,何立鋒\n")
    assert result.out.splitlines()[1].split("\t") == ["0", "1", "0"]
    (line,) = [line for line in glossary("export", "csv").out.splitlines() if "何立鋒" in line]
    assert line.startswith(("He Lifeng,何立峰,", "He Li-feng,何立峰,"))
    assert "何立鋒" in glossary("export", "prompt").out


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("apkg", "deck.apkg", ("is an Anki package", "Notes in Plain Text")),
        ("apkg", "deck", ("is an Anki package",)),
        ("yomitan", "names.zip", ("is a Yomitan dictionary",)),
        ("html", "page.html", ("is a document (web page)", "glossary collect")),
    ],
)
def test_what_is_only_written_is_refused_by_its_name(shared, name, file, words, tmp_path):
    glossary = Command(tmp_path)
    glossary.write(file, shared("export", name).data)
    assert glossary("import", file).refused(file, *words)
    assert not glossary.db.exists()


def test_a_document_is_no_glossary(tmp_path):
    glossary = Command(tmp_path)
    written = io.BytesIO()
    docx.Document().save(written)
    for name in ("report.docx", "report"):
        glossary.write(name, written.getvalue())
        assert glossary("import", name).refused(name, "Word document", "glossary collect")


@pytest.mark.parametrize("name", ["xlsx", "stardict", "anki", "tbx"])
def test_an_export_comes_back_from_a_file_whose_name_tells_nothing(shared, name, tmp_path):
    glossary = Command(tmp_path)
    path = tmp_path / "file"
    path.write_bytes(shared("export", name).data)
    assert glossary("import", path).code == 0
    assert glossary("lookup", "tsmc").out.startswith("Taiwan Semiconductor Manufacturing Co  台積電 / 台积电")
