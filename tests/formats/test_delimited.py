import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given

from glossary.formats import delimited
from glossary.formats.format import Options
from glossary.formats.losses import Report
from tests.formats import readers, sample
from tests.strategies import texts


def written(write, entries, **options):
    stream = BytesIO()
    write(entries, stream, options=Options(**options), report=Report())
    return stream.getvalue()


def test_a_row_says_what_is_known():
    first = readers.delimited(written(delimited.write_csv, [sample.FIVE[3]]))[0]
    assert first == {
        "english": "Taiwan Semiconductor Manufacturing Co",
        "traditional": "台積電",
        "simplified": "台积电",
        "pinyin": "Táijīdiàn",
        "kind": "organization",
        "aliases": "TSMC",
        "status": "unreviewed",
        "mentions": "1",
        "sources": "1",
        "context": "Taiwan Semiconductor Manufacturing Co (台積電) was there.",
        "source": "Trade talks resume, The Example, 2026-07, https://example.org/1",
        "note": "",
        "forbidden": "",
        "id": "entry-4",
    }


def test_plain_files_have_no_mark_and_end_lines_with_lf():
    content = written(delimited.write_csv, sample.FIVE)
    assert content.startswith(b"english,traditional,")
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_a_lone_carriage_return_is_quoted():
    assert b'"carriage\rreturn"' in written(delimited.write_csv, sample.HARD)


@pytest.mark.parametrize(("write", "delimiter"), [(delimited.write_csv, ","), (delimited.write_tsv, "\t")])
def test_the_excel_flavour_has_a_mark_crlf_and_no_formula(write, delimiter):
    content = written(write, sample.HARD, excel=True)
    assert content.startswith(b"\xef\xbb\xbfenglish")
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    cells = [cell for row in rows for cell in row]
    assert "'=SUM(A1)" in cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")]


@given(texts)
def test_a_guard_comes_off_again(cell):
    assert delimited.unguarded(delimited.guarded(cell)) == cell


def test_tsv_has_one_line_an_entry_whatever_the_reader_takes_for_a_line_end():
    content = written(delimited.write_tsv, sample.HARD).decode()
    assert len(content.splitlines()) == len(sample.HARD) + 1
    assert {line.count("\t") for line in content.splitlines()} == {len(delimited.HEADER) - 1}
