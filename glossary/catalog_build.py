"""Builds the gettext domain `names` of a glossary: for each language a catalog that answers a name in English with the name there.

A message is a concept: its id is the context, the preferred English term the msgid. What the glossary knows of it stands in comments for
translators. A concept without a preferred term in the language has an empty string, so that gettext falls back to English and a translator
sees what is open. The order is that of the ids, no line is wrapped and no clock is read: the same glossary gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from glossary.locale_names import Locale
from glossary.mo_writer import compiled
from glossary.model import Concept, Status, Term
from glossary.po_scanner import scan
from glossary.po_writer import comment_lines, header, message
from translit.message import Message

if TYPE_CHECKING:
    from glossary.glossary import Glossary

LANGUAGES = ("de", "en", "kk", "kk_Latn", "ru", "uk")
"""The locales that the built-in glossary's catalogs are for."""
DOMAIN = "names"


def build(glossary: Glossary, languages: Iterable[str] = LANGUAGES, *, date: str, project: str = "names") -> Mapping[PurePosixPath, bytes]:
    """The files of the domain, by their paths in a folder of locales: `names.pot`, and for each `ru/LC_MESSAGES/names.po` with its `.mo`.

    `date` is the POT-Creation-Date, as gettext writes it (2026-11-23 12:00+0000); `project` the Project-Id-Version.

    Raises:
        ValueError: for a name of a locale that is none.
    """
    concepts = sorted((one for one in glossary.concepts if one.preferred("en") is not None), key=lambda concept: concept.id)
    files: dict[PurePosixPath, bytes] = {PurePosixPath(f"{DOMAIN}.pot"): _catalog(concepts, None, date, project)}
    for name in languages:
        locale = Locale.of(name)
        if not locale.language.isalpha():
            raise ValueError(Message("{name!r} is no locale: write ru, kk_Latn, pt_BR", name=name))
        folder = PurePosixPath(name) / "LC_MESSAGES"
        po = _catalog(concepts, locale, date, project)
        files[folder / f"{DOMAIN}.po"] = po
        files[folder / f"{DOMAIN}.mo"] = compiled(scan(po, f"{name}/{DOMAIN}.po"))
    return files


def _catalog(concepts: Iterable[Concept], locale: Locale | None, date: str, project: str) -> bytes:
    """One catalog; the template where no locale is given."""
    language = "" if locale is None else locale.name
    fields = [
        ("Project-Id-Version", project),
        ("Report-Msgid-Bugs-To", ""),
        ("POT-Creation-Date", date),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE" if locale is None else date),
        ("Last-Translator", "endonym catalog build"),
        ("Language-Team", language),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    title = "Names and their preferred forms" + (f": {language}" if language else "")
    parts = [header(fields, [f"# {title}.", "# Made from a glossary by `endonym catalog build`; change the glossary, not this file."])]
    for concept in concepts:
        term = None if locale is None else preferred(concept, locale)
        english = concept.preferred("en")
        if english is not None:
            comments = [line for said in _remarks(concept, locale) for line in comment_lines("#.", said)]
            parts.append(message(english.text, [term.text if term else ""], context=concept.id, comments=comments))
    return "\n".join(parts).encode()


def preferred(concept: Concept, locale: Locale) -> Term | None:
    """The preferred term of a concept in a locale; in the first script the concept has there, where the locale leaves it open."""
    return concept.preferred(locale.language, locale.script)


def _remarks(concept: Concept, locale: Locale | None) -> Iterator[str]:
    """What the glossary says of a concept, a line each: its kind and note, then its names in the language, with their sources."""
    yield f"{concept.kind}: {concept.note}" if concept.note else concept.kind
    language = "en" if locale is None else locale.language
    term = concept.preferred("en") if locale is None else preferred(concept, locale)
    script = term.script if term is not None else None
    own = [one for one in concept.terms if one.language == language and script in (None, one.script)]
    if term is not None and term.sources:
        yield f"source: {', '.join(term.sources)}"
    for status, label in ((Status.PREFERRED, "also"), (Status.ADMITTED, "admitted"), (Status.SUPERSEDED, "former name")):
        said = [_said(one) for one in own if one.status is status and one is not term]
        if said:
            yield f"{label}: {'; '.join(said)}"


def _said(term: Term) -> str:
    dates = f"{(term.valid_from or '')[:4]}–{(term.valid_until or '')[:4]}"
    return term.text if dates == "–" else f"{term.text} ({dates})"
