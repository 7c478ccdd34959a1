from dataclasses import replace
from io import BytesIO

import pytest

from glossary.errors import SyntaxFault
from glossary.formats import jsonl
from glossary.formats.export import export
from glossary.formats.format import ReadOptions
from glossary.model import Decision, Verb
from tests.formats import sample

GOOD = jsonl.encode(sample.FIVE[0])


def read(content):
    return list(jsonl.read(BytesIO(content), where="g.jsonl", options=ReadOptions()))


def test_keys_stand_in_the_order_of_the_fields_and_lines_in_that_of_the_ids():
    stream = BytesIO()
    export([sample.REJECTED, *sample.FIVE], "jsonl", to=stream)
    lines = stream.getvalue().splitlines()
    assert [line[:16] for line in lines] == [b'{"id":"entry-%d",' % number for number in (1, 2, 3, 4, 5, 9)]
    assert "何立峰".encode() in lines[0]
    assert b"\\u" not in lines[0]


def test_blank_lines_a_mark_and_crlf_are_passed_over():
    content = b"\xef\xbb\xbf\n" + GOOD + b"\r\n  \n\n" + jsonl.encode(sample.FIVE[1])
    assert read(content) == [sample.FIVE[0], sample.FIVE[1]]
    assert read(b"\xef\xbb\xbf" + GOOD) == [sample.FIVE[0]]
    assert read(b"") == []


@pytest.mark.parametrize(
    "line",
    [
        b"x",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"\0",
        b'{"id":"e"}',
        b'{"id":1,"kind":"place","terms":[]}',
        b'{"id":"e","kind":"town","terms":[]}',
        b'{"id":"e","kind":"place","terms":[],"modified":"1"}',
        b'{"id":"e","kind":"place","terms":[],"modified":true}',
        b'{"id":"e","kind":"place","terms":[{"text":"x"}]}',
        b'{"id":"e","kind":"place","terms":[],"mentions":[{}]}',
        b'{"id":"\\ud800","kind":"place","terms":[]}',
        b'{"id":"e","kind":"place","terms":[]}{}',
        b'{"id":"e","kind":"place","terms":[],"colour":1}',
        b'{"id":"e","kind":"place","terms":[{"text":"x","lang":"en","colour":[]}]}',
        b'{"id":"e","kind":"place","terms":[],"x":' + b"[" * 100_000,
        b"[" * 100_000,
        GOOD[:-1],
        GOOD,
    ],
)
def test_a_malformed_line_is_a_fault_that_names_the_line(line):
    with pytest.raises(SyntaxFault, match=r"^g\.jsonl:3: not an entry: "):
        read(GOOD + b"\n\n" + line + b"\n")


def test_an_unknown_key_is_named():
    with pytest.raises(SyntaxFault, match=r"unknown key at `\$\.terms\[1\]\.colour`"):
        read(GOOD.replace(b'"lang":"zh-Hant"', b'"colour":1,"lang":"zh-Hant"'))


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("kind", "town"),
        ("kind", ""),
        ("reading", ""),
        ("reading", "he2 lifeng"),
        ("reading", "foo1 bar2"),
        ("reading", "Hé Lìfēng"),
        *((verb, " ") for verb in ("name", "add", "write", "prefer", "forbid", "merge", "split", "undo")),
    ],
)
def test_a_decision_that_cannot_be_done_is_a_fault_that_names_it(verb, text):
    said = [Decision("d1", "entry-1", Verb.APPROVE, 1), Decision("d2", "entry-1", Verb(verb), 2, text)]
    with pytest.raises(SyntaxFault, match=r"^g\.jsonl:1: not an entry: .* at `\$\.decisions\[1\]\.text`"):
        read(jsonl.encode(replace(sample.FIVE[0], decisions=tuple(said))))


@pytest.mark.parametrize("time", [-1, 2**58, 2**63])
def test_a_decision_of_no_time_is_a_fault(time):
    said = Decision("d1", "entry-1", Verb.APPROVE, time)
    with pytest.raises(SyntaxFault, match=r"at `\$\.decisions\[0\]\.time`"):
        read(jsonl.encode(replace(sample.FIVE[0], decisions=(said,))))


@pytest.mark.parametrize("field", ["modified", "added"])
@pytest.mark.parametrize("time", [-1, 253_402_300_800, 2**63])
def test_an_entry_of_no_time_is_a_fault_that_names_the_line(field, time):
    line = jsonl.encode(replace(sample.FIVE[0], **{field: time}))
    with pytest.raises(SyntaxFault, match=rf"^g\.jsonl:2: not an entry: .* at `\$\.{field}`"):
        read(b"\n" + line)


@pytest.mark.parametrize(
    ("verb", "text"),
    [("kind", "person"), ("reading", "he2 li4 feng1"), ("reading", "lü3"), ("note", ""), ("reopen", "")],
)
def test_a_decision_that_can_be_done_is_read(verb, text):
    entry = replace(sample.FIVE[0], decisions=(Decision("d1", "entry-1", Verb(verb), 1, text),))
    assert read(jsonl.encode(entry)) == [entry]


def test_keys_in_another_order_and_defaults_left_out_are_read():
    line = b'{ "terms": [{"lang": "en", "text": "Taipei"}], "kind": "place", "id": "e1" }'
    assert read(line)[0].terms[0].text == "Taipei"


def test_what_stands_before_a_fault_is_read():
    lines = jsonl.read(BytesIO(GOOD + b"\nx"), where="-", options=ReadOptions())
    assert next(lines) == sample.FIVE[0]
    with pytest.raises(SyntaxFault):
        next(lines)
