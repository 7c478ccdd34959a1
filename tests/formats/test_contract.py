"""What every format promises."""

import random
import re
import time
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings

from glossary.errors import FormatError
from glossary.formats import selection
from glossary.formats.export import export
from glossary.formats.format import Options, ReadOptions
from glossary.formats.losses import Part, Report
from glossary.formats.registry import FORMATS, find
from glossary.model import Certainty, Derivation, Entry, Kind, Origin, Reading, Review, Term, TermStatus, TermType
from tests.formats import readers, sample
from tests.formats.sample import hant
from tests.strategies import glossaries

NAMES = [found.name for found in FORMATS]
every_format = pytest.mark.parametrize("name", NAMES)
# A Vale rule is about names not to be used: what follows is about those that are (test_vale.py has the rest).
every_list = pytest.mark.parametrize("name", [name for name in NAMES if name != "vale"])


def exported(name, entries, *, losses=None, **options):
    stream = BytesIO()
    report = Report(losses.append) if losses is not None else None
    count = export(entries, name, to=stream, options=Options(**options), report=report)
    return count, stream.getvalue()


def squeezed(text):
    """The text without what a format may have to change: spaces, control characters and brackets."""
    kept = re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\u2400-\u2421\ufffd]", "", text)
    return kept.translate(str.maketrans("［］／", "[]/"))


def rich(name):
    """An entry that has every part, each with a mark that stands nowhere else."""
    said = Reading("Lǐ Xīng", "li3 xing1", "Li Xing", "ㄌㄧˇ ㄒㄧㄥ", "Li³ Hsing¹", Certainty.LIKELY)
    terms = (
        Term("Li Xing", "en", status=TermStatus.PREFERRED),
        Term("Aliasmark", "en", TermType.ACRONYM),
        Term("Badmark", "en", status=TermStatus.DEPRECATED),
        Term("李興", "zh-Hant", status=TermStatus.PREFERRED, reading=said, alternatives=("李醒",)),
        Term("李壞", "zh-Hant", status=TermStatus.DEPRECATED),
        Term("李兴", "zh-Hans-CN", origin=Origin.DERIVED, status=TermStatus.PREFERRED, reading=said),
    )
    return replace(
        sample.entry(1, "Li Xing", hant("李興")),
        terms=terms, kind=Kind.EVENT, note="Notemark", review=Review.APPROVED,
        mentions=(sample.stated("Li Xing", "李興", "Contextmark here."),),
    )  # fmt: skip


MARKS = {
    Part.ALIASES: "Aliasmark",
    Part.SCRIPTS: "李兴",
    Part.FORBIDDEN: "李壞",
    Part.KIND: "event",
    Part.NOTE: "Notemark",
    Part.CONTEXT: "Contextmark",
    Part.SOURCE: "Trade talks resume",
    Part.REVIEW: "approved",
    Part.ALTERNATIVES: "李醒",
}
READINGS = ("Lǐ Xīng", "Li3 Xing1", ">Xīng<")


@pytest.mark.parametrize("found", FORMATS, ids=NAMES)
@pytest.mark.parametrize("part", MARKS, ids=lambda part: part.name.lower())
def test_a_format_holds_the_parts_it_says_and_no_others(found, part):
    _, content = exported(found.name, [rich(found.name)])
    text = readers.text(content)
    assert (MARKS[part] in text) is (part in found.holds)


@pytest.mark.parametrize("found", FORMATS, ids=NAMES)
def test_a_format_that_holds_readings_has_the_pinyin(found):
    _, content = exported(found.name, [rich(found.name)])
    text = readers.text(content)
    assert any(pinyin in text for pinyin in READINGS) is (Part.READING in found.holds)


@pytest.mark.parametrize("found", FORMATS, ids=NAMES)
def test_the_report_counts_what_the_format_has_no_place_for(found):
    report = Report(print)
    export([rich(found.name)], found.name, to=BytesIO(), report=report)
    assert set(report.unheld) == set(Part) - found.holds
    assert report.entries == 1


@every_format
def test_an_empty_glossary_makes_a_readable_file_without_entries(name):
    count, content = exported(name, [])
    assert count == 0
    assert readers.names(name, content) == []


@every_list
def test_every_name_of_the_sample_is_there_once_or_the_report_says_why(name):
    losses = []
    count, content = exported(name, sample.FIVE, losses=losses)
    expected = {
        entry.id: (entry.terms[0].text, next(term.text for term in entry.terms if term.lang == "zh-Hant"))
        for entry in sample.FIVE
        if entry.id not in {loss.entry for loss in losses if loss.left_out}
    }
    found = readers.names(name, content)
    assert count == len(expected) >= 4
    assert [found.count(pair) for pair in expected.values()] == [1] * count


@every_list
@pytest.mark.parametrize("hard", sample.HARD, ids=lambda entry: entry.terms[0].text[:12])
def test_a_hard_term_survives_or_the_report_says_why(name, hard):
    losses = []
    _, content = exported(name, [hard], losses=losses)
    found = readers.names(name, content)
    expected = tuple(term.text for term in hard.terms[:2])
    if any(loss.left_out for loss in losses):
        assert expected not in found
    elif losses:
        assert [tuple(map(squeezed, pair)) for pair in found] == [tuple(map(squeezed, expected))]
        assert found != [expected]
    else:
        assert found == [expected]


@every_format
def test_the_bytes_do_not_depend_on_order_or_clock(name, monkeypatch):
    entries = [*sample.FIVE, *sample.HARD]
    _, first = exported(name, entries)
    random.Random(7).shuffle(entries)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.5)
    assert exported(name, iter(entries))[1] == first


@every_list
def test_entries_of_the_same_names_stay_two_or_the_report_says_which_is_left_out(name):
    said = sample.LIFENG
    terms = (Term("Chen Wei", "en"), Term("陳偉", "zh-Hant", reading=said))
    twins = [Entry("b", Kind.PERSON, terms), Entry("a", Kind.PERSON, terms)]
    losses = []
    count, content = exported(name, twins, losses=losses)
    assert count == 2 - len([loss for loss in losses if loss.left_out])
    assert exported(name, twins[::-1])[1] == content


@pytest.mark.parametrize("found", FORMATS, ids=NAMES)
def test_only_lossless_formats_keep_rejected_entries_unless_asked_and_say_they_lose_nothing(found):
    rejected = replace(rich(found.name), review=Review.REJECTED)
    assert exported(found.name, [rejected])[0] == (1 if found.lossless else 0)
    assert exported(found.name, [rejected], reviews=frozenset({Review.REJECTED}))[0] == 1
    assert bool(found.loses) is not found.lossless
    assert not found.lossless or found.reads


@every_format
def test_kinds_and_reviews_choose_entries(name):
    entry = rich(name)
    assert exported(name, [entry], kinds=frozenset({Kind.EVENT}), reviews=frozenset({Review.APPROVED}))[0] == 1
    assert exported(name, [entry], kinds=frozenset({Kind.PLACE}))[0] == 0
    assert exported(name, [entry], reviews=frozenset({Review.UNREVIEWED}))[0] == 0


@every_format
def test_half_a_surrogate_pair_is_a_fault_of_the_caller(name):
    half = (
        Term("half \ud842", "en"),
        Term("半", "zh-Hant", reading=sample.LIFENG),
        Term("x\ud842", "zh-Hant", status=TermStatus.DEPRECATED),
    )
    with pytest.raises(FormatError, match=r"'\\ud842'"):
        exported(name, [Entry("e1", Kind.OTHER, half)])


@every_format
@pytest.mark.parametrize("lang", ["", "zh-Hans-CN"])
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(glossary=glossaries)
@example(glossary=[Entry("\x1f", Kind.PERSON, (Term("0", "en"), Term("0", "zh-Hant")))])
def test_any_glossary_can_be_written(name, lang, glossary):
    count, content = exported(name, glossary, lang=lang)
    assert count <= len(glossary)
    assert exported(name, glossary[::-1], lang=lang) == (count, content)
    readers.names(name, content)


@pytest.mark.parametrize("found", [found for found in FORMATS if found.lossless], ids=lambda found: found.name)
@settings(max_examples=150, deadline=None)
@given(glossary=glossaries)
def test_a_lossless_format_reads_back_what_it_wrote(found, glossary):
    _, content = exported(found.name, glossary)
    read = found.read(BytesIO(content), where="-", options=ReadOptions())
    assert list(read) == sorted(glossary, key=lambda entry: entry.id)


@every_list
def test_a_language_leaves_out_the_other_script(name):
    _, content = exported(name, sample.FIVE, lang="zh-Hans")
    assert ("字節跳動" in readers.text(content)) is (name == "jsonl" or Part.CONTEXT in find(name).holds)
    assert "字节跳动" in readers.text(content)


@every_list
@pytest.mark.parametrize(
    ("lang", "shown", "other"), [("zh-Hant-TW", "川普", "特朗普"), ("zh-Hans-CN", "特朗普", "川普")]
)
def test_each_region_gets_its_own_name_first(name, lang, shown, other):
    elsewhere = replace(sample.hans("特朗普", sample.LIFENG), type=TermType.VARIANT, derivation=Derivation.DICTIONARY)
    terms = (Term("Trump", "en"), hant("川普", sample.LIFENG), sample.hans("川普", sample.LIFENG), elsewhere)
    _, content = exported(name, [Entry("e1", Kind.PERSON, terms)], lang=lang)
    text = readers.text(content)
    assert shown in text
    if name not in {"jsonl", "stardict"} and other.encode() in content:  # where other names are listed, they come later
        assert text.index(shown) < text.index(other)


def test_a_large_glossary_comes_in_the_same_order_as_a_small_one(monkeypatch):
    _, expected = exported("csv", [*sample.FIVE, *sample.HARD])
    monkeypatch.setattr(selection, "_RUN", 3)
    assert exported("csv", [*sample.FIVE, *sample.HARD])[1] == expected
