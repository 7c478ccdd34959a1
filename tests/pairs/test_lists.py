"""Lines of a list vouch for one another, and lines of running text do not."""

from itertools import count, repeat

from glossary.documents import from_text
from glossary.pairs import lists
from glossary.pipeline import extract, inspect

TERMS = """# 术语

激活函数，activation function

损失函数，loss function

小批量，minibatch

梯度裁剪，gradient clipping

暂退法，dropout
"""


def pairs(text):
    return {(mention.pair.english, mention.pair.chinese) for mention in extract(from_text(text))}


def test_what_nothing_ties_together_counts_in_a_list_of_pairs():
    assert ("dropout", "暂退法") in pairs(TERMS)
    assert ("minibatch", "小批量") in pairs(TERMS)


def test_by_itself_it_does_not():
    assert not pairs("暂退法，dropout\n\nThe rest of the text says nothing of the kind.\n")


def test_a_list_of_which_few_lines_state_pairs_vouches_for_none():
    text = "- 編輯, Monday\n- 校對, Tuesday\n- 排版, Wednesday\n- 印刷, Thursday\n- 何立峰, He Lifeng\n"
    assert pairs(text) <= {("He Lifeng", "何立峰")}


def test_a_table_without_end_is_not_waited_for():
    (row,) = inspect(from_text("| Tainan | 台南 |"))
    drawn = count()
    judged = lists.together(one for one, _ in zip(repeat(row), drawn, strict=False))
    assert next(judged).reasons[-1].name == "list-of-names"
    assert next(drawn) < 10_000


FIRMS = """| Firm | {head} | Seat |
|---|---|---|
| TSMC | 台積電 | Hsinchu |
| Wayto Metal | 衛土 | Tainan |
| Olmarine | 歐瑪鄰 | Keelung |
| Pontecraft | 龐特克 | Keelung |
"""


def test_a_language_at_the_head_of_a_table_tells_its_column():
    found = pairs(FIRMS.format(head="中文"))
    assert {english for english, _ in found} == {"TSMC", "Wayto Metal", "Olmarine", "Pontecraft"}


def test_what_stands_on_the_other_side_is_vouched_for_by_none():
    assert not {"Hsinchu", "Tainan", "Keelung"} & {english for english, _ in pairs(FIRMS.format(head="Name"))}


TITLES = """Works of the abbot

-   _Song of the Stone Bridge_《石橋歌》
-   _Letters to a Young Monk_,《致少年僧書》
-   _Two Questions on Tea_《茶事二問》
"""


def test_titles_in_marks_need_nothing_between():
    assert pairs(TITLES) == {
        ("Song of the Stone Bridge", "石橋歌"),
        ("Letters to a Young Monk", "致少年僧書"),
        ("Two Questions on Tea", "茶事二問"),
    }
