"""Weblate's CSV: the columns of translate-toolkit (location, source, target, id, fuzzy, context, comments), a string a line.

Source: Weblate's manual, “CSV files”. The id of the concept is the context, which also keeps two equal names apart; the reader takes any
order of the columns, and a fuzzy translation is a name that is only admitted.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from glossary.exchange.bilingual import languages_of, noted, pairs, term
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import Concept, Status
from glossary.reading import Place
from glossary.table_text import records_of
from translit.message import Message

COLUMNS = ("location", "source", "target", "id", "fuzzy", "context", "translator_comments", "developer_comments")


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a file: a context each, or a source each where there is none."""
    drafts = Drafts(place)
    source_language, target_language = options.languages or (None, None)
    records = records_of(data, place)
    header: list[str] | None = None
    for number, cells in records:
        if header is None:
            header = [cell.strip().casefold() for cell in cells]
            if not {"source", "target"} <= set(header):
                raise place.at(number).fault(
                    "the header names no source and target", Message("begin with a line of {columns}", columns=",".join(COLUMNS))
                )
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        if not row.get("source") or not row.get("target"):
            if any(row.values()):
                drafts.remark(number, "a line without a source or a translation is passed over")
            continue
        here = place.at(number)
        source, target = term(row["source"], source_language, here), term(row["target"], target_language, here)
        draft = drafts.of(row.get("context") or source.text, number)
        draft.note = draft.note or row.get("developer_comments", "")
        draft.add(source, status_known=False)
        fuzzy = row.get("fuzzy", "").casefold() in ("true", "1", "yes")
        draft.add(
            noted(
                term(target.text, target.language, here, Status.ADMITTED if fuzzy else Status.PREFERRED), row.get("translator_comments", "")
            )
        )
    return drafts.finish()


def write(concepts: Iterable[Concept], options: Options, _base: bytes | None) -> bytes:
    """A line for each preferred name and its preferred translation."""
    said = tuple(concepts)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for pair in pairs(said, languages_of(said, options)):
        writer.writerow(("", pair.source.text, pair.target.text, "", "", pair.concept.id, pair.target.note, pair.concept.note))
    return out.getvalue().encode()
