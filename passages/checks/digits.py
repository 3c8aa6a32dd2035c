"""Numbers written in digits, read as their language writes them: 1,234.5 and 1 234,5 are one number.

Signs of groups and decimals are CLDR's (babel). A number that can be read in two ways (1,234) has both readings: two numbers are held to be
one where any of their readings is the same, so that nobody is bothered by a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from translit.values import value

_SPACES = "  \u202f\u2009"
_NUMBER = re.compile(
    rf"(?<![\w\ufffc])(?<!\w[.\-])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?(?![\d])|(?<![\w\ufffc])(?<![^\W\d_]-)\d+(?:[.,'’·٫٬:∶]\d+)*"
)
_SCALE = re.compile(
    r"[  \u202f-]?(?:(?P<k>thousand|тыс|тис|мың|tausend|tsd|mille|k\b)|(?P<m>million|mln|млн|миллион|мільйон|mio)|(?P<b>billion|bn|млрд|миллиард|мільярд|mrd|milliard))",
    re.IGNORECASE,
)
_SCALES = {"k": 3, "m": 6, "b": 9}
_DECADE = re.compile(r"['’]?s\b|-?х\b|-?шы\b|er\b")
_AFTERNOON = re.compile(r"[  ]?(?:p\.?m\b)", re.IGNORECASE)
_ROMAN = re.compile(r"(?<!\w)(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?!\w)|(?<!\w)[ХIVХ]{1,5}(?!\w)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


_RUN = re.compile(r"\d+")
_MANY = 500
"""Runs of digits up to which a list of numbers is looked for among them."""


def runs(text: str) -> tuple[str, ...]:
    """All runs of digits in a text, in order, those inside of words and names too: they may answer a number."""
    return tuple(_canonical(run, "") for run in _RUN.findall(text))


@value
class Number:
    """One number of a text."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """As it stands."""
    readings: frozenset[str]
    """What it may say, as digits with a point; other than a number (a version 1.2.3, a time 12:30) as it stands."""

    def in_parts(self, runs: tuple[str, ...]) -> bool:
        """Whether its runs of digits stand among these, one behind the other: [1,8] may be answered by [1, 8]."""
        parts = tuple(_canonical(part, "") for part in _RUN.findall(self.text))
        return (
            len(parts) > 1 and len(runs) <= _MANY and any(runs[at : at + len(parts)] == parts for at in range(len(runs) - len(parts) + 1))
        )


class Digits:
    """How one language writes numbers."""

    def __init__(self, language: str) -> None:
        """Take a BCP 47 tag; one that CLDR does not know is read as English."""
        self._language = language

    @cached_property
    def signs(self) -> tuple[str, str]:
        """The signs of decimals and of groups."""
        from babel import Locale, UnknownLocaleError
        from babel.numbers import get_decimal_symbol, get_group_symbol

        try:
            locale = Locale.parse(self._language, sep="-" if "-" in self._language else "_")
        except (UnknownLocaleError, ValueError):
            locale = Locale.parse("en")
        return get_decimal_symbol(locale), get_group_symbol(locale)

    def find(self, text: str) -> list[Number]:
        """The numbers of a text, in order."""
        return list(self._found(text))

    def _found(self, text: str) -> Iterator[Number]:
        for match in _NUMBER.finditer(text):
            said = match[0]
            readings = set(_readings(said))
            after = text[match.end() : match.end() + 12]
            scale = _SCALE.match(after)
            if scale is not None and scale.lastgroup is not None:
                readings |= {one for reading in tuple(readings) if (one := _times(reading, _SCALES[scale.lastgroup])) is not None}
            if said.isdigit() and len(said) == 4 and _DECADE.match(after):
                readings.add(said[2:])
            hour, colon, minutes = said.replace("∶", ":").partition(":")
            if hour.isdigit() and 0 < int(hour[:6]) < 12 and _AFTERNOON.match(after):
                readings.add(f"{int(hour) + 12}{'.' if colon else ''}{minutes}")
            yield Number(match.start(), match.end(), said, frozenset(readings))

    def written(self, said: str, other: Digits) -> str:
        """A number of another language as this one writes it; unchanged where it has no signs or is no plain number."""
        decimal, group = other.signs
        ours, own_group = self.signs
        clean = said
        for space in _SPACES:
            clean = clean.replace(space, group if group.isspace() or group in _SPACES else "")
        parts = clean.split(decimal)
        if len(parts) > 2 or (len(parts) == 2 and group in parts[1]):
            return said
        whole = parts[0].replace(group, "")
        if not all(part.isdigit() for part in (whole, *parts[1:])):
            return said
        if group in parts[0]:
            whole = _grouped(whole, own_group)
        return ours.join((whole, *parts[1:]))


def _grouped(digits: str, sign: str) -> str:
    first = len(digits) % 3
    groups = ([digits[:first]] if first else []) + [digits[at : at + 3] for at in range(first, len(digits), 3)]
    return sign.join(groups)


def _readings(said: str) -> Iterator[str]:
    """What a run of digits and signs may say."""
    joined = re.sub(rf"[{_SPACES}'’]", "", said)
    signs = [sign for sign in joined if not sign.isdigit()]
    if not signs:
        yield _canonical(joined, "")
        return
    kinds = set(signs)
    if kinds & {":", "∶", "·"}:
        yield re.sub("[:∶]", ".", joined)
        return
    last = signs[-1]
    whole, _, rest = joined.rpartition(last)
    if len(kinds) == 1:
        groups = joined.split(last)
        if len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]):
            yield _canonical("".join(groups), "")
        if len(signs) == 1:
            yield _canonical(whole, rest)
        else:
            yield joined.replace(",", ".")
    elif signs.count(last) == 1:
        yield _canonical(re.sub(r"\D", "", whole), rest)
    else:
        yield joined


def _canonical(whole: str, decimals: str) -> str:
    digits = "".join(str(int(digit)) for digit in whole).lstrip("0") or "0"
    rest = "".join(str(int(digit)) for digit in decimals).rstrip("0")
    return f"{digits}.{rest}" if rest else digits


def _times(reading: str, power: int) -> str | None:
    """A reading times a power of ten."""
    whole, _, rest = reading.partition(".")
    if not whole.isdigit() or len(whole) > 6 or (rest and not rest.isdigit()):
        return None
    padded = rest.ljust(power, "0")
    return _canonical(whole + padded[:power], padded[power:])


def romans(text: str) -> set[str]:
    """The Roman numerals of a text as digits; Cyrillic Х counts as X."""
    found: set[str] = set()
    for match in _ROMAN.finditer(text):
        values = [_ROMAN_VALUES[letter] for letter in match[0].replace("Х", "X")]
        total = sum(-one if any(one < other for other in values[at + 1 : at + 2]) else one for at, one in enumerate(values))
        found.add(str(total))
    return found
