"""What kinds of glosses after Chinese hold no name, through the whole judgement."""

import pytest

from glossary.documents import from_text
from glossary.model import Rejection
from glossary.pipeline import extract, inspect

CASES = (
    ("公司股價上漲（NYSE: TSM）。", "no-english-name"),
    ("設定檔的鍵值（如 host、port、timeout）要寫對。", "examples"),
    ("新款手機（Pro、Max、Mini）各有尺寸。", "examples"),
    ("新款手機（Pro、Max 兩種）都有。", "phrase"),
    ("早期研究認為閱讀速度與字距有關（Tinker, 1963）。", "citation"),
    ("這與先前的發現一致（Chen & Wang, 2015: 23）。", "citation"),
    ("信箱（editor@example.org）每天有人看。", "address"),
    ("名詞（n.）和形容詞（adj.）分開。", "abbreviation"),
    ("取三次的平均值（mean ± SD）。", "formula"),
)


@pytest.mark.parametrize(("text", "reason"), CASES, ids=[text for text, _ in CASES])
def test_what_is_no_name_is_refused_with_its_kind(text, reason):
    document = from_text(text)
    assert not list(extract(document))
    refused = [judged for judged in inspect(document) if isinstance(judged, Rejection)]
    assert reason in {one.name for judged in refused for one in judged.reasons}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("他投資標普500指數（S&P 500）。", ("S&P 500", "標普500指數")),
        ("市民只記得急症室（A&E）。", ("A&E", "急症室")),
        ("生物學家華生與克里克（James Watson、Francis Crick）發現了。", ("James Watson", "華生")),
    ],
)
def test_what_looks_alike_and_is_a_name_is_taken(text, pair):
    assert pair in [(mention.pair.english, mention.pair.chinese) for mention in extract(from_text(text))]
