import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.persons import is_double, is_foreign, shape, surname_length


@pytest.mark.parametrize(
    ("name", "english", "surname"),
    [
        ("何立峰", "", 1),
        ("樓繼偉", "", 1),
        ("諸葛亮", "", 2),
        ("福田康夫", "", 2),
        ("歐巴馬", "", 0),
        ("歐巴馬", "Barack Obama", 0),
        ("雷根", "Ronald Reagan", 0),
        ("雷根", "Lei Gen", 1),
        ("馬英九", "Ma Ying-jeou", 1),
        ("", "", 0),
        ("何", "", 0),
        ("何立峰何立峰", "", 0),
    ],
)
def test_where_the_surname_of_a_name_ends(name, english, surname):
    assert shape(name, english).surname == surname


def test_a_name_that_may_be_either_is_not_sure():
    assert not shape("馬丁").sure
    assert shape("何立峰").sure
    assert shape("馬丁", "Ma Ding").sure


@pytest.mark.parametrize(
    ("hant", "hans"), [("龐德", "庞德"), ("錢學森", "钱学森"), ("鍾南山", "钟南山"), ("長孫無忌", "长孙无忌")]
)
def test_both_scripts_have_one_shape(hant, hans):
    assert shape(hant) == shape(hans)


@given(st.text(st.sampled_from("何歐陽安生田巴馬斯德々A"), max_size=6), st.sampled_from(["", "Ou Yang", "\0", "Obama"]))
def test_a_surname_leaves_something_over(name, english):
    found = shape(name, english)
    assert 0 <= found.surname <= max(0, len(name) - 1)
    assert not found.double or found.surname == 2
    assert surname_length(name) <= max(0, len(name) - 1)
    assert is_foreign(name) == (not shape(name).surname)
    assert not is_double(name) or len(name) == 4
