"""An import says first what it would do, and does no more than that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings

from glossary import Glossary, GlossaryError
from glossary.importing import apply, plan
from glossary.model import Concept, Guard, Relation, Status, Term
from tests.glossary.exchange.glossaries import FULL, glossaries, sound


def concept(id: str, *names: str, kind: str = "place", language: str = "en", note: str = "") -> Concept:
    """A concept whose first name is preferred; one that begins with - is deprecated, with + admitted."""
    status = {"-": Status.DEPRECATED, "+": Status.ADMITTED}
    terms = [Term(name.lstrip("+-"), language, "Latn", status.get(name[0], Status.PREFERRED)) for name in names]
    return Concept(id, kind, tuple(terms), note)


CURRENT = Glossary((concept("qaratal", "Qaratal", "-Karatal", note="A town"), concept("balqash", "Balqash", "+Balkhash")))


class TestWhoIsWho:
    @pytest.mark.parametrize(
        ("incoming", "home"),
        [
            (concept("qaratal", "Qaratal", "-Qaratall"), "qaratal"),
            (concept("c17", "Qaratal", "-Qaratall"), "qaratal"),
            (concept("c17", "Balkhash", "-Balhash"), "balqash"),
            (concept("qaratal", "Qarathal"), "qaratal"),
        ],
        ids=["by id", "by the preferred spelling", "by another spelling", "by id and likeness"],
    )
    def test_a_concept_is_found_again(self, incoming, home):
        found = plan(CURRENT, Glossary((incoming,)))
        assert [one.before.id for one in found.changes] == [home]
        assert not found.adds
        assert not found.ambiguous

    def test_what_is_new_is_added(self):
        found = plan(CURRENT, Glossary((concept("tokmak", "Tokmak"),)))
        assert [one.id for one in found.adds] == ["tokmak"]

    def test_what_says_nothing_new_is_unchanged(self):
        found = plan(CURRENT, CURRENT)
        assert (found.unchanged, found.adds, found.changes, found.contradictions, found.ambiguous) == (2, (), (), (), ())

    @pytest.mark.parametrize(
        ("incoming", "why"),
        [
            (concept("qaratal", "Semey"), "no name in common"),
            (concept("qaratal", "Qaratal", kind="person"), "of kind place, not person"),
            (concept("c1", "Qarattal"), "is like that of"),
            (concept("c1", "Aralsk", "+Balqash", "+Qaratal"), "those of several"),
        ],
    )
    def test_what_is_open_is_asked(self, incoming, why):
        found = plan(CURRENT, Glossary((incoming,)))
        assert why in str(found.ambiguous[0])
        assert not found.adds
        assert not found.changes
        with pytest.raises(GlossaryError, match="--merge"):
            apply(found, CURRENT)

    @pytest.mark.parametrize(
        ("known", "incoming", "asked"),
        [
            ("Kostanay", "Kustanai", True),
            ("Mangistau", "Mangystau", True),
            ("Zhetybai", "Jetibay", True),
            ("Zhetybai", "Shetpe", False),
            ("Aktau", "Aktobe", False),
            ("West Kazakhstan Region", "South Kazakhstan Region", False),
            ("East Kazakhstan Region", "East Kazakstan Region", True),
        ],
    )
    def test_a_name_that_sounds_alike_is_asked_about(self, known, incoming, asked):
        found = plan(Glossary((concept("known", known),)), Glossary((concept("c1", incoming),)))
        assert bool(found.ambiguous) == asked
        assert bool(found.adds) != asked

    def test_two_of_a_file_cannot_both_be_one(self):
        found = plan(CURRENT, Glossary((concept("a", "Qaratal"), concept("b", "+Qaratal", "Qaratall"))))
        assert "same file" in str(found.ambiguous[0])

    def test_a_decision_settles_it(self):
        incoming = Glossary((concept("c1", "Qarattal"),))
        merged = plan(CURRENT, incoming, {"c1": "qaratal"})
        assert [one.before.id for one in merged.changes] == ["qaratal"]
        added = plan(CURRENT, incoming, {"c1": None})
        assert [one.id for one in added.adds] == ["c1"]

    def test_a_new_thing_with_an_id_that_is_taken_gets_another(self):
        found = plan(CURRENT, Glossary((concept("qaratal", "Semey"),)), {"qaratal": None})
        assert [one.id for one in found.adds] == ["qaratal-2"]

    @pytest.mark.parametrize("decisions", [{"nobody": None}, {"c1": "nobody"}])
    def test_a_decision_about_nothing_is_refused(self, decisions):
        with pytest.raises(GlossaryError, match="no concept"):
            plan(CURRENT, Glossary((concept("c1", "Semey"),)), decisions)

    def test_a_spelling_that_needs_words_nearby_does_not_join(self):
        term = Term("Qaratal", "en", "Latn", Status.PREFERRED, guard=Guard(needs=("river",)))
        found = plan(CURRENT, Glossary((Concept("qaratal-river", "place", (term,)),)))
        assert [one.id for one in found.adds] == ["qaratal-river"]
        assert not found.changes

    def test_relations_follow_the_ids(self):
        part = replace(concept("x", "Semey"), relations=(Relation("part-of", "c17"),))
        found = plan(CURRENT, Glossary((concept("c17", "Qaratal"), part)))
        assert found.adds[0].relations == (Relation("part-of", "qaratal"),)


class TestContradictions:
    def test_another_preferred_name(self):
        found = plan(CURRENT, Glossary((concept("qaratal", "Qarataal", "-Qaratal"),)))
        assert any("Qaratal" in line for line in found.contradictions)
        with pytest.raises(GlossaryError, match="--overwrite"):
            apply(found, CURRENT)
        after = apply(found, CURRENT, overwrite=True).concept("qaratal")
        assert [term.text for term in after.terms if term.status is Status.PREFERRED] == ["Qarataal"]

    def test_a_spelling_that_two_have_already_is_none(self):
        both = Glossary((concept("a", "Qaratal", "+Karatal"), concept("b", "Balqash", "+Karatal")))
        found = plan(both, both)
        assert (found.unchanged, found.contradictions) == (2, ())

    def test_a_spelling_of_two(self):
        found = plan(CURRENT, Glossary((concept("qaratal", "Qaratal", "+Balkhash"),)))
        assert any("Balkhash" in line and "balqash" in line for line in found.contradictions)


class TestNewOnes:
    """Who says twice that a concept is a new one does not get two of it."""

    NEW = concept("c1", "Qarattal")

    @pytest.mark.parametrize(
        ("there", "file"),
        [
            ((concept("c1", "Qarattal"),), NEW),
            ((concept("c1", "Aralsk"), concept("c1-2", "Qarattal")), NEW),
            ((Concept("c1", "person", (Term("Semey", "en", "Latn", Status.PREFERRED, weak=True),)),), Concept("c1", "person", (Term("Semey", "en", "Latn", Status.PREFERRED, weak=True),))),
        ],
        ids=["under its id", "under the id that it was given", "with a weak name, which two may have"],
    )  # fmt: skip
    def test_a_second_time_is_asked_about(self, there, file):
        found = plan(Glossary((*CURRENT.concepts, *there)), Glossary((file,)), {"c1": None})
        assert (found.adds, len(found.ambiguous)) == ((), 1)
        assert found.ambiguous[0].candidates == (there[-1],)
        with pytest.raises(GlossaryError, match="has been added already") as caught:
            found.puts(overwrite=True)
        assert caught.value.remedy == f"say --merge c1={there[-1].id}, or give it another id in the file"

    @pytest.mark.parametrize(
        "there",
        [(), (concept("c1", "Aralsk"),), (concept("c1", "Qarattal", kind="person"),), (concept("c2", "+Qaratt"),)],
        ids=["nothing like it", "another of its id", "a person of its id and name", "another id"],
    )
    def test_what_is_new_indeed_is_added(self, there):
        found = plan(Glossary((*CURRENT.concepts, *there)), Glossary((self.NEW,)), {"c1": None})
        assert ([one.label for one in found.adds], found.ambiguous) == (["Qarattal"], ())


class TestApplying:
    def test_nothing_is_changed_by_planning(self):
        before = CURRENT.fingerprint
        plan(CURRENT, Glossary((concept("qaratal", "Qaratal", "-Qaratall"),)))
        assert CURRENT.fingerprint == before

    def test_what_stands_there_stays(self):
        after = apply(plan(CURRENT, Glossary((concept("x", "Semey"), concept("c2", "Qaratal", "-Qaratall")))), CURRENT)
        assert [one.id for one in after.concepts] == ["qaratal", "balqash", "x"]
        assert after.concept("qaratal").note == "A town"
        assert [term.text for term in after.concept("qaratal").terms] == ["Qaratal", "Karatal", "Qaratall"]

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(glossaries())
    def test_into_an_empty_glossary_all_of_it_comes(self, incoming):
        assume(sound(incoming))
        assert apply(plan(Glossary(()), incoming), Glossary(())) == incoming

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(glossaries())
    def test_a_second_time_nothing_happens(self, incoming):
        assume(sound(incoming))
        again = plan(incoming, incoming)
        assert (again.adds, again.changes) == ((), ())

    def test_the_lines_say_it(self):
        found = plan(CURRENT, Glossary((concept("x", "Semey"), concept("c2", "Qaratal", "-Qaratall"))), remarks=("names.tbx: 1 × <xref>",))
        assert list(found.lines()) == [
            "1 to add, 1 to change, 0 unchanged, 0 contradictions, 0 to be decided",
            "+ x: added Semey (place) with 1 term",
            "~ qaratal: added Qaratall (en-Latn), deprecated",
            "# names.tbx: 1 × <xref>",
        ]

    def test_a_refusal_names_the_file_and_what_is_first(self):
        found = plan(CURRENT, Glossary((concept("qaratal", "Karatal", "-Qaratal"),)))
        with pytest.raises(GlossaryError, match=r"^names.tbx: 2 contradictions, first: “") as caught:
            found.puts(source="names.tbx")
        assert "--overwrite" in caught.value.remedy
        one = plan(CURRENT, Glossary((concept("balqash", "Balqash", "-Balkhash"),)))
        assert next(one.lines()) == "0 to add, 1 to change, 0 unchanged, 1 contradiction, 0 to be decided"

    def test_a_whole_glossary_is_imported_from_its_own_export(self):
        renamed = Glossary(tuple(replace(one, id=f"c{at}", relations=()) for at, one in enumerate(FULL.concepts)))
        found = plan(FULL, renamed)
        assert (found.adds, found.ambiguous) == ((), ())
