import json

import pytest

from tests.command import NEWS

SEED = """He Lifeng (何立峰), the Chinese vice premier, met Foreign Ministry spokesman Lin Jian (林劍) in Beijing.
Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose.
The chipmaker Taiwan Semiconductor Manufacturing Co (台積電) said so.
ByteDance Ltd (字節跳動) did not comment. Lawyers of Jun He (何軍) agreed.
"""


@pytest.fixture
def collected(glossary):
    assert glossary("collect", glossary.write("news.txt", SEED)).code == 0
    return glossary


def exported(glossary):
    result = glossary("export", "jsonl")
    assert result.code == 0
    return result.data


def entries(glossary):
    return [json.loads(line) for line in exported(glossary).splitlines()]


def test_collecting_twice_changes_nothing(collected):
    before = exported(collected)
    again = collected("collect", collected.folder / "news.txt")
    assert again.out.splitlines()[1].split("\t")[2:] == ["0", "0", "5"]
    assert exported(collected) == before


def test_two_mentions_are_one_entry(collected):
    (tsmc,) = [entry for entry in entries(collected) if any(term["text"] == "TSMC" for term in entry["terms"])]
    assert len(tsmc["mentions"]) == 2
    for mention in tsmc["mentions"]:
        gloss = mention["gloss"]
        assert "台積電" in SEED[gloss["start"] : gloss["end"]]
        assert mention["context"] in SEED


def test_both_scripts_are_one_entry(collected):
    path = collected.write(
        "other.txt",
        "中国商务部说，台积电（Taiwan Semiconductor Manufacturing Co）将在南京扩建工厂，这是今年最大的投资。",
    )
    assert collected("collect", path).code == 0
    assert len(entries(collected)) == 5


def test_the_summary_is_json_when_asked(glossary):
    result = glossary("collect", "--json", glossary.write("news.txt", SEED))
    assert json.loads(result.out) == {
        "texts": 1, "mentions": 6, "new": 5, "changed": 0, "unchanged": 0, "db": str(glossary.db),
    }  # fmt: skip


def test_a_folder_is_collected_and_standard_input_too(glossary):
    glossary.write("texts/a.txt", NEWS)
    glossary.write("texts/deeper/b.md", "Lawyers of Jun He (何軍) agreed.")
    glossary.write("texts/picture.png", b"\x89PNG")
    result = glossary("collect", "--json", "texts", "-", stdin="Foreign Ministry spokesman Lin Jian (林劍) said so.")
    assert {name: json.loads(result.out)[name] for name in ("texts", "new")} == {"texts": 3, "new": 5}


def test_the_store_is_where_db_says_and_else_where_the_environment_says(glossary):
    path = glossary.write("news.txt", SEED)
    assert glossary("collect", "--db", "deeper/other.db", path).code == 0
    assert (glossary.folder / "deeper/other.db").exists()
    assert not glossary.db.exists()
    assert glossary("collect", path, GLOSSARY_DB="").code == 0
    assert (glossary.folder / "glossary" / "glossary.db").exists()


FOUND = {
    "何立峰": [
        "he lifeng",
        "Hé Lìfēng",
        "he2 li4 feng1",
        "helifeng",
        "何立峰",
        "Ho Li-feng",
        "hlf",
        "HE LIFENG",
        "lifeng",
    ],
    "台積電": ["tsmc", "台积电", "台積電", "臺積電", "taijidian", "Táijīdiàn", "tai2 ji1 dian4", "taiwan semi"],
    "林劍": ["林剑", "lin jian", "林劍"],
    "字節跳動": ["bytedance", "字节跳动", "zijie tiaodong", "Bytedance Ltd"],
    "何軍": ["Jun He", "he jun", "何军"],
}


@pytest.mark.parametrize(("chinese", "query"), [(name, query) for name, queries in FOUND.items() for query in queries])
def test_lookup_finds_an_entry_by_any_of_its_names(shared, chinese, query):
    result = shared("lookup", "--json", query)
    found = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert chinese in [term["text"] for hit in found for term in hit["entry"]["terms"]]
    assert all({"query", "matched_by", "entry"} == set(hit) for hit in found)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    from tests.command import Command

    command = Command(tmp_path_factory.mktemp("shared"))
    assert command("collect", command.write("news.txt", SEED)).code == 0
    return command


def test_lookup_of_nothing_exits_with_one_and_prints_no_data(shared):
    result = shared("lookup", "nosuchname")
    assert (result.code, result.out) == (1, "")
    assert "nosuchname" in result.err


@pytest.mark.parametrize("query", ["", "?", "\udcff", "何\udcff", "a" * 10_000, "何" * 10_000, "%", "*"])
def test_lookup_of_odd_strings_finds_nothing(shared, query):
    assert shared("lookup", query).code in {0, 1}


def test_lookup_shows_an_entry_in_a_few_lines(shared):
    shown = shared("lookup", "tsmc").out.splitlines()
    assert shown[0] == "Taiwan Semiconductor Manufacturing Co  台積電 / 台积电  Táijīdiàn"
    assert shown[1:3] == ["  also: TSMC", "  organization, 2 mentions in 1 text, matched by acronym"]
    assert shown[3].startswith("  “Taiwan Semiconductor")


def test_a_long_sentence_is_cut_around_the_name_and_says_so(glossary):
    words = "and the talks went on " * 20
    glossary(
        "collect", "-", stdin=f"As {words} the Chinese vice premier He Lifeng (何立峰) said that {words} at night."
    )
    sentence = glossary("lookup", "lifeng").out.splitlines()[-1]
    assert "He Lifeng (何立峰)" in sentence
    assert sentence.strip().startswith("“…")
    assert sentence.endswith("…”")
    assert len(sentence) < 260


def test_several_words_are_one_name_or_several(shared):
    assert len(shared("lookup", "he", "lifeng").out.splitlines()[0:1]) == 1
    both = shared("lookup", "--json", "tsmc", "bytedance").out.splitlines()
    assert [json.loads(line)["query"] for line in both] == ["tsmc", "bytedance"]


def test_lookup_does_not_write(shared):
    before = shared.db.read_bytes()
    shared("lookup", "tsmc")
    assert shared.db.read_bytes() == before


def test_export_and_import_give_the_same_bytes(collected, tmp_path_factory):
    from tests.command import Command

    lines = exported(collected)
    other = Command(tmp_path_factory.mktemp("other"))
    first = other("import", "-", stdin=lines)
    assert first.out.splitlines()[1].split("\t") == ["5", "0", "0"]
    assert exported(other) == lines
    again = other("import", other.write("again.jsonl", lines))
    assert again.out.splitlines()[1].split("\t") == ["0", "0", "5"]
    assert exported(other) == lines
    assert other("lookup", "taijidian").code == 0


def test_an_import_with_a_bad_line_takes_nothing_of_that_file(collected):
    before = exported(collected)
    lines = before.splitlines(keepends=True)
    fresh = lines[0].replace(b'"id":"e', b'"id":"f')
    bad = collected.write("bad.jsonl", fresh + b'{"id":"x"}\n')
    good = collected.write("good.jsonl", lines[0].replace(b'"id":"e', b'"id":"d'))
    result = collected("import", bad, good)
    assert result.refused(f"{bad}:2: ")
    assert result.out.splitlines()[1].split("\t") == ["1", "0", "0"]
    assert len(entries(collected)) == 6


def test_a_mention_of_a_document_that_nobody_describes_can_be_imported(glossary):
    spans = {name: {"start": 0, "end": 1} for name in ("english", "chinese", "gloss")}
    stated = {"pair": {"english": "A", "chinese": ""}, "document": "d", "form": "table", **spans}
    stated |= {"probability": 1, "context": "A", "reasons": []}
    line = json.dumps({"id": "e1", "kind": "person", "terms": [], "mentions": [stated]})
    assert glossary("import", "-", stdin=line).code == 0
    assert [source["id"] for entry in entries(glossary) for source in entry["sources"]] == ["d"]


@pytest.mark.parametrize("name", ["csv", "jsonl", "anki", "apkg", "xlsx", "stardict", "html"])
def test_every_format_goes_to_a_file_and_to_standard_output(shared, name):
    path = shared.folder / f"out.{name}"
    result = shared("export", name, "-o", path)
    assert (result.code, result.out) == (0, "")
    assert shared("export", name).data == path.read_bytes()
    assert name in shared("formats").out


def test_an_export_is_the_same_each_time(shared):
    for name in ("csv", "apkg"):
        assert shared("export", name).data == shared("export", name).data


def test_a_file_stays_the_source_when_its_text_comes_from_standard_input_too(glossary):
    path = glossary.write("news.txt")
    glossary("collect", "news.txt")
    before = glossary("export", "jsonl").out
    assert glossary("collect", "-", stdin=path.read_bytes()).code == 0
    assert glossary("export", "jsonl").out == before


@pytest.mark.parametrize("options", [("csv",), ("csv", "--excel"), ("tsv",), ("xlsx",), ("csv", "--lang", "zh-Hans")])
def test_a_table_of_ours_taken_back_changes_nothing(collected, options):
    decided = (
        ("approve", "Lin Jian"),
        ("forbid", "tsmc", "Taiwan Semi; Co", "--reason", "no such name"),
        ("edit", "lifeng", "--reading", "he4 li4 feng1", "--note", "vice premier"),
        ("edit", "bytedance", "--english", "ByteDance"),
        ("add", "何軍", "Jun, He"),
    )
    assert [collected(*arguments).code for arguments in decided] == [0] * len(decided)
    before = exported(collected)
    table = collected.folder / f"mine.{options[0]}"
    assert collected("export", *options, "-o", table).code == 0
    done = collected("import", table)
    assert done.out.splitlines()[1].split("\t") == ["0", "0", "5"], done
    assert exported(collected) == before


def test_what_was_changed_in_a_table_of_ours_counts_and_nothing_else(collected):
    before = {entry["id"]: entry for entry in entries(collected)}
    text = collected("export", "csv").out
    lines = [line.replace("Lin Jian,", "Lin Chien,") for line in text.splitlines()]
    lines = [line.replace("unreviewed", "approved") if "何軍" in line else line for line in lines]
    done = collected("import", collected.write("mine.csv", "\n".join(lines) + "\n"))
    assert done.out.splitlines()[1].split("\t") == ["0", "2", "3"]
    after = {entry["terms"][0]["text"]: entry for entry in entries(collected)}
    assert [len(one["mentions"]) - len(before[one["id"]]["mentions"]) for one in after.values()].count(1) == 1
    assert after["Jun He"]["review"] == "approved"
    assert any("Lin Chien" in (term["text"] for term in entry["terms"]) for entry in after.values())
