import json
import math
import unicodedata

import pytest

from tests.command import NEWS

KEYS = {
    "document", "english", "chinese", "aliases", "kind", "form", "confidence", "start", "end", "context", "reasons",
}  # fmt: skip
TEXTS = {
    "half-width": ("Chinese Vice Premier He Lifeng (何立峰) spoke.", "He Lifeng", "何立峰", "(何立峰)"),
    "full-width": ("Chinese Vice Premier He Lifeng（何立峰） spoke.", "He Lifeng", "何立峰", "（何立峰）"),
    "with acronym": (
        "Shares in Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose.",
        "Taiwan Semiconductor Manufacturing Co", "台積電", "(TSMC, 台積電)",
    ),
    "chinese first": ("財政部長貝森特（Scott Bessent）昨天抵達。", "Scott Bessent", "貝森特", "（Scott Bessent）"),
    "first, half-width": ("财政部长贝森特(Scott Bessent)昨天抵达。", "Scott Bessent", "贝森特", "(Scott Bessent)"),
}  # fmt: skip


def extracted(result):
    assert result.code == 0, result
    return [json.loads(line) for line in result.out.splitlines()]


@pytest.mark.parametrize(("text", "english", "chinese", "gloss"), TEXTS.values(), ids=TEXTS)
def test_states_each_pair_with_offsets_into_the_nfc_text(glossary, text, english, chinese, gloss):
    decomposed = unicodedata.normalize("NFD", f"Café. {text}")
    path = glossary.write("text.txt", decomposed)
    (found,) = extracted(glossary("extract", path))
    nfc = unicodedata.normalize("NFC", decomposed)
    assert set(found) >= KEYS
    assert (found["english"], found["chinese"]) == (english, chinese)
    assert nfc[found["start"] : found["end"]] == gloss
    assert [nfc[slice(*found["spans"][side])] for side in ("english", "chinese")] == [english, chinese]
    assert found["document"] == str(path)
    assert found["context"] in nfc
    assert 0 < found["confidence"] <= 1
    assert all({"name", "weight"} <= set(reason) for reason in found["reasons"])


def test_an_acronym_in_the_gloss_is_an_alias(glossary):
    found = extracted(glossary("extract", "-", stdin=TEXTS["with acronym"][0]))
    assert [(pair["aliases"], pair["kind"], pair["document"]) for pair in found] == [(["TSMC"], "organization", "-")]


def test_keeps_no_state(glossary):
    assert glossary("extract", glossary.write("a.txt")).code == 0
    assert not glossary.db.exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp950", "gb18030"])
def test_detects_the_encoding(glossary, encoding):
    text = "中國國務院副總理何立峰（He Lifeng）昨天在瑞士與美國財政部長會面，雙方就關稅問題交換意見。" * 3
    if encoding == "gb18030":
        text = "中国国务院副总理何立峰（He Lifeng）昨天在瑞士与美国财政部长会面，双方就关税问题交换意见。" * 3
    path = glossary.write("text.txt", text.encode(encoding))
    assert {pair["chinese"] for pair in extracted(glossary("extract", path))} == {"何立峰"}


def test_the_encoding_can_be_named(glossary):
    path = glossary.write("text.txt", "何立峰（He Lifeng）".encode("big5"))
    assert [pair["chinese"] for pair in extracted(glossary("extract", "-e", "big5", path))] == ["何立峰"]
    assert glossary("extract", "-e", "klingon", path).refused("klingon")


def test_prints_a_table_for_people(glossary):
    header, *rows = glossary("extract", "--table", glossary.write("a.txt")).out.splitlines()
    assert header.split("\t")[:2] == ["english", "chinese"]
    assert [row.split("\t")[1] for row in rows] == ["何立峰", "台積電", "字節跳動"]


def test_explains_pairs_and_rejections_with_their_reasons(glossary):
    shown = glossary("extract", "--explain", "-", stdin=NEWS + "He left (see below, 見下) early.").out
    assert "-:2: (TSMC, 台積電)" in shown
    assert "pair: He Lifeng = 何立峰" in shown
    assert "  +" in shown


def test_explains_which_names_were_weighed_and_what_decided(glossary):
    text = "lift their competitiveness Taiwan Semiconductor Manufacturing Co (TSMC, 台積電) rose."
    shown = glossary("extract", "--explain", "-", stdin=text).out
    assert "pair: Taiwan Semiconductor Manufacturing Co = 台積電" in shown
    assert "runner-up: Semiconductor Manufacturing Co (" in shown
    assert "decided by: well-known, acronym" in shown


def test_explains_what_the_lines_of_a_list_say_for_one_another(glossary):
    text = "- Tainan 台南\n- Taichung 台中\n- Keelung 基隆\n- Oyster omelette 蚵仔煎\n"
    pairs = [row["chinese"] for row in extracted(glossary("extract", "-", stdin=text))]
    shown = glossary("extract", "--explain", "-", stdin=text).out
    assert pairs == [name for name in ("台南", "台中", "基隆", "蚵仔煎") if f"= {name} (" in shown]
    assert "list-of-names" in shown


def test_reasons_replay_to_the_confidence_and_the_review_mark(glossary):
    text = "Chinese Vice Premier He Lifeng (何立峰) said the divination blocks (筊杯) were lent by Pili (霹靂)."
    for row in extracted(glossary("extract", "-s", "broad", "-", stdin=text)):
        total = sum(reason["weight"] for reason in row["reasons"])
        assert abs(1 / (1 + math.exp(-total)) - row["confidence"]) < 0.001
        assert row["review"] is (row["confidence"] < 0.945)


def test_a_strict_reader_gets_no_more_than_a_broad_one(glossary):
    path = glossary.write("a.txt")
    strict, broad = (glossary("extract", "-s", how, path).out.splitlines() for how in ("strict", "broad"))
    assert set(strict) <= set(broad)


def test_control_characters_of_a_text_do_not_reach_the_terminal_in_a_table(glossary):
    table = glossary("extract", "--table", "-", stdin="Chinese Vice Premier He\x1b[2J Lifeng (何立峰) spoke.")
    assert "\x1b" not in table.out
