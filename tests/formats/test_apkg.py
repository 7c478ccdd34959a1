import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given

from glossary.formats import apkg, cards, note_type, tones
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Certainty, Entry, Kind, Reading, Term
from tests.formats import readers, sample
from tests.strategies import readings


def notes(*entries, lang=""):
    stream = BytesIO()
    apkg.write(entries, stream, options=Options(lang=lang), report=Report())
    return readers.notes(stream.getvalue())


def guids(*entries):
    stream = BytesIO()
    apkg.write(entries, stream, options=Options(), report=Report())
    return readers.guids(stream.getvalue())


def spans(pinyin, numbers):
    made = tones.coloured(Reading(pinyin, numbers, "", "", "", Certainty.CERTAIN))
    return re.sub(r'<span class="tone(.)">(.*?)</span>', r"[\2\1]", made)


@pytest.mark.parametrize(
    ("pinyin", "numbers", "expected"),
    [
        ("Hé Lìfēng", "he2 li4 feng1", "[Hé2] [Lì4][fēng1]"),
        ("Xī'ān", "xi1 an1", "[Xī1]'[ān1]"),
        ("Xī’ān", "xi1 an1", "[Xī1]’[ān1]"),
        ("Lǚ Bù", "lü3 bu4", "[Lǚ3] [Bù4]"),
        ("nǚ'ér", "nü3 er2", "[nǚ3]'[ér2]"),
        ("huār", "hua1 r5", "[huā1][r5]"),
        ("Ài Xīnjuéluó · Pǔyí", "ai4 xin1 jue2 luo2 pu3 yi2", "[Ài4] [Xīn1][jué2][luó2] · [Pǔ3][yí2]"),
        ("A Q Zhèngzhuàn", "A Q zheng4 zhuan4", "A Q [Zhèng4][zhuàn4]"),
        ("ê̄ ḿ", "ê1 m2", "[ê̄1] [ḿ2]"),
        ("", "", ""),
        ("Hé <b>", "he2", "[Hé2] &lt;b&gt;"),
        ("Hé Lì", "he2 feng1", "Hé Lì"),
        ("Hé", "he2 li4", "Hé"),
        ("<&>", "he2", "&lt;&amp;&gt;"),
    ],
)
def test_tones_are_coloured_where_both_notations_agree(pinyin, numbers, expected):
    assert spans(pinyin, numbers) == expected


@given(readings)
def test_colours_take_no_character_away(reading):
    made = tones.coloured(reading)
    plain = re.sub(r"</?span[^>]*>", "", made)
    assert plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == reading.pinyin


def test_fields_of_a_note():
    assert notes(sample.FIVE[1]) == [
        {
            "Key": "ByteDance Ltd 字節跳動",
            "English": "ByteDance Ltd",
            "Traditional": "字節跳動",
            "Simplified": "字节跳动",
            "Pinyin": "Zìjié Tiàodòng",
            "Tones": '<span class="tone4">Zì</span><span class="tone2">jié</span> '
            '<span class="tone4">Tiào</span><span class="tone4">dòng</span>',
            "Zhuyin": "ㄗˋ ㄐㄧㄝˊ ㄊㄧㄠˋ ㄉㄨㄥˋ",
            "Aliases": "",
            "Kind": "organization",
            "Context": "ByteDance Ltd (字節跳動) was there.",
            "Source": "Trade talks resume, The Example, 2026-07, https://example.org/1",
            "Note": "",
            "Differs": "1",
            "Spare 1": "",
            "Spare 2": "",
            "Spare 3": "",
        }
    ]


def test_markup_in_a_name_is_text():
    assert notes(sample.HARD[6])[0]["English"] == "&lt;b&gt;&amp;amp;&lt;/b&gt;"


def test_an_entry_with_one_side_only_makes_no_note():
    english_only = Entry("e1", Kind.OTHER, (Term("He", "en"),))
    chinese_only = Entry("e2", Kind.OTHER, (Term("何", "zh-Hant"),))
    blank = Entry("e3", Kind.OTHER, (Term(" ", "en"), Term("何", "zh-Hant")))
    assert notes(english_only, chinese_only, blank) == []
    assert notes(Entry("e4", Kind.OTHER, (Term("He", "en"), Term("何", "zh-Hant"))), lang="zh-Hans") == []


def test_the_guid_hangs_on_the_id_alone():
    first = sample.FIVE[0]
    other = replace(sample.FIVE[1], id=first.id, modified=1)
    assert guids(first) == guids(other) == [cards.guid("entry-1", scheme="apkg")] == ["968d0b115820f905a84a"]


def test_the_frozen_part_of_the_note_type_has_not_changed():
    assert (note_type.MODEL_ID, note_type.DECK_ID, note_type.NAME) == (
        1_738_264_591,
        1_904_417_723,
        "Glossary English-Chinese",
    )
    assert ", ".join(note_type.FIELDS) == (
        "Key, English, Traditional, Simplified, Pinyin, Tones, Zhuyin, Aliases, Kind, Context, Source, Note, Differs, "
        "Spare 1, Spare 2, Spare 3"
    )


def test_a_language_fills_one_script():
    note = notes(sample.FIVE[1], lang="zh-Hans")[0]
    assert (note["Key"], note["Traditional"], note["Simplified"]) == ("ByteDance Ltd 字节跳动", "", "字节跳动")
    assert note["Differs"] == ""


def test_a_doubtful_reading_is_tagged():
    doubtful = replace(sample.LIFENG, certainty=Certainty.AMBIGUOUS)
    shown = sample.entry(1, "He Lifeng", sample.hant("何立峰", doubtful))
    assert "pinyin::ambiguous" in cards.tags(shown)
    assert all(" " not in tag for tag in cards.tags(shown))
