"""What a termbase answers, in lines; and a concept as JSON."""

import json

import pytest

from glossary import Concept, Glossary, Status, Term
from glossary.model import Guard, Relation
from glossary.termbase_codec import dumps, loads
from glossary.termbase_history import Change, Revision, differences
from glossary.termbase_telling import concept_line, concept_lines, revision_lines

TOWN = Concept(
    "oakhill",
    "place",
    (
        Term("Oakhill", "en", "Latn", Status.PREFERRED),
        Term("Okhill", "en", "Latn", Status.DEPRECATED, misspelling=True, guard=Guard(("town",), ("river",)), sources=("atlas", "map")),
        Term("Оукхилл", "ru", "Cyrl", Status.PREFERRED),
    ),
    note="A town",
    sources=("gazetteer",),
    relations=(Relation("part-of", "shire"),),
)
BARE = Concept("oakhill", "place", TOWN.terms[:1])


def test_a_concept_is_told_by_language():
    assert "".join(concept_lines(TOWN)) == (
        "oakhill (place)\n"
        "  A town\n"
        "  en-Latn\n"
        "    Oakhill: preferred\n"
        "    Okhill: deprecated, misspelling yes, guard “needs town, excludes river”, sources “atlas; map”\n"
        "  ru-Cyrl\n"
        "    Оукхилл: preferred\n"
        "  part-of: shire\n"
        "  sources: gazetteer\n"
    )
    assert concept_line(TOWN) == "oakhill  Oakhill  place  3 terms\n"
    assert concept_line(BARE) == "oakhill  Oakhill  place  1 term\n"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (None, None, []),
        (TOWN, TOWN, []),
        (None, BARE, ["added Oakhill (place) with 1 term"]),
        (TOWN, None, ["removed Oakhill (place) with 3 terms"]),
        (
            TOWN,
            BARE,
            [
                "note none, was “A town”",
                "sources none, was “gazetteer”",
                "no longer part-of shire",
                "removed Okhill (en-Latn), deprecated, misspelling yes, guard “needs town, excludes river”, sources “atlas; map”",
                "removed Оукхилл (ru-Cyrl), preferred",
            ],
        ),
        (BARE, Concept("oakhill", "place", TOWN.terms[::2]), ["added Оукхилл (ru-Cyrl), preferred"]),
        (BARE, Concept("oakhill", "place", BARE.terms, relations=TOWN.relations), ["now part-of shire"]),
        (Concept("o", "place", TOWN.terms[::2]), Concept("o", "place", TOWN.terms[::-2]), ["the terms stand in another order"]),
    ],
)
def test_differences(before, after, lines):
    assert list(differences(before, after)) == lines


def test_a_long_change_is_told_in_part():
    change = Change(3, "2020-01-01T00:00:00Z", "Askar", "import", 4, undone_by=5)
    told = list(revision_lines([Revision(change, f"c-{number}", None, BARE) for number in range(4)], most=2))
    assert told == [
        "3  2020-01-01T00:00:00Z  Askar  4 concepts  import (undone by 5)\n",
        "  c-0\n",
        "    added Oakhill (place) with 1 term\n",
        "  c-1\n",
        "    added Oakhill (place) with 1 term\n",
        "  … and 2 concepts more\n",
    ]
    assert list(revision_lines([])) == []


def test_json_and_back_is_the_same():
    for concept in (TOWN, BARE, *Glossary.builtin().concepts):
        line = dumps(concept)
        assert loads(line) == concept
        assert "\n" not in line
    assert json.loads(dumps(BARE)) == {
        "id": "oakhill",
        "kind": "place",
        "terms": [{"text": "Oakhill", "language": "en", "script": "Latn", "status": "preferred"}],
    }


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        "{}",
        '{"id": "a"}',
        '{"id":"a","kind":"place","terms":[{"text":"A"}]}',
        '{"id":"a","kind":"place","terms":[],"colour":1}',
        "\0",
    ],
)
def test_what_is_no_concept_is_refused(line):
    with pytest.raises(ValueError):
        loads(line)


@pytest.mark.parametrize(
    ("note", "kept"), [("back\\u0000slash", True), ("\\\\u0000", True), ("\0", False), ("\\\0", False), ("\ud800", False), ("😀", True)]
)
def test_what_no_database_keeps_is_refused(note, kept):
    concept = Concept("a", "place", BARE.terms, note=note)
    if kept:
        assert loads(dumps(concept)) == concept
    else:
        with pytest.raises(ValueError, match="no text"):
            dumps(concept)
