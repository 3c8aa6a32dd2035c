"""What discovery says: names with their spellings, plain data for whoever prints, writes or decides.

Owns the values only. Counts are occurrences in the texts; documents are named as they were given.
"""

from __future__ import annotations

from enum import StrEnum

from glossary.discover_name import Sample
from translit.message import Message
from translit.values import value


class Standing(StrEnum):
    """How sure it is that a spelling belongs to its name."""

    HEADWORD = "headword"
    """The spelling that is proposed as the name."""
    KNOWN = "known"
    """The glossary has it."""
    FORM = "form"
    """A grammatical form of another spelling; not to be replaced by the name as written."""
    SURE = "sure"
    """Another spelling of the name."""
    DOUBTFUL = "doubtful"
    """Perhaps; for a reviewer to decide."""


@value
class Member:
    """One spelling of a name."""

    text: str
    """As it stands in the texts."""
    standing: Standing
    """How sure."""
    type: str
    """name, short (a part that stands for the whole) or abbreviation, as a glossary has it."""
    language: str
    """BCP 47 subtag: of the documents it mostly stands in; empty where it is not known."""
    script: str
    """ISO 15924 code."""
    chance: float
    """Likeness to the headword, from 0 to 1; 1 for the headword itself and for what is not a matter of likeness."""
    count: int
    """How often it stands in all documents; 0 for a name of the glossary that the texts do not have."""
    documents: tuple[tuple[str, int], ...]
    """Document and how often it stands there, in the order of the documents."""
    reasons: tuple[Message, ...]
    """Why it belongs there, a sentence each; empty for the headword."""
    samples: tuple[Sample, ...]
    """A few passages."""


@value
class Family:
    """One name with its spellings."""

    headword: str
    """The name proposed, by the policy of `discover_headword`."""
    concept: str | None
    """The id of the glossary's concept that it is; None for a new one."""
    members: tuple[Member, ...]
    """The headword first, then by how sure and how frequent; not empty."""
    notes: tuple[Message, ...] = ()
    """What a reviewer should know: a woman's name beside a man's, another name that is like it."""
    kind: str = "other"
    """place, person, organisation or other: the glossary’s, else a guess."""
    kind_reason: Message | None = None
    """What the guess rests on; None where there is none."""

    @property
    def count(self) -> int:
        """How often it stands in the texts, in any spelling."""
        return sum(member.count for member in self.members)

    @property
    def varies(self) -> bool:
        """Whether it has two spellings in one script that are no forms of each other."""
        kinds = [(member.script, member.type) for member in self.members if member.standing is not Standing.FORM and member.count]
        return len(set(kinds)) < len(kinds)

    @property
    def open(self) -> bool:
        """Whether there is anything to decide: a doubtful spelling, several of a new name, or one that is new to a known name."""
        standings = {member.standing for member in self.members if member.count}
        if Standing.DOUBTFUL in standings:
            return True
        return Standing.SURE in standings if self.concept is not None else self.varies


@value
class Discovery:
    """The names of some texts."""

    documents: tuple[str, ...]
    """The documents, in their order."""
    families: tuple[Family, ...]
    """The names: those with something to decide first, then by frequency."""
    notes: tuple[Message, ...] = ()
    """What a reviewer should know of the whole: that there are too many names to compare them all."""

    @property
    def open(self) -> tuple[Family, ...]:
        """Those with something to decide."""
        return tuple(family for family in self.families if family.open)

    @property
    def varying(self) -> tuple[Family, ...]:
        """Those with several spellings, to be decided or not."""
        return tuple(family for family in self.families if family.open or family.varies)
