"""The Anki formats against Anki itself: its own importer, its own cards."""

import html
from dataclasses import replace

import pytest

from glossary.formats.export import export
from glossary.formats.format import Options
from glossary.model import Term, TermStatus
from tests.formats import sample

anki = pytest.importorskip("anki.collection", reason="needs the package anki (pip install 'yiming[test]')")
pytestmark = pytest.mark.client

LIFENG = sample.FIVE[0]
CORRECTED = replace(
    LIFENG,
    terms=(Term("Ho Lifeng", "en", status=TermStatus.PREFERRED), *LIFENG.terms[1:]),
    modified=sample.MODIFIED + 60,
)


@pytest.fixture
def collection(tmp_path):
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def bring(collection, tmp_path):
    """Exports entries, imports the package, and counts what Anki says it did."""

    def run(entries, **options):
        path = tmp_path / "deck.apkg"
        export(entries, "apkg", to=path, options=Options(**options))
        request = anki.ImportAnkiPackageRequest(package_path=str(path), options=anki.ImportAnkiPackageOptions())
        log = collection.import_anki_package(request).log
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    return run


def note(collection, english):
    (found,) = [
        each
        for each in map(collection.get_note, collection.find_notes(""))
        if html.unescape(each["English"]) == english
    ]
    return found


def test_five_entries_make_five_notes_and_ten_cards(collection, bring):
    assert bring(sample.FIVE) == {"new": 5}
    assert collection.card_count() == 10
    assert note(collection, "He Lifeng").tags == ["kind::person", "review::unreviewed"]
    assert {deck.name for deck in collection.decks.all_names_and_ids()} >= {"Glossary"}


def test_the_same_package_again_adds_and_changes_nothing(collection, bring):
    bring(sample.FIVE)
    assert bring(sample.FIVE) == {"duplicate": 5}
    assert collection.note_count() == 5


def test_one_correction_updates_one_note_and_adds_none(collection, bring):
    bring(sample.FIVE)
    assert bring([CORRECTED, *sample.FIVE[1:]]) == {"updated": 1, "duplicate": 4}
    assert note(collection, "Ho Lifeng")["Traditional"] == "何立峰"
    assert (collection.note_count(), collection.card_count()) == (5, 10)


def test_an_older_state_does_not_undo_a_correction(collection, bring):
    bring([CORRECTED])
    assert bring([LIFENG]) == {"duplicate": 1}
    assert note(collection, "Ho Lifeng")


def test_the_users_own_edit_and_schedule_stay(collection, bring):
    bring(sample.FIVE)
    edited = note(collection, "Jun He")
    edited["Note"] = "my own"
    collection.update_note(edited)
    cards = [*edited.cards(), *note(collection, "He Lifeng").cards()]
    collection.sched.set_due_date([card.id for card in cards], "33")
    assert bring([CORRECTED, *sample.FIVE[1:]]) == {"updated": 1, "duplicate": 4}
    assert note(collection, "Jun He")["Note"] == "my own"
    assert {collection.get_card(card.id).ivl for card in cards} == {33}


def test_a_later_export_with_more_entries_adds_only_those(collection, bring):
    assert bring(sample.FIVE[:2]) == {"new": 2}
    assert bring(sample.FIVE) == {"new": 3, "duplicate": 2}
    assert bring(sample.HARD) == {"new": len(sample.HARD)}
    assert bring(sample.FIVE) == {"duplicate": 5}


def test_another_language_updates_only_what_is_newer(collection, bring):
    bring(sample.FIVE)
    assert bring([CORRECTED, *sample.FIVE[1:]], lang="zh-Hans") == {"updated": 1, "duplicate": 4}
    assert note(collection, "Ho Lifeng")["Traditional"] == ""


def shown(collection, english):
    return [
        (card.render_output().question_text, card.render_output().answer_text)
        for card in note(collection, english).cards()
    ]


def test_the_cards_show_what_they_should(collection, bring):
    bring(sample.FIVE)
    (english, chinese_answer), (chinese, english_answer) = shown(collection, "ByteDance Ltd")
    assert '<div class="english" lang="en">ByteDance Ltd</div>' in english
    assert "organization" in english
    assert "字" not in english
    assert '<div class="chinese" lang="zh-Hant">字節跳動</div>' in chinese_answer
    assert '<div class="chinese other" lang="zh-Hans">字节跳动</div>' in chinese_answer
    assert '<span class="tone4">Zì</span><span class="tone2">jié</span> ' in chinese_answer
    assert "ㄗˋ ㄐㄧㄝˊ" in chinese_answer
    assert "字節跳動" in chinese
    assert "Byte" not in chinese
    assert "ByteDance Ltd" in english_answer
    assert "Trade talks resume" in english_answer


def test_one_script_is_shown_once(collection, bring):
    bring(sample.FIVE)
    question = shown(collection, "He Lifeng")[1][0]
    assert question.count("何立峰") == 1
    assert "other" not in question


def test_simplified_only_cards_use_the_simplified_font_and_voice(collection, bring):
    bring(sample.FIVE, lang="zh-Hans")
    card = note(collection, "ByteDance Ltd").cards()[1]
    output = card.render_output()
    assert '<div class="chinese" lang="zh-Hans">字节跳动</div>' in output.question_text
    assert "字節" not in output.question_text
    (voice,) = output.answer_av_tags
    assert (voice.field_text, voice.lang) == ("字节跳动", "zh_CN")


def test_the_voice_reads_on_the_back_only(collection, bring):
    bring(sample.FIVE)
    for card in note(collection, "He Lifeng").cards():
        output = card.render_output()
        assert not output.question_av_tags
        assert [(voice.field_text, voice.lang) for voice in output.answer_av_tags] == [("何立峰", "zh_TW")]


@pytest.mark.parametrize("hard", sample.HARD, ids=lambda entry: entry.terms[0].text[:12])
def test_a_hard_term_is_shown_as_it_is(collection, bring, hard):
    assert bring([hard]) == {"new": 1}
    (only,) = map(collection.get_note, collection.find_notes(""))
    english = hard.terms[0].text.replace("\r", "\n")
    question = only.cards()[0].render_output().question_text
    assert html.escape(english, quote=False).replace("\n", "<br>") in question


@pytest.fixture
def take(collection, tmp_path):
    """Exports entries as text and imports that file, as File > Import does with what the file itself asks for."""

    def run(entries, **options):
        path = tmp_path / "glossary.txt"
        export(entries, "anki", to=path, options=Options(**options))
        metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
        log = collection.import_csv(anki.ImportCsvRequest(path=str(path), metadata=metadata)).log
        return {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate") if len(getattr(log, name))}

    return run


def fronts(collection):
    return {each["Front"]: each for each in map(collection.get_note, collection.find_notes("deck:Glossary"))}


def test_the_text_file_makes_notes_with_front_back_and_tags(collection, take):
    assert take(sample.FIVE) == {"new": 5}
    found = fronts(collection)["ByteDance Ltd"]
    assert found["Back"] == "字節跳動<br>字节跳动<br>Zìjié Tiàodòng"
    assert found.tags == ["kind::organization", "review::unreviewed"]
    assert found.note_type()["name"] == "Basic"


def test_the_text_file_again_adds_none_and_a_correction_is_taken(collection, take):
    take(sample.FIVE)
    take(sample.FIVE)
    take([CORRECTED, *sample.FIVE[1:]])
    assert collection.note_count() == 5
    assert "Ho Lifeng" in fronts(collection)
    assert "He Lifeng" not in fronts(collection)


def test_two_persons_of_one_name_are_two_notes(collection, take):
    assert take([LIFENG, replace(LIFENG, id="other")]) == {"new": 2}


def test_hard_terms_survive_the_text_import(collection, take):
    assert take(sample.HARD) == {"new": len(sample.HARD)}
    expected = {html.escape(term.replace("\r", "\n")).replace("\n", "<br>") for term in sample.HARD_TERMS}
    assert {
        html.escape(html.unescape(front.replace("<br>", "\n"))).replace("\n", "<br>") for front in fronts(collection)
    } == expected


def test_package_and_text_file_do_not_meet(collection, bring, take):
    bring(sample.FIVE)
    assert take(sample.FIVE) == {"new": 5}
    assert bring([CORRECTED]) == {"updated": 1}
