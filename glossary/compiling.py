"""Compiles the terms of one language into the patterns and columns of a lexicon.

A pattern is the folded spelling between two separators, so that the automaton itself looks for whole words only, and leaves the trie
at the first letter that no name has. Two kinds of patterns:

* *spellings*, numbered from 0: found where the text has the name with its gaps as the glossary writes them;
* *openings*, numbered after them: the first words of a name of several, and a gap that is longer than the glossary's. Where one is
  found, the matcher looks again with the white space joined. So a line break with indentation in a name costs something only there.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Protocol

from glossary.card import ConceptCard
from glossary.errors import GlossaryError
from glossary.folding import IGNORED, SEPARATOR, TURKIC, capitals, fold, is_word, shape
from glossary.form import BASE, GIVEN, Form
from glossary.forms import forms_of
from glossary.lexicon import BARE_ENDS, CASES, DOTTED, GUARDED, MISSPELLING, STATUSES, TYPE_SHIFT, TYPES, WEAK, Columns, openings
from glossary.model import Concept, Status, Term
from glossary.nearby import asked
from glossary.skeleton import Index, name_words
from translit.message import Message

MOST_WORDS = 20_000
"""Words of names up to which look-alikes are looked for: in a gazetteer everything is like something."""

_SEPARATOR = bytes((SEPARATOR,))
_IGNORED = bytes((IGNORED,))
_NO_LANGUAGE = ("mul", "und")


class Concepts(Protocol):
    """A glossary, as far as compiling asks."""

    @property
    def concepts(self) -> Iterable[Concept]:
        """Its concepts."""
        ...

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What its files say differently, a line each."""
        ...


def folded_words(spelling: str) -> bytes:
    """A shape as a pattern has it: folded, nothing ignored, from the first word character to the last."""
    return fold(spelling).translate(None, _IGNORED).strip(_SEPARATOR)


class _Pool:
    """Strings by number; 0 is the empty one."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"": 0}

    def number(self, string: str | None) -> int:
        return self.numbers.setdefault(string or "", len(self.numbers))


class _Compiler:
    """The columns while they grow."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.pool = _Pool()
        self.patterns: dict[bytes, tuple[int, ...]] = {}
        self.entries: dict[str, array[int]] = {name: array("I") for name in ("shape", "form", "replacement", "term")}
        self.terms: dict[str, array[int]] = {name: array("I") for name in ("text", "concept", "from", "until", "note", "needs", "excludes")}
        self.flags, self.rank, self.status = bytearray(), bytearray(), bytearray()

    def add_term(self, term: Term, concept: int) -> int:
        number = self.pool.number
        values = (
            number(term.text),
            concept,
            number(term.valid_from),
            number(term.valid_until),
            number(term.note),
            number(asked(term.guard.needs)),
            number(asked(term.guard.excludes)),
        )
        for column, value in zip(self.terms.values(), values, strict=True):
            column.append(value)
        self.status.append(
            STATUSES.index(term.status) | MISSPELLING * term.misspelling | TYPES.index(term.type) << TYPE_SHIFT | WEAK * term.weak
        )
        return len(self.status) - 1

    def add_entry(self, form: Form, spelling: str, term: Term, term_number: int, concept: Concept) -> None:
        key = folded_words(spelling)
        if not key:
            raise GlossaryError(
                concept.origin or concept.id,
                term.line,
                Message("{text!r} has no letter or digit, so nothing could find it", text=form.text),
                "remove it or write it out",
            )
        dotted = term.script == "Latn" and term.language in TURKIC
        great_key = folded_words(capitals(spelling, dotted=dotted))
        number = self.pool.number
        values = (number(spelling), number(form.name), number(form.replacement), term_number)
        for column, value in zip(self.entries.values(), values, strict=True):
            column.append(value)
        entry = len(self.flags)
        self.flags.append(
            CASES.index(term.case)
            | GUARDED * bool(term.guard)
            | DOTTED * dotted
            | BARE_ENDS * (is_word(spelling[0]) and is_word(spelling[-1]))
        )
        self.rank.append(STATUSES.index(term.status) << 2 | (form.name != BASE) << 1 | (form.name not in (BASE, GIVEN)))
        for words in dict.fromkeys((key, great_key)):
            pattern = _SEPARATOR + words + _SEPARATOR
            self.patterns[pattern] = (*self.patterns.get(pattern, ()), entry)


def compile_columns(glossary: Concepts, language: str) -> tuple[list[bytes], Columns]:
    """The patterns of the automaton, in the order of their numbers, and what they mean.

    Raises:
        GlossaryError: for a spelling without a letter or digit.
    """
    compiler = _Compiler(language)
    wanted = (language, language.partition("-")[0], *_NO_LANGUAGE)
    chosen: list[tuple[Concept, list[Term]]] = []
    for concept in sorted(glossary.concepts, key=lambda concept: concept.id):
        terms = [term for term in concept.terms if term.language in wanted]
        if terms:
            chosen.append((concept, terms))
    # What somebody wrote stands against what a rule makes of another name.
    written = {
        shape(text)
        for _, terms in chosen
        for term in terms
        for text in (term.text, *(given.partition("=")[0].strip() for given in term.forms))
    }
    for number, (concept, terms) in enumerate(chosen):
        for term in terms:
            term_number = compiler.add_term(term, number)
            for form in forms_of(concept, term):
                spelling = shape(form.text)
                if form.name in (BASE, GIVEN) or spelling not in written:
                    compiler.add_entry(form, spelling, term, term_number, concept)
    likes = Index.build(
        (
            (word, number)
            for number, (concept, terms) in enumerate(chosen)
            for term in terms
            if term.status is not Status.DEPRECATED
            for word in name_words(term.text, concept.kind)
        ),
        compiler.pool.number,
        MOST_WORDS,
    )
    return _columns(compiler, [concept for concept, _ in chosen], likes, _kept(glossary.conflicts))


def _kept(conflicts: Iterable[str]) -> str:
    """What glossaries disagree about, a line of JSON each, so that it can be said in another language when it is read back."""
    import json

    return "\n".join(json.dumps(Message.of(one).kept()) for one in conflicts)


def _columns(compiler: _Compiler, concepts: list[Concept], likes: Index, notes: str) -> tuple[list[bytes], Columns]:
    """Number everything and close the tables."""
    number = compiler.pool.number
    ids = array("I", (number(concept.id) for concept in concepts))
    cards = array("I", (number(ConceptCard.packed(concept, compiler.language)) for concept in concepts))
    first, members = array("I", (0,)), array("I")
    spellings = list(compiler.patterns)
    for entries in compiler.patterns.values():
        members.extend(entries)
        first.append(len(members))
    pool_at = array("I", (0,))
    for string in compiler.pool.numbers:
        pool_at.append(pool_at[-1] + len(string))
    patterns = spellings + openings(spellings)
    entry, term = compiler.entries, compiler.terms
    return patterns, Columns(
        pool="".join(compiler.pool.numbers),
        pool_at=pool_at,
        first=first,
        members=members,
        shape=entry["shape"],
        form=entry["form"],
        replacement=entry["replacement"],
        term=entry["term"],
        flags=bytes(compiler.flags),
        rank=bytes(compiler.rank),
        term_text=term["text"],
        term_concept=term["concept"],
        term_status=bytes(compiler.status),
        term_from=term["from"],
        term_until=term["until"],
        term_note=term["note"],
        term_needs=term["needs"],
        term_excludes=term["excludes"],
        concept_id=ids,
        concept_card=cards,
        language=compiler.language,
        notes=notes,
        reach=max(map(len, patterns), default=0),
        like_keys=likes.keys,
        like_places=likes.places,
        like_words=likes.words,
        like_concepts=likes.concepts,
    )
