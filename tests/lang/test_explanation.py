import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang import explanation, readings
from glossary.lang.script import Script, is_han
from glossary.lang.variants import choices, derive
from glossary.model import Kind


@pytest.mark.parametrize(
    ("name", "kind", "english", "line"),
    [
        ("單田芳", Kind.PERSON, "", "單 shàn: it is a surname here; it could also be dān"),
        ("區諾軒", Kind.PERSON, "Ou Nuoxuan", "區 ōu: the English name spells it so"),
        ("何立峰", Kind.PERSON, "", "立 lì: it has no other reading in use"),
        ("長沙灣道", Kind.PLACE, "", "長 cháng: a dictionary has the word it stands in; it could also be zhǎng"),
    ],
)
def test_says_what_decided_a_reading(name, kind, english, line):
    assert line in explanation.reading(name, kind=kind, english=english)


@pytest.mark.parametrize(
    ("name", "kind", "line"),
    [
        ("范伟明", Kind.PERSON, "  范 → 范: the surname is written so; it could also be 範"),
        ("周伟志", Kind.PERSON, "  志 → 志: its usual counterpart; it could also be 誌"),
        ("东势里", Kind.PLACE, "  里 → 里: place names mostly have it so; it could also be 裡, 哩, 裏"),
        ("台聚科技", Kind.ORGANIZATION, "  台 → 台: organizations mostly write it so; it could also be 臺, 檯, 颱, 枱"),
        ("国家发展局", Kind.ORGANIZATION, "  发 → 發: its usual counterpart; it could also be 髮"),
    ],
)
def test_says_what_decided_a_form(name, kind, line):
    assert line in explanation.forms(derive(name, kind=kind, script=Script.HANS), kind=kind)


texts = st.text(st.one_of(st.sampled_from("何单单范台里·T \0\ud800のア𠮷"), st.characters()), max_size=12)


@given(texts, st.sampled_from(Kind))
def test_every_chinese_character_is_explained(text, kind):
    told = [line for line in explanation.reading(text, kind=kind) if line[1] == " " and line[2] != "+"]
    assert len(told) == sum(map(is_han, text))
    terms = derive(text, kind=kind)
    lines = explanation.forms(terms, kind=kind)
    assert all(any(line.startswith(f"{term.text} ({term.lang})") for line in lines) for term in terms)
    for term in terms[1:]:
        assert "".join(one.chosen for one in choices(text, term, kind=kind)) == "".join(filter(is_han, term.text))


def test_every_source_has_words():
    syllables = [one for name in ("單田芳", "重慶", "𰻝") for one in readings.trace(name, kind=Kind.PERSON)]
    assert all(explanation.reading(one.char, kind=Kind.PERSON) for one in syllables)
