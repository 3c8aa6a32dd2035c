"""Every spelling a native name may be met in, with what leads to it.

Owns the routes: each system of the language with each of its options, the same without marks, and Russian forms of the name with the
systems for Russian. A name that only memory leads to (Novyi Uzen for Жаңаөзен) is another name, and not looked for here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from translit import folding
from translit.candidates import Spelling
from translit.casing import title
from translit.errors import UnknownSystemError
from translit.knowledge import RUSSIAN, Knowledge, main_script
from translit.message import Message, either
from translit.practices import FORMS, VIA_RUSSIAN, weigh
from translit.registry import REGISTRY, Registry, System
from translit.reversing import LONGEST
from translit.scripts import CASED, is_letter, script_of
from translit.tables import Table

_OPTION = 0.3
"""How usual an option of a system is beside its default. A judgement."""
_OLDER = 0.3
"""How usual an older Russian form is beside that of today. A judgement."""
_READ_BACK = 0.5
"""How usual it is that a name in a language's new script is still written from its form in the old one. A judgement."""
_TOLD = 12
"""Routes told of each spelling."""
_WORD = re.compile(r"\S+")
_RUSSIAN_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")


@dataclass(frozen=True, slots=True)
class _Route:
    """One way to one spelling."""

    text: str
    """The spelling."""
    weight: float
    """How usual."""
    reason: str
    """For people."""


def spellings(name: str, language: str, n: int = 50, *, script: str | None = None, registry: Registry = REGISTRY) -> list[Spelling]:
    """The spellings a native name may be met in.

    Args:
        name: a name of at most 200 code points in a script that systems of the language read.
        language: the language of the name, a BCP 47 subtag: kk, ru, uk.
        n: how many spellings at most.
        script: ISO 15924; only spellings in this script.
        registry: where systems are looked for.

    Returns:
        Spellings, the most usual first; none for a name without letters. The name itself is not among them.

    Raises:
        UnknownSystemError: where no system of the language reads the script of the name.
        ValueError: for a name that is too long, or n less than 1.
    """
    if n < 1:
        raise ValueError(Message("n is {number}; ask for at least one spelling", number=n))
    if len(name) > LONGEST:
        problem = Message("the name has {count} code points; spellings reads one name of at most {most}", count=len(name), most=LONGEST)
        raise ValueError(problem)
    native = main_script(name)
    if native is None:
        return []
    name = unicodedata.normalize("NFC", name)
    known = registry.knowledge
    if not any(language in table.languages and table.source_script == native for table in known.tables):
        there = sorted({table.source_script for table in known.tables if language in table.languages})
        raise UnknownSystemError(
            Message("no system reads {language} in the script {native}", language=language, native=native),
            (),
            Message("give the name in {there}", there=either(there)) if there else "`endonym systems` lists the languages there are",
        )
    weights: dict[str, float] = defaultdict(float)
    routes: dict[str, dict[str, float]] = defaultdict(dict)
    for route in _routes(name, language, native, known, registry):
        if route.text != name and (script is None or main_script(route.text) == script):
            weights[route.text] += route.weight
            told = routes[route.text]
            told[route.reason] = max(route.weight, told.get(route.reason, 0.0))
    total = sum(weights.values()) or 1.0
    best = sorted(weights, key=lambda text: (-weights[text], text))[:n]
    return [Spelling(text, round(weights[text] / total, 6), _reasons(routes[text])) for text in best]


def _reasons(told: dict[str, float]) -> tuple[str, ...]:
    """The routes, the most usual first; of many the number."""
    ranked = sorted(told, key=lambda reason: (-told[reason], reason))
    if len(ranked) <= _TOLD:
        return tuple(ranked)
    return (*ranked[: _TOLD - 1], Message.counted("and {n} more", "and {n} more", len(ranked) - _TOLD + 1))


def _routes(name: str, language: str, native: str, known: Knowledge, registry: Registry) -> Iterator[_Route]:
    """All ways; several may lead to the same spelling."""
    shares = known.shares(language, native)
    own = [table for table in known.tables if language in table.languages]
    for table in own:
        if table.source_script == native:
            yield from _written(name, table, registry.find(table.id), weigh(table, shares))
    yield from _by_russian(name, language, native, known, registry)
    # A name in another script of its language (Toshkent, Jañaözen) is met in what was written from the one that most systems read, too.
    usual = known.native_script(language, "Latn")
    if usual is None or usual == native:
        return
    back = [(table, weigh(table, shares)) for table in own if (table.source_script, table.target_script) == (native, usual)]
    for form in _forms(name, back, registry):
        for table in own:
            if table.source_script == usual:
                weight = _READ_BACK * weigh(table, shares)
                yield from _written(form, table, registry.find(table.id), weight, _FROM, form)
        for further in _by_russian(form, language, usual, known, registry):
            yield _Route(further.text, _READ_BACK * further.weight, Message(_FROM, form=form, reason=further.reason))


def _forms(name: str, back: list[tuple[Table, float]], registry: Registry) -> list[str]:
    """The name in another script of its language, at most two forms: what the most usual of the systems give comes first."""
    votes: dict[str, float] = defaultdict(float)
    for table, weight in back:
        text = registry.find(table.id).writer().convert(name)
        if _is_whole(text, table.target_script):
            votes[text] += weight
    return sorted(votes, key=lambda text: (-votes[text], text))[:2]


def _by_russian(name: str, language: str, native: str, known: Knowledge, registry: Registry) -> Iterator[_Route]:
    """The Russian forms of a name, and what the systems for Russian make of them."""
    shares = known.shares(RUSSIAN, "Cyrl")
    adaptations = [a for a in known.adaptations if language in a.languages and a.source_script == native]
    for place, adaptation in enumerate(adaptations):
        form = known.adaptation(adaptation.id).writer().convert(name)
        if not _RUSSIAN_LETTERS.issuperset(character for character in form.lower() if is_letter(character)):
            continue
        usual = VIA_RUSSIAN * (_OLDER if place else 1.0)
        if form != name:
            yield _Route(form, usual * 0.2, adaptation.title)
        for table in known.tables:
            if RUSSIAN in table.languages and table.source_script == "Cyrl":
                weight = usual * weigh(table, shares)
                yield from _written(form, table, registry.find(table.id), weight, _BY_RUSSIAN, form)


def _written(name: str, table: Table, system: System, weight: float, way: str = "{reason}", by: str = "") -> Iterator[_Route]:
    """What one system makes of a name: as it is, by each option, and in the other forms in which it is typed.

    `way` is how to say the way to the name, with a `{form}` it went through, which is `by`, and the `{reason}` for the spelling.
    """

    def write(options: tuple[str, ...]) -> str:
        text = system.writer(options).convert(name)
        return _named(text) if table.source_script not in CASED and table.target_script in CASED else text

    first = write(())
    made: list[tuple[str, float, str]] = [(first, weight, table.title)]
    for option, said in system.scheme.options.items():
        text = write((option,))
        if text != first:
            made.append(
                (text, _OPTION * weight, Message("{system}, option {option} ({note})", system=table.title, option=option, note=said.note))
            )
    for text, usual, reason in made:
        if not _is_whole(text, table.target_script):
            continue
        whole = Message(way, form=by, reason=reason)
        yield _Route(text, usual, whole)
        if table.target_script == "Latn":
            for form, other in (("plain", folding.plain(text)), ("digraphs", folding.digraphs(text))):
                if other != text:
                    yield _Route(other, FORMS[form] * usual, Message(_TYPED[form], reason=whole))


_FROM, _BY_RUSSIAN = Message("from {form}: {reason}"), Message("by way of Russian {form}: {reason}")
_TYPED = {"plain": Message("{reason}, without marks"), "digraphs": Message("{reason}, with ae, oe, ue for ä, ö, ü")}


def _named(text: str) -> str:
    """A name from a script without capitals with a capital at each word."""
    return _WORD.sub(lambda word: title(word[0]), text)


def _is_whole(text: str, target: str) -> bool:
    """True for a spelling all in the target script: no letter was left as it stood."""
    scripts = {script_of(character) for character in text if is_letter(character)}
    return scripts == {target}
