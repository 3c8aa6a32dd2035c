"""OmegaT's glossary: a line a name, source, target and comment separated by tabs, without quotation marks; lines with # are comments.

Source: OmegaT's user manual, “Glossaries”, file format. UTF-8; what is to replace and what was once the name has no place here.
"""

from __future__ import annotations

from collections.abc import Iterable

from glossary.exchange.bilingual import languages_of, noted, one_line, pairs, term
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import Concept, Status
from glossary.reading import Place
from glossary.table_text import decode


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a glossary: a source name each, with the targets it has on any line, the first of them preferred."""
    drafts = Drafts(place)
    source_language, target_language = options.languages or (None, None)
    for number, line in enumerate(decode(data, place).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        here = place.at(number)
        cells = line.split("\t")
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
            raise here.fault("the line has no source and target separated by a tab", "write source, tab, target")
        source, target = term(cells[0], source_language, here), term(cells[1], target_language, here)
        draft = drafts.of(source.text, number)
        if not draft.terms:
            draft.add(source)
        draft.add(noted(target, cells[2]) if len(cells) > 2 else target, status_known=False)
    return drafts.finish("write source, tab, target on each line")


def write(concepts: Iterable[Concept], options: Options, _base: bytes | None) -> bytes:
    """A line for each name and each right translation of it."""
    said = tuple(concepts)
    lines: list[str] = []
    for pair in pairs(said, languages_of(said, options), (Status.PREFERRED, Status.ADMITTED)):
        comment = one_line(pair.target.note)
        lines.append("\t".join([one_line(pair.source.text), one_line(pair.target.text), *([comment] if comment else [])]))
    return "".join(f"{line}\n" for line in lines).encode()
