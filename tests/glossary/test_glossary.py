"""Two glossaries become one, the later wins, and every disagreement is told."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Glossary
from glossary.lint import structure
from glossary.model import Concept, Guard, Relation, Status, Term, TermType

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def term(text: str, status: Status = P, **more) -> Term:
    return Term(text, more.pop("language", "en"), more.pop("script", "Latn"), status, **more)


def glossary(**concepts) -> Glossary:
    """Concepts by id; a tuple of terms, of kind other and from a file named after the id."""
    return Glossary.of(Concept(id.replace("_", "-"), "other", terms, origin=f"{id}.csv") for id, terms in concepts.items())


def statuses(concept: Concept) -> dict[str, Status]:
    return {term.text: term.status for term in concept.terms}


class TestAccess:
    def test_by_id(self):
        assert glossary(tokmak=(term("Tokmak"),)).concept("tokmak").label == "Tokmak"

    def test_an_unknown_id(self):
        with pytest.raises(KeyError):
            glossary(tokmak=(term("Tokmak"),)).concept("tokmok")

    def test_one_id_twice_is_refused(self):
        concept = Concept("a", "other", (term("A"),))
        with pytest.raises(ValueError, match="'a'"):
            Glossary.of([concept, concept])


class TestFingerprint:
    BASE = Glossary.of([Concept("a", "place", (term("A"), term("B", D))), Concept("b", "place", (term("C"),))])

    def test_is_sha256_and_stable_over_processes(self):
        code = "from glossary import Glossary; print(Glossary.builtin().fingerprint)"
        told = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)}
        assert told == {Glossary.builtin().fingerprint}
        assert len(told.pop()) == 64

    def test_ignores_the_order_of_concepts_files_and_lines(self):
        shuffled = [Concept(c.id, c.kind, c.terms, origin="x") for c in reversed(self.BASE.concepts)]
        assert Glossary.of(shuffled).fingerprint == self.BASE.fingerprint
        lines = [Concept("a", "place", (term("A", line=7), term("B", D, line=8))), self.BASE.concepts[1]]
        assert Glossary.of(lines).fingerprint == self.BASE.fingerprint

    @pytest.mark.parametrize(
        "terms",
        [
            (term("A"), term("B", A)),
            (term("B", D), term("A")),
            (term("A"), term("B", D, misspelling=True)),
            (term("A"), term("B", D, guard=Guard(("x",)))),
            (term("A"), term("B", D, guard=Guard((), ("x",)))),
            (term("A"), term("B", D, forms=("Bs",))),
            (term("A"), term("B", D, language="de")),
            (term("A"), term("B", D, note="n")),
            (term("A"),),
        ],
    )
    def test_sees_every_other_change(self, terms):
        changed = Glossary.of([Concept("a", "place", terms), self.BASE.concepts[1]])
        assert changed.fingerprint != self.BASE.fingerprint


class TestUnion:
    BASE = glossary(
        region=(term("Mangistau"), term("Mangystau", A), term("Mangistaus", D, misspelling=True)), town=(term("Tokmak"), term("Tokmok", D))
    )

    def test_with_nothing_is_itself(self):
        assert self.BASE | Glossary(()) == self.BASE
        assert Glossary(()) | self.BASE == self.BASE

    def test_with_itself_is_itself_and_no_conflict(self):
        assert self.BASE | self.BASE == self.BASE

    def test_what_shares_nothing_stands_beside(self):
        both = self.BASE | glossary(river=(term("Qaratal"),))
        assert [concept.id for concept in both.concepts] == ["region", "town", "river"]
        assert not both.conflicts

    def test_a_new_spelling_joins_the_concept_of_the_same_id(self):
        both = self.BASE | glossary(town=(term("Tokmack", D),))
        assert statuses(both.concept("town")) == {"Tokmak": P, "Tokmok": D, "Tokmack": D}
        assert not both.conflicts

    def test_a_new_spelling_joins_the_concept_with_the_same_preferred_spelling(self):
        both = self.BASE | glossary(mine=(term("Tokmak"), term("Tokmack", D)))
        assert [concept.id for concept in both.concepts] == ["region", "town"]
        assert statuses(both.concept("town")) == {"Tokmak": P, "Tokmok": D, "Tokmack": D}

    def test_the_later_status_wins_and_is_told(self):
        both = self.BASE | glossary(mine=(term("Tokmak"), term("Tokmok", A)))
        assert statuses(both.concept("town"))["Tokmok"] is A
        assert both.conflicts == ("“Tokmok” is deprecated (→ “Tokmak”) in town.csv and admitted (→ “Tokmak”) in mine.csv: the latter wins",)

    def test_another_preferred_spelling_leaves_the_former_admitted(self):
        both = self.BASE | glossary(mine=(term("Mangystau"),))
        assert statuses(both.concept("region")) == {"Mangistau": A, "Mangystau": P, "Mangistaus": D}
        assert both.concept("region").replacement(both.concept("region").terms[2]) == "Mangystau"
        assert len(both.conflicts) == 2
        assert "“Mangistau” is preferred in region.csv, “Mangystau” in mine.csv" in both.conflicts[1]

    def test_the_preferred_spelling_may_be_turned_round(self):
        both = self.BASE | glossary(mine=(term("Mangystau"), term("Mangistau", D)))
        assert statuses(both.concept("region")) == {"Mangistau": D, "Mangystau": P, "Mangistaus": D}
        assert not list(structure(both.concept("region")))

    def test_a_new_name_for_what_the_left_prefers(self):
        both = self.BASE | glossary(mine=(term("Mangghystau"), term("Mangistau", D)))
        assert statuses(both.concept("region"))["Mangistau"] is D
        assert both.concept("region").preferred("en").text == "Mangghystau"

    def test_a_stated_replacement_follows_the_new_preferred_name(self):
        left = glossary(
            region=(term("Mangistau"), term("Mangystau", A), term("Mangistauski", D, type=TermType.SHORT, replacement="Mangistau"))
        )
        both = left | glossary(mine=(term("Mangystau"),))
        assert both.concept("region").terms[2].replacement == "Mangystau"

    def test_a_misspelling_stays_one_where_the_later_only_says_deprecated(self):
        both = self.BASE | glossary(mine=(term("Mangistau"), term("Mangistaus", D)))
        assert both.concept("region").terms[2].misspelling
        assert not both.conflicts

    def test_dates_notes_and_forms_are_kept_where_the_later_is_silent(self):
        old = term("Frunze", S, valid_from="1926", valid_until="1991", note="n", forms=("Frunzes",), sources=("s",))
        both = glossary(a=(term("Bishkek"), old)) | glossary(b=(term("Bishkek"), term("Frunze", S)))
        assert both.concept("a").terms[1] == old

    def test_spellings_of_a_short_name_stay_short(self):
        left = glossary(person=(term("Nursultan Nazarbayev"), term("Nazarbayev", type=TermType.SHORT)))
        both = left | glossary(mine=(term("Nazarbayev"), term("Nasarbajew", D)))
        assert both.concept("person").preferred("en").text == "Nursultan Nazarbayev"
        assert both.concept("person").replacement(both.concept("person").terms[2]) == "Nazarbayev"
        assert not both.conflicts

    def test_one_id_for_two_kinds_keeps_them_apart(self):
        left = Glossary.of([Concept("aktau", "place", (term("Aktau"),), origin="a.toml")])
        right = Glossary.of([Concept("aktau", "organisation", (term("Aktau", guard=Guard(("union",))),), origin="b.csv")])
        both = left | right
        assert [concept.id for concept in both.concepts] == ["aktau", "aktau-organisation"]
        assert both.conflicts == (
            "“aktau” is of kind place in a.toml and of kind organisation in b.csv: kept apart, the latter as “aktau-organisation”",
        )

    def test_a_guarded_spelling_is_shared_on_purpose_and_joins_nothing(self):
        both = self.BASE | glossary(football_club=(term("Tokmak", guard=Guard(("football",))),))
        assert [concept.id for concept in both.concepts] == ["region", "town", "football-club"]

    def test_a_spelling_ruled_out_by_words_nearby_is_still_its_concepts(self):
        left = glossary(odesa=(term("Odesa"), term("Odessa", D, guard=Guard((), ("Texas",)))))
        turned = left | glossary(mine=(term("Odessa"),))
        assert statuses(turned.concept("odesa")) == {"Odesa": A, "Odessa": P}
        restated = left | glossary(mine=(term("Odesa"), term("Odessa", D)))
        assert restated.concept("odesa") == left.concept("odesa")

    def test_what_the_later_keeps_apart_stays_apart(self):
        both = glossary(a=(term("A"), term("B", A))) | glossary(a=(term("A"),), b=(term("B"),))
        assert [statuses(concept) for concept in both.concepts] == [{"A": P}, {"B": P}]
        assert both.conflicts == ("“B” is a spelling of “A” in a.csv and of “B” in b.csv: the latter wins",)

    def test_a_variant_may_be_given_to_another_concept(self):
        both = glossary(a=(term("A"), term("X", D), term("Y", D, replacement="X"))) | glossary(b=(term("B"), term("X", D)))
        assert [statuses(concept) for concept in both.concepts] == [{"A": P, "Y": D}, {"B": P, "X": D}]
        assert both.concept("a").terms[1].replacement is None

    def test_a_preferred_spelling_is_not_taken_from_its_concept(self):
        both = glossary(a=(term("A"),), b=(term("B"),)) | glossary(a=(term("A"), term("B", D)))
        assert [statuses(concept) for concept in both.concepts] == [{"A": P, "B": D}, {"B": P}]
        assert both.conflicts == (
            "“B” is a spelling of “B” in b.csv and of “A” in a.csv: both keep it, and words nearby must decide (needs, excludes)",
        )

    def test_a_spelling_of_two_concepts_joins_neither(self):
        left = glossary(a=(term("A"), term("X", A)), b=(term("B"), term("X", A)))
        assert len((left | glossary(c=(term("X"),))).concepts) == 3

    def test_relations_and_sources_are_gathered(self):
        left = Glossary.of([Concept("a", "place", (term("A"),), "old", ("s",), (Relation("part-of", "b"),))])
        right = Glossary.of([Concept("a", "other", (term("A"),), "", ("t", "s"), (Relation("see-also", "c"),))])
        concept = (left | right).concept("a")
        assert (concept.kind, concept.note, concept.sources) == ("place", "old", ("s", "t"))
        assert concept.relations == (Relation("part-of", "b"), Relation("see-also", "c"))

    def test_conflicts_of_all_unions_are_kept(self):
        first = self.BASE | glossary(mine=(term("Tokmak"), term("Tokmok", A)))
        second = first | glossary(yours=(term("Tokmak"), term("Tokmok", D)))
        assert len(second.conflicts) == 2
        assert second.concept("town") == self.BASE.concept("town")

    def test_several_files_at_once(self, tmp_path):
        (tmp_path / "a.csv").write_text("preferred,variants\nTokmak,Tokmok\n", encoding="utf-8")
        (tmp_path / "b.csv").write_text("preferred,variants\nTokmok,Tokmak\n", encoding="utf-8")
        both = Glossary.load(tmp_path / "a.csv", tmp_path / "b.csv")
        assert statuses(both.concepts[0]) == {"Tokmak": D, "Tokmok": P}
        assert all("a.csv" in line and "b.csv" in line for line in both.conflicts)


NAMES = st.sampled_from(["A", "B", "C", "D"])


@st.composite
def sound(draw) -> Glossary:
    """A glossary as a reader lets it in: each spelling in one concept, one preferred term in each."""
    names = draw(st.lists(NAMES, unique=True, max_size=4))
    concepts: list[Concept] = []
    while names:
        count = draw(st.integers(1, len(names)))
        mine, names = names[:count], names[count:]
        terms = (term(mine[0]), *(term(name, draw(st.sampled_from([A, D, S]))) for name in mine[1:]))
        concepts.append(Concept(f"{mine[0].lower()}-{draw(st.integers(0, 1))}", "other", terms))
    return Glossary.of({concept.id: concept for concept in concepts}.values())


@given(sound(), sound())
def test_a_union_of_sound_glossaries_is_sound_and_says_what_the_later_says(left, right):
    both = left | right
    assert not [fault for concept in both.concepts for fault in structure(concept)]
    owners = {text: [c for c in both.concepts if text in statuses(c)] for text in "ABCD"}
    assert {text for text in owners if owners[text]} == {t.text for g in (left, right) for c in g.concepts for t in c.terms}
    for text, concepts in owners.items():
        assert len(concepts) < 2 or any(f"“{text}”" in line and "both keep it" in line for line in both.conflicts)
    for concept in right.concepts:
        for spoken in concept.terms:
            assert spoken.status in [statuses(owner)[spoken.text] for owner in owners[spoken.text]]
    if not any("both keep it" in line for line in both.conflicts):
        assert (both | both) == both


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, glossary; print(*sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "numpy",
        "charset_normalizer",
        "babel",
        "click",
        "textual",
        "rich",
        "tomllib",
        "csv",
        "json",
        "hashlib",
        "difflib",
        "daachorse",
    }
    assert heavy.isdisjoint(modules)
