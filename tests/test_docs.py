import doctest
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import docx
import pytest

from glossary.cli.app import COMMANDS
from glossary.documents import SUFFIXES, Limits
from glossary.pairs import evidence

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TABLES = ROOT / "glossary" / "tables"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS.glob("*.md")])
RUN = [
    DOCS / "architecture.md",
    DOCS / "store.md",
    DOCS / "documents.md",
    DOCS / "translating.md",
    DOCS / "vocabulary.md",
    ROOT / "CONTRIBUTING.md",
]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:glossary|docs|tests|data|benchmarks)/[\w./-]*\w/?)`")


def names(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def blocks(page, language):
    return [code for found, code in BLOCK.findall(page.read_text(encoding="utf-8")) if found == language]


def anchors(page):
    """The ids that GitHub gives to the headings."""
    headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("script", ["generate_cli.py", "generate_formats.py"])
def test_generated_page_is_current(script):
    done = subprocess.run(
        [sys.executable, DOCS / script, "--check"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_relative_links_lead_somewhere(page):
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if "://" not in target:
            path, _, anchor = target.partition("#")
            place = (page.parent / path).resolve() if path else page
            assert place.exists(), target
            assert not anchor or anchor in anchors(place), target


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_paths_in_the_project_exist(page):
    for path in PATH.findall(page.read_text(encoding="utf-8")):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("command", COMMANDS)
def test_command_has_an_example(command):
    pages = (DOCS / "cli.md", DOCS / "documents.md", ROOT / "README.md")
    shown = "".join(code for page in pages for code in blocks(page, "console"))
    assert f"$ glossary {command} " in shown.replace("\n", " ")


@pytest.mark.parametrize("page", RUN, ids=names(RUN))
def test_examples_in_the_page_run(page, tmp_path, monkeypatch):
    monkeypatch.setattr(evidence, "EVIDENCE", evidence.EVIDENCE)  # put back what the page adds
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    session = {"folder": tmp_path, "report": written(tmp_path / "report.docx")}
    for code in blocks(page, "pycon"):
        test = parser.get_doctest(code, session, page.name, str(page), 0)
        printed = []
        assert not runner.run(test, out=printed.append, clear_globs=False).failed, "".join(printed)
        session = test.globs
    module = {"__name__": "page"}
    for code in blocks(page, "python"):
        exec(compile(code, page.name, "exec"), module)
    for name in [name for name in module if name.startswith("test_")]:
        module[name]()


def written(path):
    """The path of a Word document for the examples."""
    document = docx.Document()
    document.add_paragraph("Trade talks")
    document.add_paragraph("He Lifeng (何立峰) spoke.")
    document.save(path)
    return str(path)


def test_the_page_on_documents_names_every_kind_and_limit():
    page = (DOCS / "documents.md").read_text(encoding="utf-8")
    assert {f"`{suffix}`" for suffix in SUFFIXES} <= set(re.findall(r"`\.\w+`", page))
    limits = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| (\d+) \|$", page, re.MULTILINE))
    assert {name: int(number) for name, number in limits.items()} == asdict(Limits())


@pytest.mark.parametrize("table", sorted(TABLES.glob("*.tsv")), ids=lambda path: path.stem)
def test_table_says_where_it_comes_from(table):
    head = "".join(line for line in table.read_text(encoding="utf-8").splitlines(keepends=True) if line[0] == "#")
    licence = re.search(r"^# licence: (.+)$", head, re.MULTILINE)
    assert re.search(r"^# source: .", head, re.MULTILINE)
    assert licence
    assert f"## {table.name}\n" in (TABLES / "README.md").read_text(encoding="utf-8")
    if licence[1] != "MIT":
        assert table.name in (ROOT / "NOTICE").read_text(encoding="utf-8")
