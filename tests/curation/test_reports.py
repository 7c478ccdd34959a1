"""Conflicts, stale texts, differences and numbers of small glossaries."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from glossary.curation import conflicts, difference, plot, stale, statistics
from glossary.entries import build
from glossary.entries.identity import entry_id
from glossary.model import Decision, Form, Kind, Mention, Pair, Source, Span, Verb
from glossary.search import Layered
from glossary.store import Store


def stated(english, chinese, *, kind=Kind.ORGANIZATION, lang="zh-Hant", text="a", aliases=()):
    """A mention of the pair in a text, and that text."""
    spans = (Span(0, len(english)), Span(50, 53), Span(49, 54))
    mention = Mention(
        Pair(english, chinese, kind, aliases), text, Form.EN_BRACKET, *spans, 1.0, f"{english} ({chinese})", ()
    )
    return mention, Source(text, f"{text}.txt", lang=lang)


@pytest.fixture
def glossary(tmp_path):
    """Makes the glossary of what is stated."""
    opened = []

    def make(*given):
        store = Store(tmp_path / f"{len(opened)}.db")
        opened.append(store)
        store.merge(build.entries([mention for mention, _ in given], [source for _, source in given]), now=1)
        return Layered([store])

    yield make
    for store in opened:
        store.close()


def found(stores):
    return [
        (one.direction, one.name, {rendering.text for rendering in one.renderings}) for one in conflicts.find(stores)
    ]


def test_one_english_name_with_two_chinese_ones_is_a_conflict(glossary):
    stores = glossary(stated("Lin Tower", "林塔"), stated("Lin Tower", "林樓", text="b"))
    assert found(stores) == [("en", "Lin Tower", {"林塔", "林樓"})]


def test_one_chinese_name_with_two_english_ones_is_a_conflict(glossary):
    stores = glossary(stated("Lin Tower", "林塔"), stated("Forest Spire", "林塔", text="b"))
    assert found(stores) == [("zh", "林塔", {"Lin Tower", "Forest Spire"})]
    assert [one.mentions for one in next(conflicts.find(stores)).renderings] == [1, 1]


def test_one_person_in_two_orders_is_a_conflict(glossary):
    stores = glossary(stated("Jun He", "何軍", kind=Kind.PERSON), stated("He Jun", "何軍", kind=Kind.PERSON, text="b"))
    assert found(stores) == [("zh", "何軍", {"Jun He", "He Jun"})]


@pytest.mark.parametrize(
    "pairs",
    [
        # the two scripts
        [("ByteDance", "字節跳動", {}), ("ByteDance", "字节跳动", {"lang": "zh-Hans", "text": "b"})],
        # names of two regions
        [("Donald Trump", "川普", {}), ("Donald Trump", "特朗普", {"text": "b"})],
        # renderings that no reader of one script meets both of
        [("Lin Tower", "林塔樓", {}), ("Lin Tower", "林塔楼台", {"lang": "zh-Hans", "text": "b"})],
        # people who share a name
        [("Wang Wei", "王偉", {"kind": Kind.PERSON}), ("Wang Wei", "王薇", {"kind": Kind.PERSON, "text": "b"})],
        # a long and a short form, an acronym
        [("Taiwan Semiconductor Manufacturing Co", "台積電", {"aliases": ("TSMC",)}),
         ("Taiwan Semiconductor", "台積電", {"text": "b"}), ("TSMC", "台積電", {"text": "b"})],
        [("ByteDance Ltd", "字節跳動", {}), ("ByteDance", "字節跳動", {"text": "b"})],
    ],
)  # fmt: skip
def test_what_is_no_conflict(glossary, pairs):
    assert found(glossary(*(stated(english, chinese, **options) for english, chinese, options in pairs))) == []


def test_what_was_rejected_or_forbidden_is_settled(glossary):
    stores = glossary(stated("Lin Tower", "林塔"), stated("Forest Spire", "林塔", text="b"))
    name = entry_id(Pair("", "林塔"))
    stores.stores[0].decide([Decision("", name, Verb.FORBID, 0, "Forest Spire", reason="not a forest")])
    assert found(stores) == []
    (one,) = stale.find(stores)
    assert (one.text, one.use, one.source.path, one.why) == (
        "Forest Spire", "Lin Tower", "b.txt", "not to be used: not a forest",
    )  # fmt: skip
    stores.stores[0].decide([Decision("", name, Verb.REJECT, 0, reason="a caption")])
    assert [(one.source.path, one.why) for one in stale.find(stores)] == [
        ("a.txt", "rejected: a caption"), ("b.txt", "rejected: a caption"),
    ]  # fmt: skip


def test_the_difference_of_two_glossaries(glossary):
    one = glossary(stated("Lin Tower", "林塔"), stated("Jun He", "何軍", kind=Kind.PERSON))
    other = glossary(stated("Lin Tower", "林塔"), stated("Lin Tower", "林塔", text="b"), stated("Lin Jian", "林劍"))
    changes = list(difference.compare(one.entries(), other.entries()))
    told = {(change.before is None, change.after is None, change.fields) for change in changes}
    assert told == {(True, False, ()), (False, True, ()), (False, False, (("mentions", "1", "2"),))}
    assert list(difference.compare(one.entries(), one.entries())) == []


def test_numbers_and_their_plot(glossary):
    stores = glossary(stated("Lin Tower", "林塔"), stated("Jun He", "何軍", kind=Kind.PERSON, text="b"))
    counts = statistics.count(stores)
    assert (counts.entries, counts.kinds, counts.months) == (2, {"organization": 1, "person": 1}, {"1970-01": 2})
    assert [(source.path, many, named) for source, many, named in counts.sources] == [("a.txt", 1, 1), ("b.txt", 1, 1)]
    drawn = plot.growth([("2026-06", 3), ("2026-07", 0), ("2026-08", 9)], title="A & B")
    root = ET.fromstring(drawn)
    assert root.find("{http://www.w3.org/2000/svg}title").text == "A & B"
    tips = [tip.text for tip in root.iter("{http://www.w3.org/2000/svg}title")][1:]
    assert tips == ["2026-06: 3 (+3)", "2026-07: 3 (+0)", "2026-08: 12 (+9)"]
    heights = [float(dot.get("cy")) for dot in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert heights[0] == heights[1] > heights[2]
    ET.fromstring(plot.growth([], title="empty"))


def test_what_several_glossaries_hold_is_counted_once(glossary):
    tower, again = stated("Lin Tower", "林塔"), stated("Lin Tower", "林塔", text="b")
    desk, own = glossary(tower), glossary(tower, again, stated("Lin Jian", "林劍", kind=Kind.PERSON, text="b"))
    desk.stores[0].decide([Decision("", entry_id(Pair("", "林塔")), Verb.REJECT, 0)])
    both = Layered([*desk.stores, *own.stores])
    counts, entries = statistics.count(both), list(both.entries())
    assert (
        (counts.entries, counts.rejected) == (2, 1) == (len(entries), sum(one.review == "rejected" for one in entries))
    )
    assert (counts.kinds, counts.months) == ({"organization": 1, "person": 1}, {"1970-01": 2})
    assert [(source.path, many, named) for source, many, named in counts.sources] == [("a.txt", 1, 1), ("b.txt", 1, 1)]


def test_the_first_of_several_glossaries_has_the_last_word(glossary):
    desk, own = glossary(stated("Lin Tower", "林塔")), glossary(stated("Lin Spire", "林塔"), stated("Lin Jian", "林劍"))
    both = Layered([*desk.stores, *own.stores])
    assert [entry.terms[0].text for entry in both.entries() if entry.id == entry_id(Pair("", "林塔"))] == ["Lin Tower"]
    assert len(list(both.entries())) == 2
    from glossary.search import lookup

    hits = lookup(both, "林塔")
    assert [(hit.entry.terms[0].text, hit.store) for hit in hits] == [("Lin Tower", desk.stores[0].path)]
    assert [hit.store for hit in lookup(both, "Lin Jian")] == [own.stores[0].path]


def test_a_corrected_text_takes_the_place_of_what_it_stated(tmp_path):
    (before,) = build.entries(*zip(stated("Lin Twoer", "林塔"), strict=True))
    after = build.entries(*zip(stated("Lin Tower", "林塔", text="b"), strict=True))
    with Store(tmp_path / "a.db") as store:
        store.merge([before, replace(before, id="e-only", terms=before.terms)], now=1)
        store.merge(after, now=2, replacing=["a"])
        assert [entry.id for entry in store.entries()] == [before.id]
        assert [term.text for term in store.get(before.id).terms if term.lang == "en"] == ["Lin Tower"]
        assert store.counts()["sources"] == 1
        store.decide([Decision("", before.id, Verb.APPROVE, 0)])
        store.merge([], now=3, replacing=["b"])
        kept = store.get(before.id)
        assert (kept.mentions, kept.review, kept.terms[0].text) == ((), "approved", "Lin Tower")
