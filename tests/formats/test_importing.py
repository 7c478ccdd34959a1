"""What comes back from a file: of ours up to what the format says it loses, and of other people's."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.entries import build
from glossary.errors import FormatError
from glossary.formats import columns, importing
from glossary.formats.export import export
from glossary.formats.format import Options, ReadOptions
from glossary.formats.losses import Part
from glossary.formats.registry import FORMATS, find
from glossary.model import Entry, Form, Kind, Origin, Pair, Review, Term, TermStatus, TermType
from tests.formats import sample

READABLE = [found for found in FORMATS if found.reads and not found.lossless]
every_format = pytest.mark.parametrize("found", READABLE, ids=lambda found: found.name)
LIFENG = sample.forbidden(
    replace(
        sample.FIVE[0],
        note="vice premier",
        terms=(*sample.FIVE[0].terms, Term("HLF", "en", TermType.ACRONYM)),
    ),
    "何立鋒",
)
TRUMP = replace(
    sample.entry(7, "Trump", sample.hant("川普", sample.said("Chuānpǔ", "chuan1 pu3", "ㄔㄨㄢ ㄆㄨˇ"))),
    review=Review.APPROVED,
)


def imported(content, name, *, where="names", **columns):
    options = ReadOptions(columns=columns)
    return list(importing.read(BytesIO(content), find(name), where=where, options=options))


def there_and_back(entries, name, **options):
    stream = BytesIO()
    export(entries, name, to=stream, options=Options(**options))
    return imported(stream.getvalue(), name)


def merged(entries):
    found = {}
    for one in entries:
        found[one.id] = build.merge(found[one.id], one) if one.id in found else one
    return sorted(found.values(), key=columns.order)


@every_format
def test_the_names_come_back(found):
    read = merged(there_and_back(sample.FIVE, found.name))
    said = [entry for entry in sample.FIVE if found.name != "cedict" or entry.terms[1].reading or entry.id == "entry-4"]
    expected = [entry for entry in sorted(said, key=columns.order) if columns.english(entry)]
    names = [(columns.english(entry), columns.traditional(entry)) for entry in read]
    assert names == [(columns.english(entry), columns.traditional(entry)) for entry in expected]


@every_format
def test_what_the_format_holds_comes_back(found):
    (read,) = merged(there_and_back([LIFENG], found.name))
    texts = {term.text for term in read.terms if term.status.in_use}
    assert ("HLF" in texts) is (Part.ALIASES in found.holds)
    assert ("何立鋒" in columns.unused(read)) is (Part.FORBIDDEN in found.holds)
    assert ("vice premier" in read.note) is (Part.NOTE in found.holds)
    if Part.KIND in found.holds:
        assert read.kind is Kind.PERSON
    if Part.CONTEXT in found.holds:
        assert "何立峰) was there" in columns.context(read)


@every_format
def test_an_import_is_a_mention_of_its_file_and_the_same_again_changes_nothing(found):
    first, again = (merged(there_and_back([sample.FIVE[2]], found.name)) for _ in range(2))
    assert first == again
    (entry,) = first
    assert {mention.form for mention in entry.mentions} == {Form.TABLE}
    assert {source.title for source in entry.sources} == {"names"}
    for mention in entry.mentions:
        row = f"{mention.pair.english}\t{mention.pair.chinese}"
        assert (mention.english.of(row), mention.chinese.of(row)) == ("Lin Jian", "林劍")
    assert build.merge(entry, entry) == entry


LATIN = st.text(st.sampled_from("ABCdef '\"&<>#=+-@;,|/\\[]{}()éü"), min_size=1, max_size=10)
HAN = st.text(st.sampled_from("何立峰林劍台積電臺灣𠮷野家"), min_size=1, max_size=5)


@every_format
@settings(max_examples=40, deadline=None)
@given(english=LATIN, chinese=HAN)
@example(english="|", chinese="何")
@example(english=";  ;", chinese="何")
def test_any_pair_comes_back_or_the_report_says_why(found, english, chinese):
    from glossary.formats.losses import Report
    from glossary.lang import readings

    said = readings.read(chinese, kind=Kind.TERM)
    entry = Entry("e1", Kind.TERM, (Term(english, "en"), Term(chinese, "zh-Hant", reading=said)))
    losses = []
    stream = BytesIO()
    export([entry], found.name, to=stream, report=Report(losses.append))
    if losses or not english.strip():
        return
    (read,) = merged(imported(stream.getvalue(), found.name))
    split = found.name == "cedict" and ";" in english  # a gloss ends there
    expected = english.strip() if found.name == "jsonl" else " ".join(english.split())  # tables are tidied
    assert split or columns.english(read) == expected or _synonyms(found, english, read)
    assert chinese in {term.text for term in read.terms}


def _synonyms(found, english, read):
    """Tables of termbases have other names behind a bar or semicolon, so one of a foreign table is taken so."""
    texts = {term.text for term in read.terms}
    parts = {part.strip() for part in re.split(r"\||;(?=\s)|\s/(?=\s)", english)}
    return len(parts) > 1 and parts - {""} <= texts


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("english,chinese", "Lin Jian,林劍"),
        ("Chinese;English", "林劍;Lin Jian"),
        ("English\tChinese (Traditional, Taiwan)", "Lin Jian\t林劍"),
        ("en,zh-TW", "Lin Jian,林劍"),
        ("zh_Hant,en_US", "林劍,Lin Jian"),
        ("source,target", "林劍,Lin Jian"),
        ("Term,譯名", "Lin Jian,林劍"),
        ("術語,譯文", "林劍,Lin Jian"),
        ("原文,譯文,備註", "Lin Jian,林劍,spokesman"),
        ("英文,中文", '"Lin Jian","林劍"'),
        ("EN,ZH,extra", "Lin Jian,林劍,anything"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5"])
def test_tables_of_other_people_are_understood_by_their_header(header, row, encoding):
    (read,) = imported(f"{header}\r\n{row}\r\n\r\n".encode(encoding), "csv")
    assert (columns.english(read), columns.traditional(read), columns.simplified(read)) == ("Lin Jian", "林劍", "林剑")


def test_columns_can_be_named_or_counted():
    by_name = imported(
        "Name,Uebersetzung,Typ\nLin Jian,林劍,person\n".encode(),
        "csv",
        english="name",
        chinese="Uebersetzung",
        kind="Typ",
    )
    by_number = imported("Lin Jian,x,林剑\n".encode(), "csv", english="1", **{"zh-Hans": "3"})
    assert by_name[0].kind is Kind.PERSON
    assert columns.simplified(by_number[0]) == "林剑"
    assert next(term for term in by_number[0].terms if term.text == "林剑").origin is Origin.STATED


def test_synonyms_behind_bars_and_forbidden_ones():
    table = b"English|x\n"
    table = (
        "English,Chinese (Taiwan),forbidden\nTSMC|Taiwan Semiconductor,台積電|護國神山,台積店; Taiwan Semi\n".encode()
    )
    (read,) = imported(table, "csv")
    assert {"TSMC", "Taiwan Semiconductor", "台積電", "護國神山"} <= {term.text for term in read.terms}
    assert columns.unused(read) == ("Taiwan Semi", "台積店")
    assert {term.origin for term in read.terms if not term.status.in_use} == {Origin.EDITED}


@pytest.mark.parametrize(
    ("row", "english", "chinese"),
    [
        ('"FSC; Financial Supervisory Commission",金管會；金融監督管理委員會', 2, ["金管會", "金融監督管理委員會"]),
        ("Legislative Yuan,立法院;立院", 1, ["立法院", "立院"]),
        ("Academia Sinica,中央研究院; 中研院", 1, ["中央研究院", "中研院"]),
        ("Formosa Plastics,台塑｜台灣塑膠", 1, ["台塑", "台灣塑膠"]),
        ("AC/DC,交流／直流", 1, ["交流／直流"]),
        ("CTBC / CTBC Bank,中信 / 中國信託", 2, ["中信", "中國信託"]),
        ("Ministry of Forests; Lakes and Rivers,山林、湖泊及河川部", 2, ["山林、湖泊及河川部"]),
        ("AT&amp;T,美國電話電報公司", 1, ["美國電話電報公司"]),
        ("Somebody;,某某；", 1, ["某某"]),
    ],
)
def test_several_names_of_one_cell_are_several(row, english, chinese):
    (read,) = imported(f"english,traditional\n{row}\n".encode(), "csv")
    names = [term.text for term in read.terms if term.lang == "zh-Hant"]
    assert (sum(term.lang == "en" for term in read.terms), names) == (english, chinese)


def test_names_that_are_not_to_be_used_are_told_apart_too():
    (*_, read) = imported("source,target,forbidden\nFSC,金管局；金監會,true\n".encode(), "csv")
    assert set(columns.unused(read)) == {"金管局", "金監會"}


def test_a_reading_of_the_file_outweighs_ours():
    (read,) = imported("english,chinese,pinyin\nFan Bingbing,樂冰,lè bīng\n".encode(), "csv")
    (same,) = imported("english,chinese,pinyin\nHe Lifeng,何立峰,He2 Li4 feng1\n".encode(), "csv")
    said = columns.reading(read)
    assert (said.pinyin_numbers, said.zhuyin) == ("le4 bing1", "ㄌㄜˋ ㄅㄧㄥ")
    assert all(term.origin is not Origin.EDITED for term in same.terms)


@pytest.mark.parametrize(
    "pinyin", ["Dan1 tian2 fang1", "dān tián fāng", "DAN1TIAN2FANG1", "Dān·Tiánfāng", "Dān Tiánfāng"]
)
def test_a_reading_of_the_file_is_spelt_as_ours_are(pinyin):
    (read,) = imported(f"english,chinese,kind,pinyin\nShan Tianfang,單田芳,person,{pinyin}\n".encode(), "csv")
    said = columns.reading(read)
    assert (said.pinyin, said.toneless) == ("Dān Tiánfāng", "Dan Tianfang")
    assert (said.pinyin_numbers, said.wade_giles) == ("dan1 tian2 fang1", "Tan¹ T‘ien²-fang¹".replace("‘", "'"))


@pytest.mark.parametrize("pinyin", ["Dan Tianfang", "dan tian fang", "Dān Tián", "?", "Dan1 tian2 fang1 x"])
def test_what_is_no_whole_reading_with_tones_changes_nothing(pinyin):
    (read,) = imported(f"english,chinese,kind,pinyin\nShan Tianfang,單田芳,person,{pinyin}\n".encode(), "csv")
    assert columns.reading(read).pinyin == "Shàn Tiánfāng"


@pytest.mark.parametrize("header", ["english,traditional,simplified", "en,zh-TW,zh-CN"])
def test_a_table_may_call_a_thing_otherwise_in_the_other_script(header):
    (taxi,) = imported(f"{header}\ntaxi,計程車,出租车\n".encode(), "csv")
    assert (columns.traditional(taxi), columns.simplified(taxi)) == ("計程車", "出租车")
    assert columns.simplified(taxi, "zh-Hans-CN") == "出租车"
    assert columns.reading(taxi, "zh-Hans").pinyin == "chūzūchē"
    (turned,) = imported("en,zh-CN,zh-TW\ntaxi,出租车,計程車\n".encode(), "csv")
    assert (columns.traditional(turned, "zh-Hant-TW"), columns.simplified(turned)) == ("計程車", "出租车")
    (same,) = imported(f"{header}\nTSMC,台積電,台积电\n".encode(), "csv")
    assert {term.origin for term in same.terms} == {Origin.STATED, Origin.DERIVED}


def test_a_table_of_ours_brings_its_entries_back_under_their_ids():
    known = replace(sample.FIVE[2], id="e0123456789abcdef")
    (read,) = there_and_back([known], "csv")
    (foreign,) = there_and_back([replace(known, id="other")], "csv")
    assert read.id == known.id
    assert foreign.id == build.from_pair(Pair("Lin Jian", "林劍")).id


def test_the_flavour_for_excel_comes_back_without_its_guards():
    stream = BytesIO()
    export([sample.entry(1, "=SUM(A1)", sample.hant("總和"))], "csv", to=stream, options=Options(excel=True))
    (read,) = imported(stream.getvalue(), "csv")
    assert columns.english(read) == "=SUM(A1)"


TBX_DCT = """<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><min:subjectField>person</min:subjectField>
<langSec xml:lang="en-GB"><termSec><term>Lin Jian</term></termSec></langSec>
<langSec xml:lang="zh-CN"><termSec><term>林箭</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>林剑</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Herr Lin</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
MARTIF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="1"><descrip type="definition">a spokesman</descrip>
<langSet xml:lang="en"><ntig><termGrp><term>Lin Jian</term></termGrp></ntig></langSet>
<langSet xml:lang="zh"><ntig><termGrp><term>林剑</term></termGrp></ntig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize("content", [TBX_DCT, MARTIF], ids=["dct", "martif"])
def test_tbx_of_others(content):
    (read,) = imported(content.encode(), "tbx")
    assert (columns.english(read), columns.simplified(read)) == ("Lin Jian", "林剑")
    if content is TBX_DCT:
        assert read.kind is Kind.PERSON
        assert columns.unused(read) == ("林箭",)
    else:
        assert read.note == "a spokesman"


def test_lines_of_the_real_cc_cedict():
    lines = "# CC-CEDICT\n林劍 林剑 [Lin2 Jian4] /Lin Jian (1977-), PRC diplomat/spokesman/\n"
    lines += "呂布 吕布 [[Lu:3 Bu4]] /Lü Bu/\n"
    first, second = imported(lines.encode(), "cedict")
    assert columns.english(first) == "Lin Jian (1977-), PRC diplomat"
    assert first.note == "spokesman"
    assert (columns.traditional(second), columns.simplified(second)) == ("呂布", "吕布")


def test_notes_that_anki_exported():
    text = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    text += "abc\tBasic\tNews\t<b>Lin Jian</b>\t林劍<br>Lín Jiàn\ttag\n"
    (read,) = imported(text.encode(), "anki")
    assert (columns.english(read), columns.traditional(read)) == ("Lin Jian", "林劍")


def test_a_format_that_cannot_be_read_says_which_can():
    with pytest.raises(FormatError, match=r"vale can be written but not read\. Readable formats: csv"):
        imported(b"x", "vale")


@every_format
def test_the_format_of_a_file_of_ours_is_detected(found):
    stream = BytesIO()
    export(sample.FIVE, found.name, to=stream)
    head = stream.getvalue()[:4096]
    told = importing.detected(f"ours{found.suffix}", head)
    assert told.read is find(found.name).read or told.name in {"csv", "tsv"}
    blind = importing.detected("-", head)
    assert blind.read is found.read


def test_status_is_kept():
    assert there_and_back([TRUMP], "csv")[0].review is Review.APPROVED
    assert there_and_back([TRUMP], "utx")[0].review is Review.APPROVED
    assert TermStatus.PREFERRED in {term.status for term in there_and_back([TRUMP], "tbx")[0].terms}
