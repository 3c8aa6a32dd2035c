"""The forms of German names: the genitive in -s, and no more.

Names of persons and places take -s without an apostrophe; those that end in a sibilant take an apostrophe alone, which the text keeps
(Amtliches Regelwerk der deutschen Rechtschreibung, 2024, § 96). What else German makes of a name (Aktauer, kasachisch) the glossary
gives by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.form import Form, Inflection
from glossary.model import Term, TermType

_KINDS = ("place", "person", "organisation", "other")
_TAKES_S = re.compile(r"[^\W\d_]{2}(?<![sßxzSXZ])(?<!ce)\Z")


def forms(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """The genitive, where the name and the one that takes its place both have one."""
    if kind in _KINDS and term.type in (TermType.NAME, TermType.SHORT) and _has_genitive(term.text, kind):
        if replacement is None:
            yield Form("genitive", term.text + "s", None)
        else:
            yield Form("genitive", term.text + "s", replacement + ("s" if _has_genitive(replacement, kind) else "’"))


def _has_genitive(name: str, kind: str) -> bool:
    # Of several words that are no person the first takes the ending, or none does: Republik Kasachstan, Neuer Usen.
    return _TAKES_S.search(name) is not None and (kind == "person" or " " not in name)


INFLECTION = Inflection(forms)
"""The rules of German."""
