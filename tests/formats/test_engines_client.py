"""DeepL's own client checks a glossary; what the services ask for holds for all of them."""

from dataclasses import replace
from io import BytesIO

import pytest

from glossary.formats.export import export
from glossary.formats.format import Options
from glossary.formats.losses import Report
from glossary.model import Entry, Kind, Review, Term
from tests.formats import sample

HOMONYMS = (
    Entry("a", Kind.PERSON, (Term("Chen Wei", "en"), Term("陳偉", "zh-Hant"))),
    Entry("b", Kind.PERSON, (Term("Chen Wei", "en"), Term("陳瑋", "zh-Hant")), review=Review.APPROVED),
    Entry("c", Kind.PERSON, (Term(" Chen  Wei", "en"), Term("陳為", "zh-Hant"))),
)


def exported(entries, name, **options):
    losses = []
    stream = BytesIO()
    export(entries, name, to=stream, options=Options(**options), report=Report(losses.append))
    return stream.getvalue().decode(), losses


@pytest.mark.client
@pytest.mark.parametrize("source", ["en", "zh"])
def test_deepl_takes_a_glossary_with_homonyms_and_hard_terms(source):
    from deepl.util import convert_tsv_to_dict

    content, losses = exported([*sample.FIVE, *HOMONYMS, *sample.HARD], "deepl", source=source)
    pairs = convert_tsv_to_dict(content)
    assert len(pairs) == len(content.splitlines())
    if source == "en":
        assert pairs["Chen Wei"] == "陳瑋"
        assert sorted(loss.entry for loss in losses if "陳瑋" in loss.why) == ["a", "c"]
    assert not [term for pair in pairs.items() for term in pair if len(term.encode()) > 1024 or term != term.strip()]


@pytest.mark.parametrize(
    ("name", "lang", "source", "first"),
    [
        ("deepl", "", None, "ByteDance Ltd\t字節跳動"),
        ("google", "zh-Hans", None, "ByteDance Ltd,字节跳动"),
        ("google-set", "zh-Hans", None, "en,zh-CN"),
        ("google-set", "zh-Hant-HK", "zh", "zh-TW,en"),
        ("amazon", "zh-Hant-TW", None, "en,zh-TW"),
        ("amazon", "zh-Hans-CN", "zh", "zh,en"),
        ("azure", "", None, "en\tzh-Hant"),
        ("immersive", "", None, "source,target,tgt_lng"),
    ],
)
def test_the_first_line(name, lang, source, first):
    content, _ = exported(sample.FIVE, name, lang=lang, source=source)
    assert content.split("\n")[0] == first


def test_babeldoc_would_take_the_first_of_two_sources_in_another_case():
    shout = replace(HOMONYMS[1], id="d", terms=(Term("CHEN WEI", "en"), Term("陳瑋", "zh-Hant")))
    content, losses = exported([HOMONYMS[0], shout], "immersive")
    assert content.splitlines()[1:] == ["CHEN WEI,陳瑋,zh-TW"]
    assert [loss.entry for loss in losses] == ["a"]
