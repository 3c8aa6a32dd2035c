"""Discovery for a translator at a terminal: name by name, each spelling, how often, how sure and why; and the spelling map as a table.

The map shows which document uses which spelling how often: a line for each spelling, a column for each document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glossary.discover_model import Discovery, Family, Member, Standing
from glossary.speech import Speech
from passages.reports.cells import Word, safe, visible, width, words, wrap
from passages.reports.style import Style, plain

_ENGLISH = Speech()
_NARROWEST = 40
_NAME = 28  # cells of a spelling in the map
_COLUMN = 5  # cells of a document's column


def render(
    discovery: Discovery, *, columns: int = 80, style: Style = plain, speech: Speech = _ENGLISH, everything: bool = False
) -> Iterator[str]:
    """The names with something to decide, or all of them, a line at a time, each with its line end."""
    columns = max(columns, _NARROWEST)
    for family in discovery.families if everything else discovery.open:
        yield from _lines(_family(family, columns, speech), style)
        yield "\n"
    settled = () if everything else [family for family in discovery.varying if not family.open]
    if settled:
        heading = speech.text("Known to the glossary in all their spellings; `endonym normalize` puts them right")
        yield from _lines([wrap(words(heading, "heading"), columns)], style)
        for family in settled:
            yield from _lines([wrap(_brief(family), columns, "  ", "      ")], style)
        yield "\n"
    for line in _closing(discovery, speech):
        yield from _lines([wrap(words(line), columns)], style)


def spelling_map(discovery: Discovery, *, columns: int = 80, style: Style = plain, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The spelling map as a table, in as many blocks of documents as fit beside each other; empty where no name has two spellings."""
    columns = max(columns, _NARROWEST)
    spelled = [family for family in discovery.varying if len(family.members) > 1]
    if not spelled:
        return
    yield style("heading", speech.text("Which document has which spelling")) + "\n"
    for number, path in enumerate(discovery.documents, 1):
        yield f"  {number:>3}  {safe(path)}\n"
    room = max((columns - _NAME - 2) // _COLUMN, 1)
    for first in range(0, len(discovery.documents), room):
        block = discovery.documents[first : first + room]
        yield "\n" + " " * (_NAME + 2) + "".join(f"{first + at:>{_COLUMN}}" for at in range(1, len(block) + 1)) + "\n"
        for family in spelled:
            yield from _map_rows(family, block, style)


def _map_rows(family: Family, documents: Sequence[str], style: Style) -> Iterator[str]:
    for at, member in enumerate(member for member in family.members if member.count):
        counts = dict(member.documents)
        if not any(counts.get(path) for path in documents):
            continue
        name = _fitted(("" if at == 0 else "  ") + visible(member.text), _NAME)
        cells = "".join(f"{counts.get(path, '·'):>{_COLUMN}}" for path in documents)
        yield style("name" if at == 0 else "", name) + "  " + cells + "\n"


def _fitted(text: str, cells: int) -> str:
    """A text in so many cells, cut or filled."""
    if width(text) > cells:
        while width(text) > cells - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (cells - width(text))


def _family(family: Family, columns: int, speech: Speech) -> Iterator[Iterator[list[Word]]]:
    known = [*words(f"[{family.concept}]", "faint")] if family.concept is not None else []
    many = speech.count("{n} time", "{n} times", family.count)
    yield wrap([*words(family.headword, "name"), *words(f"({many})", "faint"), *known], columns)
    for member in family.members:
        if member.standing is Standing.HEADWORD and len(family.members) == 1:
            continue
        yield from _member(member, columns, speech)
    for note in family.notes:
        yield wrap([Word("!", "warning"), *words(speech.say(note))], columns, "    ", "      ")


def _brief(family: Family) -> Iterator[Word]:
    """A family on one line: its headword, and how often each spelling stands."""
    yield from words(f"{family.headword}:", "name")
    spelled = [member for member in family.members if member.count]
    for member in spelled:
        yield from words(f"{member.text} {member.count}{'' if member is spelled[-1] else ','}")


def _member(member: Member, columns: int, speech: Speech) -> Iterator[Iterator[list[Word]]]:
    doubtful = member.standing is Standing.DOUBTFUL
    role = {Standing.HEADWORD: "new", Standing.DOUBTFUL: "warning"}.get(member.standing, "")
    head = [*words("?" if doubtful else "", "warning"), *words(member.text, role), *words(f"({_where(member, speech)})", "faint")]
    yield wrap(head, columns, "    ", "      ")
    if member.reasons:
        why = "; ".join(speech.say(reason) for reason in member.reasons)
        yield wrap(words(f"{_standing(member, speech)}: {why}"), columns, "      ", "        ")
    elif member.standing is not Standing.HEADWORD:
        yield wrap(words(_standing(member, speech)), columns, "      ", "        ")
    if doubtful or member.standing is Standing.SURE:
        for sample in member.samples[:1]:
            yield wrap(words(f"“… {sample.before}{sample.text}{sample.after} …”", "faint"), columns, "      ", "        ")


def _where(member: Member, speech: Speech) -> str:
    times = speech.count("{n} time", "{n} times", member.count)
    if len(member.documents) < 2:
        return times
    return speech.count("{times} in {n} document", "{times} in {n} documents", len(member.documents), times=times)


def _standing(member: Member, speech: Speech) -> str:
    chance = round(100 * member.chance)
    if member.standing is Standing.DOUBTFUL:
        return speech.text("perhaps ({chance} %)", chance=chance) if chance > 0 and member.chance < 1 else speech.text("perhaps")
    if member.standing is Standing.HEADWORD:
        return speech.text("proposed")
    if member.standing is Standing.FORM:
        return speech.text("form")
    if member.standing is Standing.KNOWN:
        return speech.text("known")
    return speech.text("same ({chance} %)", chance=chance) if member.chance < 1 else speech.text("same")


def _closing(discovery: Discovery, speech: Speech) -> Iterator[str]:
    """What it comes to."""
    documents = speech.count("{n} document", "{n} documents", len(discovery.documents))
    if not discovery.families:
        yield speech.text("No names in {documents}.", documents=documents)
        return
    names = speech.count("{n} name", "{n} names", len(discovery.families))
    yield speech.text("{names} in {documents}.", names=names, documents=documents)
    yield from (speech.say(note) for note in discovery.notes)
    undecided = discovery.open
    if not undecided:
        yield speech.text("There is nothing to decide.")
        return
    doubtful = sum(member.standing is Standing.DOUBTFUL for family in undecided for member in family.members)
    yield speech.count("{n} of them has something to decide.", "{n} of them have something to decide.", len(undecided))
    if doubtful:
        yield speech.count("{n} spelling is doubtful (?).", "{n} spellings are doubtful (?).", doubtful)
    yield speech.text("`-o proposals.csv` writes a table to edit; `endonym glossary import proposals.csv` takes it over.")


def _lines(paragraphs: Iterable[Iterable[list[Word]]], style: Style) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph:
            yield "".join(style(word.role, word.text) if word.role else word.text for word in line).rstrip() + "\n"
