import json
import subprocess

import pytest

PAIRS = [
    {"english": "He Lifeng", "chinese": "何立峰", "kind": "person"},
    {"english": "", "chinese": "台积电"},
    {"english": "Jun He", "chinese": "何軍", "kind": "person"},
    {"english": "No Chinese", "chinese": ""},
    {"english": "ByteDance Ltd", "chinese": "字節跳動", "kind": "organization"},
]
READINGS = {"pinyin", "pinyin_numbers", "toneless", "zhuyin", "wade_giles"}


def lines(result):
    return [json.loads(line) for line in result.out.splitlines()]


def as_jsonl(pairs):
    return "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)


def as_table(pairs, separator):
    rows = [[pair["english"], pair["chinese"], pair.get("kind", "")] for pair in pairs]
    return "\n".join(separator.join(row) for row in [["English", "Chinese", "kind"], *rows])


@pytest.mark.parametrize(
    "text", [as_jsonl(PAIRS), as_table(PAIRS, "\t"), as_table(PAIRS, ",")], ids=["jsonl", "tsv", "csv"]
)
def test_gives_one_object_for_each_pair_in_its_order(glossary, text):
    result = glossary("enrich", "-", stdin=text)
    assert result.code == 0
    found = lines(result)
    assert [(pair["english"], pair["chinese"]) for pair in found] == [(p["english"], p["chinese"]) for p in PAIRS]
    assert [pair["kind"] for pair in found][::4] == ["person", "organization"]


def test_gives_readings_and_both_scripts(glossary):
    person, company, jun, none, bytedance = lines(glossary("enrich", "-", stdin=as_jsonl(PAIRS)))
    assert set(person["readings"]) >= READINGS
    assert [pair["readings"]["pinyin"] for pair in (person, jun, bytedance)] == [
        "Hé Lìfēng",
        "Hé Jūn",
        "Zìjié Tiàodòng",
    ]
    assert person["readings"]["pinyin_numbers"] == "he2 li4 feng1"
    assert (none["readings"], none["variants"]) == ({}, [])
    assert [(form["text"], form["lang"][:7], form["origin"]) for form in company["variants"][:2]] == [
        ("台积电", "zh-Hans", "stated"), ("台積電", "zh-Hant", "derived"),
    ]  # fmt: skip
    assert all({"derivation", "alternatives"} <= set(form) for form in company["variants"])
    assert [form["derivation"] for form in company["variants"][:2]] == ["stated", "dictionary"]
    assert person["readings"]["certainty"] == "certain"


def test_takes_what_extract_prints(glossary):
    stated = glossary("extract", glossary.write("a.txt")).data
    assert [pair["chinese"] for pair in lines(glossary("enrich", "-", stdin=stated))] == [
        "何立峰",
        "台積電",
        "字節跳動",
    ]


def test_a_bad_line_is_named_and_the_others_are_done(glossary):
    path = glossary.write(
        "pairs.jsonl", b'{"english":"A","chinese":"\xe4\xbd\x95"}\nnonsense\n\xff\n{"english":"B","chinese":""}\n'
    )
    result = glossary("enrich", path)
    assert result.code == 2
    assert [pair["english"] for pair in lines(result)] == ["A", "B"]
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [f"{path}:2", f"{path}:3"]


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("english,chinese,kind\nA,何,person\nB,何,alien\n", ":3", "alien"),
        ('english,chinese\n"A\nB",何\nC\n', ":4", "1 column, the header 2"),
        ("name,other\nA,何\n", ":1", "english"),
        ('{"english":1,"chinese":"何"}\n', ":1", "english"),
        ('{"english":"\\ud800","chinese":"何"}\n', ":1", "one of them is missing"),
        ("", "", "no pairs"),
    ],
)
def test_faults_of_tables_say_where(glossary, text, place, word):
    path = glossary.write("pairs", text)
    assert glossary("enrich", path).refused(f"{path}{place}: ", word)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_read_is_named(glossary, name):
    assert glossary("enrich", name).refused(name)


def test_hands_on_each_line_before_it_reads_the_next(glossary):
    with subprocess.Popen(
        glossary.argv("enrich", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=glossary.environment
    ) as process:
        for pair in PAIRS[:2]:
            process.stdin.write(as_jsonl([pair]).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["chinese"] == pair["chinese"]
        process.stdin.close()
        assert process.wait(30) == 0
