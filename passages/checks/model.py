"""What the checks of pairs say: findings with their fixes, and the row that describes a check. Plain data; nothing is judged here.

A finding speaks of one side of one pair and counts code points of that side's text as the pair has it. Every fix changes the target: nobody
mends the original in a review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from glossary.findings import Edit, Severity, apply_edits
from passages.pair import Side
from translit.message import Message
from translit.values import value

if TYPE_CHECKING:
    from passages.checks.reading import Reading


@value
class Fix:
    """One way to mend the target."""

    label: str
    """What stands there afterwards, short: the right name, the missing bracket."""
    edits: tuple[Edit, ...]
    """What to replace, in code points of the target; at least one, apart from each other."""

    def applied(self, target: str) -> str:
        """The target with the fix made.

        Raises:
            ValueError: where the target is not the one the finding was made of and is too short for it.
        """
        return apply_edits(target, self.edits)


@value
class PairFinding:
    """One thing said about one side of a pair."""

    code: str
    """Stable name of the check: one of `CHECKS`."""
    severity: Severity
    """How bad."""
    side: Side
    """The side that `start`, `end` and `text` speak of."""
    start: int
    """First code point; with `end` 0 where the finding is about the whole text."""
    end: int
    """One past the last."""
    text: str
    """What stands there; empty where the finding is about the whole text."""
    said: Message
    """One sentence for a translator, without a full stop; remembers its English template and its values."""
    reason: str = ""
    """Why; may be empty."""
    concept: str = ""
    """The id of the concept, for a finding about a name; else empty."""
    preferred: str = ""
    """The name to use, in its plain form, for a finding about a name; else empty."""
    fixes: tuple[Fix, ...] = ()
    """The ways to mend it, the likeliest first."""
    about: str = ""
    """What it is about where `text` does not say it: the number that is missing. Tells findings of one check apart."""
    number: int = 0
    """How many findings before it in its pair are the same but for their place."""

    def numbered(self, number: int) -> PairFinding:
        """The same finding with another running number."""
        changed: Any = self  # a value knows how to make a changed copy of itself
        return changed.__replace__(number=number)

    @property
    def message(self) -> str:
        """The sentence's English template, with `{placeholders}`."""
        return self.said.template

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What the placeholders of `message` stand for."""
        return tuple((name, str(item)) for name, item in self.said.values.items())

    @property
    def same(self) -> tuple[str, ...]:
        """What makes two findings of one pair the same but for their place."""
        return self.code, self.side, self.concept, self.text or self.about

    @property
    def fingerprint(self) -> str:
        """Tells it from every other finding of its pair, and stays while the words it speaks of stay: what a dismissal remembers.

        24 hexadecimal digits over code, side, concept, text and running number; neither the place nor the wording of the message counts.
        """
        from hashlib import blake2b

        said = "\0".join((*self.same, str(self.number)))
        return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Check:
    """One check, as a row of `CHECKS`."""

    code: str
    """The stable name: lower-case letters and hyphens."""
    severity: Severity
    """How bad its findings are, unless a finding says otherwise."""
    title: Message
    """A line that says what was found, without a full stop."""
    help: Message
    """What it means and what to do: whole sentences."""
    function: Callable[[Reading], Iterable[PairFinding]]
    """Gives the findings."""
    alone: bool = False
    """True where it looks at the target only, and so serves for a text that is no translation."""
    document: bool = False
    """True where it needs the other pairs of the document (`Reading.document`)."""
    optional: bool = False
    """True where it is a matter of style that must be asked for (`CheckContext.enabled`)."""
