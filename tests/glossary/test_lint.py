"""Each fault of a glossary is found, named, and found in no sound one."""

from __future__ import annotations

import pytest

from glossary import Glossary
from glossary.lint import lint, structure
from glossary.model import Concept, Guard, Relation, Status, Term, TermType

P, A, D, S = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED


def term(text: str, status: Status = P, **more) -> Term:
    return Term(text, more.pop("language", "en"), more.pop("script", "Latn"), status, sources=more.pop("sources", ("observed",)), **more)


def one(*terms: Term, **more) -> list[Concept]:
    return [Concept(more.pop("id", "a"), more.pop("kind", "place"), terms, **more)]


SOUND = Glossary.of(
    [
        Concept(
            "town",
            "place",
            (term("Aktau"), term("Aktaou", D), term("Shevchenko", S, valid_from="1964", valid_until="1991", guard=Guard(("town",)))),
        ),
        Concept(
            "poet", "person", (term("Taras Shevchenko"), term("Shevchenko", type=TermType.SHORT)), relations=(Relation("see-also", "town"),)
        ),
        Concept("tsar", "person", (term("Николай II", language="ru", script="Cyrl"),), relations=(Relation("see-also", "poet"),)),
        Concept("union", "organisation", (term("AUCP(B)", type=TermType.ABBREVIATION), term("AUCPB", D, type=TermType.ABBREVIATION))),
    ]
)


def test_a_sound_glossary_has_no_faults():
    assert lint(SOUND, {"observed"}) == []


SAMPLES = [
    ("duplicate-term", one(term("A", line=3), term("A", A, line=5)), "“A” is there twice (line 3)"),
    ("two-preferred", one(term("A"), term("B")), "“A” and “B” are both preferred in en-Latn as name"),
    ("two-preferred", one(term("A", type=TermType.SHORT), term("B", type=TermType.SHORT)), "as short"),
    ("replacement-unknown", one(term("A"), term("B", D, replacement="C")), "“B” is to be replaced by “C”, which is no term of “a” in en"),
    (
        "replacement-unknown",
        one(term("A"), term("Б", D, language="ru", script="Cyrl", replacement="A"), term("Ю", language="ru", script="Cyrl")),
        "no term of “a” in ru",
    ),
    ("replacement-of-preferred", one(term("A", replacement="B"), term("B", A)), "“A” is preferred and has a replacement"),
    ("replacement-cycle", one(term("A"), term("B", D, replacement="C"), term("C", D, replacement="B")), "“B” → “C” → “B”"),
    ("replacement-cycle", one(term("A"), term("B", D, replacement="B")), "“B” → “B”"),
    (
        "replacement-cycle",
        one(term("A"), term("B", D, replacement="C"), term("C", D, replacement="E"), term("E", D, replacement="C")),
        "“C” → “E” → “C”",
    ),
    ("dates", one(term("A"), term("B", S, valid_from="1991", valid_until="1964-10")), "“B” ends (1964-10) before it begins (1991)"),
    ("dates", one(term("A", valid_until="1964")), "“A” is preferred though its use ended (1964)"),
    ("bad-id", one(term("A"), id="Zhana Özen"), "“Zhana Özen” is no identifier"),
    ("unknown-kind", one(term("A"), kind="town"), "unknown kind “town”"),
    ("no-terms", one(), "“a” has no terms"),
    ("not-nfc", one(term("Lulea\u030a")), "is not in NFC"),
    ("script", one(term("Актау")), "“Актау” is written in Cyrl, not in Latn"),
    ("script", one(term("Аktau")), "“Аktau” mixes letters of Latn with others"),
    ("no-replacement", one(term("A", D)), "nothing takes the place of “A” in en-Latn"),
    ("no-source", one(term("A", sources=())), "“A” names no source"),
    ("unknown-source", one(term("A", sources=("hearsay",))), "“A” names the unknown source “hearsay”"),
    ("unknown-source", one(term("A"), sources=("hearsay",)), "“a” names the unknown source “hearsay”"),
    ("unknown-relation", one(term("A"), relations=(Relation("twin-of", "a"),)), "“a” has an unknown relation “twin-of”"),
    ("unknown-target", one(term("A"), relations=(Relation("part-of", "b"),)), "“a” is part-of “b”, which is no concept here"),
    (
        "ambiguous",
        one(term("A"), term("X", D)) + one(term("B"), term("X", A), id="b"),
        "“X” belongs to “a” and to “b”, and nothing decides",
    ),
    ("ambiguous", one(term("O’Neil")) + one(term("O'NEIL"), id="b"), "“O'NEIL” belongs to “a” and to “b”"),
    ("relation-cycle", one(term("A"), relations=(Relation("part-of", "a"),)), "the relation part-of runs in a circle: a → a"),
    (
        "relation-cycle",
        one(term("A"), relations=(Relation("part-of", "b"),)) + one(term("B"), id="b", relations=(Relation("part-of", "a"),)),
        "the relation part-of runs in a circle: a → b → a",
    ),
]


@pytest.mark.parametrize(("code", "concepts", "problem"), SAMPLES)
def test_each_fault_is_found_alone(code, concepts, problem):
    faults = lint(Glossary.of(concepts), {"observed"})
    assert [fault.code for fault in faults if fault.code == code], faults
    assert {fault.code for fault in faults} == {code}
    assert any(problem in fault.problem for fault in faults)
    assert all(fault.remedy for fault in faults)


@pytest.mark.parametrize(
    ("why", "concepts"),
    [
        ("two preferred terms of two types", one(term("Nursultan Nazarbayev"), term("Nazarbayev", type=TermType.SHORT))),
        ("two preferred terms in two scripts", one(term("Жаңаөзен", language="kk", script="Cyrl"), term("Jañaözen", language="kk"))),
        ("one spelling in two languages", one(term("Berlin"), term("Berlin", language="de"))),
        ("a spelling shared under a guard", one(term("A")) + one(term("A", guard=Guard(("union",))), id="b")),
        ("accents tell names apart", one(term("Ärla")) + one(term("Arla"), id="b")),
        ("a date less exact than another", one(term("A"), term("B", S, valid_from="1964-10-21", valid_until="1964"))),
        ("a misspelling in letters of two alphabets", one(term("Aktau"), term("Аktau", D, misspelling=True))),
        ("a diamond is no circle", one(term("A"), relations=(Relation("part-of", "b"), Relation("part-of", "c")))
         + one(term("B"), id="b", relations=(Relation("part-of", "d"),)) + one(term("C"), id="c", relations=(Relation("part-of", "d"),)) + one(term("D"), id="d")),
        ("see-also may point both ways", one(term("A"), relations=(Relation("see-also", "b"),)) + one(term("B"), id="b", relations=(Relation("see-also", "a"),))),
        ("a former name that leads to another former name", one(term("Astana"), term("Nur-Sultan", S), term("Nur Sultan", D, replacement="Nur-Sultan"))),
    ],
)  # fmt: skip
def test_what_is_no_fault(why, concepts):
    assert lint(Glossary.of(concepts), {"observed"}) == [], why


def test_sources_are_checked_only_where_they_are_known():
    assert lint(Glossary.of(one(term("A", sources=())))) == []


def test_a_fault_reads_as_one_line_with_its_place():
    (fault,) = structure(Concept("a", "place", (term("A", line=3), term("A", D, line=5)), origin="names.csv"))
    assert str(fault) == "names.csv:5: “A” is there twice (line 3); remove one of the two"
    assert str(lint(Glossary.of(one(term("A"), kind="town")))[0]).startswith("a: unknown kind “town”; write one of place,")


def test_a_long_chain_of_parts_does_not_exhaust_the_stack():
    chain = [Concept(f"c{n}", "place", (term(f"C{n}"),), relations=(Relation("part-of", f"c{n + 1}"),)) for n in range(5000)]
    assert lint(Glossary.of([*chain, Concept("c5000", "place", (term("C5000"),))])) == []
