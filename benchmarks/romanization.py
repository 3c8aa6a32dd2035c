"""Per system, how many rows of the romanization vectors come out right: ours and others’, strictly and with apostrophes folded.

    python benchmarks/romanization.py [DATA.jsonl] [-o benchmarks/romanization.md] [--no-rivals]

A row is {"system", "lang", "source", "expected", "disputed", …}. Rows under another name are answered by the system of which it is an alias;
`romanization_options.toml` names the options that a row system has beyond ours of the same id; `romanization_refused.toml` holds a reason for each undisputed row that we refuse because the standard says otherwise.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import romanization_rivals as rivals  # noqa: E402 -- the script runs from any directory

from translit import romanize, systems  # noqa: E402
from translit.registry import REGISTRY  # noqa: E402

DATA = HERE.parent.parent / "shared" / "data" / "romanization.jsonl"
"""Where the vectors lie by default: the folder `shared` beside the checkout."""

_SINGLE = "’ʹʼ‘ʻ`´ʿʾ′ʽ"
_DOUBLE = "”“″ʺ"
FOLDED = str.maketrans(dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"'))
"""Apostrophes, primes and half rings, which sources confuse, to the two ASCII marks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One vector."""

    system: str
    """As the data name it."""
    language: str
    """ISO 639-3."""
    source: str
    expected: str
    """In NFC, without white space at the ends."""
    disputed: bool
    """True where the data name a fault of the row."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which of our systems answers a row system."""

    id: str
    options: tuple[str, ...] = ()


class Refusals:
    """The reasons for rows that we refuse: by source, or by a pattern on what the row expects."""

    def __init__(self, table: Mapping[str, Mapping[str, str]]) -> None:
        """Take the tables of `romanization_refused.toml`: system → source, or “~pattern”, → reason."""
        self._table = {
            system: {unicodedata.normalize("NFC", key): why for key, why in reasons.items()} for system, reasons in table.items()
        }

    def reason(self, row: Row) -> str | None:
        """Why a row is refused; None where it is not."""
        reasons = self._table.get(row.system, {})
        if (why := reasons.get(unicodedata.normalize("NFC", row.source))) is not None:
            return why
        return next((why for key, why in reasons.items() if key.startswith("~") and re.search(key[1:], row.expected)), None)


def read_rows(path: Path) -> list[Row]:
    """All vectors of a JSON Lines file."""
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        made = json.loads(line)
        rows.append(Row(made["system"], made["lang"], made["source"], plain(made["expected"]), bool(made["disputed"])))
    return rows


def plain(text: str) -> str:
    """In NFC, without white space at the ends: what is compared."""
    return unicodedata.normalize("NFC", text).strip()


def folded(text: str) -> str:
    """With one single and one double apostrophe."""
    return text.translate(FOLDED)


def read_targets(names: Iterable[str]) -> dict[str, Target]:
    """Row system → our system, for the row systems that one of ours answers."""
    table = tomllib.loads((HERE / "romanization_options.toml").read_text(encoding="utf-8"))["options"]
    shipped = {system.id for system in systems()}
    targets: dict[str, Target] = {}
    for name in names:
        if name in shipped or name in REGISTRY.aliases:
            system = REGISTRY.find(name)
            targets[name] = Target(system.id, (*system.options, *table.get(name, ())))
    return targets


def read_refusals() -> Refusals:
    """The refused rows."""
    return Refusals(tomllib.loads((HERE / "romanization_refused.toml").read_text(encoding="utf-8")))


def ours(row: Row, target: Target) -> str:
    """What our system makes of a row."""
    return plain(romanize(row.source, target.id, options=target.options))


def failures(rows: Iterable[Row], targets: Mapping[str, Target], refusals: Refusals) -> list[tuple[Row, str]]:
    """The undisputed rows, not refused, of a shipped system that do not come out right even with apostrophes folded; with what comes out."""
    wrong: list[tuple[Row, str]] = []
    for row in rows:
        if row.disputed or row.system not in targets:
            continue
        made = ours(row, targets[row.system])
        if folded(made) != folded(row.expected) and refusals.reason(row) is None:
            wrong.append((row, made))
    return wrong


@dataclass(slots=True)
class Score:
    """How many of a system's undisputed rows come out right."""

    asked: int = 0
    strict: int = 0
    folded: int = 0

    def add(self, made: str, expected: str) -> None:
        """Count one row."""
        self.asked += 1
        self.strict += made == expected
        self.folded += folded(made) == folded(expected)

    def __add__(self, other: Score) -> Score:
        return Score(self.asked + other.asked, self.strict + other.strict, self.folded + other.folded)


def percent(part: int, whole: int) -> str:
    """A share for the table; never rounded up to 100."""
    if not whole:
        return "–"
    return "100" if part == whole else f"{min(99.9, 100 * part / whole):.1f}"


def measure_rivals(rows: Sequence[Row]) -> tuple[dict[str, dict[str, Score]], dict[str, str]]:
    """Program → row system → score; and what to say of each program (its version, or why it is absent)."""
    asked = [(row.system, row.language, row.source) for row in rows]
    scores: dict[str, dict[str, Score]] = {}
    said: dict[str, str] = {}
    for program in rivals.PROGRAMS:
        number = rivals.version(program)
        if number is None:
            said[program] = "not installed, not measured"
            continue
        try:
            answers = rivals.run(program, asked)
        except RuntimeError as error:
            said[program] = f"{number}: could not be run ({error})"
            continue
        said[program] = number
        table = scores.setdefault(program, {})
        for row, answer in zip(rows, answers, strict=True):
            if answer is not None:
                table.setdefault(row.system, Score()).add(plain(answer), row.expected)
    return scores, said


def report(rows: Sequence[Row], *, with_rivals: bool = True) -> str:
    """The whole Markdown file."""
    names = sorted({row.system for row in rows})
    targets, refusals = read_targets(names), read_refusals()
    undisputed = [row for row in rows if not row.disputed]
    mine: dict[str, Score] = {name: Score() for name in targets}
    refused = dict.fromkeys(names, 0)
    for row in undisputed:
        if (target := targets.get(row.system)) is not None:
            made = ours(row, target)
            mine[row.system].add(made, row.expected)
            refused[row.system] += folded(made) != folded(row.expected) and refusals.reason(row) is not None
    scores, said = measure_rivals(undisputed) if with_rivals else ({}, {})
    programs = [program for program in rivals.PROGRAMS if program in scores]
    lines = [
        "# Romanization: rows per system",
        "",
        "Made by `python benchmarks/romanization.py`; see there for what a row is. *strict*: equal in NFC; *folded*: equal after all kinds of",
        "apostrophes, primes and half rings are taken for one. Percentages are of **all undisputed rows**; *refused* counts the rows among the wrong ones for",
        "which `romanization_refused.toml` gives a reason (the standard says otherwise, or the row needs a dictionary), *of the rest* is folded % without",
        "them. Most rows with a BGN/PCGN system are the output of ICU as Unicode CLDR keeps it, faults included: there PyICU is compared with itself.",
        "The columns of other programs are folded percentages, where the program has a comparable system (or one way for everything).",
        "",
        "| row system | ours | rows | undisputed | strict % | folded % | refused | of the rest % |"
        + "".join(f" {program} |" for program in programs),
        "|---|---|--:|--:|--:|--:|--:|--:|" + "--:|" * len(programs),
    ]
    total, all_refused = Score(), 0
    for name in names:
        if name not in targets:
            continue
        score, target = mine[name], targets[name]
        label = "same" if target == Target(name) else f"`{target.id}`" + "".join(f" +{option}" for option in target.options)
        held = sum(row.system == name for row in rows)
        others = "".join(f" {percent(s.folded, s.asked) if (s := scores[program].get(name)) else ''} |" for program in programs)
        accepted = score.asked - refused[name]
        lines.append(
            f"| `{name}` | {label} | {held} | {score.asked} | {percent(score.strict, score.asked)} | {percent(score.folded, score.asked)} "
            f"| {refused[name] or ''} | {percent(score.folded, accepted)} |{others}"
        )
        total, all_refused = total + score, all_refused + refused[name]
    others = "".join(
        f" {percent(s.folded, s.asked)} of {s.asked} |"
        for program in programs
        if (s := sum((score for name, score in scores[program].items() if name in targets), Score())) is not None
    )
    lines.append(
        f"| **all {len(targets)}** | | {sum(row.system in targets for row in rows)} | {total.asked} | {percent(total.strict, total.asked)} "
        f"| {percent(total.folded, total.asked)} | {all_refused} | {percent(total.folded, total.asked - all_refused)} |{others}"
    )
    if with_rivals:
        lines += ["", "Other programs: " + "; ".join(f"{program} {what}" for program, what in said.items()) + "."]
    absent = [name for name in names if name not in targets]
    if absent:
        count = sum(row.system in absent for row in rows)
        lines += ["", f"Row systems that no system here answers ({count} rows): " + ", ".join(f"`{name}`" for name in absent) + "."]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="the vectors, JSON Lines (default: %(default)s)")
    parser.add_argument("-o", "--output", type=Path, help="write the table here instead of to standard output")
    parser.add_argument("--no-rivals", action="store_true", help="measure our systems only")
    parser.add_argument("--failures", action="store_true", help="print the rows that fail without a reason, and nothing else")
    asked = parser.parse_args()
    if not asked.data.is_file():
        sys.exit(f"romanization.py: there are no vectors at {asked.data}; name the JSON Lines file as the argument")
    rows = read_rows(asked.data)
    if asked.failures:
        for row, made in failures(rows, read_targets({row.system for row in rows}), read_refusals()):
            print(f"{row.system}\t{row.source}\t{made}\t{row.expected}")
        return
    text = report(rows, with_rivals=not asked.no_rivals)
    if asked.output is None:
        print(text, end="")
    else:
        asked.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
