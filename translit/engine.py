"""The engine: one pass over a text, the longest key first, contexts read from the source, case by policy.

Owns what a rule means. This is the reference, written to be read; `quick` and `bulk` are faster ways to the same
output and are tested against it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from translit.casing import Shape, among_capitals, is_cased, shape_of, shaped, with_capitals
from translit.errors import UncoveredError, UnknownSystemError
from translit.message import Message
from translit.offsets import Kept, Repair, Romanization, compose_pieces, join_spans
from translit.prepared import STRESS, Letters, Prepared, prepare
from translit.scheme import END, LETTER, START, Alternative, Condition, Rule, Scheme
from translit.scripts import CASED, is_blank, is_letter, script_of
from translit.values import value

_VOWELS = frozenset("aeiouæœøıəɑɛɔаеиоуыэюяєіөүұәɵαεηιουω")
"""Where a stress mark goes first: vowel letters without their diacritics (y only where there is none of these)."""


@value
class _Unit:
    """What one match made: characters [start, end) became the output."""

    start: int
    end: int
    output: str
    covered: bool


class Engine:
    """A scheme with a choice of options, compiled."""

    def __init__(self, scheme: Scheme, options: Sequence[str] = ()) -> None:
        """Compile; an option the scheme does not have is an `UnknownSystemError`."""
        self.id = scheme.head.id
        """The system's id."""
        self.rules = rules_with(scheme, options)
        """The rules by key, options applied."""
        self.case = next((c for name in reversed(options) if (c := scheme.options[name].case)), scheme.case)
        """source, title or none; never source for a target without capitals."""
        if scheme.head.target_script not in CASED:
            self.case = "none"
        self.dotted_i = scheme.dotted_i
        """True where i has the capital İ."""
        self.letters = Letters.of(frozenset(self.rules), scheme.equivalents, scheme.head.source_script, dotted_i=scheme.dotted_i)
        """What preparing a text needs."""
        self.target_script = scheme.head.target_script
        """ISO 15924."""
        self._keys: dict[str, list[str]] = {}
        for key in sorted(self.rules, key=len, reverse=True):
            if key != START:
                self._keys.setdefault(key[0], []).append(key)

    def trace(self, text: str, *, strict: bool = False) -> Romanization:
        """The text in the target script, with spans, unknown letters and repairs.

        Raises:
            UncoveredError: with `strict`, where a letter has no rule.
        """
        prepared = prepare(text, self.letters)
        units = list(self._units(prepared))
        places, starts = prepared.places, prepared.starts
        pieces: list[tuple[int, int, str]] = []
        if places[0] and prepared.composed:
            pieces.append((0, places[0], prepared.composed[: places[0]]))
        pieces += [(places[unit.start], places[unit.end], unit.output) for unit in units]
        pieces = compose_pieces(pieces)
        unknown = tuple(
            Kept(starts_at(starts, places[unit.start]), ends_at(starts, places[unit.start] + 1), prepared.characters[unit.start])
            for unit in units
            if not unit.covered and self._is_unknown(prepared, unit.start)
        )
        if strict and unknown:
            raise UncoveredError(self.id, [(kept.start, kept.text) for kept in unknown])
        repaired = tuple(
            Repair(starts_at(starts, places[index]), ends_at(starts, places[index] + 1), stood, prepared.characters[index])
            for index, stood in prepared.repaired.items()
        )
        return Romanization("".join(piece[2] for piece in pieces), join_spans(pieces, starts), unknown, repaired)

    def convert(self, text: str, start: int = 0, end: int | None = None) -> str:
        """What `text[start:end]` becomes in its place: the reference loop.

        A part should begin and end beside white space (or the ends of the text), which no key, context or word reaches across: only there do
        parts add up to the whole. The text must be in NFC where a part is asked for.
        """
        prepared = prepare(text, self.letters)
        places = prepared.places
        first, last = bisect_left(places, start), bisect_left(places, len(prepared.composed) if end is None else end)
        # Stress marks and the like before the first letter of all stand for themselves.
        lead = prepared.composed[start : places[first]]
        return unicodedata.normalize("NFC", lead + "".join(unit.output for unit in self._units(prepared, first, last)))

    def _units(self, prepared: Prepared, index: int = 0, count: int | None = None) -> Iterable[_Unit]:
        """The matches from left to right; together they cover the characters from `index` to `count`."""
        count = len(prepared.folded) if count is None else count
        inserts = START in self.rules
        due = False  # where a word or a space begins under `case = "title"`: the next cased letter of the result is a capital
        while index < count:
            inserted = self._inserted(prepared, index) if inserts else ""
            key, output = self.match(prepared, index)
            end = index + max(1, len(key))
            covered = bool(key)
            if not covered:
                output = prepared.characters[index]
            output = self._cased(prepared, index, end, inserted + output) if covered else inserted + output
            if self.case == "title":
                due = (due and not is_blank(prepared.folded[index])) or self._begins(prepared, index)
                # What no rule covers stays as it is, and is the first letter all the same.
                capitals, due = with_capitals(output, due=due, dotted_i=self.dotted_i)
                output = capitals if covered else output
            yield _Unit(index, end, self._ridden(prepared, index, end, output), covered)
            index = end

    def _begins(self, prepared: Prepared, index: int) -> bool:
        """True where a word begins."""
        number = prepared.word_of[index]
        return number >= 0 and prepared.words[number][0] == index

    def match(self, prepared: Prepared, index: int) -> tuple[str, str]:
        """The longest key with an alternative that holds at an index, and its output; two empty strings where there is none."""
        for key in self._keys.get(prepared.folded[index], ()):
            if prepared.folded.startswith(key, index):
                for alternative in self.rules[key].alternatives:
                    if holds(alternative.condition, prepared, index, index + len(key)):
                        return key, alternative.output
        return "", ""

    def _inserted(self, prepared: Prepared, index: int) -> str:
        """What the rule `^` puts before the first letter of a word."""
        rule = self.rules[START]
        number = prepared.word_of[index]
        if number < 0 or prepared.words[number][0] != index:
            return ""
        found = (a.output for a in rule.alternatives if holds(a.condition, prepared, index, index))
        return next(found, "")

    def _cased(self, prepared: Prepared, start: int, end: int, output: str) -> str:
        """The output in the shape that the case policy gives it."""
        if self.case == "none" or not output:
            return output
        number = prepared.word_of[start]
        word = prepared.words[number] if number >= 0 else (start, end)
        shape = shape_of(prepared.characters, start, end, word)
        if shape is None:
            around = prepared.places[word[0]], prepared.places[word[1]]
            shape = Shape.UPPER if among_capitals(prepared.composed, *around) else Shape.TITLE
        return shaped(output, shape, dotted_i=self.dotted_i)

    def _ridden(self, prepared: Prepared, start: int, end: int, output: str) -> str:
        """The output with the stress marks of its letters on its first vowel, and invisible characters after it."""
        if not prepared.riders:
            return output
        riders = "".join(prepared.riders.get(index, "") for index in range(start, end))
        if not riders:
            return output
        marks = "".join(rider for rider in riders if rider in STRESS)
        others = "".join(rider for rider in riders if rider not in STRESS)
        if marks and (place := _stressed(output)) is not None:
            output = output[:place] + unicodedata.normalize("NFC", output[place] + marks) + output[place + 1 :]
        elif marks and not any(is_letter(character) for character in output):
            marks = ""
        return output + others

    def _is_unknown(self, prepared: Prepared, index: int) -> bool:
        """True for a letter that should have had a rule: all but words of the target script standing by themselves."""
        character = prepared.characters[index]
        if not is_letter(character):
            return False
        if script_of(character) != self.target_script:
            return True
        number = prepared.word_of[index]
        start, end = prepared.words[number] if number >= 0 else (index, index + 1)
        return any(script_of(other) == self.letters.source_script for other in prepared.characters[start:end]) and (
            self.letters.source_script != self.target_script
        )


def starts_at(starts: list[int], place: int) -> int:
    """Where in the original the group begins that holds a place of the NFC text."""
    while starts[place] < 0:
        place -= 1
    return starts[place]


def ends_at(starts: list[int], place: int) -> int:
    """Where in the original the group ends that holds what is before a place of the NFC text."""
    while starts[place] < 0:
        place += 1
    return starts[place]


def rules_with(scheme: Scheme, options: Sequence[str]) -> dict[str, Rule]:
    """The rules of a scheme with options applied, in the order they are given.

    Raises:
        UnknownSystemError: where the scheme has no such option.
    """
    rules = dict(scheme.rules)
    for name in options:
        if name not in scheme.options:
            there = ", ".join(scheme.options) or Message("none")
            raise UnknownSystemError(
                Message("{id} has no option “{name}”", id=scheme.head.id, name=name), (), Message("its options: {there}", there=there)
            )
        option = scheme.options[name]
        for key, rule in option.rules.items():
            if rule is None:
                rules.pop(key, None)
            else:
                rules[key] = rule
        if option.output:
            rules = {key: _rewritten(rule, option.output) for key, rule in rules.items()}
    return rules


def _rewritten(rule: Rule, output: dict[str, str]) -> Rule:
    """The rule with replacements made in its outputs, longest first."""
    pattern = re.compile("|".join(re.escape(old) for old in sorted(output, key=len, reverse=True)))

    def rewrite(alternative: Alternative) -> Alternative:
        written = pattern.sub(lambda found: output[found[0]], alternative.output)
        return Alternative(unicodedata.normalize("NFC", written), alternative.condition, alternative.source)

    return Rule(rule.key, tuple(rewrite(alternative) for alternative in rule.alternatives))


def holds(condition: Condition, prepared: Prepared, start: int, end: int) -> bool:
    """True where a condition is met by what stands around [start, end)."""
    if not condition:
        return True
    if condition.word or condition.not_word:
        number = prepared.word_of[start]
        first, last = prepared.words[number] if number >= 0 else (start, end)
        word = prepared.folded[first:last]
        if condition.word and not any(item in word for item in condition.word):
            return False
        if any(item in word for item in condition.not_word):
            return False
    return (
        (not condition.after or any(_stands_before(item, prepared, start) for item in condition.after))
        and (not condition.before or any(_stands_after(item, prepared, end) for item in condition.before))
        and not any(_stands_before(item, prepared, start) for item in condition.not_after)
        and not any(_stands_after(item, prepared, end) for item in condition.not_before)
    )


def _stands_before(item: str, prepared: Prepared, index: int) -> bool:
    """True where an item stands directly before an index."""
    if item == START:
        return index == 0 or prepared.word_of[index - 1] < 0
    if item == LETTER:
        return index > 0 and is_letter(prepared.folded[index - 1])
    return prepared.folded.endswith(item, 0, index)


def _stands_after(item: str, prepared: Prepared, index: int) -> bool:
    """True where an item stands directly at an index."""
    if item == END:
        count = len(prepared.folded)
        while index < count and prepared.word_of[index] >= 0 and not is_letter(prepared.folded[index]):
            index += 1
        return index == count or prepared.word_of[index] < 0
    if item == LETTER:
        return index < len(prepared.folded) and is_letter(prepared.folded[index])
    return prepared.folded.startswith(item, index)


def _stressed(output: str) -> int | None:
    """Where in an output a stress mark goes: its first vowel, else its first y, else its first cased letter."""
    bases = [unicodedata.normalize("NFD", character)[0].lower() for character in output]
    for wanted in (_VOWELS.__contains__, "y".__eq__):
        for place, base in enumerate(bases):
            if wanted(base):
                return place
    return next((place for place, character in enumerate(output) if is_cased(character) or is_letter(character)), None)
