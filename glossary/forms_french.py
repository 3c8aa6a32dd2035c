"""The forms of French names: the feminine and the plural of peoples, and no more.

Families and places do not change (les Nazarbaïev); elisions (l’Astana) are read by the matcher. The feminine and plural follow Grevisse
and Goosse, «Le bon usage», §§ 524–527 and 506–510: -ien → -ienne, -ais → -aise, -e stays. What is irregular (grec, grecque; turc, turque)
the glossary gives by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.declension import Table, paired
from glossary.form import Form, Inflection
from glossary.model import Term, TermType

_DOUBLED = re.compile(r"(?:ie|é|o)n\Z")
_SAFE = re.compile(r"(?:[^\W\d_](?:e|ie?n|én|on|ais|ois|ain|an|k?h|[dltk])|\w{2}k)\Z")


def forms(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """The plural, the feminine and its plural of the name of one of a people."""
    if kind == "people" and term.type in (TermType.NAME, TermType.SHORT):
        yield from paired(term, _table(term.text), None if replacement is None else _table(replacement))


def _table(name: str) -> Table:
    if not _SAFE.search(name):
        return {}
    plural = name if name.endswith("s") else name + "s"
    feminine = name if name.endswith("e") else name + ("ne" if _DOUBLED.search(name) else "e")
    return {"plural": (plural,), "feminine": (feminine,), "feminine plural": (feminine + "s",)}


INFLECTION = Inflection(forms)
"""The rules of French."""
