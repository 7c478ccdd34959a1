"""Legal forms of companies: one table for all who ask."""

import pytest

from glossary import keys
from glossary.candidates import slots
from glossary.lang import companies
from glossary.matcher.names import without_legal_form
from glossary.pairs import segments
from glossary.tables import rows


@pytest.mark.parametrize("form", [word for word, kind in rows("company_suffixes") if kind in {"tail", "form"}])
def test_a_legal_form_is_left_off_by_all(form):
    for name in (f"Tongya {form}", f"Tongya {form}.", f"Tongya Co, {form}"):
        assert keys.without_company(name) == without_legal_form(name) == "Tongya"
    assert companies.is_suffix(form.lower())


@pytest.mark.parametrize("form", [word for word, kind in rows("company_suffixes") if kind == "tail"])
def test_a_comma_before_a_legal_form_ends_no_name(form):
    assert [slot.text for slot in slots.split(f"Tongya, {form}", 0)] == [f"Tongya, {form}"]
    assert segments.read(f"He works for Tongya, {form} ").texts[-2:] == ("Tongya", form)


def test_what_names_a_state_behind_a_comma_does_end_it():
    assert [slot.text for slot in slots.split("Las Vegas, NV", 0)] == ["Las Vegas", "NV"]


def test_words_of_names_are_no_legal_forms():
    assert without_legal_form("Hilton International") == "Hilton International"
    assert (keys.without_company("Tongya Group"), without_legal_form("Tongya Group")) == ("Tongya", "Tongya Group")
