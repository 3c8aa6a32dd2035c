"""How a spelling stands to its name, and the sentence that says why: what a glossary, a rule of grammar or an ending makes of it.

Owns the words; which kind of evidence there is, `discover_families` finds out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.discover_abbreviations import letters_of
from glossary.discover_forms import A_FORM, Note
from glossary.discover_known import Known
from glossary.discover_model import Member, Standing
from glossary.discover_runs import one_alphabet
from translit.message import Message


def under(name: str, members: Sequence[Member]) -> list[Member]:
    """The members with a headword that the texts do not have; what was the headword is a form of it."""
    old = next(member for member in members if member.standing is Standing.HEADWORD)
    why = (Message("not in the texts; the one name that these forms can be of"),)
    head = replace(old, text=name, count=0, documents=(), samples=(), reasons=why)
    form = replace(old, standing=Standing.FORM, chance=A_FORM, reasons=(Message("a form of “{name}”", name=name),))
    return [head, *(form if member is old else member for member in members)]


def look(short: str) -> str:
    """The letters of an abbreviation, those of another alphabet as they look: КDE with a Cyrillic К."""
    return letters_of(one_alphabet(short) or short)


def in_glossary(known: Known) -> Message:
    """Why a spelling that the glossary has belongs to its name."""
    if known.form != "base":
        return Message("in the glossary: {form} of “{name}”", form=Message.of(known.form), name=known.preferred)
    return Message("in the glossary: {status}", status=Message.of(known.status.value))


def by_form(name: str, note: Note) -> tuple[Standing, float, tuple[Message, ...]]:
    """Standing, chance and reason of a spelling that is a form of a name, as far as is known."""
    if note.kind == "gender":
        return (
            Standing.DOUBTFUL,
            A_FORM,
            (Message("a form of “{name}” ({form}), or a woman’s name", name=name, form=Message.of(note.said)),),
        )
    if note.kind == "unseen":
        return (
            Standing.FORM,
            A_FORM,
            (Message("like “{name}” a form of “{unseen}”, which the texts do not have", name=name, unseen=note.said),),
        )
    return Standing.FORM, A_FORM, (Message("a form of “{name}”: {form}", name=name, form=Message.of(note.said)),)


def by_ending(name: str, which: str, chance: float, *, may_be_slip: bool) -> tuple[Standing, float, tuple[Message, ...]]:
    """Standing, chance and reason of a spelling that is a name with an English ending."""
    if which == "adjective":
        return Standing.FORM, chance, (Message("an adjective of “{name}”, or a people", name=name),)
    if may_be_slip:  # a place has no plural
        return Standing.DOUBTFUL, chance, (Message("a plural of “{name}”, or a slip of the pen", name=name),)
    return Standing.FORM, chance, (Message("a plural of “{name}”", name=name),)
