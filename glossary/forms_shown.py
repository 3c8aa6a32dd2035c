"""The forms of a term as lines of text, for whoever wants to see what the rules make of a name before overriding it.

    genitive: Жанаузеня, Жанаузени → Жанаозена

Owns the wording only; the forms are `forms`'. A line is for one form's name, in the order of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.declension import choices
from glossary.forms import forms_of
from glossary.model import Concept, Term
from glossary.wording import form_said
from translit.message import Message


def lines(concept: Concept, term: Term) -> Iterator[str]:
    """The forms of one of a concept's terms, a line for each form's name: its spellings, and what takes their place."""
    rows: dict[str, tuple[list[str], list[str]]] = {}
    for form in forms_of(concept, term):
        answers = choices(form.replacement or "") or {form.name: form.replacement or ""}
        for name, answer in answers.items():
            spellings, replacements = rows.setdefault(name, ([], []))
            if form.text not in spellings:
                spellings.append(form.text)
            if answer and answer not in replacements:
                replacements.append(answer)
    for name, (spellings, replacements) in rows.items():
        shown = ", ".join(spellings) + (f" → {', '.join(replacements)}" if replacements else "")
        yield Message("{form}: {spellings}", form=form_said(name), spellings=shown)
