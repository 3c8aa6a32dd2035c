"""Dates as languages write them: December 16, 2011; 16 декабря 2011 г.; 2011 жылғы 16 желтоқсан; 16.12.2011; 2011-12-16.

Names of months are CLDR's (babel), in any inflection that only adds to them or changes their end. Of a date in digits alone both orders of
day and month are read where both can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from translit.values import value

_DAY = r"(?P<#>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<#>1[0-9]\d\d|20\d\d)"
_OF = r"(?:\s+of)?"
_NUMERIC = re.compile(
    r"(?<![\d.,/-])(?:(?P<y>1\d{3}|20\d\d)(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])"
    r"|(?P<a>3[01]|[12]\d|0?[1-9])(?P<t>[./-])(?P<b>3[01]|[12]\d|0?[1-9])(?P=t)(?P<z>1\d{3}|20\d\d))(?![\d/-]|[.,]\d)"
)
_CUT = 3
"""Letters a month's name keeps when its ending is taken off: май, мая; but марта is no мар."""


@value
class Date:
    """One date of a text."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """As it stands."""
    readings: frozenset[tuple[int, int, int]]
    """What it may say: year, month, day; 0 for what it does not say."""

    def is_like(self, other: Date) -> bool:
        """Whether the two may be one date: the parts that both have are the same."""
        return any(
            all(one in (0, two) or two == 0 for one, two in zip(ours, theirs, strict=True))
            for ours in self.readings
            for theirs in other.readings
        )


class Dates:
    """How one language writes dates."""

    def __init__(self, language: str) -> None:
        """Take a BCP 47 tag; one that CLDR does not know has dates in digits only."""
        self._language = language

    @cached_property
    def _months(self) -> dict[str, int]:
        """The names of the months in lower case, as they are and without an ending."""
        from babel import Locale, UnknownLocaleError
        from babel.dates import get_month_names

        try:
            locale = Locale.parse(self._language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return {}
        names: dict[str, int] = {}
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in cast("Mapping[int, str]", get_month_names(width, context, locale)).items():
                    plain = name.lower().rstrip(".")
                    if len(plain) >= _CUT and not plain[0].isdigit():
                        names.setdefault(plain, number)
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._months:
            return None
        cyrillic = any("\u0400" <= name[0] <= "\u04ff" for name in self._months)
        parts: list[str] = []
        for name in sorted(self._months, key=len, reverse=True):
            stem = name[:-1] if cyrillic and len(name) > _CUT else name
            parts.append(re.escape(stem) + (r"[^\W\d_]{0,6}" if cyrillic else r"s?"))
        month = rf"(?P<#>{'|'.join(parts)})(?![^\W\d_])\.?"
        gap = r"[\s\u00a0\u202f]{1,2}"
        ordinal = r"(?:\.|st|nd|rd|th|-?го|-?е|-?ші|-?шы|er)?"
        year = rf"(?:,?{gap}(?:de{gap})?{_YEAR})?"
        first = rf"{_DAY.replace('#', 'd1')}{ordinal}{_OF}{gap}(?:de{gap})?{month.replace('#', 'm1')}{year.replace('#', 'y1')}(?!\d)"
        second = rf"{month.replace('#', 'm2')}{gap}(?:the{gap})?{_DAY.replace('#', 'd2')}(?!\d){ordinal}{year.replace('#', 'y2')}(?!\d)"
        third = rf"{_YEAR.replace('#', 'y3')}(?:{gap}?(?:жыл[^\W\d_]*|ж\.))?{gap}{_DAY.replace('#', 'd3')}{gap}{month.replace('#', 'm3')}"
        fourth = rf"{month.replace('#', 'm4')},?{gap}{_YEAR.replace('#', 'y4')}(?!\d)"
        return re.compile(rf"(?<![\w\ufffc])(?:{third}|{first}|{second}|{fourth})", re.IGNORECASE)

    def find(self, text: str) -> list[Date]:
        """The dates of a text, in order; a month with neither day nor year beside it is none."""
        found = list(_numeric(text))
        pattern = self._pattern
        if pattern is not None and re.search(r"\d", text):
            found += self._named(pattern, text)
        return sorted(found, key=lambda date: date.start)

    def _named(self, pattern: re.Pattern[str], text: str) -> Iterator[Date]:
        for match in pattern.finditer(text):
            which = next((number for number in "1234" if match[f"m{number}"] is not None), None)
            if which is None:
                continue
            month = self._month(match[f"m{which}"])
            parts = match.groupdict()
            year, day = int(parts.get(f"y{which}") or 0), int(parts.get(f"d{which}") or 0)
            if month:
                yield Date(match.start(), match.end(), match[0], frozenset(((year, month, day),)))

    def _month(self, word: str) -> int:
        """The number of a month by its name in any form; 0 for what is none."""
        plain = word.lower().rstrip(".")
        exact = self._months.get(plain) or self._months.get(plain.removesuffix("s"))
        if exact:
            return exact
        return next(
            (number for name, number in sorted(self._months.items(), key=lambda item: -len(item[0])) if plain.startswith(name[:-1])), 0
        )

    def written(self, date: Date) -> str | None:
        """A whole date in the language's long form; None where it does not say day, month and year beyond doubt."""
        if len(date.readings) != 1:
            return None
        ((year, month, day),) = date.readings
        if not (year and day):
            return None
        import datetime as dt

        from babel import Locale, UnknownLocaleError
        from babel.dates import format_date

        try:
            return format_date(dt.date(year, month, day), "long", locale=Locale.parse(self._language.replace("-", "_")))
        except (ValueError, UnknownLocaleError):
            return None


def _numeric(text: str) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        if match["y"]:
            readings = {(int(match["y"]), int(match["m"]), int(match["d"]))}
        else:
            year, one, two = int(match["z"]), int(match["a"]), int(match["b"])
            readings = {(year, month, day) for day, month in ((one, two), (two, one)) if month <= 12}
        if readings:
            yield Date(match.start(), match.end(), match[0], frozenset(readings))
