"""What can be wrong with a glossary as a whole: faults as data.

`structure` holds the faults of one concept that no reader lets in (a term twice, two preferred terms, a
replacement that leads nowhere or in a circle, dates the wrong way round). `lint` adds what only the whole
can show. Nothing is repaired here, and nothing is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.fields import script_of
from glossary.model import KINDS, RELATIONS, Concept, Status, Term
from translit.message import Message, joined

if TYPE_CHECKING:
    from glossary.glossary import Glossary

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ROMAN_NUMERAL = re.compile(r"\b[IVXLCDM]+\b")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘ʹ`"), "'")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a glossary."""

    code: str
    """Stable name of the fault: duplicate-term, two-preferred, replacement-cycle …"""
    concept: str
    """The id of the concept."""
    problem: str
    """What is wrong, without a full stop."""
    remedy: str
    """What to do, without a full stop."""
    origin: str = ""
    """The file the concept was read from; empty where it was made in memory."""
    line: int | None = None
    """The line of the term at fault, from 1; None where the whole concept is."""

    def __str__(self) -> str:
        where = self.origin if self.line is None else f"{self.origin}:{self.line}"
        return f"{where or self.concept}: {self.problem}; {self.remedy}"


def lint(glossary: Glossary, sources: Container[str] | None = None) -> list[Fault]:
    """Every fault of a glossary, in the order of its concepts.

    Args:
        glossary: what to look at.
        sources: the ids that a term may name as its source; None leaves sources unchecked.
    """
    faults: list[Fault] = []
    ids = {concept.id for concept in glossary.concepts}
    for concept in glossary.concepts:
        faults += structure(concept)
        faults += _spelling(concept)
        faults += _links(concept, ids)
        if sources is not None:
            faults += _citations(concept, sources)
    faults += _ambiguous(glossary.concepts)
    faults += _relation_cycles(glossary.concepts)
    return faults


def structure(concept: Concept) -> Iterator[Fault]:
    """The faults of one concept that would make the normalizer contradict itself."""
    if not _ID.fullmatch(concept.id):
        yield _fault(
            "bad-id", concept, None, Message("“{id}” is no identifier", id=concept.id), "use lower-case ASCII letters, digits and hyphens"
        )
    if concept.kind not in KINDS:
        yield _fault(
            "unknown-kind",
            concept,
            None,
            Message("unknown kind “{kind}”", kind=concept.kind),
            Message("write one of {words}", words=", ".join(KINDS)),
        )
    if not concept.terms:
        yield _fault("no-terms", concept, None, Message("“{id}” has no terms", id=concept.id), "give it at least one name")
    seen: dict[tuple[str, str, str], Term] = {}
    slots: dict[tuple[str, str, str], Term] = {}
    for term in concept.terms:
        key = (term.text, term.language, term.script)
        if key in seen:
            yield _fault(
                "duplicate-term",
                concept,
                term,
                Message("“{text}” is there twice{also}", text=term.text, also=_also(seen[key])),
                "remove one of the two",
            )
        seen.setdefault(key, term)
        if term.status is Status.PREFERRED:
            slot = (term.language, term.script, term.type)
            if slot in slots:
                other = slots[slot]
                problem = Message(
                    "“{text}” and “{other}” are both preferred in {language}-{script} as {type}{also}",
                    text=other.text,
                    other=term.text,
                    language=term.language,
                    script=term.script,
                    type=Message.of(term.type),
                    also=_also(other),
                )
                yield _fault("two-preferred", concept, term, problem, "make one of them admitted or deprecated")
            slots.setdefault(slot, term)
        yield from _dates(concept, term)
    yield from _replacements(concept)


def _dates(concept: Concept, term: Term) -> Iterator[Fault]:
    if term.valid_from is not None and term.valid_until is not None and term.valid_until < term.valid_from[: len(term.valid_until)]:
        problem = Message(
            "“{text}” ends ({until}) before it begins ({since})",
            text=term.text,
            until=term.valid_until,
            since=term.valid_from,
        )
        yield _fault("dates", concept, term, problem, "exchange or correct the dates")
    elif term.valid_until is not None and term.status is Status.PREFERRED:
        problem = Message("“{text}” is preferred though its use ended ({until})", text=term.text, until=term.valid_until)
        yield _fault("dates", concept, term, problem, "make it superseded, or remove the date")


def _replacements(concept: Concept) -> Iterator[Fault]:
    targets: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        # Where a spelling stands in two scripts, the preferred one is what a replacement means.
        if (term.text, term.language) not in targets or term.status is Status.PREFERRED:
            targets[term.text, term.language] = term
    for term in concept.terms:
        if term.replacement is None:
            continue
        if (term.replacement, term.language) not in targets:
            problem = Message(
                "“{text}” is to be replaced by “{replacement}”, which is no term of “{id}” in {language}",
                text=term.text,
                replacement=term.replacement,
                id=concept.id,
                language=term.language,
            )
            yield _fault("replacement-unknown", concept, term, problem, "add that term, or correct the replacement")
            continue
        if term.status is Status.PREFERRED:
            yield _fault(
                "replacement-of-preferred",
                concept,
                term,
                Message("“{text}” is preferred and has a replacement", text=term.text),
                "remove one of the two",
            )
        path = [term.text]
        step: Term | None = term
        while step is not None and step.replacement is not None and step.status is not Status.PREFERRED:
            if step.replacement in path:
                round_ = [*path[path.index(step.replacement) :], step.replacement]
                circle = joined(" → ", (Message("“{text}”", text=text) for text in round_))
                yield _fault(
                    "replacement-cycle",
                    concept,
                    term,
                    Message("the replacements run in a circle: {circle}", circle=circle),
                    "make one of them the preferred term",
                )
                break
            path.append(step.replacement)
            step = targets.get((step.replacement, step.language))


def _spelling(concept: Concept) -> Iterator[Fault]:
    for term in concept.terms:
        if term.text != unicodedata.normalize("NFC", term.text):
            yield _fault("not-nfc", concept, term, Message("“{text}” is not in NFC", text=term.text), "normalise the file to NFC")
        written = script_of(term.text)
        if written not in (term.script, "Zyyy") and not term.misspelling:
            yield _fault(
                "script",
                concept,
                term,
                Message("“{text}” is written in {written}, not in {script}", text=term.text, written=written, script=term.script),
                "correct the script or the letters",
            )
        elif not term.misspelling and _mixed(term.text, term.script):
            yield _fault(
                "script",
                concept,
                term,
                Message("“{text}” mixes letters of {script} with others", text=term.text, script=term.script),
                "retype the name in one alphabet",
            )
        if term.status is Status.DEPRECATED and concept.replacement(term) is None:
            problem = Message(
                "nothing takes the place of “{text}” in {language}-{script}", text=term.text, language=term.language, script=term.script
            )
            yield _fault("no-replacement", concept, term, problem, "add a preferred term in that language and script, or a replacement")


def _mixed(text: str, script: str) -> bool:
    """True where a letter of another script stands in the text; Roman numerals belong to every script."""
    letters = _ROMAN_NUMERAL.sub("", text)
    return any(character.isalpha() and script_of(character) not in (script, "Zyyy") for character in letters)


def _links(concept: Concept, ids: Container[str]) -> Iterator[Fault]:
    for relation in concept.relations:
        if relation.type not in RELATIONS:
            yield _fault(
                "unknown-relation",
                concept,
                None,
                Message("“{id}” has an unknown relation “{type}”", id=concept.id, type=Message.of(relation.type)),
                Message("write one of {words}", words=", ".join(RELATIONS)),
            )
        if relation.target not in ids:
            problem = Message(
                "“{id}” is {type} “{target}”, which is no concept here",
                id=concept.id,
                type=Message.of(relation.type),
                target=relation.target,
            )
            yield _fault("unknown-target", concept, None, problem, "add that concept, or correct the id")


def _citations(concept: Concept, sources: Container[str]) -> Iterator[Fault]:
    for term in concept.terms:
        if not term.sources:
            yield _fault(
                "no-source", concept, term, Message("“{text}” names no source", text=term.text), "add one, or `observed` or `derived`"
            )
        for source in term.sources:
            if source not in sources:
                yield _fault(
                    "unknown-source",
                    concept,
                    term,
                    Message("“{text}” names the unknown source “{source}”", text=term.text, source=source),
                    "add it to the sources, or correct the id",
                )
    for source in concept.sources:
        if source not in sources:
            yield _fault(
                "unknown-source",
                concept,
                None,
                Message("“{id}” names the unknown source “{source}”", id=concept.id, source=source),
                "add it to the sources, or correct the id",
            )


def spelling_key(text: str) -> str:
    """A spelling as an ambiguity is judged: case folded, apostrophes alike; accents count."""
    return text.casefold().translate(_APOSTROPHES)


def _ambiguous(concepts: Iterable[Concept]) -> Iterator[Fault]:
    unguarded: dict[tuple[str, str], dict[str, tuple[Concept, Term]]] = defaultdict(dict)
    for concept in concepts:
        for term in concept.terms:
            if term.certain:
                unguarded[term.language, spelling_key(term.text)].setdefault(concept.id, (concept, term))
    for owners in unguarded.values():
        if len(owners) > 1:
            (first, one), (second, two) = list(owners.values())[:2]
            problem = Message(
                "“{text}” belongs to “{id}”{also} and to “{other}”, and nothing decides between them",
                text=two.text,
                id=first.id,
                also=_also(one),
                other=second.id,
            )
            yield _fault(
                "ambiguous",
                second,
                two,
                problem,
                "give one of them words that must or must not stand nearby (needs, excludes), or say that it is weak",
            )


def _relation_cycles(concepts: Iterable[Concept]) -> Iterator[Fault]:
    """Circles of part-of, member-of or renamed-to; see-also and the like may point both ways."""
    byid = {concept.id: concept for concept in concepts}
    for kind in ("part-of", "member-of", "renamed-to"):
        onward = {c.id: [r.target for r in c.relations if r.type == kind and r.target in byid] for c in byid.values()}
        done: set[str] = set()
        for start in onward:
            trail: list[str] = []
            stack: list[tuple[str, int]] = [(start, 0)]
            while stack:
                here, depth = stack.pop()
                del trail[depth:]
                if here in trail:
                    circle = " → ".join([*trail[trail.index(here) :], here])
                    yield _fault(
                        "relation-cycle",
                        byid[here],
                        None,
                        Message("the relation {kind} runs in a circle: {circle}", kind=Message.of(kind), circle=circle),
                        "remove one of its links",
                    )
                    continue
                if here not in done:
                    done.add(here)
                    trail.append(here)
                    stack += [(target, depth + 1) for target in onward[here]]


def _also(term: Term) -> str:
    return "" if term.line is None else Message(" (line {line})", line=term.line)


def _fault(code: str, concept: Concept, term: Term | None, problem: str, remedy: str) -> Fault:
    return Fault(code, concept.id, problem, remedy, concept.origin, term.line if term is not None else None)
