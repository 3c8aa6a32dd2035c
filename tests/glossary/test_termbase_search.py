"""Search in a termbase: prefix, substring and likeness, over keys without case and accents; the index follows every change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Concept, Status, Term
from glossary.termbase import Termbase
from glossary.termbase_search import By, search_key, trigrams

NAMES = {
    "oakhill": ("Oakhill", "Oak-Hill", "Óakhíll", "Okhill"),
    "elmbrook": ("Elmbrook", "Elm Brook", "Эльмбрук"),
    "o-brien": ("O'Brien’s Rest", '50%_"off" \\ town'),
    "ashford": ("Ashford", "Ashfjord", "Äshford am Fluß"),
    "jangaozen": ("Жаңаөзен", "Йошкар-Ола", "Ёлки"),
}
WHO = {"author": "Aigerim", "reason": "names"}


def concept(id, names):
    return Concept(id, "place", tuple(Term(name, "en" if name.isascii() else "ru", "Latn", Status.ADMITTED) for name in names))


@pytest.fixture
def termbase(where):
    with Termbase.open(where, create=True) as termbase:
        termbase.put([concept(id, names) for id, names in NAMES.items()], **WHO)
        yield termbase


def found(termbase, wanted, by, **more):
    return [hit.text for hit in termbase.search(wanted, by, **more)]


@pytest.mark.parametrize(
    ("wanted", "by", "expected"),
    [
        ("oak", By.PREFIX, {"Oakhill", "Oak-Hill", "Óakhíll"}),
        ("OAKH", By.PREFIX, {"Oakhill", "Óakhíll"}),
        ("ö", By.PREFIX, {"Oakhill", "Oak-Hill", "Óakhíll", "Okhill", "O'Brien’s Rest"}),
        ("elm b", By.PREFIX, {"Elm Brook"}),
        ("  elm   b ", By.PREFIX, {"Elm Brook"}),
        ("жаң", By.PREFIX, {"Жаңаөзен"}),
        ("елки", By.PREFIX, {"Ёлки"}),
        ("hill", By.PREFIX, set()),
        ("50%", By.PREFIX, {'50%_"off" \\ town'}),
        ("hill", By.SUBSTRING, {"Oakhill", "Oak-Hill", "Óakhíll", "Okhill"}),
        ("m br", By.SUBSTRING, {"Elm Brook"}),
        ("өзен", By.SUBSTRING, {"Жаңаөзен"}),
        ("fluss", By.SUBSTRING, {"Äshford am Fluß"}),
        ('_"off" \\', By.SUBSTRING, {'50%_"off" \\ town'}),
        ("%%%", By.SUBSTRING, set()),
        ("n’s", By.SUBSTRING, {"O'Brien’s Rest"}),
        ("sh", By.SUBSTRING, set()),
        ("as", By.SUBSTRING, {"Ashford", "Ashfjord", "Äshford am Fluß"}),
        ("", By.PREFIX, set()),
        (" \n", By.SUBSTRING, set()),
        ("\u0301", By.LIKENESS, set()),
        ("Oakhil", By.LIKENESS, {"Oakhill", "Óakhíll", "Oak-Hill"}),
        ("Elmbruk", By.LIKENESS, {"Elmbrook"}),
        ("Жанаөзен", By.LIKENESS, {"Жаңаөзен"}),
        ("qqqqqq", By.LIKENESS, set()),
        ('"*" OR NOT key:', By.LIKENESS, set()),
    ],
)
def test_what_is_found(termbase, wanted, by, expected):
    assert set(found(termbase, wanted, by)) == expected


def test_the_likest_and_the_shortest_stand_first(termbase):
    assert found(termbase, "Ashford", By.LIKENESS)[:2] == ["Ashford", "Ashfjord"]
    assert found(termbase, "oak", By.PREFIX)[0] in {"Oakhill", "Óakhíll"}
    hits = termbase.search("ashfor", By.LIKENESS)
    assert [hit.likeness for hit in hits] == sorted((hit.likeness for hit in hits), reverse=True)
    assert termbase.search("ASHFORD", By.LIKENESS)[0].likeness == 1
    assert hits[0].line == "Ashford  en-Latn  admitted  ashford"


def test_a_language_and_a_limit_narrow_it(termbase):
    assert set(found(termbase, "ash", By.PREFIX, language="ru")) == {"Äshford am Fluß"}
    assert set(found(termbase, "Ashford", By.LIKENESS, language="en")) == {"Ashford", "Ashfjord"}
    assert len(found(termbase, "a", By.PREFIX, limit=2)) == 2
    assert found(termbase, "a", By.PREFIX, limit=0) == []


@pytest.mark.parametrize("by", By)
def test_the_index_follows_every_change(termbase, by):
    termbase.put([replace(concept("oakhill", ("Birchwood",)))], author="Askar", reason="renamed")
    assert found(termbase, "Oakhill", by) == []
    assert found(termbase, "Birchwood", by) == ["Birchwood"]
    termbase.undo(author="Askar")
    assert "Oakhill" in found(termbase, "Oakhill", by)
    assert found(termbase, "Birchwood", by) == []
    termbase.remove(["oakhill"], author="Askar", reason="gone")
    assert found(termbase, "Oakhill", by) == []


def test_likeness_finds_one_name_among_many(where):
    many = [concept(f"c-{number}", (f"Common Name {number:05}",)) for number in range(6000)]
    with Termbase.open(where, create=True) as termbase:
        termbase.put([*many, concept("rare", ("Common Nabe Quixborough",))], **WHO)
        assert found(termbase, "Comon Nabe Quixboro", By.LIKENESS)[0] == "Common Nabe Quixborough"
        assert len(found(termbase, "Common Name 00001", By.LIKENESS, limit=5)) == 5


@given(st.text())
def test_a_key_is_its_own_key(text):
    assert search_key(search_key(text)) == search_key(text)


@given(st.text(alphabet="abcdeéøßж "))
def test_case_does_not_count(text):
    assert search_key(text.upper()) == search_key(text) == search_key(text.lower())


def test_trigrams_are_those_of_pg_trgm():
    # The example of the PostgreSQL 15 manual, F.35: show_trgm('cat').
    assert trigrams("cat") == {"  c", " ca", "at ", "cat"}
