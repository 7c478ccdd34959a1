"""What users and projects set: which file counts, and what is said of a wrong one."""

import os
from pathlib import Path

import pytest

from glossary import configuration
from glossary.errors import SyntaxFault, UnreadableError


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A home without settings, and none in the environment."""
    for name in ("GLOSSARY_DB", "GLOSSARY_LANG", "GLOSSARY_STYLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_project_counts_more_than_the_user_and_the_environment_more_than_both(home, tmp_path, monkeypatch):
    own = put(home / "glossary/config.toml", 'db = "mine.db"\nlang = "zh-Hans"\nstyle = "中文（EN）"\n')
    project = put(tmp_path / "work/glossary.toml", 'lang = "zh-Hant"\ndb = ["desk.db", "/a/mine.db"]\n')
    found = configuration.settings(tmp_path / "work" / "sub")
    assert found.files == (project, own)
    assert found.db == (tmp_path / "work/desk.db", Path("/a/mine.db"))
    assert (found.text("lang"), found.text("style")) == ("zh-Hant", "中文（EN）")
    assert found.found["style"].where == f"{own}:3"
    monkeypatch.setenv("GLOSSARY_LANG", "zh-Hant-HK")
    monkeypatch.setenv("GLOSSARY_DB", os.pathsep.join(("a.db", "b.db")))
    found = configuration.settings(tmp_path / "work")
    assert (found.text("lang"), found.db) == ("zh-Hant-HK", (Path("a.db"), Path("b.db")))


def test_the_nearest_folder_counts_and_a_pyproject_that_says_nothing_is_none(tmp_path):
    put(tmp_path / "glossary.toml", 'lang = "zh-Hans"\n')
    put(tmp_path / "work/pyproject.toml", '[project]\nname = "x"\n')
    assert configuration.settings(tmp_path / "work").text("lang") == "zh-Hans"
    put(tmp_path / "work/pyproject.toml", '[project]\nname = "x"\n[tool.glossary]\nlang = "zh-Hant"\n')
    assert configuration.settings(tmp_path / "work").text("lang") == "zh-Hant"


def test_nothing_set_is_nothing_read(tmp_path):
    assert configuration.settings(tmp_path) == configuration.Settings()


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("glossary.toml", '\nlang = "fr"\n', 2, "lang must be one of zh-Hant"),
        ("glossary.toml", "db = 1\n", 1, "db must be the path of a glossary"),
        ("glossary.toml", "db = []\n", 1, "db must be"),
        ("glossary.toml", '# ours\n\nstyle = ""\n', 3, "style must be a gloss as it looks"),
        ("glossary.toml", 'colour = "red"\n', 1, "'colour' is no setting; there are db, lang, style"),
        ("glossary.toml", '[check]\noff = ["mix"]\n[checks]\n', 3, "'checks' is no setting"),
        ("glossary.toml", 'lang = "zh-Hant"\nlang = \n', 2, "is no TOML"),
        ("glossary.toml", "lang = " + "[" * 9999, 1, "is no TOML"),
        ("pyproject.toml", '[tool.x]\nlang = "a"\n[tool.glossary]\nlang = "b"\n', 4, "lang must be one of"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, name, text, line, words):
    path = put(tmp_path / name, text)
    with pytest.raises(SyntaxFault, match=words) as fault:
        configuration.settings(tmp_path)
    assert fault.value.where == f"{path}:{line}"


def test_a_file_that_is_no_text_is_said(tmp_path):
    path = tmp_path / "glossary.toml"
    path.write_bytes(b'lang = "zh-Hant"\n# \xff\n')
    with pytest.raises(SyntaxFault, match="not UTF-8") as fault:
        configuration.settings(tmp_path)
    assert fault.value.where == f"{path}:2"


def test_a_file_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    put(tmp_path / "glossary.toml", "")
    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(UnreadableError, match="cannot be read"):
        configuration.settings(tmp_path)
