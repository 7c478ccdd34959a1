"""Columns from top to bottom, of which PDFium makes a line of each character."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.lines import Line
from glossary.documents.upright import columns


def column(text, left=500.0):
    return [Line(char, left, left + 11, 700.0 - 11 * at, 11.0) for at, char in enumerate(text)]


def test_two_columns_are_two_lines():
    found = [line.text for line in columns([*column("副总理何立峰"), *column("财政部长", left=480.0)])]
    assert found == ["副总理何立峰", "财政部长"]


def test_a_word_on_its_side_belongs_to_its_column():
    turned = Line("Life", 499.0, 509.0, 650.0, 7.3)
    assert [line.text for line in columns([*column("何立峰（"), turned, Line("）", 500.0, 511.0, 630.0, 11.0)])] == [
        "何立峰（Life）"
    ]


def test_a_list_of_short_lines_is_no_column():
    short = [
        Line(text, 72.0, 72.0 + 11 * len(text), 700.0 - 14 * at, 11.0)
        for at, text in enumerate(("台北", "台南", "高雄"))
    ]
    assert [line.text for line in columns(short)] == ["台北", "台南", "高雄"]


def test_numbers_under_each_other_are_no_column():
    assert len(list(columns(column("123")))) == 3


@given(st.lists(st.text("中文ab（", min_size=1, max_size=3), max_size=8))
def test_nothing_is_lost(texts):
    lines = [Line(text, 500.0, 511.0, 700.0 - 11 * at, 11.0) for at, text in enumerate(texts)]
    assert "".join(line.text for line in columns(lines)) == "".join(texts)
