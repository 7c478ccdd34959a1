"""How the command behaves towards shells, terminals and other programs."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

import pytest

from glossary.version import __version__


def on_terminal(glossary, *arguments, columns=80, **changed):
    """What the command shows on a terminal of so many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {**glossary.environment, "TERM": "xterm-256color", **changed}
    process = subprocess.Popen(
        glossary.argv(*map(str, arguments)), stdin=follower, stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    shown = bytearray()
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(leader)
    assert process.wait(60) == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")


def width(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char) for char in text)


def test_no_arguments_print_the_help_and_the_exit_code_of_a_usage_error(glossary):
    result = glossary()
    assert result.code == 2
    assert "Usage: glossary" in result.out + result.err


@pytest.mark.parametrize("command", ["extract", "enrich", "collect", "lookup", "export", "import", "formats"])
def test_every_command_has_help_and_is_in_the_help_of_all(glossary, command):
    assert glossary(command, "--help").out.startswith(f"Usage: glossary {command} ")
    assert f"\n  {command} " in glossary("-h").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "csv", "-o", "-"), "english,traditional"),
        (("export", "vale", "-o", "-"), "extends: substitution"),
        (("annotate", "news.txt", "-o", "-"), "<!DOCTYPE html>"),
        (("annotate", "news.txt", "--to", "markdown", "-o", "-"), "[^"),
        (("gloss", "news.txt", "-o", "-"), "Chinese Vice Premier"),
        (("check", "news.txt", "--write-baseline", "-"), "{"),
        (("review", "--to", "-"), "id,review"),
    ],
)
def test_a_dash_is_standard_output(glossary, arguments, words):
    glossary("collect", glossary.write("news.txt"))
    result = glossary(*arguments)
    assert result.code == 0, result.err
    assert words in result.out
    assert not (glossary.folder / "-").exists()


def test_the_version_is_printed(glossary):
    assert glossary("--version").out == f"glossary {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [("lookup",), ("loookup", "x"), ("export", "csv", "--nosuch"), ("lookup", "-n", "0", "x")]
)
def test_a_wrong_call_exits_with_two(glossary, arguments):
    result = glossary(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Usage" in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "csv", "--kind", "town"), "'town' is not one of 'person'"),
        (("collect",), "Missing argument 'FILE'"),
        (("colect", "a.txt"), "No such command 'colect'"),
        (("collect", "--jsno", "a.txt"), "No such option"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(glossary, arguments, words):
    result = glossary(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert "Value error" not in result.err


@pytest.mark.parametrize("command", ["collect", "lookup", "annotate", "merge"])
def test_help_names_no_type_of_python(glossary, command):
    help_ = glossary(command, "--help").out
    arguments = help_.partition("Arguments:")[2].partition("Options:")[0]
    assert not re.search(r"<[a-z\[\]]*>", arguments)


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_chinese_arguments_and_names_work_in_any_locale(glossary, locale):
    path = glossary.write("新聞.txt")
    assert glossary("collect", path, LC_ALL=locale, LANG=locale).code == 0
    result = glossary("lookup", "台积电", LC_ALL=locale, LANG=locale)
    assert (result.code, "台積電" in result.out) == (0, True)
    assert "沒有這個" in glossary("lookup", "沒有這個", LC_ALL=locale).err


def test_data_goes_to_standard_output_and_messages_to_standard_error(glossary):
    collected = glossary("collect", glossary.write("a.txt"))
    assert collected.err.splitlines() == [f"Glossary: {glossary.db}"]
    assert len(collected.out.splitlines()) == 2
    assert glossary("export", "csv").err == "3 entries written\n"
    assert "written" not in glossary("export", "csv").out


def test_no_control_codes_outside_a_terminal(glossary):
    for arguments in (
        ("collect", glossary.write("a.txt")),
        ("lookup", "tsmc"),
        ("formats",),
        ("extract", "-t", "a.txt"),
    ):
        result = glossary(*arguments)
        assert "\x1b" not in result.out + result.err


def test_a_terminal_gets_a_table_in_which_wide_characters_are_aligned(glossary):
    shown = on_terminal(glossary, "collect", glossary.write("a.txt"), NO_COLOR="1")
    lines = re.split(r"[\r\n]+", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown))
    rows = [line for line in lines if any(name in line for name in ("何立峰", "台積電", "字節跳動"))]
    assert len(rows) == 3
    assert len({width(row[: row.index(pinyin)]) for row, pinyin in zip(rows, ("Z", "Hé", "Tái"), strict=True)}) == 1
    assert max(width(line) for line in lines if not line.startswith("Glossary:")) <= 80


@pytest.mark.parametrize("columns", [120, 80, 60, 40, 24])
def test_a_table_never_cuts_a_name_and_has_no_empty_column(glossary, columns):
    text = "Taiwan Semiconductor Manufacturing Company Ltd (台灣積體電路製造公司) and He Lifeng (何立峰) met."
    shown = on_terminal(glossary, "extract", "--table", glossary.write("a.txt", text), columns=columns, NO_COLOR="1")
    lines = re.sub(r"\x1b\[[0-9;?]*m", "", shown).splitlines()
    for word in ("Manufacturing", "confidence", "何立峰", "台灣積體電路製造公司", "organization"):
        assert any(word in line for line in lines), (word, shown)
    assert "…" not in shown
    assert "aliases" not in shown
    assert columns < 60 or max(width(line) for line in lines if not line.startswith("place: ")) <= columns


def test_no_color_is_respected(glossary):
    glossary("collect", glossary.write("a.txt"))
    assert "\x1b[1m" in on_terminal(glossary, "lookup", "tsmc")
    assert "\x1b" not in on_terminal(glossary, "lookup", "tsmc", NO_COLOR="1")


def test_the_module_and_the_installed_command_are_the_same(glossary):
    command = os.path.join(os.path.dirname(sys.executable), "glossary")
    if not os.path.exists(command):
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run([command, "--version"], capture_output=True, check=True)
    assert done.stdout == glossary("--version").data
