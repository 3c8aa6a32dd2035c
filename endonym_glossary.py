"""The part of the command line that is about the termbase: `endonym glossary …`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the group is asked for.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from endonym_exchange import export, formats, import_
from endonym_options import CONTEXT
from endonym_speech import Group, speech
from endonym_termbase import author_of, changing, concept_of, in_glossary, opened, tell
from passages.reports.terminal import emit
from translit.message import Message

if TYPE_CHECKING:
    from glossary.model import Concept

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


for _exchanged in (import_, export, formats):
    glossary.add_command(_exchanged)


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

    with opened(where) as base:
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
    concept = in_glossary(Glossary.builtin().concepts, id, said.text("the built-in glossary")) if builtin else concept_of(where, id)
    emit(map(said.say, concept_lines(concept, str if said.language == "en" else said.language_name)))
    if forms:
        for term in concept.terms:
            emit([f"  {term.text} ({term.language})\n", *(f"    {said.say(line)}\n" for line in lines(concept, term))])


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term")
@_term_options
@changing
@click.pass_obj
def add(where: str, id: str, term: str, author: str | None, reason: str, language: str, kind: str, **said: str | None) -> None:
    """Add a concept ID with its first TERM, or one more TERM to a concept."""
    _put_term(where, id, term, said, language, kind, author, reason or f"add {term}", create=True)


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term")
@_term_options
@changing
@click.pass_obj
def edit(where: str, id: str, term: str, author: str | None, reason: str, language: str, kind: str, **said: str | None) -> None:
    """Change what is said of a TERM of concept ID; an empty value takes back what was said."""
    _put_term(where, id, term, said, language, kind, author, reason or f"edit {term}", create=False)


@glossary.command(context_settings=CONTEXT)
@click.argument("id")
@click.argument("term", required=False)
@click.option("--lang", "language", default="", metavar="CODE", help="Language of the term, where it stands in several.")
@changing
@click.pass_obj
def remove(where: str, id: str, term: str | None, language: str, author: str | None, reason: str) -> None:
    """Remove concept ID, or one TERM of it."""
    from glossary.editing import without_term

    with opened(where) as base:
        based_on, concept = base.version, concept_of(base, id)
        left = None if term is None else without_term(concept, term, language)
        puts, removes = ([left], []) if left is not None else ([], [id])
        change = base.change(puts, removes, author=author_of(author), reason=reason or f"remove {term or id}", based_on=based_on)
        tell(base, change)


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
        with opened(where) as base:
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

    with opened(where) as base:
        if change is not None:
            emit(map(speech().say, revision_lines(base.revisions(change, id))))
        else:
            emit(f"{speech().say(one.line)}\n" for one in base.history(id, limit=limit))


@glossary.command(context_settings=CONTEXT)
@click.argument("change", type=int, required=False)
@changing
@click.pass_obj
def undo(where: str, change: int | None, author: str | None, reason: str) -> None:
    """Take back the last change, or the one numbered CHANGE; an import is one change."""
    with opened(where) as base:
        tell(base, base.undo(change, author=author_of(author), reason=reason))


def _put_term(
    where: str, id: str, term: str, said: dict[str, str | None], language: str, kind: str, author: str | None, reason: str, *, create: bool
) -> None:
    """Add or change a term and say what that did."""
    from glossary.editing import with_term

    spoken = {name.removeprefix("term_"): value for name, value in said.items() if value is not None}
    with opened(where, create=create) as base:
        based_on = base.version
        try:
            concept: Concept | None = base.concept(id)
        except KeyError:
            concept = None if create else concept_of(base, id)
        made = with_term(concept, id, term, spoken, language=language, kind=kind)
        tell(base, base.put([made], author=author_of(author), reason=reason, based_on=based_on))
