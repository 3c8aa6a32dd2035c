"""What can go wrong in `translit`, said once: a scheme that cannot be read, a system nobody knows, a letter no rule covers.

Every message names the file or the letter and the remedy. Nothing here knows how a scheme is read or run.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.message import Message, either, joined


class SchemeError(Exception):
    """A scheme file that cannot be used as it stands."""

    def __init__(self, source: str, line: int | None, problem: str, remedy: str) -> None:
        """Keep the parts; the message is `source:line: problem; remedy`."""
        self.source = source
        """The file, as it was named."""
        self.line = line
        """The line in it, from 1; None where it concerns the whole file."""
        self.problem = Message.of(problem)
        """What is wrong, without a full stop."""
        self.remedy = Message.of(remedy)
        """What to do, without a full stop."""
        where = source if line is None else f"{source}:{line}"
        super().__init__(Message("{where}: {problem}; {remedy}", where=where, problem=self.problem, remedy=self.remedy))


class UnknownSystemError(LookupError):
    """An id, or an option of a system, that does not exist; the message names the nearest ones."""

    def __init__(self, problem: str, suggestions: Sequence[str], remedy: str) -> None:
        """Keep the parts; the message is `problem (did you mean …?); remedy`."""
        self.suggestions = tuple(suggestions)
        """The nearest names there are, best first."""
        hint = Message(" (did you mean {names}?)", names=either(suggestions)) if suggestions else ""
        super().__init__(Message("{problem}{hint}; {remedy}", problem=Message.of(problem), hint=hint, remedy=Message.of(remedy)))


class UncoveredError(ValueError):
    """Raised with `strict=True`: the text holds letters that no rule of the system covers."""

    def __init__(self, system: str, letters: Sequence[tuple[int, str]]) -> None:
        """Take the letters with their places (code points of the input, from 0)."""
        self.system = system
        """The id of the system."""
        self.letters = tuple(letters)
        """Each letter with its place."""
        shown = [
            Message("{letter} (U+{code:04X}) at {place}", letter=letter, code=ord(letter[0]), place=place) for place, letter in letters[:5]
        ]
        more = len(letters) - len(shown)
        super().__init__(
            Message(
                "{system} has no rule for {letters}{more}; choose a system for this language, or leave strict off to keep them as they are",
                system=system,
                letters=joined(", ", shown),
                more=Message.counted(" and {n} more", " and {n} more", more) if more else "",
            )
        )
