"""The forms of English names: plurals of peoples and families, adjectives in -stani and -ian, and the possessive.

Plurals of names add s, or es after a sibilant, and keep a final y (the Kennedys): The Chicago Manual of Style, 17th ed., 7.9.
A form is made for a variant only where its replacement takes the same one, so that Kazaks answers Kazakhs; whatever else a name may
become (Byelorussian) the glossary gives by hand. The possessive is regular behind every form and is read off the text, not stored:
that keeps the automaton at a half of its size, and the apostrophe as the writer has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from glossary.folding import APOSTROPHES
from glossary.form import Form, Inflection
from glossary.model import Term, TermType

PLURAL = "plural"
ADJECTIVE = "adjective"

_PLURAL_KINDS = {"people": (TermType.NAME, TermType.SHORT), "person": (TermType.SHORT,)}
"""Kinds of concept, and types of their terms, that stand for several: Kazakhs, the Yeltsins; hardly two Zhanaozens."""

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_APOSTROPHES = frozenset(APOSTROPHES)
_APOSTROPHE = f"[{APOSTROPHES}]"
# Patterns as text: `re` compiles and keeps one when a text first has what it is for.
_CLITIC = rf"{_APOSTROPHE}[sS](?!\w|{_APOSTROPHE}\w)"
_BARE = rf"{_APOSTROPHE}(?=\s+[^\W\d_])"
_OPENED = r"(?<!\w)['‘](?=\w)"
_ARTICLE = r"(?<![\w-])(an?)(\s+[“‘\"'(]?)\Z"
_ARTICLE_ENDS = frozenset("aAnN")
_LOOK_BACK = 200  # code points searched for the opening of a quotation that a bare apostrophe may close


def forms(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """The plural of a people or a family, the adjective of a country in -stan or -ia, and that adjective's plural."""
    if term.type in _PLURAL_KINDS.get(kind, ()):
        made = _both(term, replacement, plural)
        if made is not None:
            yield Form(PLURAL, *made)
    if kind == "place" and term.type in (TermType.NAME, TermType.SHORT):
        made = _both(term, replacement, adjective)
        if made is not None:
            yield Form(ADJECTIVE, *made)
            yield Form(f"{PLURAL} {ADJECTIVE}", made[0] + "s", made[1] and made[1] + "s")


def _both(term: Term, replacement: str | None, make: Callable[[str], str | None]) -> tuple[str, str | None] | None:
    """A form of the term and the same of its replacement; None where one of them has none."""
    made = make(term.text)
    if made is None:
        return None
    if replacement is None:
        return made, None
    other = make(replacement)
    return None if other is None else (made, other)


def plural(name: str) -> str | None:
    """The plural of a name; None for one that does not end in a letter."""
    if not name[-1:].isalpha():
        return None
    return name + ("es" if _hisses(name) else "s")


def adjective(name: str) -> str | None:
    """The adjective of a country's name in -stan (Kazakhstani) or -ia (Russian); None for any other."""
    if name.endswith("stan"):
        return name + "i"
    return name + "n" if name.endswith("ia") else None


def _hisses(name: str) -> bool:
    return name.lower().endswith(_SIBILANTS)


def ending(text: str, start: int, end: int) -> int:
    """Where the name at `start:end` ends with its possessive: ’s, or a bare apostrophe behind a final s (the Yeltsins’ house).

    A bare apostrophe must be followed by a space and a letter, and no quotation mark may stand open that it could close.
    """
    if text[end : end + 1] not in _APOSTROPHES:
        return end
    if re.compile(_CLITIC).match(text, end):
        return end + 2
    if text[end - 1 : end] in "sSxXzZ" and re.compile(_BARE).match(text, end):
        before = text[max(0, start - _LOOK_BACK) : start + 1]
        if not re.search(_OPENED, before):
            return end + 1
    return end


def carried(ending: str, replacement: str) -> str:
    """The possessive of the replacement in the writer's apostrophe: a bare one gets its s behind a name that does not end in one."""
    if len(ending) == 1 and not _hisses(replacement):
        return ending + ("S" if replacement.isupper() else "s")
    return ending


def lead(text: str, start: int, said: str, replacement: str) -> tuple[int, str] | None:
    """The indefinite article before a name, where the other name begins with another sound: a Tselinograd firm, an Astana firm.

    It is changed only where it was right before, and both names begin with letters that are plainly a vowel or a consonant.
    """
    first = max(0, start - _LOOK_BACK)
    # Most names have no article; to see that what stands before ends in no letter of one is quicker than to search.
    if text[first:start].rstrip("“‘\"'(").rstrip()[-1:] not in _ARTICLE_ENDS:
        return None
    found = re.compile(_ARTICLE, re.IGNORECASE).search(text, first, start)
    if found is None:
        return None
    written, now = found[1], _article(replacement)
    if now is None or now == written.lower() or _article(said) != written.lower():
        return None
    great = written.isupper() and (len(written) > 1 or replacement.isupper())
    shown = now.upper() if great else now.capitalize() if written[0].isupper() else now
    return found.start(), shown + found[2]


def _article(name: str) -> str | None:
    """The indefinite article of a name; None where its first letter does not tell (u, h, y, eu, one) or letters are said one by one."""
    word = name.split(maxsplit=1)[0]
    if (word.isupper() and not name.isupper()) or len(word) < 4 or word.lower().startswith(("u", "h", "y", "eu", "one", "once")):
        return None
    return "an" if word[0] in "aeioAEIO" else "a" if word[0].isascii() and word[0].isalpha() else None


INFLECTION = Inflection(forms, ending=ending, carried=carried, lead=lead)
"""The rules of English."""
