"""Which forms a term has, and which form of the replacement answers each."""

import pytest

from glossary import forms_english
from glossary.form import Form
from glossary.forms import INFLECTIONS, expand, inflection
from glossary.model import Status, Term, TermType


def term(text, type=TermType.NAME, language="en", **more):
    return Term(text, language, "Latn", Status.DEPRECATED, type=type, **more)


FORMS = [
    ("a people", term("Kazak"), "Kazakh", "people", [("plural", "Kazaks", "Kazakhs")]),
    ("a people that is preferred", term("Kazakh"), None, "people", [("plural", "Kazakhs", None)]),
    ("a family", term("Yelstin", TermType.SHORT), "Yeltsin", "person", [("plural", "Yelstins", "Yeltsins")]),
    ("a sibilant", term("Turbash", TermType.SHORT), "Turbay", "person", [("plural", "Turbashes", "Turbays")]),
    ("a whole name has no plural", term("Boris Yelstin"), "Boris Yeltsin", "person", []),
    ("a town has none", term("Zhanoezen"), "Zhanaozen", "place", []),
    ("a country in -stan", term("Kazakhistan"), "Kazakhstan", "place",
     [("adjective", "Kazakhistani", "Kazakhstani"), ("plural adjective", "Kazakhistanis", "Kazakhstanis")]),
    ("a country in -ia", term("Rossia"), "Russia", "place",
     [("adjective", "Rossian", "Russian"), ("plural adjective", "Rossians", "Russians")]),
    ("no common rule, no form", term("Bielorussia"), "Belarus", "place", []),
    ("an abbreviation has none", term("AUCPB", TermType.ABBREVIATION), "AUCP(B)", "people", []),
    ("no plural behind a bracket", term("Kazak (Kaisak)"), "Kazakh", "people", []),
    ("indeclinable", term("Kazak", indeclinable=True), "Kazakh", "people", []),
    ("given", term("Bielorussia", forms=("Bielorussian=Belarusian", "Bielo-Russia", " ")), "Belarus", "place",
     [("given", "Bielorussian", "Belarusian"), ("given", "Bielo-Russia", "Belarus")]),
    ("given for a preferred term", term("Belarus", forms=("Belarusian=whatever",)), None, "place", [("given", "Belarusian", None)]),
    ("a language without rules", term("Kasache", language="de"), "Kasachin", "people", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "term", "replacement", "kind", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(why, term, replacement, kind, expected):
    assert list(expand(term, replacement, kind)) == [Form("base", term.text, replacement), *(Form(*row) for row in expected)]


ENDINGS = [
    ("Kazak’s hat", 5, 7),
    ("Kazak's hat", 5, 7),
    ("KAZAK’S HAT", 5, 7),
    ("Kazak’st", 5, 5),
    ("Kazak’s’x", 5, 5),
    ("Kazaks’ hats", 6, 7),
    ("Kazaks’\nhats", 6, 7),
    ("Kazaks’. Hats", 6, 6),
    ("Kazaks’", 6, 6),
    ("Kazak’ hat", 5, 5),
    ("Kazak", 5, 5),
    ("Kazak hat", 5, 5),
]


@pytest.mark.parametrize(("text", "end", "expected"), ENDINGS)
def test_the_possessive_is_read_off_the_text(text, end, expected):
    assert forms_english.ending(text, 0, end) == expected


def test_an_apostrophe_that_closes_a_quotation_is_no_possessive():
    assert forms_english.ending("the word ‘Kazaks’ is", 10, 16) == 16


@pytest.mark.parametrize(
    ("ending", "replacement", "expected"),
    [("’s", "Kazakh", "’s"), ("'", "Kazakhs", "'"), ("’", "Mangistau", "’s"), ("'", "MANGISTAU", "'S"), ("", "Kazakh", "")],
)
def test_the_possessive_is_carried_over(ending, replacement, expected):
    assert forms_english.carried(ending, replacement) == expected


def test_every_language_keeps_the_protocol():
    for language in INFLECTIONS:
        rules = inflection(language)
        sample = term("Sample", language=language)
        assert all(isinstance(form, Form) and form.text for form in rules.forms(sample, None, "people"))
        assert rules.ending("Sample", 0, 6) == 6
        assert rules.carried("", "Sample") == ""
