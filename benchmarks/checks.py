"""How often are the checks of pairs wrong on good human translations, and how long do they take?

    python benchmarks/checks.py alarms FOLDER [--lang ru] [--pofilter PATH]   findings by code in every .po below; pofilter on the same files
    python benchmarks/checks.py sample FOLDER CODE [-n 30] [--lang ru]        findings of one kind, for reading
    python benchmarks/checks.py speed [FOLDER]                                time for 40,000 pairs, names and document checks included
    python benchmarks/checks.py slips [--lang ru]                             names of countries with one slip each: how many are found

`--glossary FILE` uses a glossary of one's own instead of the names of countries (`checks_glossary.toml` beside this file).

A segment is a translated string that is neither fuzzy nor obsolete. Findings of `untranslated` are not counted: they are no alarms.
pofilter (translate-toolkit) is run as a program of its own, with the checks it makes by default.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term, TermType
from glossary.sources import Sources
from passages.bitext import open_bitext
from passages.checks import CHECKS, CheckContext, PairFinding, check_pairs
from passages.errors import DocumentError
from passages.pair import Pair, PairState

_FAULT = re.compile(r"^# \(pofilter\) ([a-z]+)", re.MULTILINE)


def catalogs(folder: Path, context: CheckContext) -> Iterator[tuple[Path, list[Pair]]]:
    """The finished pairs of every catalog below a folder, or of the documents in a file of aligned sentences (one bead of one and one a pair)."""
    if folder.suffix == ".jsonl":
        yield from _aligned(folder, context)
        return
    for path in sorted(folder.rglob("*.po")):
        try:
            bitext = open_bitext(path, source_language=context.source_language, target_language=context.target_language)
        except DocumentError as error:
            print(f"passed over: {error}")
            continue
        pairs = [pair for pair in bitext.pairs if pair.target.strip() and not pair.locked and pair.state is not PairState.NEEDS_WORK]
        yield path, pairs


def _aligned(file: Path, context: CheckContext) -> Iterator[tuple[Path, list[Pair]]]:
    """The documents whose two languages are those of the context, in either direction."""
    asked = {context.source_language, context.target_language}
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        languages = [_CODES.get(document[side], "") for side in ("source_language", "target_language")]
        if set(languages) != asked:
            continue
        sides = ("source", "target") if languages[0] == context.source_language else ("target", "source")
        ours, theirs = (document[side] for side in sides)
        at = 0 if sides[0] == "source" else 1
        yield (
            Path(document["id"]),
            [
                Pair(str(number), ours[bead[at][0]], theirs[bead[1 - at][0]])
                for number, bead in enumerate(document["beads"])
                if len(bead[0]) == len(bead[1]) == 1
            ],
        )


_CODES = {"rus": "ru", "kaz": "kk", "eng": "en"}


def context(source: str, target: str, *, countries: bool, glossary: str | None = None) -> CheckContext:
    """The built-in names, and CLDR's names of countries or a glossary's if asked: real texts have more of these."""
    sources = Sources([glossary] if glossary else [])
    if not countries:
        return CheckContext(source, target, sources.lexicon(source), sources.lexicon(target))
    glossary = _countries(source, target) | sources.glossary()
    return CheckContext(source, target, glossary.lexicon(source), glossary.lexicon(target))


def _whole(name: str) -> str:
    """A name without CLDR's abbreviations."""
    return name.replace("о-ва", "острова").replace("о-в ", "остров ").replace("ОАЭ", "Объединённые Арабские Эмираты")


_ALSO = {
    ("US", "en"): ("US", "U.S.", "USA"),
    ("US", "ru"): ("США",),
    ("US", "kk"): ("АҚШ",),
    ("GB", "en"): ("UK", "U.K.", "Britain", "Great Britain"),
    ("GB", "kk"): ("Біріккен Корольдік", "Құрама Корольдік"),
    ("TR", "en"): ("Turkey",),
    ("KP", "ru"): ("Северная Корея",),
    ("DE", "kk"): ("Алмания",),
    ("EU", "ru"): ("Евросоюз",),
    ("AE", "en"): ("UAE",),
    ("AE", "ru"): ("ОАЭ",),
}
"""Names in everyday use that CLDR has beside the one babel gives."""


def _countries(source: str, target: str) -> Glossary:
    from babel import Locale

    ours, theirs = Locale(source).territories, Locale(target).territories
    scripts = {"ru": "Cyrl", "kk": "Cyrl"}
    return Glossary.of(
        Concept(
            f"cldr-{code.lower()}",
            "place",
            tuple(
                Term(_whole(names[code]), language, scripts.get(language, "Latn"), Status.PREFERRED)
                for language, names in ((source, ours), (target, theirs))
            )
            + tuple(
                Term(
                    text,
                    language,
                    scripts.get(language, "Latn"),
                    Status.ADMITTED,
                    TermType.ABBREVIATION if text.isupper() else TermType.NAME,
                )
                for language in (source, target)
                for text in _ALSO.get((code, language), ())
            ),
        )
        for code in ours
        if len(code) == 2 and code in theirs and code not in {"KZ", "RU", "UZ", "KG", "UA", "CN", "TM", "TJ", "AZ", "GE", "XA", "XB", "ZZ"}
    )


def alarms(folder: Path, made: CheckContext, pofilter: str | None) -> None:
    segments = flagged = 0
    codes: Counter[str] = Counter()
    with_code: Counter[str] = Counter()
    seconds = 0.0
    worst: Counter[str] = Counter()
    for path, pairs in catalogs(folder, made):
        start = time.process_time()
        found = list(check_pairs(pairs, made))
        seconds += time.process_time() - start
        segments += len(pairs)
        flagged += len({index for index, _ in found})
        worst[path.name] += len({index for index, _ in found})
        codes.update(finding.code for _, finding in found)
        with_code.update(code for _, code in {(index, finding.code) for index, finding in found})
    total = sum(codes.values())
    print(
        f"{segments} segments, {total} findings ({total / segments:.4f} a segment), {flagged} segments flagged ({flagged / segments:.2%})"
    )
    print(f"{seconds:.1f} s, {segments / seconds:.0f} pairs a second")
    for check in CHECKS:
        if codes[check.code]:
            print(f"{check.code:22}{codes[check.code]:6}{with_code[check.code]:6} segments {with_code[check.code] / segments:8.3%}")
    print("most:", worst.most_common(8))
    if pofilter is not None:
        _pofilter(folder, made, pofilter)


def _pofilter(folder: Path, made: CheckContext, program: str) -> None:
    """The same files through pofilter; its own remarks in the files it writes are counted."""
    segments = flagged = 0
    codes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        started = time.monotonic()
        arguments = [program, "--progress=none", f"--language={made.target_language}", "--nofuzzy"]
        arguments += ["--excludefilter=untranslated", "--excludefilter=nplurals", "--excludefilter=isfuzzy", str(folder), place]
        subprocess.run(arguments, check=False, capture_output=True)
        print(f"pofilter: {time.monotonic() - started:.1f} s")
        for path in Path(place).rglob("*.po"):
            text = "\n\n".join(
                block for block in path.read_text(encoding="utf-8", errors="replace").split("\n\n") if not block.startswith("#~")
            )
            flagged += sum(1 for block in text.split("\n\n") if _FAULT.search(block))
            codes.update(_FAULT.findall(text))
    for _, pairs in catalogs(folder, made):
        segments += len({(pair.context, pair.source) for pair in pairs if not pair.plural})
    print(f"pofilter: {flagged} of {segments} messages flagged ({flagged / segments:.2%})")
    print(codes.most_common(20))


def sample(folder: Path, made: CheckContext, code: str, number: int, seed: int) -> None:
    found: list[tuple[Path, Pair, PairFinding]] = [
        (path, pairs[index], finding)
        for path, pairs in catalogs(folder, made)
        for index, finding in check_pairs(pairs, made)
        if finding.code in code.split(",")
    ]
    print(len(found))
    for path, pair, finding in random.Random(seed).sample(found, min(number, len(found))):
        print(f"--- {path.name}:{pair.line} {finding.code}: {finding.said} {[fix.label for fix in finding.fixes]}")
        print(
            f"    {_near(pair.source, finding, here=finding.side == 'source')!r}\n    {_near(pair.target, finding, here=finding.side == 'target')!r}"
        )


def _near(text: str, finding: PairFinding, *, here: bool) -> str:
    """Some of a text around what the finding speaks of."""
    return text[:260] if not here or finding.end < 260 else "…" + text[finding.start - 120 : finding.end + 120]


def speed(folder: Path | None) -> None:
    made = context("en", "ru", countries=False)
    if folder is not None:
        pairs = [pair for _, pairs in catalogs(folder, made) for pair in pairs][:40_000]
    else:
        body = (
            "The town of Zhanaozen lies in Mangistau; {n} people live there.",
            "Город Жанаозен лежит в Мангистау; там живёт {n} человек.",
        )
        pairs = [Pair(str(n), body[0].format(n=n), body[1].format(n=n)) for n in range(40_000)]
    start = time.process_time()
    found = sum(1 for _ in check_pairs(pairs, made))
    seconds = time.process_time() - start
    print(f"{len(pairs)} pairs, {found} findings: {seconds:.1f} s, {len(pairs) / seconds:.0f} pairs a second")


SLIPS = ("lost", "doubled", "swapped", "another vowel", "another consonant")
_VOWELS, _CONSONANTS = "аеиоуыэюя", "бвгдзклмнпрстфхцчш"


def slips(made: CheckContext, seed: int) -> None:
    """One slip of each kind in every name of a country that has six letters or more, in a sentence whose original has the name."""
    from babel import Locale

    ours, theirs = Locale(made.source_language).territories, Locale(made.target_language).territories
    names = [
        (ours[code], theirs[code])
        for code in ours
        if len(code) == 2 and code in theirs and len(theirs[code]) > 5 and "(" not in theirs[code]
    ]
    chance = random.Random(seed)
    found, wrong = Counter[str](), Counter[str]()
    for kind in SLIPS:
        for name, other in names:
            said = _slipped(other, kind, chance)
            told = list(check_pairs([Pair("1", f"News of {name} was read.", f"Читали вести: {said}.")], made))
            wrong[kind] += bool(said != other)
            found[kind] += said != other and any(one.code in ("likely-variant", "misspelling") for _, one in told)
    for kind in SLIPS:
        print(f"{kind:20}{found[kind]:5} of {wrong[kind]}")
    print(f"{'together':20}{found.total():5} of {wrong.total()}")


def _slipped(name: str, kind: str, chance: random.Random) -> str:
    """A name with one slip behind its second letter; as it is where it cannot have one of that kind."""
    letters = [at for at in range(2, len(name) - 1) if name[at].isalpha() and name[at + 1].isalpha()]
    wanted = {"another vowel": _VOWELS, "another consonant": _CONSONANTS}.get(kind, _VOWELS + _CONSONANTS)
    at = chance.choice([at for at in letters if name[at] in wanted] or [0])
    if not at:
        return name
    if kind == "lost":
        return name[:at] + name[at + 1 :]
    if kind == "doubled":
        return name[:at] + name[at] + name[at:]
    if kind == "swapped":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + chance.choice([letter for letter in wanted if letter != name[at]]) + name[at + 1 :]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["alarms", "sample", "speed", "slips"])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("code", nargs="?")
    parser.add_argument("-n", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lang", default="ru")
    parser.add_argument("--source", default="en")
    parser.add_argument("--countries", action="store_true")
    parser.add_argument("--glossary")
    parser.add_argument("--pofilter")
    asked = parser.parse_args()
    made = context(asked.source, asked.lang, countries=asked.countries or asked.what == "slips", glossary=asked.glossary)
    if asked.what == "alarms":
        alarms(asked.folder, made, asked.pofilter)
    elif asked.what == "sample":
        sample(asked.folder, made, asked.code, asked.n, asked.seed)
    elif asked.what == "slips":
        slips(made, asked.seed)
    else:
        speed(asked.folder)


if __name__ == "__main__":
    main()
