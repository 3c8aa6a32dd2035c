"""What kind of thing a name is the name of: a place, a person or an organisation, from cheap evidence, with a reason; else *other*.

Evidence are the words of the name (… Oblast, ООО …), legal forms and titles beside it in the passages, and the endings of surnames. Whatever is
not told by two words side by side stays *other*: a wrong kind costs more than none, for the forms of a name depend on it. Owns the order in
which evidence counts; the words are data (`discover_words.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary.discover_name import Name
from glossary.discover_words import Words
from translit.message import Message
from translit.values import value

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_SURNAME = re.compile(
    r".{2,}(?:[oe]v|[oe]va|yev|yeva|enko|sk(?:y|iy|ii|aya)|[ое]в|[ое]ва|ёв|ёва|енко|[сц]к(?:ий|ая)|ович|евич|uly|ұлы|qyzy|kyzy|қызы)"
)
_SMALL_OFFICES = frozenset(("г", "с", "ул", "пос", "м"))
"""Words that are a place's only with a full stop: г. Актау."""


@value
class Kind:
    """A guess."""

    kind: str
    """place, person, organisation or other, as a glossary has it."""
    reason: Message | None
    """Why; None for *other*."""


OTHER = Kind("other", None)


class Kinds:
    """Guesses by lists of words."""

    def __init__(self, words: Words) -> None:
        """Take the lists."""
        self._words = words

    def of(self, names: Iterable[Name]) -> Kind:
        """The kind of the name that some spellings are of: what most of the evidence says, *other* where it is divided."""
        found: dict[str, list[Message]] = {}
        for name in names:
            if name.text.casefold() in self._words.peoples:
                continue
            for kind in self._evidence(name):
                if kind.reason is not None:
                    found.setdefault(kind.kind, []).append(kind.reason)
        ranked = sorted(found.items(), key=lambda item: -len(item[1]))
        if not ranked or (len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1])):
            return OTHER
        return Kind(ranked[0][0], ranked[0][1][0])

    def _evidence(self, name: Name) -> Iterable[Kind]:
        words = name.text.split()
        inside = self._inside(words)
        if inside is not None:
            yield inside
            return
        if 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words) and (words[0].endswith(".") or _SURNAME.fullmatch(words[-1])):
            yield Kind("person", Message("built as a person’s name: “{name}”", name=name.text))
        for sample in name.samples:
            before, after = _WORD.findall(sample.before)[-2:], _WORD.findall(sample.after)[:1]
            beside = self._beside(before, after, sample.before, sample.after, _WORD.findall(name.text))
            if beside is not None:
                yield beside

    def _inside(self, words: list[str]) -> Kind | None:
        """What the first or the last word of a name of several says."""
        if len(words) < 2:
            return None
        for word in (words[-1], words[0]):
            small = word.casefold()
            if small in self._words.organizations:
                return Kind("organisation", Message("has the word “{word}”", word=word))
            if small in self._words.places:
                return Kind("place", Message("has the word “{word}”", word=word))
        if any(word.casefold() in self._words.organizations for word in words):
            return Kind("organisation", Message("is an organisation by its words"))
        return None

    def _beside(self, before: list[str], after: list[str], left: str, right: str, own: list[str]) -> Kind | None:
        """What the words on either side of a name in a passage say."""
        last = before[-1] if before else ""
        bare = last.rstrip(".").casefold()
        close = left.endswith((" ", "\u00a0", "«", "“", '"')) and left.rstrip(' \u00a0«“"').endswith(last)
        if last and close:
            if bare in self._words.organizations and left.rstrip().endswith(("«", "“", '"')):
                return _said("organisation", last, own)
            if bare in self._words.persons and left[-1] not in '«“"':
                return _said("person", last, own)
            if bare in self._words.places and (last.endswith(".") or bare not in _SMALL_OFFICES) and not last.istitle():
                return _said("place", last, own)
            if bare == "of" and len(before) > 1 and before[-2].casefold() in self._words.places:
                return _said("place", " ".join(before), own)
        first = after[0] if after else ""
        if first and right.startswith((" ", "\u00a0")) and right.lstrip().startswith(first):
            small = first.rstrip(".").casefold()
            if small in self._words.places and small not in _SMALL_OFFICES:
                return Kind("place", Message("“{word}” follows it", word=first))
            if small in self._words.organizations and first.rstrip(".").isupper():
                return Kind("organisation", Message("“{word}” follows it", word=first))
        return None


def _said(kind: str, word: str, own: list[str]) -> Kind | None:
    """The kind that a word before a name says; None where the word is part of the name."""
    return None if word in own else Kind(kind, Message("“{word}” stands before it", word=word))
