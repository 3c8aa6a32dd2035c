"""Finds what was said by somebody else: quotations, told from names and terms that merely stand in quotation marks.

Owns the pairs of marks and the rule; a mark without its partner (real text is full of them) closes nothing and
protects nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Opening mark → the marks that may close it. Straight marks close themselves.
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"'}
_FEWEST_WORDS = 3  # “Rot Front” is a name, “Oil is not worth blood” was said


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The spans of quotations in a passage (code points, marks included), in order, not overlapping.

    A quotation has at least three words and both its marks in the passage.
    """
    at = 0
    while at < len(text):
        closing = _PAIRS.get(text[at])
        if closing is None:
            at += 1
            continue
        ends = [end for mark in closing if (end := text.find(mark, at + 1)) >= 0]
        again = text.find(text[at], at + 1)
        end = min(ends, default=-1)
        if end < 0 or (text[at] not in closing and 0 <= again < end):
            at += 1  # never closed, or opened again first: a lost mark
            continue
        if len(re.findall(r"\w+", text[at + 1 : end])) >= _FEWEST_WORDS:
            yield at, end + 1
        at = end + 1
