"""Which numbers a string of a plural stands for, by the rule of its catalog.

Owns the reading of `Plural-Forms`; a rule that cannot be read tells nothing, and says so by giving nothing: whoever judges the catalog's
header is `endonym catalog check`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translit.message import Message

_RULE = re.compile(r"\bplural\s*=\s*([^;]{1,500})")
_LOOKED_AT = 1000
"""Numbers from 0 that are tried: no rule of CLDR needs greater ones to tell its forms of whole numbers apart, millions in Romance languages excepted."""
_SHOWN = 4


def numbers(rule: str) -> dict[int, tuple[int, ...]]:
    """The first numbers of each string, by the string's index.

    Args:
        rule: the header's `Plural-Forms` (GNU gettext manual, “Plural forms”): `nplurals=2; plural=n != 1;`.
    """
    from gettext import c2py  # type: ignore[attr-defined]  # reads the C expression without running it as code; not in the stubs

    found = _RULE.search(rule)
    if found is None:
        return {}
    first: dict[int, list[int]] = {}
    try:
        choose = c2py(found[1].strip())
        for number in range(_LOOKED_AT):
            of_string = first.setdefault(int(choose(number)), [])
            if len(of_string) < _SHOWN:
                of_string.append(number)
    except (ArithmeticError, ValueError, RecursionError):
        return {}
    return {index: tuple(found) for index, found in first.items()}


def said(numbers: Sequence[int]) -> Message:
    """For a reader: which numbers a plural's string is for; without any, that it is for parts of things."""
    if not numbers:
        return Message("the plural for numbers that are not whole: 1.5")
    return Message("the plural for {numbers}", numbers=", ".join(map(str, numbers)) + (" …" if len(numbers) == _SHOWN else ""))
