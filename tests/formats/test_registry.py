import pytest

from glossary.errors import FormatError
from glossary.formats.format import Options
from glossary.formats.registry import FORMATS, find


def test_names_are_unique_and_found_in_any_case():
    assert len({found.name for found in FORMATS}) == len(FORMATS)
    assert all(find(f" {found.name.upper()} ") is found for found in FORMATS)
    assert all(found.suffix.startswith(".") and found.title for found in FORMATS)


@pytest.mark.parametrize("name", ["", "x", "\0", "何", "j" * 10_000, "\ud800"])
def test_an_unknown_name_is_answered_with_the_known_ones(name):
    with pytest.raises(FormatError, match=r"unknown format .*Known formats: csv, tsv"):
        find(name)


def test_a_near_miss_is_answered_with_the_name_meant():
    with pytest.raises(FormatError, match=r"Did you mean 'jsonl'\?"):
        find("json")


@pytest.mark.parametrize("lang", ["zh", "zh-TW", "en", "x"])
def test_a_language_without_chinese_names_is_refused(lang):
    with pytest.raises(FormatError, match=r"zh-Hant-TW"):
        Options(lang=lang)
