"""OmegaT's own project, segments, matcher and readers, run without a window."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.formats import sample
from tests.formats.clients import program, run, written

pytestmark = pytest.mark.client
JAR = Path("/usr/share/omegat/OmegaT.jar")
REPORT = Path(__file__).with_name("omegat_report.groovy")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>{source}</source_lang><target_lang>{target}</target_lang>
<source_tok>org.omegat.tokenizer.{tokenizer}</source_tok><sentence_seg>true</sentence_seg></project></omegat>
"""
# What OmegaT chooses itself when a project of that language is made.
TOKENIZERS = {"EN-US": "LuceneEnglishTokenizer", "ZH-TW": "LuceneSmartChineseTokenizer"}
ENGLISH = ["He Lifeng met Lin Jian of TSMC.", "The June heat was bad.", "Mr. He spoke.", "What #1 Co did."]
CHINESE = ["何立峰昨日抵達。", "今天很熱。", "林劍發言。"]


@pytest.fixture
def project(tmp_path):
    for folder in ("source", "target", "glossary", "dictionary", "omegat", "tm"):
        (tmp_path / "project" / folder).mkdir(parents=True)
    return tmp_path / "project"


def found(project, segments, *, source="EN-US", target="ZH-TW"):
    """What OmegaT prints: the kind of line and the segment or word, with what it found."""
    if not JAR.exists():
        pytest.skip("needs OmegaT (apt-get install omegat)")
    (project / "omegat.project").write_text(PROJECT.format(source=source, target=target, tokenizer=TOKENIZERS[source]))
    (project / "source" / "text.utf8").write_text("\n\n".join(segments), encoding="utf-8")
    output = run(
        program("java", "default-jre-headless"), "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", JAR,
        project,
        "--mode=console-translate", "--disable-project-locking", f"--config-dir={project.parent / 'config'}",
        f"--script={REPORT}",
    )  # fmt: skip
    lines = [line.split("\t") for line in output.splitlines() if line.startswith(("FOUND\t", "DICTIONARY\t"))]
    return {cells[1]: cells[2:] for cells in lines}


@pytest.mark.parametrize("name", ["omegat", "omegat-csv", "tbx2"])
def test_the_right_terms_for_each_english_segment(project, name):
    suffix = {"omegat": "txt", "omegat-csv": "csv", "tbx2": "tbx"}[name]
    written([*sample.FIVE, *sample.HARD], name, project / "glossary" / f"ours.{suffix}")
    terms = found(project, ENGLISH)
    assert sorted(terms["He Lifeng met Lin Jian of TSMC."]) == ["He Lifeng=何立峰", "Lin Jian=林劍", "TSMC=台積電"]
    assert terms["The June heat was bad."] == []
    assert terms["Mr. He spoke."] == []
    assert terms["What #1 Co did."] == ([] if name == "omegat" else ["#1 Co=#1 公司"])


def test_the_right_terms_for_each_chinese_segment(project):
    written(sample.FIVE, "omegat", project / "glossary" / "ours.txt", source="zh")
    terms = found(project, CHINESE, source="ZH-TW", target="EN-US")
    assert terms == {"何立峰昨日抵達。": ["何立峰=He Lifeng"], "今天很熱。": [], "林劍發言。": ["林劍=Lin Jian"]}


def test_its_dictionary_reader_finds_every_name(project):
    path = written(sample.FIVE, "stardict", project.parent / "ours.zip")
    with ZipFile(path) as archive:
        archive.extractall(project / "dictionary")
    articles = found(project, ENGLISH)
    assert articles["林剑"][0].startswith("Lin Jian<br>林劍 / 林剑<br>")
    assert articles["lin jian"] == articles["林剑"]
    assert "台積電" in articles["TSMC"][0]
