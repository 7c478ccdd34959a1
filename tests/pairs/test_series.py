"""Names in a series are mostly of one kind, and say so together."""

from glossary.documents import from_text
from glossary.pipeline import considered, extract

SERIES = (
    "該郡由四個區組成：威爾特郡北區（North Wiltshire）、肯尼特（Kennet）、"
    "威爾特郡西區（West Wiltshire）和索爾茲伯里（Salisbury）。"
)


def kinds(text):
    return [mention.pair.kind.value for mention in extract(from_text(text))]


def test_districts_in_a_series_are_places():
    assert set(kinds(SERIES)) == {"place"}


def test_what_is_explained_is_what_is_extracted():
    shown = [
        judged.pair
        for one in considered(from_text(SERIES))
        for judged in one.judged
        if hasattr(judged, "pair") and judged.probability >= 0.5
    ]
    assert shown == [mention.pair for mention in extract(from_text(SERIES))]


CLUBS = (
    "曼聯足球俱樂部（Manchester United F.C.）輸了。皇馬足球會（Real Madrid CF）贏了。"
    "拜仁足球俱樂部（FC Bayern Munich）昨晚作客。阿仙奴足球會（Arsenal F.C.）休息。"
)
LONELY = "諾域治（Norwich）也來了。"


def test_names_nearby_are_often_of_one_kind():
    """Norwich is a city, and in a text on football a club."""
    assert kinds(LONELY) == ["place"]
    assert set(kinds(CLUBS + LONELY)) == {"organization"}


def test_names_far_away_say_nothing():
    far = "天氣很好。" * 4000
    assert kinds(CLUBS + far + LONELY)[-1] == kinds(far + LONELY)[0] != "organization"
