"""What every format promises."""

import random
import time
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings

from glossary.errors import FormatError
from glossary.formats.columns import LANGUAGES
from glossary.formats.export import export
from glossary.formats.format import Options
from glossary.formats.registry import FORMATS
from glossary.model import Entry, Kind, Term
from tests.formats import readers, sample
from tests.strategies import glossaries

NAMES = [found.name for found in FORMATS]
every_format = pytest.mark.parametrize("name", NAMES)
BROKEN_BY = {
    "tsv": {"\t": " ", "\n": " ", "\r": " ", "\x85": " ", "\u2028": " "},
    "anki": {"\r": "\n"},
    "apkg": {"\r": "\n"},
}


def exported(name, entries, **options):
    stream = BytesIO()
    count = export(entries, name, to=stream, options=Options(**options))
    return count, stream.getvalue()


def as_held(name, text):
    for char, instead in BROKEN_BY.get(name, {}).items():
        text = text.replace(char, instead)
    return text


@every_format
def test_an_empty_glossary_makes_a_readable_file_without_entries(name):
    count, content = exported(name, [])
    assert count == 0
    assert readers.names(name, content) == []


@every_format
def test_every_name_of_the_sample_is_there_once(name):
    count, content = exported(name, sample.FIVE)
    assert count == 5
    assert sorted(readers.names(name, content)) == sorted(
        (entry.terms[0].text, next(term.text for term in entry.terms if term.lang == "zh-Hant"))
        for entry in sample.FIVE
    )


@every_format
@pytest.mark.parametrize("hard", sample.HARD, ids=lambda entry: entry.terms[0].text[:12])
def test_a_hard_term_survives(name, hard):
    _, content = exported(name, [hard])
    assert readers.names(name, content) == [tuple(as_held(name, term.text) for term in hard.terms)]


@every_format
def test_the_bytes_do_not_depend_on_order_or_clock(name, monkeypatch):
    entries = [*sample.FIVE, *sample.HARD]
    _, first = exported(name, entries)
    random.Random(7).shuffle(entries)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.5)
    assert exported(name, iter(entries))[1] == first


@every_format
def test_entries_of_the_same_names_stay_two_in_the_order_of_their_ids(name):
    terms = (Term("Chen Wei", "en"), Term("陳偉", "zh-Hant"))
    twins = [Entry("b", Kind.PERSON, terms), Entry("a", Kind.PERSON, terms)]
    count, content = exported(name, twins)
    assert count == 2
    assert exported(name, twins[::-1])[1] == content


@pytest.mark.parametrize("found", FORMATS, ids=NAMES)
def test_only_lossless_formats_keep_rejected_entries_and_say_they_lose_nothing(found):
    count, _ = exported(found.name, [sample.REJECTED])
    assert count == (1 if found.lossless else 0)
    assert bool(found.loses) is not found.lossless
    assert not found.lossless or found.reads


@every_format
def test_half_a_surrogate_pair_is_a_fault_of_the_caller(name):
    broken = Entry("e1", Kind.OTHER, (Term("half \ud842", "en"), Term("半", "zh-Hant")))
    with pytest.raises(FormatError, match=r"'\\ud842'"):
        exported(name, [broken])


@every_format
@pytest.mark.parametrize("lang", ["", *LANGUAGES])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(glossary=glossaries)
def test_any_glossary_can_be_written(name, lang, glossary):
    count, content = exported(name, glossary, lang=lang)
    assert count <= len(glossary)
    assert exported(name, glossary[::-1], lang=lang) == (count, content)
    assert len(readers.names(name, content)) == count


@pytest.mark.parametrize("found", [found for found in FORMATS if found.lossless], ids=lambda found: found.name)
@settings(max_examples=150, deadline=None)
@given(glossary=glossaries)
def test_a_lossless_format_reads_back_what_it_wrote(found, glossary):
    _, content = exported(found.name, glossary)
    assert list(found.read(BytesIO(content), where="-")) == sorted(glossary, key=lambda entry: entry.id)


@every_format
def test_a_language_leaves_out_the_other_script(name):
    _, content = exported(name, sample.FIVE, lang="zh-Hans")
    traditional = {chinese for _, chinese in readers.names(name, content)}
    assert traditional == ({""} if name != "jsonl" else {"何立峰", "字節跳動", "林劍", "台積電", "何軍"})
