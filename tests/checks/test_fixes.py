"""Safe fixes are applied, others are not, and what is put right is found no more."""

from hypothesis import given
from hypothesis import strategies as st

from glossary import checks
from glossary.checks import Settings, fixes
from glossary.matcher import Matcher
from tests.glossaries import made

MATCHER = Matcher(
    made("person Lin Jian = 林劍; person Lu Hsun, !Lu Hsin = 魯迅; person Barack Obama = 歐巴馬; place York = 約克")
)
SETTINGS = Settings(lang="zh-Hant-TW", style="EN (中文)", off=frozenset({"mix"}))
TEXTS = st.lists(
    st.sampled_from(
        ["林剑", "林劍", "Lu Hsin", "Lu Hsun", "奧巴馬", "York", " (約克)", "Lin Jian", " and ", "說", "\n", "。"]
    ),
    max_size=10,
).map("".join)


def put_right(text):
    return fixes.applied(text, fixes.safe(checks.run(checks.of_draft("a", text, MATCHER), SETTINGS)))


@given(TEXTS)
def test_what_is_put_right_is_found_no_more(text):
    for _ in range(4):  # a name put right may show that another is of the wrong script
        before, text = text, put_right(text)
    assert text == before, "fixing ends"
    assert not fixes.safe(checks.run(checks.of_draft("a", text, MATCHER), SETTINGS))


def test_a_fix_that_may_be_wrong_is_left_to_people():
    matcher = Matcher(made("person He Lifeng = 何立峰"))
    (found,) = checks.run(checks.of_draft("a", "He Lifeng (何力峰) spoke", matcher))
    assert found.fix.text == "何立峰"
    assert not fixes.safe([found])


def test_a_forbidden_name_has_its_fix_whatever_region_is_wanted():
    matcher = Matcher(made("person Lu Hsun = 魯迅, !魯逊"))
    for lang in ("", "zh-Hant", "zh-Hant-TW"):
        for text in ("魯逊說", "Minister Ou (歐) met 魯逊 and Jianguo (建国)"):
            (found,) = checks.run(checks.of_draft("a", text, matcher), Settings(lang=lang, off=frozenset({"mix"})))
            assert (found.rule, found.fix and found.fix.text) == ("forbidden", "魯迅")
