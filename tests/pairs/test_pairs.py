"""The stated pairs of whole sentences: tests/cases/pairs.tsv, with sentences that state none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import from_text
from glossary.lang.hygiene import plain
from glossary.model import Mention
from glossary.pairs.edges import probability
from glossary.pipeline import Strictness, extract, inspect

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "cases" / "pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "expected", "origin"), CASES, ids=[case[2] for case in CASES])
def test_sentence_states_exactly_these_pairs(text, expected, origin):
    document = from_text(text.replace("\\n", "\n"))
    found = [f"{mention.pair.english} = {mention.pair.chinese}" for mention in extract(document)]
    assert "; ".join(found) == expected


def test_cases_hold_negatives_and_origins():
    assert sum(not expected for _, expected, _ in CASES) >= 8
    assert all(origin for _, _, origin in CASES)
    assert len({text for text, _, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Director Tsai Ming-liang (蔡明亮, pictured) came.", ()),
        ("歌手泰勒絲（Taylor Swift，36歲）說", ()),
        ("Taiwan Semiconductor Manufacturing Co (TSMC, 台積電)", ("TSMC",)),
        ("Sima Qian (Chinese: 司馬遷; pinyin: Sīmǎ Qiān)", ("Sīmǎ Qiān",)),
        ("the village Bakuwan (墾丁庄, formerly known as Old Camp, present-day Lakeside)", ("Old Camp", "Lakeside")),
        ("State Bank (國家銀行, often shortened to 國銀) opened", ("國銀",)),
        ("Kinmen (金門, formerly spelled Quemoy) lies", ("Quemoy",)),
        ('the word _Huànxiàng_ (幻象 "phantom; mirage")', ("phantom", "mirage")),
        ("-   _Rén_ (仁, benevolence, humaneness);", ("benevolence", "humaneness")),
        ('his courtesy name was Taibai (太白), literally "Great White," as', ("Great White",)),
        (
            "Lakeside High School (湖濱中學), also known as Lakeside School, No. 3 School or LHS, is",
            ("Lakeside School", "No. 3 School", "LHS"),
        ),
    ],
)
def test_further_names_in_the_gloss_are_aliases_and_remarks_are_not(text, aliases):
    (mention,) = extract(from_text(text))
    assert mention.pair.aliases == aliases


SHORT = (
    "( ) （ ） [ ] , ， 、 “ ” 「 」 * _ TSMC 台積電 何立峰 He Lifeng Co the of ’s 英語： · 1955 の Hé 𠮷 . U+4E00 /"
)
# Without some whole pairs among the pieces hardly any of these texts states one.
PAIRS = (
    " He Lifeng (何立峰)",
    "、台積電（TSMC）",
    " Yu Yue 俞樾",
    "\n- Taipei: 台北\n",
    "《紅樓夢》（Dream of the Red Chamber）",
    "宮 gong, 商 shang",
)
PIECES = st.sampled_from([*SHORT.split(), " ", "\n", "pinyin: ", "\u0301", "\ufe0f", " and "]) | st.sampled_from(PAIRS)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sides_are_slices_of_the_text_and_weights_give_the_probability(text):
    document = from_text(text)
    for judged in inspect(document):
        if isinstance(judged, Mention):
            assert plain(judged.english.of(document.text)) == judged.pair.english != ""
            assert plain(judged.chinese.of(document.text)) == judged.pair.chinese != ""
            assert judged.pair.english in plain(judged.context) or len(judged.context) >= 200
            assert judged.probability == probability(judged.reasons)
        else:
            assert judged.reasons


@given(st.text(max_size=200))
def test_any_text_is_taken(text):
    list(inspect(from_text(text.encode("utf-8", "ignore").decode())))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_broader_strictness_finds_all_that_stricter_finds(text):
    document = from_text(text)
    strict, balanced, broad = (
        {(m.gloss.start, m.pair.english, m.pair.chinese) for m in extract(document, strictness=s)}
        for s in (Strictness.STRICT, Strictness.BALANCED, Strictness.BROAD)
    )
    assert strict <= balanced <= broad


@pytest.mark.parametrize(
    "text",
    ["(" * 3000 + "何立峰" + ")" * 3000, "He Lifeng (" * 2000, "何" * 200_000 + "（Ho）", "A" * 200_000 + " (何)",
     "Name (何立峰 " * 3000, "（（（（（Name（何立峰））））））" * 500],
    ids=["nested", "unclosed", "long Han", "long word", "unclosed glosses", "five deep"],
)  # fmt: skip
def test_worst_cases_end(text):
    list(inspect(from_text(text)))
