"""Count what `translit/statistics.py` reads, from public names: python benchmarks/train_letters.py PAIRS [MEASURED].

PAIRS is a file of JSON lines with two spellings of one name each (`a`, `b`), from GeoNames (CC BY 4.0) and Wikidata (CC0).
Names of territories, languages, currencies and cities come from Unicode CLDR (Unicode-3.0) by way of Babel, names of
some languages also from names/*.txt beside this file. Names in the file MEASURED, of the same kind, are not
counted, so that benchmarks/reverse.py can measure on it. Only counts are kept, in translit/data/letters; README.md there says where they are from.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from pathlib import Path

from babel import Locale

from translit.folding import read as folded
from translit.registry import Registry
from translit.scripts import is_letter, script_of
from translit.statistics import END, ORDER, START
from translit.tables import DATA, Tables

HERE = Path(__file__).parent
CLDR = {
    ("kk", "Cyrl"): "kk",
    ("ky", "Cyrl"): "ky",
    ("uz", "Cyrl"): "uz_Cyrl",
    ("uz", "Latn"): "uz",
    ("tk", "Latn"): "tk",
    ("tg", "Cyrl"): "tg",
    ("tt", "Cyrl"): "tt",
    ("az", "Cyrl"): "az_Cyrl",
    ("az", "Latn"): "az",
    ("mn", "Cyrl"): "mn",
    ("uk", "Cyrl"): "uk",
    ("be", "Cyrl"): "be",
    ("bg", "Cyrl"): "bg",
    ("sr", "Cyrl"): "sr",
    ("mk", "Cyrl"): "mk",
    ("ru", "Cyrl"): "ru",
    ("el", "Grek"): "el",
    ("ka", "Geor"): "ka",
    ("hy", "Armn"): "hy",
    ("he", "Hebr"): "he",
    ("ar", "Arab"): "ar",
    ("fa", "Arab"): "fa",
}
"""The locale of CLDR for each language and script."""
MIXED = {"kk", "ky", "uz", "tg", "tt", "az", "mn"}
"""Languages whose few names are mixed with Russian ones, which their records hold in numbers."""
RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
LONGEST = 4
ROUNDS = 3
OWN = 2
"""How often a line written down for this project counts: it holds native names only, where CLDR has those of all the world."""
RARE = 3
"""A spelling of a letter seen less often than this is an accident."""


def language_of(name: str) -> str | None:
    """The language of a Cyrillic name, as far as its letters tell; Russian where nothing speaks against it."""
    other = {character for character in name if is_letter(character)} - RUSSIAN
    if not other:
        return "uk" if re.search(r"[сцз]ьк(ий|а|е)\b", name) else "ru"
    if "ў" in other or (other <= set("іґ") and set("ыэё") & set(name)):
        return "be" if other <= set("іўґ") else None
    if other <= set("іїєґ"):
        return None if set("ыэёъ") & set(name) else "uk"
    if other <= set("јљњћђџ"):
        return "sr"
    if other <= set("ҳҷӣӯқғ"):
        return "tg" if other & set("ҷӣӯ") else None
    if other <= set("әғқңөұүһі") and other & set("ғқұі") and not set("ҳ") & set(name):
        return "kk"
    return None


def names_of(locale: str) -> set[str]:
    """The names in a CLDR locale."""
    data = Locale.parse(locale)._data  # noqa: SLF001  Babel names the cities of time zones nowhere else
    names = {*data["territories"].values(), *data["languages"].values()}
    names |= {zone["city"] for zone in data["time_zones"].values() if "city" in zone}
    return {folded(str(name)) for name in names}


def words(text: str) -> list[str]:
    """The words of a name; apostrophes belong to them."""
    return [word for word in re.split(r"[^\w’”\u0300-\u036f]+|[\d_]+", text) if word.strip("’”")]


def count_letters(names: list[str], script: str) -> dict[str, dict[str, int]]:
    """How often each letter stands after each context; longest contexts seen once are left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for word in words(name):
            if not all(script_of(character) in (script, None) for character in word):
                continue
            whole = START + word + END
            for place in range(1, len(whole)):
                for length in range(min(place, ORDER - 1) + 1):
                    counts[whole[place - length : place]][whole[place]] += 1
    return {
        context: dict(sorted(found.items())) for context, found in sorted(counts.items()) if len(context) < ORDER - 1 or found.total() > 1
    }


class Channel:
    """How letters are written, learnt by aligning pairs: at first from what systems write, then from what was seen."""

    def __init__(self, known: dict[str, Counter[str]]) -> None:
        """Begin with the outputs of systems."""
        self.counts = known
        self._totals = {key: found.total() for key, found in known.items()}

    def cost(self, key: str, chunk: str) -> float:
        """How unlikely it is that a key is written so."""
        seen = self.counts.get(key)
        unseen = 7.0 + 1.5 * abs(len(chunk) - 1)
        if seen is None or chunk not in seen:
            return unseen if len(key) == 1 else 99.0
        return min(unseen, -log(seen[chunk] / self._totals[key]))

    def align(self, native: str, spelling: str) -> list[tuple[str, str]] | None:
        """The likeliest way in which a word became a spelling; None where it is too unlikely to be the same name."""
        best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
        for i in range(len(native)):
            for j in range(len(spelling) + 1):
                if (here := best.get((i, j))) is None:
                    continue
                for size in (1, 2):
                    key = native[i : i + size]
                    if len(key) < size or (size == 2 and key not in self.counts):
                        continue
                    for length in range(min(LONGEST, len(spelling) - j) + 1):
                        to = (i + size, j + length)
                        cost = here[0] + self.cost(key, spelling[j : j + length])
                        if to not in best or cost < best[to][0]:
                            best[to] = (cost, (i, j))
        place = (len(native), len(spelling))
        if place not in best or best[place][0] > 3.2 * len(native) + 4:
            return None
        path = [place]
        while (before := best[path[-1]][1]) is not None:
            path.append(before)
        path.reverse()
        return [(native[a[0] : b[0]], spelling[a[1] : b[1]]) for a, b in pairwise(path)]


def learn(pairs: list[tuple[str, str]], tables: Tables, language: str) -> dict[str, dict[str, int]]:
    """How often each letter of a language is written how."""
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for table in tables.all:
        if language in table.languages and table.target_script == "Latn" and table.source_script == "Cyrl":
            for key, outputs in table.outputs.items():
                if 1 <= len(key) <= 2:
                    known[key].update(folded(output) for output in outputs)
    channel = Channel(known)
    for _ in range(ROUNDS):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for native, spelling in pairs:
            ours, theirs = words(native), words(spelling)
            if len(ours) == len(theirs):
                for one, other in zip(ours, theirs, strict=True):
                    for key, chunk in channel.align(one, other) or ():
                        counts[key][chunk] += 1
        channel = Channel({key: Counter({c: n for c, n in found.items() if n >= RARE}) for key, found in counts.items()})
    return {key: dict(found.most_common()) for key, found in sorted(channel.counts.items()) if found}


def shares(pairs: list[tuple[str, str]], language: str) -> dict[str, float]:
    """Which systems explain the pairs; a pair that several explain is shared among them."""
    systems = [s for s in Registry() if language in s.languages and s.source_script == "Cyrl" and s.target_script == "Latn"]
    counts: Counter[str] = Counter()
    for native, spelling in pairs[:12_000]:
        found = [system.id for system in systems if folded(system.writer().convert(native)) == spelling]
        for id in found:
            counts[id] += 1 / len(found)
    total = counts.total()
    return {id: round(count / total, 5) for id, count in counts.most_common()} if total else {}


def spellings_in(path: Path) -> set[str]:
    """Every spelling in a file of pairs."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {folded(row[side]) for row in rows for side in "ab"}


def main(path: Path, measured: Path | None = None) -> None:
    aside = spellings_in(measured) if measured else set()
    tables = Tables(Path(__file__).parents[1] / "translit" / "schemes")
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, other = folded(row["a"]), folded(row["b"])
        if one in aside or other in aside:
            continue
        scripts = [next((script_of(c) for c in text if is_letter(c)), None) for text in (one, other)]
        for text, script in ((one, scripts[0]), (other, scripts[1])):
            if script == "Cyrl" and (language := language_of(text)) is not None:
                names[language, "Cyrl"].append(text)
        if sorted(map(str, scripts)) == ["Cyrl", "Latn"]:
            native, spelling = (one, other) if scripts[0] == "Cyrl" else (other, one)
            if (language := language_of(native)) is not None:
                pairs[language].append((native, spelling))
    names = defaultdict(list, {key: sorted(set(found)) for key, found in names.items()})
    for own in sorted((HERE / "names").glob("*.txt")):
        lines = [line for line in own.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        script = next(script_of(character) for character in lines[0] if is_letter(character))
        names[own.stem, str(script)] += OWN * [folded(line) for line in lines]
    for key, locale in CLDR.items():
        names[key] += sorted(names_of(locale))
    for table in tables.all:
        if table.id.startswith("palladius-zho-"):
            # A syllabary is its own list of words: each syllable alone, and before another.
            syllables = [key for key in table.outputs if key.isalpha()]
            pairs_of_syllables = [a + syllables[37 * place % len(syllables)] for place, a in enumerate(syllables)]
            names["zh", table.source_script] += [*syllables, *pairs_of_syllables]
    for (language, script), found in sorted(names.items()):
        enough = script == "Cyrl" and len(pairs[language]) > 500
        made = {
            "names": len(found),
            "mixed": language in MIXED and script == "Cyrl",
            "letters": count_letters(found, script),
            "written": learn(pairs[language], tables, language) if enough else {},
            "systems": shares(pairs[language], language) if enough else {},
        }
        target = DATA / "letters" / f"{language}-{script}.json"
        target.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        print(
            f"{target.name}: {len(found)} names, {len(pairs[language]) if enough else 0} pairs, {target.stat().st_size // 1024} kB",
            flush=True,
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
