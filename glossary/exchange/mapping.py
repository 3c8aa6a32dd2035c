"""Which column of a foreign table is what: guessed by its header, shown, confirmed or corrected, and then applied.

A header is a word for one of the glossary's own columns (`table_text.HEADERS`), or a language, which makes the column that language's
preferred names. A column known by its letters alone is a guess that must be confirmed. Applied, a mapping turns each record into records
of the long form, a term a line, so that one reader judges every table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from glossary import fields
from glossary.errors import GlossaryError
from glossary.model import KINDS
from glossary.reading import Place
from glossary.table_text import HEADERS, Record, column_of
from translit.message import Message, joined

SAMPLE = 50
"""Records looked at where the header does not say what a column is."""
LONG = (
    "concept",
    "language",
    "term",
    "status",
    "type",
    "kind",
    "note",
    "source",
    "from",
    "until",
    "case",
    "needs",
    "excludes",
    "forms",
    "weak",
)
"""The columns of the records that a mapping gives."""

_NOWHERE = ("script", "replacement")
"""Columns of the glossary's own that say something of one term, and nothing of a line that has several."""
_TAG = re.compile(r"(?!no\b)[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_][a-z]{2})?")  # “No” heads a column of numbers, not of Norwegian
_WRONG = "variants?|synonyms?|avoid|wrong|misspell(?:ed|ings?)|варианты|синонимы|неправильно|неверно|ошибочно|нұсқалары|қате"
_VARIANTS = re.compile(
    rf"(?P<language>.+?)[ _-]+\(?(?:{_WRONG})\)?|(?:{_WRONG})[ _:-]*(?:\(|\bin |\bпо-|\bна )?(?P<language_behind>[^()]+?)\)?", re.IGNORECASE
)
"""English variants, English (wrong), Wrong in English, Неправильно по-английски, Варианты на английском."""
_CASES = (("", ""), ("ски", "ский"), ("ском", "ский"))
"""Endings of a language's name in Russian headers, and what its dictionary form ends in."""
_REGION = re.compile(r"\s*\([^)]*\)\s*$")
_SEPARATOR = re.compile(r"\s*[;|]\s*")
_WORDS = ("en", "ru", "kk", "uk", "de", "fr")
"""Languages in whose words a header may name a language."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one column is."""

    header: str
    """As it stands in the file."""
    role: str | None
    """A column of the glossary's own (`note`), the preferred names of a language (`name@kk`), its variants (`variants@kk`); None for nothing."""
    certain: bool = True
    """False where the header does not say so and the letters of the cells do."""

    def __str__(self) -> str:
        if self.role is None:
            return Message("“{header}” is left aside", header=self.header)
        word, _, language = self.role.partition("@")
        what = {"name": Message("names in {language}", language=language), "variants": Message("variants in {language}", language=language)}
        guessed = Message("" if self.certain else " (guessed by its letters)")
        return Message("“{header}” is {what}{guessed}", header=self.header, what=what.get(word, word), guessed=guessed)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a table are, in their order."""

    columns: tuple[Column, ...]

    @property
    def certain(self) -> bool:
        """True where nothing is guessed and there is a column of names."""
        return self.has_names and all(column.certain for column in self.columns)

    @property
    def has_names(self) -> bool:
        """True where a column holds names."""
        return any(column.role is not None and column.role.startswith("name@") for column in self.columns)

    def lines(self) -> list[str]:
        """What each column is taken for, to be confirmed."""
        return [str(column) for column in self.columns]

    def corrected(self, words: Iterable[str]) -> Mapping:
        """The mapping with the user's own words, `Header=role` each, in place of guesses; what is not named stays and counts as confirmed.

        A role is a column (`note`), a language (`kk`), `variants@kk`, or empty for a column to be left aside.

        Raises:
            ValueError: for a header that is not there, or a role that is none.
        """
        given: dict[str, str | None] = {}
        for word in words:
            header, equals, role = word.rpartition("=")
            if not equals or not any(column.header.casefold() == header.strip().casefold() for column in self.columns):
                names = ", ".join(column.header for column in self.columns)
                raise ValueError(Message("“{word}” names no column; write HEADER=ROLE with one of {names}", word=word, names=names))
            given[header.strip().casefold()] = _role(role.strip())
        return Mapping(tuple(Column(one.header, given.get(one.header.casefold(), one.role)) for one in self.columns))

    def apply(self, records: Iterator[Record]) -> Iterator[Record]:
        """Records of the long form, the first of them its header; `records` are those after the file's own header."""
        yield 1, list(LONG)
        for line, cells in records:
            given = {
                column.role: stripped
                for column, cell in zip(self.columns, cells, strict=False)
                if column.role is not None and (stripped := cell.strip())
            }
            names = {role.partition("@")[2]: _split(cell) for role, cell in given.items() if role.startswith("name@")}
            variants = {role.partition("@")[2]: _split(cell) for role, cell in given.items() if role.startswith("variants@")}
            if not names:
                if given:
                    yield line, ["", "", "", *[""] * (len(LONG) - 3)]
                continue
            label = given.get("concept") or names.get("en", next(iter(names.values())))[0]
            shared = {role: cell for role, cell in given.items() if "@" not in role}
            for language in dict.fromkeys((*names, *variants)):
                for place, name in enumerate(names.get(language, ())):
                    yield line, _long(label, language, name, "admitted" if place else shared.get("status", "preferred"), shared)
                for name in variants.get(language, ()):
                    yield line, _long(label, language, name, "deprecated", shared)


def guess(header: Sequence[str], sample: Sequence[Sequence[str]] = ()) -> Mapping:
    """What the columns of a table are by its header, and by the letters of a sample of its records where a header of names tells no language."""
    columns: list[Column] = []
    for cell in header:
        role = _known(cell)
        columns.append(Column(cell.strip(), None if any(one.role == role for one in columns) else role))
    unsaid = {at for at, column in enumerate(columns) if column.role in ("term", "preferred")}
    if not Mapping(tuple(columns)).has_names:
        unsaid |= {at for at, column in enumerate(columns) if column.role is None}
    for at in sorted(unsaid):
        columns[at] = _by_letters(Column(columns[at].header, None), at, sample, columns)
    for at, column in enumerate(columns):
        if column.role == "variants":
            columns[at] = _variants(column.header, at, sample, columns)
        elif column.role == "type" and _holds_kinds(at, sample) and not any(one.role == "kind" for one in columns):
            columns[at] = Column(column.header, "kind")
    return Mapping(tuple(Column(one.header, None, one.certain) if one.role in _NOWHERE else one for one in columns))


def _holds_kinds(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Whether a column says of what kind the things are, not of what type their names: in a table “Type” is a word for both."""
    cells = {cells[at].strip().casefold() for cells in sample if at < len(cells)} - {""}
    return bool(cells) and cells <= set(KINDS)


def _variants(header: str, at: int, sample: Sequence[Sequence[str]], columns: Sequence[Column]) -> Column:
    """A column of variants that does not say of which language: that of the one column of names, else that of its letters, as a guess."""
    names = [one.role for one in columns if one.role is not None and one.role.startswith("name@")]
    guessed = names[0] if len(names) == 1 else _by_letters(Column(header, None), at, sample, ()).role
    return Column(header, None if guessed is None else guessed.replace("name@", "variants@"), len(names) == 1)


def mapped(records: Iterator[Record], mapping: Mapping | None, place: Place, remarks: list[str]) -> Iterator[Record]:
    """The records of a table in a form that `table_of` understands: as they are where the header is the glossary's own, else mapped.

    A column that holds something and is left aside is told in `remarks`, for nothing is to be lost unseen.

    Raises:
        GlossaryError: where a mapping must be confirmed first, saying what was guessed.
    """
    for line, header in records:
        if not any(cell.strip() for cell in header):
            continue
        own = {column_of(cell) for cell in header}
        if mapping is None and (("term" in own and own & {"concept", "preferred"}) or {"preferred", "variants"} <= own):
            yield line, header
            yield from records
            return
        sample = list(islice(records, SAMPLE))
        chosen = mapping or guess(header, [cells for _, cells in sample])
        if len(chosen.columns) != len(header):
            raise place.at(line).fault(
                Message("has {there} columns, the mapping {mapped}", there=len(header), mapped=len(chosen.columns)),
                "make the mapping for this file",
            )
        if not chosen.has_names:
            raise place.at(line).fault(
                Message("no column holds names in a language that is known: {lines}", lines=joined("; ", chosen.lines())), _remedy(chosen)
            )
        if mapping is None and not chosen.certain:
            raise place.at(line).fault(
                Message("the columns must be confirmed: {lines}", lines=joined("; ", chosen.lines())), _remedy(chosen)
            )
        remarks += _left_aside(chosen, sample, place.at(line))
        yield from chosen.apply(_chain(sample, records))
        return


def _left_aside(mapping: Mapping, sample: Iterable[Record], place: Place) -> Iterator[str]:
    """A remark on each column that has cells and no role."""
    for at, column in enumerate(mapping.columns):
        if column.role is None and any(at < len(cells) and cells[at].strip() for _, cells in sample):
            yield Message(
                "{where}:{line}: the column “{header}” is left aside; take it in with --map '{header}=ROLE', "
                "a language, variants@en, note or another column",
                where=place.source,
                line=place.line,
                header=column.header,
            )


def _chain(first: Iterable[Record], rest: Iterator[Record]) -> Iterator[Record]:
    yield from first
    yield from rest


def _remedy(mapping: Mapping) -> str:
    """How to confirm what was guessed, in words for a shell."""
    open_ = next((column for column in mapping.columns if column.role is None or not column.certain), Column("Header", None))
    words = ", ".join(HEADERS)
    return Message(
        "say which column is which, as --map '{named}={role}', a language or one of {words}",
        named=open_.header,
        role=open_.role or "kk",
        words=words,
    )


def _role(word: str) -> str | None:
    if not word:
        return None
    known = _known(word)
    if word.startswith(("name@", "variants@")):
        known = f"{word.partition('@')[0]}@{fields.language(word.partition('@')[2], Place('--map'))}"
    if known is None:
        words = ", ".join(HEADERS)
        raise ValueError(
            Message("“{word}” is no language and no column; write a tag such as kk, or one of {words}", word=word, words=words)
        )
    return known


def _known(header: str) -> str | None:
    """The role that a header names."""
    plain = _REGION.sub("", header.strip())
    column = column_of(header)
    if column is not None:
        return column
    found = _VARIANTS.fullmatch(header.strip())
    if found is None:
        language = language_of_header(plain)
        return column_of(plain) if language is None else f"name@{language}"
    said = (found["language"] or found["language_behind"]).strip()
    words = (f"{said.removesuffix(ending)}{whole}" for ending, whole in _CASES if said.casefold().endswith(ending))
    language = next(filter(None, map(language_of_header, words)), None)
    return None if language is None else f"variants@{language}"


def language_of_header(header: str) -> str | None:
    """The language a header names by its tag or its name in one of a few languages."""
    plain = header.strip().casefold()
    if plain in fields.LANGUAGES:
        return fields.LANGUAGES[plain]
    from babel import Locale, UnknownLocaleError

    for code in _WORDS:
        known: dict[str, str] = dict(cast("Any", Locale.parse(code)).languages)
        for tag, name in known.items():
            if plain == name.casefold():
                return tag.casefold().replace("_", "-")
    if not _TAG.fullmatch(plain):
        return None
    try:
        Locale.parse(plain.replace("_", "-").split("-")[0])
    except (UnknownLocaleError, ValueError):
        return None
    return plain.replace("_", "-")


def _by_letters(column: Column, at: int, sample: Sequence[Sequence[str]], columns: Sequence[Column]) -> Column:
    cells = [cells[at].strip() for cells in sample if at < len(cells) and cells[at].strip()]
    if not cells or sum(map(len, cells)) / len(cells) > 60:
        return column
    counts: dict[str, int] = {}
    for cell in cells:
        try:
            language = fields.language_of(cell, Place(""))
        except GlossaryError:
            continue
        counts[language] = counts.get(language, 0) + 1
    best = max(counts, key=counts.__getitem__, default=None)
    if best is None or counts[best] * 2 < len(cells) or any(one.role == f"name@{best}" for one in columns):
        return column
    return Column(column.header, f"name@{best}", certain=False)


def _split(cell: str) -> list[str]:
    return [part for part in _SEPARATOR.split(cell) if part]


def _long(label: str, language: str, name: str, status: str, shared: dict[str, str]) -> list[str]:
    first, *rest = language.split("-")
    tag = "-".join([first, *(part for part in rest if len(part) != 4)])
    given = {**shared, "concept": label, "language": tag, "term": name, "status": status}
    return [given.get(column, "") for column in LONG]
