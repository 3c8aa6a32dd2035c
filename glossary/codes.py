"""Every kind of finding there is, in one table: what it is called, how bad it is, and what a translator may do about it.

A finding's own severity may differ where a policy asks for more (a former name is an error where it is to be replaced);
the table holds the default. Adding a kind of finding is adding a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from glossary.findings import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    """The stable name, as in `Finding.code`: lower-case letters and hyphens."""
    severity: Severity
    """How bad it is where no policy says otherwise."""
    title: str
    """A line that says what was found, without a full stop."""
    help: str
    """What it means and what to do: whole sentences, plain text."""


CODES = (
    Code(
        "misspelling",
        Severity.ERROR,
        "A misspelled name",
        "The glossary knows this spelling as a slip of the pen or a mangled form. The edit puts the preferred spelling in its place, "
        "in the same grammatical form and letter case. If the spelling is meant, admit it in a glossary of your own.",
    ),
    Code(
        "deprecated",
        Severity.ERROR,
        "A spelling that is not to be used",
        "The name is right, this way to write it is not the one chosen. The edit puts the preferred spelling in its place. If you want "
        "to keep the spelling, give it the status admitted or preferred in a glossary of your own; later glossaries win.",
    ),
    Code(
        "admitted",
        Severity.ERROR,
        "An admitted spelling where only the preferred one was asked for",
        "The spelling is right too and is left alone without --strict. With --strict the edit puts the preferred spelling in its place.",
    ),
    Code(
        "mixed",
        Severity.WARNING,
        "Two right spellings of one name in one document",
        "The document has an admitted spelling and the preferred one of the same name. Choose one: change the place by hand, or run "
        "with --strict, which puts the preferred spelling everywhere.",
    ),
    Code(
        "former-name",
        Severity.NOTE,
        "A former name",
        "The name was right in its own time and is left alone, for a text about that time may need it. --former gloss adds the present "
        "name in brackets, --former replace puts it in its place, --date tells which time the text speaks of.",
    ),
    Code(
        "ambiguous",
        Severity.WARNING,
        "A spelling that may be either of two names",
        "Two entries of the glossary share this spelling and no word nearby tells which is meant, so nothing is changed. Decide by "
        "hand, or give the glossary's term a guard: words that must or must not stand nearby.",
    ),
    Code(
        "weak-name",
        Severity.NOTE,
        "A name that does not tell alone who is meant",
        "The glossary calls this name weak: a surname or another part of a name that many share. It is changed only where a word nearby or the "
        "full name in the same document says whose it is. If it is meant, write the full name once, or give the term words that decide.",
    ),
    Code(
        "first-mention",
        Severity.ERROR,
        "The first mention of a name lacks its former name",
        "With --first-mention the edit adds the former name in brackets behind the first mention of the name, once in a document.",
    ),
    Code(
        "missing-name",
        Severity.WARNING,
        "A name of the original is not in the translation",
        "The original has a name of the glossary, and the translation has it in no spelling or form that is known. Look whether it was left "
        "out, or add the spelling to a glossary.",
    ),
    Code(
        "doubled-name",
        Severity.ERROR,
        "A name stands twice in the translation where the original has it once",
        "Probably a slip of typing. The edit takes one of them away where they stand side by side; elsewhere decide by hand.",
    ),
    Code(
        "likely-variant",
        Severity.WARNING,
        "A word that looks like a variant of a known name",
        "No glossary lists this spelling, yet it is much like a name that is listed. It is never changed unasked: if it is that name, "
        "add the spelling to a glossary; if it is another, leave it.",
    ),
)
