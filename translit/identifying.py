"""Which systems may have written a spelling, best first, with the letters that decide.

Owns `identify`. A system may have written a spelling where its outputs cover all of it, and is the likelier the more the letters
behind it look like a name of its language, and the more usual the system is. Where the native name is given the question is
a plain one, and the engines answer it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp, log

from translit import folding
from translit.candidates import Candidate
from translit.casing import title
from translit.knowledge import Knowledge, main_script
from translit.lattice import Reader, Reading
from translit.message import Message
from translit.practices import Arc, Inverse, Practice, weigh
from translit.registry import REGISTRY, Registry, System
from translit.scripts import CASED
from translit.tables import Table
from translit.written import with_native

LONGEST = 20_000
"""Code points of the longest text whose names are looked at."""
_NAMES = 12
"""Words looked at: of many those with the most letters beyond ASCII, then the longest."""
_BEAM = 6
"""Readings kept at each place: only the best is wanted, and one system leaves little choice."""
_CHECKED = 8
"""Systems whose engines are asked to confirm a reading."""
_UNEXPLAINED = 12.0
"""What a name costs, among several, that a system cannot have written."""
_TEMPER = 0.5
"""How far letter statistics are trusted: letters hang together more than three at a time, so likelihoods are too far apart, and
languages were counted in unlike numbers of names."""
_LONGEST_PIECE = 8
"""Code points of the longest piece that is looked for (schtsch has seven)."""
_LIKELY = -2.5
"""The logarithm, for each letter, from which a reading is a good name in its language."""
_BARE = log(0.2)
"""How likely it is, as a logarithm, that a spelling has lost its marks."""
_TOLD = 4
"""Pieces told of each answer."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f’”])*")
_SENTENCE = re.compile(r"(?:\A|[.!?…])[\s»”’\"')«“‘(]*\Z")
"""What stands before the first word of a sentence."""
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f'’ʼʹʺ‘`”·-])*")


@dataclass(frozen=True, slots=True)
class _Guess:
    """A system that may have written the spelling."""

    table: Table
    """Its table."""
    form: str
    """`plain` where the spelling would have lost its marks, else empty."""
    language: str
    """The language its reading is of."""
    readings: tuple[Reading | None, ...]
    """For each word the reading; None for one that it does not explain."""
    score: float
    """The logarithm of how likely it is, up to a constant."""


def identify(
    spelling: str | Iterable[str],
    native: str | None = None,
    n: int = 10,
    *,
    language: str | None = None,
    registry: Registry = REGISTRY,
) -> list[Candidate]:
    """The systems that may have written a spelling.

    Args:
        spelling: a name, several, or a text; of a text the words with a capital are taken for names, and what
            one system explains of all of them together decides.
        native: the name in its own script; then the answer is the systems that write just this, with score 1 (named with the option
            it takes), and after them those that come near, with the share of letters that agree.
        n: how many candidates at most; with `native` every system that writes it so, and n that come near.
        language: only systems of this language, a BCP 47 subtag.
        registry: where systems are looked for.

    Returns:
        Candidates, best first; `text` is the native name as the system would have it. None for a spelling without letters.

    Raises:
        ValueError: for a text that is too long, n less than 1, or a native name beside several spellings.
    """
    if n < 1:
        raise ValueError(Message("n is {number}; ask for at least one candidate", number=n))
    names = [spelling] if isinstance(spelling, str) else list(spelling)
    if sum(map(len, names)) > LONGEST:
        raise ValueError(Message("the spellings have more than {most} code points; give a sample of the names", most=LONGEST))
    script = main_script(" ".join(names))
    if script is None:
        return []
    known = registry.knowledge
    tables = [t for t in known.tables if t.target_script == script and (language is None or language in t.languages)]
    if native is not None:
        if len(names) != 1:
            raise ValueError(Message("with a native name give one spelling"))
        return with_native(names[0], unicodedata.normalize("NFC", native), [t for t in tables if t.source_script != script], n, registry)
    words = list(dict.fromkeys(word for name in names for word in _words(name)))
    telling = sorted(words, key=lambda word: (sum(not letter.isascii() for letter in word), len(word)), reverse=True)[:_NAMES]
    words = [word for word in words if word in telling]
    guesses = _guesses(words, [t for t in tables if t.source_script != script], language, known)
    return _answers(words, guesses, n, registry)


def _words(name: str) -> Iterator[str]:
    """The words of a name, or of a text those with a capital, as `folding.read` gives them."""
    places = list(_NAME.finditer(name))
    found = [place[0] for place in places]
    if len(found) > 3 and any(word[0].islower() for word in found):
        # The first word of a sentence has a capital in any case.
        inside = [
            place[0] for place in places if place[0][0].isupper() and not _SENTENCE.search(name, max(0, place.start() - 8), place.start())
        ]
        found = inside or found
    for word in found:
        yield from (part[0] for part in _WORD.finditer(folding.read(word)))


def _guesses(words: list[str], tables: list[Table], language: str | None, known: Knowledge) -> list[_Guess]:
    """Every system whose outputs cover the words, with and without marks."""
    length = sum(map(len, words))
    bare = all(word == folding.plain(word) for word in words)
    # Systems that read the same letters in the same pieces give the same answer, which is looked for once.
    substrings = {
        word[start:end] for word in words for start in range(len(word)) for end in range(start, min(len(word), start + _LONGEST_PIECE) + 1)
    }
    answered: dict[object, tuple[tuple[Reading | None, ...], float]] = {}
    guesses: list[_Guess] = []
    for table in tables:
        own = language or known.home(table)
        weight = log(weigh(table, known.shares(own, table.source_script)))
        for form in ("", "plain") if bare else ("",):
            pieces = known.pieces(table, bare=bool(form))
            if (form and pieces.keys() == known.pieces(table).keys()) or not _covers(pieces, words):
                continue
            used = {piece: keys for piece, keys in pieces.items() if piece in substrings}
            signature = (own, tuple(sorted((piece, tuple(keys)) for piece, keys in used.items())))
            if signature not in answered:
                answered[signature] = _read(words, used, own, table.source_script, known)
            readings, score = answered[signature]
            if any(reading is not None for reading in readings):
                guesses.append(_Guess(table, form, own, readings, _TEMPER * score + weight + (_BARE if form else 0.0)))
            if None not in readings and score > _LIKELY * length:
                # A good name as it is has lost no marks.
                break
    return guesses


def _covers(pieces: Mapping[str, list[str]], words: list[str]) -> bool:
    """True where a system writes every letter of one word at least."""
    written = {*"".join(pieces), *"’”"}
    return any(written.issuperset(word) for word in words)


def _read(
    words: list[str], pieces: Mapping[str, list[str]], language: str, script: str, known: Knowledge
) -> tuple[tuple[Reading | None, ...], float]:
    """The best reading of each word, None for one that is not covered, and the logarithm of how likely all together are."""
    letters = known.statistics(language, script).letters
    alphabet = letters.alphabet
    arcs: dict[str, tuple[Arc, ...]] = {}
    for piece, keys in pieces.items():
        usable = [key for key in keys if not alphabet or alphabet.issuperset(key)]
        if usable:
            arcs[piece] = tuple(Arc(key, 0.0, 1) for key in usable)
    inverse = Inverse((Practice("", "", "", None, 1.0),), arcs, max(map(len, arcs), default=0), dotted_i=False, lenient=True)
    reader = Reader(inverse, letters, _BEAM)
    found: list[Reading | None] = []
    total = 0.0
    for word in words:
        readings = [r for r in reader.read(word, 1) if r.practices]
        found.append(readings[0] if readings else None)
        # Names count by their length, so that a short one that is not covered cannot be made up for by a long one.
        floor = -_UNEXPLAINED - 3.0 * len(word)
        total += max(floor, readings[0].letters) if readings else floor
    return tuple(found), total


def _answers(words: list[str], guesses: list[_Guess], n: int, registry: Registry) -> list[Candidate]:
    """Guesses as candidates: the best of them confirmed by engines, all with their reasons."""
    guesses.sort(key=lambda guess: (-guess.score, guess.table.id))
    systems: dict[str, _Guess] = {}
    for guess in guesses:
        systems.setdefault(guess.table.id, guess)
    ranked = list(systems.values())
    checked: list[tuple[float, bool, _Guess]] = []
    for place, guess in enumerate(ranked):
        if place < max(n, _CHECKED):
            certain = _confirmed(words, guess, registry.find(guess.table.id))
            checked.append((guess.score - (0.0 if certain else log(10.0)), certain, guess))
        else:
            checked.append((guess.score, False, guess))
    checked.sort(key=lambda row: (-row[0], row[2].table.id))
    if not checked:
        return []
    whole = sum(exp(score - checked[0][0]) for score, _, _ in checked)
    writers = Counter((piece, key) for _, _, guess in checked for piece, key in set(_steps(words, guess)))
    candidates: list[Candidate] = []
    for score, certain, guess in checked[:n]:
        text = _titled(guess)
        reasons = _reasons(words, guess, writers, len(checked), certain=certain)
        candidates.append(Candidate(text, round(exp(score - checked[0][0]) / whole, 4), guess.table.id, reasons))
    return candidates


def _confirmed(words: list[str], guess: _Guess, system: System) -> bool:
    """True where the system's engine writes every reading as it is spelled, by some option or none."""
    remaining = {reading.text: word for word, reading in zip(words, guess.readings, strict=True) if reading is not None}
    for options in ((), *((option,) for option in system.scheme.options)):
        for text, word in list(remaining.items()):
            written = folding.read(system.writer(options).convert(text))
            if (folding.plain(written) if guess.form else written) == word:
                del remaining[text]
        if not remaining:
            return True
    return False


def _steps(words: list[str], guess: _Guess) -> Iterator[tuple[str, str]]:
    """The pieces of the words with the keys they stand for."""
    for word, reading in zip(words, guess.readings, strict=True):
        for step in reading.steps if reading else ():
            yield word[step.start : step.end], step.key


def _reasons(words: list[str], guess: _Guess, writers: Counter[tuple[str, str]], systems: int, *, certain: bool) -> tuple[str, ...]:
    """The letters that decide: those fewest of the systems in question read so."""
    steps = dict.fromkeys((piece, key) for piece, key in _steps(words, guess) if piece and key)
    telling = [step for step in steps if len(step[0]) > 1 or not step[0].isascii() or writers[step] < systems / 2]
    telling.sort(key=lambda step: (writers[step], step))
    reasons = [guess.table.title]
    if telling:
        reasons.append(", ".join(f"{piece}→{key}" for piece, key in telling[:_TOLD]))
    if guess.form:
        reasons.append(Message("its marks are lost"))
    elif all(word.isascii() for word in words):
        reasons.append(Message("no diacritic"))
    if None in guess.readings:
        explained = len(words) - guess.readings.count(None)
        reasons.append(Message("explains {count} of {all} words", count=explained, all=len(words)))
    if not certain:
        reasons.append(Message("letter by letter; not where each stands"))
    return tuple(reasons)


def _titled(guess: _Guess) -> str:
    """The native words, each with a capital, separated by spaces."""
    texts = [reading.text for reading in guess.readings if reading is not None]
    return " ".join(title(text, dotted_i=guess.table.dotted_i) if guess.table.source_script in CASED else text for text in texts)
