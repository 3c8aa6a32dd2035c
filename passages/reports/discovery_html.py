"""Discovery for reading and handing on: one HTML file with the spelling map as inline SVG, nothing from outside, no script.

The map has a row for each spelling and a column for each document; the darker a field, the more often the spelling stands there, and its number
says so too. Everything that comes from a text or a file name is escaped and isolated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from glossary.discover_model import Discovery, Family, Member, Standing
from glossary.speech import Speech
from passages.reports.html_page import closing, escaped, isolated, opening

_ENGLISH = Speech()
MOST_DOCUMENTS = 60
"""Columns of the map; of more documents those with most spellings are shown."""
MOST_NAMES = 400
"""Names in the map; of more the most frequent."""
_FEW_DOCUMENTS = 8
"""Documents that are named below the map without being asked for."""
_LONGEST = 32
"""Code points of a spelling in the map."""
_CELL, _ROW, _TOP = 34, 20, 24  # units of the picture
_LETTER, _INDENT = 8, 12  # units: room for a letter of a name, and before a spelling below its name
_FAINT, _DEEP = 0.6, 0.8
"""Share of the most from which a field is deep, and how deep it is then: between faint and deep neither ink nor paper is read well on it."""
_STYLE = """
svg.map { display: block; flex: none; }
svg.names { position: sticky; left: 0; background: var(--paper); }
svg.map text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg.map .count { text-anchor: middle; }
svg.map .dark { fill: var(--paper); }
svg.map .cell { fill: var(--link); }
svg.map .rule { stroke: var(--line); }
svg.map .lead { font-weight: 600; }
.scroll { display: flex; overflow-x: auto; margin-bottom: .5rem; }
.document { overflow-wrap: anywhere; }
li.doubtful { border-color: var(--ask); }
li.headword { border-color: var(--new); }
"""


def render(discovery: Discovery, version: str, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The page in the reader's language, in pieces that are to be joined as they come."""
    return _Page(discovery, version, speech).pieces()


class _Page:
    """One discovery in one language."""

    def __init__(self, discovery: Discovery, version: str, speech: Speech) -> None:
        self._discovery = discovery
        self._version = version
        self._speech = speech
        self._varying = discovery.varying

    def pieces(self) -> Iterator[str]:
        title = escape(self._speech.text("Names and their spellings"))
        yield opening(self._speech.language, title, title, _STYLE)
        yield f"<p>{escape(self._headline())}</p>\n"
        for note in self._discovery.notes:
            yield f"<p>{escaped(self._speech.say(note))}</p>\n"
        yield "</header>\n<main>\n"
        yield from self._map()
        for family in self._discovery.open:
            yield from self._family(family)
        yield closing(self._version)

    def _headline(self) -> str:
        said = self._speech
        names = said.count("{n} name", "{n} names", len(self._discovery.families))
        documents = said.count("{n} document", "{n} documents", len(self._discovery.documents))
        undecided = len(self._discovery.open)
        if not undecided:
            return said.text("{names} in {documents}; there is nothing to decide.", names=names, documents=documents)
        return said.count(
            "{names} in {documents}; {n} has something to decide.",
            "{names} in {documents}; {n} have something to decide.",
            undecided,
            names=names,
            documents=documents,
        )

    # The map.

    def _map(self) -> Iterator[str]:
        families = [family for family in self._varying if len(family.members) > 1][:MOST_NAMES]
        documents = self._columns(families)
        if not families or not documents:
            return
        rows = [(family, member) for family in families for member in family.members if member.count]
        most = max(count for _, member in rows for _, count in member.documents)
        left = _LETTER * max(min(len(member.text), _LONGEST) for _, member in rows) + 2 * _INDENT
        wide, high = _CELL * len(documents) + _INDENT, _TOP + _ROW * len(rows) + 10
        label = escape(self._speech.text("Spelling map: which document has which spelling how often"))
        yield f"<section>\n<h2>{escape(self._speech.text('Spelling map'))}</h2>\n"
        if len(documents) < len(self._discovery.documents):
            shown = self._speech.text("Of {all} documents those with most spellings are shown.", all=len(self._discovery.documents))
            yield f'<p class="soft">{escape(shown)}</p>\n'
        tops = [_TOP + _ROW * at for at in range(len(rows))]
        leads = [at == 0 or rows[at - 1][0] is not family for at, (family, _) in enumerate(rows)]
        # Two pictures beside each other: the names stay where they are while the documents are scrolled.
        yield f'<div class="scroll" role="img" aria-label="{label}" tabindex="0">{_svg("map names", left, high)}\n'
        for (_, member), top, lead in zip(rows, tops, leads, strict=True):
            yield from self._name(member, top, left, leads=lead)
        yield f"</svg>{_svg('map', wide, high)}\n"
        for at, path in enumerate(documents):
            yield f'<g><title>{escaped(path)}</title><text class="count" x="{_CELL * at + _CELL // 2}" y="{_TOP - 8}">{at + 1}</text></g>\n'
        for (_, member), top, lead in zip(rows, tops, leads, strict=True):
            yield from self._counts(member, top, documents, most, wide, leads=lead)
        yield "</svg></div>\n"
        yield from self._legend(documents)
        yield "</section>\n"

    def _legend(self, documents: Sequence[str]) -> Iterator[str]:
        """Which column is which document; folded where there are many, so that the names are not pages below."""
        shown = " open" if len(documents) <= _FEW_DOCUMENTS else ""
        yield f"<details{shown}><summary>{escape(self._speech.text('Documents'))}</summary>\n<ol>\n"
        for number, path in enumerate(documents, 1):
            yield f'<li class="document">{number}: {isolated(path)}</li>\n'
        yield "</ol></details>\n"

    def _columns(self, families: Sequence[Family]) -> list[str]:
        """The documents shown, in their order."""
        spellings: dict[str, int] = {}
        for family in families:
            for member in family.members:
                for path, _ in member.documents:
                    spellings[path] = spellings.get(path, 0) + 1
        chosen = set(sorted(spellings, key=lambda path: -spellings[path])[:MOST_DOCUMENTS])
        return [path for path in self._discovery.documents if path in chosen]

    @staticmethod
    def _name(member: Member, top: int, wide: int, *, leads: bool) -> Iterator[str]:
        rule = _rule(top, wide) if leads else ""
        name = member.text if len(member.text) <= _LONGEST else member.text[: _LONGEST - 1] + "…"
        doubt = "? " if member.standing is Standing.DOUBTFUL else ""
        yield f'{rule}<text class="{"lead" if leads else ""}" x="{0 if leads else _INDENT}" y="{top + 14}">{doubt}{escaped(name)}</text>\n'

    @staticmethod
    def _counts(member: Member, top: int, documents: Sequence[str], most: int, wide: int, *, leads: bool) -> Iterator[str]:
        if leads:
            yield _rule(top, wide) + "\n"
        counts = dict(member.documents)
        for at, path in enumerate(documents):
            count = counts.get(path, 0)
            if count:
                depth = _depth(count / most)
                x = _CELL * at
                tone = " dark" if depth >= _DEEP else ""
                yield (
                    f'<g><title>{escaped(member.text)}, {escaped(path)}: {count}</title><rect class="cell" fill-opacity="{depth:.2f}" x="{x + 1}" y="{top + 1}" '
                    f'width="{_CELL - 2}" height="{_ROW - 2}" rx="3"/><text class="count{tone}" x="{x + _CELL // 2}" y="{top + 14}">{count}</text></g>\n'
                )

    # The names.

    def _family(self, family: Family) -> Iterator[str]:
        concept = f' <span class="soft">{isolated(family.concept)}</span>' if family.concept is not None else ""
        yield f"<section>\n<h2>{isolated(family.headword)}{concept}</h2>\n<ol>\n"
        for member in family.members:
            yield from self._member(member)
        yield "</ol>\n"
        for note in family.notes:
            yield f"<p>{escaped(self._speech.say(note))}</p>\n"
        yield "</section>\n"

    def _member(self, member: Member) -> Iterator[str]:
        said = self._speech
        language = f' lang="{escape(member.language)}"' if member.language else ""
        yield f'<li class="finding {member.standing}">\n<p><strong{language}>{isolated(member.text)}</strong> '
        yield f'<span class="soft">{escape(self._standing(member))}, {escape(said.count("{n} time", "{n} times", member.count))}</span></p>\n'
        if member.reasons:
            why = "; ".join(said.say(reason) for reason in member.reasons)
            yield f"<p>{escape(said.text('Why:'))} {escaped(why)}</p>\n"
        for sample in member.samples:
            yield (
                f'<p class="context" dir="auto"{language}>{escaped(sample.before)}<mark>{isolated(sample.text)}</mark>{escaped(sample.after)} '
                f'<span class="soft">{isolated(sample.document)}</span></p>\n'
            )
        yield "</li>\n"

    def _standing(self, member: Member) -> str:
        said = self._speech
        word = {
            Standing.HEADWORD: said.text("proposed"),
            Standing.KNOWN: said.text("known"),
            Standing.FORM: said.text("form"),
            Standing.SURE: said.text("same"),
            Standing.DOUBTFUL: said.text("perhaps"),
        }[member.standing]
        chance = round(100 * member.chance)
        return f"{word} {chance} %" if chance > 0 and member.chance < 1 else word


def _svg(kind: str, wide: int, high: int) -> str:
    """The beginning of a picture at its full size; what it is for is said around it."""
    return f'<svg class="{kind}" aria-hidden="true" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" xmlns="http://www.w3.org/2000/svg">'


def _rule(top: int, wide: int) -> str:
    return f'<line class="rule" x1="0" y1="{top}" x2="{wide}" y2="{top}"/>'


def _depth(share: float) -> float:
    """How deep the colour of a field is, by its share of the most; by the square root, so that one mention is seen beside a hundred."""
    root = share**0.5
    return 0.1 + 0.35 * root / _FAINT if root < _FAINT else _DEEP + (1 - _DEEP) * (root - _FAINT) / (1 - _FAINT)
