import re
from io import BytesIO

from glossary.formats import anki
from glossary.formats.format import Options
from glossary.formats.losses import Report
from tests.formats import sample


def lines(*entries, lang=""):
    stream = BytesIO()
    anki.write(entries, stream, options=Options(lang=lang), report=Report())
    return stream.getvalue().decode().split("\n")


def test_the_separator_is_told_before_the_columns():
    assert lines() == [
        "#separator:Tab",
        "#html:false",
        "#notetype:Basic",
        "#deck:Glossary",
        "#guid column:1",
        "#tags column:13",
        "#if matches:update current",
        "",
    ]


def test_the_back_shows_both_scripts_where_they_differ_and_the_pinyin():
    first, second, third = lines(sample.FIVE[1])[7:10]
    assert first.split("\t")[1:] == ["ByteDance Ltd", '"字節跳動']
    assert second == "字节跳动"
    assert third.split("\t") == [
        'Zìjié Tiàodòng"',
        *("字節跳動", "字节跳动", "Zìjié Tiàodòng", "ㄗˋ ㄐㄧㄝˊ ㄊㄧㄠˋ ㄉㄨㄥˋ", "", "organization"),
        "ByteDance Ltd (字節跳動) was there.",
        "Trade talks resume, The Example, 2026-07, https://example.org/1",
        *("", "kind::organization review::unreviewed"),
    ]
    assert '\tHe Lifeng\t"何立峰' in lines(sample.FIVE[0])[7]
    assert lines(sample.FIVE[0])[8].startswith('Hé Lìfēng"\t何立峰\t')


def test_a_row_begins_with_its_guid_not_as_a_comment():
    for hard in sample.HARD:
        assert re.match(r"[0-9a-f]{20}\t", lines(hard)[7])


def test_one_language_shows_one_script():
    assert "字節" not in "".join(lines(sample.FIVE[1], lang="zh-Hans")).replace("(字節跳動)", "")
