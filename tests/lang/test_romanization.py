import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lang.romanization import Level, fit, keys, spellings, suffix, surname
from glossary.tables import rows

CASES = Path(__file__).parents[1] / "cases" / "romanization.tsv"
FAMILIES = ("mandarin", "cantonese", "hokkien")
READ = sorted({char for family in FAMILIES for row in rows(f"romanization_{family}") for char in row[-2]})
SYLLABLES = [(row[1].split()[0], char) for row in rows("romanization_mandarin") if row[1] for char in row[-2][:3]]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [tuple(row.values())[:5] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


@pytest.mark.parametrize("case", cases(), ids=" ".join)
def test_spelling_fits_as_listed(case):
    english, chinese, *expected = case
    found = fit(english, chinese)
    used = english.split()[found.words.start : found.words.end]
    assert [found.level.value, str(found.slack), " ".join(used)] == expected


@pytest.mark.parametrize("case", cases(), ids=" ".join)
def test_suffix_finds_what_fits_exactly_at_the_end(case):
    english, chinese, level, slack, used = case
    spelt = fit(english, chinese).syllables
    whole = "".join(char for char, _ in spelt) == chinese and not any(is_translated(letters) for _, letters in spelt)
    exact = level in {"full", "partial"} and slack == "0" and english.endswith(used)
    found = suffix(["said", *english.split()], chinese)
    assert (found is not None) == (whole and exact)


def is_translated(letters):
    return letters in {"county", "city", "district", "road", "rd", "north", "n", "temple", "lake", "mount", "river"}


@pytest.mark.parametrize(
    ("english", "chinese", "system"),
    [
        ("He Lifeng", "何立峰", "hanyu"),
        ("Chang Chih-hsiung", "張志雄", "wade-giles"),
        ("Jhongsiao", "忠孝", "tongyong"),
        ("Chyan Shyr", "錢石", "gwoyeu"),
        ("Leung Chun-ying", "梁振英", "hong-kong"),
        ("Chungking", "重慶", "postal"),
        ("Quemoy", "金門", "exonym"),
        ("Lim Khim", "林琴", "poj"),
    ],
)
def test_system_is_told(english, chinese, system):
    assert fit(english, chinese).system == system


@pytest.mark.parametrize(
    ("english", "chinese"), [("Hel Ifeng", "何立峰"), ("Tsaii Ng-wen", "蔡英文"), ("Ta-iwan", "臺灣")]
)
def test_syllable_stays_within_its_word(english, chinese):
    assert fit(english, chinese).level is not Level.FULL


@pytest.mark.parametrize("word", ["Ouyang", "Ou-yang", "OUYANG"])
def test_compound_surname_is_one_surname(word):
    assert surname(word, "歐陽修")
    assert surname(word, "欧阳修")


@pytest.mark.parametrize(
    ("word", "chinese"), [("Ming", "黃志明"), ("", "黃志明"), ("Huang", ""), ("-", "黃"), ("Z", "張三")]
)
def test_other_words_are_no_surname(word, chinese):
    assert not surname(word, chinese)


def test_given_name_must_belong_to_one_family():
    assert suffix(["Wong", "Chih-keung"], "黃志強") is None
    assert fit("Wong Chih-keung", "黃志強").slack == 1
    assert suffix(["Wong", "Chih-chiang"], "黃志強") is not None


def test_longest_suffix_is_taken():
    found = suffix(["An", "An", "An"], "安安安")
    assert found is not None
    assert found.words == (0, 3)


def test_suffix_takes_no_more_than_four_words_of_a_short_name():
    assert suffix(["Vice", "Premier", "Li", "Ka", "Shing"], "李嘉誠") is not None
    assert suffix(["He", "Lifeng", "said"], "何立峰") is None


def test_characters_are_given_their_letters():
    assert fit("Lifeng He", "何立峰").syllables == (("何", "he"), ("立", "li"), ("峰", "feng"))
    assert fit("Hualien County", "花蓮縣").syllables == (("花", "hua"), ("蓮", "lien"), ("縣", "county"))


def test_signs_around_the_characters_are_passed_over():
    assert fit("Qinglei", "T-security擎雷").level is Level.FULL


def test_both_scripts_are_read_alike():
    for system in ("Zhang Guodong", "Chang Kuo-tung", "Cheung Kwok-tung"):
        assert fit(system, "張國棟").level is fit(system, "张国栋").level is Level.FULL


def test_keys_begin_with_hanyu_pinyin_and_keep_the_limit():
    found = keys("何立峰")
    assert found[0] == "helifeng"
    assert {"holifeng", "holapfung"} <= set(found)
    assert len(keys("單樂曾", limit=5)) == 5
    assert keys("") == keys("ABC") == ()


def test_keys_are_spellings_that_fit():
    assert all(fit(key, "蔡英文").level is Level.FULL for key in keys("蔡英文"))


def test_spellings_name_system_and_family():
    assert spellings("蔡")["tsai"] >= {"wade-giles", "mandarin"}
    assert spellings("辜")["koo"] >= {"surname"}
    assert spellings("") == spellings("蔡英") == {}


@given(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4), st.sampled_from(["-", "", " "]))
def test_hanyu_pinyin_of_usual_readings_fits_in_full(name, joint):
    letters, characters = zip(*name, strict=True)
    spelt = f"{letters[0]} {joint.join(letters[1:])}"
    found = fit(spelt, "".join(characters))
    assert found.level is Level.FULL
    assert not found.slack


@given(st.lists(st.sampled_from(READ), min_size=2, max_size=3))
def test_every_key_of_a_name_fits_in_full(characters):
    chinese = "".join(characters)
    assert all(fit(key, chinese).level is Level.FULL for key in keys(chinese))


@given(st.lists(st.sampled_from(SYLLABLES), min_size=3, max_size=3))
def test_surname_may_stand_last(name):
    (one, two, three), characters = zip(*name, strict=True)
    chinese = "".join(characters)
    first, last = suffix([one, f"{two}-{three}"], chinese), suffix([f"{two}-{three}", one], chinese)
    assert first is not None
    assert last is not None


@given(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3))
def test_capitals_and_signs_of_tone_change_nothing(name):
    letters, characters = zip(*name, strict=True)
    chinese, spelt = "".join(characters), " ".join(letters)
    assert fit(spelt.upper(), chinese).syllables == fit(spelt.replace("a", "ǎ"), chinese).syllables


@settings(max_examples=300)
@given(ANY_TEXT, ANY_TEXT)
def test_any_text_gets_an_answer(english, chinese):
    found = fit(english, chinese)
    assert 0 <= found.words.start <= found.words.end <= len(english.split())
    assert (found.level is Level.NONE) == (not found.syllables)
    suffix(english.split(), chinese)
    surname(english, chinese)
    keys(chinese)
    spellings(chinese)


@given(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4),
    st.sampled_from(["", "-", " "]),
    st.text("abcdefghinoughzt -'", max_size=12),
)
def test_a_full_fit_consumes_letters_and_characters(name, joint, before):
    letters, characters = zip(*name, strict=True)
    english, chinese = f"{before} {joint.join(letters)}", "".join(characters)
    found = suffix(english.split(), chinese)
    assert found is not None
    if found.system != "exonym":
        assert "".join(char for char, _ in found.syllables) == chinese
        used = "".join(english.split()[found.words.start : found.words.end])
        assert sorted("".join(letters for _, letters in found.syllables)) == sorted(
            letter for letter in used.replace("'s", "") if letter.isalpha()
        )


@pytest.mark.parametrize("size", [10_000])
def test_long_text_gets_an_answer(size):
    assert fit("li " * size, "李") is not None
    assert fit("li" * size, "李李李").level is Level.NONE
    assert fit("Li", "李" * size).level is Level.NONE
    assert suffix(["li"] * size, "李李") is not None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("單田芳", "shantianfang"),
        ("曾國藩", "tsengkuofan"),
        ("尉遲恭", "yuchigong"),
        ("區諾軒", "aunokhin"),
        ("單仲偕", "sinchungkai"),
        ("單車", "danche"),
    ],
)
def test_keys_know_how_surnames_are_said(name, key):
    assert key in keys(name)
