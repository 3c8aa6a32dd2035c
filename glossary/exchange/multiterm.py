"""MultiTerm's CSV, as its converter of spreadsheets takes and gives it: an entry a line or more, a column for each language by its name.

Beside a language may stand its status (`English Status`), and several names in one cell are separated by a bar. Lines of one
`Entry ID` are one entry. Statuses are written in the words of MultiTerm's templates: preferred, admitted, forbidden, obsolete.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from itertools import zip_longest

from glossary.exchange.bilingual import noted, term
from glossary.exchange.mapping import language_of_header
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import KINDS, Concept, Status, Term
from glossary.reading import Place
from glossary.table_text import records_of

STATUSES = {Status.PREFERRED: "preferred", Status.ADMITTED: "admitted", Status.DEPRECATED: "forbidden", Status.SUPERSEDED: "obsolete"}
_READ = {
    **{word: status for status, word in STATUSES.items()},
    **{status.value: status for status in Status},
    "approved": Status.PREFERRED,
    "standard": Status.PREFERRED,
    "non-standard": Status.ADMITTED,
}
_ENTRY = ("entry id", "entry number", "entry", "id", "concept id")
_REGION = re.compile(r"\s*\([^)]*\)")


def read(data: bytes, place: Place, _options: Options) -> Reading:
    """The concepts of a file."""
    drafts = Drafts(place)
    header: list[str] | None = None
    roles: list[tuple[str, str] | None] = []
    for number, cells in records_of(data, place):
        if header is None:
            header = [" ".join(cell.casefold().replace("_", " ").split()) for cell in cells]
            roles = [_role(cell) for cell in header]
            if not any(role is not None and role[0] == "term" for role in roles):
                raise place.at(number).fault("no column is named after a language", "name the columns English, Russian, Kazakh …")
            continue
        row = {role: cell.strip() for role, cell in zip(roles, cells, strict=False) if role is not None and cell.strip()}
        names = {role[1]: cell for role, cell in row.items() if role[0] == "term"}
        if not names:
            continue
        label = row.get(("entry", "")) or next(iter(names.values()))
        draft = drafts.of(label, number)
        subject = row.get(("subject", ""), "").casefold()
        draft.kind = subject if subject in KINDS else draft.kind
        draft.note = draft.note or row.get(("definition", ""), "")
        here = place.at(number)
        for language, cell in names.items():
            status = row.get(("status", language), "").casefold()
            for text in filter(None, map(str.strip, cell.split("|"))):
                one = term(text, language, here, _READ.get(status, Status.PREFERRED))
                draft.add(noted(one, row.get(("note", language), "")), status_known=status in _READ)
    return drafts.finish()


def write(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """As many lines for each concept as its language of the most names has."""
    said = sorted(concepts, key=lambda concept: concept.id)
    languages = sorted({one.language for concept in said for one in concept.terms})
    titles = {language: _title(language) for language in languages}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    heads = [f"{titles[language]}{suffix}" for language in languages for suffix in ("", " Status", " Note")]
    writer.writerow(["Entry ID", "Subject", "Definition", *heads])
    for concept in said:
        columns = [[one for one in concept.terms if one.language == language] for language in languages]
        for line in zip_longest(*columns):
            subject = "" if concept.kind == "other" else concept.kind
            writer.writerow([concept.id, subject, concept.note, *(cell for one in line for cell in _cells(one))])
    return out.getvalue().encode()


def _cells(one: Term | None) -> tuple[str, str, str]:
    return ("", "", "") if one is None else (one.text, STATUSES[one.status], one.note)


def _title(language: str) -> str:
    """The English name of a language, or its tag where it has none that leads back to it."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language.replace("-", "_")).get_language_name("en")
    except (UnknownLocaleError, ValueError):
        name = None
    return name if name is not None and language_of_header(name) == language else language


def _role(header: str) -> tuple[str, str] | None:
    if header in _ENTRY:
        return "entry", ""
    if header in ("subject", "definition"):
        return header, ""
    plain = _REGION.sub("", header).strip()
    for suffix in ("status", "note"):
        if plain.endswith(f" {suffix}"):
            language = language_of_header(plain.removesuffix(suffix))
            return None if language is None else (suffix, language)
    language = language_of_header(plain)
    return None if language is None else ("term", language)
