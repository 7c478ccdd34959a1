from dataclasses import replace

import pytest

from glossary.configuration import LANGUAGES
from glossary.formats import columns
from glossary.model import Entry, Kind, Origin, Source, Term, TermStatus, TermType
from tests.formats import sample


def entry(*terms, **fields):
    return Entry("e1", Kind.OTHER, terms, **fields)


STATED = Term("臺灣", "zh-Hant")
TAIWAN = Term("台灣", "zh-Hant-TW", origin=Origin.DERIVED)
HONG_KONG = Term("台灣", "zh-Hant-HK", origin=Origin.DERIVED)
MAINLAND = Term("台湾", "zh-Hans-CN", origin=Origin.DERIVED)
ALIAS = (  # a further name, which is never shown for the name, in whatever script and how surely it stands there
    Term("寶島", "zh-Hant", TermType.VARIANT),
    Term("寶島", "zh-Hant-TW", TermType.VARIANT, origin=Origin.DERIVED),
    Term("宝岛", "zh-Hans", TermType.VARIANT),
)


@pytest.mark.parametrize(
    ("terms", "lang", "shown"),
    [
        ((TAIWAN, STATED, MAINLAND), "", ("臺灣", "台湾")),
        ((TAIWAN, MAINLAND), "", ("台灣", "台湾")),
        ((STATED, TAIWAN, MAINLAND), "zh-Hant-TW", ("台灣", "")),
        ((STATED, MAINLAND), "zh-Hant-TW", ("臺灣", "")),
        ((STATED, TAIWAN, MAINLAND), "zh-Hant", ("臺灣", "")),
        ((STATED, MAINLAND, Term("台湾省", "zh-Hans")), "zh-Hans", ("", "台湾省")),
        ((STATED, MAINLAND, Term("台湾省", "zh-Hans")), "zh-Hans-CN", ("", "台湾省")),
        ((Term("澳門", "zh-Hant-MO"),), "", ("澳門", "")),
        ((Term("x", "zh-Hantx"), Term("y", "zh")), "", ("", "")),
        ((replace(STATED, status=TermStatus.DEPRECATED), HONG_KONG), "", ("台灣", "")),
        ((replace(STATED, status=TermStatus.SUPERSEDED),), "", ("", "")),
        ((STATED, Term("寶島", "zh-Hant", status=TermStatus.PREFERRED)), "", ("寶島", "")),
        ((STATED, *ALIAS), "zh-Hant-TW", ("臺灣", "")),
        ((TAIWAN, *ALIAS, MAINLAND), "", ("台灣", "台湾")),
        ((TAIWAN, MAINLAND, *ALIAS), "zh-Hans", ("", "台湾")),
        ((), "", ("", "")),
    ],
)
def test_the_chinese_names_shown(terms, lang, shown):
    made = entry(*terms)
    assert (columns.traditional(made, lang), columns.simplified(made, lang)) == shown
    assert columns.chinese(made, lang) == (shown[0] or shown[1])


def test_a_deprecated_name_is_shown_nowhere():
    old = Term("Peking", "en", status=TermStatus.DEPRECATED)
    shown = entry(old, Term("Beijing", "en"))
    assert columns.english(shown) == "Beijing"
    assert columns.aliases(shown) == ()


def test_aliases_are_acronyms_then_english_then_chinese_that_was_not_derived():
    shown = entry(
        Term("Central News Agency", "en"),
        Term("The Agency", "en"),
        Term("CNA", "en", TermType.ACRONYM),
        Term("CNA", "en", TermType.SHORT_FORM),
        Term("中央通訊社", "zh-Hant"),
        Term("中央社", "zh-Hant", TermType.SHORT_FORM),
        Term("中央通讯社", "zh-Hans"),
        Term("中通社", "zh-Hans-CN", origin=Origin.DERIVED),
        Term("中央社通讯", "zh-Hans", origin=Origin.EDITED),
    )
    assert columns.aliases(shown) == ("CNA", "The Agency", "中央社", "中央社通讯")
    assert columns.aliases(shown, "zh-Hant") == ("CNA", "The Agency", "中央社")


def test_the_reading_is_that_of_the_name_shown_not_of_an_alias():
    alias = Term("阿峰", "zh-Hant", TermType.SHORT_FORM, reading=sample.BYTES)
    shown = entry(Term("何立峰", "zh-Hant"), alias, sample.hans("何立峰", sample.LIFENG))
    assert columns.reading(shown) is sample.LIFENG
    assert columns.reading(entry(Term("何立峰", "zh-Hant"), alias)) is None


def test_context_and_source_belong_to_the_same_mention():
    other = Source("d0", "a.txt", "Another text")
    shown = replace(sample.FIVE[0], sources=(other, sample.NEWS))
    assert columns.context(shown) == "He Lifeng (何立峰) was there."
    assert columns.source(shown) == "Trade talks resume, The Example, 2026-07, https://example.org/1"


@pytest.mark.parametrize("path", ["/home/me/secret/a.txt", "C:\\Users\\me\\a.txt", "a.txt"])
def test_a_source_never_shows_the_folder(path):
    assert columns.source(entry(sources=(Source("d1", path),))) == "a.txt"


def test_listed_leaves_out_rejected_and_ignores_case():
    lower = replace(sample.FIVE[0], id="z", terms=(Term("aardvark", "en"),))
    upper = replace(sample.FIVE[0], id="y", terms=(Term("Badger", "en"),))
    assert [found.id for found in columns.listed([upper, sample.REJECTED, lower])] == ["z", "y"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_that_can_be_chosen_chooses_its_script(lang):
    made = entry(STATED, TAIWAN, HONG_KONG, Term("台湾省", "zh-Hans"), MAINLAND)
    assert bool(columns.traditional(made, lang)) != bool(columns.simplified(made, lang))
