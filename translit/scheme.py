"""What a romanization system says: its head, rules, contexts, options and samples, as plain values.

Owns the model only. Reading it from TOML is `reading`, checking it `lint`, running it `engine`.
"""

from __future__ import annotations

from translit.values import field, value

START = "^"
"""The item that stands for the beginning of a word; as a key, the place before its first letter."""
END = "$"
"""The item that stands for the end of a word."""
LETTER = "@letter"
"""The item that stands for any letter."""

STATUSES = ("official", "practice", "observed")
CASES = ("source", "title", "none")
KINDS = ("official", "derived", "observed")


@value
class Condition:
    """Where an alternative holds; every field that is not empty must be met. Items are letters, `^`, `$` or `@letter`; classes are expanded."""

    after: tuple[str, ...] = ()
    """One of these stands directly before the key."""
    before: tuple[str, ...] = ()
    """One of these stands directly after the key."""
    not_after: tuple[str, ...] = ()
    """None of these stands directly before the key."""
    not_before: tuple[str, ...] = ()
    """None of these stands directly after the key."""
    word: tuple[str, ...] = ()
    """The word holds one of these."""
    not_word: tuple[str, ...] = ()
    """The word holds none of these."""

    def __bool__(self) -> bool:
        """True where anything is asked for."""
        return bool(self.after or self.before or self.not_after or self.not_before or self.word or self.not_word)


@value
class Alternative:
    """One output of a rule and where it holds."""

    output: str
    """What is written, in lower case and NFC; may be empty."""
    condition: Condition
    """Where; empty for everywhere."""
    source: str
    """Key of the scheme's sources."""


@value
class Rule:
    """A key and its alternatives, of which the first that holds is taken."""

    key: str
    """Source letters in lower case and NFC, or `^`."""
    alternatives: tuple[Alternative, ...]
    """Not empty."""


@value
class Option:
    """An alternative that the standard allows beside its default."""

    name: str
    """How it is asked for."""
    note: str
    """What it does and where the standard allows it."""
    rules: dict[str, Rule | None]
    """Rules that replace those of the same key or are added; None removes one."""
    output: dict[str, str]
    """Replacements in the outputs of all rules, done when the system is compiled."""
    case: str | None
    """The case policy, where it is another one."""


@value
class Sample:
    """A name and how the system writes it."""

    source: str
    """The name in the source script."""
    target: str
    """What comes out."""
    kind: str
    """official (printed in the standard), derived (worked out by its rules) or observed (seen in use)."""
    options: tuple[str, ...]
    """The options it asks for."""


@value
class Head:
    """What a system says of itself before its tables: enough to list it."""

    id: str
    """In the manner of ISO 24229: bgnpcgn-kaz-Cyrl-Latn-1979."""
    title: str
    """For people."""
    authority: str
    """Who published it, or whose practice it is."""
    year: int | None
    """The year of the edition; None for a practice without one."""
    languages: tuple[str, ...]
    """BCP 47 subtags."""
    source_script: str
    """ISO 15924."""
    target_script: str
    """ISO 15924."""
    status: str
    """official, practice or observed."""
    notes: str = ""
    """What the standard leaves open, and what was chosen."""
    extends: str | None = None
    """The id of the system it begins with."""


@value
class Scheme:
    """A whole system."""

    head: Head
    """What it says of itself."""
    case: str
    """The case policy: source, title or none."""
    dotted_i: bool
    """True where Latin i has the capital İ, and ı has I."""
    alphabet: tuple[str, ...]
    """The letters it claims, lower case."""
    syllabic: bool
    """True where keys are whole syllables, so that letters by themselves need no rule."""
    borrowed: frozenset[str]
    """Letters of the source script that outputs hold on purpose (the θ of phonetic alphabets)."""
    sources: dict[str, str]
    """Citations by their keys; the first is that of every rule that names none."""
    classes: dict[str, tuple[str, ...]]
    """Named sets of items, expanded."""
    equivalents: dict[str, str]
    """For each character read as another, the one that the rules speak of."""
    rules: dict[str, Rule]
    """By key."""
    options: dict[str, Option]
    """By name."""
    samples: tuple[Sample, ...]
    """In the order of the file."""
    origin: str = field(default="", compare=False)
    """The file it was read from, for messages."""
