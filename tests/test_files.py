import os
import stat
from io import BytesIO

import pytest

from glossary import files
from glossary.errors import GlossaryError, UnreadableError


@pytest.mark.parametrize(
    ("place", "told"),
    [("none", "no such file"), ("file/a", "no such file"), (".", "is a folder"), ("a\0b", "cannot be opened")],
)
def test_what_cannot_be_read_is_told_in_one_line(place, told, tmp_path):
    (tmp_path / "file").write_bytes(b"a")
    assert files.load(str(tmp_path / "file")) == b"a"
    with pytest.raises(UnreadableError, match=told):
        files.load(os.path.join(tmp_path, place))


def test_a_line_stands_for_standard_input():
    assert files.load("-", BytesIO(b"a")) == b"a"


@pytest.mark.parametrize("old", [b"before", None])
def test_a_broken_write_leaves_what_was_there(old, tmp_path):
    path = tmp_path / "a"
    if old is not None:
        path.write_bytes(old)
    for way in (files.writing, files.replacing):
        with pytest.raises(KeyboardInterrupt), way(path):
            raise KeyboardInterrupt
        assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == ([("a", old)] if old else [])


def test_a_file_that_few_may_read_is_never_open_to_more(tmp_path):
    path = tmp_path / "a"
    path.touch()
    path.chmod(0o600)
    with files.replacing(path) as new:
        assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_pipe_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(GlossaryError, match="a device or pipe is no file"), files.replacing(tmp_path / "pipe"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
