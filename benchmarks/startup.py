"""What a whole call of the command line costs, in multiples of a bare Python start.

    python benchmarks/startup.py [--runs 15]

CPU time (user and system) of a child process and the most memory it held, medians of interleaved runs, so that a busy machine is equally
unkind to all. The document is 100 KB of text with a name in every fortieth word; the user's glossary has 10,000 spellings. The cache folder is
fresh, and a first call, which compiles, is not counted.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from corpus import Model

LIMITS = {"--help": 5, "normalize, built-in glossary": 6, "normalize, 10,000 spellings more": 8}
"""Call → how many bare starts it may cost."""
MEGABYTES = 60
"""What a call may hold."""


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """CPU time in milliseconds and the most memory held in 10⁶ bytes, of one call."""
    # A small process in between: a child's memory is counted from that of the parent it was forked from.
    between = [sys.executable, "-I", "-S", "-c", _BETWEEN, *command]
    said = subprocess.run(between, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    status, seconds, held = said.split()
    if int(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed with status {status}")
    return float(seconds) * 1e3, int(held) * resource_unit() / 1e6


_BETWEEN = """
import os, sys
null = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


def resource_unit() -> int:
    """Bytes in a unit of `ru_maxrss`."""
    return 1 if sys.platform == "darwin" else 1024


def prepare(folder: Path) -> tuple[Path, Path]:
    """A document and a user's glossary."""
    model, chance = Model("en"), random.Random(5)
    spellings = model.spellings(10_000)
    names = ["Kazak", "Zhanoezen", "Mangystau", "Kiev", "Astana", *spellings[:20]]
    document, table = folder / "document.txt", folder / "names.csv"
    document.write_text(model.text(0.1, names, 1 / 40), encoding="utf-8")
    rows = [f"n{at},place,{text},en,{'preferred' if at % 2 else 'deprecated'}" for at, text in enumerate(spellings)]
    paired = [row.replace(f"n{at},", f"n{at // 2},", 1) for at, row in enumerate(rows)]
    chance.shuffle(paired)
    table.write_text("\n".join(["concept,kind,term,language,status", *paired]) + "\n", encoding="utf-8")
    return document, table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document, table = prepare(folder)
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": ""}
        endonym = [sys.executable, "-c", "from endonym import main; main()"]
        calls = {
            "bare": [sys.executable, "-c", "pass"],
            "--help": [*endonym, "--help"],
            "normalize, built-in glossary": [*endonym, "normalize", str(document)],
            "normalize, 10,000 spellings more": [*endonym, "normalize", str(document), "--glossary", str(table)],
        }
        for command in calls.values():
            run(command, environment)
        measured = {call: [] for call in calls}
        for _ in range(runs):
            for call, command in calls.items():
                measured[call].append(run(command, environment))
    bare = median(seconds for seconds, _ in measured["bare"])
    print("| call | CPU time | bare starts | limit | memory |\n|---|---|---|---|---|")
    for call, figures in measured.items():
        spent, held = median(each[0] for each in figures), median(each[1] for each in figures)
        limit = LIMITS.get(call)
        print(f"| {call} | {spent:.0f} ms | {spent / bare:.1f} | {'' if limit is None else f'≤ {limit}'} | {held:.0f} MB |")
    print(f"\nMemory asked for: ≤ {MEGABYTES} MB.")


if __name__ == "__main__":
    main()
