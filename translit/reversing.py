"""The native names that may stand behind a spelling, best first, with what each took.

Owns `reverse`: the words of a spelling are read one by one (`lattice`), their readings joined, the best of them checked with
the engines of the systems that should write them so, and the account given.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from pathlib import Path

from translit import folding
from translit.candidates import Candidate
from translit.casing import is_capital, is_cased, title, upper
from translit.errors import UnknownSystemError
from translit.knowledge import Knowledge, main_script
from translit.lattice import Reader, Reading
from translit.message import Message
from translit.practices import Practice
from translit.registry import REGISTRY, Registry, System

LONGEST = 200
"""Code points of the longest spelling that is read: names, not texts."""
_READINGS = 24
"""Readings of each word that are joined with those of the others."""
_CHECKED = 6
"""Systems asked, for each answer, whether they write it so."""
_NAMED = 6.0
"""What it counts for, as a logarithm, that the caller's list of names holds a reading."""
_CONFIRMED = log(4.0)
"""What it counts for that an engine writes a reading as the spelling; and against one that a practice seemed to write, where it does not."""
_REFUTED = log(1e6)
"""The same against it where the system is known: then a reading that it does not write so is none."""
_TOLD = 8
"""Choices told of each answer."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0483-\u0487’”])*")


@dataclass(frozen=True, slots=True)
class _Answer:
    """A whole name read from a spelling."""

    parts: tuple[tuple[str, Reading | None], ...]
    """Each word of the spelling with its reading, and what stands between them with None."""
    practices: int
    """The practices that write all words so."""
    score: float
    """The logarithm of how likely it is."""

    @property
    def text(self) -> str:
        """In lower case."""
        return "".join(part if reading is None else reading.text for part, reading in self.parts)


@dataclass(frozen=True, slots=True)
class _Checked:
    """An answer after the engines were asked."""

    answer: _Answer
    """The answer, its score changed by what they said."""
    text: str
    """The name with its capitals."""
    practice: Practice | None
    """The practice that writes it so, or seems to; None where no one practice does."""
    options: tuple[str, ...] | None
    """The option it takes, if any; None where no engine writes it so."""


def reverse(
    spelling: str,
    language: str,
    n: int = 5,
    *,
    names: Iterable[str] = (),
    system: System | str | Path | None = None,
    registry: Registry = REGISTRY,
) -> list[Candidate]:
    """The native names that may stand behind a spelling.

    Args:
        spelling: a name of at most `LONGEST` code points, in any script that systems of the language write.
        language: the language of the name, a BCP 47 subtag: kk, ru, uk.
        n: how many candidates at most.
        names: native names that are likelier than others, where the caller has such (a glossary, a gazetteer).
        system: the system it is known to be written by; then only that is read, and exactly where the system is injective.
        registry: where systems are looked for.

    Returns:
        Candidates, best first; none for a spelling without letters.

    Raises:
        UnknownSystemError: where no system of the language writes the script of the spelling, or `system` does not exist.
        ValueError: for a spelling that is too long, or n less than 1.
    """
    if n < 1:
        raise ValueError(Message("n is {number}; ask for at least one candidate", number=n))
    if len(spelling) > LONGEST:
        problem = Message(
            "the spelling has {count} code points; reverse reads one name of at most {most}", count=len(spelling), most=LONGEST
        )
        raise ValueError(problem)
    script = main_script(spelling)
    if script is None:
        return []
    known = registry.knowledge
    only = registry.find(system) if system is not None else None
    if only is not None:
        reader = known.reader_of(only.scheme, language)
    else:
        native = known.native_script(language, script)
        if native is None:
            raise UnknownSystemError(
                Message("no system writes {language} in the script {script}", language=language, script=script),
                _near(known, script),
                "`endonym systems` lists what there is",
            )
        reader = known.reader(language, native, script)
    composed = unicodedata.normalize("NFC", spelling)
    answers = _answers(folding.read(composed), reader)
    wanted = {unicodedata.normalize("NFC", name).lower() for name in names}
    if wanted:
        answers = [replace(a, score=a.score + _NAMED) if a.text in wanted else a for a in answers]
    teller = _Teller(composed, reader, registry, only)
    ranked = sorted(answers, key=lambda answer: (-answer.score, answer.text))
    checked = sorted(map(teller.check, ranked[: n + 3]), key=lambda found: (-found.answer.score, found.text))
    if not checked:
        return []
    highest = checked[0].answer.score
    whole = sum(exp(answer.score - highest) for answer in (*(found.answer for found in checked), *ranked[n + 3 :]))
    return [
        Candidate(
            found.text,
            round(exp(found.answer.score - highest) / whole, 4),
            found.practice.system if found.practice else None,
            (*((Message("among the names given"),) if found.answer.text in wanted else ()), *teller.reasons(found)),
        )
        for found in checked[:n]
    ]


def _near(known: Knowledge, script: str) -> Sequence[str]:
    """Languages that some system writes in a script."""
    return sorted({language for table in known.tables if table.target_script == script for language in table.languages})[:3]


def _answers(spelling: str, reader: Reader) -> list[_Answer]:
    """The likeliest readings of all words together, best first, a bounded number."""
    parts: list[tuple[str, list[Reading]]] = []
    at = 0
    for found in _WORD.finditer(spelling):
        if at < found.start():
            parts.append((spelling[at : found.start()], []))
        parts.append((found[0], reader.read(found[0], _READINGS)))
        at = found.end()
    if at < len(spelling):
        parts.append((spelling[at:], []))
    answers = [_Answer((), reader.shares.everyone, 0.0)]
    for part, readings in parts:
        if not readings:
            answers = [replace(answer, parts=(*answer.parts, (part, None))) for answer in answers]
            continue
        joined = [
            _Answer((*answer.parts, (part, reading)), answer.practices & reading.practices, answer.score + reading.score)
            for answer in answers
            for reading in readings
        ]
        answers = heapq.nlargest(_READINGS, joined, key=lambda answer: answer.score)
    return answers


class _Teller:
    """Checks answers with the engines and tells how they came about."""

    def __init__(self, spelling: str, reader: Reader, registry: Registry, only: System | None) -> None:
        self._spelling = spelling
        self._folded = folding.read(spelling)
        self._inverse = reader.inverse
        self._registry = registry
        self._only = only
        self._typical: dict[str, str] = {}
        for piece, arcs in reader.inverse.arcs.items():
            self._typical[piece] = min(arcs, key=lambda arc: (arc.cost - reader.letters.follow("", arc.key)[0], arc.key)).key

    def check(self, answer: _Answer) -> _Checked:
        """An answer with its capitals, and the most usual practice that writes it so."""
        text = self._capitals(answer)
        practices = sorted(self._members(answer.practices), key=lambda practice: -practice.weight)
        for practice in practices[:_CHECKED]:
            options = self._options(practice, text)
            if options is not None:
                return _Checked(replace(answer, score=answer.score + _CONFIRMED), text, practice, options)
        against = _REFUTED if self._only else _CONFIRMED if practices else 0.0
        return _Checked(replace(answer, score=answer.score - against), text, practices[0] if practices else None, None)

    def reasons(self, checked: _Checked) -> tuple[str, ...]:
        """The account of an answer."""
        answer, practice = checked.answer, checked.practice
        reasons: list[str] = []
        if practice is None:
            reasons.append(Message("no one system writes all of it so; letter by letter each is in use"))
        elif checked.options is None:
            reasons.append(Message("nearly {practice}, but for where a letter stands", practice=practice.label))
        else:
            said = practice.label
            for option in checked.options:
                said = Message("{practice}, option {option}", practice=said, option=option)
            reasons.append(said)
            if not practice.form and practice.via is None and not checked.options and self._system(practice).injective:
                reasons.append(Message("exact: the system writes no other name so"))
        told: dict[str, None] = {}
        for word, reading in answer.parts:
            for step in reading.steps if reading else ():
                piece = word[step.start : step.end]
                typical = self._typical.get(piece, "")
                if step.key and piece and typical and step.key != typical and not step.key.startswith(typical):
                    told[Message("{letters}→{read}, not {usual}", letters=piece, read=step.key, usual=typical)] = None
                elif not piece:
                    told[Message("{letters} is not written", letters=step.key)] = None
                elif len(piece) > 1 or len(step.key) > 1 or not piece.isascii():
                    told[f"{piece}→{step.key}" if step.key else Message("{letters} stands for nothing", letters=piece)] = None
        return (*reasons, *list(told)[:_TOLD])

    def _members(self, practices: int) -> list[Practice]:
        return [practice for place, practice in enumerate(self._inverse.practices) if practices >> place & 1]

    def _system(self, practice: Practice) -> System:
        """The system of a practice."""
        return self._only or self._registry.find(practice.system)

    def _options(self, practice: Practice, text: str) -> tuple[str, ...] | None:
        """The option, if any, with which a practice really writes the text as the spelling; None where it does not."""
        system = self._system(practice)
        if practice.via is not None:
            text = self._registry.knowledge.adaptation(practice.via).writer().convert(text)
        for options in ((), *((option,) for option in system.scheme.options)):
            written = folding.read(system.writer(options).convert(text))
            if practice.form:
                written = folding.plain(written) if practice.form == "plain" else folding.digraphs(written)
            if written == self._folded:
                return options
        return None

    def _capitals(self, answer: _Answer) -> str:
        """The text with capitals where the spelling has them."""
        made: list[str] = []
        at = 0
        dotted = self._inverse.dotted_i
        for part, reading in answer.parts:
            stood = self._spelling[at : at + len(part)]
            at += len(part)
            if reading is None:
                made.append(stood)
                continue
            cased = [character for character in stood if is_cased(character)]
            if len(cased) > 1 and all(map(is_capital, cased)):
                made.append(upper(reading.text, dotted_i=dotted))
                continue
            for step in reading.steps:
                first = next((character for character in stood[step.start : step.end] if is_cased(character)), "")
                made.append(title(step.key, dotted_i=dotted) if first and is_capital(first) else step.key)
        return "".join(made)
