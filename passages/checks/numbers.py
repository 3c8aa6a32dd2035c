"""Numbers and dates of the original that the translation has otherwise, or not at all; and those written in the original's style.

What is a number or a date is told by `digits`, `number_words` and `dates`; a number in digits may be answered by one in words, and the other
way round. A value that stands anywhere answers for all places of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.findings import Edit, Severity
from passages.checks.dates import Date
from passages.checks.digits import Number, romans, runs
from passages.checks.model import Fix, PairFinding
from passages.checks.number_words import NumberWord
from passages.checks.reading import MASK, Reading
from translit.message import Message

_DIGIT = re.compile(r"\d")
_SMALL = 20
"""Up to which number words are compared with words, and a language without a table of them is given the benefit of the doubt."""
_PERCENT = re.compile(r"[  \u202f]?(?:%|процент|пайыз|відсот)")


class Figures:
    """The dates and numbers of a pair, without those that answer each other."""

    def __init__(self, reading: Reading) -> None:
        """Find them on both sides."""
        ours, theirs = reading.context.source_figures, reading.context.target_figures
        source, target = reading.source.plain, reading.target.plain
        self.lost_dates: list[Date] = []
        """Dates of the original that the translation has not, where it has another one."""
        self.added_dates: list[Date] = []
        """Dates of the translation that the original has not."""
        if _DIGIT.search(source) and _DIGIT.search(target):
            source, target = self._without_dates(ours.dates.find(source), theirs.dates.find(target), source, target)
        numbers, others = ours.digits.find(source), theirs.digits.find(target)
        self.both = numbers, others
        """All numbers in digits that stand outside of dates, of the original and of the translation."""
        said = {reading for number in numbers for reading in number.readings}
        answered = {reading for number in others for reading in number.readings}
        # Digits in words, names and addresses (UTF-8, Tray1) answer a number and ask for none.
        all_said, all_answered = runs(reading.source.text), runs(reading.target.text)
        said, answered = said.union(all_said), answered.union(all_answered)
        lost = [number for number in numbers if not number.readings & answered and not number.in_parts(all_answered)]
        added = [number for number in others if not number.readings & said and not number.in_parts(all_said)]
        if lost:
            answered = romans(target) | {str(word.number) for word in theirs.words.find(target)}
            lost = [number for number in lost if number.readings.isdisjoint(answered) and not _doubtful(number, known=theirs.words.known)]
        if added:
            said = romans(source) | {str(word.number) for word in ours.words.find(source)}
            added = [number for number in added if number.readings.isdisjoint(said) and not _doubtful(number, known=ours.words.known)]
        self.lost, self.added = lost, added
        """Numbers in digits that only the original has; that only the translation has."""

    def _without_dates(self, dates: Sequence[Date], others: Sequence[Date], source: str, target: str) -> tuple[str, str]:
        """Both texts with the dates masked that answer each other, and those that stand for each other and are not the same."""
        left = [date for date in dates if not any(date.is_like(other) for other in others)]
        over = [date for date in others if not any(date.is_like(other) for other in dates)]
        matched = [date for date in dates if date not in left], [date for date in others if date not in over]
        if len(left) == len(over) > 0:
            self.lost_dates, self.added_dates = left, over
            matched = list(dates), list(others)
        return _masked(source, matched[0]), _masked(target, matched[1])


def _masked(text: str, dates: Sequence[Date]) -> str:
    for date in dates:
        text = text[: date.start] + MASK * (date.end - date.start) + text[date.end :]
    return text


def _doubtful(number: Number, *, known: bool) -> bool:
    """Whether a small number may be written out in a language whose words are not known here."""
    return not known and number.text.isdigit() and int(number.text[:4]) <= _SMALL


def numbers(reading: Reading) -> Iterator[PairFinding]:
    """Numbers that one side has and the other has not."""
    if not _has_numbers(reading):
        return
    figures = reading.figures
    lost, added = figures.lost, figures.added
    if reading.pair.plural is not None:
        lost = [number for number in lost if number.text != "1"]  # “1 file” may be said without the number
        added = [number for number in added if number.text != "1"]
    if len(lost) == 1 and len(added) == 1:
        right, wrong = lost[0], added[0]
        written = reading.context.target_figures.digits.written(right.text, reading.context.source_figures.digits)
        message = Message("the original has {right}, the translation {wrong}", right=right.text, wrong=wrong.text)
        fix = Fix(written, (Edit(wrong.start, wrong.end, written),))
        yield reading.at("number", Severity.WARNING, wrong.start, wrong.end, message, fixes=(fix,), about=right.text)
        return
    for number in lost:
        message = Message("{number} of the original is missing in the translation", number=number.text)
        yield reading.missing("number", Severity.WARNING, number.start, number.end, message)
    for number in added:
        yield reading.at(
            "number", Severity.WARNING, number.start, number.end, Message("{number} is not in the original", number=number.text)
        )


def _has_numbers(reading: Reading) -> bool:
    source, target = reading.source, reading.target
    return bool(source.text) and bool(_DIGIT.search(source.text) or _DIGIT.search(target.text))


def written_out(reading: Reading) -> Iterator[PairFinding]:
    """A small number in words where the original has another one: three days, пять дней."""
    ours, theirs = reading.context.source_figures, reading.context.target_figures
    if not (ours.words.known and theirs.words.known) or not reading.source.text:
        return
    words = [word for word in ours.words.find(reading.source.plain) if word.number > 1]
    if not any(word.exact for word in words):
        return
    others = [word for word in theirs.words.find(reading.target.plain) if word.number > 1]
    if not others:
        return
    digits = {
        one
        for side in (ours.digits.find(reading.source.plain), theirs.digits.find(reading.target.plain))
        for each in side
        for one in each.readings
    }
    said, answered = {word.number for word in words}, {word.number for word in others}
    lost = [word for word in words if _plain_count(word) and word.number not in answered and str(word.number) not in digits]
    added = [word for word in others if _plain_count(word) and word.number not in said and str(word.number) not in digits]
    if len(lost) == 1 and len(added) == 1:
        right, wrong = lost[0], added[0]
        text = reading.source.text[right.start : right.end]
        message = Message(
            "the original has {right}, the translation {wrong}", right=text, wrong=reading.target.text[wrong.start : wrong.end]
        )
        yield reading.at("number", Severity.WARNING, wrong.start, wrong.end, message, about=text)


def _plain_count(word: NumberWord) -> bool:
    """Whether a number word counts something: three, twelve; not tens of thousands, nor a pair."""
    return word.exact and word.number <= _SMALL


def all_numbers(reading: Reading) -> Iterator[PairFinding]:
    """Numbers in digits and in words."""
    yield from numbers(reading)
    yield from written_out(reading)


def dates(reading: Reading) -> Iterator[PairFinding]:
    """Dates that are others than the original's."""
    if not _DIGIT.search(reading.source.text) or not _DIGIT.search(reading.target.text):
        return
    figures = reading.figures
    for right, wrong in zip(figures.lost_dates, figures.added_dates, strict=True):
        message = Message("the original has {right}, the translation {wrong}", right=right.text, wrong=wrong.text)
        written = reading.context.target_figures.dates.written(right)
        fixes = (Fix(written, (Edit(wrong.start, wrong.end, written),)),) if written is not None else ()
        yield reading.at("date", Severity.WARNING, wrong.start, wrong.end, message, fixes=fixes, about=right.text)


def styles(reading: Reading) -> Iterator[PairFinding]:
    """Numbers with the signs of the original's language that say another number here: 1,234 in Russian is little more than one."""
    if not _has_numbers(reading):
        return
    ours, theirs = reading.context.source_figures.digits, reading.context.target_figures.digits
    if ours.signs == theirs.signs:
        return
    stands = {number.text for number in reading.figures.both[0]}
    decimal, group = ours.signs
    for number in reading.figures.both[1]:
        text = number.text
        grouped = group in text and decimal not in text and len(text.rpartition(group)[2]) == 3
        whole = group in text and decimal in text
        percent = decimal in text and group not in text and _PERCENT.match(reading.target.text, number.end) is not None
        if text not in stands or text[0] == "0" or not (grouped or whole or percent):
            continue
        written = theirs.written(text, ours)
        if written == text:
            continue
        message = Message("{number} is written as in the original’s language, here it is {written}", number=text, written=written)
        fix = Fix(written, (Edit(number.start, number.end, written),))
        yield reading.at("number-style", Severity.WARNING, number.start, number.end, message, fixes=(fix,))
