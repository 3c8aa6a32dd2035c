"""How fast texts and single names are romanized, beside PyICU, iuliia and `str.translate`, in one run.

    python benchmarks/romanize_speed.py [--megabytes 5] [--stream 1024] [--rounds 7] [--write benchmarks/romanize_speed.md]

The texts are made here from a seeded model of words, so that anyone gets the same. A peer that is not installed is left out and
said so (`pip install pyicu` needs ICU's headers; `pip install iuliia`). Medians of rounds in which all peers take turns, so that a
busy machine is busy for all of them. The output of the fast way is compared with the reference loop over the whole text.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from translit.bulk import convert  # noqa: E402 - the project stands one folder above the script
from translit.registry import REGISTRY  # noqa: E402
from translit.writer import Writer  # noqa: E402

SYSTEMS = {"Russian": "bgnpcgn-rus-Cyrl-Latn-1947", "Kazakh": "bgnpcgn-kaz-Cyrl-Latn-1979"}
ICU = {"Russian": "Russian-Latin/BGN", "Kazakh": "Kazakh-Latin/BGN"}
SYLLABLES = {
    "Russian": (
        "на то ра ко во ни ре ва ло ка по ли те ро ве за го ль ст пре при ен ый ая ого ет ся ши жи чу ще еле ёк ью ъя ект ыт мо до ся чит"
    ),
    "Kazakh": (
        "қа ла ның ген дің мен бол жа ңа ө зен тау ғы ман ыс үл кен ұлт ық әл ем де лік шы ғар тін ке ле ті ай нал уы кө ше сі бі рі"
    ),
}


def words(language: str, count: int) -> list[str]:
    """Made-up words of one to five syllables, the same in every run."""
    seeded = random.Random(f"words {language}")
    syllables = SYLLABLES[language].split()
    return list(dict.fromkeys("".join(seeded.choices(syllables, k=seeded.randint(1, 5))) for _ in range(count)))


def text(language: str, size: int) -> str:
    """A text of about `size` bytes in UTF-8: sentences and lines, names, initials, abbreviations, numbers, Latin words, a stress mark here and there."""
    seeded = random.Random(f"text {language}")
    lexicon = words(language, 20_000)
    weights = [1 / rank for rank in range(1, len(lexicon) + 1)]
    lines: list[str] = []
    total = 0
    while total < size:
        sentence = seeded.choices(lexicon, weights, k=seeded.randint(4, 18))
        sentence[0] = sentence[0].capitalize()
        for place, word in enumerate(sentence):
            dice = seeded.random()
            if dice < 0.04:
                sentence[place] = word.capitalize()
            elif dice < 0.05:
                sentence[place] = word[:4].upper()
            elif dice < 0.06:
                sentence[place] = str(seeded.randint(1, 2030))
            elif dice < 0.07:
                sentence[place] = seeded.choice(("Windows", "«" + word + "»", word + ",", word + ",", word + "-" + word))
            elif dice < 0.0715:
                sentence[place] = seeded.choice(("Я", "Ш.", "А. Ж."))
            elif dice < 0.0717:
                sentence[place] = word[:2] + "\u0301" + word[2:]
        line = " ".join(sentence) + seeded.choice("....!?…")
        lines.append(line)
        total += len(line.encode()) + 1
    return "\n".join(lines)


def names(language: str, series: int) -> list[str]:
    """Two hundred names of one or two words of three to five syllables; hardly one comes twice."""
    seeded = random.Random(f"names {language} {series}")
    syllables = SYLLABLES[language].split()

    def word() -> str:
        return "".join(seeded.choices(syllables, k=seeded.randint(3, 5))).capitalize()

    return [" ".join(word() for _ in range(seeded.choice((1, 1, 1, 2)))) for _ in range(200)]


def peers(language: str, writer: Writer) -> dict[str, Callable[[str], str]]:
    """What is measured: each takes a text."""
    made = writer.tables()
    assert made is not None
    table = {ord(c): writer.engine.convert(c) for c in "".join(writer.quick.readings)} if writer.quick else {}
    found: dict[str, Callable[[str], str]] = {
        "endonym": lambda given: convert(given, 0, len(given), made, writer.token),
        "endonym without NumPy": lambda given: Writer(writer.engine).part(given, 0, len(given), 0),
        "`str.translate` (no contexts, no case)": lambda given: given.translate(table),
    }
    try:
        import icu

        transliterator = icu.Transliterator.createInstance(ICU[language])
        found["PyICU"] = lambda given: "\n".join([transliterator.transliterate(line) for line in given.split("\n")])
        found["PyICU, whole text at once"] = transliterator.transliterate
    except ImportError:
        print("PyICU is not installed: left out", file=sys.stderr)
    if language == "Russian":
        try:
            import iuliia

            found["iuliia"] = iuliia.BGN_PCGN.translate
        except ImportError:
            print("iuliia is not installed: left out", file=sys.stderr)
    return found


SLOW = {"iuliia": 0.02, "PyICU, whole text at once": 0.1, "endonym without NumPy": 0.3}
"""Peers that get only this share of the text."""


def whole_texts(language: str, size: int, rounds: int) -> tuple[dict[str, float], int]:
    """Characters per second of each peer, and the length of the text."""
    given = text(language, size)
    writer = Writer(REGISTRY.find(SYSTEMS[language]).engine())
    runs = peers(language, writer)
    assert "\n".join(map(writer.engine.convert, given.split("\n"))) == runs["endonym"](given) == runs["endonym without NumPy"](given), (
        "outputs differ"
    )
    shares = {name: given[: int(len(given) * SLOW.get(name, 1))] for name in runs}
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            begin = time.perf_counter()
            run(shares[name])
            seconds[name].append(time.perf_counter() - begin)
    return {name: len(shares[name]) / statistics.median(taken) for name, taken in seconds.items()}, len(given)


def single_names(language: str, rounds: int) -> dict[str, float]:
    """Seconds for one name by each peer."""
    from translit import romanize

    system = SYSTEMS[language]

    def ours(given: list[str]) -> None:
        for name in given:
            romanize(name, system)

    runs: dict[str, Callable[[list[str]], None]] = {"endonym, names not met before": ours, "endonym, the same names again": ours}
    try:
        import icu

        transliterate = icu.Transliterator.createInstance(ICU[language]).transliterate

        def icus(given: list[str]) -> None:
            for name in given:
                transliterate(name)

        runs["PyICU"] = icus
    except ImportError:
        pass
    if language == "Russian":
        try:
            from iuliia import BGN_PCGN

            def iuliias(given: list[str]) -> None:
                for name in given:
                    BGN_PCGN.translate(name)

            runs["iuliia"] = iuliias
        except ImportError:
            pass
    ours(names(language, -1))
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    given: list[str] = []
    for series in range(20 * rounds):
        for number, (name, run) in enumerate(runs.items()):
            if "again" not in name:
                # Everybody gets names fresh from the maker, which no cache of the machine holds either.
                given = names(language, series * len(runs) + number)
            begin = time.perf_counter()
            run(given)
            seconds[name].append((time.perf_counter() - begin) / len(given))
    return {name: statistics.median(taken) for name, taken in seconds.items()}


STREAM = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from benchmarks.romanize_speed import text
from translit import romanize_stream
piece = text("Russian", 1 << 20) + "\\n"
size = sum(map(len, romanize_stream((piece for _ in range(int(sys.argv[2]))), "bgnpcgn-rus-Cyrl-Latn-1947")))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, size)
"""

FIRST = """
import sys
sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "name":
    from translit import romanize
    romanize("Щербаков", "bgnpcgn-rus-Cyrl-Latn-1947")
    assert "numpy" not in sys.modules
"""


def peak(megabytes: int) -> int:
    """Peak memory in KiB of a process that romanizes a stream."""
    done = subprocess.run([sys.executable, "-c", STREAM, str(HERE.parent), str(megabytes)], check=True, capture_output=True, text=True)
    return int(done.stdout.split()[0])


def first_name(rounds: int) -> tuple[float, float]:
    """Seconds of a bare Python process, and of one that romanizes one name."""
    seconds: dict[str, list[float]] = {"bare": [], "name": []}
    for _ in range(rounds):
        for what, taken in seconds.items():
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", FIRST, str(HERE.parent), what], check=True)
            taken.append(time.perf_counter() - begin)
    return statistics.median(seconds["bare"]), statistics.median(seconds["name"])


def report(megabytes: float, stream: int, rounds: int) -> str:
    """The tables, in Markdown."""
    lines = [
        "# Speed of romanization",
        "",
        "Made by `python benchmarks/romanize_speed.py --write benchmarks/romanize_speed.md`. Ratios and medians of rounds in which all take turns;",
        "the ratios are what carries over to another machine. The output of endonym is the reference loop’s, compared over the whole text.",
        "",
    ]
    for language in SYSTEMS:
        speeds, length = whole_texts(language, int(megabytes * 1e6), rounds)
        best = speeds["endonym"]
        lines += [
            f"## {language}, {length:,} characters ({megabytes:g} MB)",
            "",
            "| | million characters/s | endonym is faster by |",
            "|---|---:|---:|",
        ]
        lines += [f"| {name} | {speed / 1e6:.2f} | {best / speed:.1f}× |" for name, speed in speeds.items()]
        taken = single_names(language, rounds)
        lines += ["", f"### {language}, single names", "", "| | µs for a name |", "|---|---:|"]
        lines += [f"| {name} | {seconds * 1e6:.2f} |" for name, seconds in taken.items()]
        lines.append("")
    bare, name = first_name(rounds)
    lines += [
        "## Start and memory",
        "",
        f"A process that romanizes one name takes {name / bare:.1f}× a bare Python process, and imports no NumPy.",
    ]
    if stream:
        small, large = peak(min(64, stream)), peak(stream)
        lines.append(
            f"A stream of {stream} MB peaks at {large / small:.2f}× the memory of one of {min(64, stream)} MB ({large / 1024:.0f} MiB, Python and NumPy included)."
        )
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5, help="size of each text in UTF-8")
    parser.add_argument("--stream", type=int, default=1024, help="megabytes of the stream whose memory is measured; 0 for none")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", type=Path, help="write the tables here as well")
    chosen = parser.parse_args()
    made = report(chosen.megabytes, chosen.stream, chosen.rounds)
    print(made)
    if chosen.write:
        chosen.write.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
