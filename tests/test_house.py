"""The plan of the house as data, and that the house keeps to it. See docs/architecture.md."""

import ast
import importlib
import os
import pkgutil
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import glossary

ROOT = Path(glossary.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
BUILD = ROOT.parent / "data" / "build"

# The rooms from the top down: a room may import from rooms in later lines only. A room is a package or a module.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("verbs",),  # the verbs of the command without parsing and printing; joins pipeline, store and formats
    ("curation",),  # what people decide and are told about; above formats, whose columns it shows
    ("checks",),
    ("annotation", "glossing"),
    ("search", "formats"),
    ("store", "pipeline"),
    ("drafts",),
    ("entries",),
    ("pairs",),
    ("candidates", "documents", "matcher"),
    ("web",),  # the only one that opens a connection
    ("keys",),
    ("lang",),
    ("tables",),
    ("model",),
    ("configuration",),
    ("files",),
    ("errors", "version"),
)
PLACES = {room: place for place, rooms in enumerate(LAYERS) for room in rooms}

# Which modules may import which third-party package. Everything else goes through them.
HOMES = {
    "ahocorasick_rs": {"matcher.automaton"},
    "genanki": {"formats.apkg"},
    "lxml": {"documents.html", "formats.xml_files", "formats.tbx_files"},
    "msgspec": {
        "documents.jsonl",
        "cli.output",
        "formats.jsonl",
        "formats.pairs",
        "model",
        "pairs.mentions",
        "store.rows",
    },
    "openpyxl": {"formats.workbooks"},
    "xlsxwriter": {"formats.xlsx"},
    "opencc": {"lang.variants"},
    "platformdirs": {"configuration", "store.location"},
    "polib": {"documents.gettext"},
    "prompt_toolkit": {"cli.interactive"},
    "pypdfium2": {"documents.pdf"},
    "pypinyin": {"lang.dictionary"},
    "rapidfuzz": {"search.near"},
    "rich": {"cli.output", "cli.progress"},
    "trafilatura": {"documents.html"},
    "urllib3": {"web.fetch"},
    "watchfiles": {"documents.watching"},
    "typer": {
        "cli.annotate",
        "cli.app",
        "cli.care",
        "cli.check",
        "cli.collect",
        "cli.decide",
        "cli.gloss",
        "cli.importing",
        "cli.watch",
        "cli.enrich",
        "cli.export",
        "cli.extract",
        "cli.lookup",
        "cli.options",
        "cli.prompt",
        "cli.reports",
        "cli.review",
    },
}
SLOW = (
    "genanki",
    "lxml",
    "opencc",
    "openpyxl",
    "prompt_toolkit",
    "pypinyin",
    "rapidfuzz",
    "rich",
    "trafilatura",
    "xlsxwriter",
)
LONGEST_FUNCTION, LONGEST_MODULE = 40, 400
EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "core",
    "common",
    "misc",
    "manager",
    "item",
    "items",
    "data",
    "info",
}


def name(path):
    """The dotted name below the package: ``cli.app``; that of a package is its folder's."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path):
    """The dotted names that the module imports, also inside functions and for type checking only."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from inside if node.module == "glossary" else [node.module]


def rooms(path):
    """The rooms of the house that the module imports from."""
    for imports in imported(path):
        if imports == "glossary" or imports.startswith("glossary."):
            yield [*imports.split("."), ""][1]


INSIDE = [path for path in MODULES if name(path) != "__init__"]


def test_every_room_has_its_place():
    assert {name(path).split(".")[0] for path in INSIDE} == set(PLACES)


@pytest.mark.parametrize("path", INSIDE, ids=name)
def test_imports_point_down(path):
    own = name(path).split(".")[0]
    wrong = {room for room in rooms(path) if room != own and PLACES.get(room, -1) <= PLACES[own]}
    assert not wrong, f"{name(path)} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", INSIDE, ids=name)
def test_nobody_inside_imports_the_package_itself(path):
    assert "" not in set(rooms(path))
    assert "glossary.__version__" not in set(imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_third_party_packages_are_imported_at_home_only(path):
    outside = {imports.split(".")[0] for imports in imported(path)} - set(sys.stdlib_module_names) - {"glossary"}
    assert outside <= set(HOMES)
    assert not {package for package in outside if name(path) not in HOMES[package]}


def test_the_page_tells_the_homes():
    """A room may stand for its modules there."""
    table = (ROOT.parent / "docs/architecture.md").read_text(encoding="utf-8").split("## Third-party packages")[1]
    told = {}
    for packages, homes in re.findall(r"^\| ([\w, -]+) \| ([^|]*`[^|]*) \|", table.split("\n## ")[0], re.MULTILINE):
        found = {home.removesuffix(".py").replace("/", ".") for home in re.findall("`([^`]+)`", homes)}
        for package in packages.lower().replace("-", "_").split(", "):
            told[package] = told.get(package, set()) | found
    assert told == {
        package: {home if home in told.get(package, ()) else home.split(".")[0] for home in homes}
        for package, homes in HOMES.items()
    }


def test_every_home_is_lived_in():
    known = {name(path): {imports.split(".")[0] for imports in imported(path)} for path in MODULES}
    assert not [
        (package, home) for package, homes in HOMES.items() for home in homes if package not in known.get(home, ())
    ]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_and_modules_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    functions = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    assert not {function: lines for function, lines in long.items() if lines > LONGEST_FUNCTION}


def test_modules_have_names_that_say_something():
    assert not {part for path in MODULES for part in name(path).split(".")} & EMPTY_WORDS


def test_every_name_in_all_exists():
    for found in pkgutil.walk_packages([str(ROOT)], prefix="glossary."):
        if found.name == "glossary.__main__":
            continue
        module = importlib.import_module(found.name)
        missing = [public for public in getattr(module, "__all__", ()) if not hasattr(module, public)]
        assert not missing, (found.name, missing)
    assert not [public for public in glossary.__all__ if not hasattr(glossary, public)]
    assert set(glossary.__all__) <= set(dir(glossary))


def test_names_imported_late_are_those_of_the_type_checker():
    guarded = next(node for node in parsed(ROOT / "__init__.py").body if isinstance(node, ast.If))
    homes = {node.module: tuple(alias.name for alias in node.names) for node in guarded.body}
    assert homes == glossary._HOMES
    assert sorted([*glossary._HOME_OF, "__version__"]) == sorted(glossary.__all__)
    with pytest.raises(AttributeError, match="nosuchname"):
        glossary.nosuchname  # noqa: B018


def test_every_table_has_its_section():
    sections = set(
        re.findall(r"^## (\S+\.tsv)$", (ROOT / "tables/README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert sections == {path.name for path in (ROOT / "tables").glob("*.tsv")}


def test_every_class_of_a_table_is_explained_in_its_head():
    """A class that the head does not name is a slip of the pen, which no rule reads."""
    checked = 0
    for path in (ROOT / "tables").glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        head = " ".join(line for line in lines if line.startswith("#"))
        columns, *rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        if len(columns) > 1 and f"# {columns[1]}:" in head:
            words = set(re.findall(r"[\w-]+", head)) | set(re.findall(r"\w+", head))
            classes = {row[1] for row in rows}
            assert not {one for one in classes if one not in words and not {*one.split("-", 1)} <= words}, path.name
            checked += 1
    assert checked > 10


def test_every_table_with_a_script_is_rebuilt_by_the_one_command():
    steps = runpy.run_path(str(BUILD / "tables.py"))["STEPS"]
    written = {table: step.script for step in steps for table in step.writes.split()}
    heads = {path.stem: re.search(r"^# rebuild: data/build/(\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
             for path in (ROOT / "tables").glob("*.tsv")}  # fmt: skip
    assert written == {table: head[1] for table, head in heads.items() if head}
    assert {step.script for step in steps} == set(written.values())


@pytest.mark.parametrize("call", ["--help", "--version", ""])
def test_the_help_of_the_program_imports_no_command(call):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "glossary", *call.split()], capture_output=True, text=True
    )
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    ours = {module for module in modules if module.startswith("glossary")}
    assert ours == {
        "glossary", "glossary.cli", "glossary.cli.app", "glossary.cli.output", "glossary.errors", "glossary.files",
        "glossary.version",
    }  # fmt: skip


def test_a_look_up_imports_nothing_that_it_does_not_need(tmp_path):
    environment = {**os.environ, "GLOSSARY_DB": str(tmp_path / "glossary.db")}
    text = tmp_path / "a.txt"
    text.write_text("Chinese Vice Premier He Lifeng (何立峰) spoke.", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "glossary", "collect", text], env=environment, check=True, capture_output=True
    )
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "glossary", "lookup", "lifeng"],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "glossary.search" in modules
    loaded = {module.split(".")[0] for module in modules} | {".".join(module.split(".")[:2]) for module in modules}
    assert not loaded & {*SLOW, "glossary.pipeline", "glossary.pairs", "glossary.entries", "glossary.documents"}
