"""TBX 3 against its RELAX NG and Schematron; TBX 2 and TMX as XML."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from glossary.formats.export import export
from glossary.formats.format import Options
from glossary.model import Entry, Kind, Term, TermStatus, TermType
from tests.formats import sample
from tests.formats.clients import SCHEMAS, program, run, schema, written

SCHEMATRON = {"s": "http://purl.oclc.org/dsdl/schematron"}
SPACE = {"tbx": "urn:iso:std:iso:30042:ed-2"}
FULL = replace(
    sample.forbidden(sample.FIVE[3], "台積店"), note="note <&>", id="1 no name of XML",
)  # fmt: skip
ODD = Entry("c-31", Kind.OTHER, (Term("A", "en", TermType.ABBREVIATION, TermStatus.SUPERSEDED), Term("甲", "zh-Hans")))
ALL = [*sample.FIVE[:3], FULL, ODD, *sample.HARD]


def tbx(**options):
    stream = BytesIO()
    export(ALL, "tbx", to=stream, options=Options(**options))
    return etree.fromstring(stream.getvalue()).getroottree()


@pytest.mark.parametrize("lang", ["", "zh-Hant-TW", "zh-Hans"])
def test_relax_ng_accepts_it(lang):
    grammar = etree.RelaxNG(etree.parse(schema("TBXcoreStructV03.rng")))
    grammar.assertValid(tbx(lang=lang))


@pytest.mark.client
def test_xmllint_says_the_same(tmp_path):
    path = written(ALL, "tbx", tmp_path / "ours.tbx")
    run(program("xmllint", "libxml2-utils"), "--noout", path)
    if (grammar := SCHEMAS / "TBXcoreStructV03.rng").exists():
        run(program("xmllint", "libxml2-utils"), "--noout", "--relaxng", grammar, path)


ALLOWED = {  # what ISO 30042 and TBX-Basic allow, as far as we write it
    "administrativeStatus": {
        f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated", "superseded")
    },
    "termType": {"acronym", "abbreviation", "shortForm", "variant"},
}
PARENTS = {"subjectField": "conceptEntry", "context": "descripGrp", "term": "termSec", "termNote": "termSec"}


@pytest.mark.parametrize("lang", ["", "zh-Hant-HK"])
def test_the_rules_of_tbx_basic_in_our_words(lang):
    root = tbx(lang=lang).getroot()
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    ids = [concept.get("id") for concept in root.iterfind(".//tbx:conceptEntry", SPACE)]
    assert len(set(ids)) == len(ids) == len(ALL)
    assert not [name for name in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", name)]
    for note in root.iterfind(".//tbx:termNote", SPACE):
        assert note.text in ALLOWED[note.get("type")]
    for section in root.iterfind(".//tbx:termSec", SPACE):
        names = [etree.QName(part).localname for part in section]
        notes = names.count("termNote")
        assert names[: notes + 1] == ["term"] + ["termNote"] * notes
    for part in root.iter("{*}*"):
        name = part.get("type") if part.get("type") in PARENTS else etree.QName(part).localname
        assert name not in PARENTS or etree.QName(part.getparent()).localname == PARENTS[name]
    for concept in root.iterfind(".//tbx:conceptEntry", SPACE):
        langs = [
            section.get("{http://www.w3.org/XML/1998/namespace}lang")
            for section in concept.iterfind("tbx:langSec", SPACE)
        ]
        assert len(set(langs)) == len(langs) > 0


@pytest.mark.parametrize("lang", ["", "zh-Hant-TW"])
def test_schematron_finds_nothing(lang):
    assert findings(tbx(lang=lang)) == []


def test_schematron_would_find_something():
    broken = tbx()
    note = broken.find(".//tbx:termNote[@type='administrativeStatus']", SPACE)
    note.text = "forbidden"
    assert len(findings(broken)) == 1


def findings(tree):
    """The messages of the Schematron rules that fail; in each pattern the first rule that matches a node counts."""
    import elementpath

    found = []
    for pattern in etree.parse(schema("TBX-Basic_DCA.sch")).iterfind(".//s:pattern", SCHEMATRON):
        seen = set()
        for rule in pattern.iterfind("s:rule", SCHEMATRON):
            path = " | ".join(f"//{part.strip()}" for part in rule.get("context").split("|"))
            nodes = elementpath.select(tree, path, SPACE)
            fresh = [node for node in nodes if isinstance(node, str) or id(node) not in seen]
            seen.update(map(id, nodes))
            found += failures(tree, rule, path, fresh)
    return found


def failures(tree, rule, path, nodes):
    tests = rule.findall("s:assert", SCHEMATRON)
    return [
        "".join(test.itertext()) for node in nodes for test in tests if not holds(tree, node, path, test.get("test"))
    ]


def holds(tree, node, path, test):
    import elementpath

    if isinstance(node, str):  # the value of an attribute: elementpath hands out no node for it
        return not elementpath.select(tree, f"({path})[not({test})]", SPACE)
    parser = elementpath.XPath2Parser(SPACE)
    context = elementpath.XPathContext(tree, item=node)
    return bool(parser.parse(f"boolean({test})").evaluate(context))
