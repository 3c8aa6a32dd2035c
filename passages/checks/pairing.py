"""Quotation marks and brackets: unpaired, crossed, facing the wrong way, opened in one style and closed in another.

One pass with a stack over the plain text. Which way a mark faces is told by the mark and by what stands beside it, for “ opens in English and
closes in German, » opens in Danish, and " does both. Apostrophes and single marks are left alone: nobody can tell them apart by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from glossary.findings import Edit, Severity
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading
from translit.message import Message
from translit.values import value

_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "［": "］"}
_QUOTES = {"«": "»", "“": "”", "„": "“", "‹": "›", "「": "」", "『": "』", "《": "》", '"': '"', "”": "”", "»": "«"}
_ALSO = {"„": "”", "“": "“"}
"""A second mark that closes: „…” in Polish and Romanian; “…“ is a slip that is told apart by the way it faces."""
_OPENERS, _CLOSERS = frozenset("«“„‹「『《"), frozenset("»”›」』》")
_MARK = re.compile(r"[()\[\]{}（）【】［］«»“”„\"‹›「」『』《》]")
_LIST = re.compile(r"(?:^|(?<=[\s(«“\"]))(?:[^\W_]{1,2}|\d{1,3}(?:\.\d{1,2})*|[ivxlcIVXLC]{1,5})\Z")
_FACE = re.compile(r"(?:[:;=8][-o^']?)\Z")
_QUOTE_AFTER = frozenset(" \t\n\u00a0\u202f.,;:!?…)]}»”")
_BEFORE = frozenset(" \t\n\u00a0\u202f([{«“„—–-/")
_DEEP = 50
"""How many marks may stand open between the halves of a pair."""
_SPACED = frozenset(("fr",))
_AROUND = frozenset("«»“”„‘’'\"`‹›")


class Kind(StrEnum):
    """What is wrong."""

    UNPAIRED = "unpaired"
    CROSSED = "crossed"
    REVERSED = "reversed"
    STYLE = "style"


@value
class Fault:
    """Something wrong with one mark."""

    kind: Kind
    """What."""
    at: int
    """Where the mark stands, in code points."""
    mark: str
    """The mark."""
    right: str = ""
    """What should stand in its place; empty where nothing is known."""

    @property
    def bracket(self) -> bool:
        """Whether the mark is a bracket."""
        return self.mark in _BRACKETS or self.mark in _BRACKETS.values()


def quotes(reading: Reading) -> Iterator[PairFinding]:
    """Quotation marks without their other half."""
    for fault in reading.mark_faults:
        if not fault.bracket and fault.kind is Kind.UNPAIRED:
            message = Message("the quotation mark {mark} has no other half", mark=fault.mark)
            yield reading.at("unpaired-quote", Severity.WARNING, fault.at, fault.at + 1, message, fixes=_closing(reading, fault))


def mangled(reading: Reading) -> Iterator[PairFinding]:
    """Quotation marks that face the wrong way, or close a quotation of another style."""
    for fault in reading.mark_faults:
        if fault.bracket or fault.kind not in (Kind.REVERSED, Kind.STYLE):
            continue
        message = (
            Message("the quotation mark {mark} faces the wrong way", mark=fault.mark)
            if fault.kind is Kind.REVERSED
            else Message("{mark} closes a quotation that {right} should close", mark=fault.mark, right=fault.right)
        )
        fixes = (Fix(fault.right, (Edit(fault.at, fault.at + 1, fault.right),)),) if fault.right else ()
        yield reading.at("mangled-quote", Severity.WARNING, fault.at, fault.at + 1, message, fixes=fixes)


def brackets(reading: Reading) -> Iterator[PairFinding]:
    """Brackets without their other half, or with it outside of the quotation they stand in."""
    for fault in reading.mark_faults:
        if not fault.bracket:
            continue
        message = (
            Message("the bracket {mark} has no other half", mark=fault.mark)
            if fault.kind is Kind.UNPAIRED
            else Message("the bracket {mark} and the quotation beside it cross", mark=fault.mark)
        )
        fixes = _closing(reading, fault) if fault.kind is Kind.UNPAIRED else ()
        yield reading.at("unpaired-bracket", Severity.WARNING, fault.at, fault.at + 1, message, fixes=fixes)


def _closing(reading: Reading, fault: Fault) -> tuple[Fix, ...]:
    """The missing half at the end, where the original ends with one and the translation does not."""
    target, source = reading.target.text.rstrip(), reading.source.text.rstrip()
    if not fault.right or not source:
        return ()
    ends = source.rstrip(".,;:!?…")[-1:]
    same = ends in _BRACKETS.values() if fault.bracket else ends in _CLOSERS or ends == '"'
    body = target.rstrip(".,;:!?…")
    if not same or body[-1:] == fault.right:
        return ()
    at = len(body) if source != source.rstrip(".,;:!?…") else len(target)
    return (Fix(fault.right, (Edit(at, at, fault.right),)),)


def news(reading: Reading) -> list[Fault]:
    """The target's faults, without those of a sort that the original has too: there a quotation goes on in the next passage."""
    plain = reading.target.plain
    if _MARK.search(plain) is None:
        return []
    found = faults(plain, reading.context.target.language)
    if not found or not reading.source.text:
        return found
    theirs = {fault.bracket for fault in faults(_with_marks(reading.source.plain), reading.context.source.language)}
    return [fault for fault in found if fault.bracket not in theirs]


def _with_marks(text: str) -> str:
    """A text with the single marks that are quotation marks in programs (`this' and 'this') as ones that have two halves."""
    if "'" not in text and "`" not in text:
        return text
    return _APOSTROPHE.sub("'", _SINGLE_CLOSE.sub("›", _SINGLE_OPEN.sub("‹", text)))


_SINGLE_OPEN = re.compile(r"`|(?<![^\s(\[{«“\"=,/-])'(?=\S)")
_SINGLE_CLOSE = re.compile(r"(?<=\S)'(?![^\W_])|^'")
_APOSTROPHE = re.compile(r"(?<=[sS])›(?= [^\W\d_]+)(?!.*‹)")
"""The workers' demands: an apostrophe, if no quotation is open."""


def faults(text: str, language: str) -> list[Fault]:
    """What is wrong with the marks of a text, in its order."""
    return sorted(_Pass(text, language).faults(), key=lambda fault: fault.at)


class _Pass:
    """One pass over one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.open: list[tuple[str, int]] = []
        self.found: list[Fault] = []
        self.crossed: list[str] = []
        """Brackets that a quotation was closed over: their other half comes and is no news."""
        self.closed_twice = False

    def faults(self) -> Iterable[Fault]:
        for match in _MARK.finditer(self.text):
            mark, at = match[0], match.start()
            if (mark in _BRACKETS or mark in _BRACKETS.values()) and self._spoken_of(at):
                continue
            if mark in _BRACKETS:
                self.open.append((mark, at))
            elif mark in _BRACKETS.values():
                self._close_bracket(mark, at)
            else:
                self._quote(mark, at)
        for mark, at in self.open:
            if mark == "«" and self.closed_twice:
                continue  # «ОАО «Газпром»: two marks that end together are written once
            self.found.append(Fault(Kind.UNPAIRED, at, mark, _BRACKETS.get(mark) or self._closer(mark)))
        return self.found

    def _spoken_of(self, at: int) -> bool:
        """Whether a bracket is a character that is spoken of, between quotation marks: “(”."""
        before, after = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        return before in _AROUND and after in _AROUND and bool(before and after)

    def _closer(self, mark: str) -> str:
        return "”" if mark == "„" and self.language in ("pl", "ro", "hu", "nl", "hr") else _QUOTES[mark]

    def _close_bracket(self, mark: str, at: int) -> None:
        for depth in range(len(self.open) - 1, max(len(self.open) - _DEEP, 0) - 1, -1):
            opener, place = self.open[depth]
            if _BRACKETS.get(opener) == mark:
                for other, where in self.open[depth + 1 :]:
                    if other in _BRACKETS:
                        self.found.append(Fault(Kind.UNPAIRED, where, other, _BRACKETS[other]))
                    else:
                        self.found.append(Fault(Kind.UNPAIRED, where, other))
                del self.open[depth:]
                return
            del place
        if mark in self.crossed:
            self.crossed.remove(mark)
            return
        before = self.text[max(0, at - 12) : at]
        if mark == ")" and (_LIST.search(before) or _FACE.search(before)):
            return
        self.found.append(Fault(Kind.UNPAIRED, at, mark))

    def _quote(self, mark: str, at: int) -> None:
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        faces_in = not before or before in _BEFORE  # what stands before lets a quotation begin
        faces_out = not after or after in _QUOTE_AFTER
        if self._closes(mark, at):
            return
        if mark == '"':
            if before.isdigit() and not (after and after.isalnum()):
                return  # inches
            if faces_out and not faces_in:
                self._wrong_close(mark, at)
            else:
                self.open.append((mark, at))
        elif mark in _OPENERS:
            if mark in "“„" and faces_out and self.language not in _SPACED:
                # It cannot open anything: `KMG “)`.
                right = "”" if any(opener == "“" for opener, _ in self.open) or mark == "“" else ""
                self.found.append(Fault(Kind.REVERSED, at, mark, right))
                self._drop("“")
            else:
                self.open.append((mark, at))
        elif mark in "»”" and faces_in and not faces_out:
            self.open.append((mark, at))  # »Danish«, ”Swedish”
        else:
            self._wrong_close(mark, at)

    def _closes(self, mark: str, at: int) -> bool:
        """Close the quotation that this mark can close, if it can; brackets that are still open in it are crossed."""
        for depth in range(len(self.open) - 1, max(len(self.open) - _DEEP, 0) - 1, -1):
            opener, _ = self.open[depth]
            if opener in _BRACKETS:
                continue
            if _QUOTES[opener] != mark and _ALSO.get(opener) != mark:
                if mark in _OPENERS or mark == '"':
                    return False
                continue
            if opener == "“" and mark == "“" and not self._faces_only_out(at):
                return False
            if opener == mark == "“":
                self.found.append(Fault(Kind.REVERSED, at, mark, "”"))
            for other, where in self.open[depth + 1 :]:
                if other in _BRACKETS:
                    self.found.append(Fault(Kind.CROSSED, where, other))
                    self.crossed.append(_BRACKETS[other])
                else:
                    self.found.append(Fault(Kind.UNPAIRED, where, other))
            if opener == "«":
                self.closed_twice = any(other == "«" for other, _ in self.open[:depth])
            del self.open[depth:]
            return True
        return False

    def _faces_only_out(self, at: int) -> bool:
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        return bool(before) and before not in _BEFORE and (not after or after in _QUOTE_AFTER)

    def _wrong_close(self, mark: str, at: int) -> None:
        """A mark that closes nothing: a quotation of another style, if one is open, else nothing at all."""
        for depth in range(len(self.open) - 1, max(len(self.open) - _DEEP, 0) - 1, -1):
            opener, _ = self.open[depth]
            if opener not in _BRACKETS:
                self.found.append(Fault(Kind.STYLE, at, mark, self._closer(opener)))
                del self.open[depth:]
                return
        self.found.append(Fault(Kind.UNPAIRED, at, mark))

    def _drop(self, opener: str) -> None:
        """Forget the last quotation opened with this mark: what was reported instead has closed it."""
        for depth in range(len(self.open) - 1, max(len(self.open) - _DEEP, 0) - 1, -1):
            if self.open[depth][0] == opener:
                del self.open[depth]
                return
