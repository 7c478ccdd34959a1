"""The settings of a user and of a project, as commands use them."""

from pathlib import Path

from tests.command import NEWS


def test_the_commands_use_what_is_set(glossary):
    glossary.write(
        ".config/glossary/config.toml", 'db = ["desk.db", "mine.db"]\nlang = "zh-Hans"\nstyle = "EN [中文]"\n'
    )
    here = {"GLOSSARY_DB": ""}
    desk = ".config/glossary/desk.db"
    assert glossary("collect", "--db", desk, glossary.write("news.txt", NEWS), **here).code == 0
    assert glossary("lookup", "何立峰", **here).code == 0  # there is nothing of one's own yet
    assert glossary("import", "-", "--format", "csv", stdin="english,chinese\nLin Jian,林劍\n", **here).code == 0
    found = glossary("lookup", "lin jian", "何立峰", **here)
    assert "林剑" in found.out
    assert "林劍" not in found.out
    assert "He Lifeng" in found.out
    assert glossary("gloss", "-", stdin="Said He Lifeng there.", **here).out == "Said He Lifeng [何立峰] there."
    assert glossary("gloss", "-", "--style", "EN (中文)", stdin="Said He Lifeng.", **here).out.endswith("(何立峰).")
    facts = [line.split("\t") for line in glossary("info", **here).out.splitlines()]
    assert [Path(value).name for what, value in facts if what == "above it"] == ["desk.db"]
    assert [Path(value).name for what, value in facts if what == "settings"] == ["config.toml"]
    assert glossary("export", "csv", **here).out.count("\n") == 5
    assert glossary("export", "csv", "--db", ".config/glossary/mine.db", **here).out.count("\n") == 2


def test_a_wrong_setting_ends_a_command_with_a_line(glossary):
    glossary.write("glossary.toml", '\nstyle = "x"\nlang = "zh-Hant"\n')
    assert glossary("collect", glossary.write("news.txt", NEWS)).code == 0
    assert glossary("gloss", "-", stdin="He Lifeng").refused("glossary.toml:2", "no house style")
    glossary.write("glossary.toml", "lang = 3\n")
    assert glossary("lookup", "x").refused("glossary.toml:1", "lang must be one of")


def test_of_several_glossaries_the_first_counts_in_an_export(glossary):
    text = "english,chinese\n{},林劍\nHe Lifeng,何立峰\n"
    for name, english in (("desk", "Lin Jian"), ("mine", "Lin Chien")):
        given = glossary.write(f"{name}.csv", text.format(english))
        assert glossary("import", "--db", f"{name}.db", given).code == 0
    both = glossary("export", "csv", "--db", "desk.db", "--db", "mine.db")
    assert [line.split(",")[0] for line in both.out.splitlines()[1:]] == ["He Lifeng", "Lin Jian"]
    over = glossary("export", "csv", "--db", "desk.db", "--db", "mine.db", "-o", glossary.folder / "mine.db")
    assert over.refused("is the glossary itself")
