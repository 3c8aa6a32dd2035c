"""The few forms of German and French names."""

import pytest

from glossary.form import Form
from glossary.forms import expand
from glossary.model import Status, Term, TermType

FORMS = [
    ("a town", "de", "Schanaosen", "Schangaösen", "place", [("genitive", "Schanaosens", "Schangaösens")]),
    ("a person", "de", "Boris Jelzyn", "Boris Jelzin", "person", [("genitive", "Boris Jelzyns", "Boris Jelzins")]),
    ("to a sibilant", "de", "Almaata", "Taras", "place", [("genitive", "Almaatas", "Taras’")]),
    ("from a sibilant", "de", "Taras", "Almaty", "place", []),
    ("a republic of two words", "de", "Republik Kasachstan", None, "place", []),
    ("a people", "de", "Kasache", "Kasachin", "people", []),
    ("a people", "fr", "Kazak", "Kazakh", "people",
     [("plural", "Kazaks", "Kazakhs"), ("feminine", "Kazake", "Kazakhe"), ("feminine plural", "Kazakes", "Kazakhes")]),
    ("one in -ien", "fr", "Ukrainien", None, "people",
     [("plural", "Ukrainiens", None), ("feminine", "Ukrainienne", None), ("feminine plural", "Ukrainiennes", None)]),
    ("one in -e", "fr", "Russe", None, "people", [("plural", "Russes", None)]),
    ("an irregular one", "fr", "Grec", None, "people", []),
    ("a place", "fr", "Astana", None, "place", []),
]  # fmt: skip


@pytest.mark.parametrize("row", FORMS, ids=[f"{row[1]} {row[0]}" for row in FORMS])
def test_forms(row):
    _, language, text, replacement, kind, expected = row
    term = Term(text, language, "Latn", Status.DEPRECATED, type=TermType.NAME)
    assert list(expand(term, replacement, kind)) == [Form("base", text, replacement), *(Form(*each) for each in expected)]
