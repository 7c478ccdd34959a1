"""Every kind of file that is read, written by the programs that people write it with."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.util import Inches

from glossary.documents import READERS, Options, place, read, readers, walk
from glossary.errors import DocumentWarning, InputError
from glossary.model import Document
from glossary.pipeline import extract
from tests.documents import office

LINES = (
    "Chinese Vice Premier He Lifeng (何立峰) met US Treasury Secretary Scott Bessent in Geneva on Friday.",
    "Shares in Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose 2 percent in early trade.",
    "財政部長貝森特（Scott Bessent）昨天抵達。",
)
NAMES = {"何立峰", "台積電", "貝森特"}


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def names(document: Document) -> set[str]:
    return {mention.pair.chinese for mention in extract(document)}


def where(document: Document, text: str) -> str:
    return place(document, document.text.index(text)).removeprefix(document.source.path)


def word(folder: Path) -> Path:
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.core_properties.title = "Trade talks"
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def slides(folder: Path) -> Path:
    deck = pptx.Presentation()
    deck.core_properties.title = "Trade talks"
    for line in LINES:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = line
    slide.notes_slide.notes_text_frame.text = "Ask for Lin Jian (林劍) of the ministry."
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(3), Inches(5), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Tainan", "台南"
    deck.save(str(folder / "a.pptx"))
    return folder / "a.pptx"


PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Trade talks</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2026-07-01T08:00:00Z">
<link rel="canonical" href="https://example.org/a"><script>var x = "Script Person (寫程式)";</script>
<style>/* Style Person (風格人) */</style></head><body><nav><a href="/z">Menu Person (選單人)</a></nav><article>
<h1>Trade talks</h1>{"".join(f"<p>{line.replace('何立峰', '<b>何立<i>峰</i></b>')}</p>" for line in LINES)}
<p>The two sides will meet again in the autumn, officials said, to settle what remains open between them.</p></article>
<footer>Written by Footer Person (頁腳人)</footer></body></html>"""


# Word, slides, OpenDocument, EPUB


def test_slides_are_read_in_order_with_tables_and_notes(tmp_path: Path) -> None:
    found = read(str(slides(tmp_path)))
    assert found.text.splitlines() == [*LINES, "Tainan\t台南", "Ask for Lin Jian (林劍) of the ministry."]
    assert [label for _, label in found.places] == ["slide 1", "slide 2", "slide 3", "notes of slide 3"]
    assert found.source.title == "Trade talks"
    assert names(found) == {*NAMES, "台南", "林劍"}


@pytest.mark.client
@pytest.mark.parametrize("kind", ["odt", "fodt", "epub", "pdf", "html", "txt:Text (encoded):UTF8"])
def test_what_libreoffice_writes_is_read(kind: str, tmp_path: Path) -> None:
    found = read(str(office.convert(word(tmp_path), kind)))
    assert names(found) == NAMES
    assert [line for line in found.text.splitlines() if line in LINES] == list(LINES)
    if kind in {"odt", "fodt", "epub", "pdf", "html"}:
        assert found.source.title == "Trade talks"


@pytest.mark.client
def test_a_presentation_of_libreoffice_is_read(tmp_path: Path) -> None:
    found = read(str(office.convert(slides(tmp_path), "odp")))
    assert names(found) >= {*NAMES, "台南"}
    assert [label for _, label in found.places] == ["slide 1", "slide 2", "slide 3", "notes of slide 3"]


ODT = """<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:meta><dc:title>Talks</dc:title></office:meta>
<office:body><office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>
<text:p>He <text:span>Li</text:span>feng<text:s text:c="2"/>(<text:ruby
><text:ruby-base>何立峰</text:ruby-base><text:ruby-text
 >he</text:ruby-text></text:ruby>)<text:note><text:note-citation>1</text:note-citation><text:note-body>
<text:p>noted</text:p></text:note-body></text:note><office:annotation><text:p>remark</text:p></office:annotation>
   spoke.</text:p><table:table><table:table-row><table:table-cell><text:p>Tainan</text:p></table:table-cell>
<table:table-cell><text:p>台南</text:p></table:table-cell></table:table-row></table:table></office:text></office:body>
</office:document>"""


def test_only_what_is_seen_of_an_opendocument_text_is_read(tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.fodt", ODT)))
    assert found.text.splitlines()[0] == "He Lifeng  (何立峰) spoke."
    assert found.text.splitlines()[1:] == ["noted", "Tainan\t台南"]
    assert found.source.title == "Talks"


SPACES = {
    "office": "office", "text": "text", "style": "style", "draw": "drawing", "presentation": "presentation"
}  # fmt: skip
OPF = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>A Book</dc:title><dc:publisher>The Press</dc:publisher><dc:date>2025-03</dc:date></metadata><manifest>
<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/><item id="i" href="i.png" media-type="image/png"/>
<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/>
<itemref idref="i"/><itemref idref="b"/></spine></package>"""
XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
)


def book(folder: Path, **more: str) -> Path:
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/c.opf"/></rootfiles></container>',
        "OEBPS/c.opf": OPF,
        "OEBPS/one.xhtml": XHTML.format(f"<h1>One</h1><p>{LINES[0]}</p>"),
        "OEBPS/two b.xhtml": XHTML.format(f"<p>{LINES[1]}</p><script>bad()</script><p>{LINES[2]}</p>"),
        **more,
    }
    with zipfile.ZipFile(folder / "a.epub", "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return folder / "a.epub"


def test_a_book_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    found = read(str(book(tmp_path)))
    assert found.text.splitlines() == ["One", *LINES]
    assert found.places[0] == (0, "part 1")
    assert where(found, "台積電") == ", part 2"
    assert (found.source.title, found.source.publisher, found.source.date) == ("A Book", "The Press", "2025-03")


def test_a_locked_book_is_refused(tmp_path: Path) -> None:
    cipher = '<e:CipherReference URI="OEBPS/one.xhtml"/>'
    lock = f'<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">{cipher}</encryption>'
    with pytest.raises(InputError, match="DRM"):
        read(str(book(tmp_path, **{"META-INF/encryption.xml": lock})))


# Headings, as each kind of file marks them

NEWS = (
    ("He Lifeng in Paris", "Heading 1"),
    ("He Lifeng (何立峰) spoke.", ""),
    ("Reactions", "Heading 2"),
    ("None.", ""),
)
HEADINGS = [text for text, style in NEWS if style]


def headings(path: Path) -> list[str]:
    found = read(str(path))
    return [span.of(found.text).strip() for span in found.headings]


def headed(folder: Path) -> Path:
    document = docx.Document()
    for text, style in NEWS:
        document.add_paragraph(text, style or None)
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def test_headings_of_word_have_a_style_or_a_level(tmp_path: Path) -> None:
    document = docx.Document(str(headed(tmp_path)))
    own = document.styles.add_style("Zwischentitel", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    plain = document.styles.add_style("Plain", WD_STYLE_TYPE.PARAGRAPH)
    plain.base_style = own
    plain.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="9"/>'))
    for text, style in (("Title", "Title"), ("Own", "Zwischentitel"), ("Plain", "Plain"), ("Leveled", None)):
        paragraph = document.add_paragraph(text, style)
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    once = document.add_paragraph("No more")
    former = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    change = f'<w:pPrChange {nsdecls("w")} w:id="1" w:author="a">{former}</w:pPrChange>'
    once._p.get_or_add_pPr().append(parse_xml(change))
    document.save(str(tmp_path / "a.docx"))
    assert headings(tmp_path / "a.docx") == [*HEADINGS, "Title", "Own", "Leveled"]


def test_styles_that_cannot_be_read_do_not_cost_the_text(tmp_path: Path) -> None:
    with zipfile.ZipFile(headed(tmp_path)) as whole, zipfile.ZipFile(tmp_path / "b.docx", "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, whole.read(name)[: 500 if name == "word/styles.xml" else None])
    assert read(str(tmp_path / "b.docx")).text.splitlines() == [text for text, _ in NEWS]


def test_headings_of_slides_are_their_titles(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for layout, lines in ((0, ("A Talk", "By He Lifeng")), (1, ("He Lifeng in Paris", "He Lifeng spoke."))):
        slide = deck.slides.add_slide(deck.slide_layouts[layout])
        for place_, text in zip(slide.placeholders, lines, strict=True):
            place_.text = text
    slide.shapes.add_textbox(0, 0, 9, 9).text_frame.text = "A box"
    deck.save(str(tmp_path / "a.pptx"))
    assert headings(tmp_path / "a.pptx") == ["A Talk", "By He Lifeng", "He Lifeng in Paris"]


@pytest.mark.client
@pytest.mark.parametrize("kind", ["odt", "fodt", "html"])  # its EPUB marks none
def test_headings_that_libreoffice_writes_are_known(kind: str, tmp_path: Path) -> None:
    assert headings(office.convert(headed(tmp_path), kind)) == HEADINGS


@pytest.mark.parametrize("whole", [True, False])
def test_headings_of_a_page(whole: bool, tmp_path: Path) -> None:
    page = written(
        tmp_path, "a.html", PAGE.replace("<h1>Trade talks</h1>", "<h2 class='header'>Trade <b>talks</b></h2>")
    )
    found = read(str(page), options=Options(whole_page=whole))
    assert [span.of(found.text).strip() for span in found.headings] == ["Trade talks"]
    assert headings(book(tmp_path)) == ["One"]


def test_headings_of_opendocument(tmp_path: Path) -> None:
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{name}="{urn}:{space}:1.0"' for name, space in SPACES.items())
    style = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = (
        '<text:p text:style-name="P1">Title</text:p><text:h text:outline-level="1">One</text:h><text:p>Text</text:p>'
        '<draw:frame presentation:class="title"><text:p>Of a slide</text:p></draw:frame>'
        "<draw:frame><text:p>Box</text:p></draw:frame>"
    )
    document = (
        f"<office:document{spaces}><office:automatic-styles>{style}</office:automatic-styles><office:body><office:text>"
        f"{body}</office:text></office:body></office:document>"
    )
    assert headings(written(tmp_path, "a.fodt", document)) == ["Title", "One", "Of a slide"]


# Web pages


def test_a_short_page_is_not_torn_apart_at_its_tags(tmp_path: Path) -> None:
    page = written(tmp_path, "a.html", '<body><p>He Lifeng (<font face="x">何立峰</font>) spoke.</p><p>No.</p>')
    assert read(str(page)).text == "He Lifeng (何立峰) spoke.\nNo.\n"


@pytest.mark.parametrize("whole", [False, True])
def test_english_above_a_chinese_word_is_its_gloss_and_pinyin_is_left_out(tmp_path, whole):
    ruby = "<ruby>守护进程<rp>（</rp><rt>daemon</rt><rp>）</rp></ruby>在<ruby>廬山<rt>Lúshān</rt></ruby>上。"
    page = f"<html><body><article><p>{'他说了很多话。' * 20}</p><p>一个{ruby}</p></article></body></html>"
    found = read(str(written(tmp_path, "r.html", page)), options=Options(whole_page=whole)).text
    assert "一个守护进程（daemon）在廬山" in found
    assert "Lúshān" not in found


def test_the_article_of_a_page_is_read_without_its_menus(tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.html", PAGE)))
    assert names(found) == NAMES
    assert [line for line in found.text.splitlines() if line in LINES] == list(LINES)
    source = found.source
    assert (source.title, source.publisher, source.url, source.date) == (
        "Trade talks", "The Daily", "https://example.org/a", "2026-07-01",
    )  # fmt: skip
    assert where(found, "台積電") == ", paragraph 3"


SAID = (
    "<p>The railway is to run its full length again, the agency said on Monday. The line had been cut since a typhoon "
    "in 2009, and many travellers had asked when it would be open to all of them.</p>\n"
)
STOPS = "<li>Beimen Station (北門車站)</li><li>Zhuqi (竹崎)</li>"
LINKED = "<li><a href='/x'>Beimen Station</a> (北門車站)</li><li><a href='/x'>Zhuqi</a> (竹崎)</li>"
LISTS = {
    "a short page": f"{SAID}<ul>{STOPS}</ul>",
    "links": f"{SAID * 4}<ul>{LINKED}</ul>{SAID * 3}",
    "sections": f"<div id='page'><section>{SAID * 4}<ul>{LINKED}</ul>{SAID * 3}</section></div>",
    "definitions": f"{SAID}<dl><dt>Beimen Station (北門車站)</dt><dd>Zhuqi (竹崎)</dd></dl>",
}


@pytest.mark.parametrize("page", LISTS.values(), ids=LISTS)
def test_lists_of_an_article_are_read_and_not_those_around_it(page: str, tmp_path: Path) -> None:
    around = (
        "<nav><ul><li><a href='/'>Home (首頁)</a></li></ul></nav><div class='side-menu'><ul><li>Sport (體育)</li></ul>"
        f"</div><h1>Reopened</h1>{page}<div class='related'><ul><li><a href='/r'>Old news (舊聞)</a></li></ul></div>"
        "<footer><ul><li>Privacy (隱私)</li></ul><p>Copyright Example (範例)</p></footer>"
    )
    html = f"<!DOCTYPE html><html><head><title>t</title></head><body>{around}</body></html>"
    text = read(str(written(tmp_path, "a.html", html))).text
    names = ("首頁", "體育", "北門車站", "竹崎", "舊聞", "隱私", "範例")
    assert [name for name in names if name in text] == ["北門車站", "竹崎"]
    assert text.index("all of them.") < text.index("北門車站") < text.index("竹崎")


def test_the_whole_page_can_be_read_but_never_its_scripts(tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.html", PAGE)), options=Options(whole_page=True))
    assert {"選單人", "頁腳人"} <= names(found)
    assert "寫程式" not in found.text
    assert "風格人" not in found.text
    assert found.source.publisher == "The Daily"


WHOLE = {
    "inline": ("He <b>Li</b>feng (<a href=x>何<i>立</i>峰</a>)", "He Lifeng (何立峰)"),
    "blocks": ("<p>one</p>two<div>three<br>four</div>", "one\ntwo\nthree\nfour"),
    "table": ("<table><tr><td>Tainan</td><td>台南</td></tr><tr><td>a<td>b</table>", "Tainan\t台南\na\tb"),
    "broken lines": ("<p>He\nLifeng (何立\n峰)</p>", "He Lifeng (何立峰)"),
    "ruby": ("<ruby>何<rp>(</rp><rt>he</rt><rp>)</rp></ruby>立峰", "何立峰"),
    "comment": ("何<!-- x -->立峰", "何立峰"),
    "entities": ("R&amp;D &lt;x&gt; &#20309;&nbsp;立", "R&D <x> 何\u00a0立"),
    "hidden": ("<script>a</script><style>b</style><noscript>c</noscript><svg><text>d</text></svg>seen", "seen"),
}  # fmt: skip


@pytest.mark.parametrize(("page", "text"), WHOLE.values(), ids=WHOLE)
def test_the_text_of_a_page_is_what_a_browser_shows(page: str, text: str, tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.html", f"<body>{page}</body>")), options=Options(whole_page=True))
    assert found.text == f"{text}\n"


CHARSETS = {
    "meta": ("big5", '<meta charset="big5">'),
    "http-equiv": ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    "none": ("cp950", ""),
    "wrong": ("utf-8", '<meta charset="big5">'),
    "unknown": ("utf-8", '<meta charset="x-unheard-of">'),
}


@pytest.mark.parametrize(("encoding", "meta"), CHARSETS.values(), ids=CHARSETS)
def test_the_encoding_of_a_page_is_the_one_it_states_if_it_is_in_that(encoding: str, meta: str, tmp_path: Path) -> None:
    page = f"<html><head>{meta}</head><body><p>中國國務院副總理何立峰昨天在瑞士與美國財政部長會面</p></body></html>"
    found = read(str(written(tmp_path, "a.html", page.encode(encoding))))
    assert "副總理何立峰" in found.text


def test_a_byte_that_a_page_cut_in_half_does_not_cost_the_page(tmp_path: Path) -> None:
    page = PAGE.replace("</article>", f"<p>{'Nothing was decided. ' * 200}</p></article>").encode()
    broken = page.replace("峰".encode(), "峰".encode() + b"\xe5", 1)
    assert names(read(str(written(tmp_path, "a.html", broken)))) >= {"台積電", "貝森特"}


# Subtitles, JSON Lines, bilingual files

SRT = """1
00:00:01,000 --> 00:00:03,000 X1:0
<i>Chinese Vice Premier He</i>
<i>Lifeng (何立峰)</i> spoke.

2
00:01:04,000 --> 00:01:05,500
{\\an8}貝森特抵達。
Bessent arrives.

3
00:01:06,000 --> 00:01:07,000
- Who?
- Him.
"""
VTT = """WEBVTT

STYLE
::cue { color: red }

NOTE a remark

intro
00:01.000 --> 00:03.000 align:start
<v Anna>Chinese Vice Premier <c.name>He Lifeng</c> (何立峰) &amp; others
"""


def test_cues_are_lines_without_tags_and_times(tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.srt", SRT.replace("\n", "\r\n"))))
    assert found.text.splitlines() == [
        "Chinese Vice Premier He Lifeng (何立峰) spoke.", "貝森特抵達。", "Bessent arrives.", "- Who?", "- Him.",
    ]  # fmt: skip
    assert where(found, "Bessent") == ", cue 2 (00:01:04)"
    found = read(str(written(tmp_path, "a.vtt", VTT)))
    assert (found.text, found.places) == ("Chinese Vice Premier He Lifeng (何立峰) & others\n", ((0, "cue 1 (00:01)"),))


def test_records_are_lines(tmp_path: Path) -> None:
    records = [{"id": 1, "text": LINES[0]}, {"id": 2, "text": "two\nlines"}]
    path = written(tmp_path, "a.jsonl", "\n\n".join(json.dumps(record) for record in records))
    found = read(str(path))
    assert found.text.splitlines() == [LINES[0], "two", "lines"]
    assert where(found, "two") == ", line 3"


def test_the_field_of_records_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"body": {"content": "He Lifeng (何立峰)"}, "title": "x"}')
    assert read(str(path), options=Options(field="body.content")).text == "He Lifeng (何立峰)\n"
    with pytest.raises(InputError, match=r"a\.jsonl:1: has no text in a field 'text'\. .*--field title"):
        read(str(path))


def test_records_without_a_text_are_told_of_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "one"}\n{"id": 2}\n{"text": "three"}\n{"text": null}\n')
    with pytest.warns(DocumentWarning) as told:
        found = read(str(path))
    assert (found.text, where(found, "three")) == ("one\nthree\n", ", line 3")
    assert [str(one.message).removeprefix(f"{path}: ") for one in told] == [
        "2 of 4 records have no text in a field 'text', the first on line 2; they are passed over"
    ]


def test_segments_are_read_with_their_translations(tmp_path: Path) -> None:
    tmx = (
        '<tmx version="1.4"><header srclang="en"/><body><tu tuid="7"><tuv xml:lang="en"><seg>He Lifeng</seg></tuv>'
        '<tuv xml:lang="zh-TW"><seg>何立峰</seg></tuv></tu></body></tmx>'
    )
    found = read(str(written(tmp_path, "a.tmx", tmx)))
    assert (found.text, where(found, "何")) == ("He Lifeng\n何立峰\n\n", ", segment 7")


# All


def test_a_file_is_what_it_holds_whatever_it_is_called(tmp_path: Path) -> None:
    for made, text in ((word(tmp_path), LINES[0]), (slides(tmp_path), LINES[0]), (book(tmp_path), "One")):
        for name in (tmp_path / "renamed", tmp_path / "renamed.txt"):
            name.write_bytes(made.read_bytes())
            assert read(str(name)).text.splitlines()[0] == text
    for text in (PAGE, VTT, ODT):
        assert read(str(written(tmp_path, "unnamed", text))).places


def test_a_folder_gives_files_of_all_known_kinds(tmp_path: Path) -> None:
    suffixes = sorted({suffix for reader in READERS for suffix in reader.suffixes})
    for suffix in [*suffixes, ".png", ".zip", ".csv", ".py"]:
        written(tmp_path, f"a{suffix}", "x")
    assert [Path(path).suffix for path in walk([str(tmp_path)])] == suffixes
    assert set(suffixes) >= {".txt", ".md", ".html", ".docx", ".pptx", ".odt", ".epub", ".pdf", ".srt", ".xlf", ".tmx"}


def test_a_line_of_a_text_is_its_place(tmp_path: Path) -> None:
    found = read(str(written(tmp_path, "a.md", "one\n\nHe Lifeng (何立峰)\n")))
    assert (found.places, where(found, "何")) == ((), ":3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "name"),
    [("<!DOCTYPE html>\n<p>a", "web page"), ('<?xml version="1.0"?>\n<tmx version="1.4">', "translation memory (TMX)")],
)
def test_a_text_without_a_name_says_what_it_is_in_any_encoding(text, name, encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert readers.find(mark + text.encode(encoding), path="-").name == name
