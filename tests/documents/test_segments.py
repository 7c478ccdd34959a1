"""Bilingual files: written by translate-toolkit and polib, or by hand where a detail matters."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import tmx, xliff

from glossary.documents import segments
from glossary.documents.segments import Segment
from glossary.errors import InputError, SyntaxFault, UnreadableError

PAIRS = [("He Lifeng & <others>", "何立峰等人"), ("Café Noir", "黑咖啡"), ("Taipei\nis big", "台北很大")]
texts = st.text(st.characters(categories=["L", "N", "P", "Zs"], codec="utf-8"), min_size=1, max_size=20).map(str.strip)


def read(folder: Path, name: str, text: str | bytes) -> list[Segment]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(segments.read(str(path)))


def pairs(found: list[Segment]) -> list[tuple[str, str]]:
    return [(segment.source, segment.target) for segment in found]


def as_tmx(wanted) -> bytes:
    store = tmx.tmxfile(sourcelanguage="en", targetlanguage="zh-TW")
    for source, target in wanted:
        store.addtranslation(source, "en", target, "zh-TW")
    return bytes(store)


def as_xliff(wanted) -> bytes:
    store = xliff.xlifffile(sourcelanguage="en", targetlanguage="zh-TW")
    for source, target in wanted:
        unit = store.addsourceunit(source)
        unit.settarget(target, "zh-TW")
    return bytes(store)


def as_po(wanted) -> bytes:
    store = polib.POFile()
    store.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for source, target in wanted:
        store.append(polib.POEntry(msgid=source, msgstr=target))
    return str(store).encode()


WRITERS = {"a.tmx": as_tmx, "a.xlf": as_xliff, "a.po": as_po}


@pytest.mark.parametrize(("name", "write"), WRITERS.items(), ids=WRITERS)
def test_what_others_write_is_read(name: str, write, tmp_path: Path) -> None:
    found = read(tmp_path, name, write(PAIRS))
    assert pairs(found) == PAIRS
    lines = [segment.line for segment in found]
    assert lines == sorted(set(lines))
    assert len({segment.id for segment in found}) == len({segment.place for segment in found}) == 3


@pytest.mark.parametrize(("name", "write"), WRITERS.items(), ids=WRITERS)
@given(wanted=st.lists(st.tuples(texts, texts).filter(all), max_size=4, unique_by=lambda pair: pair[0]))
def test_any_text_comes_back(name: str, write, wanted, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = pairs(read(tmp_path_factory.mktemp("pairs"), name, write(wanted)))
    assert squeezed(found) == squeezed(wanted)


def squeezed(found: list[tuple[str, str]]) -> list[list[str]]:
    """The texts in NFC with white space made single, as XML readers do with it what they like."""
    return [[" ".join(unicodedata.normalize("NFC", text).split()) for text in pair] for pair in found]


XLIFF_2 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh-Hant">
 <file id="f">
  <unit id="u1">
   <notes><note>He Lifeng is a person</note></notes>
   <originalData><data id="d">He</data></originalData>
   <segment id="s1"><source>He <pc id="1">Lifeng</pc><ph id="2"/> spoke.</source>
    <target>何<pc id="1">立峰</pc>發言。</target></segment>
   <ignorable><source> </source></ignorable>
   <segment><source>Not yet.</source></segment>
   <segment><source>He left.</source><target>他走了。</target></segment>
  </unit>
 </file>
</xliff>
"""
XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file original="a" source-language="en" target-language="zh-TW" datatype="plaintext"><body>
  <trans-unit id="t1">
   <source>He <g id="1">Li<x id="3"/>feng</g><bpt id="2">&lt;b&gt;</bpt> spoke</source>
   <seg-source><mrk mtype="seg">He Lifeng spoke</mrk></seg-source>
   <target><mrk mtype="seg" mid="1">何立峰</mrk><mrk mtype="seg" mid="2">發言</mrk></target>
   <note>remark</note>
   <alt-trans><source>He</source><target>他</target></alt-trans>
  </trans-unit>
 </body></file>
</xliff>
"""


def test_codes_notes_and_suggestions_are_no_text(tmp_path: Path) -> None:
    (first,) = read(tmp_path, "a.xlf", XLIFF_1)
    assert first == Segment("He Lifeng spoke", "何立峰發言", "segment t1", 4, "t1")
    assert read(tmp_path, "b.xliff", XLIFF_2) == [
        Segment("He Lifeng spoke.", "何立峰發言。", "segment u1/s1", 7, "u1/s1"),
        Segment("He left.", "他走了。", "segment u1/3", 11, "u1/3"),
    ]


TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-US" datatype="plaintext"/><body>
<tu tuid="a"><tuv xml:lang="zh-TW"><seg>何<bpt i="1">&lt;b&gt;</bpt>立峰<ept i="1"/></seg></tuv>
<tuv xml:lang="en-US"><seg>He <hi>Lifeng</hi></seg></tuv>
<tuv xml:lang="de"><seg>Vizepremier</seg></tuv><tuv xml:lang="zh-CN"><seg>何立峰</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>alone</seg></tuv></tu>
</body></tmx>
"""


def test_a_memory_of_many_languages_gives_a_segment_for_each_chinese_text(tmp_path: Path) -> None:
    found = read(tmp_path, "a.tmx", TMX)
    assert pairs(found) == [("He Lifeng", "何立峰"), ("He Lifeng", "何立峰")]
    assert {(segment.id, segment.line) for segment in found} == {("a", 4)}


def test_plural_forms_are_segments_and_obsolete_messages_none(tmp_path: Path) -> None:
    po = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "one"\nmsgid_plural "many"\n'
        'msgstr[0] "一"\nmsgstr[1] "多"\n\nmsgid "open"\nmsgstr ""\n\n#~ msgid "old"\n#~ msgstr "舊"\n'
    )
    assert read(tmp_path, "a.po", po) == [
        Segment("one", "一", "message 1", 4, "1"),
        Segment("many", "多", "message 1", 4, "1"),
    ]


TABLES = {
    "no head": ("a.tsv", "He Lifeng\t何立峰\nLin Jian\t林劍\n", [1, 2]),
    "head": ("a.tsv", "source\ttarget\nHe Lifeng\t何立峰\nLin Jian\t林劍\n", [2, 3]),
    "turned": ("a.csv", "id,zh,en\n1,何立峰,He Lifeng\n2,林劍,Lin Jian\n", [2, 3]),
    "marked": ("a.csv", "\ufeffEnglish,Chinese\r\nHe Lifeng,何立峰\r\nLin Jian,林劍\r\n", [2, 3]),
    "over lines": ("a.csv", 'note,en,zh\n"two\nlines",He Lifeng,何立峰\n,Lin Jian,林劍\n', [2, 4]),
    "half empty": ("a.tsv", "He Lifeng\t何立峰\nnothing\t\n\nLin Jian\t林劍\n", [1, 4]),
}


@pytest.mark.parametrize(("name", "text", "lines"), TABLES.values(), ids=TABLES)
def test_tables(name: str, text: str, lines: list[int], tmp_path: Path) -> None:
    found = read(tmp_path, name, text)
    assert pairs(found) == [("He Lifeng", "何立峰"), ("Lin Jian", "林劍")]
    assert [segment.line for segment in found] == lines


def test_tables_in_other_encodings(tmp_path: Path) -> None:
    text = "source\ttarget\n" + "Vice Premier He Lifeng\t國務院副總理何立峰昨天在瑞士與美國財政部長會面\n" * 3
    assert {pair[1][-2:] for pair in pairs(read(tmp_path, "a.tsv", text.encode("cp950")))} == {"會面"}


BILLION = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tmx><body>&b;</body></tmx>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx><body>&a;</body></tmx>'
BAD = {
    "broken xml": ("a.tmx", "<tmx><body>", SyntaxFault, r"a\.tmx:1: is no well-formed XML"),
    "no xliff": ("a.xlf", "<html/>", SyntaxFault, "holds no <xliff>"),
    "many laughs": ("a.tmx", BILLION, UnreadableError, "declares entities"),
    "file outside": ("a.xlf", OUTSIDE, UnreadableError, "declares entities"),
    "broken po": ("a.po", 'msgid "a"\nmsgstr "b"\nwhat is this\n', SyntaxFault, r"a\.po:3: is no well-formed PO"),
    "something": ("a.bin", "nothing of the kind", UnreadableError, "no bilingual file that we know"),
    "binary": ("a.tsv", b"\0\1\2\3", InputError, "binary"),
}


@pytest.mark.parametrize(("name", "text", "error", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_refused(name: str, text, error, message: str, tmp_path: Path) -> None:
    with pytest.raises(error, match=message):
        read(tmp_path, name, text)


def test_standard_input_says_itself_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        buffer = io.BytesIO(TMX.encode())

    monkeypatch.setattr("sys.stdin", Stream)
    assert len(list(segments.read("-"))) == 2
