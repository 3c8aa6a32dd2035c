"""The part of the command line that finds names: `endonym discover`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the command is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from endonym_options import CONTEXT, check_encoding, documents_from, keep_documents, names_from, project_termbase
from endonym_speech import Command, speech
from passages.reports.terminal import Progress, coloured, columns, emit

if TYPE_CHECKING:
    from glossary.discover_decisions import Decisions
    from glossary.discover_model import Discovery
    from glossary.glossary import Glossary
    from passages.discovering import Discovered


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Write the proposals to FILE, a table (CSV) to edit and import.")
@click.option("--report", "style", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="How to report.")
@click.option("--json", "as_json", is_flag=True, help="The same as --report json.")
@click.option("--report-to", metavar="FILE", help="Write the report to FILE instead of standard output.")
@click.option("--map", "show_map", is_flag=True, help="Add the spelling map: which document has which spelling how often.")
@click.option("--all", "everything", is_flag=True, help="Report and propose names with a single spelling too.")
@click.option("--accept-same", is_flag=True, help="Add the sure spellings to the termbase; `endonym glossary undo` takes that back.")
@click.option("--same", "same", metavar="A=B", multiple=True, help="Decide that two spellings are one name; kept for later runs.")
@click.option("--not-same", "apart", metavar="A=B", multiple=True, help="Decide that two spellings are two names; kept for later runs.")
@click.option("--no-name", "no_names", metavar="SPELLING", multiple=True, help="Decide that a spelling is no name; kept for later runs.")
@click.option("--decided", metavar="FILE", help="Keep what an edited table of proposals decides.")
@names_from
@click.option("--lang", "language", metavar="CODE", help="Language of the documents (en, ru, kk …); guessed for each where not given.")
@documents_from
def discover(paths: tuple[str, ...], **options: object) -> None:
    """Find the names in files and folders, and which spellings are one name.

    No document is changed. Names of the glossary are fixed points; what you decide (--same, --not-same, --no-name, --decided) is kept
    in the project and obeyed by later runs.

    \b
    endonym discover texts/                            the names with several spellings, and why
    endonym discover texts/ -o proposals.csv           a table to edit in a spreadsheet program
    endonym glossary import proposals.csv              take it over into the termbase
    endonym discover texts/ --report html --report-to map.html
    """  # noqa: D301  # \b is Click's mark for "do not wrap"
    from types import SimpleNamespace

    from passages.discovering import discover_files
    from passages.normalizing import Selection

    said = speech()
    asked = SimpleNamespace(**options)
    style = "json" if asked.as_json else asked.style
    termbase = None if asked.no_termbase else asked.termbase or project_termbase(create=asked.accept_same)
    if asked.accept_same and termbase is None:
        raise click.UsageError(said.text("--accept-same writes to the termbase, which --no-termbase leaves aside; take one of them"))
    check_encoding(asked.encoding)
    glossary = _glossary(asked.glossaries, builtin=not asked.no_builtin, termbase=termbase)
    decisions = _decisions(asked.same, asked.apart, asked.no_names, asked.decided)
    selection = Selection(paths, asked.include, asked.exclude, asked.encoding, asked.language)
    with Progress(said) as progress:
        found = discover_files(selection, glossary, decisions, progress)
    discovery = found.discovery
    for target in (asked.output, asked.report_to):
        keep_documents(target, discovery.documents)
    _diagnose(found, verbose=asked.verbose)
    emit(
        _rendered(discovery, style, everything=asked.everything, show_map=asked.show_map, to_file=asked.report_to is not None),
        asked.report_to,
    )
    if asked.output is not None:
        _write_proposals(discovery, glossary, asked.output, everything=asked.everything)
    if asked.accept_same:
        _accept(discovery, glossary, str(termbase), everything=asked.everything)
    sys.exit(2 if found.failures else 0)


def _glossary(paths: Sequence[str], *, builtin: bool, termbase: str | None) -> Glossary:
    """The glossaries asked for in one; a termbase that is not there yet counts as empty."""
    from glossary.sources import Sources
    from glossary.termbase_place import is_url

    there = termbase is not None and (is_url(termbase) or Path(termbase).is_file())
    return Sources(paths, builtin=builtin, termbase=termbase if there else None).glossary()


def _decisions(same: Iterable[str], apart: Iterable[str], no_names: Iterable[str], decided: str | None) -> Decisions:
    """What was decided before and now; what is new is kept."""
    from glossary.discover_decisions import Decision, Verdict, project_decisions
    from passages.deciding import keep

    new = [Decision(Verdict.NO_NAME, spelling) for spelling in no_names]
    for verdict, words in ((Verdict.SAME, same), (Verdict.NOT_SAME, apart)):
        new += [Decision(verdict, *_pair(word)) for word in words]
    if decided is not None:
        from glossary.discover_proposals import decided as decided_in

        new += decided_in(Path(decided))
    return keep(project_decisions(Path.cwd()), new)


def _pair(word: str) -> tuple[str, str]:
    left, sign, right = (part.strip() for part in word.partition("="))
    if not (left and sign and right):
        raise click.UsageError(speech().text("“{word}” is no pair; write two spellings as Aktau=Aqtau", word=word))
    return left, right


def _rendered(discovery: Discovery, style: str, *, everything: bool, show_map: bool, to_file: bool) -> Iterable[str]:
    """The report in the shape asked for."""
    from endonym import VERSION

    said = speech()
    if style == "json":
        from passages.reports.discovery_json import render as as_json

        return as_json(discovery, VERSION)
    if style == "html":
        from passages.reports.discovery_html import render as page

        return page(discovery, VERSION, said)
    from itertools import chain

    from passages.reports.discovery_text import render, spelling_map
    from passages.reports.style import ansi, plain

    look = ansi if coloured() and not to_file else plain
    text = render(discovery, columns=columns(), style=look, speech=said, everything=everything)
    return chain(spelling_map(discovery, columns=columns(), style=look, speech=said), ["\n"], text) if show_map else text


def _diagnose(found: Discovered, *, verbose: bool) -> None:
    """Say on standard error what could not be read and, if asked, what was passed over."""
    from passages.reports.cells import safe, visible

    said = speech()
    for failure in found.failures:
        click.echo(f"endonym: {safe(failure.path)}: {visible(said.say(failure.problem))}; {visible(said.say(failure.remedy))}", err=True)
    for skipped in found.skipped if verbose else ():
        click.echo(said.text("endonym: {path}: skipped ({reason})", path=safe(skipped.path), reason=said.say(skipped.reason)), err=True)


def _write_proposals(discovery: Discovery, glossary: Glossary, target: str, *, everything: bool) -> None:
    from glossary.discover_proposals import table
    from glossary.exchange.saving import save

    families = discovery.families if everything else discovery.open
    save(Path(target), table(families, glossary))
    said = speech()
    names = said.count("{n} name", "{n} names", len(families))
    click.echo(said.text("{names} written to {path}.", names=names, path=target), err=True)


def _accept(discovery: Discovery, glossary: Glossary, termbase: str, *, everything: bool) -> None:
    """Add the sure spellings to the termbase, as importing the unedited table would."""
    from glossary.discover_proposals import accepted
    from glossary.glossary import Glossary as Whole
    from glossary.importing import plan
    from glossary.termbase import Termbase
    from glossary.termbase_place import default_author

    said = speech()
    concepts = accepted(discovery.families if everything else discovery.open, glossary)
    with Termbase.open(termbase, create=True) as base:
        based_on = base.version
        current = base.glossary()
        for question in plan(current, Whole(concepts), {}, ()).ambiguous:
            click.echo(said.text("endonym: left aside: {question}", question=str(question)), err=True)
            concepts = tuple(concept for concept in concepts if concept.id != question.concept.id)
        puts = plan(current, Whole(concepts), {}, ()).puts()
        change = base.put(puts, author=default_author(), reason="discover --accept-same", based_on=based_on) if puts else None
        if change is None:
            click.echo(said.text("Nothing to add to the termbase."), err=True)
        else:
            click.echo(said.count("{n} name added to the termbase.", "{n} names added to the termbase.", len(puts)), err=True)
