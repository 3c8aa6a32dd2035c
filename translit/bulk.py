"""Whole texts at memory speed: NumPy gathers from tables that the reference engine filled.

Owns the tables and the loop over pieces of a text. What a letter becomes depends here on the letter itself and on the kinds of its two
neighbours; each such case is put to the reference engine once, when the tables are made, so nothing of a rule's meaning is said twice.
Whatever depends on more (marks, apostrophes, sequences of letters, mixed scripts) is a *hard* character: its token goes to the slow path.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import numpy.typing as npt

from translit.casing import Shape, among_capitals, is_capital, is_cased, shaped
from translit.engine import Engine
from translit.prepared import token_around
from translit.quick import Quick
from translit.scheme import LETTER
from translit.scripts import is_letter

PIECE = 1 << 15
"""Code points taken at a time, so that all arrays of a step stay in the second-level cache."""

_HARD = 0xFF000000
"""A slot for a character that only the slow path can tell. No UTF-8 holds the byte FF."""
_LONELY = 0xFE000000
"""A slot for the only letter of a word, whose neighbouring words decide; its number in the low bytes."""
_MARK = 1
"""What stands for a token of the slow path until its text is put in; U+0001 in a text is itself hard."""


@dataclass(frozen=True, slots=True)
class Tables:
    """A system as arrays: three indexes are added, and the sum points at four bytes of UTF-8."""

    own: npt.NDArray[np.uint16]
    """For each UTF-16 code unit its share of the index, as the character itself."""
    before: npt.NDArray[np.uint16]
    """The same as the character before."""
    after: npt.NDArray[np.uint16]
    """The same as the character after."""
    slots: npt.NDArray[np.uint32]
    """The output for each index: at most four bytes of UTF-8, the rest zero; or `_HARD`, or `_LONELY` and a number."""
    lonely: tuple[tuple[int, int], ...]
    """For each number of a lonely letter its slots with one capital and with all capitals."""


def tables(engine: Engine, quick: Quick) -> Tables | None:
    """The tables of a system; None where they would not fit 16 bits, or the outputs are too long to be worth it."""
    natives = sorted(quick.readings)
    letters_before, letters_after = _asked(engine)
    before_kinds = _kinds([*natives, *sorted(quick.copied)], quick, letters_before)
    after_kinds = _kinds([*natives, *sorted(quick.copied)], quick, letters_after)
    befores, afters = ([kind[0] if kind else " " for kind in kinds] for kinds in (before_kinds, after_kinds))
    rows = 1 + len(natives) + len(quick.copied)
    block = len(befores) * len(afters)
    if rows * block > 1 << 16:
        return None
    own = np.zeros(1 << 16, np.uint16)
    before = np.zeros(1 << 16, np.uint16)
    after = np.zeros(1 << 16, np.uint16)
    for number, characters in enumerate(before_kinds):
        before[[ord(character) for character in characters]] = number * len(afters)
    for number, characters in enumerate(after_kinds):
        after[[ord(character) for character in characters]] = number
    slots = np.full(rows * block, _HARD, np.uint32)
    made = _Cases(engine, quick)
    for row, character in enumerate(natives, 1):
        own[ord(character)] = row * block
        slots[row * block : (row + 1) * block] = [made.slot(b, character, a) for b, a in product(befores, afters)]
    for row, character in enumerate(sorted(quick.copied), 1 + len(natives)):
        own[ord(character)] = row * block
        slots[row * block : (row + 1) * block] = _packed(character)
    return Tables(own, before, after, slots, tuple(made.lonely))


def _asked(engine: Engine) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The sets of letters that contexts ask for before and after a key; a longer sequence asks for its nearest letter by itself."""
    before: set[frozenset[str]] = set()
    after: set[frozenset[str]] = set()
    for rule in engine.rules.values():
        after.add(frozenset(rule.key[1:2]))
        for alternative in rule.alternatives:
            condition = alternative.condition
            for asked, nearest, items in (
                (before, -1, condition.after),
                (before, -1, condition.not_after),
                (after, 0, condition.before),
                (after, 0, condition.not_before),
            ):
                asked.add(frozenset(item for item in items if len(item) == 1))
                asked.update(frozenset(item[nearest]) for item in items if len(item) > 1 and item != LETTER)
    return before, after


def _kinds(characters: list[str], quick: Quick, asked: set[frozenset[str]]) -> list[list[str]]:
    """Characters sorted into kinds that are alike as neighbours; those that are no letters come first, with all characters not named."""
    ordered = sorted(asked, key=sorted)
    kinds: dict[tuple[bool, ...], list[str]] = {(False,) * (4 + len(ordered)): []}
    for character in characters:
        native = quick.readings.get(character, "")
        kind = (is_letter(character), is_capital(character), is_cased(character), bool(native), *(native in letters for letters in ordered))
        kinds.setdefault(kind, []).append(character)
    return list(kinds.values())


@dataclass(frozen=True, slots=True)
class _Cases:
    """What every letter becomes between every two kinds of neighbours."""

    engine: Engine
    """The reference, which is asked."""
    quick: Quick
    """Which characters are letters of the system."""
    lonely: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """The two slots of each lonely letter so far."""

    def slot(self, before: str, character: str, after: str) -> int:
        """What a letter becomes between two characters."""
        if self.is_hard(before, character, after):
            return _HARD
        if self.engine.case != "none" and is_capital(character) and not is_letter(before) and not is_letter(after):
            small = self.between(before, self.quick.readings[character], after)
            if sum(map(is_cased, small)) > 1:
                title, upper = (_packed(shaped(small, shape, dotted_i=self.engine.dotted_i)) for shape in (Shape.TITLE, Shape.UPPER))
                self.lonely.append((title, upper))
                return _HARD if _HARD in {title, upper} else _LONELY + len(self.lonely) - 1
        return _packed(self.between(before, character, after))

    def between(self, before: str, character: str, after: str) -> str:
        """What the reference engine makes of a character between two others, were it to begin there."""
        return self.engine.convert(before + character + after, 1, 2)

    def is_hard(self, before: str, character: str, after: str) -> bool:
        """True where neighbours alone do not decide: mixed scripts, longer keys and items, and letters without case beside capitals."""
        neighbours = [other for other in (before, after) if is_letter(other)]
        if any(other not in self.quick.readings for other in neighbours):
            return True
        if is_capital(character) and not all(is_cased(other) for other in neighbours):
            return True
        letter, left, right = (self.quick.readings.get(other, "") for other in (character, before, after))
        if right and any(key.startswith(letter + right) for key in self.engine.rules):
            return True
        rule = self.engine.rules.get(letter)
        conditions = [alternative.condition for alternative in rule.alternatives] if rule else []
        behind = {item for condition in conditions for item in (*condition.after, *condition.not_after) if len(item) > 1 and item != LETTER}
        ahead = {
            item for condition in conditions for item in (*condition.before, *condition.not_before) if len(item) > 1 and item != LETTER
        }
        return any(left and item.endswith(left) for item in behind) or any(right and item.startswith(right) for item in ahead)


def _packed(output: str) -> int:
    """An output as four bytes of UTF-8; `_HARD` where it is longer."""
    encoded = output.encode()
    return int.from_bytes(encoded, "little") if len(encoded) <= 4 else _HARD


def convert(text: str, start: int, end: int, made: Tables, token: Callable[[str, int, int], str]) -> str:
    """What a part becomes in its place.

    Args:
        text: any text.
        start: first code point of the part.
        end: one past its last; both beside white space or the ends of the text.
        made: the tables of the system.
        token: what `text[start:end]`, which stands between white space, becomes in its place: the slow path.
    """
    parts: list[str] = []
    while start < end:
        cut = _cut(text, start, end)
        parts.append(_piece(text, start, cut, made, token))
        start = cut
    return "".join(parts)


def _cut(text: str, start: int, end: int) -> int:
    """Where the piece that begins at `start` ends: after white space, or with the part."""
    limit = start + PIECE
    if limit >= end:
        return end
    cut = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit)) + 1
    if cut > start:
        return cut
    # No white space in a whole piece: take the token whole, however long it is.
    ahead = [place for place in (text.find(" ", limit, end), text.find("\n", limit, end)) if place >= 0]
    return min(ahead) + 1 if ahead else end


def _units(text: str) -> npt.NDArray[np.uint16]:
    """The code points as 16 bits, a space at each end; those beyond as U+FFFF, which is hard."""
    padded = f" {text} "
    units = np.frombuffer(padded.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(units) == len(padded):
        return units
    wide = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, 0xFFFF).astype(np.uint16)


def _piece(text: str, start: int, end: int, made: Tables, token: Callable[[str, int, int], str]) -> str:
    """One piece between white space."""
    # One conversion to the machine's index type serves three gathers; "clip" spares each a pass that looks for places out of bounds.
    units = _units(text[start:end]).astype(np.intp)
    index = np.take(made.own, units[1:-1], mode="clip")
    index += np.take(made.before, units[:-2], mode="clip")
    index += np.take(made.after, units[2:], mode="clip")
    slots = np.take(made.slots, index, mode="clip")
    written: list[str] = []
    done = start
    for place in np.flatnonzero(slots >= _LONELY).tolist():
        at = start + place
        if at < done:
            continue
        slot = int(slots[place])
        if slot < _HARD:
            title, upper = made.lonely[slot - _LONELY]
            slots[place] = upper if among_capitals(text, at, at + 1) else title
            continue
        first, done = token_around(text, at)
        slots[first - start : done - start] = 0
        slots[first - start] = _MARK
        written.append(token(text, first, done))
    octets = slots.view(np.uint8)
    plain = np.compress(octets != 0, octets).tobytes().decode()
    if not written:
        return plain
    between = plain.split(chr(_MARK))
    return "".join(part for pair in zip(between, [*written, ""], strict=True) for part in pair)
