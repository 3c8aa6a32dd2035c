"""The text as a whole: nothing there, the original left as it is, much too short or long, paragraphs lost or added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Severity
from passages.checks.model import PairFinding
from passages.checks.reading import Reading
from passages.pair import PairState
from translit.message import Message

_ORDINARY = 3
"""Letters of the shortest word that counts as one of a language."""
_RUN = 3
"""Words in a row that are no name any more."""
_LONG = 30
"""Letters from which a text's length tells something."""
_QUOTED = frozenset("'\"`«“„‘")
_SMALL_WORDS = "the a an of to in on at by for from with and or not is are was be been has have this that it as if which"
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
_APART = re.compile(r"(?<!\S)[\"'(«“„‘]*+([^\W\d_]{3,}(?:['’-][^\W\d_]+)*+)[\"')»”“’.,:;!?…]*+(?!\S)")
"""A word that stands between spaces: no part of a file's name or an address."""
_LATIN_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")


def untranslated(reading: Reading) -> Iterator[PairFinding]:
    """No translation, or one of white space, where the original says something."""
    if reading.target.text.strip() or not reading.source.text.strip():
        return
    severity = Severity.ERROR if reading.pair.state is PairState.APPROVED else Severity.WARNING
    if reading.target.text:
        yield reading.whole("untranslated", severity, Message("the translation is nothing but white space"))
    else:
        yield reading.whole("untranslated", severity, Message("there is no translation"))


def extra_segment(reading: Reading) -> Iterator[PairFinding]:
    """A translation of nothing, or a paragraph too many."""
    if not reading.source.text.strip() and reading.target.text.strip():
        yield reading.whole("extra-segment", Severity.WARNING, Message("the translation says something where the original is empty"))
        return
    ours, theirs = _paragraphs(reading)
    if theirs > ours:
        message = Message("the original has {ours} paragraphs, the translation {theirs}", ours=ours, theirs=theirs)
        yield reading.whole("extra-segment", Severity.WARNING, message)


def missing_segment(reading: Reading) -> Iterator[PairFinding]:
    """A paragraph too few."""
    ours, theirs = _paragraphs(reading)
    if theirs < ours:
        message = Message("the original has {ours} paragraphs, the translation {theirs}", ours=ours, theirs=theirs)
        yield reading.whole("missing-segment", Severity.WARNING, message)


def _paragraphs(reading: Reading) -> tuple[int, int]:
    """How many paragraphs, between blank lines, the original and the translation have; both 1 for most."""
    source, target = reading.source.text.strip(), reading.target.text.strip()
    if not source or not target or ("\n" not in source and "\n" not in target):
        return 1, 1
    return len(_PARAGRAPH.split(source)), len(_PARAGRAPH.split(target))


def unchanged(reading: Reading) -> Iterator[PairFinding]:
    """The original, not translated: at least two ordinary words of it, so that names and commands pass."""
    source, target = reading.source, reading.target
    if source.text.strip() != target.text.strip() or reading.context.source.language == reading.context.target.language:
        return
    if sum(word.islower() and word not in _FUNCTION_WORDS for word in _APART.findall(source.plain)) >= max(_RUN - 1, len(source.marks) + 1):
        yield reading.whole("unchanged", Severity.WARNING, Message("the translation is the original, word for word"))


def _ordinary(word: str) -> bool:
    """Whether a word looks like one of the language, and not like a name or an abbreviation."""
    return len(word) >= _ORDINARY and word.islower()


def partly_untranslated(reading: Reading) -> Iterator[PairFinding]:
    """Three or more ordinary words of the original in a row, left in a translation that is written in another script."""
    source, target = reading.source, reading.target
    if source.text.strip() == target.text.strip() or not reading.context.other_script or target.plain.isascii():
        return
    run: list[re.Match[str]] = []
    said = target.plain
    for match in (*_LATIN_WORD.finditer(said), None):
        joined = match is not None and (not run or said[run[-1].end() : match.start()].isspace())
        if not joined:
            if sum(_ordinary(one[0]) for one in run) >= _RUN and _is_prose(run, reading.context.source.language):
                start, end = run[0].start(), run[-1].end()
                if said[start:end] in source.plain and said[start - 1 : start] not in _QUOTED:
                    message = Message("{text} is left untranslated", text=said[start:end])
                    yield reading.at("partly-untranslated", Severity.WARNING, start, end, message)
            run = []
        if match is not None:
            run.append(match)


def _is_prose(run: list[re.Match[str]], language: str) -> bool:
    """Whether a run of words is a piece of a sentence and not a command or a name; of English, by the small words in it."""
    return language != "en" or any(one[0].lower() in _FUNCTION_WORDS for one in run)


def too_long(reading: Reading) -> Iterator[PairFinding]:
    """Longer than the file allows."""
    pair = reading.pair
    if pair.limit is not None and len(pair.target) > pair.limit:
        message = Message("the translation has {n} characters, the file allows {most}", n=len(pair.target), most=pair.limit)
        yield reading.whole("too-long", Severity.ERROR, message)


def far_off(reading: Reading) -> Iterator[PairFinding]:
    """So much shorter or longer than the original that something is missing or too much."""
    ours = sum(map(len, reading.source.words))
    if ours < _LONG:
        return
    theirs = sum(map(len, reading.target.words))
    low, high = reading.context.length_bounds
    if not theirs or low <= theirs / ours <= high:
        return
    message = Message("the translation has {theirs} letters, the original {ours}", theirs=theirs, ours=ours)
    yield reading.whole("length", Severity.WARNING, message, "short" if theirs < ours else "long")
