"""Glossaries to send through formats: any that the model allows, and one that says something in every field."""

from __future__ import annotations

from hypothesis import strategies as st

from glossary import Glossary
from glossary.lint import structure
from glossary.model import KINDS, RELATIONS, CaseRule, Concept, Guard, Relation, Status, Term, TermType

LETTERS = {"Latn": "abcdefgzöñ", "Cyrl": "абвгдеёжқңө"}
days = st.sampled_from(["1964", "1968-10", "1993-10-21"])
identifiers = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
plain = st.from_regex(r"[A-Za-zа-яң«»&<>'\",=.()]{1,8}( [A-Za-z&<>:/,]{1,8}){0,3}", fullmatch=True)
lists = st.lists(st.from_regex(r"[A-Za-zа-яқ&<]{1,8}( [a-z]{1,4})?", fullmatch=True), max_size=2, unique=True).map(tuple)


@st.composite
def concepts(draw, id: str, others: list[str], serial: int) -> Concept:
    terms: list[Term] = []
    count = draw(st.integers(1, 4))
    for number in range(count):
        script = draw(st.sampled_from(["Latn", "Cyrl"]))
        # A number in the name keeps spellings apart, so that every format may tell its concepts from one another.
        text = "".join(draw(st.lists(st.sampled_from(LETTERS[script]), min_size=1, max_size=6))).capitalize() + f" {serial}-{number}"
        status = draw(st.sampled_from(Status)) if number else Status.PREFERRED
        language = draw(st.sampled_from(["kk", "en", "ru"]))
        type = draw(st.sampled_from(TermType))
        taken = any(one.status is Status.PREFERRED and (one.language, one.script, one.type) == (language, script, type) for one in terms)
        if taken and status is Status.PREFERRED:
            status = Status.ADMITTED
        same = [one.text for one in terms if one.language == language and one.status is Status.PREFERRED]
        terms.append(
            Term(
                text,
                language,
                script,
                status,
                type,
                misspelling=status is Status.DEPRECATED and draw(st.booleans()),
                replacement=draw(st.sampled_from([None, *same])) if status is not Status.PREFERRED else None,
                valid_from=draw(st.none() | st.just("1900")),
                valid_until=draw(st.none() | days) if status is not Status.PREFERRED else None,
                case=draw(st.sampled_from(CaseRule)),
                guard=Guard(draw(lists), draw(lists)),
                forms=draw(lists),
                indeclinable=draw(st.booleans()),
                weak=draw(st.booleans()),
                note=draw(st.just("") | plain),
                sources=draw(lists),
            )
        )
    targets = draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) if others else []
    return Concept(
        id,
        draw(st.sampled_from(KINDS)),
        tuple(terms),
        draw(st.just("") | plain),
        draw(lists),
        tuple(Relation(draw(st.sampled_from(RELATIONS)), target) for target in targets),
    )


@st.composite
def glossaries(draw) -> Glossary:
    ids = draw(st.lists(identifiers, min_size=1, max_size=4, unique=True))
    return Glossary.of(draw(concepts(id, [other for other in ids if other != id], at)) for at, id in enumerate(ids))


def sound(glossary: Glossary) -> bool:
    return not [fault for concept in glossary.concepts for fault in structure(concept)]


OZEN = Concept(
    "ozen-town",
    "place",
    (
        Term("Qaratal", "en", "Latn", Status.PREFERRED, sources=("our style guide",)),
        Term("Karatal", "en", "Latn", Status.ADMITTED, note="As older maps have it"),
        Term("Karatall", "en", "Latn", Status.DEPRECATED, misspelling=True),
        Term(
            "QT",
            "en",
            "Latn",
            Status.PREFERRED,
            TermType.ABBREVIATION,
            weak=True,
            case=CaseRule.EXACT,
            guard=Guard(("town", "steppe"), ("car",)),
        ),
        Term("Novy Karatal", "en", "Latn", Status.SUPERSEDED, valid_from="1964-10", valid_until="1993-10-21", replacement="Qaratal"),
        Term("Каратал", "ru", "Cyrl", Status.PREFERRED, forms=("Каратала", "Каратале=Каратале"), indeclinable=True),
        Term("Қаратал", "kk", "Cyrl", Status.PREFERRED),
        Term("Qaratal", "kk", "Latn", Status.PREFERRED),
    ),
    "A town in the steppe",
    ("gazetteer 2001, p. 3",),
    (Relation("part-of", "2-steppe"), Relation("see-also", "2-steppe")),
)
STEPPE = Concept(
    "2-steppe", "other", (Term("Big Steppe", "en", "Latn", Status.PREFERRED), Term("Большая степь", "ru", "Cyrl", Status.PREFERRED))
)
FULL = Glossary((OZEN, STEPPE))
