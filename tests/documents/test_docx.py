"""Word documents, made by python-docx: reading, putting text in, commenting; LibreOffice opens what we write."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from glossary.documents import Limits, Options, place, read
from glossary.documents.docx import comment, insert
from glossary.documents.normal import original, unify
from glossary.errors import UnreadableError
from glossary.model import Document, Span
from tests.documents import office

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SAMPLE = (  # paragraphs of runs: text and formatting
    (("Vice Premier ", ""), ("He Li", "bold"), ("feng", "italic"), (" met R&D <staff>", ""), (" today.", "bold")),
    (("Cafe\u0301 Noir ", "bold"), ("opened; ", ""), ("何立峰", "italic"), (" left.", "")),
)


def made(paragraphs=SAMPLE):
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for text, style in runs:
            run = paragraph.add_run(text)
            run.bold, run.italic = style == "bold" or None, style == "italic" or None
    return document


def saved(document, folder: Path, name: str = "a.docx") -> Path:
    document.save(str(folder / name))
    return folder / name


def text_of(path: Path) -> Document:
    return read(str(path))


def edited(path: Path, function, wanted, name: str = "b.docx") -> Path:
    out = io.BytesIO()
    function(str(path), wanted, out)
    written = path.with_name(name)
    written.write_bytes(out.getvalue())
    return written


def span(document: Document, name: str) -> Span:
    start = document.text.index(name)
    return Span(start, start + len(name))


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def shown(path: Path) -> list[list[tuple[str, object, object]]]:
    """For each paragraph the characters with their formatting that python-docx sees, however they are cut into runs."""
    paragraphs = docx.Document(str(path)).paragraphs
    return [[(letter, run.bold, run.italic) for run in found.runs for letter in run.text] for found in paragraphs]


# Reading


def test_paragraphs_are_lines_and_runs_are_joined(tmp_path: Path) -> None:
    found = text_of(saved(made(), tmp_path))
    assert found.text == "Vice Premier He Lifeng met R&D <staff> today.\nCafé Noir opened; 何立峰 left.\n"
    assert found.places == ((0, "paragraph 1"), (46, "paragraph 2"))
    assert place(found, found.text.index("何")).endswith("a.docx, paragraph 2")


def test_what_the_document_says_about_itself_is_its_source(tmp_path: Path) -> None:
    document = made()
    document.core_properties.title = "Trade talks"
    source = text_of(saved(document, tmp_path)).source
    assert source.title == "Trade talks"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", source.date)


def test_tables_are_rows_with_tabs(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(rows=2, cols=3)
    for place_, text in zip((0, 1, 3, 5), ("Tainan", "台南", "Taipei", "台北"), strict=True):
        table._cells[place_].text = text
    document.add_paragraph("after")
    text = text_of(saved(document, tmp_path)).text
    assert text == "before\nTainan\t台南\nTaipei\t\t台北\nafter\n"


def test_breaks_tabs_and_hyphens_are_characters(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("a\tb")
    run.add_break(WD_BREAK.LINE)
    run.add_text("c")
    run._r.append(parse_xml(f"<w:noBreakHyphen {nsdecls('w')}/>"))
    run.add_text("d")
    assert text_of(saved(document, tmp_path)).text == "a\tb\nc\u2011d\n"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUBY = "<w:rt><w:r><w:t>gone</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>here</w:t></w:r></w:rubyBase>"
HIDDEN = {
    "deleted": '<w:del w:id="1" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del>',
    "moved away": '<w:moveFrom w:id="1" w:author="x"><w:r><w:t>gone</w:t></w:r></w:moveFrom>',
    "field code": FIELD.format('HYPERLINK "x"', "here"),
    "contents": FIELD.format("TOC \\o", "gone"),
    "ruby": f"<w:r><w:ruby>{RUBY}</w:ruby></w:r>",
    "inserted": '<w:ins w:id="1" w:author="x"><w:r><w:t>here</w:t></w:r></w:ins>',
    "control": "<w:sdt><w:sdtContent><w:r><w:t>here</w:t></w:r></w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("xml", HIDDEN.values(), ids=HIDDEN)
def test_only_what_is_seen_on_paper_is_read(xml: str, tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("so ")
    for child in parse_xml(f"<w:p {W}>{xml}</w:p>"):
        paragraph._p.append(child)
    paragraph.add_run(" it is")
    wanted = "so here it is\n" if "here" in xml else "so  it is\n"
    assert text_of(saved(document, tmp_path)).text == wanted


def test_a_text_box_follows_its_paragraph_and_its_second_form_is_left_out(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    document = docx.Document()
    paragraph = document.add_paragraph("He Li")
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    drawn = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    paragraph._p.append(parse_xml(f"<w:r {W} {mc}><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>"))
    paragraph.add_run("feng (何立峰)")
    assert text_of(saved(document, tmp_path)).text == "He Lifeng (何立峰)\nboxed\n"


# Putting text in


def test_text_is_put_in_with_the_formatting_before_it(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    before = text_of(path)
    end = span(before, "He Lifeng").end
    written = edited(
        path,
        insert,
        [(end, " (何立峰)"), (span(before, "Café Noir").end, " [黑]"), (0, "«"), (span(before, "&").end, "&")],
    )
    after = text_of(written)
    assert (
        after.text == "«Vice Premier He Lifeng (何立峰) met R&&D <staff> today.\nCafé Noir [黑] opened; 何立峰 left.\n"
    )
    letters = shown(written)[0]
    put_in = letters[len("«Vice Premier He Lifeng") : len("«Vice Premier He Lifeng (何立峰)")]
    assert "".join(letter for letter, *_ in put_in) == " (何立峰)"
    assert {style for _, *style in map(tuple, put_in) for style in [tuple(style)]} == {(None, True)}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_put_in_comes_where_it_was_asked_for(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    alphabet = st.sampled_from("ab &<>何立峰é\u0301\t\n\u00a0𠮷\u2028")
    runs = st.lists(st.tuples(st.text(alphabet, max_size=6), st.sampled_from(["", "bold", "italic"])), max_size=4)
    paragraphs = data.draw(st.lists(runs, min_size=1, max_size=3))
    folder = tmp_path_factory.mktemp("docx")
    path = saved(made(paragraphs), folder)
    assume(any(text.strip() for runs_ in paragraphs for text, _ in runs_))  # a document without words is refused
    before = text_of(path)
    inside = [place_ for place_ in range(len(before.text)) if before.text[place_] != "\n"]
    offsets = sorted(data.draw(st.lists(st.sampled_from(inside or [0]), max_size=4, unique=True)))
    written = edited(path, insert, [(offset, "［x］") for offset in offsets])
    wanted = before.text
    for offset in reversed(offsets):
        wanted = wanted[:offset] + "［x］" + wanted[offset:]
    assert text_of(written).text == wanted
    old, new = members(path), members(written)
    assert {name for name in new if old.get(name) != new[name]} <= {"word/document.xml"}


def test_nothing_put_in_changes_no_byte(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    assert members(edited(path, insert, [])) == members(edited(path, comment, [], "c.docx")) == members(path)


def test_taking_out_what_was_put_in_gives_back_the_bytes(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    before = text_of(path)
    written = edited(path, insert, [(span(before, "Li").end, "［峰］"), (span(before, "何立峰").end, "［峰］")])
    xml = members(written)["word/document.xml"]
    assert xml.count("［峰］".encode()) == 2
    assert xml.replace("［峰］".encode(), b"") == members(path)["word/document.xml"]


@pytest.mark.parametrize("function", [insert, comment])
def test_what_is_written_may_unpack_to_as_much_as_what_is_read(function, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("a" * 2_000_000)
    path = saved(document, tmp_path)
    little, enough = (Options(limits=Limits(unpacked=megabytes)) for megabytes in (1, 5))
    function(str(path), [], io.BytesIO(), options=enough)
    with pytest.raises(UnreadableError, match="more than 1 MB"):
        function(str(path), [], io.BytesIO(), options=little)


def test_an_offset_without_text_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no text of the document is at 9999"):
        insert(str(saved(made(), tmp_path)), [(9999, "x")], io.BytesIO())


def test_text_goes_into_footnotes(tmp_path: Path) -> None:
    path = with_footnote(tmp_path)
    before = text_of(path)
    assert before.text == "Body.\nNote on He Lifeng.\n"
    assert place(before, 10).endswith(", footnote 2")
    written = edited(path, insert, [(span(before, "Lifeng").end, " (何立峰)")])
    assert text_of(written).text == "Body.\nNote on He Lifeng (何立峰).\n"


def with_footnote(folder: Path, call: str = '<w:r {}><w:footnoteReference w:id="2"/></w:r>') -> Path:
    """A document whose body calls footnote 2."""
    document = docx.Document()
    document.add_paragraph("Body.")._p.append(parse_xml(call.format(W)))
    path = saved(document, folder, "plain.docx")
    parts = members(path)
    note = "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Note on He Lifeng.</w:t></w:r></w:p>"
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{note}</w:footnote></w:footnotes>'
    parts["word/footnotes.xml"] = notes.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    relation = f'<Relationship Id="rIdNotes" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    parts[types] = parts[types].replace(b"</Types>", override.encode())
    written = folder / "notes.docx"
    with zipfile.ZipFile(written, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return written


# Commenting


def commented(path: Path) -> list[tuple[str, str]]:
    """What python-docx and the XML say: the text of each comment, and the text in its range."""
    found = docx.Document(str(path))
    texts = {str(entry.comment_id): entry.text for entry in found.comments}
    body = found.element.body
    ranges: dict[str, str] = {}
    open_: set[str] = set()
    for element in body.iter():
        tag = element.tag.rpartition("}")[2]
        number = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
        if tag == "commentRangeStart":
            open_.add(number)
        elif tag == "commentRangeEnd":
            open_.remove(number)
        elif tag == "t":
            for name in open_:
                ranges[name] = ranges.get(name, "") + (element.text or "")
    assert not open_
    assert {element.get(f"{{{element.nsmap['w']}}}id") for element in body.iter("{*}commentReference")} == set(texts)
    return [(texts[number], ranges.get(number, "")) for number in sorted(texts, key=int)]


NAMES = ("He Lifeng", "Vice Premier He", "何立峰", "Café Noir", "R&D <staff>", "Lifeng met", "V", ".")


def test_comments_stand_on_their_spans(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    before = text_of(path)
    written = edited(path, comment, [(span(before, name), f"on {name}\n& more") for name in NAMES])
    found = commented(written)
    assert [(text, unify(inside)) for text, inside in found] == [(f"on {name}\n& more", name) for name in NAMES]
    assert shown(written) == shown(path)
    assert text_of(written).text == before.text
    old, new = members(path), members(written)
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed == {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_comments_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    document = made()
    document.add_comment(document.paragraphs[0].runs[0], text="there before", author="Editor", initials="E")
    path = saved(document, tmp_path)
    once = edited(path, comment, [(span(text_of(path), "何立峰"), "first")])
    twice = edited(once, comment, [(span(text_of(path), "何立峰"), "second")], "c.docx")
    assert [text for text, _ in commented(twice)] == ["there before", "first", "second"]
    assert [inside for _, inside in commented(twice)] == ["Vice Premier ", "何立峰", "何立峰"]


def test_a_footnote_whose_call_was_deleted_is_not_read(tmp_path: Path) -> None:
    call = '<w:del {} w:id="1" w:author="A"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    assert text_of(with_footnote(tmp_path, call)).text == "Body.\n"


def test_a_comment_on_a_footnote_stands_where_it_is_called(tmp_path: Path) -> None:
    path = with_footnote(tmp_path)
    written = edited(path, comment, [(span(text_of(path), "He Lifeng"), "a name")])
    assert [text for text, _ in commented(written)] == ["a name"]
    body = members(written)["word/document.xml"].decode()
    inside = re.search(r"<w:commentRangeStart[^>]*>(.*)<w:commentRangeEnd", body, re.DOTALL)
    assert inside
    assert "footnoteReference" in inside[1]
    assert members(written)["word/footnotes.xml"] == members(path)["word/footnotes.xml"]


def test_a_comment_may_go_over_paragraphs_and_overlap_another(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    text = text_of(path).text
    spans = [Span(text.index("today"), text.index("Noir") + 4), Span(text.index("Café"), text.index("opened") + 6)]
    written = edited(path, comment, [(wanted, str(number)) for number, wanted in enumerate(spans)])
    assert [unify(inside) for _, inside in commented(written)] == ["today.Café Noir", "Café Noir opened"]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_comments_change_neither_text_nor_formatting(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = saved(made(), tmp_path_factory.mktemp("docx"))
    before = text_of(path)
    place_ = st.integers(0, len(before.text) - 2)
    pairs = data.draw(st.lists(st.tuples(place_, place_).filter(lambda pair: pair[0] != pair[1]), max_size=5))
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    spans = [wanted for wanted in spans if wanted.of(before.text).strip()]
    written = edited(path, comment, [(wanted, "x") for wanted in spans])
    assert [unify(inside) for _, inside in commented(written)] == [
        wanted.of(before.text).replace("\n", "") for wanted in spans
    ]
    assert shown(written) == shown(path)
    assert text_of(written).text == before.text


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    wanted = [(span(text_of(path), "何立峰"), "x")]
    assert edited(path, comment, wanted).read_bytes() == edited(path, comment, wanted, "c.docx").read_bytes()


# LibreOffice


@pytest.mark.client
def test_libreoffice_opens_what_we_write_and_keeps_text_comments_and_formatting(tmp_path: Path) -> None:
    path = saved(made(), tmp_path)
    before = text_of(path)
    glossed = edited(path, insert, [(span(before, "He Lifeng").end, " (何立峰)")], "glossed.docx")
    noted = edited(glossed, comment, [(span(text_of(glossed), "Café Noir"), "黑咖啡 & more")], "noted.docx")
    again = office.convert(noted, "docx")
    assert text_of(again).text == text_of(noted).text
    assert [(text, unify(inside)) for text, inside in commented(again)] == [("黑咖啡 & more", "Café Noir")]
    assert shown(again)[0] == shown(noted)[0]
    assert office.convert(noted, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig").splitlines()[0] == (
        "Vice Premier He Lifeng (何立峰) met R&D <staff> today."
    )


# Offsets


@given(st.text(st.sampled_from("ae\u0301\r\n何\u2028\u1100\u1161\u11a8")))
def test_offsets_lead_back_to_the_text_before_normal_form(text: str) -> None:
    normal = unify(text)
    for offset, found in zip(range(len(normal) + 1), original(text, range(len(normal) + 1)), strict=True):
        assert unify(text[:found]) == normal[:offset]
