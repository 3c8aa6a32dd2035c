"""Are bilingual files given back to the byte, does one edit touch one span, and is a memory of 100,000 pairs opened fast and small?

    python benchmarks/bitexts.py files FOLDER… [--peer PYTHON]    every PO, XLIFF and TMX file below
    python benchmarks/bitexts.py memory [--peer PYTHON]           a made TMX of 100,000 pairs

`--peer` names an interpreter in whose environment translate-toolkit (GPL, so it runs in a process of its own) and polib are installed.
An edit puts a letter behind the last one of one target chosen at random (seeded); a file is right where nothing else of it changes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from passages import DocumentError, PairChange, open_bitext

PAIRS = 100_000
_SUFFIXES = frozenset((".po", ".xlf", ".xliff", ".tmx"))
_WORDS = {
    "en": "the report of a commission on water and roads was sent to every district office before winter came",
    "ru": "доклад комиссии о воде и дорогах был отправлен во все районные отделы до наступления зимы",
}
_PEER = """
import io, json, sys, time, resource
def toolkit(path, edit):
    from translate.storage import factory
    store = factory.getobject(path)
    for unit in store.units:
        if edit and str(unit.source) == edit[0] and str(unit.target) == edit[1]:
            unit.target = edit[2]
            break
    out = io.BytesIO()
    store.serialize(out)
    return out.getvalue()
def polib(path, edit):
    import polib
    file = polib.pofile(path)
    for entry in file:
        if edit and entry.msgid == edit[0] and entry.msgstr == edit[1]:
            entry.msgstr = edit[2]
            break
    return str(file).encode(file.encoding)
def lines(old, new):
    old, new = old.split(b"\\n"), new.split(b"\\n")
    while old and new and old[-1] == new[-1]:
        old.pop(), new.pop()
    start = next((at for at in range(min(len(old), len(new))) if old[at] != new[at]), min(len(old), len(new)))
    return max(len(old), len(new)) - start
name, asked = json.load(sys.stdin)
same, one, failed, spent = 0, 0, 0, 0.0
give = {"toolkit": toolkit, "polib": polib}[name]
for path, edit in asked:
    data = open(path, "rb").read()
    start = time.process_time()
    try:
        same += give(path, None) == data
        spent += time.process_time() - start
        one += edit is not None and lines(data, give(path, edit)) == 1
    except Exception:
        failed += 1
json.dump([same, one, failed, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024], sys.stdout)
"""

Edit = tuple[str, str, str] | None
"""A source, its target, and the target it is to have."""


def peer(python: str, name: str, asked: Sequence[tuple[Path, Edit]]) -> tuple[int, int, int, float, float]:
    """How a peer does with files and one edit in each.

    Files given back identical without the edit; with one line other with it; failed; seconds of CPU time without the edits; megabytes at most.
    """
    told = json.dumps([name, [(str(path), edit) for path, edit in asked]])
    done = subprocess.run([python, "-c", _PEER], input=told, capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def difference(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """What stands between the longest common beginning and end."""
    start = 0
    step = 1 << 20
    while step:  # by halves: files of megabytes
        while old[start : start + step] == new[start : start + step] and start + step <= min(len(old), len(new)):
            start += step
        step >>= 1
    old, new = old[start:], new[start:]
    stop = next((at for at in range(min(len(old), len(new))) if old[-1 - at] != new[-1 - at]), min(len(old), len(new)))
    return old[: len(old) - stop], new[: len(new) - stop]


def files(folders: Iterable[Path], python: str | None) -> None:
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    choice = random.Random(5)
    counts: dict[str, Counter[str]] = {}
    read: dict[str, list[tuple[Path, Edit]]] = {}
    for path in found:
        kind = "XLIFF" if path.suffix.startswith(".xl") else path.suffix[1:].upper()
        told = counts.setdefault(kind, Counter())
        told["files"] += 1
        start = time.process_time()
        try:
            bitext = open_bitext(path)
        except DocumentError as error:
            told["refused"] += 1
            print(error, file=sys.stderr)
            continue
        told["pairs"] += len(bitext.pairs)
        told["same"] += bitext.to_bytes() == bitext.data
        told["milliseconds"] += round(1000 * (time.process_time() - start))
        open_pairs = [pair for pair in bitext.pairs if pair.target.strip() and not pair.locked and bitext.target_language]
        if not open_pairs:
            told["nothing to edit"] += 1
            read.setdefault(kind, []).append((path, None))
            continue
        pair = choice.choice(open_pairs)
        at = max(number for number, character in enumerate(pair.target) if not character.isspace()) + 1
        text = f"{pair.target[:at]}z{pair.target[at:]}"
        read.setdefault(kind, []).append((path, None if pair.plural is not None or pair.target_codes else (pair.source, pair.target, text)))
        old, new = difference(bitext.data, bitext.to_bytes({pair.key: PairChange(text)}))
        told["one span"] += (old, new.replace(b"\0", b"")) == (b"", b"z")
        told["a line broken"] += old.count(b"\n") == 0 and new.count(b"\n") > 0
    for kind, told in counts.items():
        print(kind, dict(told))
        if python is not None:
            for name in ("toolkit", "polib") if kind == "PO" else ("toolkit",):
                asked = read.get(kind, [])
                same, one, failed, seconds, _ = peer(python, name, asked)
                edits = sum(edit is not None for _, edit in asked)
                print(f"  {name}: {same} identical, one line of {one} in {edits}, {failed} not read or not written, {seconds:.1f} s")


def made(path: Path) -> None:
    """A memory like those of translators: a code in every seventh pair, a reference in every fifth."""
    choice = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  <header srclang="en" datatype="plaintext"/>\n  <body>\n')
        for number in range(PAIRS):
            sides = {tag: " ".join(choice.choices(words.split(), k=choice.randint(5, 24))) for tag, words in _WORDS.items()}
            if number % 7 == 0:
                sides = {tag: f'<bpt i="1">&lt;b></bpt>{said}<ept i="1">&lt;/b></ept>' for tag, said in sides.items()}
            if number % 5 == 0:
                sides = {tag: f"{said} &amp; more" for tag, said in sides.items()}
            file.write(f'    <tu tuid="{number}" creationdate="20240101T000000Z">\n')
            file.writelines(f'      <tuv xml:lang="{tag}"><seg>{said}</seg></tuv>\n' for tag, said in sides.items())
            file.write("    </tu>\n")
        file.write("  </body>\n</tmx>\n")


def resident() -> float:
    """Megabytes that this process has in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def memory(python: str | None) -> None:
    import passages.bitext.tmx

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.tmx"
        made(path)
        size = path.stat().st_size / 1e6
        before, start = resident(), time.process_time()
        bitext = open_bitext(path)
        opened = time.process_time() - start
        held = resident() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000 - before
        print(f"{passages.bitext.tmx.__name__}: {len(bitext.pairs)} pairs, {size:.1f} MB")
        print(f"open {opened:.2f} s; memory {held:.0f} MB ({held - size:.0f} over the bytes), {peak:.0f} MB at most")
        start = time.process_time()
        letters = sum(len(pair.source) + len(pair.target) for pair in bitext.pairs)
        print(f"all pairs once: {time.process_time() - start:.2f} s ({letters} code points)")
        start = time.process_time()
        pair = bitext.pairs[PAIRS // 2]
        bitext.to_bytes({pair.key: PairChange(f"{pair.target}!")})
        print(f"write with one change, proof included: {time.process_time() - start:.2f} s")
        if python is not None:
            same, _, failed, seconds, most = peer(python, "toolkit", [(path, None)])
            print(f"toolkit: open and write {seconds:.1f} s, {most:.0f} MB; identical: {bool(same)}, failed: {bool(failed)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("files", "memory"))
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--peer")
    asked = parser.parse_args()
    if asked.what == "files":
        files(asked.folders, asked.peer)
    else:
        memory(asked.peer)


if __name__ == "__main__":
    main()
