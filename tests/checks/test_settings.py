"""The settings file: what it may hold, and clear words for what it may not."""

import pytest

from glossary import configuration
from glossary.checks import Severity, settings
from glossary.checks.rules import NAMES
from glossary.errors import SyntaxFault, UnreadableError


def load(tmp_path, content, name=".glossary.toml"):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return settings.typed(configuration.of_file(path).table("check"), rules=NAMES)


def test_all_settings(tmp_path):
    found = load(
        tmp_path,
        '[check]\nlang = "zh-Hant-TW"\nstyle = "EN (中文)"\noff = ["unglossed"]\n[check.severity]\nregion = "error"\n'
        '[check.entries]\n"臺積電" = "all"\n"何立峰" = ["missing", "region"]\n',
    )
    assert (found.lang, found.style, found.off) == ("zh-Hant-TW", "EN (中文)", {"unglossed"})
    assert found.severity == {"region": Severity.ERROR}
    assert found.entries == {"台积电": {"all"}, "何立峰": {"missing", "region"}}


def test_an_empty_file_is_fine(tmp_path):
    assert load(tmp_path, "") == settings.Settings()


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("[check", 1, "is no TOML"),
        ("check = 1", 1, "check must be a table"),
        ('[check]\nlang = "de"', 2, "check.lang must be one of"),
        ("[check]\nlang = 3", 2, "check.lang must be a text"),
        ('[check]\nstyle = ""\noff = ["nosuch"]', 3, "check.off has 'nosuch', which is no rule"),
        ('check.off = [["mix"]]', 1, r"check.off has \['mix'\], which is no rule"),
        ('[check]\noff = "region"', 2, "check.off must be a list"),
        ('[check]\ncolour = "red"', 2, "check.colour is no setting"),
        ('[check]\n[check.severity]\nregion = "fatal"', 2, "'fatal', which is no severity"),
        ('[check.severity]\nregion = ["error"]', 1, "which is no severity"),
        ("[check]\nseverity = 1", 2, "check.severity must be a table"),
        ('[check.entries]\n"x" = 3', 1, "must be a list of rules"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, content, line, words):
    with pytest.raises(SyntaxFault, match=words) as fault:
        load(tmp_path, content)
    assert fault.value.where == f"{tmp_path / '.glossary.toml'}:{line}"


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert load(tmp_path, '\ufeff[check]\noff = ["mix"]').off == {"mix"}


def test_a_table_of_pyproject_counts(tmp_path):
    assert load(tmp_path, '[tool.glossary.check]\noff = ["mix"]', "pyproject.toml").off == {"mix"}
    assert configuration.project_file(tmp_path) == tmp_path / "pyproject.toml"
    with pytest.raises(SyntaxFault, match="glossary must be a table"):
        load(tmp_path, "[tool]\nglossary = 1", "pyproject.toml")


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(UnreadableError):
        configuration.of_file(tmp_path / "none.toml")
