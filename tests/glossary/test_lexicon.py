"""The compiled glossary: what it keeps of a concept, and its bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.model import Concept, Status, Term, TermType

P, D, S = Status.PREFERRED, Status.DEPRECATED, Status.SUPERSEDED


def term(text, status=P, language="en", script="Latn", **more):
    return Term(text, language, script, status, **more)


GLOSSARY = Glossary.of(
    (
        Concept(
            "saint-petersburg",
            "place",
            (
                term("Saint Petersburg"),
                term("Petrograd", S, valid_from="1914", valid_until="1924"),
                term("Leningrad", S, valid_from="1924", valid_until="1991-09-06"),
                term("Leningrad City", S, type=TermType.FULL, valid_until="1999"),
                term("Санкт-Петербург", language="ru", script="Cyrl"),
                term("Ленинград", S, "ru", "Cyrl", valid_until="1991"),
            ),
            note="a city\x1fon the Neva",
        ),
        Concept("aktau", "place", (term("Aktau"), term("Acktau", D, misspelling=True))),
        Concept("ust", "place", (term("Усть", language="ru", script="Cyrl"),)),
    )
)
LEXICON = Lexicon.compile(GLOSSARY, "en")


def test_a_card_says_what_the_concept_is():
    card = LEXICON.concept("saint-petersburg")
    assert (card.id, card.kind, card.label, card.note) == ("saint-petersburg", "place", "Saint Petersburg", "a city on the Neva")
    assert [(one.text, one.language, one.type) for one in card.preferred] == [
        ("Saint Petersburg", "en", TermType.NAME),
        ("Санкт-Петербург", "ru", TermType.NAME),
    ]
    assert [(one.text, one.valid_from, one.valid_until) for one in card.former][:2] == [
        ("Petrograd", "1914", "1924"),
        ("Leningrad", "1924", "1991-09-06"),
    ]


@pytest.mark.parametrize(("date", "name"), [(None, "Leningrad"), ("1920", None), ("1950-05", None), ("2011", "Leningrad"), ("1900", None)])
def test_the_former_name_of_a_gloss(date, name):
    assert LEXICON.concept("saint-petersburg").former_name(date) == name


def test_the_former_name_is_in_the_language_of_the_text():
    assert Lexicon.compile(GLOSSARY, "ru").concept("saint-petersburg").former_name() == "Ленинград"


def test_no_former_name():
    assert LEXICON.concept("aktau").former_name() is None


@pytest.mark.parametrize("id", ["", "zzz", "ust", "Aktau"])
def test_a_concept_without_a_term_in_the_language_is_unknown(id):
    with pytest.raises(KeyError):
        LEXICON.concept(id)


def test_an_empty_glossary_finds_nothing():
    lexicon = Lexicon.compile(Glossary(()), "en")
    assert lexicon.find("Aktau") == lexicon.find("") == []
    assert Lexicon.from_bytes(lexicon.to_bytes()).find("Aktau ÿÿ\xff") == []


def test_a_spelling_without_a_letter_or_digit_is_refused():
    glossary = Glossary.of((Concept("dash", "other", (term("—"),), origin="names.csv"),))
    with pytest.raises(GlossaryError, match=r"names\.csv: '—' has no letter or digit"):
        Lexicon.compile(glossary, "en")


def test_from_bytes_is_the_same_lexicon():
    again = Lexicon.from_bytes(LEXICON.to_bytes())
    assert again.columns == LEXICON.columns or again.to_bytes() == LEXICON.to_bytes()
    text = "Acktau’s and LENINGRAD"
    assert again.find(text) == LEXICON.find(text) != []
    assert again.concept("aktau") == LEXICON.concept("aktau")


DATA = LEXICON.to_bytes()


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
@settings(max_examples=100)
def test_damage_in_any_byte_is_noticed(at, by):
    with pytest.raises(ValueError):
        Lexicon.from_bytes(DATA[:at] + bytes([DATA[at] ^ by]) + DATA[at + 1 :])


@pytest.mark.parametrize("data", [b"", b"x", DATA[:10], DATA[:60], DATA[:-1], DATA + b"\0", b"\0" * 1000])
def test_what_is_no_lexicon_is_refused(data):
    with pytest.raises(ValueError):
        Lexicon.from_bytes(data)
