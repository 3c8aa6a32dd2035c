"""What a review session of many pairs costs: opening, each operation on the disk, filters, checks in the background, saving, a file that moved on.

    python benchmarks/session.py [--pairs 100000] [--checked 2000]

The pairs are made here: sentences of ten words, one in ten with a name of the built-in glossary. Times are the median of several, in
milliseconds; memory is the resident set of this process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from glossary.sources import Sources
from passages.bitext import open_bitext
from passages.pair import PairState
from passages.review import Session

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>\n'


def make(path: Path, pairs: int, *, extra: int = 0) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(-extra, pairs):
            town, russian = ("Aktau", "Актау") if number % 10 == 0 else ("the harbour", "порт")
            source = f"Letter {number} from {town} was read aloud in the office on Monday."
            target = f"Письмо {number} ({russian}) прочли вслух в конторе в понедельник."
            file.write(f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ru"><seg>{target}</seg></tuv></tu>\n')
        file.write("</body></tmx>\n")


def memory() -> float:
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def timed(do: Callable[[], object]) -> float:
    begin = time.perf_counter()
    do()
    return (time.perf_counter() - begin) * 1000


def tell(what: str, *times: float) -> None:
    spread = f", worst {max(times):.1f}" if len(times) > 1 else ""
    print(f"| {what} | {statistics.median(times):.1f} ms{spread} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--checked", type=int, default=2_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        path = Path(folder) / "letters.tmx"
        make(path, asked.pairs)
        print(
            f"{asked.pairs:,} pairs, {path.stat().st_size / 1e6:.0f} MB; {memory():.0f} MB of memory before\n\n| what | time |\n|---|---|"
        )
        adapter = timed(lambda: open_bitext(path))
        tell("the adapter alone", adapter)
        opened: list[Session] = []
        kinds = (("first opening, the adapter left out", 0), ("opening again, the adapter left out", 1))
        for what, _ in kinds:
            read = [0.0]

            def opener(place: Path, read: list[float] = read):
                begin = time.perf_counter()
                bitext = open_bitext(place)
                read[0] += (time.perf_counter() - begin) * 1000
                return bitext

            if opened:
                opened.pop().close()
            whole = timed(lambda opener=opener: opened.append(Session.open(path, reviewer="A", sources=Sources(), opener=opener)))
            tell(what, whole - read[0])
        session = opened[0]
        tell("approve a pair", *(timed(lambda at=at: session.set_state([at], PairState.APPROVED)) for at in range(0, 4000, 80)))
        tell("edit a pair", *(timed(lambda at=at: session.edit(at, f"Письмо {at}.")) for at in range(0, 4000, 80)))
        tell("comment on a pair", *(timed(lambda at=at: session.comment(at, "Which?")) for at in range(0, 4000, 80)))
        tell("keep a draft", *(timed(lambda at=at: session.keep_draft(9, f"Пись{at}")) for at in range(50)))
        tell("undo", *(timed(session.undo) for _ in range(50)))
        tell("redo", *(timed(session.redo) for _ in range(50)))
        tell("merge two pairs", *(timed(lambda at=at: session.merge(at)) for at in range(5000, 5020)))
        tell("split a pair", *(timed(lambda at=at: session.split(at, 12, 12)) for at in range(6000, 6040, 2)))
        tell("approve 10,000 pairs at once", timed(lambda: session.set_state(range(20_000, 30_000), PairState.APPROVED)))
        tell("undo that", timed(session.undo))
        tell("figures", *(timed(session.statistics) for _ in range(20)))
        tell("next unreviewed pair", *(timed(lambda at=at: session.next_unreviewed(at)) for at in range(0, 4000, 80)))
        tell("note where the reviewer stands", *(timed(lambda at=at: setattr(session, "position", at)) for at in range(50)))
        tell("filter is:approved", *(timed(lambda: session.select("is:approved")) for _ in range(3)))
        tell("filter text:понедельник", *(timed(lambda: session.select("text:понедельник")) for _ in range(3)))
        tell("search for what is nowhere", timed(lambda: session.find("nowhere", 0)))
        tell("same source, first time", timed(lambda: session.same_source(5)))
        tell("same source, later", *(timed(lambda at=at: session.same_source(at)) for at in range(50)))
        print(f"\nMemory with all that: {memory():.0f} MB\n\n| what | time |\n|---|---|")
        tell(f"check {asked.checked:,} pairs in the background", timed(lambda: session.scan(asked.checked)))
        tell("findings of a checked pair", *(timed(lambda at=at: session.findings(at)) for at in range(50)))
        tell("save (the adapter reads what it wrote twice)", timed(session.save))
        session.close()
        make(path, asked.pairs, extra=100)
        tell("open after the file has moved on, the adapter with it", timed(lambda: opened.append(Session.open(path, reviewer="A"))))
        print(f"\n{opened[-1].news}; memory {memory():.0f} MB")
        opened[-1].close()


if __name__ == "__main__":
    main()
