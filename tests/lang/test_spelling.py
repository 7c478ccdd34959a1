import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lang.spelling import fit

COUNTY = [["jun4"], ["xian4"]]


def test_strict_readings_count_where_pinyin_spells_the_whole_name():
    name = [["zhao4"], ["ling2"]]
    assert fit("Shaoling", name, lone=False) is None
    found = fit("Shaoling", name, lone=False, strict=[["zhao4", "shao4"], ["ling2"]])
    assert found is not None
    assert found.choices[0] == ("shao4",)


@pytest.mark.parametrize(("english", "heard"), [("Xun County", "xun4"), ("Xun River County", None)])
def test_strict_readings_count_of_one_character_beside_its_generic_only(english, heard):
    found = fit(english, COUNTY, lone=True, strict=[["jun4", "xun4"], ["xian4"]])
    assert (found.choices[0][0] if found else None) == heard


def test_strict_readings_do_not_count_in_wade_giles():
    assert fit("Tseng Yung", [["zeng1"], ["rong2"]], lone=True, strict=[["zeng1"], ["rong2", "yong3"]]) is None


readings = st.lists(
    st.lists(st.sampled_from(["shan4", "dan1", "lü4", "xi1", "an1"]), min_size=1, max_size=3), max_size=6
)


@st.composite
def named(draw):
    """A name's readings, and English that may spell some of them."""
    name = draw(readings)
    said = [draw(st.sampled_from([*options, "x0"]))[:-1].title() for options in name]
    return draw(st.sampled_from(["", " ", "-", "'"])).join(said), name


@given(named() | st.tuples(st.text(max_size=30), readings))
def test_what_fits_is_a_stretch_of_the_name_and_its_readings(spelt):
    english, name = spelt
    found = fit(english, name, lone=True, strict=name)
    if found:
        assert 0 <= found.start < found.end <= len(name)
        for choices, options in zip(found.choices, name[found.start : found.end], strict=True):
            assert set(choices) <= set(options)
