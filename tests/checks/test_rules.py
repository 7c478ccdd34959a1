"""Each rule on what it must find and on what it must leave alone; the reported false alarms of other tools."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import checks as labelled
from glossary import checks
from glossary.checks import Settings, Severity, fixes
from glossary.documents import from_text
from glossary.matcher import Matcher
from glossary.model import Review, Term, TermStatus
from glossary.pipeline import collect
from tests.glossaries import made

CASES = Path(__file__).parent.parent / "cases"


def rows(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


ROWS = rows("checks.tsv")


def run(glossary, source, text, settings=""):
    matcher = Matcher(made(glossary))
    if source:
        work = checks.of_texts(("source.txt", source), ("a.txt", text), matcher)
    else:
        work = checks.of_draft("a.txt", text, matcher)
    return checks.run(work, labelled.settings(settings))


@pytest.mark.parametrize(
    ("glossary", "settings", "source", "text", "expected", "why"), ROWS, ids=[row[5] for row in ROWS]
)
def test_cases(glossary, settings, source, text, expected, why):
    source, text = (one.replace("\\n", "\n") for one in (source, text))
    found = [
        f"{one.rule} {one.text}" if one.rule != "missing" else "missing"
        for one in run(glossary, source, text, settings)
    ]
    assert " | ".join(found) == expected


@pytest.mark.parametrize("review", [Review.UNREVIEWED, Review.APPROVED])
@pytest.mark.parametrize(("glossary", "source", "text", "expected"), rows("other_bodies.tsv"))
def test_another_institution_place_or_term_is_no_rendering(glossary, source, text, expected, review):
    matcher = Matcher(replace(entry, review=review) for entry in made(glossary))
    found = checks.run(checks.of_texts(("source.txt", source), ("a.txt", text), matcher))
    assert " | ".join(one.rule for one in found) == expected


def test_another_institution_is_no_rendering_though_the_glossary_has_it():
    known = (
        "organization University of Hong Kong = 香港大學; organization Chinese University of Hong Kong = 香港中文大學"
    )
    (found,) = run(known, "He left the University of Hong Kong.", "他離開香港中文大學。")
    assert found.rule == "missing"
    (found,) = run(known, "他離開香港大學。", "He left the Chinese University of Hong Kong.")
    assert found.rule == "missing"
    assert not run(known, "He left the University of Hong Kong.", "他離開港大。")


def test_a_short_name_may_be_another_entry_of_the_same_body():
    known = "organization Fair Trade Commission = 公平交易委員會; organization FTC = 公平會"
    assert not run(known, "The Fair Trade Commission fined it.", "公平會罰它。")


def test_another_thing_that_has_the_name_is_rendered_by_the_word_that_means_it():
    stated = "Hsu founded the Minkuotang (民國黨), also known as the Republican Party, in 2015."
    matcher = Matcher(
        replace(entry, terms=(*entry.terms, Term("Republican Party", "en"))) for entry in _collected(stated)
    )
    assert not checks.run(checks.of_texts(("s", "The Republican Party lost."), ("t", "共和黨輸了。"), matcher))


def _collected(text):
    return collect(from_text(text))


@pytest.mark.parametrize(("glossary", "text", "expected"), rows("glossed_otherwise.tsv"))
def test_names_with_other_glosses(glossary, text, expected):
    assert " | ".join(f"{one.rule} {one.text}" for one in run(glossary, "", text)) == expected


@pytest.mark.parametrize(
    ("glossary", "text", "fixed"),
    [
        ("person Scott Bessent = 貝森特", "Scott Bessant's (貝森特) plan.", "Scott Bessent's (貝森特) plan."),
        ("person Hou Hsiao-hsien = 侯孝賢", "Hou Hsiao-hsien's (侯孝賢) film.", "Hou Hsiao-hsien's (侯孝賢) film."),
        ("place Kuala Lumpur = 吉隆坡", "他在吉隆坡（Kuala Lumper）。", "他在吉隆坡（Kuala Lumpur）。"),
        ("person He Lifeng = 何立峰", "He Difeng (何立峰) spoke.", "He Difeng (何立峰) spoke."),
        ("person Tony Leung Chiu-wai = 梁朝偉", "Tony Leung Chiu-wai (梁家輝)", "Tony Leung Chiu-wai (梁家輝)"),
    ],
)
def test_only_a_plain_slip_is_put_right(glossary, text, fixed):
    assert fixes.applied(text, fixes.safe(run(glossary, "", text))) == fixed


def test_a_gloss_that_no_entry_has_is_a_warning_and_one_of_another_entry_an_error():
    leung = "person Tony Leung Chiu-wai = 梁朝偉"
    (found,) = run(leung, "", "Tony Leung Chiu-wai (梁家輝) came.")
    assert (found.severity, found.fix.text, found.fix.safe) == (Severity.WARNING, "梁朝偉", False)
    (found,) = run(f"{leung}; person Tony Leung Ka-fai = 梁家輝", "", "Tony Leung Chiu-wai (梁家輝) came.")
    assert found.severity is Severity.ERROR


def test_a_person_spelt_otherwise_is_a_warning_and_settings_count_more():
    matcher = Matcher(made("person Volodymyr Zelenskyy = 澤倫斯基"))
    work = checks.of_texts(("s", "澤倫斯基說話了。"), ("t", "Zelensky spoke."), matcher)
    (found,) = checks.run(work)
    assert (found.rule, found.severity, found.text) == ("missing", Severity.WARNING, "Zelensky")
    (found,) = checks.run(work, Settings(severity={"missing": Severity.NOTE}))
    assert found.severity is Severity.NOTE


BOTH = "Xi Jinping (习近平), Zhang Yimou (张艺谋), Lai Ching-te (賴清德) and Ho Jung (何榮) met."


@pytest.mark.parametrize(
    ("glossary", "text", "settings", "expected"),
    [
        ("习近平 张艺谋 賴清德 何榮", BOTH, "", 0),
        ("習近平 張藝謀 賴清德 何榮", BOTH, "", 0),
        ("習近平 張藝謀 賴清德 何榮", BOTH, "lang=zh-Hant", 2),
        ("習近平 張藝謀 賴清德 何榮", BOTH, "lang=zh-Hans", 2),
        ("習近平 張藝謀 賴清德 何榮", BOTH.replace("张艺谋", "張藝謀"), "", 1),
        ("習近平 張藝謀 賴清德 何榮 韓正", f"{BOTH} Han Zheng (韓正) too.".replace("张艺谋", "張藝謀"), "", 1),
        ("习近平 張藝謀 賴清德 何榮 韓正", f"{BOTH} Han Zheng (韓正) too.".replace("张艺谋", "張藝謀"), "", 0),
    ],
    ids=["as stated", "half", "traditional", "simplified", "one of four", "one of five", "one of five as stated"],
)
def test_the_script_of_an_english_text(glossary, text, settings, expected):
    english = ["Xi Jinping", "Zhang Yimou", "Lai Ching-te", "Ho Jung", "Han Zheng"]
    pairs = zip(english, glossary.split(), strict=False)
    found = run("; ".join(f"person {name} = {chinese}" for name, chinese in pairs), "", text, settings)
    assert [one.rule for one in found] == ["script"] * expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jerome Powell (鮑爾) spoke. Later Jerome Powell (鮑威爾) left.", "two-renderings 鮑威爾"),
        ("Volodymyr Zelenskyy (澤倫斯基) and Volodymyr Zelenskyy (澤連斯基) met.", "two-renderings 澤連斯基"),
        ("He Lifeng (何立峰) spoke. Ho Li-feng (何立峰) left.", "two-renderings Ho Li-feng"),
        ("Lin Jian (林劍) met Lin Jian (林建).", "one-for-two 林建"),
        (
            "最先寫到烏托邦的人是摩爾（Thomas More），不是提出積體電路定律的摩爾（Gordon Moore）。",
            "one-for-two Gordon Moore",
        ),
        ("Jerome Powell (鮑爾) spoke. Later Jerome Powell (鮑爾) left.", ""),
    ],
)
def test_two_renderings_of_one_thing_and_one_name_for_two(text, expected):
    found = run("place York = 約克", "", text)
    assert " | ".join(f"{one.rule} {one.text}" for one in found) == expected


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ("blamed profit-taking", "profit-taking", 0),
        ("taking", "profit-taking", 0),
        ("Quemoy", "Kinmen", 1),
    ],
)
def test_a_name_whose_ends_were_put_right_is_not_forbidden(old, new, findings):
    (entry,) = made(f"term {new} = 獲利了結")
    entry = replace(entry, terms=(*entry.terms, Term(old, "en", status=TermStatus.SUPERSEDED)))
    found = checks.run(checks.of_draft("a.txt", f"They {old} today.", Matcher([entry])))
    assert [one.rule for one in found] == ["forbidden"] * findings


def test_the_labelled_sentences():
    figures = labelled.measure("all")
    assert figures["planted"] >= 200
    assert figures["clean"] >= 200
    assert figures["precision"] >= 0.98
    assert figures["recall"] >= 0.95


def test_the_sentences_that_nobody_looked_at():
    figures = labelled.measure("blind")
    assert figures["precision"] >= 0.98
    assert figures["recall"] >= 0.95


LIN = "person Lin Jian = 林劍"


def test_a_finding_says_where():
    (found,) = run(LIN, "", "第一行說話\n他說林剑來了，後來還講了話", "lang=zh-Hant")
    assert (found.line, found.column, found.start, found.end, found.text) == (2, 3, 8, 10, "林剑")
    assert (found.fix.text, found.fix.safe, found.severity) == ("林劍", True, Severity.WARNING)


def test_a_missing_name_points_at_the_one_that_may_be_meant():
    known = "person Lin Chia-lung = 林佳龍; person Lin Chia-lin = 林佳林"
    (found,) = run(known, "Lin Chia-lung spoke.", "外長林家龍說話了。")
    assert (found.text, found.start) == ("林家龍", 2)
    assert "“林家龍” may be meant" in found.message
    (found,) = run(known, "外長林佳龍說話了。", "Lin Chia-lun spoke.")
    assert found.text == "Lin Chia-lun"
    (found,) = run(known, "Lin Chia-lung spoke.", "外長林佳林說話了。")
    assert "meant" not in found.message


def test_a_rule_can_be_off_for_all_and_for_an_entry():
    work = checks.of_draft("a.txt", "他說林剑來了", Matcher(made(LIN)))
    assert checks.run(work, Settings(lang="zh-Hant"))
    assert not checks.run(work, Settings(lang="zh-Hant", off=frozenset({"script"})))
    assert not checks.run(work, Settings(lang="zh-Hant", entries={"林剑": frozenset({"script"})}))
    assert not checks.run(work, Settings(lang="zh-Hant", entries={"Lin Jian": frozenset({"all"})}))
    assert checks.run(work, Settings(lang="zh-Hant", entries={"林剑": frozenset({"region"})}))


def test_a_severity_can_be_another():
    work = checks.of_draft("a.txt", "他說林剑來了", Matcher(made(LIN)))
    (found,) = checks.run(work, Settings(lang="zh-Hant", severity={"script": Severity.ERROR}))
    assert found.severity is Severity.ERROR


def test_segments_have_their_own_lines_and_places():
    work = checks.of_segments(
        "a.tmx", [("Hello", "你好", 3), ("Lin Jian", "他來了", 7), ("", "x", 8)], Matcher(made(LIN))
    )
    (found,) = checks.run(work)
    assert (found.rule, found.line, found.start, found.end, found.text) == ("missing", 7, 0, 3, "他來了")


def test_texts_with_another_number_of_lines_are_compared_as_a_whole():
    glossary = Matcher(made(LIN))
    assert not checks.run(checks.of_texts(("s", "Hello.\nLin Jian came."), ("t", "你好，林劍來了。"), glossary))
    assert checks.run(checks.of_texts(("s", "Hello.\nLin Jian came."), ("t", "你好，他來了。"), glossary))


def test_a_name_is_missed_once():
    text = "\n".join(["某人來"] * 3)
    assert len(run(LIN, "\n".join(["Lin Jian came"] * 3), text)) == 1


@pytest.mark.parametrize(
    ("stated", "source", "text", "missed"),
    [
        ("週四（Thursday）出刊的副刊。", "He comes on Thursday.", "他禮拜四來。", 0),
        ("非制約刺激（US）是食物。", "The US agreed.", "美國同意了。", 0),
        ("非制約刺激（US）是食物。", "The US agreed.", "他同意了。", 0),  # two letters may stand for anything
        ("導演魏德聖（Wei Te-sheng）到了。", "Wei Te-sheng spoke.", "導演說話了。", 1),
    ],
)
def test_words_that_a_text_gave_a_meaning_may_have_another_one(stated, source, text, missed):
    matcher = Matcher(collect(from_text(stated)))
    assert len(checks.run(checks.of_texts(("s", source), ("t", text), matcher))) == missed


def test_every_rule_is_documented():
    page = Path(__file__).parents[2].joinpath("docs/translating.md").read_text(encoding="utf-8")
    assert not [rule.name for rule in checks.RULES if f"`{rule.name}`" not in page]


DRAFTS = [(row[0], row[3].replace("\\n", "\n"), row[1]) for row in ROWS if not row[2]]


@pytest.mark.parametrize("written", ["bom", "crlf", "decomposed"])
def test_how_a_draft_is_written_does_not_matter(written):
    for glossary, text, settings in DRAFTS:
        lines = f"{text}\nMark Smith (史密斯) spoke, and Mark Smyth (史密斯) came.\n"
        other = {"bom": f"\ufeff{lines}", "crlf": lines.replace("\n", "\r\n"), "decomposed": f"{lines}Cafe\u0301\n"}[
            written
        ]
        plain, found = (run(glossary, "", one, settings) for one in (lines, other))
        assert [(one.rule, one.line, one.text) for one in found] == [(one.rule, one.line, one.text) for one in plain]
        assert all(other[one.start : one.end] == one.text for one in found)
