"""The one error a glossary file can give: what is wrong, where, and what to do about it."""

from __future__ import annotations

from translit.message import Message


class GlossaryError(Exception):
    """A glossary that cannot be used as it stands."""

    def __init__(self, source: str, line: int | None, problem: str, remedy: str) -> None:
        """Keep the parts; the message is `source:line: problem; remedy`."""
        self.source = source
        """The file, as the user named it."""
        self.line = line
        """The line in it, from 1; None where it concerns the whole file."""
        self.problem = Message.of(problem)
        """What is wrong, without a full stop."""
        self.remedy = Message.of(remedy)
        """What to do, without a full stop."""
        where = source if line is None else f"{source}:{line}"
        super().__init__(Message("{where}: {problem}; {remedy}", where=where, problem=self.problem, remedy=self.remedy))
