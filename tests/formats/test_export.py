import os
import stat
from io import BytesIO

import pytest

from glossary.errors import FormatError, GlossaryError
from glossary.formats.export import export
from glossary.formats.registry import FORMATS
from tests.formats import sample

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("found", FORMATS, ids=lambda found: found.name)
def test_a_file_and_a_stream_get_the_same_bytes(found, tmp_path):
    path, stream = tmp_path / f"out{found.suffix}", BytesIO()
    assert export(sample.FIVE, found.name, to=path) == export(sample.FIVE, found.name, to=stream)
    assert path.read_bytes() == stream.getvalue()
    assert left_in(tmp_path) == [path.name]


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError])
@pytest.mark.parametrize("found", FORMATS, ids=lambda found: found.name)
def test_a_broken_export_leaves_what_was_there(found, fault, tmp_path):
    def entries():
        yield sample.FIVE[0]
        raise fault

    old = tmp_path / "old"
    old.write_text("before")
    for path in (old, tmp_path / "new"):
        with pytest.raises(fault):
            export(entries(), found.name, to=str(path))
    assert left_in(tmp_path) == ["old"]
    assert old.read_text() == "before"


def test_a_fault_while_moving_leaves_nothing(tmp_path, monkeypatch):
    def refused(*paths):
        raise PermissionError

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(os, "rename", refused)
    with pytest.raises(GlossaryError, match=r"no permission to write here\. "):
        export(sample.FIVE, "csv", to=tmp_path / "a.csv")
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_a_replaced_file_keeps_its_mode(mode, tmp_path):
    path = tmp_path / "a.csv"
    path.touch()
    path.chmod(mode)
    export(sample.FIVE, "csv", to=path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        export(sample.FIVE, "csv", to=tmp_path / "a.csv")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to("real.csv")
    export(sample.FIVE, "csv", to=tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes().startswith(b"english")


def test_a_device_is_written_to_not_replaced():
    assert export(sample.FIVE, "csv", to=os.devnull) == 5
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (".", "is a folder"),
        ("none/a.csv", "there is no such folder. Make the folder"),
        ("file/a.csv", "there is no such folder. A part of the path is a file"),
        ("a\0b", "cannot be written"),
        ("\ud800", "cannot be written"),
        ("n" * 300, "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_one_line_with_advice(place, told, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(GlossaryError) as caught:
        export(sample.FIVE, "csv", to=os.path.join(tmp_path, place))
    assert told in str(caught.value)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    assert left_in(tmp_path) == ["file"]


@NOT_ROOT
@pytest.mark.parametrize("protected", ["folder", "file"])
def test_without_permission_nothing_changes(protected, tmp_path):
    folder, path = tmp_path / "folder", tmp_path / "folder" / "a.csv"
    folder.mkdir()
    path.write_text("before")
    (folder if protected == "folder" else path).chmod(0o500)
    with pytest.raises(GlossaryError, match="no permission"):
        export(sample.FIVE, "csv", to=path)
    folder.chmod(0o700)
    assert path.read_text() == "before"


def test_an_unknown_format_touches_nothing(tmp_path):
    with pytest.raises(FormatError):
        export(sample.FIVE, "cvs", to=tmp_path / "a")
    assert left_in(tmp_path) == []


def test_a_fault_of_the_stream_is_the_callers():
    class Closed(BytesIO):
        def write(self, _content):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        export(sample.FIVE, "csv", to=Closed())
