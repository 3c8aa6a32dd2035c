"""How often `reverse` finds the name behind a Latin spelling: python benchmarks/reverse.py PAIRS.

PAIRS is a file of JSON lines with the fields a, b, lang_a, lang_b, label, inflected. Rows of one Latin and one Cyrillic spelling of
the same name (label 1) are asked, in the language of the Cyrillic side, beside the reversed output of transliterate and
PyICU. A name is found where it is equal but for letter case, hyphens and ё for е. Prints a table in Markdown.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import icu
import transliterate
from transliterate.discover import autodiscover

from translit.registry import Registry
from translit.reversing import reverse
from translit.scripts import is_letter, script_of

LANGUAGES = ("ru", "uk", "kk", "be", "tg")


def same(text: str) -> str:
    """A name as two are compared."""
    return text.lower().replace("ё", "е").replace("-", " ").replace("’", "'").strip()


def script(text: str) -> str | None:
    return next((script_of(c) for c in text if is_letter(c)), None)


def rows(path: Path) -> list[tuple[str, str, str]]:
    """Language, native name and Latin spelling of every row that is asked."""
    found: list[tuple[str, str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = {script(row[side]): (row["lang_" + side], row[side]) for side in "ab"}
        if row["label"] == 1 and not row["inflected"] and set(sides) == {"Cyrl", "Latn"} and sides["Cyrl"][0] in LANGUAGES:
            found.append((sides["Cyrl"][0], sides["Cyrl"][1], sides["Latn"][1]))
    return found


def of_icu(id: str, direction: int) -> Callable[[str], str]:
    return icu.Transliterator.createInstance(id, direction).transliterate


def of_transliterate(language: str) -> Callable[[str], str]:
    return lambda spelling: transliterate.translit(spelling, language if language in ("ru", "uk") else "ru")


def listed() -> set[str]:
    """The names in the lists of this project that letters were counted from."""
    texts = (path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "names").glob("*.txt"))
    return {same(word) for text in texts for word in text.split()}


def table(hits: dict[str, Counter[str]], asked: Counter[str]) -> str:
    """The shares as a table in Markdown."""
    head = ["", *(f"{language} ({asked[language]})" for language in LANGUAGES), f"all ({asked.total()})"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for name, found in hits.items():
        shares = [f"{100 * found[language] / asked[language]:.1f} %" if asked[language] else "–" for language in LANGUAGES]
        lines.append("| " + " | ".join([name, *shares, f"{100 * found.total() / asked.total():.1f} %"]) + " |")
    return "\n".join(lines)


def main(path: Path) -> str:
    autodiscover()
    known = listed()
    asked: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    hits: dict[bool, dict[str, Counter[str]]] = {False: defaultdict(Counter), True: defaultdict(Counter)}
    times: list[float] = []
    registry = Registry()
    general, russian = of_icu("Latin-Cyrillic", icu.UTransDirection.FORWARD), of_icu("Russian-Latin/BGN", icu.UTransDirection.REVERSE)
    for language, native, spelling in rows(path):
        started = time.perf_counter()
        texts = [same(candidate.text) for candidate in reverse(spelling, language, registry=registry)]
        times.append(time.perf_counter() - started)
        answers = {
            "endonym, first": texts[:1],
            "endonym, first five": texts,
            "transliterate, reversed": [same(of_transliterate(language)(spelling))],
            "PyICU, Latin-Cyrillic": [same(general(spelling))],
            "PyICU, Russian-Latin/BGN reversed": [same(russian(spelling))],
        }
        # Counted once among all rows, and once among those whose name stands in no list of ours.
        for unlisted in (False, True):
            if not unlisted or not any(word in known for word in same(native).split()):
                asked[unlisted][language] += 1
                for name, found in answers.items():
                    hits[unlisted][name][language] += same(native) in found
    return f"""All rows:

{table(hits[False], asked[False])}

Rows whose name has no word in benchmarks/names (letters were counted from these lists, and well-known places stand in them):

{table(hits[True], asked[True])}

Median of one question: {1000 * statistics.median(times):.0f} ms; the first, with everything to read, {1000 * times[0]:.0f} ms."""


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
