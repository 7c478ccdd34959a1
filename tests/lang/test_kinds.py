"""What kind of thing a pair of names names: signs of the names, of what is known of them, and of the text around."""

import pytest

from glossary.lang import kind_context, kinds, known_names, name_parts


@pytest.mark.parametrize(
    ("english", "chinese", "before", "after", "kind"),
    [
        ("Fu Prefecture", "撫州", "the governor of ", " rebelled", "place"),  # an office of a place
        ("Lin Chia-lung", "林佳龍", "the governor ", " rebelled", "person"),
        ("Chen Shu-fen", "陳淑芬", "the studio's ", " and", "person"),
        ("Aachen", "亞琛", "", "", "place"),  # known as a whole
        ("Mach", "馬赫", "", "", "person"),
        ("Walmart", "沃爾瑪", "", "", "organization"),
        ("Adidas", "愛迪達", "", "", "organization"),
        ("Ottenheim", "奧滕海姆", "", "", "place"),  # looks like one
        ("Vasilenko", "瓦西連科", "", " told reporters", "person"),
        ("le Burundi", "布隆迪", "", "。", "place"),  # known by the Chinese
        ("HUZHOU", "湖州", "he reached the city of ", " at dawn", "place"),  # shouted, no acronym
        ("Duke Huan", "桓公", "", " ruled Qi", "person"),
    ],
)
def test_kind_of_a_pair(english, chinese, before, after, kind):
    assert kinds.classify(english, chinese, before=before, after=after) == kind


@pytest.mark.parametrize(
    ("before", "after", "signs"),
    [
        ("the mayor of ", "", ["before-role-of"]),
        ("the mayor of the ", "", ["before-role-of"]),
        ("the mayor ", "", ["before-role"]),
        ("", ", a city in Spain", ["apposed-place"]),
        ("", ", he thought, in a city", []),  # another clause
        ("", " modeling agency", ["behind-organization"]),
        ("", " left. A city", []),
        ("at a hospital called ", "", ["before-thing", "ahead-organization"]),
        ("at a hospital, ", "", []),
        ("他住在", "，", ["before-preposition"]),
        ("\n", "，", []),  # a name that begins a line
    ],
)
def test_signs_around_a_name(before, after, signs):
    assert kind_context.signs(before, after) == signs


@pytest.mark.parametrize(
    ("english", "chinese", "signs"),
    [
        ("The Aachen", "亞琛", ["en-known-place", "zh-known-place", "zh-known-city"]),
        ("le Burundi", "布隆迪", ["zh-known-country"]),
        ("Walmart", "沒有人知道", ["brand-1"]),
        ("Nobody", "台泥", ["brand-1"]),  # by the Chinese name alone
        ("Nobody Knows", "沒有人知道", []),
        ("", "", []),
    ],
)
def test_what_is_known_of_whole_names(english, chinese, signs):
    assert list(known_names.signs(english, chinese)) == signs


@pytest.mark.parametrize("name", ["", "A", "卡瓦諾", "Ａ股", "《札記》", "一" * 40])
def test_every_name_looks_like_something(name):
    assert len(list(name_parts.chinese(name))) == 3
    assert sum(map(pow, [2.718281828] * 5, name_parts.CHARACTERS.chances(name))) == pytest.approx(1)


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ([], set()),
        (["X"], set()),  # too short to say anything
        (["Guillermo", "Zzyzx"], {"world-given"}),
        (["Guillermo"], {"world-given-alone"}),
        (["Przybylski"], {"world-surname-alone"}),
    ],
)
def test_names_that_persons_bear(words, signs):
    assert {sign for sign in name_parts.english(words) if sign.startswith("world")} == signs


def test_what_letters_look_like():
    person, place, _ = name_parts.LETTERS.chances("brunnenhausen")
    assert place > person
    person, place, _ = name_parts.LETTERS.chances("karapetrovic")
    assert person > place
    assert sum(map(pow, [2.718281828] * 3, name_parts.LETTERS.chances("q" * 60))) == pytest.approx(1)


@pytest.mark.parametrize(
    ("english", "chinese", "shape"),
    [
        ("TSMC", "台積電", "acronym"),
        ("YUZHOU", "禹州", "capitals"),  # spells the Chinese
        ("BLUE LAKE HOTEL", "藍湖飯店", "capitals"),
        ("YouTube", "油管", "camel"),
        ("McDonald", "麥當勞", None),
        ("lake", "湖", "lower"),
    ],
)
def test_shapes_of_capitals(english, chinese, shape):
    found = {"acronym", "capitals", "camel", "lower"} & set(kinds.name_signs(english, chinese))
    assert found == ({shape} if shape else set())


def test_chances_add_up_to_one():
    said = kinds.sums("Pingtung County", "屏東縣")
    assert sum(kinds.chances(said)) == pytest.approx(1)
    assert sum(kinds.usual()) == pytest.approx(1)
    assert kinds.chances((1000.0, 0.0)) == (1.0, 0.0)
