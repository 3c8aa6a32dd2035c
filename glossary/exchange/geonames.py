"""GeoNames' tab-separated dumps as a gazetteer, line by line: the table of places, or that of alternate names. Read only.

The table of places (19 columns: KZ.txt, cities500.txt, allCountries.txt) gives a concept a line, its name preferred and its alternate
names admitted; it does not say their language, so it is taken by the letters. The table of alternate names (10 columns) says language,
former names and their dates; it is gathered by place and needs about 300 bytes of memory a name.
Source: GeoNames' readme.txt, “The main 'geoname' table” and “The table 'alternate names'”; the data is CC BY 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from glossary import fields
from glossary.errors import GlossaryError
from glossary.exchange.reading import Options
from glossary.model import CaseRule, Concept, Guard, Status, Term, TermType
from glossary.reading import Place
from translit.message import Message, system_says

_MAIN, _ALTERNATE = 19, 10
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NO_LANGUAGE = frozenset(("link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr", "fr_1793"))
"""What stands in place of a language and marks a code, a link or a shortening."""
_UNKNOWN = "und"
# Letters that are the same in NFC, and what stands between them; a name begins with a letter.
_CYRILLIC = re.compile("[Ѐ-ҁҊ-ԯ][Ѐ-ҁҊ-ԯ .'-]{0,400}")
_RUSSIAN = re.compile("[А-яЁё .'-]+")
_LATIN = re.compile("[A-Za-z][A-Za-z .'-]{0,400}")
_REST = (TermType.NAME, False, None, None, None, CaseRule.NAME, Guard(), (), False, False, "", ())
"""What a term says beside its spelling and its status: nothing. Given whole, for a value is made sooner from all its fields."""


def stream(path: Path, options: Options) -> Iterator[Concept]:
    """The concepts of a dump; `options.languages` may name the language of names in Latin letters, which are English otherwise.

    Raises:
        GlossaryError: for a file that cannot be read, and at the line that is none of the dump.
    """
    place = Place(str(path))
    latin = options.languages[0] if options.languages is not None else "en"
    try:
        with path.open("rb") as file:
            width = 0
            alternates: dict[str, list[tuple[str, ...]]] = {}
            number = 0
            for number, raw in enumerate(file, 1):
                cells = _cells(raw, place, number)
                width = width or len(cells)
                if len(cells) != width or width not in (_MAIN, _ALTERNATE):
                    raise place.at(number).fault(
                        Message(
                            "has {count} columns; a dump of GeoNames has {few} or {many}", count=len(cells), few=_MAIN, many=_ALTERNATE
                        ),
                        "check that this is the file you meant",
                    )
                if width == _MAIN:
                    yield _place(cells, latin, place.source, number)
                else:
                    alternates.setdefault(cells[1], []).append((*cells[2:8], *cells[8:10]))
            if not number:
                raise place.fault("is empty", "download the dump again")
            for id, names in alternates.items():
                concept = _named(id, names, place.source)
                if concept is not None:
                    yield concept
    except FileNotFoundError:
        raise place.fault("there is no such file", "check the path") from None
    except IsADirectoryError:
        raise place.fault("is a folder, not a dump", "name a file in it") from None
    except OSError as error:
        raise place.fault(Message("cannot be read: {why}", why=system_says(error)), "check the path and its permissions") from None


def _cells(raw: bytes, place: Place, number: int) -> list[str]:
    try:
        return raw.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        raise place.at(number).fault("is not UTF-8, as the dumps are", "unpack the dump again") from None


def _place(cells: list[str], latin: str, source: str, number: int) -> Concept:
    """A line of the table of places."""
    id, name, ascii_name, alternates = cells[:4]
    here = Place(source, number)
    if not id.isdecimal():
        raise here.fault(Message("“{id}” is no number of a place", id=id[:20]), "check that this is a dump of GeoNames")
    terms: dict[str, Term] = {}
    for text in (name, ascii_name, *alternates.split(",")):
        # Nearly every name is of one of two kinds that need no closer look; a million names are read in half the time.
        if _LATIN.fullmatch(text):
            clean, script, language = _spaced(text), "Latn", latin
        elif _CYRILLIC.fullmatch(text):
            clean, script = _spaced(text), "Cyrl"
            # What has no letter beyond the Russian ones is taken for Russian, as `language_of` would.
            language = "ru" if _RUSSIAN.fullmatch(text) else fields.language_of(text, here)
        else:
            looked = _clean(text, here)
            if looked is None:
                continue
            clean, script = looked, fields.script_of(looked)
            language = _language(clean, script, latin)
        if clean not in terms:
            terms[clean] = Term(clean, language, script, Status.ADMITTED if terms else Status.PREFERRED, *_REST, number)
    if not terms:
        raise here.fault("the place has no name", "check that this is a dump of GeoNames")
    return Concept(f"geonames-{id}", "place", tuple(terms.values()), _note(cells), (), (), source)


def _spaced(text: str) -> str:
    """A name of letters and plain spaces with single ones, as `fields.name` has it."""
    return " ".join(text.split()) if text[-1] == " " or "  " in text else text


def _note(cells: list[str]) -> str:
    """Which place: its class, code and country, as the dump has them."""
    return " ".join(filter(None, (f"{cells[6]}.{cells[7]}".strip("."), cells[8])))


def _named(id: str, names: list[tuple[str, ...]], source: str) -> Concept | None:
    """What the table of alternate names says of one place; None where it gives codes only."""
    terms: dict[tuple[str, str, str], Term] = {}
    preferred: set[tuple[str, str, str]] = set()
    # A name that is said to be preferred comes before those of its language that are not.
    for language, text, is_preferred, is_short, is_colloquial, is_historic, since, until in sorted(names, key=lambda one: one[2] != "1"):
        tag = language.casefold()
        clean = _clean(text, Place(source))
        if tag in _NO_LANGUAGE or (tag and not _LANGUAGE.fullmatch(tag)) or clean is None:
            continue
        script = fields.script_of(clean)
        tag = tag or _language(clean, script, _UNKNOWN)
        type = TermType.SHORT if is_short == "1" else TermType.NAME
        status = Status.ADMITTED
        if is_historic == "1":
            status = Status.SUPERSEDED
        elif is_colloquial != "1" and (tag, script, type) not in preferred:
            status = Status.PREFERRED
            preferred.add((tag, script, type))
        key = (clean, tag, script)
        if key in terms:
            continue
        note = "colloquial" if is_colloquial == "1" else ""
        begins, ends = _day(since), _day(until) if status is not Status.PREFERRED else None
        terms[key] = Term(clean, tag, script, status, type, valid_from=begins, valid_until=ends, note=note)
        del is_preferred
    return Concept(f"geonames-{id}", "place", tuple(terms.values()), origin=source) if terms and id.isdecimal() else None


def _clean(text: str, place: Place) -> str | None:
    """A name that the model takes; None where it is empty, too long or has what is invisible."""
    if not text or text.isspace():
        return None
    try:
        return fields.name(text, place)
    except GlossaryError:
        return None


def _language(text: str, script: str, latin: str) -> str:
    if script == "Latn":
        return latin
    return fields.language_of(text, Place("")) if script == "Cyrl" else _UNKNOWN


def _day(text: str) -> str | None:
    """A date of the dump, which is free text, where it is one of ISO 8601."""
    found = re.fullmatch(r"(\d{4})-?(\d\d)?-?(\d\d)?", text.strip())
    if found is None:
        return None
    try:
        return fields.day("-".join(filter(None, found.groups())), Place(""))
    except GlossaryError:
        return None
