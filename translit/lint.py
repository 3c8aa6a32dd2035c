"""What is wrong with a scheme file, every fault with its line; docs/systems.md lists the codes.

Owns the questions about sense (can this rule ever apply? is every letter covered? do the samples come out?). Shape is
`reading`’s, and its faults are given too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from translit.engine import Engine
from translit.errors import SchemeError
from translit.faults import Fault
from translit.lines import key_lines, line_of
from translit.loading import SCHEMES, read_file, read_text
from translit.message import Message
from translit.prepared import prepare
from translit.scheme import LETTER, START, Condition, Rule, Scheme
from translit.scripts import SCRIPTS, is_letter, script_of


def lint(path: str | Path, schemes: Path = SCHEMES) -> list[Fault]:
    """Every fault of a scheme file, in the order of its lines; an empty list for a sound one.

    Raises:
        SchemeError: where there is no such file or it cannot be read.
    """
    path = Path(path)
    try:
        text = read_text(path)
    except SchemeError as error:
        if "UTF-8" in error.problem:
            return [Fault(1, "encoding", Message("{problem}; {remedy}", problem=error.problem, remedy=error.remedy))]
        raise
    scheme, faults = read_file(path, schemes)
    if scheme is None:
        return faults
    linter = _Linter(scheme, path.stem, key_lines(text))
    return sorted({*faults, *linter.faults()})


class _Linter:
    """One scheme under examination."""

    def __init__(self, scheme: Scheme, stem: str, lines: dict[tuple[str, ...], int]) -> None:
        self.scheme = scheme
        self.stem = stem
        self.lines = lines

    def at(self, where: tuple[str, ...], code: str, message: str) -> Fault:
        """A fault with its line."""
        return Fault(line_of(self.lines, where), code, message)

    def faults(self) -> Iterable[Fault]:
        """All faults of sense."""
        yield from self.identity()
        for name, items in self.scheme.classes.items():
            if ("classes", name) in self.lines:
                yield from self.lower_case(("classes", name), "".join(items))
        for key, rule in self.scheme.rules.items():
            if ("rules", key) in self.lines:
                yield from self.rule(("rules", key), rule)
        for option in self.scheme.options.values():
            for key, rule in option.rules.items():
                if rule is not None:
                    yield from self.rule(("options", option.name, "rules", key), rule)
            for written in option.output.values():
                yield from self.output(("options", option.name, "output"), written)
        yield from self.coverage()
        yield from self.samples()

    def identity(self) -> Iterable[Fault]:
        """The id and the file name."""
        head = self.scheme.head
        if head.id != self.stem:
            yield self.at(
                ("id",), "id", Message("the id “{id}” is not the file name “{stem}”; make them the same", id=head.id, stem=self.stem)
            )
        if f"-{head.source_script}-{head.target_script}" not in head.id:
            yield self.at(
                ("id",),
                "id",
                Message(
                    "the id does not hold “-{source_script}-{target_script}”, as ids in the manner of ISO 24229 do",
                    source_script=head.source_script,
                    target_script=head.target_script,
                ),
            )

    def lower_case(self, where: tuple[str, ...], text: str) -> Iterable[Fault]:
        """Capitals where there must be none."""
        if capitals := "".join(sorted({character for character in text if character.isupper() or character.istitle()})):
            yield self.at(
                where,
                "case",
                Message("“{capitals}” is in capitals; tables are in lower case, and the engine writes the capitals", capitals=capitals),
            )

    def rule(self, where: tuple[str, ...], rule: Rule) -> Iterable[Fault]:
        """One rule: its key, its outputs, and whether each alternative can be reached."""
        source, target = self.scheme.head.source_script, self.scheme.head.target_script
        yield from self.lower_case(where, rule.key)
        hidden = [character for character in rule.key if character in self.scheme.equivalents]
        if hidden:
            read_as = self.scheme.equivalents[hidden[0]]
            yield self.at(
                where,
                "unreachable",
                Message("“{hidden}” is read as “{read_as}” by [equivalents]; write the key with that", hidden=hidden[0], read_as=read_as),
            )
        for character in rule.key:
            script = script_of(character)
            if is_letter(character) and script in SCRIPTS and script != source:
                name = unicodedata.name(character, "?")
                yield self.at(
                    where,
                    "script",
                    Message("“{character}” in the key is {name}, not a letter of {source}", character=character, name=name, source=source),
                )
        for alternative in rule.alternatives:
            yield from self.output(where, alternative.output)
            if source == target:
                continue
            yield from (
                self.at(where, "script", Message("“{item}” in a context is not of {source}", item=item, source=source))
                for item in _items(alternative.condition)
                if any(script_of(c) == target and is_letter(c) for c in item if item != LETTER)
            )
        yield from self.reach(where, rule)

    def output(self, where: tuple[str, ...], output: str) -> Iterable[Fault]:
        """One output."""
        source, target = self.scheme.head.source_script, self.scheme.head.target_script
        if self.scheme.case != "none":
            yield from self.lower_case(where, output)
        for character in output:
            if source != target and script_of(character) == source and is_letter(character) and character not in self.scheme.borrowed:
                name = unicodedata.name(character)
                yield self.at(
                    where,
                    "script",
                    Message(
                        "the output “{output}” holds {name}, a letter of the source script; where that is meant, name it in “borrowed”",
                        output=output,
                        name=name,
                    ),
                )
        if output and unicodedata.category(output[0]).startswith("M") and script_of(output[0]) is None:
            yield self.at(
                where, "mark", Message("the output “{output}” begins with a combining mark; write the letter with it", output=output)
            )

    def reach(self, where: tuple[str, ...], rule: Rule) -> Iterable[Fault]:
        """Alternatives that can never be taken."""
        for number, later in enumerate(rule.alternatives):
            if _contradicts(later.condition):
                yield self.at(where, "unreachable", Message("the conditions for “{output}” exclude each other", output=later.output))
            for earlier in rule.alternatives[:number]:
                if earlier.condition == later.condition:
                    again = (
                        Message("again")
                        if earlier.output == later.output
                        else Message("after “{output}” in the same place", output=earlier.output)
                    )
                    yield self.at(
                        where, "duplicate", Message("“{output}” stands {again}; the first wins", output=later.output, again=again)
                    )
                elif _implies(later.condition, earlier.condition):
                    yield self.at(
                        where,
                        "unreachable",
                        Message(
                            "“{output}” can never be taken: wherever it holds, “{earlier}” comes first",
                            output=later.output,
                            earlier=earlier.output,
                        ),
                    )
                else:
                    continue
                break

    def coverage(self) -> Iterable[Fault]:
        """Letters of the alphabet that no rule covers everywhere."""
        where = ("alphabet",)
        if not self.scheme.alphabet:
            yield self.at(where, "missing-key", "“alphabet” is missing: which letters does the system claim?")
        yield from self.lower_case(where, "".join(self.scheme.alphabet))
        seen: set[str] = set()
        for letter in self.scheme.alphabet:
            if letter in seen:
                yield self.at(where, "duplicate", Message("the letter “{letter}” stands twice in the alphabet", letter=letter))
            seen.add(letter)
        for options in ((), *((name,) for name in self.scheme.options)):
            engine = Engine(self.scheme, options)
            for letter in self.scheme.alphabet:
                if self.scheme.syllabic:
                    if not engine.letters.covered.issuperset(letter):
                        yield self.at(where, "uncovered", Message("no syllable holds “{letter}”", letter=letter))
                    continue
                if (place := _uncovered(engine, letter, self.scheme.alphabet)) is not None:
                    under = Message(" under option “{option}”", option=options[0]) if options else ""
                    example = (
                        Message("everywhere{under}", under=under)
                        if place == letter
                        else Message("in “{place}”{under}", place=place, under=under)
                    )
                    yield self.at(where, "uncovered", Message("no rule covers “{letter}” {example}", letter=letter, example=example))

    def samples(self) -> Iterable[Fault]:
        """Samples that come out differently."""
        if not self.scheme.samples:
            yield self.at(
                (),
                "no-sample",
                "no sample: add names from the standard to [samples.official], or worked out by its rules to [samples.derived]",
            )
        for sample in self.scheme.samples:
            made = Engine(self.scheme, sample.options).trace(sample.source)
            under = Message(" with {options}", options=", ".join(sample.options)) if sample.options else ""
            where = ("samples", sample.kind, sample.source)
            if made.text != sample.target:
                yield self.at(
                    where,
                    "sample",
                    Message(
                        "“{source}” gives “{text}”{under}, expected “{target}”",
                        source=sample.source,
                        text=made.text,
                        under=under,
                        target=sample.target,
                    ),
                )
            elif made.unknown:
                letters = ", ".join(kept.text for kept in made.unknown)
                yield self.at(
                    where,
                    "sample",
                    Message("“{source}” holds letters that no rule covers: {letters}", source=sample.source, letters=letters),
                )


def _items(condition: Condition) -> Iterable[str]:
    """Every item of a condition."""
    for items in (condition.after, condition.before, condition.not_after, condition.not_before, condition.word, condition.not_word):
        yield from items


def _contradicts(condition: Condition) -> bool:
    """True where a condition can never hold: all that may stand there must not."""
    return any(
        wanted and set(wanted) <= set(refused)
        for wanted, refused in (
            (condition.after, condition.not_after),
            (condition.before, condition.not_before),
            (condition.word, condition.not_word),
        )
    )


def _implies(stronger: Condition, weaker: Condition) -> bool:
    """True where one condition holds wherever another does, as far as their items tell."""
    wanted = ((stronger.after, weaker.after), (stronger.before, weaker.before), (stronger.word, weaker.word))
    refused = ((stronger.not_after, weaker.not_after), (stronger.not_before, weaker.not_before), (stronger.not_word, weaker.not_word))
    return all(not weak or (strong and set(strong) <= set(weak)) for strong, weak in wanted) and all(
        set(weak) <= set(strong) for strong, weak in refused
    )


def _uncovered(engine: Engine, letter: str, alphabet: tuple[str, ...]) -> str | None:
    """A shortest text over the alphabet in which some character of a letter is left without a rule; None where there is none."""
    if all(_everywhere(engine.rules.get(character)) for character in letter) or _everywhere(engine.rules.get(letter)):
        return None
    around = ("", *alphabet)
    for before in around:
        for after in around:
            text = before + letter + after
            prepared = prepare(text, engine.letters)
            index, end = len(before), len(before) + len(letter)
            if len(prepared.folded) != len(text):
                continue
            if any(_covers_from_before(engine, prepared.folded, at, index) for at in range(index)):
                continue
            while index < end:
                key, _ = engine.match(prepared, index)
                if not key:
                    return text
                index += len(key)
    return None


def _covers_from_before(engine: Engine, folded: str, at: int, index: int) -> bool:
    """True where a key that begins before an index may reach over it."""
    return any(folded.startswith(key, at) and at + len(key) > index for key in engine.rules if key != START)


def _everywhere(rule: Rule | None) -> bool:
    """True for a rule with an alternative that always holds."""
    return rule is not None and any(not alternative.condition for alternative in rule.alternatives)
