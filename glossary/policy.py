"""What the normalizer is asked to do: one frozen value, the same for the command line and for a program.

Owns the choices and their defaults, which are the house's policies; refuses combinations that mean nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum

from translit.message import Message
from translit.values import value


class Former(StrEnum):
    """What to do with a former name that stands outside its own gloss."""

    KEEP = "keep"
    """Report it and leave it. The default."""
    GLOSS = "gloss"
    """Leave it and say the present name behind its first mention: Leningrad (now Saint Petersburg)."""
    REPLACE = "replace"
    """Put the present name in its place."""


_WHOLE = len("2011-12-16")
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"


@value
class Policy:
    """How strictly, and how former names, first mentions and quotations are treated."""

    strict: bool = False
    """Replace admitted spellings too."""
    former: Former = Former.KEEP
    """What becomes of former names."""
    date: str | None = None
    """The time the text speaks of, ISO 8601 at reduced precision: a name is judged by whether it was in use then."""
    first_mention: bool = False
    """Add the former name in brackets at the first mention of each name that has one."""
    quotations: bool = True
    """Change names inside quotation marks too; False leaves quotations as they were said."""
    likely: bool = True
    """Report words that look like a name and are in no glossary."""

    def __post_init__(self) -> None:
        """Refuse a date that is none."""
        if self.date is not None and not re.fullmatch(_DATE, self.date, re.ASCII):
            raise ValueError(Message("{date!r} is not a date: write 2011, 2011-12 or 2011-12-16", date=self.date))
        if self.date is not None and len(self.date) == _WHOLE:
            from datetime import date

            try:
                date.fromisoformat(self.date)
            except ValueError as error:
                raise ValueError(
                    Message("{date!r} is no day of the calendar: write 2011, 2011-12 or 2011-12-16", date=self.date)
                ) from error


def in_use(date: str, valid_from: str | None, valid_until: str | None) -> bool:
    """Whether a name with these limits (None: open) was in use at a date, all ISO 8601 at reduced precision.

    Compared at the coarser precision of the two, and in favour of the name: 1991 is within a name's use that ended on 1991-09-06.
    """
    return _not_after(valid_from, date) and _not_after(date, valid_until)


def _not_after(earlier: str | None, later: str | None) -> bool:
    if earlier is None or later is None:
        return True
    width = min(len(earlier), len(later))
    return earlier[:width] <= later[:width]
