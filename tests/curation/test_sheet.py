"""The review as a table: what comes back is taken over, and nothing else is changed."""

import csv
import io
import re

import pytest

from glossary.curation import sheet
from glossary.errors import EntryError, GlossaryError
from glossary.model import Kind, Review
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
    path.write_bytes(text.getvalue().encode(encoding))
    return str(path)


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
