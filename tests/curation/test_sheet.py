"""The review as a table: what comes back is taken over, and nothing else is changed."""

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pytest

from glossary.curation import sheet
from glossary.errors import EncodingError, EntryError, FormatError, GlossaryError
from glossary.formats import columns
from glossary.lang import readings
from glossary.model import Entry, Kind, Review, Term
from glossary.store import Store
from tests.formats.sample import FIVE, HARD


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.db") as opened:
        opened.merge([*FIVE, *HARD], now=1)
        yield opened


def table(store):
    """The rows of the sheet of the store, as a spreadsheet shows them."""
    stream = io.BytesIO()
    sheet.write(store.entries(), stream)
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))


def back(tmp_path, rows, *, encoding="utf-8-sig", delimiter=",", end="\r\n"):
    """The path of the table as somebody saved it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.getvalue().encode(encoding, "replace"))
    return str(path)


def book(store, tmp_path, change=lambda rows: rows):
    """The path of the workbook of the store, after its rows (cells by column) were changed in it."""
    stream = io.BytesIO()
    sheet.write(store.entries(), stream, separator=sheet.separator("sheet.xlsx"))
    opened = openpyxl.load_workbook(stream)
    page = opened.worksheets[0]
    header, *rows = page.iter_rows()
    names = [cell.value for cell in header]
    changed = change({row[0].value: dict(zip(names, row, strict=True)) for row in rows})
    assert changed is not None
    opened.save(tmp_path / "sheet.xlsx")
    return str(tmp_path / "sheet.xlsx")


def take_over(store, path):
    decided = [decision for row in sheet.read(path) for decision in sheet.changed(row, store)]
    return store.decide(decided)


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t")])
def test_an_unchanged_table_changes_nothing_however_it_is_saved(store, tmp_path, encoding, delimiter):
    assert take_over(store, back(tmp_path, table(store), encoding=encoding, delimiter=delimiter)) == ()


def test_no_cell_is_a_formula(store):
    for row in table(store):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())


def test_what_is_changed_is_taken_over(store, tmp_path):
    rows = {row["id"]: row for row in table(store)}
    rows["entry-1"] |= {"review": "ok", "pinyin": "he4 li4 feng1"}
    rows["entry-2"] |= {"review": "x", "reason": "a caption"}
    rows["entry-3"] |= {"english": "Lin Chien", "kind": "Organization"}
    rows["entry-4"] |= {"simplified": "台积电子", "note": "see desk"}
    del rows["entry-5"]
    take_over(store, back(tmp_path, list(rows.values())))
    assert store.get("entry-1").review is Review.APPROVED
    assert next(term.reading.pinyin for term in store.get("entry-1").terms if term.reading) == "Hè Lìfēng"
    assert (store.get("entry-2").review, store.get("entry-2").decisions[0].reason) == (Review.REJECTED, "a caption")
    assert (store.get("entry-3").terms[0].text, store.get("entry-3").kind) == ("Lin Chien", Kind.ORGANIZATION)
    assert next(term.text for term in store.get("entry-4").terms if term.lang.startswith("zh-Hans")) == "台积电子"
    assert store.get("entry-4").note == "see desk"
    assert store.get("entry-5").decisions == ()
    assert take_over(store, back(tmp_path, table(store))) == ()


def test_a_workbook_goes_out_and_comes_back(store, tmp_path):
    def change(rows):
        rows["entry-1"]["review"].value = "a"
        rows["entry-2"]["review"].value = 0  # a number to the spreadsheet
        rows["entry-3"]["english"].value = "Lin Chien"
        return rows

    assert take_over(store, book(store, tmp_path)) == ()
    assert len(take_over(store, book(store, tmp_path, change))) == 3
    reviews = [store.get(f"entry-{number}").review for number in (1, 2, 3)]
    assert reviews == [Review.APPROVED, Review.REJECTED, Review.UNREVIEWED]
    assert store.get("entry-3").terms[0].text == "Lin Chien"
    (row, *_) = sheet.read(book(store, tmp_path))
    assert row.where.endswith("sheet.xlsx:2")


def test_no_cell_of_a_workbook_is_a_formula_a_number_or_a_date(store, tmp_path):
    def change(rows):
        assert {cell.data_type for row in rows.values() for cell in row.values() if cell.value is not None} == {"s"}
        return rows

    book(store, tmp_path, change)


@pytest.mark.parametrize(("name", "between"), [("a.csv", ","), ("a.TSV", "\t"), ("a", ","), ("-", ","), ("a.txt", ",")])
def test_the_name_tells_what_stands_between_cells(name, between):
    assert sheet.separator(name) == between


@pytest.mark.parametrize("name", ["a.ods", "a.xls", "A.XLSM", "a.numbers"])
def test_what_is_not_written_is_refused(name):
    with pytest.raises(FormatError, match=r"Name it \.xlsx, \.csv or \.tsv"):
        sheet.separator(name)


def test_the_version_is_no_number_to_a_spreadsheet_and_that_of_older_sheets_is_known(store, tmp_path):
    rows = table(store)
    assert all(row["version"].startswith("v") for row in rows)
    rows[0] |= {"version": rows[0]["version"].removeprefix("v"), "note": "older"}
    assert len(take_over(store, back(tmp_path, rows))) == 1


LOST = [
    # what is held, what a program made of it, in which encoding it saved
    ("english", "Ông Tsì-hông", "?ng Tsì-h?ng", "gb18030"),
    ("english", "Antonín Dvořák", "Anton?n Dvo??k", "utf-8"),
    ("traditional", "𠮷野家", "??野家", "utf-8"),
    ("traditional", "吳釗燮", "???", "utf-8"),
    ("simplified", "吴钊燮", "??燮", "big5"),
    ("english", "Šemjon", "\ufffdemjon", "utf-8"),
    ("note", "naïve, they say", "na?ve, they say", "utf-8"),
    ("pinyin", "Wú Zhāoxiè", "Wú Zh?oxiè", "utf-8"),
    ("english", "Selma Lagerlöf", "Selma Lagerl?f (writer)", "utf-8"),
]


@pytest.mark.parametrize(("name", "held", "cell", "encoding"), LOST)
def test_letters_that_a_saved_sheet_lost_are_told_and_the_row_stays(store, tmp_path, name, held, cell, encoding):
    terms = {
        "english": Term("Joseph Wu", "en"),
        "traditional": Term("吳釗燮", "zh-Hant"),
        "simplified": Term("吴钊燮", "zh-Hans-CN", reading=readings.read("吴钊燮", kind=Kind.PERSON)),
    }
    if name in terms:
        terms[name] = replace(terms[name], text=held)
    note = held if name == "note" else ""
    store.merge([Entry("entry-w", Kind.PERSON, tuple(terms.values()), note=note)], now=2)
    before = store.get("entry-w")
    rows = [row for row in table(store) if row["id"] == "entry-w"]
    assert rows[0][name] == held
    rows[0] |= {"review": "a", name: cell, "sentence": ""}
    (row,) = sheet.read(back(tmp_path, rows, encoding=encoding))
    with pytest.raises(EntryError, match="has lost letters") as fault:
        sheet.changed(row, store)
    assert fault.value.where.endswith("sheet.csv:2")
    assert store.get("entry-w") == before


@pytest.mark.parametrize("english", ["Quo Vadis?", "Who? Me", "He Li-feng", "Hé Lìfēng"])
def test_a_question_mark_of_ones_own_is_a_change(store, tmp_path, english):
    rows = [row | {"english": english} for row in table(store) if row["id"] == "entry-1"]
    assert len(take_over(store, back(tmp_path, rows))) == 1
    assert columns.english(store.get("entry-1")) == english


def test_a_sheet_in_an_encoding_without_chinese_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_bytes("id,english\r\nentry-1,Antonín Dvořák\r\n".encode("cp1252", "replace"))
    with pytest.raises(EncodingError, match=r"Save the sheet as \.xlsx or as CSV UTF-8"):
        list(sheet.read(str(path)))


def test_columns_may_be_moved_deleted_and_added(store, tmp_path):
    rows = [{"extra": "1", "review": "a", "id": row["id"]} for row in table(store) if row["id"] == "entry-1"]
    assert len(take_over(store, back(tmp_path, rows))) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"id": "nosuch"}, "there is no entry 'nosuch'"),
        ({"review": "perhaps"}, "'perhaps' is no review"),
        ({"kind": "town"}, "'town' is no kind"),
        ({"pinyin": "he2"}, "is no reading"),
        ({"english": "何"}, "is no English name"),
    ],
)
def test_a_cell_that_makes_no_sense_is_named_with_its_line(store, tmp_path, cells, words):
    rows = [row | cells for row in table(store) if row["id"] == "entry-1"]
    (row,) = sheet.read(back(tmp_path, rows))
    with pytest.raises(EntryError, match=words) as fault:
        sheet.changed(row, store)
    assert fault.value.where.endswith("sheet.csv:2")


def test_a_row_whose_entry_changed_meanwhile_is_refused(store, tmp_path):
    rows = [row | {"review": "a"} for row in table(store)]
    path = back(tmp_path, rows[:1])
    (row,) = sheet.read(path)
    take_over(store, back(tmp_path, [rows[0] | {"note": "mine"}]))
    with pytest.raises(EntryError, match="changed in the glossary since"):
        sheet.changed(row, store)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x00\x01\x02"])
def test_what_is_no_such_table_is_refused(tmp_path, content):
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    with pytest.raises(GlossaryError, match=re.escape(str(path))):
        list(sheet.read(str(path)))


def test_a_row_that_was_taken_over_is_fine_the_second_time(tmp_path, store):
    rows = table(store)
    rows[0] |= {"review": "a", "english": "Somebody"}
    rows[1] |= {"kind": "town"}
    first, other = list(sheet.read(back(tmp_path, rows)))[:2]
    store.decide(sheet.changed(first, store))
    with pytest.raises(EntryError, match="no kind"):
        sheet.changed(other, store)
    assert sheet.changed(first, store) == ()
