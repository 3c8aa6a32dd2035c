"""Search among the spellings of a termbase: by prefix, by substring, by likeness.

All three compare *keys*: small letters, accents and other marks left out, single spaces (so Zhanaozen, ZHANAOZEN and Žhanaözen are one).
Likeness is that of PostgreSQL's pg_trgm in both databases: the trigrams two keys share, divided by all they have, each word with two
spaces before it and one behind (PostgreSQL 15 manual, F.35). In SQLite the candidates are the spellings that share most pairs of trigrams
with what is searched, `_CANDIDATES` of them. Owns no state.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from itertools import chain, pairwise
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, text

from glossary.model import Status
from glossary.termbase_schema import concept, term
from translit.message import Message

LIKE_ENOUGH, LIKE_ENOUGH_SHORT, SHORT = 0.4, 0.3, 8
"""Likeness below which a spelling is not named, and that for keys of fewer than so many code points, where one letter weighs more."""
SHORTEST = 3
"""Code points of a key below which a substring is looked for at the beginning of spellings only: no trigram fits into it."""
_CANDIDATES = 300
_LOOKED_AT = 4_000
"""Spellings with one run of letters that are counted: a run that more have tells little, and would take most of the time."""
_SAFE, _LONG = 6, 9  # code points of a key in which one slip leaves a run of four, of five
_VERY_LIKE = 0.5
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f]"
)
"""Accents and points, which writers leave out; the vowel signs of Indic scripts are letters to their readers."""
_LAST = "\U0010ffff"


class By(StrEnum):
    """How to search."""

    PREFIX = "prefix"
    """Spellings that begin so."""
    SUBSTRING = "substring"
    """Spellings that have it anywhere; fewer than three letters: that begin so."""
    LIKENESS = "likeness"
    """Spellings like it, the likest first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling that was found."""

    concept: str
    """The id of its concept."""
    text: str
    """The spelling."""
    language: str
    """BCP 47 language subtag."""
    script: str
    """ISO 15924 code."""
    status: Status
    """What the glossary says of it."""
    likeness: float
    """From 0 to 1: the share of trigrams that it has in common with what was searched."""

    @property
    def line(self) -> str:
        """The hit as one line."""
        where, status = f"{self.language}-{self.script}", Message.of(str(self.status))
        return Message("{text}  {where}  {status}  {concept}", text=self.text, where=where, status=status, concept=self.concept)


def search_key(spelling: str) -> str:
    """A spelling as search compares it."""
    if spelling.isascii():
        return " ".join(spelling.lower().split())
    return " ".join(_MARKS.sub("", unicodedata.normalize("NFKD", spelling)).casefold().split())


def trigrams(key: str) -> set[str]:
    """The trigrams of a key, as pg_trgm has them but for punctuation, which counts here."""
    return {padded[at : at + 3] for word in key.split() for padded in (f"  {word} ",) for at in range(len(padded) - 2)}


def search(connection: Connection, wanted: str, by: By, *, language: str | None, limit: int) -> list[Hit]:
    """At most `limit` spellings, the best first: by likeness, or the shorter before the longer; of all languages where none is named.

    A search for nothing finds nothing.
    """
    key = search_key(wanted)
    if not key or limit < 1:
        return []
    if by is By.LIKENESS:
        return _likest(connection, key, language, limit)
    chosen = _spellings(language).limit(limit)
    if by is By.PREFIX or len(key) < SHORTEST:
        rows = connection.execute(chosen.where(term.c.key >= key, term.c.key < key + _LAST).order_by(term.c.key, term.c.number)).all()
    elif connection.dialect.name == "sqlite":
        holds = func.instr(term.c.key, key) > 0
        rows = connection.execute(chosen.where(_fts(_all(_grams(key))), holds)).all()
    else:
        rows = connection.execute(chosen.where(term.c.key.contains(key, autoescape=True))).all()
    return _hits(rows, key)


def _spellings(language: str | None) -> Select[*tuple[Any, ...]]:
    chosen = select(concept.c.id, term.c.text, term.c.language, term.c.script, term.c.status, term.c.key).join(
        concept, term.c.concept == concept.c.number
    )
    return chosen if language is None else chosen.where(term.c.language == language)


def _fts(question: str) -> Any:
    return text("term.number IN (SELECT rowid FROM spelling WHERE spelling MATCH :question)").bindparams(question=question)


def _grams(key: str) -> list[str]:
    """The trigrams of a string in their order, as FTS5 has them: code points, spaces among them."""
    return [key[at : at + 3] for at in range(len(key) - 2)]


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'


def _all(grams: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, dict.fromkeys(grams)))


def _likest(connection: Connection, key: str, language: str | None, limit: int) -> list[Hit]:
    enough = LIKE_ENOUGH_SHORT if len(key) < SHORT else LIKE_ENOUGH
    if connection.dialect.name == "sqlite":
        chosen = _best(connection, key, language, enough, limit)
        return _hits(connection.execute(_spellings(language).where(term.c.number.in_(chosen))).all(), key)
    alike = func.similarity(term.c.key, key)
    connection.exec_driver_sql(f"SET LOCAL pg_trgm.similarity_threshold = {enough}")
    rows = connection.execute(_spellings(language).where(term.c.key.op("%")(key)).order_by(alike.desc(), term.c.number).limit(limit)).all()
    return _hits(rows, key)


def _best(connection: Connection, key: str, language: str | None, enough: float, limit: int) -> list[int]:
    """The numbers of the likest terms, at most `limit`.

    The terms that share most runs of five letters with the key are looked at, for these are few (of a long key every second or third
    run is enough); then runs of four, which one slip leaves
    in every key of six letters and more; then, for a shorter key or where nothing was found, two runs of three apart from each other.
    Where a very like one is found, the rest is not asked.
    """
    grams = _grams(f" {key} ")
    fives = [_all(run) for run in zip(grams, grams[1:], grams[2:], strict=False)][:: 1 + len(key) // 12] if len(key) >= _LONG else []
    fours = [_all(run) for run in pairwise(grams)]
    apart = [_all(run) for run in zip(grams, grams[3:], strict=False)] + [_all((grams[0], grams[-1]))]
    wanted = trigrams(key)
    driver: Any = connection.connection.driver_connection
    alike: dict[int, float] = {}
    for runs in (fives, fours, apart):
        if runs is apart and alike and len(key) >= _SAFE:
            break
        shared: Counter[int] = Counter()
        for run in dict.fromkeys(runs):
            rows = driver.execute("SELECT rowid FROM spelling WHERE spelling MATCH ? LIMIT ?", (run, _LOOKED_AT))
            shared.update(chain.from_iterable(rows))
        likely = [number for number, _ in shared.most_common(_CANDIDATES)]
        keys = select(term.c.number, term.c.key).where(term.c.number.in_(likely))
        for number, other in connection.execute(keys if language is None else keys.where(term.c.language == language)).all():
            if (likeness := _likeness(wanted, other)) >= enough:
                alike[number] = likeness
        if max(alike.values(), default=0) >= _VERY_LIKE and len(key) >= _SAFE:
            break
    return nlargest(limit, alike, key=lambda number: (alike[number], -number))


def _hits(rows: Iterable[Row[Any]], key: str) -> list[Hit]:
    """Rows as hits, the likest first, then the shorter, then in the order of the letters."""
    wanted = trigrams(key)
    hits = [(_likeness(wanted, row.key), row) for row in rows]
    hits.sort(key=lambda hit: (-hit[0], len(hit[1].key), hit[1].key, hit[1].id))
    return [Hit(row.id, row.text, row.language, row.script, Status(row.status), likeness) for likeness, row in hits]


def _likeness(wanted: set[str], key: str) -> float:
    grams = trigrams(key)
    shared = len(wanted & grams)
    return shared / (len(wanted) + len(grams) - shared) if shared else 0.0
