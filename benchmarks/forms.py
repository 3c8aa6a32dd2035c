"""Are the inflected names of running text recognised, and is anything else taken for one?

    python benchmarks/forms.py PAIRS.jsonl [--language ru] [--names NAMES.jsonl] [--text FILE…] [--misses]

Recognition: for each pair of two shapes of one name, a glossary of all base forms is made; the inflected shape must be found as a form of
its own base. Look-alikes: a shape that is paired with another name must not be found as a form of it. False hits: the names found in
texts that are not about them, as a share of all words; with `--names` the names are all those of the language in the rows of another
file, first as they are and then with their forms, so that the difference is what the forms cost.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from glossary.folding import shape
from glossary.forms import expand
from glossary.glossary import Glossary
from glossary.lexicon import Lexicon
from glossary.model import Concept, Status, Term

SCRIPT = "Cyrl"
_BASES = {"Кордильеры", "Балканы", "Христос", "Лесничество"}
"""Base forms that are not the shorter of the pair, as those of other names are."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two shapes that stand beside each other in the data."""

    base: str
    """The nominative, as far as its ending tells."""
    other: str
    """The other shape."""
    same: bool
    """Whether they are one name."""


def base_first(one: str, other: str) -> tuple[str, str]:
    """The two shapes with the nominative first: a listed one, else the shorter, else the one that ends as nominatives do."""

    def key(name: str) -> tuple[bool, int, int]:
        last = name[-1].lower()
        return (name not in _BASES, len(name), 0 if last not in "аеёиоуыэюя" else 1 if last in "ая" else 2)

    return (one, other) if key(one) <= key(other) else (other, one)


def read(path: Path, language: str) -> list[Pair]:
    """The inflected pairs of one language."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    chosen = [row for row in rows if row["inflected"] and row["lang_a"] == row["lang_b"] == language]
    return [Pair(*base_first(row["a"], row["b"]), same=bool(row["label"])) for row in chosen]


def lexicon(names: dict[str, str], language: str, *, forms: bool = True) -> Lexicon:
    """A glossary of these names, each with its kind, and nothing more."""
    concepts = [
        Concept(f"name-{number}", kind, (Term(name, language, SCRIPT, Status.PREFERRED, indeclinable=not forms),))
        for number, (name, kind) in enumerate(sorted(names.items()))
    ]
    return Glossary.of(concepts).lexicon(language)


def gazetteer(path: Path, language: str) -> dict[str, str]:
    """The names of a file of pairs without languages that are in one, by their letters, with their kinds."""
    found: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        for name in (row["a"], row["b"]):
            if name[:1].isupper() and re.fullmatch(r"[Ѐ-ӿ' -]+", name):
                letters = name.lower()
                of = "kk" if re.search("[әғқңөұүһ]", letters) else "uk" if re.search("[іїєґ]", letters) else "ru"
                if of == language and not re.search("[ў']", letters):
                    found[name] = row["kind"]
    return found


def recognised(lexicon_: Lexicon, base: str, form: str) -> bool:
    """Whether a form is found whole, as one of this name."""
    return any(one.term == base and (one.start, one.end) == (0, len(form)) for one in lexicon_.find(form))


def text_of(path: Path) -> str:
    """A text, unpacked, with the commands of a manual page taken out."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return re.sub(r"\\f.|\\\(..|\\[-&/,]|^[.'].{2,3}\s", " ", data.decode("utf-8", "replace"), flags=re.MULTILINE)


def time_forms(names: dict[str, str], language: str) -> None:
    """How long the forms of a name take to make, and how many there are."""
    terms = [(Term(name, language, SCRIPT, Status.PREFERRED), kind) for name, kind in names.items()]
    runs: list[float] = []
    made = 0
    for _ in range(5):
        began = process_time()
        made = sum(1 for term, kind in terms for _ in expand(term, None, kind))
        runs.append(process_time() - began)
    print(f"{made / len(terms):.1f} forms a name, {median(runs) / len(terms) * 1e6:.0f} µs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--language", default="ru")
    parser.add_argument("--names", type=Path)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--misses", action="store_true", help="name what was missed, and what was taken for a name")
    wanted = parser.parse_args()
    pairs = read(wanted.pairs, wanted.language)
    inflected = [pair for pair in pairs if pair.same and shape(pair.base) != shape(pair.other)]
    unlike = [pair for pair in pairs if not pair.same]
    names = lexicon({pair.base: "other" for pair in inflected}, wanted.language)
    missed = [pair for pair in inflected if not recognised(names, pair.base, pair.other)]
    if inflected:
        print(f"recognised: {len(inflected) - len(missed)} of {len(inflected)} ({1 - len(missed) / len(inflected):.4f})")
    wrong = [pair for pair in unlike if recognised(lexicon({pair.base: "other"}, wanted.language), pair.base, pair.other)]
    if unlike:
        print(f"look-alikes taken for a form: {len(wrong)} of {len(unlike)}")
    if wanted.names is not None:
        listed = gazetteer(wanted.names, wanted.language)
        time_forms(listed, wanted.language)
        tried = [(f"{len(listed)} names", lexicon(listed, wanted.language, forms=False)), ("their forms", lexicon(listed, wanted.language))]
    else:
        tried = [(f"{len({pair.base for pair in inflected})} names and their forms", names)]
    texts = [text_of(path) for path in wanted.text]
    tokens = sum(len(re.findall(r"\w+", text)) for text in texts)
    hits: Counter[str] = Counter()
    for title, tried_ in tried if tokens else ():
        hits = Counter(f"{one.text} ({one.term})" for text in texts for one in tried_.find(text))
        print(f"{title}: {hits.total()} found in {tokens} words ({hits.total() / tokens:.5%})")
    if wanted.misses:
        for pair in missed:
            print(f"  missed: {pair.other} of {pair.base}")
        for pair in wrong:
            print(f"  taken: {pair.other} for {pair.base}")
        for name, number in hits.most_common(60):
            print(f"  {number} {name}")


if __name__ == "__main__":
    main()
