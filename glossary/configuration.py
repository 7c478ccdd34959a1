"""What a user or a project sets for every command: which glossaries, which Chinese, which house style.

::

    db = ["/desk/glossary.db", "mine.db"]  # what an earlier one says stands; the last is written to
    lang = "zh-Hant-TW"                    # the Chinese that is shown, written and wanted
    style = "EN (中文)"                     # the house style of glosses

    [check]                                # what is checked: glossary.checks.settings

Such a file is ``config.toml`` in the user's folder of settings; over it counts that of the project: ``glossary.toml``,
or the table ``[tool.glossary]`` of ``pyproject.toml``, in this folder or the nearest one above that has any. A path is
meant from the folder of its file. Over both count the environment (``GLOSSARY_DB``, ``GLOSSARY_LANG``,
``GLOSSARY_STYLE``) and the options of a command.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from glossary.errors import SyntaxFault, UnreadableError

__all__ = ["LANGUAGES", "PROJECT_FILES", "Setting", "Settings", "of_file", "project_file", "settings"]

PROJECT_FILES = (".glossary.toml", "glossary.toml", "pyproject.toml")
LANGUAGES = ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hans", "zh-Hans-CN")
_HINT = "See docs/configuration.md"
_TABLES = frozenset({"check"})  # tables whose keys other parts of the program type


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and where it was set: ``path:line``, or the name of a variable."""

    value: Any
    where: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set, by name (``check.off`` in a table); ``files`` were read, the one that counts more first."""

    found: Mapping[str, Setting] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    @property
    def db(self) -> tuple[Path, ...]:
        """The glossaries in the order of their authority; empty where none is set."""
        return self.found["db"].value if "db" in self.found else ()

    def text(self, name: str) -> str:
        """The text that is set, or none."""
        return self.found[name].value if name in self.found else ""

    def table(self, name: str) -> dict[str, Setting]:
        """What a table sets, by key: values as TOML has them."""
        start = f"{name}."
        return {key.removeprefix(start): one for key, one in self.found.items() if key.startswith(start)}


def settings(folder: Path | None = None) -> Settings:
    """What holds in a folder, by default the current one.

    Raises:
        UnreadableError: a file of settings cannot be read.
        SyntaxFault: it is no TOML, or sets what cannot be set; says in which line.
    """
    files = tuple(path for path in (project_file(folder), _user_file()) if path)
    found: dict[str, Setting] = {}
    for path in reversed(files):
        found |= _read(path)
    return Settings(found | dict(_environment()), files)


def of_file(path: Path) -> Settings:
    """What one file sets, whatever its name; errors as of :func:`settings`."""
    return Settings(dict(_read(path)), (path,))


def project_file(folder: Path | None = None) -> Path | None:
    """The file of the nearest folder, from this one upward, that has settings of a project."""
    try:
        start = Path(folder or ".").absolute()
    except OSError:  # the current folder is gone
        return None
    candidates = (above / name for above in (start, *start.parents) for name in PROJECT_FILES)
    return next((path for path in candidates if _is_file(path) and _is_ours(path)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_ours(path: Path) -> bool:
    """Whether a file that other programs share says something for us."""
    if path.name != "pyproject.toml":
        return True
    try:
        return re.search(rb"^\s*\[\s*tool\s*\.\s*glossary\s*[.\]]", path.read_bytes(), re.MULTILINE) is not None
    except OSError:
        return False


def _user_file() -> Path | None:
    import platformdirs

    path = platformdirs.user_config_path("glossary", appauthor=False) / "config.toml"
    return path if _is_file(path) else None


def _environment() -> Iterator[tuple[str, Setting]]:
    for name, kind in (_KINDS | {"db": _paths_of_variable}).items():
        variable = f"GLOSSARY_{name.upper()}"
        if (value := os.environ.get(variable, "")).strip(os.pathsep):
            yield name, _setting(name, partial(kind, value, Path()), where=variable)


def _read(path: Path) -> Iterator[tuple[str, Setting]]:
    """What one file sets, the keys of its tables one by one."""
    text = _text(path)
    content = _content(text, path)
    above: tuple[str, ...] = ("tool", "glossary") if path.name == "pyproject.toml" else ()
    for name in above:
        content = _table(content.get(name, {}), name, where=f"{path}:{_line(text, *above)}")
    for name, value in content.items():
        where = f"{path}:{_line(text, *above, name)}"
        if name in _KINDS:
            yield name, _setting(name, partial(_KINDS[name], value, path.parent), where=where)
        elif name not in _TABLES:
            known = ", ".join(_KINDS)
            raise SyntaxFault(f"{name!r} is no setting; there are {known}", where=where, hint=_HINT)
        else:
            for key, one in _table(value, name, where=where).items():
                yield f"{name}.{key}", Setting(one, f"{path}:{_line(text, *above, name, key)}")


def _table(value: object, name: str, *, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SyntaxFault(f"{name} must be a table", where=where, hint=_HINT)
    return value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise UnreadableError(f"cannot be read ({fault.strerror})", where=str(path), hint="Check the path") from fault
    except UnicodeDecodeError as fault:
        line = path.read_bytes().count(b"\n", 0, fault.start) + 1
        raise SyntaxFault("is not UTF-8", where=f"{path}:{line}", hint="Save it as UTF-8") from fault


def _content(text: str, path: Path) -> dict[str, Any]:
    import tomllib  # only where there is something to read

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        line = re.search(r"line (\d+)", str(fault))
        at = line[1] if line else text.count("\n") + 1
        problem = re.sub(r" \(at .*\)$", "", str(fault))
        raise SyntaxFault(f"is no TOML ({problem})", where=f"{path}:{at}", hint=_HINT) from fault


def _line(text: str, *names: str) -> int:
    r"""The line in which a key, named with the tables it is in, is set; about where, if written in an unusual way.

    >>> _line('lang = "zh-Hant"\n"style" = 1', "style"), _line('[check]\n[a]\noff = 1\n[check.b]\n', "check", "b")
    (2, 4)
    """
    return text.count("\n", 0, _place(text, names)) + 1


def _place(text: str, names: Sequence[str]) -> int:
    """Where a key is set: by all its names, or by the last one behind the table that it is in."""
    if not names:
        return 0
    quoted = [rf"[\"']?{re.escape(name)}[\"']?" for name in names]
    dotted = r"\s*\.\s*".join(quoted)
    if whole := re.search(rf"^\s*\[*\s*{dotted}\s*[=.\]]", text, re.MULTILINE):
        return whole.end()
    start = _place(text, names[:-1])
    behind = re.compile(rf"^\s*{quoted[-1]}\s*[=.]", re.MULTILINE).search(text, start)
    return behind.end() if behind else start


def _setting(name: str, value: Callable[[], Any], *, where: str) -> Setting:
    try:
        return Setting(value(), where)
    except ValueError as fault:
        raise SyntaxFault(f"{name} must be {fault}", where=where, hint=_HINT) from fault


def _paths(value: object, folder: Path) -> tuple[Path, ...]:
    named = [value] if isinstance(value, str) else value
    if not (isinstance(named, list) and named and all(isinstance(one, str) and one for one in named)):
        raise ValueError("the path of a glossary or a list of such paths")
    return tuple(folder / os.path.expanduser(one) for one in named)  # noqa: PTH111 - an unknown ~user stays as it is


def _paths_of_variable(value: object, _: Path) -> tuple[Path, ...]:
    """Several are parted as in ``PATH`` (``desk.db:mine.db``)."""
    named = str(value)
    return tuple(map(Path, [named] if _names_a_file(named) else filter(None, named.split(os.pathsep))))


def _names_a_file(name: str) -> bool:
    """Whether there is such a file; an impossible name is none."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _language(value: object, _: Path) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"one of {', '.join(LANGUAGES)}")
    return str(value)


def _style(value: object, _: Path) -> str:
    if not (isinstance(value, str) and value.strip()):
        raise ValueError("a gloss as it looks, like 'EN (中文)'")
    return value


_KINDS: dict[str, Callable[[object, Path], Any]] = {"db": _paths, "lang": _language, "style": _style}
