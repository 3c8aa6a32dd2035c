"""How fast names are found, against six peers in one run, and whether all find the same.

    python benchmarks/matcher.py [--sizes 1000 10000] [--languages ru en] [--mb 20] [--peers flashtext2 …] [--write]

Each peer looks for the same spellings in the same text, in any letter case, as whole words, with offsets. Peers too slow for the whole
text read its beginning, and their time is scaled; the table says so. `--write` puts the tables into matcher.md beside this file.
The absolute times are of one machine on one day; the ratios are what to look at.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from corpus import Model
from peers import PEERS, Peer, Spans

from glossary.lexicon import Lexicon
from glossary.model import CaseRule, Concept, Status, Term

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RATES = (0.001, 0.01)
REPEATS = 5
TARGETS = {
    (10_000, "FlashText"): 15,
    (10_000, "flashtext2"): 3,
    (10_000, "spaCy"): 100,
    (100_000, "flashtext2"): 2.5,
    (100_000, "pyahocorasick"): 4,
    (1_000_000, "flashtext2"): 1.6,
}
"""Spellings and peer → how many times faster is asked for."""


@dataclass(frozen=True)
class Names:
    """A glossary as far as a lexicon asks."""

    concepts: tuple[Concept, ...]
    """One for each spelling."""
    conflicts: tuple[str, ...] = ()
    """None."""


def lexicon_of(spellings: list[str], language: str) -> Lexicon:
    script = "Cyrl" if language == "ru" else "Latn"
    concepts = (
        Concept(f"c{at}", "other", (Term(text, language, script, Status.PREFERRED, case=CaseRule.ANY, indeclinable=True),))
        for at, text in enumerate(spellings)
    )
    return Lexicon.compile(Names(tuple(concepts)), language)


def timed(find: Callable[[str], Sequence[tuple[int, ...]]], text: str, repeats: int) -> tuple[float, Sequence[tuple[int, ...]]]:
    """The median CPU time in seconds, and what was found."""
    times: list[float] = []
    found: Sequence[tuple[int, ...]] = ()
    for _ in range(repeats):
        start = process_time()
        found = find(text)
        times.append(process_time() - start)
    return median(times), found


def differences(ours: Spans, theirs: Spans) -> str:
    """In words, how two lists of spans differ."""
    mine, other = set(ours), set(theirs)
    if mine == other:
        return "the same"
    return f"{len(mine - other):,} missed, {len(other - mine):,} besides, of {len(mine):,}"


def compare(language: str, size: int, megabytes: float, peers: tuple[Peer, ...]) -> tuple[list[str], str]:
    """The rows of one language and number of spellings, and the row of its short segments."""
    model = Model(language)
    spellings = model.spellings(size)
    start = perf_counter()
    lexicon = lexicon_of(spellings, language)
    print(f"{language} {size:,}: compiled in {perf_counter() - start:.1f} s", file=sys.stderr)
    texts = {rate: model.text(megabytes, spellings, rate) for rate in RATES}
    rows: list[str] = []
    ours: dict[float, tuple[float, Spans]] = {}
    for rate, text in texts.items():
        seconds, found = timed(lexicon.spans, text, REPEATS)
        ours[rate] = seconds, [(span[0], span[1]) for span in found]
        speed = len(text.encode()) / 1e6 / seconds
        rows.append(f"| {language} | {size:,} | {rate:.1%} | **endonym** | {speed:,.0f} MB/s | 1 | | {len(ours[rate][1]):,} spans |")
        print(rows[-1], file=sys.stderr)
    short = segments(lexicon, language, size, texts[RATES[-1]][:1_000_000])
    del lexicon
    for peer in peers:
        if size > peer.most:
            rows.append(f"| {language} | {size:,} | | {peer.name} | | | | left out: {peer.why_not} |")
            continue
        gc.collect()
        find = peer.build(spellings, language)
        for rate, text in texts.items():
            seconds, expected = ours[rate]
            part = text[: round(len(text) * min(1, peer.megabytes / megabytes))]
            cut = part.rfind(".\n\n") + 3
            part = text if len(part) == len(text) else part[:cut]
            taken, found = timed(find, part, 1 if peer.megabytes < megabytes else 3)
            taken *= len(text) / len(part)
            ratio = taken / seconds
            target = TARGETS.get((size, peer.name))
            met = "" if target is None else f"{'≥' if ratio >= target else 'MISSED:'} {target:g}"
            said = differences([span for span in expected if span[1] <= len(part)], [(span[0], span[1]) for span in found])
            scaled = "" if len(part) == len(text) else f"; on {peer.megabytes:g} MB, scaled"
            speed = len(text.encode()) / 1e6 / taken
            row = f"| {language} | {size:,} | {rate:.1%} | {peer.name} | {speed:,.2g} MB/s | {ratio:,.1f} | {met} | {said}{scaled} |"
            rows.append(row)
            print(row, file=sys.stderr)
        del find
    return rows, short


def segments(lexicon: Lexicon, language: str, size: int, text: str) -> str:
    """One segment of 200 code points at a time: median and 99th percentile, in microseconds."""
    pieces = [text[at : at + 200] for at in range(0, len(text) - 200, 200)]
    for piece in pieces[:1000]:
        lexicon.spans(piece)
    times: list[float] = []
    for piece in pieces:
        start = perf_counter()
        lexicon.spans(piece)
        times.append((perf_counter() - start) * 1e6)
    return f"| {language} | {size:,} | {median(times):.1f} µs | {quantiles(times, n=100)[98]:.1f} µs | {len(pieces):,} |"


HEAD = ["| language | spellings | words hit | | speed | endonym is × faster | target | spans |", "|---|---|---|---|---|---|---|---|"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="numbers of spellings")
    parser.add_argument("--languages", nargs="+", default=("ru", "en"), choices=("ru", "en"))
    parser.add_argument("--mb", type=float, default=20, help="size of the text, in 10⁶ bytes")
    parser.add_argument("--peers", nargs="*", default=[peer.name for peer in PEERS], choices=[peer.name for peer in PEERS])
    parser.add_argument("--write", action="store_true", help="write matcher.md")
    chosen = parser.parse_args()
    peers = tuple(peer for peer in PEERS if peer.name in chosen.peers)
    parts = [compare(language, size, chosen.mb, peers) for language in chosen.languages for size in chosen.sizes]
    rows, latency = [row for part, _ in parts for row in part], [short for _, short in parts]
    notes = [f"- **{peer.name}**: {peer.note}" for peer in peers]
    command = f"`python benchmarks/matcher.py --mb {chosen.mb:g} --sizes {' '.join(map(str, chosen.sizes))}`"
    text = "\n".join(
        [
            "# Finding names",
            "",
            command,
            "",
            "One run on one core, CPU time, median of 5 (peers: of 3, or 1 where scaled). MB are 10⁶ bytes of UTF-8.",
            "Speeds are of one machine on one day; look at the ratios.",
            "",
            *HEAD,
            *rows,
            "",
            "## One segment of 200 code points",
            "",
            "| language | spellings | median | 99th percentile | segments |",
            "|---|---|---|---|---|",
            *latency,
            "",
            "Asked for: median ≤ 20 µs, 99th percentile ≤ 50 µs, at 1,000,000 spellings.",
            "",
            "## How the peers are run, and where their spans differ",
            "",
            *notes,
            "",
            "The synthetic English text is pure ASCII, which folds at memory speed; typographic signs in it cost about a fifth of the ratio.",
            "",
        ]
    )
    print(text)
    if chosen.write:
        Path(__file__).with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
