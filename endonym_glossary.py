"""The part of the command line that is about the termbase: `endonym glossary …`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the group is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from endonym_options import CONTEXT
from endonym_speech import Group, speech
from passages.reports.terminal import emit
from translit.message import Message, either

if TYPE_CHECKING:
    from glossary.model import Concept
    from glossary.termbase import Termbase

_TERM_OPTIONS = (
    ("status", Message("preferred, admitted, deprecated, superseded or misspelling.")),
    ("type", Message("name, full, short or abbreviation.")),
    ("replacement", Message("The term of the concept that takes its place.")),
    ("from", Message("First day of use: 1964, 1964-10, 1964-10-21.")),
    ("until", Message("Last day of use, in the same way.")),
    ("case", Message("name, exact or any: which letter cases are the name.")),
    ("needs", Message("Words of which one must stand nearby, separated by ;.")),
    ("excludes", Message("Words of which none may stand nearby, separated by ;.")),
    ("forms", Message("Forms that no rule makes, separated by ;.")),
    ("weak", Message("yes for a name that does not tell alone who is meant, as a surname.")),
    ("note", Message("For the reader.")),
    ("source", Message("Where it is from.")),
)


def _changing(command: Any) -> Any:
    """The options of every command that changes the termbase."""
    command = click.option("--reason", default="", help="Why, for the history.")(command)
    return click.option("--author", default=None, help="Who; ENDONYM_AUTHOR or the account's name where not given.")(command)


def _term_options(command: Any) -> Any:
    """The options that say something of a term: the columns of a glossary table."""
    for name, help in reversed(_TERM_OPTIONS):
        command = click.option(f"--{name}", f"term_{name}", default=None, metavar="TEXT", help=help)(command)
    command = click.option("--kind", default="", help="What the concept is: place, person, organisation …")(command)
    return click.option(
        "--lang", "language", default="", metavar="CODE", help="Language of the term; told by its letters where not given."
    )(command)


@click.group(cls=Group, context_settings=CONTEXT)
@click.option(
    "--termbase", metavar="PATH|URL", envvar="ENDONYM_TERMBASE", help="The termbase; .endonym/termbase.db of the project where not given."
)
@click.pass_context
def glossary(context: click.Context, termbase: str | None) -> None:
    """Keep the decisions about names: a termbase with authors, reasons, history and undo.

    \b
    endonym glossary import names.csv          bring in a spreadsheet (look first: --dry-run)
    endonym glossary list zhana                find a name
    endonym glossary add zhanaozen Zhanaozen   a concept and its preferred name
    endonym glossary edit zhanaozen Zhaoneze --status misspelling
    endonym glossary history                   who, when, why
    endonym glossary export names.tbx          for other programs
    """  # noqa: D301
    from glossary.termbase_place import project_termbase

    context.obj = termbase or project_termbase(Path.cwd())


@glossary.command("list", context_settings=CONTEXT)
@click.argument("wanted", default="")
@click.option("--by", type=click.Choice(["prefix", "substring", "likeness"]), default="prefix", show_default=True, help="How to search.")
@click.option("--lang", "language", metavar="CODE", help="Only names in this language.")
@click.option("-n", "limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="How many.")
@click.pass_obj
def list_(where: str, wanted: str, by: str, language: str | None, limit: int) -> None:
    """List the concepts, or the names that begin with, hold, or are like WANTED."""
    from itertools import islice

    from glossary.termbase_search import By
    from glossary.termbase_telling import concept_line

    with _open(where) as base:
        if wanted:
            emit(f"{speech().say(hit.line)}\n" for hit in base.search(wanted, By(by), language=language, limit=limit))
        else:
            emit(speech().say(concept_line(concept)) for concept in islice(base.concepts(), limit))


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.option("--forms", is_flag=True, help="Show the word forms of every term.")
@click.option("--builtin", is_flag=True, help="Of the built-in glossary.")
@click.pass_obj
def show(where: str, id: str, *, forms: bool, builtin: bool) -> None:
    """Show everything about a concept: terms, statuses, dates, guards, relations."""
    from glossary.forms_shown import lines
    from glossary.glossary import Glossary
    from glossary.termbase_telling import concept_lines

    said = speech()
    concept = _in_glossary(Glossary.builtin().concepts, id, said.text("the built-in glossary")) if builtin else _concept(where, id)
    emit(map(said.say, concept_lines(concept, str if said.language == "en" else said.language_name)))
    if forms:
        for term in concept.terms:
            emit([f"  {term.text} ({term.language})\n", *(f"    {said.say(line)}\n" for line in lines(concept, term))])


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term")
@_term_options
@_changing
@click.pass_obj
def add(where: str, id: str, term: str, author: str | None, reason: str, language: str, kind: str, **said: str | None) -> None:
    """Add a concept ID with its first TERM, or one more TERM to a concept."""
    _put_term(where, id, term, said, language, kind, author, reason or f"add {term}", create=True)


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term")
@_term_options
@_changing
@click.pass_obj
def edit(where: str, id: str, term: str, author: str | None, reason: str, language: str, kind: str, **said: str | None) -> None:
    """Change what is said of a TERM of concept ID; an empty value takes back what was said."""
    _put_term(where, id, term, said, language, kind, author, reason or f"edit {term}", create=False)


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term", required=False)
@click.option("--lang", "language", default="", metavar="CODE", help="Language of the term, where it stands in several.")
@_changing
@click.pass_obj
def remove(where: str, id: str, term: str | None, language: str, author: str | None, reason: str) -> None:
    """Remove concept ID, or one TERM of it."""
    from glossary.editing import without_term

    with _open(where) as base:
        based_on, concept = base.version, _concept(base, id)
        left = None if term is None else without_term(concept, term, language)
        puts, removes = ([left], []) if left is not None else ([], [id])
        change = base.change(puts, removes, author=_author(author), reason=reason or f"remove {term or id}", based_on=based_on)
        _tell(base, change)


@glossary.command("import", context_settings=CONTEXT)
@click.argument("file")
@click.option(
    "--format", "format", metavar="NAME", help="The format, where the file's name does not show it (see `endonym glossary formats`)."
)
@click.option(
    "--map", "mapping", metavar="COLUMN=ROLE", multiple=True, help="What a column of a table is: kk, variants@kk, note …; again for more."
)
@click.option("--languages", metavar="FROM,TO", help="The two languages of a format that does not say them: en,ru.")
@click.option("--merge", "merges", metavar="ID=ID", multiple=True, help="A concept of the file is this one of the termbase.")
@click.option("--new", "news", metavar="ID", multiple=True, help="A concept of the file is a new one.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, changed and contradicted; change nothing.")
@click.option("--overwrite", is_flag=True, help="Let the file win where it contradicts the termbase.")
@_changing
@click.pass_obj
def import_(where: str, file: str, **options: Any) -> None:
    """Bring a glossary FILE into the termbase, as one change that can be undone; the termbase is made if there is none."""
    from types import SimpleNamespace

    from glossary import exchange
    from glossary.importing import plan

    asked = SimpleNamespace(**options)
    said = speech()
    mapping = exchange.guess_mapping(file, asked.format) if asked.mapping else None
    if mapping is not None:
        try:
            mapping = mapping.corrected(asked.mapping)
        except ValueError as error:
            raise click.UsageError(said.text("--map: {problem}", problem=said.say(error))) from error
    languages = _pair(asked.languages)
    chosen = exchange.format_of(file, asked.format)
    if chosen.streams and not asked.dry_run:
        from glossary.gazetteer import merged

        with _open(where, create=True) as base:
            places = merged(exchange.stream(file, asked.format, languages), base.some, overwrite=asked.overwrite, source=file)
            change = base.put(places, author=_author(asked.author), reason=asked.reason or f"import {file}")
            _tell(base, change, brief=True)
        return
    reading = exchange.read_with_remarks(file, asked.format, mapping, languages)
    from glossary.glossary import Glossary

    decisions: dict[str, str | None] = {**dict(_parted(asked.merges)), **dict.fromkeys(asked.news)}
    if asked.dry_run and not _exists(where):
        emit(f"{said.say(line)}\n" for line in plan(Glossary(()), Glossary(reading.concepts), decisions, reading.remarks).lines())
        return
    with _open(where, create=True) as base:
        based_on = base.version
        wanted = plan(base.glossary(), Glossary(reading.concepts), decisions, reading.remarks)
        if asked.dry_run:
            emit(f"{said.say(line)}\n" for line in wanted.lines())
            return
        for remark in wanted.remarks:
            click.echo(f"endonym: {said.say(remark)}", err=True)
        puts = wanted.puts(overwrite=asked.overwrite, source=file)
        _tell(base, base.put(puts, author=_author(asked.author), reason=asked.reason or f"import {file}", based_on=based_on), brief=True)


@glossary.command(context_settings=CONTEXT)
@click.argument("file")
@click.option("--format", "format", metavar="NAME", help="The format, where the file's name does not show it.")
@click.option("--languages", metavar="FROM,TO", help="The two languages of a format that holds only two.")
@click.option("--lossy", is_flag=True, help="Write although the format cannot hold everything.")
@click.option("--builtin", is_flag=True, help="The built-in glossary instead of the termbase.")
@click.pass_obj
def export(where: str, file: str, format: str | None, languages: str | None, *, lossy: bool, builtin: bool) -> None:
    """Write the glossary to FILE, in a stable order; what the format cannot hold is said first, and refused without --lossy."""
    from glossary import exchange
    from glossary.glossary import Glossary

    said = speech()
    if builtin:
        whole = Glossary.builtin()
    else:
        with _open(where) as base:
            whole = base.glossary()
    for line in exchange.write(whole, file, format, lossy=lossy, languages=_pair(languages)):
        click.echo(f"endonym: {said.text('left out: {what}', what=said.say(line))}", err=True)
    click.echo(said.count("{n} concept written to {path}.", "{n} concepts written to {path}.", len(whole.concepts), path=file))


@glossary.command(context_settings=CONTEXT)
def formats() -> None:
    """List the formats that can be imported and exported."""
    from glossary.exchange import FORMATS
    from passages.reports.cells import width

    said = speech()
    rows = [(one.name, said.text("read, written") if one.writer else said.text("read"), said.say(one.title)) for one in FORMATS]
    name, way = (max(width(row[column]) for row in rows) for column in (0, 1))
    emit(f"{row[0]}{' ' * (name - width(row[0]))}  {row[1]}{' ' * (way - width(row[1]))}  {row[2]}\n" for row in rows)


@glossary.command(context_settings=CONTEXT)
@click.argument("files", nargs=-1)
@click.pass_obj
def check(where: str, files: tuple[str, ...]) -> None:
    """Find what is wrong with the termbase, or with glossary FILES: contradictions, cycles, spellings of two concepts without a guard."""
    from glossary.glossary import Glossary
    from glossary.lint import lint

    said = speech()
    if files:
        whole = Glossary.load(*files)
        for conflict in whole.conflicts:
            click.echo(f"endonym: {said.say(conflict)}", err=True)
    else:
        with _open(where) as base:
            whole = base.glossary()
    faults = lint(whole)
    for fault in faults:
        place = f"{fault.origin or where}{f':{fault.line}' if fault.line else ''}"
        emit([f"{place}: {fault.code}: {fault.concept}: {said.say(fault.problem)}; {said.say(fault.remedy)}\n"])
    concepts = said.count("{n} concept", "{n} concepts", len(whole.concepts))
    count = said.count("{n} fault", "{n} faults", len(faults)) if faults else said.text("no faults")
    click.echo(f"{concepts}, {count}.")
    sys.exit(1 if faults else 0)


@glossary.command(context_settings=CONTEXT)
@click.argument("id", required=False)
@click.option("--change", type=int, metavar="N", help="Show what change N did.")
@click.option("-n", "limit", type=click.IntRange(1, 100_000), default=20, show_default=True, help="How many changes.")
@click.pass_obj
def history(where: str, id: str | None, change: int | None, limit: int) -> None:
    """Who changed what, when and why: of the whole termbase or of concept ID."""
    from glossary.termbase_telling import revision_lines

    with _open(where) as base:
        if change is not None:
            emit(map(speech().say, revision_lines(base.revisions(change, id))))
        else:
            emit(f"{speech().say(one.line)}\n" for one in base.history(id, limit=limit))


@glossary.command(context_settings=CONTEXT)
@click.argument("change", type=int, required=False)
@_changing
@click.pass_obj
def undo(where: str, change: int | None, author: str | None, reason: str) -> None:
    """Take back the last change, or the one numbered CHANGE; an import is one change."""
    with _open(where) as base:
        _tell(base, base.undo(change, author=_author(author), reason=reason))


def _open(where: str, *, create: bool = False) -> Termbase:
    from glossary.termbase import Termbase

    return Termbase.open(where, create=create)


def _exists(where: str | Path) -> bool:
    from glossary.termbase_place import is_url

    return is_url(where) or Path(where).exists()


def _concept(where: str | Termbase, id: str) -> Concept:
    """A concept of a termbase, open or not.

    Raises:
        GlossaryError: where there is none; names the nearest.
    """
    from glossary.termbase import Termbase

    if isinstance(where, Termbase):
        return _in_glossary(where.concepts(), id, where.where)
    with _open(where) as base:
        return _in_glossary(base.concepts(), id, base.where)


def _in_glossary(concepts: Iterable[Concept], id: str, where: str) -> Concept:
    from difflib import get_close_matches

    from glossary.errors import GlossaryError

    ids: list[str] = []
    for concept in concepts:
        if concept.id == id:
            return concept
        ids.append(concept.id)
    near = get_close_matches(id, ids, 3)
    remedy = Message("did you mean {names}?", names=either(near)) if near else "`endonym glossary list` shows what there is"
    raise GlossaryError(where, None, Message("there is no concept “{id}”", id=id), remedy)


def _put_term(
    where: str, id: str, term: str, said: dict[str, str | None], language: str, kind: str, author: str | None, reason: str, *, create: bool
) -> None:
    """Add or change a term and say what that did."""
    from glossary.editing import with_term

    spoken = {name.removeprefix("term_"): value for name, value in said.items() if value is not None}
    with _open(where, create=create) as base:
        based_on = base.version
        try:
            concept: Concept | None = base.concept(id)
        except KeyError:
            concept = None if create else _concept(base, id)
        made = with_term(concept, id, term, spoken, language=language, kind=kind)
        _tell(base, base.put([made], author=_author(author), reason=reason, based_on=based_on))


def _tell(base: Termbase, change: Any, *, brief: bool = False) -> None:
    """What a change did, or that it did nothing."""
    from glossary.termbase_telling import revision_lines

    if change is None:
        click.echo(speech().text("Nothing to change."))
    elif brief:
        click.echo(speech().say(change.line))
    else:
        emit(map(speech().say, revision_lines(base.revisions(change.id))))


def _author(author: str | None) -> str:
    from glossary.termbase_place import default_author

    return author or default_author()


def _pair(languages: str | None) -> tuple[str, str] | None:
    if languages is None:
        return None
    parts = languages.split(",")
    if len(parts) != 2 or not all(parts):
        raise click.UsageError(speech().text("--languages takes two codes, as en,ru; {given!r} is not that", given=languages))
    return parts[0], parts[1]


def _parted(pairs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        left, sign, right = pair.partition("=")
        if not (left and sign and right):
            raise click.UsageError(speech().text("--merge takes two ids, as jañaözen=zhanaozen; {given!r} is not that", given=pair))
        yield left, right
