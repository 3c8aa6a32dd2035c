"""Is a large catalog checked and mended fast, are real ones given back to the byte, and how often is an alarm false?

    python benchmarks/catalogs.py speed
    python benchmarks/catalogs.py files FOLDER        every .po below: no edit, same bytes; one changed word, one changed line; polib, msgfmt
    python benchmarks/catalogs.py alarms FOLDER       every Russian .po below against the names of countries in CLDR

The catalog for speed is made here: 40,000 messages with remarks, references, wrapped strings and plurals, about 18 MB.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import tempfile
import time
from itertools import pairwise, zip_longest
from pathlib import Path

from glossary.catalogs import Checked, check_catalog, read_catalog
from glossary.findings import Edit
from glossary.glossary import Glossary
from glossary.model import Concept, Status, Term
from glossary.po_escapes import placed

MESSAGES, CONCEPTS = 40_000, 1_000
_WORDS_EN = [
    "the",
    "report",
    "of",
    "a",
    "commission",
    "on",
    "water",
    "and",
    "roads",
    "was",
    "sent",
    "to",
    "every",
    "district",
    "office",
    "before",
    "winter",
    "came",
]
_WORDS_RU = [
    "доклад",
    "комиссии",
    "о",
    "воде",
    "и",
    "дорогах",
    "был",
    "отправлен",
    "во",
    "все",
    "районные",
    "отделы",
    "до",
    "наступления",
    "зимы",
]
HEADER = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def glossary() -> Glossary:
    """Names like those of towns, with a wrong variant each."""
    choice = random.Random(4)
    starts, ends = (
        ["бар", "кол", "тур", "сар", "акт", "жан", "шым", "кен", "дос", "мар", "тал", "ура", "нур", "кас", "бел"],
        ["бай", "тау", "кент", "град", "озен", "сай", "кул", "абад"],
    )
    letters = dict(
        zip(
            "абвгдежзийклмнопрстуфхцчшщыэюя",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "zh",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "sch",
                "y",
                "e",
                "yu",
                "ya",
            ],
            strict=True,
        )
    )
    concepts: dict[str, Concept] = {}
    while len(concepts) < CONCEPTS:
        name = "".join(choice.choices(starts, k=2)) + choice.choice(ends)
        latin = "".join(map(letters.__getitem__, name))
        concepts[latin] = Concept(latin, "place", (
            Term(latin.capitalize(), "en", "Latn", Status.PREFERRED),
            Term(name.capitalize(), "ru", "Cyrl", Status.PREFERRED),
            Term(name.capitalize() + "ск", "ru", "Cyrl", Status.DEPRECATED),
        ))  # fmt: skip
    return Glossary.of(concepts.values())


def large(names: Glossary) -> str:
    """The catalog: every eighth message has a name, one a wrong one."""
    choice = random.Random(5)
    parts = [HEADER]
    for number in range(MESSAGES):
        english, russian = choice.choices(_WORDS_EN, k=20), choice.choices(_WORDS_RU, k=20)
        if number % 8 == 0:
            concept = choice.choice(names.concepts)
            english[9], russian[9] = concept.terms[0].text, concept.terms[2 if number == MESSAGES // 2 else 1].text
        parts.append(
            f"#. Extracted remark {number}: {' '.join(english[:4])}\n#: source/part{number % 97}/file{number % 977}.c:{number % 5000}\n"
            f'msgid ""\n"{number} {" ".join(english[:10])} "\n"{" ".join(english[10:])}."\nmsgstr ""\n"{number} {" ".join(russian[:10])} "\n"{" ".join(russian[10:])}."\n\n'
        )
    return "".join(parts)


def speed() -> None:
    """Open, check and write with one change: seconds of CPU, median of 5; the parts, and polib beside it."""
    names = glossary()
    for language in ("en", "ru"):
        names.lexicon(language)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ru.po"
        file.write_text(large(names), "utf-8")
        print(f"{file.stat().st_size / 1e6:.1f} MB, {MESSAGES:,} messages, {CONCEPTS:,} concepts")
        rows: list[tuple[float, ...]] = []
        for _ in range(5):
            at = [time.process_time()]
            catalog = read_catalog(file)
            at.append(time.process_time())
            checked = Checked(catalog, check_catalog(catalog, names.lexicon))
            at.append(time.process_time())
            data = checked.fixed()
            (Path(folder) / "out.po").write_bytes(data)
            at.append(time.process_time())
            rows.append((*(two - one for one, two in pairwise(at)), at[-1] - at[0]))
        changed = sum(one != two for one, two in zip_longest(catalog.data.split(b"\n"), data.split(b"\n")))
        for name, column in zip(("open", "check", "write", "all"), zip(*rows, strict=True), strict=True):
            print(f"| {name} | {statistics.median(column):.2f} s |")
        print(f"findings: {[(one.code, one.message) for one in checked.findings]}; lines changed: {changed}")
        import polib

        start = time.process_time()
        model = polib.pofile(str(file))
        model.save(str(Path(folder) / "polib.po"))
        print(f"| polib: parse and write | {time.process_time() - start:.2f} s |")


def files(folder: Path) -> None:
    """Every catalog below a folder."""
    import polib

    total = same = one_line = msgfmt = like_polib = 0
    for file in sorted(folder.rglob("*.po")):
        total += 1
        catalog = read_catalog(file)
        same += catalog.spliced(()) == file.read_bytes()
        target = next(
            ((one, said) for one in catalog.messages[1:] if not one.obsolete and (said := catalog.value(one.strings[0])).strip()), None
        )
        if target is None:
            one_line, msgfmt, like_polib = one_line + 1, msgfmt + 1, like_polib + 1
            continue
        message, said = target
        word = said.split()[0]
        at = said.index(word)
        data = catalog.spliced(placed(Edit(at, at + len(word), word + "Z"), said, catalog.runs(message.strings[0])))
        before, after = catalog.data.split(b"\n"), data.split(b"\n")
        one_line += len(before) == len(after) and sum(one != two for one, two in zip(before, after, strict=True)) == 1
        with tempfile.TemporaryDirectory() as place:
            out = Path(place) / file.name
            out.write_bytes(data)
            ran = [
                subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, check=False).returncode
                for path in (file, out)
            ]
            msgfmt += ran[0] == ran[1]
            old, new = (polib.pofile(str(path), encoding=catalog.charset) for path in (file, out))
            differing = sum((one.msgstr, one.msgstr_plural) != (two.msgstr, two.msgstr_plural) for one, two in zip(old, new, strict=True))
            like_polib += differing == 1 and len(old) == len(new)
    print(f"{total} files: {same} the same bytes without an edit; with one changed word: {one_line} differ in one line,")
    print(f"{like_polib} in one string by polib, {msgfmt} are to msgfmt -c what they were")


def alarms(folder: Path) -> None:
    """What a check says of the real catalogs below a folder, each finding with its strings, for a reader to judge."""
    from babel import Locale

    english, russian = Locale("en").territories, Locale("ru").territories
    names = Glossary.of(
        Concept(code.lower(), "place", (Term(name, "en", "Latn", Status.PREFERRED), Term(russian[code], "ru", "Cyrl", Status.PREFERRED)))
        for code, name in english.items()
        if len(code) == 2 and code in russian
    )
    lexicon = names.lexicon("en")
    asked = raised = exact = 0
    for file in sorted(folder.rglob("*.po")):
        catalog = read_catalog(file)
        if (catalog.language or "") != "ru":
            continue
        for one in catalog.messages:
            said = catalog.value(one.strings[0])
            if one.obsolete or one.id is None or not said or not catalog.value(one.id) or catalog.is_fuzzy(one):
                continue
            found = lexicon.find(catalog.value(one.id))
            asked += bool(found)
            exact += any((term := names.concept(each.concept).preferred("ru")) is not None and term.text not in said for each in found)
        for finding in check_catalog(catalog, names.lexicon):
            raised += 1
            message = next(one for one in catalog.messages if one.start <= finding.start < one.end)
            print(
                f"{file.name}:{catalog.line(finding.start)}\t{finding.message}\t{catalog.key(message)[1]}\t{catalog.value(message.strings[0])}"
            )
    print(
        f"{asked} messages with a name; {raised} alarms ({raised / max(asked, 1):.1%}); exact matching would raise {exact} ({exact / max(asked, 1):.1%})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "files", "alarms"])
    parser.add_argument("folder", type=Path, nargs="?")
    asked = parser.parse_args()
    if asked.what == "speed":
        speed()
    elif asked.folder is None:
        parser.error("name a folder of catalogs")
    else:
        {"files": files, "alarms": alarms}[asked.what](asked.folder)


if __name__ == "__main__":
    main()
