import pytest

import glossary
from glossary import verbs
from glossary.errors import UnreadableError
from glossary.store import Merged, Store, default_path

TEXT = "Chinese Vice Premier He Lifeng (何立峰) met Foreign Ministry spokesman Lin Jian (林劍).\n"


def test_each_file_has_an_outcome_in_order(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    given = [str(tmp_path / name) for name in ("missing.txt", "a.txt", "empty", "a.txt")]
    with Store(tmp_path / "g.db") as store:
        outcomes = list(verbs.collect(given, store))
    assert [outcome.path for outcome in outcomes] == given
    assert [type(outcome.error) for outcome in outcomes] == [UnreadableError, type(None), UnreadableError, type(None)]
    assert [outcome.merged for outcome in outcomes] == [Merged(), Merged(added=2), Merged(), Merged(unchanged=2)]


def test_a_text_without_pairs_is_fine(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing here.", encoding="utf-8")
    with Store(tmp_path / "g.db") as store:
        (outcome,) = verbs.collect([str(tmp_path / "a.txt")], store)
    assert (outcome.error, outcome.entries) == (None, ())


def test_the_library_does_what_the_command_does(tmp_path):
    document = glossary.from_text(TEXT)
    with glossary.Store(tmp_path / "g.db") as store:
        assert store.merge(glossary.collect(document)).added == 2
        (hit,) = glossary.lookup(store, "he lifeng")
        assert hit.entry.terms[0].text == "He Lifeng"
        assert glossary.export(store.entries(), "csv", to=tmp_path / "out.csv") == 2
    for found in glossary.extract(document):
        assert found.english.of(document.text) == found.pair.english
        assert found.chinese.of(document.text) == found.pair.chinese


def test_the_store_is_in_the_data_folder_unless_the_environment_says_otherwise(monkeypatch, tmp_path):
    monkeypatch.setenv("GLOSSARY_DB", str(tmp_path / "x.db"))
    assert default_path() == tmp_path / "x.db"
    monkeypatch.delenv("GLOSSARY_DB")
    assert default_path().parts[-2:] == ("glossary", "glossary.db")


@pytest.mark.parametrize("fault", [ValueError, OSError, AttributeError])
def test_what_fails_after_a_file_was_opened_is_not_laid_to_its_path(monkeypatch, tmp_path, fault):
    def fails(*_args, **_options):
        raise fault("a bug")

    path = tmp_path / "g.jsonl"
    path.write_bytes(b'{"id":"e1","kind":"place","terms":[]}')
    with Store(tmp_path / "g.db") as store:
        monkeypatch.setattr(store, "merge", fails)
        with pytest.raises(fault, match="a bug"):
            verbs.import_file(str(path), store)


@pytest.mark.parametrize(("name", "problem"), [("none", "no such file"), (".", "is a folder"), ("a\0", "cannot be")])
def test_a_file_that_cannot_be_opened_is_told_as_it_is_elsewhere(tmp_path, name, problem):
    with Store(tmp_path / "g.db") as store, pytest.raises(UnreadableError, match=problem):
        verbs.import_file(str(tmp_path / name), store)
