import csv
import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import EncodingError, SyntaxFault
from glossary.formats import pairs
from glossary.model import Kind, Pair
from tests.strategies import pairs as any_pair


def read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return list(pairs.read(io.BytesIO(data), where="p"))


def test_reads_json_lines_with_other_keys_and_blank_lines():
    assert read('\ufeff\n{"english":"A","chinese":"何","kind":"person","aliases":["B"],"start":1}\n\n') == [
        Pair("A", "何", Kind.PERSON, ("B",))
    ]


def test_reads_tables_in_any_order_of_columns():
    assert read("note\tCHINESE\tEnglish\nx\t何\tA\n") == [Pair("A", "何")]


def test_a_cell_may_hold_separators_and_line_breaks():
    assert read('english,chinese\r\n"A, ""B"" Co\nLtd",何\r\n') == [Pair('A, "B" Co\nLtd', "何")]


def test_a_quoted_cell_of_a_megabyte_is_read():
    assert read(f'english,chinese\n"{"x" * 1_000_000}",何\n')[0].chinese == "何"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "p"),
        ("\n \n", "p"),
        ("a,b\n1,2\n", "p:1"),
        (",\n", "p:1"),
        ("\n\nenglish|chinese\n", "p:3"),
        (b"\xff\xfe", "p:1"),
    ],
)
def test_what_holds_no_pairs_at_all_is_refused(text, where):
    with pytest.raises((SyntaxFault, EncodingError)) as raised:
        read(text)
    assert raised.value.where == where


def test_a_bad_line_gives_its_fault_and_the_next_is_read():
    found = read(
        b'{"english":"A","chinese":""}\n[]\n\xff\n{"english":"B","chinese":"","kind":"alien"}\n{"english":"C","chinese":""}'
    )
    assert [one.where if isinstance(one, SyntaxFault) else one.english for one in found] == [
        "A",
        "p:2",
        "p:3",
        "p:4",
        "C",
    ]


def test_bytes_that_are_not_text_in_a_table_are_refused_where_they_stand():
    with pytest.raises(EncodingError, match="p:3: is not UTF-8"):
        read(b"english,chinese\nA,\nB,\xff\n")


@given(st.lists(any_pair, max_size=5))
def test_reads_back_what_json_writes(given_pairs):
    lines = [
        json.dumps(
            {"english": p.english, "chinese": p.chinese, "kind": p.kind, "aliases": p.aliases}, ensure_ascii=False
        )
        for p in given_pairs
    ]
    assert not lines or read("\n".join(line.replace("\x85", "\\u0085") for line in lines)) == given_pairs


@given(st.lists(any_pair, min_size=1, max_size=5))
def test_reads_back_what_a_table_writes_but_for_spaces_around(given_pairs):
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(["english", "chinese", "kind"])
    kept = [p for p in given_pairs if "\0" not in p.english + p.chinese]
    rows.writerows([p.english, p.chinese, p.kind] for p in kept)
    assert read(stream.getvalue()) == [Pair(p.english.strip(), p.chinese.strip(), p.kind) for p in kept]


@given(st.binary(max_size=60))
def test_any_bytes_give_pairs_or_a_fault_of_ours(data):
    with suppress(SyntaxFault, EncodingError):
        assert all(isinstance(one, Pair | SyntaxFault) for one in read(data))


def test_a_table_that_export_wrote_is_taken():
    table = "english,traditional,simplified\nTSMC,台積電,台积电\n"
    assert [pair.chinese for pair in pairs.read(io.BytesIO(table.encode()), where="a.csv")] == ["台積電"]
