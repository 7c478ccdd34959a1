"""LibreOffice, openpyxl, pandas, polars and DuckDB read the tables."""

import csv
from io import StringIO

import pytest

from glossary.curation import sheet
from glossary.store import Store
from tests.formats import readers, sample
from tests.formats.clients import program, run, written

pytestmark = pytest.mark.client
ALL = [*sample.FIVE, *sample.HARD]
NAMES = {
    (entry.terms[0].text, next(term.text for term in entry.terms if term.lang == "zh-Hant"))
    for entry in ALL
}  # fmt: skip


def plain(pairs):
    """The pairs but for line ends and spaces at an end, which spreadsheets make their own."""
    return {tuple(" ".join(cell.split()) for cell in pair) for pair in pairs}


@pytest.mark.parametrize(("name", "options"), [("xlsx", ()), ("csv", ("--infilter=CSV:44,34,76,1",))])
def test_libreoffice_opens_it_with_every_name(name, options, tmp_path):
    path = written(ALL, name, tmp_path / f"ours.{name}")
    out = tmp_path / "out"
    run(
        program("soffice", "libreoffice-calc"), "--headless", f"-env:UserInstallation=file://{tmp_path}/home", *options,
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, path,
    )  # fmt: skip
    rows = csv.reader(StringIO((out / "ours.csv").read_text(encoding="utf-8"), newline=""))
    read = plain((row[0], row[1]) for row in rows)
    formulas = {("=SUM(A1)", "=SUM(A1)")} if name == "csv" else set()  # what --excel is for
    assert plain(NAMES) - read == formulas


def test_libreoffice_makes_no_formula_of_the_flavour_for_spreadsheets(tmp_path):
    path = written(ALL, "csv", tmp_path / "ours.csv", excel=True)
    out = tmp_path / "out"
    run(
        program("soffice", "libreoffice-calc"), "--headless", f"-env:UserInstallation=file://{tmp_path}/home",
        "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", out, path,
    )  # fmt: skip
    import openpyxl

    cells = [cell for row in openpyxl.load_workbook(out / "ours.xlsx").active.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert "'=SUM(A1)" in {cell.value for cell in cells}


def test_no_cell_of_the_workbook_is_a_formula_a_number_or_a_link(tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(written(ALL, "xlsx", tmp_path / "ours.xlsx"))
    assert book.sheetnames == ["Terms", "Read me"]
    cells = [cell for row in book["Terms"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert "=SUM(A1)" in {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.hyperlink]
    assert book["Terms"].freeze_panes == "A2"


def test_pandas_polars_and_duckdb_read_the_csv(tmp_path):
    import duckdb
    import pandas as pd
    import polars as pl

    path = str(written(ALL, "csv", tmp_path / "ours.csv"))
    content = (tmp_path / "ours.csv").read_bytes()
    expected = sorted(readers.names("csv", content))
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    assert sorted(zip(frame["english"], frame["traditional"], strict=True)) == expected
    columns = pl.read_csv(path, infer_schema=False).fill_null("")
    assert sorted(columns.select("english", "traditional").rows()) == expected
    options = r"""all_varchar=true, new_line='\n', quote='"', escape='"', delim=','"""
    query = f"SELECT english, coalesce(traditional, '') FROM read_csv(?, {options})"
    assert sorted(duckdb.execute(query, [path]).fetchall()) == expected


def test_a_review_sheet_that_libreoffice_saved_asks_for_nothing(tmp_path):
    path, out = tmp_path / "sheet.xlsx", tmp_path / "out"
    with Store(tmp_path / "a.db") as store:
        store.merge(sample.FIVE, now=1)
        with path.open("wb") as stream:
            sheet.write(store.entries(), stream, separator=sheet.separator("sheet.xlsx"))
        for kind in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1"):
            run(
                program("soffice", "libreoffice-calc"), "--headless", f"-env:UserInstallation=file://{tmp_path}/home",
                "--convert-to", kind, "--outdir", out, path,
            )  # fmt: skip
            saved = list(sheet.read(str(out / f"sheet.{kind[:4].strip(':')}")))
            assert len(saved) == len(sample.FIVE)
            assert [decision for row in saved for decision in sheet.changed(row, store)] == []
