"""PDFs made by LibreOffice, and by hand where a detail matters: names come out whole, whatever the lines did."""

from __future__ import annotations

from pathlib import Path

import docx
import pikepdf
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from glossary.documents import Limits, Options, place, read
from glossary.documents.lines import Line
from glossary.documents.paragraphs import joined
from glossary.errors import DocumentWarning, UnreadableError
from glossary.model import Document
from glossary.pipeline import extract
from tests.documents import office

SENTENCE = (
    "Chinese Vice Premier He Lifeng (何立峰) met US Treasury Secretary Scott Bessent yesterday in Geneva, where both "
    "sides spoke of tariffs. Shares in Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose, and former "
    "president Tsai Ing-wen (蔡英文) said the responsibilities of internationalization were clear to "
    "ByteDance Ltd (字節跳動)."
)
CHINESE = (
    "中国国务院副总理何立峰（He Lifeng）昨天在瑞士与美国财政部长贝森特（Scott Bessent）会面，双方就关税问题交换意见。"
)
NAMES = {"何立峰", "台積電", "蔡英文", "字節跳動"}


def printed(document, folder: Path) -> Document:
    document.save(str(folder / "a.docx"))
    return read(str(office.convert(folder / "a.docx", "pdf")))


def paragraphs(document, texts, **more) -> None:
    for text in texts:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = more.get("alignment")
        paragraph.paragraph_format.space_after = Pt(more.get("space", 0))


# What LibreOffice prints


@pytest.mark.client
@pytest.mark.parametrize("alignment", [None, WD_ALIGN_PARAGRAPH.JUSTIFY], ids=["ragged", "justified"])
@pytest.mark.parametrize("space", [0, 8], ids=["close", "apart"])
def test_paragraphs_come_back_as_they_were(alignment, space: int, tmp_path: Path) -> None:
    wanted = [f"{'So ' * number}{SENTENCE}" for number in range(16)] + [CHINESE * number for number in range(1, 6)]
    document = docx.Document()
    paragraphs(document, wanted, alignment=alignment, space=space)
    found = printed(document, tmp_path)
    assert [mention.pair.chinese for mention in extract(found)].count("何立峰") == 16 + 15
    assert not [line for line in wanted if line not in found.text]
    # A paragraph whose last line is full cannot be told from one that goes on, unless they stand apart.
    assert sum(line in found.text.splitlines() for line in wanted) >= (20 if space else 12)
    assert [label for _, label in found.places] == [f"page {number}" for number in range(1, len(found.places) + 1)]


@pytest.mark.client
def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("A heading that goes over both of the columns of the page", 1)
    section = document.add_section(WD_SECTION.CONTINUOUS)
    section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="720"/>'))
    for old in section._sectPr.findall("{*}cols")[:-1]:
        section._sectPr.remove(old)
    paragraphs(document, [SENTENCE] * 12)
    found = printed(document, tmp_path)
    mentions = [mention.pair for mention in extract(found)]
    assert {chinese: sum(pair.chinese == chinese for pair in mentions) for chinese in NAMES} == dict.fromkeys(NAMES, 12)
    assert {pair.english for pair in mentions if pair.chinese == "蔡英文"} == {"Tsai Ing-wen"}
    assert "responsibilities of internationalization" in found.text


@pytest.mark.client
def test_running_heads_do_not_tear_sentences_apart(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Annual report of the Palace Museum"
    footer = section.footer.paragraphs[0]._p
    number = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    footer.append(parse_xml(number))
    paragraphs(document, [" ".join([SENTENCE] * 60)])
    found = printed(document, tmp_path)
    assert len(found.places) > 3
    assert found.text.count("Annual report") == 1
    assert found.text.splitlines()[1:] == [" ".join([SENTENCE] * 60)]


@pytest.mark.client
def test_rows_of_tables_and_lists_stay_lines(tmp_path: Path) -> None:
    document = docx.Document()
    paragraphs(document, [SENTENCE])
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate((("Tainan", "台南"), ("Taipei", "台北"), ("Hualien", "花蓮"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    for text in ("Keelung 基隆", "Hsinchu 新竹", "Chiayi 嘉義"):
        document.add_paragraph(text, style="List Bullet")
    found = printed(document, tmp_path)
    chinese = [mention.pair.chinese for mention in extract(found)]
    assert chinese[4:] == ["台南", "台北", "花蓮", "基隆", "新竹", "嘉義"]


# Details


def lines(*texts: str, right: float = 200.0) -> list[Line]:
    """Lines of a full column, the last one short."""
    return [
        Line(text, 50.0, 90.0 if text is texts[-1] else right, 700.0 - 12 * number, 10.0, first=30.0)
        for number, text in enumerate(texts)
    ]


JOINED = {
    "bracket": (("premier He Lifeng", "(何立峰) met"), "premier He Lifeng (何立峰) met"),
    "inside a bracket": (("He Lifeng (何", "立峰) met"), "He Lifeng (何立峰) met"),
    "chinese": (("副总理何立", "峰（He Lifeng）"), "副总理何立峰（He Lifeng）"),
    "after a comma": (("(TSMC,", "台積電) rose"), "(TSMC, 台積電) rose"),
    "divided": (("the Semicon\ufffe", "ductor firm"), "the Semiconductor firm"),
    "name with a hyphen": (("president Tsai Ing\ufffe", "wen said"), "president Tsai Ing-wen said"),
    "name with a hyphen in Hakka": (("minister Yong Nyuk\ufffe", "lin said"), "minister Yong Nyuk-lin said"),
    "seen whole with a hyphen": (("a well\ufffe", "known well-known man"), "a well-known well-known man"),
    "seen whole without": (("in Tai\ufffe", "wan, Taiwan"), "in Taiwan, Taiwan"),
    "capital": (("the Anglo\ufffe", "American"), "the Anglo-American"),
    "dash": (("he came -", "and went"), "he came - and went"),
    "ligatures": (("the oﬃcials", "of ﬁnance"), "the officials of finance"),
    "radicals": (("何⽴峰 of ⻄安", "and ⻑安"), "何立峰 of 西安 and 長安"),
    "spaced out": (("said 何 立 峰", "of China"), "said 何立峰 of China"),
    "two names": (("何立峰 林劍", "spoke"), "何立峰 林劍 spoke"),
    "bullet": (("• one", "• two"), "• one\n• two"),
    "number": (("1. one", "2. two"), "1. one\n2. two"),
    "soft hyphens": (("Pa\u00adlace", "Museum"), "Palace Museum"),
}


@pytest.mark.parametrize(("texts", "wanted"), JOINED.values(), ids=JOINED)
def test_lines_are_joined_as_the_author_wrote_them(texts: tuple[str, ...], wanted: str) -> None:
    assert "".join(piece.text for piece in joined([lines(*texts)])) == f"{wanted}\n"


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    page = [*lines("one two three four five", "six seven."), *lines("Eight nine", "ten.")]
    page[2:] = [Line(line.text, line.left, line.right, line.bottom - 24, line.height, line.first) for line in page[2:]]
    assert "".join(piece.text for piece in joined([page])) == "one two three four five six seven.\nEight nine ten.\n"


def test_a_bracket_over_two_pages_is_whole() -> None:
    pages = [lines("the vice premier of China, He Lifeng (何", right=200.0)[:1], lines("立峰) met others", "today")]
    pieces = list(joined(pages))
    assert "".join(piece.text for piece in pieces) == "the vice premier of China, He Lifeng (何立峰) met others today\n"
    assert [piece.place for piece in pieces] == ["page 1", "page 2", "page 2"]


# Made by hand


def drawn(folder: Path, contents: list[bytes], **options: object) -> Path:
    """A PDF with these streams on its pages, in Helvetica."""
    pdf = pikepdf.new()
    for content in contents:
        page = pdf.add_blank_page(page_size=(612, 792))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(content)
    pdf.save(folder / "a.pdf", **options)
    return folder / "a.pdf"


WRITTEN = b"BT /F1 12 Tf 72 720 Td (He Lifeng spoke.) Tj ET"


def test_the_page_is_the_place(tmp_path: Path) -> None:
    found = read(str(drawn(tmp_path, [WRITTEN, WRITTEN.replace(b"spoke", b"left")])))
    assert found.text == "He Lifeng spoke.\nHe Lifeng left.\n"
    assert place(found, found.text.index("left")).endswith("a.pdf, page 2")


FEET = {
    "pages": (["Report 1", "Report 2", "Report 3", "Report 4"], 1),
    "chapters": (["Chapter 1", "Chapter 1", "Chapter 2", "Chapter 2"], 1),
    "roman": (["page iv", "page v", "page 1", "page 2"], 1),
    "records": (["and so on, no. 10.", "and so on, no. 25.", "and so on, no. 31.", "and so on, no. 47."], 4),
}


@pytest.mark.parametrize(("feet", "left"), FEET.values(), ids=FEET)
def test_lines_whose_numbers_do_not_grow_with_the_pages_are_no_running_feet(feet: list[str], left: int) -> None:
    pages = [[Line(f"Text of {word}."), Line(foot)] for word, foot in zip("abcd", feet, strict=True)]
    text = "".join(piece.text for piece in joined(pages))
    assert sum(foot in text for foot in dict.fromkeys(feet)) == left


def test_a_page_that_unpacks_to_far_more_than_text_is_refused(tmp_path: Path) -> None:
    path = str(drawn(tmp_path, [WRITTEN, WRITTEN + b" " * 200_000]))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.save(path, compress_streams=True)
    with pytest.raises(UnreadableError, match=r"has a page that unpacks to more than 0\.1 MB.*--limit unpacked=4"):
        read(path, options=Options(limits=Limits(unpacked=1)))
    assert "He Lifeng" in read(path, options=Options(limits=Limits(unpacked=4))).text


def test_pictures_of_pages_are_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"holds pictures of pages but no text.*ocrmypdf"):
        read(str(drawn(tmp_path, [b"0 0 100 100 re f"] * 3)))


SCANNED = b"q 200 0 0 200 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def test_scanned_pages_among_others_are_told_of_once(tmp_path: Path) -> None:
    path = drawn(tmp_path, [WRITTEN, SCANNED, SCANNED, b"", WRITTEN, SCANNED])
    with pytest.warns(DocumentWarning) as told:
        assert read(str(path)).text == "He Lifeng spoke.\nHe Lifeng spoke.\n"
    assert [str(one.message).removeprefix(f"{path}: ") for one in told] == [
        "pages 2-3, 6 of 6 hold pictures but no text. Run character recognition on it first, for example with ocrmypdf"
    ]


def test_one_scanned_page_is_told_of_in_the_singular(tmp_path: Path) -> None:
    path = drawn(tmp_path, [WRITTEN, SCANNED])
    with pytest.warns(DocumentWarning, match="page 2 of 2 holds pictures but no text"):
        read(str(path))


@pytest.mark.client
def test_text_from_top_to_bottom_is_read_column_by_column(tmp_path: Path) -> None:
    document = docx.Document()
    direction = parse_xml(f'<w:textDirection {nsdecls("w")} w:val="tbRl"/>')
    document.sections[0]._sectPr.append(direction)
    paragraphs(document, [CHINESE] * 3)
    with pytest.warns(DocumentWarning, match="on page 1 text goes from top to bottom"):
        text = printed(document, tmp_path).text
    assert text.count("副总理何立峰（") == text.count("财政部长贝森特（") == 3


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = drawn(tmp_path, [WRITTEN], encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(UnreadableError, match="is encrypted"):
        read(str(path))


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    path = drawn(tmp_path, [WRITTEN], encryption=pikepdf.Encryption(owner="o", user=""))
    assert read(str(path)).text == "He Lifeng spoke.\n"


def test_too_many_pages_are_refused_and_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = str(drawn(tmp_path, [WRITTEN] * 12))
    with pytest.raises(UnreadableError, match=r"has 12 pages, more than 10\. .*--limit pages=12"):
        read(path, options=Options(limits=Limits(pages=10)))
    assert read(path, options=Options(limits=Limits(pages=12))).text


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.95])
def test_a_file_cut_off_is_read_or_refused(kept: float, tmp_path: Path) -> None:
    path = drawn(tmp_path, [WRITTEN] * 3)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    try:
        found = read(str(path))
    except UnreadableError as error:
        assert "damaged or incomplete" in str(error) or "no text" in str(error)  # noqa: PT017
    else:
        assert "He Lifeng" in found.text
