"""The matcher on sentences of each kind, and against a naive search on random text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import documents, pipeline
from glossary.matcher import Matcher
from glossary.matcher.automaton import Automaton
from glossary.matcher.folding import fold, squeeze
from glossary.matcher.names import of_entry, spellings, spelt
from glossary.matcher.protected import Protected
from glossary.matcher.standing import Place, stands
from glossary.matcher.stretches import Stretches
from glossary.model import Entry, Form, Kind, Mention, Pair, Reason, Review, Span, Term, TermStatus
from tests.glossaries import made


def cases(name):
    """The rows of a file of cases."""
    lines = (Path(__file__).parent.parent / "cases" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


CASES, COLLECTED = cases("matcher.tsv"), cases("collected.tsv")


@pytest.mark.parametrize(("glossary", "text", "expected", "why"), CASES, ids=[row[3] for row in CASES])
def test_cases(glossary, text, expected, why):
    text = text.replace("\\n", "\n").replace("\\t", "\t")
    found = [one.text for one in Matcher(made(glossary)).find(text)]
    assert " | ".join(found) == expected.replace("\\n", "\n")


LETTERS = "Nab -'’.\n@何军軍台臺·"
names = st.text(LETTERS, min_size=2, max_size=5).filter(
    lambda text: any(map(str.isalpha, text)) and text == text.strip()
)
kinds = st.sampled_from([Kind.PLACE, Kind.ORGANIZATION, Kind.OTHER, Kind.TERM])
entries = st.lists(st.tuples(names, kinds), min_size=1, max_size=6)


def naive(text, entries):
    """The leftmost, then longest, spelling of a name that may stand there, tried at every place of the text."""
    folded = squeeze(text).text
    known = [(spelling, name) for entry in entries for name in of_entry(entry) for spelling in spellings(name)]
    start = 0
    while start < len(folded):
        fitting = [
            (start, start + len(spelling))
            for spelling, name in known
            if folded.startswith(spelling, start) and stands(Place(folded, start, start + len(spelling)), name)
        ]
        if fitting:
            yield max(fitting)
            start = max(fitting)[1]
        else:
            start += 1


@given(st.text(LETTERS, max_size=60), entries)
def test_equals_a_naive_search(text, drawn):
    glossary = [
        Entry(f"e{number}", kind, (Term(name, "zh-Hant" if max(name) > "⺀" else "en"),))
        for number, (name, kind) in enumerate(drawn)
    ]
    squeezed = squeeze(text)
    guard = Protected(text)
    expected = [
        (start, end)
        for start, end in naive(text, glossary)
        if not guard.holds(squeezed.place(start), squeezed.place(end - 1) + 1)
    ]
    found = Matcher(glossary).places(text)
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    if len(expected) == len(list(naive(text, glossary))):  # a protected place gives way to what overlaps it
        assert [(one.span.start, one.span.end) for one in found] == [
            (squeezed.place(start), squeezed.place(end - 1) + 1) for start, end in expected
        ]


@given(st.text(LETTERS, max_size=80), st.lists(names, min_size=1, max_size=5))
def test_the_automaton_finds_all_that_a_naive_search_finds(text, drawn):
    folded = fold(text)
    entries = [Entry(f"e{number}", Kind.OTHER, (Term(name, "en"),)) for number, name in enumerate(drawn)]
    known = {spelling for entry in entries for name in of_entry(entry) for spelling in spellings(name)}
    expected = {
        (start, start + len(spelling))
        for spelling in known
        for start in range(len(folded))
        if folded.startswith(spelling, start)
    }
    automaton = Automaton(spelt(name for entry in entries for name in of_entry(entry)))
    assert {(start, end) for _, start, end in automaton.hits(folded)} == expected


tokens = st.sampled_from([*"aT.@/-:()&; ，何\n", "com", "www.", "http://", "pdf"])
places = st.tuples(st.integers(0, 20), st.integers(1, 6))


@given(st.lists(tokens, max_size=14).map("".join), st.lists(places, max_size=6))
def test_what_is_protected_does_not_depend_on_what_was_asked_before(text, drawn):
    guard = Protected(text)
    for start, length in drawn:
        if start + length <= len(text):
            assert guard.holds(start, start + length) == Protected(text).holds(start, start + length)


@given(st.lists(places, max_size=8), places)
def test_stretches_overlap_a_place_that_has_one_of_their_characters(drawn, place):
    spans = [(start, start + length) for start, length in drawn]
    start, end = place[0], sum(place)
    covered = {offset for span in spans for offset in range(*span)}
    assert Stretches(spans).overlap(start, end) == (not covered.isdisjoint(range(start, end)))


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text(" \r\n\tab\u200b\u3000", max_size=30))
def test_squeezing_knows_the_way_back(text):
    squeezed = squeeze(text)
    for place, char in enumerate(squeezed.text):
        if not char.isspace():
            assert fold(text)[squeezed.place(place)] == char


def test_two_entries_with_one_name_are_both_told():
    (found,) = Matcher(made("person Lin Jian = 林劍; person Lin Jian = 林建")).find("Lin Jian spoke.")
    assert {name.entry.id for name in found.names} == {entry.id for entry in made("person L = 林劍; person L = 林建")}


def test_the_term_is_the_one_that_stands_there():
    found = Matcher(made("organization ByteDance Ltd = 字節跳動")).find("字节跳动即字節跳動")
    assert [one.name.term.lang for one in found] == ["zh-Hans-CN", "zh-Hant"]


def test_a_rejected_entry_is_not_found():
    from dataclasses import replace

    from glossary.model import Review

    (entry,) = made("person He Lifeng = 何立峰")
    assert not Matcher([replace(entry, review=Review.REJECTED)]).find("He Lifeng")


@given(st.text(st.sampled_from("臺台積电ﾀ９é ·⼀𠮷ｱ\u3000") | st.characters(), min_size=1))
def test_a_long_text_is_folded_like_a_short_one(text):
    filler = "中" * 120_000
    assert fold(filler + text)[len(filler) :] == "".join(map(fold, text))


@pytest.mark.parametrize("filler", ["中国，（他说）。", "臺灣的國語，鐵路與飛機。", "臺🈚中𠮷，"])
@given(st.text(st.sampled_from("臺灣與鐵，（㊖🈚𠮷\u3000") | st.characters(), max_size=40), st.integers(0, 9000))
def test_each_piece_of_much_text_is_folded_like_its_characters(filler, text, place):
    fold("中" * 500_000)  # from then on by pieces
    before = (filler * 2000)[:place]
    assert fold("中" * 4096 + before + text + filler) == "中" * 4096 + "".join(map(fold, before + text + filler))


def test_folding_again_changes_nothing():
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    folded = "".join(map(fold, every))
    assert "".join(map(fold, folded)) == folded


def test_of_two_with_one_name_the_glossed_one_comes_first_and_stays_so():
    glossary = made("person Chen Ying = 陳瑩; person Chen Ying = 陳穎")
    text = "Chen Ying (陳穎) met Chen Ying. Then Chen Ying (陳瑩) came, and Chen Ying left."
    found = [one for one in Matcher(glossary).find(text) if not one.name.chinese]
    assert [one.entry.terms[1].text for one in found] == ["陳穎", "陳穎", "陳瑩", "陳瑩"]
    assert all(len(one.names) == 2 for one in found)


@pytest.mark.parametrize(("states", "text", "expected", "why"), COLLECTED, ids=[row[3] for row in COLLECTED])
def test_collected(states, text, expected, why):
    entries = pipeline.collect(documents.from_text(states.replace("\\n", "\n")))
    assert " | ".join(one.text for one in Matcher(entries).find(text.replace("\\n", "\n"))) == expected


def test_a_word_with_senses_needs_a_name_beside_it_in_a_longer_text():
    states = "天篷（canopy）很重，光阻（photoresist）很輕。"
    matcher = Matcher(pipeline.collect(documents.from_text(states)))
    sentence, others = "They sat under a canopy of leaves. ", "Nobody spoke for a long while. " * 20
    assert [one.text for one in matcher.find(sentence)] == ["canopy"]
    assert matcher.find(sentence + others) == ()
    assert [one.text for one in matcher.find(sentence + others + "A photoresist.")] == ["canopy", "photoresist"]


def test_an_everyday_word_is_a_term_everywhere_once_a_person_stands_behind_it():
    def found(english, chinese, *reasons, **said):
        pair = Pair(english, chinese, Kind.TERM)
        mention = Mention(pair, "d", Form.EN_BRACKET, Span(0, 1), Span(2, 3), Span(2, 3), 0.99, "", reasons)
        entry = Entry("e1", Kind.TERM, (Term(english, "en"), Term(chinese, "zh-Hant")), (mention,), **said)
        return [one.text for one in Matcher([entry]).find(f"They go {english} today.")]

    assert found("early", "提前") == []
    assert found("early", "提前", review=Review.APPROVED) == ["early"]
    assert found("early", "提前", Reason("imported", 7.0)) == ["early"]
    assert found("hutong", "胡同") == ["hutong"]  # no everyday word


def test_of_two_with_one_name_that_whose_preferred_name_it_is_comes_first():
    admitted = Term("Kaohsiung", "en", status=TermStatus.ADMITTED)
    preferred = Term("Kaohsiung", "en", status=TermStatus.PREFERRED)
    older = Entry("e1", Kind.PLACE, (Term("Dagou", "en"), admitted, Term("打狗", "zh-Hant")))
    newer = Entry("e2", Kind.PLACE, (preferred, Term("高雄", "zh-Hant")))
    (found,) = Matcher([older, newer]).find("They took the Kaohsiung Light Rail.")
    assert [name.entry.terms[-1].text for name in found.names] == ["高雄", "打狗"]
