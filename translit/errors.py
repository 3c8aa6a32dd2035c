"""What can go wrong in `translit`, said once: a scheme that cannot be read, a system nobody knows, a letter no rule covers.

Every message names the file or the letter and the remedy. Nothing here knows how a scheme is read or run.
"""

from __future__ import annotations

from collections.abc import Sequence


class SchemeError(Exception):
    """A scheme file that cannot be used as it stands."""

    def __init__(self, source: str, line: int | None, problem: str, remedy: str) -> None:
        """Keep the parts; the message is `source:line: problem; remedy`."""
        self.source = source
        """The file, as it was named."""
        self.line = line
        """The line in it, from 1; None where it concerns the whole file."""
        self.problem = problem
        """What is wrong, without a full stop."""
        self.remedy = remedy
        """What to do, without a full stop."""
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {problem}; {remedy}")


class UnknownSystemError(LookupError):
    """An id, or an option of a system, that does not exist; the message names the nearest ones."""

    def __init__(self, problem: str, suggestions: Sequence[str], remedy: str) -> None:
        """Keep the parts; the message is `problem (did you mean …?); remedy`."""
        self.suggestions = tuple(suggestions)
        """The nearest names there are, best first."""
        hint = f" (did you mean {' or '.join(suggestions)}?)" if suggestions else ""
        super().__init__(f"{problem}{hint}; {remedy}")


class UncoveredError(ValueError):
    """Raised with `strict=True`: the text holds letters that no rule of the system covers."""

    def __init__(self, system: str, letters: Sequence[tuple[int, str]]) -> None:
        """Take the letters with their places (code points of the input, from 0)."""
        self.system = system
        """The id of the system."""
        self.letters = tuple(letters)
        """Each letter with its place."""
        shown = ", ".join(f"{letter} (U+{ord(letter[0]):04X}) at {place}" for place, letter in letters[:5])
        more = f" and {len(letters) - 5} more" if len(letters) > 5 else ""
        super().__init__(
            f"{system} has no rule for {shown}{more}; choose a system for this language, or leave strict off to keep them as they are"
        )
