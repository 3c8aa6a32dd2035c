"""The part of the command line that says how alike two spellings are: `endonym compare`.

Owns words, options and where things are printed, as `endonym.py` does, which imports this module when the command is asked for.
"""

from __future__ import annotations

import sys

import click

from endonym_options import CONTEXT
from endonym_speech import Command, speech
from passages.reports.cells import safe
from passages.reports.terminal import emit


@click.command(cls=Command, context_settings=CONTEXT)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--report", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer.")
def compare(one: str, other: str, style: str) -> None:
    """Say how likely two spellings are one name, and why.

    Names may be in any script that the systems read; case, hyphens and apostrophes make no difference. A renaming (Shevchenko, Aktau) is no
    matter of spelling: a glossary knows it.

    \b
    endonym compare Zhanoezen Жаңаөзен
    endonym compare "N. Nazarbayev" "Назарбаев Нурсултан"
    """  # noqa: D301
    from translit import compare as ask

    said = speech()
    found = ask(one, other)
    known = found.band != "unknown"
    if style == "json":
        from translit.telling import dumped

        probability = round(found.probability, 4) if known else None
        answer = {
            "a": one,
            "b": other,
            "probability": probability,
            "band": found.band,
            "reasons": [str(reason) for reason in found.reasons],
        }
        emit([dumped(answer), "\n"])
    elif known:
        band = {"same": said.text("same"), "likely": said.text("likely"), "unlike": said.text("unlike")}[found.band]
        emit([f"{found.probability:.2f}  {band}\n", *(f"      {safe(said.say(reason))}\n" for reason in found.reasons)])
    if not known:
        click.echo(f"endonym: {safe(said.say(found.reasons[0]))}", err=True)
        sys.exit(2)
