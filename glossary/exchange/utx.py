"""UTX (Universal Terminology eXchange, AAMT): a header that names two languages and the columns, then a line a name, by tabs.

The status of UTX is that of the target: approved, provisional, non-standard or forbidden. Files of UTX-S 0.9 to 1.0 are read too. The date
that a header may carry is not written, so that two exports are the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from glossary import fields
from glossary.exchange.bilingual import languages_of, noted, one_line, pairs, term
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import Concept, Status
from glossary.reading import Place
from glossary.table_text import decode

STATUSES = {
    Status.PREFERRED: "approved",
    Status.ADMITTED: "non-standard",
    Status.DEPRECATED: "forbidden",
    Status.SUPERSEDED: "non-standard",
}
_READ = {"approved": Status.PREFERRED, "non-standard": Status.ADMITTED, "forbidden": Status.DEPRECATED}
_HEADER = re.compile(
    r"#\s*UTX[^;\n]*?\d[\d.]*[;\s]+(?P<source>[A-Za-z]{2,3}(?:-[A-Za-z]+)*)\s*/\s*(?P<target>[A-Za-z]{2,3}(?:-[A-Za-z]+)*)"
)
_COLUMNS = ("src", "tgt", "src:pos", "term status", "concept ID", "comment")


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a file; lines of one concept id are one concept, else lines of one source."""
    drafts = Drafts(place)
    languages, columns = options.languages, None
    for number, line in enumerate(decode(data, place).splitlines(), 1):
        here = place.at(number)
        if line.startswith("#"):
            found = _HEADER.match(line)
            if found is not None and languages is None:
                # UTX names the country with the language (en-US); a name is the language's.
                source, target = (fields.language(found[side].split("-")[0], here) for side in ("source", "target"))
                languages = (source, target)
            cells = [cell.strip().casefold() for cell in line.lstrip("# ").split("\t")]
            if cells[0] == "src":
                columns = cells
            continue
        if not line.strip():
            continue
        if languages is None:
            raise here.fault("the header names no languages", "begin the file with #UTX 1.11; en/ru")
        row = dict(zip(columns or ("src", "tgt", "src:pos"), line.split("\t"), strict=False))
        status = row.get("term status", "").strip().casefold()
        if not row.get("src", "").strip() or not row.get("tgt", "").strip():
            raise here.fault("the line has no source or no target", "write both, with a tab between them")
        source, target = term(row["src"], languages[0], here), term(row["tgt"], languages[1], here, _READ.get(status, Status.PREFERRED))
        draft = drafts.of(row.get("concept id", "").strip() or source.text, number)
        draft.add(source)
        draft.add(noted(target, row.get("comment", "")), status_known=status in _READ)
    return drafts.finish("begin the file with #UTX 1.11; en/ru and a line of columns")


def write(concepts: Iterable[Concept], options: Options, _base: bytes | None) -> bytes:
    """A line for each preferred name and each name of the target, with its status."""
    said = tuple(concepts)
    languages = languages_of(said, options)
    lines = [f"#UTX 1.11; {languages[0]}/{languages[1]}", "#" + "\t".join(_COLUMNS)]
    for pair in pairs(said, languages, tuple(Status)):
        cells = (pair.source.text, pair.target.text, "properNoun", STATUSES[pair.target.status], pair.concept.id, pair.target.note)
        lines.append("\t".join(map(one_line, cells)).rstrip("\t"))
    return "".join(f"{line}\n" for line in lines).encode()
