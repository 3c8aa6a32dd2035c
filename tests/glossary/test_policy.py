"""Dates at reduced precision, and policies that mean nothing."""

import pytest

from glossary.policy import Policy, in_use

IN_USE = [
    ("1950", "1924", "1991", True),
    ("1991", "1924-01-26", "1991-09-06", True),
    ("1991-09", "1924-01-26", "1991-09-06", True),
    ("1991-09-07", "1924-01-26", "1991-09-06", False),
    ("1992", "1924", "1991", False),
    ("1923-12", "1924", "1991", False),
    ("1800", None, "1991", True),
    ("2100", "1991", None, True),
    ("2011", None, None, True),
]


@pytest.mark.parametrize(("date", "start", "end", "expected"), IN_USE)
def test_in_use(date, start, end, expected):
    assert in_use(date, start, end) is expected


@pytest.mark.parametrize("date", ["11", "2011-13", "yesterday", "2011-12-32", "2011-1", ""])
def test_a_date_that_is_none_is_refused(date):
    with pytest.raises(ValueError, match="write 2011, 2011-12 or 2011-12-16"):
        Policy(date=date)
