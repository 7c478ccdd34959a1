"""One reader of tables and one list of headings, wherever a table comes in."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.curation import sheet
from glossary.documents import cells, tables
from glossary.errors import SyntaxFault
from glossary.formats import pairs, table_files
from glossary.formats.format import ReadOptions
from tests.strategies import texts


def read(text, separator=","):
    return list(cells.cells(cells.lines(text), separator=separator, where="t"))


@pytest.mark.parametrize(
    ("text", "separator", "rows"),
    [
        ("a,b\n\n,\nc,d", ",", [(1, ["a", "b"]), (4, ["c", "d"])]),
        ('a,"b\nc"\r\nd,e\r\n', ",", [(1, ["a", "b\nc"]), (3, ["d", "e"])]),
        ('a;"b;""c"""\n', ";", [(1, ["a", 'b;"c"'])]),
        ('a\t"b"\rc\td', "\t", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("", ",", []),
    ],
)
def test_rows_come_with_the_line_they_begin_in(text, separator, rows):
    assert read(text, separator) == rows


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_cell_that_never_ends_is_a_fault_where_it_begins(separator):
    with pytest.raises(SyntaxFault, match=r"^t:2: not a table row \(unexpected end of data\)"):
        read(f'a{separator}b\nc{separator}"d\ne{separator}f\n', separator)


@given(st.lists(st.lists(texts.filter(lambda text: "\0" not in text), min_size=2, max_size=3), max_size=4))
def test_what_a_writer_of_csv_wrote_is_read_back(rows):
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    assert [row for _, row in read(stream.getvalue())] == [row for row in rows if any(row)]


def imported(path):
    return list(table_files.read(io.BytesIO(path.read_bytes()), where=str(path), options=ReadOptions()))


def paired(path):
    return list(pairs.read(io.BytesIO(path.read_bytes()), where=str(path)))


def segmented(path):
    return list(tables.segments(path.read_bytes(), path=str(path)))


def reviewed(path):
    return list(sheet.read(str(path)))


@pytest.mark.parametrize("reader", [imported, paired, segmented, reviewed])
def test_every_reader_tells_the_line_of_what_is_broken(reader, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,english,chinese\ne1,TSMC,台積電\ne2,"Nike,耐吉\n', encoding="utf-8")
    try:
        faults = [one for one in reader(path) if isinstance(one, SyntaxFault)]
    except SyntaxFault as fault:
        faults = [fault]
    assert [fault.where for fault in faults] == [f"{path}:3"]


@pytest.mark.parametrize("reader", [imported, paired, segmented])
@pytest.mark.parametrize(
    "head", ["English,Chinese", "英文;中文", "EN\tzh_TW", "english_term,Chinese (Traditional)", "term_en;繁體中文"]
)
def test_every_reader_knows_the_headings(reader, head, tmp_path):
    separator = cells.separator(head)
    path = tmp_path / "a.csv"
    path.write_text(f"{head}\nTSMC{separator}台積電\n", encoding="utf-8")
    (found,) = reader(path)
    assert not isinstance(found, SyntaxFault)
    assert "台積電" in repr(found)
    assert "TSMC" in repr(found)
