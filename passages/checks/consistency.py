"""What only the whole document tells: one original translated in two ways, two originals in one, two spellings of one name, a first mention.

`Consistency` holds the pairs of one document by what they share, and can be changed pair by pair: an edit takes one pair out and puts it in
again. It keeps no pair, and only such texts as several pairs share; the others it reads again. The functions below it are the checks that ask it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from heapq import nlargest
from itertools import islice
from typing import TypeVar

from glossary.fields import script_of
from glossary.findings import Edit, Occurrence, Severity
from glossary.glosses import Glosses
from glossary.model import Status, TermType
from passages.checks.model import Fix, PairFinding
from passages.checks.places import Places
from passages.checks.reading import Reading
from passages.pair import Pair, Side
from translit.message import Message

_MANY = 4
"""Words from which an original says enough for two translations of it, or two originals of one translation, to be a slip."""
_ALIKE = 0.25
"""Share of common stems from which two originals may be of one meaning: Delete this file, Remove this file."""
_STEM = 4
"""Letters of a word by which it is compared; shorter ones (the, can, %s) are not."""
_LOOKED_AT = 50
"""Other originals of one translation that a pair is held against."""
_WORD = re.compile(r"\w+")
_ACCELERATOR = re.compile(r"\([_&]\w\)")

_Name = tuple[str, str, str]
"""Concept, type and script: what has one right spelling in a document."""
_Key = TypeVar("_Key")
_Item = TypeVar("_Item")


class Consistency:
    """The pairs of one document, by what they share."""

    def __init__(self, read: Callable[[int], Pair]) -> None:
        """Begin with no pair; `read` gives the pair at a place (any number that tells it from the others), as it was when it was added."""
        self._read = read
        self._targets = _Shared(lambda place: read(place).target.strip())
        self._sources = _Shared(lambda place: read(place).source.strip())
        self._spellings: dict[_Name, Counter[tuple[str, bool]]] = {}
        self._mentions: dict[str, array[int]] = {}

    def add(self, reading: Reading) -> None:
        """Take in the pair of a reading, under its place; places from 0 up are in the order of the document, others come behind them."""
        pair = reading.pair
        if not _counts(pair):
            return
        source, target = _plain(pair.source), _plain(pair.target)
        self._targets.add(_key(source, pair), pair.target.strip(), reading.place)
        if len(_WORD.findall(source)) >= _MANY:
            self._sources.add(hash(target.casefold()), pair.source.strip(), reading.place)
        for name, spelling in _names(reading):
            self._spellings.setdefault(name, Counter())[spelling] += 1
        for concept in _glossable(reading):
            insort(self._mentions.setdefault(concept, array("q")), _order(reading.place))

    def remove(self, reading: Reading) -> None:
        """Take its pair out, which is as it was when it was added."""
        pair = reading.pair
        if not _counts(pair):
            return
        source, target = _plain(pair.source), _plain(pair.target)
        self._targets.remove(_key(source, pair), pair.target.strip(), reading.place)
        if len(_WORD.findall(source)) >= _MANY:
            self._sources.remove(hash(target.casefold()), pair.source.strip(), reading.place)
        for name, spelling in _names(reading):
            _less(self._spellings, name, spelling)
        for concept in _glossable(reading):
            places = self._mentions.get(concept, array("q"))
            at = bisect_left(places, _order(reading.place))
            if at < len(places) and places[at] == _order(reading.place):
                del places[at]

    def translations(self, reading: Reading) -> Mapping[str, int]:
        """All translations of an original in its context, with how often each stands; none where its own stands alone."""
        return self._targets.texts(_key(_plain(reading.pair.source), reading.pair), reading.place)

    def originals(self, reading: Reading) -> Mapping[str, int]:
        """All originals of a translation that have at least four words, with how often each stands; none where its own stands alone."""
        return self._sources.texts(hash(_plain(reading.pair.target).casefold()), reading.place)

    def spellings(self, one: Occurrence) -> Counter[tuple[str, bool]]:
        """The right spellings of a name that stand in the translations, each with whether it is the preferred one, and how often."""
        return self._spellings.get(_name(one), Counter())

    def is_first(self, place: int, concept: str) -> bool:
        """Whether no pair before a place mentions a concept in a way that a gloss can follow."""
        places = self._mentions.get(concept)
        return not places or places[0] >= _order(place)


class _Shared:
    """Texts by the key that they share. One that stands alone, as most do, is known by its place only and read again when it is asked for."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self._alone = Places()
        self._several: dict[int, Counter[str]] = {}

    def add(self, key: int, text: str, place: int) -> None:
        several = self._several.get(key)
        if several is not None:
            several[text] += 1
        elif (alone := self._alone.get(key)) is None:
            self._alone.set(key, place)
        else:
            self._several[key] = Counter((self._read(alone), text))
            self._alone.drop(key)

    def remove(self, key: int, text: str, place: int) -> None:
        if key in self._several:
            _less(self._several, key, text)
        elif self._alone.get(key) == place:
            self._alone.drop(key)

    def texts(self, key: int, place: int) -> Mapping[str, int]:
        several = self._several.get(key)
        if several is not None:
            return several
        alone = self._alone.get(key)
        return {} if alone is None or alone == place else {self._read(alone): 1}


def _names(reading: Reading) -> Iterator[tuple[_Name, tuple[str, bool]]]:
    """The right names of a target, with their spellings."""
    for one in reading.names.stands:
        if one.status in (Status.PREFERRED, Status.ADMITTED):
            yield _name(one), (one.term, one.status is Status.PREFERRED)


def _glossable(reading: Reading) -> Iterator[str]:
    """The concepts of a target's right names that a gloss can follow: nouns in any case, no adjectives and no possessives."""
    return (one.concept for one in reading.names.stands if one.status in (Status.PREFERRED, Status.ADMITTED) and _can_be_glossed(one))


def _can_be_glossed(one: Occurrence) -> bool:
    return not ("adjective" in one.form or "possessive" in one.form)


def _order(place: int) -> int:
    """Where a place comes among the mentions of a name: pairs that were made in a review behind all others."""
    return place if place >= 0 else _BEHIND - place


_BEHIND = 1 << 40


def _counts(pair: Pair) -> bool:
    return bool(pair.target.strip()) and not pair.locked


def _plain(text: str) -> str:
    """A text by which two are the same: white space apart, without mnemonics, also such as “(_F) Открыть”, and soft hyphens."""
    if "(" in text:
        text = _ACCELERATOR.sub("", text)
    return " ".join(text.replace("_", "").replace("&", "").replace("\u00ad", "").split())


def _key(source: str, pair: Pair) -> int:
    """What one translation belongs to; in a long text the context does not matter."""
    context = "" if len(_WORD.findall(source)) >= _MANY + 1 else pair.context
    return hash((source, context, pair.plural))


def _less(index: dict[_Key, Counter[_Item]], key: _Key, item: _Item) -> None:
    """One item less; what is empty goes."""
    counts = index.get(key, Counter[_Item]())
    counts[item] -= 1
    if counts[item] <= 0:
        del counts[item]
    if not counts:
        index.pop(key, None)


def _name(one: Occurrence) -> _Name:
    return one.concept, one.type, script_of(one.term)


def same_source(reading: Reading) -> Iterator[PairFinding]:
    """The original has another translation elsewhere."""
    pair, document = reading.pair, reading.document
    if document is None or not _counts(pair):
        return
    known = document.translations(reading)
    if not known:
        return
    same = _letters if len(_WORD.findall(_plain(pair.source))) >= _MANY else _stems
    own = same(pair.target)
    others = [text for text in nlargest(_LOOKED_AT, known, key=known.__getitem__) if same(text) != own]
    if others:
        message = Message("the same original is translated elsewhere as “{other}”", other=_cut(others[0]))
        fixes = tuple(Fix(_cut(text), (Edit(0, len(pair.target), text),)) for text in others[:3])
        yield reading.whole("same-source", Severity.WARNING, message, "", fixes=fixes)


def same_target(reading: Reading) -> Iterator[PairFinding]:
    """The translation stands elsewhere for an original that says something else."""
    pair, document = reading.pair, reading.document
    if document is None or not _counts(pair):
        return
    known = document.originals(reading)
    if not known or len(ours := _words(pair.source)) < _MANY - 1:
        return
    for other in islice(known, _LOOKED_AT):
        theirs = _words(other)
        if len(theirs) >= _MANY - 1 and len(ours & theirs) / max(len(ours | theirs), 1) < _ALIKE:
            message = Message("the same translation stands elsewhere for “{other}”", other=_cut(other))
            yield reading.whole("same-target", Severity.WARNING, message)
            return


def mixed(reading: Reading) -> Iterator[PairFinding]:
    """A right spelling of a name, where another right one of it stands in the document more often or is preferred."""
    document = reading.document
    if document is None:
        return
    for one in reading.names.stands:
        if one.status not in (Status.PREFERRED, Status.ADMITTED):
            continue
        counts = document.spellings(one)
        if len(counts) < 2:
            continue
        if one.type is TermType.ABBREVIATION and one.term.isascii() and _is_dotted(counts):
            continue
        first = max(counts, key=lambda item: (item[1], counts[item], item[0]))
        if first[0] == one.term or any(other.term == first[0] and other.concept == one.concept for other in reading.names.stands):
            continue  # the preferred one, or one that stands beside it in the same text: a name with its other one
        said = Message("{text} stands beside {other} in one document", text=one.text, other=first[0])
        fixes = (Fix(one.replacement, (Edit(one.start, one.end, one.replacement),)),) if one.replacement else ()
        yield PairFinding(
            "mixed", Severity.WARNING, Side.TARGET, one.start, one.end, one.text, said, "; ".join(one.reasons), one.concept, first[0], fixes
        )


def _is_dotted(counts: Counter[tuple[str, bool]]) -> bool:
    """Whether all spellings of an abbreviation begin with the same letters, full stops apart: US, U.S., USA."""
    plain = sorted((spelling.replace(".", "") for spelling, _ in counts), key=len)
    return all(spelling.startswith(plain[0]) for spelling in plain)


def first_mention(reading: Reading) -> Iterator[PairFinding]:
    """The first mention of a name that has a former one, without that in brackets."""
    document, lexicon = reading.document, reading.context.target_lexicon
    if document is None or lexicon is None:
        return
    glosses = Glosses(reading.context.target.language)
    told: set[str] = set()
    former = {one.concept for one in reading.names.stands if one.status is Status.SUPERSEDED}
    for one in reading.names.stands:
        if one.concept in told | former or not _can_be_glossed(one) or not document.is_first(reading.place, one.concept):
            continue
        told.add(one.concept)
        name = lexicon.concept(one.concept).former_name(reading.context.date)
        if name is None or reading.target.text[one.end : one.end + 2].lstrip()[:1] in ("-", "(", "["):
            continue
        gloss = f" ({glosses.formerly} {name})"
        said = Message("the first mention of {name} does not say its former name", name=one.text)
        fixes = (Fix(one.text + gloss, (Edit(one.end, one.end, gloss),)),)
        yield PairFinding("first-mention", Severity.WARNING, Side.TARGET, one.start, one.end, one.text, said, "", one.concept, name, fixes)


def _letters(text: str) -> str:
    """A text without letter case, white space and punctuation."""
    return "".join(_WORD.findall(_plain(text).casefold()))


def _stems(text: str) -> str:
    """The beginnings of a short text's words: a label and a command, or two genders, are one translation (Видимый, Видимое; Сортировать, Сортировка)."""
    return " ".join(word[:_STEM] for word in _WORD.findall(_plain(text).casefold().replace("ё", "е")))


def _words(text: str) -> frozenset[str]:
    """The stems of a text's longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(_plain(text).casefold()) if len(word) >= _STEM)


def _cut(text: str) -> str:
    """A text short enough for a sentence about it."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


_SHOWN = 80
