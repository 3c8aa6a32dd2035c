"""A bitext: a file of pairs that has been read whole and can be given back byte for byte.

Owns what all formats share: which changes are none, which are refused, and the proof that the new bytes say what was asked. Where the
pairs stand in the file, and which bytes a change puts there, is the business of the format's `Content`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, overload

from passages.bitext.tokens import codes_in, known_codes, spelled_out
from passages.errors import DocumentError
from passages.pair import InlineCode, Pair, PairChange, PairState
from translit.message import Message

STATE, APPROVAL, NOTE, STRUCTURE = "state", "approval", "note", "structure"
_NOTHING: Mapping[str, PairChange] = {}


class Content(Protocol):
    """What a format's adapter finds in a file."""

    source_language: str | None
    """BCP 47 tag of the sources; None where nothing says it."""
    target_language: str | None
    """That of the targets."""
    can: frozenset[str]
    """`state`, `approval`, `note`, `structure`: what of a pair the file can be told."""
    keys: Sequence[str]
    """The key of each pair; no two are the same."""

    def pair(self, index: int) -> Pair:
        """A pair, made from where it stands."""
        ...

    def fault(self, pair: Pair, text: str) -> Message | None:
        """Why the format cannot hold a text as this pair's target; None where it can."""
        ...

    def adopted(self, pair: Pair, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """Codes of other pairs as they may stand in this one, where what numbers them in the file must not be there twice."""
        ...

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The file's bytes with these pairs changed; every change has been looked at."""
        ...


class Pairs(Sequence[Pair]):
    """The pairs of a content, each made when it is asked for: a hundred thousand kept ones would be a hundred megabytes."""

    def __init__(self, content: Content) -> None:
        """Show the content's pairs as a sequence."""
        self._content = content

    def __len__(self) -> int:
        return len(self._content.keys)

    def __iter__(self) -> Iterator[Pair]:
        return map(self._content.pair, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Pair: ...
    @overload
    def __getitem__(self, index: slice) -> list[Pair]: ...
    def __getitem__(self, index: int | slice) -> Pair | list[Pair]:
        places = range(len(self))[index]  # raises IndexError
        return self._content.pair(places) if isinstance(places, int) else [self._content.pair(one) for one in places]


class Bitext:
    """A file of pairs: what it holds, and how it would be written with some of them changed."""

    def __init__(self, path: Path, format: str, data: bytes, encoding: str, content: Content, read: Callable[[bytes], Content]) -> None:
        """Take a file that has been read; `read` is how its bytes become a content, with the languages that this one has."""
        self.path = path
        """The file, as the user named it."""
        self.format = format
        """The name of its format, one of `passages.bitext.FORMATS`."""
        self.encoding = encoding
        """Python's name of its codec."""
        self.data = data
        """Its bytes."""
        self.source_language = content.source_language
        """BCP 47 tag of the sources; None where nothing says it."""
        self.target_language = content.target_language
        """BCP 47 tag of the targets; None where nothing says it."""
        self.can = content.can
        """What of a pair besides its target the file can be told: `state` (whether it needs work), `approval` (whether it is approved, too), `note`,
        `structure` (merged, split, with another source)."""
        self.pairs: Sequence[Pair] = Pairs(content)
        """All pairs in the file's order."""
        self._content = content
        self._read = read

    @property
    def digest(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal: tells whether it has changed since it was read."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()

    def text_fault(self, pair: Pair, text: str) -> Message | None:
        """Why a text cannot be written as the target of a pair of this file, in a sentence for the editor; None where it can."""
        return self._content.fault(pair, text)

    def to_bytes(self, changes: Mapping[str, PairChange] = _NOTHING) -> bytes:
        """The file's bytes with the changes made, by the keys of their pairs; without any the identical bytes.

        Raises:
            ValueError: for an unknown key, and for a change that the file cannot be told (see `can`).
            DocumentError: for a text that the format or the encoding cannot hold.
        """
        wanted = self._wanted(changes) if changes else {}
        if not wanted:
            return self.data
        data = self._content.spliced(wanted)
        if data != self.data:
            self._prove(data, wanted)
        return data

    def _wanted(self, changes: Mapping[str, PairChange]) -> dict[int, PairChange]:
        """The changes by index, without those that change nothing."""
        at = {key: index for index, key in enumerate(self._content.keys) if key in changes}
        unknown = next((key for key in changes if key not in at), None)
        if unknown is not None:
            raise ValueError(f"{self.path} has no pair {unknown!r}")
        wanted: dict[int, PairChange] = {}
        for key, index in sorted(at.items(), key=lambda item: item[1]):
            pair = self._content.pair(index)
            change = self._effective(pair, changes[key])
            if change != PairChange(codes=change.codes):
                self._allow(pair, change)
                wanted[index] = change
        return wanted

    def _effective(self, pair: Pair, change: PairChange) -> PairChange:
        return replace(
            change,
            target=None if change.target == pair.target else change.target,
            source=None if change.source == pair.source else change.source,
            state=None if change.state is None or (state := heard(self.can, change.state, pair.state)) is pair.state else state,
            note=change.note if NOTE in self.can else None,
            codes=self._content.adopted(pair, change.codes) if change.codes else (),
        )

    def _allow(self, pair: Pair, change: PairChange) -> None:
        """Refuse what the file cannot be told."""
        if STRUCTURE not in self.can and (change.source is not None or change.removed or change.followers):
            raise ValueError(f"the pairs of {self.path} cannot be merged, split or given another source")
        if pair.locked and (change.target is not None or change.removed or change.followers):
            raise ValueError(f"pair {pair.key!r} of {self.path} may not be changed")
        if change.removed:
            return
        known = replace(pair, target_codes=(*pair.target_codes, *change.codes)) if change.codes else pair
        texts = (change.source, change.target, *(text for one in change.followers for text in (one.source, one.target)))
        for text in texts:
            fault = self._content.fault(known, text) if text is not None else None
            if fault is not None:
                raise DocumentError(self.path, at_line(pair.line, fault), "change the text and save again")

    def _prove(self, data: bytes, wanted: Mapping[int, PairChange]) -> None:
        """Read the new bytes and hold them against what was asked: nothing is written that would be read otherwise."""
        content = self._read(data)
        expected = list(self._expected(wanted))
        pairs = len(self._content.keys) + sum(len(change.followers) - change.removed for change in wanted.values())
        if len(content.keys) != pairs or any(_said(content.pair(index)) != said for index, said in expected):
            raise DocumentError(self.path, "what would be written would not be read as it was meant", "keep a copy of it, and report this")

    def _expected(self, wanted: Mapping[int, PairChange]) -> Iterable[tuple[int, tuple[str, str]]]:
        """Where each changed pair will stand, and what it will say."""
        moved = 0
        for index, change in sorted(wanted.items()):
            pair = self._content.pair(index)
            sides = known_codes(pair, change.codes)
            source, target = _said(pair)
            if change.removed:
                moved -= 1
            else:
                yield (
                    index + moved,
                    (
                        source if change.source is None else _spelled(change.source, sides[0]),
                        target if change.target is None else _spelled(change.target, sides[1]),
                    ),
                )
            for one in change.followers:
                moved += 1
                yield index + moved, (_spelled(one.source, sides[0]), _spelled(one.target, sides[1]))


def heard(can: Collection[str], state: PairState, before: PairState) -> PairState:
    """What a file that can be told so much says of a pair once it was told this state: a PO file has no word for approved."""
    if STATE not in can:
        return before
    return PairState.UNREVIEWED if state is PairState.APPROVED and APPROVAL not in can else state


def at_line(line: int | None, problem: str) -> Message:
    """A problem with the line that it stands on, where that is known."""
    said = Message.of(problem)
    return said if not line else Message("line {line}: {problem}", line=line, problem=said)


def _said(pair: Pair) -> tuple[str, str]:
    return spelled_out(pair.source, pair.source_codes), spelled_out(pair.target, pair.target_codes)


def _spelled(text: str, codes: Sequence[InlineCode]) -> str:
    return spelled_out(text, codes_in(text, codes))
