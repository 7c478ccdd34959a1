"""The settings file: what it may hold, and clear words for what it may not."""

import pytest

from glossary.checks import Severity, settings
from glossary.checks.rules import NAMES
from glossary.errors import SyntaxFault, UnreadableError


def load(tmp_path, content):
    path = tmp_path / ".glossary.toml"
    path.write_text(content, encoding="utf-8")
    return settings.load(path, rules=NAMES)


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
    ("content", "words"),
    [
        ("[check", "is no TOML"),
        ("check = 1", "must be"),
        ('[check]\nlang = "de"', "check.lang must be one of"),
        ("[check]\nlang = 3", "check.lang must be a text"),
        ('[check]\noff = ["nosuch"]', "'nosuch' is no rule"),
        ('[check]\noff = "region"', "check.off must be a list"),
        ('[check]\ncolour = "red"', "check.colour is no setting"),
        ('[check.severity]\nregion = "fatal"', "'fatal' is no severity"),
        ('[check.entries]\n"x" = 3', "rules are given as a list"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, content, words):
    with pytest.raises(SyntaxFault, match=words):
        load(tmp_path, content)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(UnreadableError):
        settings.load(tmp_path / "none.toml", rules=NAMES)
