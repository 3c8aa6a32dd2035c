"""One term added, changed or removed by the words of a user."""

import pytest

from glossary import Concept, GlossaryError, Status, Term
from glossary.editing import OPTIONS, with_term, without_term
from glossary.lint import structure
from glossary.model import CaseRule, Guard, TermType

TOWN = Concept(
    "oakhill",
    "place",
    (Term("Oakhill", "en", "Latn", Status.PREFERRED), Term("Okhill", "en", "Latn", Status.DEPRECATED, note="a slip")),
    note="A town",
)


def test_a_new_concept_begins_with_its_preferred_name():
    assert with_term(None, "shire", " The  Shire ", {}, kind="place") == Concept(
        "shire", "place", (Term("The Shire", "en", "Latn", Status.PREFERRED),)
    )
    assert with_term(None, "shire", "Шир", {}) == Concept("shire", "other", (Term("Шир", "ru", "Cyrl", Status.PREFERRED),))


def test_all_that_may_be_said_is_kept():
    said = {
        "status": "misspelling",
        "type": "short",
        "replacement": "Oakhill",
        "from": "1901",
        "until": "1964-10",
        "case": "exact",
        "needs": "town; oak",
        "excludes": "river",
        "forms": "Okhills=Oakhills",
        "weak": "yes",
        "note": "two\nlines",
        "source": "atlas; map",
    }
    assert tuple(said) == OPTIONS
    term = with_term(TOWN, "oakhill", "Okhil", said).terms[-1]
    assert term == Term(
        "Okhil",
        "en",
        "Latn",
        Status.DEPRECATED,
        TermType.SHORT,
        misspelling=True,
        replacement="Oakhill",
        valid_from="1901",
        valid_until="1964-10",
        case=CaseRule.EXACT,
        guard=Guard(("town", "oak"), ("river",)),
        forms=("Okhills=Oakhills",),
        weak=True,
        note="two lines",
        sources=("atlas", "map"),
    )


def test_what_is_not_said_stays_and_an_empty_word_takes_back():
    changed = with_term(TOWN, "oakhill", "Okhill", {"status": "admitted"})
    assert changed.terms[1] == Term("Okhill", "en", "Latn", Status.ADMITTED, note="a slip")
    assert with_term(changed, "oakhill", "Okhill", {"note": ""}).terms[1].note == ""


def test_another_preferred_name_leaves_the_old_one_admitted():
    changed = with_term(TOWN, "oakhill", "Okhill", {"status": "preferred"})
    assert [(term.text, term.status) for term in changed.terms] == [("Oakhill", Status.ADMITTED), ("Okhill", Status.PREFERRED)]
    assert not list(structure(changed))
    both = with_term(TOWN, "oakhill", "OH", {"type": "abbreviation"})
    assert [term.status for term in both.terms] == [Status.PREFERRED, Status.DEPRECATED, Status.PREFERRED]


def test_languages_are_kept_apart():
    changed = with_term(TOWN, "oakhill", "Oakhill", {}, language="de")
    assert [(term.language, term.status) for term in changed.terms] == [
        ("en", Status.PREFERRED),
        ("en", Status.DEPRECATED),
        ("de", Status.PREFERRED),
    ]
    assert without_term(changed, "Oakhill", "de") == TOWN
    with pytest.raises(GlossaryError, match=r"stands in several languages; name one of Oakhill \(en\), Oakhill \(de\)"):
        without_term(changed, "Oakhill")


def test_the_last_term_takes_the_concept_with_it():
    left = without_term(TOWN, "Okhill")
    assert [term.text for term in left.terms] == ["Oakhill"]
    assert without_term(left, "Oakhill") is None
    with pytest.raises(GlossaryError, match=r"has no term “Elm”; name one of Oakhill \(en\), Okhill \(en\)"):
        without_term(TOWN, "Elm")


@pytest.mark.parametrize(
    ("text", "said", "more", "message"),
    [
        ("", {}, {}, "term: the name is empty"),
        ("Oak\u200bhill", {}, {}, "invisible character U\\+200B"),
        ("Oak", {"status": "prefered"}, {}, "--status: unknown status “prefered”; did you mean “preferred”"),
        ("Oak", {"from": "last year"}, {}, "--from: “last year” is no date"),
        ("Oak", {"colour": "green"}, {}, "--colour: is no option of a term"),
        ("Oak", {}, {"kind": "plaice"}, "--kind: unknown kind “plaice”; did you mean “place”"),
        ("Oak", {}, {"language": "?"}, "--language: “\\?” is no language"),
        ("ಓಕ್", {}, {}, "--language: .* does not show its language"),
    ],
)
def test_what_cannot_be_said_is_refused(text, said, more, message):
    with pytest.raises(GlossaryError, match=message):
        with_term(TOWN, "oakhill", text, said, **more)
