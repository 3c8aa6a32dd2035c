"""The fast way without NumPy: `str.translate` for most letters, one regular expression for those whose context matters.

Owns the compilation of a system into a table and a pattern, and the test whether a text is plain enough for them.
Output is the reference engine's, or None: a text with stress marks, apostrophes that are letters, mixed scripts or
rarer characters is left to the reference. No NumPy here: a single name must not pay for its import.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

from translit.casing import Shape, among_capitals, is_capital, is_cased, shaped
from translit.engine import Engine
from translit.scheme import END, LETTER, START, Alternative
from translit.scripts import is_letter

_PLAIN = "".join(chr(code) for code in range(0x09, 0x7F) if code in (9, 10, 13) or code >= 0x20) + "\u00a0«»§°·–—…“”„‘’№"
"""Characters that are copied unless a system reads them: printable ASCII and the punctuation of printed text."""

_LETTER = r"[^\W\d_]"


class Quick:
    """A system compiled for plain text."""

    def __init__(self, engine: Engine) -> None:
        """Compile; ask `fits` first."""
        self._engine = engine
        self.readings = readings(engine)
        """For each character of the source script, in either case, the letter that rules speak of."""
        self._capitals = frozenset(character for character in self.readings if is_capital(character))
        joiners = engine.letters.joiners | {c for c, to in engine.letters.equivalents.items() if to in engine.letters.joiners}
        copied = [character for character in _PLAIN if character not in self.readings and character not in joiners]
        self.copied = frozenset(copied)
        """Characters that stay as they are."""
        foreign = "".join(character for character in copied if is_letter(character))
        native = "".join(self.readings)
        plain = "".join(character for character in copied if not is_letter(character)) + native
        self._is_plain = re.compile(f"{_set(plain)}*").fullmatch
        mixed = f"|{_set(native)}{_set(foreign)}|{_set(foreign)}{_set(native)}" if foreign else ""
        self._finds_hard = re.compile(f"[^{_inside(plain + foreign)}]{mixed}").search
        self._table = {ord(character): self._usual(character) for character in self.readings}
        self._outputs: list[str] = []
        self._pattern = self._compile()
        self._search = self._pattern.search if self._pattern is not None else _never
        self._titles = [self._shaped(output, Shape.TITLE) for output in self._outputs]

    @staticmethod
    def fits(engine: Engine) -> bool:
        """True for systems this module can compile: no rule asks for the whole word, and what is written is not read again."""
        if START in engine.rules or engine.case == "title":
            return False
        alternatives = [alternative for rule in engine.rules.values() for alternative in rule.alternatives]
        if any(alternative.condition.word or alternative.condition.not_word for alternative in alternatives):
            return False
        written = set("".join(alternative.output for alternative in alternatives))
        written |= {capital for character in written for capital in character.upper()}
        return written.isdisjoint(readings(engine)) and any(len(key) == 1 for key in engine.rules)

    def first_hard(self, text: str, start: int, end: int) -> int:
        """Where the first character of a part stands that only the reference can tell; -1 where `convert` can take it all."""
        if self._is_plain(text, start, end):
            return -1
        found = self._finds_hard(text, start, end)
        return found.start() if found else -1

    def convert_short(self, text: str) -> str | None:
        """A whole short text in the target script; None where only the reference can tell."""
        if self._is_plain(text) is None and self._finds_hard(text) is not None:
            return None
        found = self._search(text)
        if found is None:
            return text.translate(self._table)
        # One or two places are the rule in a name; putting them in by hand costs half of what `Pattern.sub` does.
        written = ""
        at = 0
        while found is not None:
            start, end = found.span()
            written += text[at:start] + self._in_context(text, 0, found)
            at = end
            found = self._search(text, at)
        return (written + text[at:]).translate(self._table)

    def convert(self, text: str, start: int, end: int) -> str:
        """What the plain part `text[start:end]`, which begins and ends beside white space or the ends of the text, becomes in its place."""
        part = text[start:end]
        if self._pattern is not None:
            part = self._pattern.sub(partial(self._in_context, text, start), part)
        return part.translate(self._table)

    def _usual(self, character: str) -> str:
        """What a character becomes where no context says otherwise."""
        output = self._fallback(self.readings[character])
        if output is None:
            return character
        return self._shaped(output, Shape.TITLE) if character in self._capitals else output

    def _fallback(self, letter: str) -> str | None:
        """The output of the alternative without conditions of a letter's own rule."""
        rule = self._engine.rules.get(letter)
        return next((a.output for a in rule.alternatives if not a.condition), None) if rule else None

    def _shaped(self, output: str, shape: Shape) -> str:
        """An output in a shape, as far as the system has capitals."""
        return output if self._engine.case == "none" else shaped(output, shape, dotted_i=self._engine.dotted_i)

    def _compile(self) -> re.Pattern[str] | None:
        """The pattern for every place where the table alone would be wrong; its group numbers tell which output is meant."""
        firsts: set[str] = set()
        branches: list[str] = []
        for key in sorted(self._engine.rules, key=len, reverse=True):
            alternatives = self._engine.rules[key].alternatives
            for alternative in alternatives:
                if len(key) > 1 or alternative.condition:
                    branches.append(self._branch(key, alternative))
                    self._outputs.append(alternative.output)
                    firsts |= self._written(key[0])
                elif not alternative.condition:
                    break
        long = {character for character in self._capitals if self._engine.case != "none" and _is_long(self._usual(character))}
        if long:
            # A capital that gives several: all of them are capitals beside capitals, or where the word ends with it.
            small = _set("".join(set(self.readings) - self._capitals))
            branches.append(f"(?<={_set(''.join(long))})(?!{small})()")
            firsts |= long
        if not branches:
            return None
        return re.compile(f"{_set(''.join(firsts))}(?:{'|'.join(branches)})", re.DOTALL)

    def _branch(self, key: str, alternative: Alternative) -> str:
        """The pattern for one alternative; the first character has been taken already when it is tried."""
        condition = alternative.condition
        parts = [f"(?<={_set(''.join(self._written(key[0])))})"]
        if condition.after:
            parts.append(f"(?:{'|'.join(self._behind(condition.after))})")
        parts += (f"(?!{look})" for look in self._behind(condition.not_after))
        parts += (_set("".join(self._written(character))) for character in key[1:])
        if condition.before:
            parts.append(f"(?:{'|'.join(self._ahead(condition.before))})")
        parts += (f"(?!{look})" for look in self._ahead(condition.not_before))
        return "".join(parts) + "()"

    def _behind(self, items: tuple[str, ...]) -> list[str]:
        """Looks behind the character just taken, one for all single letters together."""
        looks = [f"(?<={look}.)" for look in self._looks(items)]
        return [f"(?<!{_LETTER}.)", *looks] if START in items else looks

    def _ahead(self, items: tuple[str, ...]) -> list[str]:
        """Looks ahead, one for all single letters together."""
        looks = [f"(?={look})" for look in self._looks(items)]
        return [f"(?!{_LETTER})", *looks] if END in items else looks

    def _looks(self, items: tuple[str, ...]) -> list[str]:
        """Patterns of fixed width for the items that are letters."""
        single = "".join(character for item in items if len(item) == 1 for character in self._written(item) if item not in {START, END})
        longer = (item for item in items if len(item) > 1 and item != LETTER)
        looks = ["".join(_set("".join(self._written(character))) for character in item) for item in longer]
        looks += [_set(single)] if single else []
        return [_LETTER, *looks] if LETTER in items else looks

    def _written(self, letter: str) -> set[str]:
        """Every character that is read as a letter."""
        return {character for character, reading in self.readings.items() if reading == letter} or {letter}

    def _in_context(self, text: str, offset: int, found: re.Match[str]) -> str:
        """The output for one place that the pattern found in the part of a text that begins at `offset`."""
        number = (found.lastindex or 0) - 1
        start, end = found.span()
        if number == len(self._outputs):
            output = self._fallback(self.readings[found[0]]) or ""
        else:
            output = self._outputs[number]
            if found[0].islower():
                return output
            if end == start + 1 and found.string[end : end + 1].islower():
                return self._titles[number]
        if self._engine.case == "none":
            return output
        return self._shaped(output, shape_in(text, offset + start, offset + end))


def readings(engine: Engine) -> dict[str, str]:
    """For each letter of the source script in either case, and each equivalent of one, the letter that the rules speak of.

    Combining marks are left out, though some system reads them: a text without any is in NFC for certain. So are letters without case among
    letters with it (a sign such as ʼ): whether they give a capital is for the reference to tell.
    """
    letters = engine.letters
    found: dict[str, str] = {}
    for letter in sorted(letters.covered - letters.joiners):
        candidates = {letter, letter.upper(), letter.title(), *("Iİ" if letter in "ıi" else "")}
        candidates |= {character for character, to in letters.equivalents.items() if to == letter}
        candidates |= {character.upper() for character in candidates}
        found |= {c: letter for c in candidates if len(c) == 1 and letters.read_as(c) == letter}
    has_capitals = any(map(is_capital, found))
    return {
        character: letter
        for character, letter in found.items()
        if (not has_capitals or character.islower() or is_capital(character))
        and is_letter(character)
        and not unicodedata.category(character).startswith("M")
        and unicodedata.is_normalized("NFC", character)
    }


def shape_in(text: str, start: int, end: int) -> Shape:
    """The case policy for plain text: every letter has a case, and words are runs of letters."""
    if text[start].islower():
        return Shape.LOWER
    cased = [character for character in text[start:end] if is_cased(character)]
    if not cased or not is_capital(cased[0]):
        return Shape.LOWER
    if len(cased) > 1:
        return Shape.UPPER if all(is_capital(character) for character in cased) else Shape.TITLE
    following = text[end : end + 1]
    if following and is_letter(following):
        return Shape.UPPER if is_capital(following) else Shape.TITLE
    before = text[start - 1 : start]
    if before and is_letter(before):
        return Shape.UPPER if is_capital(before) else Shape.TITLE
    return Shape.UPPER if among_capitals(text, start, end) else Shape.TITLE


def _is_long(output: str) -> bool:
    """True for an output with several cased letters: one capital or many makes a difference."""
    return sum(map(is_cased, output)) > 1


def _inside(characters: str) -> str:
    """Characters as they stand inside the brackets of a set."""
    return "".join(re.escape(character) for character in sorted(characters))


def _set(characters: str) -> str:
    """A set of a regular expression; one that matches nothing for no characters."""
    return f"[{_inside(characters)}]" if characters else "(?!)"


def _never(text: str, start: int = 0) -> None:
    """The search of a system whose table is right everywhere."""
    del text, start
