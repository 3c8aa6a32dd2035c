"""What only the whole document tells: one original translated in two ways, two originals in one, two spellings of one name, a first mention.

`Consistency` holds the pairs of one document by what they share, and can be changed pair by pair: an edit takes one pair out and puts it in
again. It keeps no pair, only the texts that it must name. The functions below it are the checks that ask it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from glossary.fields import script_of
from glossary.findings import Edit, Occurrence, Severity
from glossary.glosses import Glosses
from glossary.model import Status
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading
from passages.pair import Pair, Side
from translit.message import Message

if TYPE_CHECKING:
    from passages.checks.context import CheckContext

_MANY = 4
"""Words from which an original says enough for two translations of it, or two originals of one translation, to be a slip."""
_ALIKE = 0.25
"""Share of common stems from which two originals may be of one meaning: Delete this file, Remove this file."""
_STEM = 4
"""Letters of a word by which it is compared; shorter ones (the, can, %s) are not."""
_LOOKED_AT = 50
"""Other originals of one translation that a pair is held against."""
_WORD = re.compile(r"\w+")

_Name = tuple[str, str, str]
"""Concept, type and script: what has one right spelling in a document."""


class Consistency:
    """The pairs of one document, by what they share."""

    def __init__(self, context: CheckContext) -> None:
        """Begin with no pair."""
        self.context = context
        """The settings of its checks."""
        self._targets: dict[int, str | Counter[str]] = {}
        self._sources: dict[int, str | Counter[str]] = {}
        self._spellings: dict[_Name, Counter[tuple[str, bool]]] = {}
        self._mentions: dict[str, list[int]] = {}
        self._places: dict[str, int] = {}

    def add(self, pair: Pair, names: Iterable[Occurrence] | None = None) -> None:
        """Take a pair in; one that was taken out comes back to its place. `names` are those of its target, where they are known."""
        place = self._places.setdefault(pair.key, len(self._places))
        if not _counts(pair):
            return
        source, target = _plain(pair.source), _plain(pair.target)
        _more(self._targets, _key(source, pair), pair.target.strip())
        if len(_WORD.findall(source)) >= _MANY:
            _more(self._sources, hash(target.casefold()), pair.source.strip())
        for name, spelling in self._names(pair, names):
            self._spellings.setdefault(name, Counter())[spelling] += 1
            insort(self._mentions.setdefault(name[0], []), place)

    def remove(self, pair: Pair) -> None:
        """Take a pair out, as it was when it was added."""
        if not _counts(pair) or pair.key not in self._places:
            return
        source, target = _plain(pair.source), _plain(pair.target)
        _less(self._targets, _key(source, pair), pair.target.strip())
        if len(_WORD.findall(source)) >= _MANY:
            _less(self._sources, hash(target.casefold()), pair.source.strip())
        for name, spelling in self._names(pair, None):
            _less(self._spellings, name, spelling)
            places = self._mentions.get(name[0], [])
            at = bisect_left(places, self._places[pair.key])
            if at < len(places) and places[at] == self._places[pair.key]:
                del places[at]

    def findings(self, pair: Pair) -> list[PairFinding]:
        """What the document tells about one of its pairs."""
        from passages.checks import document_findings

        return document_findings(Reading(pair, self.context, self))

    def translations(self, pair: Pair) -> Counter[str]:
        """All translations of a pair's original in its context, with how often each stands."""
        return _counted(self._targets.get(_key(_plain(pair.source), pair)))

    def originals(self, pair: Pair) -> Counter[str]:
        """All originals of a pair's translation that have at least four words, with how often each stands."""
        return _counted(self._sources.get(hash(_plain(pair.target).casefold())))

    def spellings(self, one: Occurrence) -> Counter[tuple[str, bool]]:
        """The right spellings of a name that stand in the translations, each with whether it is the preferred one, and how often."""
        return self._spellings.get(_name(one), Counter())

    def is_first(self, pair: Pair, concept: str) -> bool:
        """Whether no earlier pair mentions a concept."""
        places = self._mentions.get(concept)
        return not places or places[0] >= self._places.get(pair.key, 0)

    def _names(self, pair: Pair, names: Iterable[Occurrence] | None) -> Iterator[tuple[_Name, tuple[str, bool]]]:
        """The right names of a target, with their spellings."""
        if names is None:
            lexicon = self.context.target_lexicon
            names = Reading(pair, self.context).names.stands if lexicon is not None and lexicon.spans(pair.target) else ()
        for one in names:
            if one.status in (Status.PREFERRED, Status.ADMITTED):
                yield _name(one), (one.term, one.status is Status.PREFERRED)


def _counts(pair: Pair) -> bool:
    return bool(pair.target.strip()) and not pair.locked


def _plain(text: str) -> str:
    """A text by which two are the same: white space apart, without mnemonics and soft hyphens."""
    return " ".join(text.replace("_", "").replace("&", "").replace("\u00ad", "").split())


def _key(source: str, pair: Pair) -> int:
    """What one translation belongs to; in a long text the context does not matter."""
    context = "" if len(_WORD.findall(source)) >= _MANY + 1 else pair.context
    return hash((source, context, pair.plural))


def _more(index: dict[int, str | Counter[str]], key: int, item: str) -> None:
    """One text more; one that stands alone is kept as it is, for most do and a counter takes ten times the room."""
    there = index.get(key)
    if there is None:
        index[key] = item
    elif isinstance(there, str):
        index[key] = Counter((there, item))
    else:
        there[item] += 1


def _less(index: dict[Any, Any], key: object, item: object) -> None:
    """One item less; what is empty goes."""
    there = index.get(key)
    if isinstance(there, Counter):
        counts = cast("Counter[object]", there)
        counts[item] -= 1
        if counts[item] <= 0:
            del counts[item]
        if not counts:
            del index[key]
    elif there == item:
        del index[key]


def _counted(there: str | Counter[str] | None) -> Counter[str]:
    return Counter((there,)) if isinstance(there, str) else there or Counter()


def _name(one: Occurrence) -> _Name:
    return one.concept, one.type, script_of(one.term)


def same_source(reading: Reading) -> Iterator[PairFinding]:
    """The original has another translation elsewhere."""
    pair, document = reading.pair, reading.document
    if document is None or not _counts(pair):
        return
    own = _letters(pair.target)
    others = [text for text, _ in document.translations(pair).most_common(_LOOKED_AT) if _letters(text) != own]
    if others:
        message = Message("the same original is translated elsewhere as “{other}”", other=_cut(others[0]))
        fixes = tuple(Fix(_cut(text), (Edit(0, len(pair.target), text),)) for text in others[:3])
        yield reading.whole("same-source", Severity.WARNING, message, "", fixes=fixes)


def same_target(reading: Reading) -> Iterator[PairFinding]:
    """The translation stands elsewhere for an original that says something else."""
    pair, document = reading.pair, reading.document
    if document is None or not _counts(pair):
        return
    ours = _words(pair.source)
    if len(ours) < _MANY - 1:
        return
    for other in islice(document.originals(pair), _LOOKED_AT):
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
        first = max(counts, key=lambda item: (item[1], counts[item], item[0]))
        if first[0] == one.term or any(other.term == first[0] and other.concept == one.concept for other in reading.names.stands):
            continue  # the preferred one, or one that stands beside it in the same text: a name with its other one
        said = Message("{text} stands beside {other} in one document", text=one.text, other=first[0])
        fixes = (Fix(one.replacement, (Edit(one.start, one.end, one.replacement),)),) if one.replacement else ()
        yield PairFinding(
            "mixed", Severity.WARNING, Side.TARGET, one.start, one.end, one.text, said, "; ".join(one.reasons), one.concept, first[0], fixes
        )


def first_mention(reading: Reading) -> Iterator[PairFinding]:
    """The first mention of a name that has a former one, without that in brackets."""
    document, lexicon = reading.document, reading.context.target_lexicon
    if document is None or lexicon is None:
        return
    glosses = Glosses(reading.context.target.language)
    told: set[str] = set()
    former = {one.concept for one in reading.names.stands if one.status is Status.SUPERSEDED}
    for one in reading.names.stands:
        if one.concept in told | former or one.form != "base" or not document.is_first(reading.pair, one.concept):
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


def _words(text: str) -> frozenset[str]:
    """The stems of a text's longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(_plain(text).casefold()) if len(word) >= _STEM)


def _cut(text: str) -> str:
    """A text short enough for a sentence about it."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"


_SHOWN = 80
