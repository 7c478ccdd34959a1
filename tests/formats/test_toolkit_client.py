"""translate-toolkit, by which Weblate reads."""

import pytest

from tests.formats import sample
from tests.formats.clients import written

factory = pytest.importorskip("translate.storage.factory", reason="needs translate-toolkit")
pytestmark = pytest.mark.client
FIVE = {
    ("He Lifeng", "何立峰"),
    ("ByteDance Ltd", "字節跳動"),
    ("Lin Jian", "林劍"),
    ("Taiwan Semiconductor Manufacturing Co", "台積電"),
    ("Jun He", "何軍"),
}
HELD = {  # of the hard terms: those that no format or reader here has to change
    'A, "B" Co',
    "=SUM(A1)",
    "<b>&amp;</b>",
    "He（何）Co",
    "Ünïcödé 𠮷野家 🀄",
    "back\\slash\\",
    "x" * 2000,
}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("tbx2", ".tbx"), ("omegat", ".utf8"), ("weblate", ".csv"), ("utx", ".utx"), ("tmx", ".tmx")],
)
def test_it_reads_every_pair(name, suffix, tmp_path):
    path = written([*sample.FIVE, *sample.HARD], name, tmp_path / f"ours{suffix}")
    units = factory.getobject(str(path)).units
    read = {(str(unit.source), str(unit.target)) for unit in units}
    assert read >= FIVE
    assert {source for source, _ in read} >= HELD
    assert ("TSMC", "台積電") in read or name == "tbx2"  # there it is a second name of its unit


def test_weblates_context_tells_two_of_one_name_apart(tmp_path):
    path = written([*sample.FIVE], "weblate", tmp_path / "ours.csv")
    (unit,) = [unit for unit in factory.getobject(str(path)).units if unit.source == "Lin Jian"]
    assert unit.getcontext() == "entry-3"
    assert "Lín Jiàn" in unit.getnotes("translator")


def test_a_name_not_to_be_used_is_marked_in_tbx(tmp_path):
    from translate.storage import tbx

    bad = sample.forbidden(sample.FIVE[0], "何立鋒")
    path = written([bad], "tbx2", tmp_path / "ours.tbx", code="zh_Hant")
    content = path.read_text(encoding="utf-8")
    assert 'xml:lang="zh_Hant"' in content
    store = tbx.tbxfile(sourcelanguage="en", targetlanguage="zh_Hant")
    store.parse(content.encode())
    assert str(store.units[0].target) == "何立峰"
    assert "deprecatedTerm-admn-sts" in content
