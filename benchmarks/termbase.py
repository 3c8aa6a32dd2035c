"""A termbase of a million spellings: import, search, and one document checked against it; writes termbase.md.

    python benchmarks/termbase.py --write

Each figure is CPU time of the process itself or of a child started for it, beside a bare start of Python on the same machine at the same
time. The names are synthetic (seeded): concepts of four English spellings, in the size of a GeoNames dump of a few countries.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from glossary.model import Concept, Status, Term
from glossary.termbase import Termbase
from glossary.termbase_search import By

ONSETS, VOWELS, FINALS = (
    ["b", "c", "ch", "d", "f", "g", "h", "j", "k", "kh", "l", "m", "n", "p", "r", "s", "sh", "t", "v", "z", "zh"],
    ["a", "e", "i", "o", "u", "y", "ai", "oe"],
    ("", "", "", "l", "n", "r", "sk", "t"),
)
_SEARCHES = 200
_TEXT_BYTES = 100_000
_CALL = ("-c", "from endonym import main; main()", "normalize", "--termbase")
"""The whole call of the command line, as the script does it."""


def word(chance: random.Random) -> str:
    return "".join(
        chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(FINALS) for _ in range(chance.choice((2, 2, 3, 3, 4)))
    ).capitalize()


def concepts(spellings: int) -> Iterator[Concept]:
    chance = random.Random(7)
    for number in range(spellings // 4):
        names = [word(chance) if chance.random() < 0.75 else f"{word(chance)} {word(chance)}"]
        for _ in range(3):
            at = chance.randrange(1, len(names[0]))
            names.append(names[0][:at] + chance.choice("aeiouy") + names[0][at:])
        statuses = (Status.PREFERRED, Status.DEPRECATED, Status.DEPRECATED, Status.ADMITTED)
        terms = tuple(Term(name, "en", "Latn", status) for name, status in zip(dict.fromkeys(names), statuses, strict=False))
        yield Concept(f"g-{number}", "place", terms)


def misspelt(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(name))
    return name[:at] + chance.choice("aeiou") + name[at + 1 :]


def document(termbase: Termbase, spellings: int) -> str:
    """Running text of other words, in which every fiftieth is a name of the termbase."""
    chance = random.Random(9)
    vocabulary = [word(chance).lower() for _ in range(6000)]
    parts: list[str] = []
    size = 0
    while size < _TEXT_BYTES:
        name = chance.random() < 0.02
        parts.append(termbase.concept(f"g-{chance.randrange(spellings // 4)}").terms[-1].text if name else chance.choice(vocabulary))
        size += len(parts[-1]) + 1
    return " ".join(parts)


def child(*command: str) -> float:
    """CPU seconds of a process; its modules are compiled, as an installed program's are."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cpu(*command: str, times: int = 7) -> float:
    return median(child(*command) for _ in range(times))


def measure_import(where: Path, spellings: int) -> list[str]:
    started, wall = time.process_time(), time.perf_counter()
    made = sum(len(concept.terms) for concept in concepts(spellings))
    making = time.process_time() - started
    started, wall = time.process_time(), time.perf_counter()
    with Termbase.open(where, create=True) as termbase:
        termbase.put(concepts(spellings), author="benchmark", reason="import")
    taken, walled = time.process_time() - started - making, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = where.stat().st_size / 1e6
    return [
        f"| import of {made:,} spellings, one transaction | {taken:.1f} s CPU ({walled:.0f} s on the clock with making the names), {peak:,.0f} MB at most, file {size:,.0f} MB |"
    ]


def measure_search(termbase: Termbase, spellings: int) -> list[str]:
    chance = random.Random(11)
    names = [chance.choice(termbase.concept(f"g-{chance.randrange(spellings // 4)}").terms).text for _ in range(_SEARCHES)]
    asked = {
        "prefix of 4 letters": (By.PREFIX, [name[:4] for name in names]),
        "substring of 4 letters": (By.SUBSTRING, [name[1:5] for name in names]),
        "substring of 2 letters (a prefix)": (By.SUBSTRING, [name[:2] for name in names]),
        "likeness, one letter wrong": (By.LIKENESS, [misspelt(name, chance) for name in names]),
    }
    rows: list[str] = []
    for what, (by, questions) in asked.items():
        termbase.search(questions[0], by)
        times: list[float] = []
        right = 0
        for question, name in zip(questions, names, strict=True):
            started = time.process_time()
            hits = termbase.search(question, by)
            times.append((time.process_time() - started) * 1000)
            right += any(hit.text == name for hit in hits)
        found = f", the name meant is among the 20 best in {right / len(names):.0%}" if by is By.LIKENESS else ""
        rows.append(f"| search: {what} | median {median(times):.1f} ms, 95th percentile {quantiles(times, n=20)[-1]:.1f} ms{found} |")
    return rows


def measure_document(where: Path, text: str, folder: Path) -> list[str]:
    file = folder / "text.txt"
    file.write_text(text, "utf-8")
    first = child(*_CALL, str(where), str(file))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    bare = cpu("-c", "pass")
    again = cpu(*_CALL, str(where), str(file))
    kept = sum(each.stat().st_size for each in (where.parent / "compiled").iterdir()) / 1e6
    return [
        f"| first search of a text: all names compiled | {first:.0f} s CPU, {peak:,.0f} MB at most, file {kept:,.0f} MB |",
        f"| {len(text.encode()) / 1000:.0f} KB document, once compiled: the whole call of `endonym normalize` | {again / bare:.1f} bare starts of Python ({again * 1000:.0f} ms of {bare * 1000:.0f}) |",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spellings", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true", help="write termbase.md")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="endonym-termbase-"))
    try:
        where = folder / "termbase.db"
        rows = measure_import(where, chosen.spellings)
        with Termbase.open(where) as termbase:
            rows += measure_search(termbase, chosen.spellings)
            text = document(termbase, chosen.spellings)
        rows += measure_document(where, text, folder)
    finally:
        shutil.rmtree(folder)
    page = "\n".join(
        [
            "# A termbase of a million spellings",
            "",
            f"`python benchmarks/termbase.py --spellings {chosen.spellings}`, SQLite, one run on one core.",
            "Times are of one machine on one day; look at the ratios.",
            "",
            "| what | measured |",
            "|---|---|",
            *rows,
            "",
            "Asked for: import ≤ 30 s and ≤ 1 GB; each search ≤ 20 ms; the document ≤ 10 bare starts.",
            "",
        ]
    )
    print(page)
    if chosen.write:
        Path(__file__).with_suffix(".md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
