"""SKOS, as Turtle and JSON-LD, on rdflib: preferred, alternative and hidden labels by language, definitions, relations.

A preferred name of the usual type is a prefLabel, other right names are altLabels, wrong ones hiddenLabels, which is all that SKOS
Core (W3C, 2009) says of a name. Nothing is fetched: a JSON-LD file that names a context elsewhere is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, cast

from glossary import fields
from glossary.exchange.reading import Draft, Drafts, Options, Reading
from glossary.model import KINDS, Concept, Status, Term, TermType
from glossary.reading import Place
from translit.message import Message

BASE = "urn:endonym:"
"""Before the id of a concept, in its URI."""
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
_RELATIONS = {"part-of": DCT + "isPartOf", "renamed-to": DCT + "isReplacedBy", "see-also": SKOS + "related"}
_READ_RELATIONS = {**{uri: type for type, uri in _RELATIONS.items()}, SKOS + "broader": "part-of"}
_LABELS = {SKOS + "prefLabel": Status.PREFERRED, SKOS + "altLabel": Status.ADMITTED, SKOS + "hiddenLabel": Status.DEPRECATED}
_LAST = re.compile(r"[^/#:]+$")
_LINE = re.compile(r"at line (\d+)|line (\d+)")


def read_turtle(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a Turtle file."""
    return _concepts(_parsed(data, "turtle", place), place, options)


def read_json(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a JSON-LD file."""
    try:
        said: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise place.fault(Message("is no JSON: {why}", why=error), "export it again as JSON-LD") from None
    if _remote(said):
        raise place.fault("names a context elsewhere, and nothing is fetched", "export it with its context inside")
    return _concepts(_parsed(data, "json-ld", place), place, options)


def write_turtle(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """Turtle, sorted by concept."""
    return cast("bytes", _graph(concepts).serialize(format="turtle", encoding="utf-8"))


def write_json(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """JSON-LD with its context inside, sorted by concept."""
    context = {"skos": SKOS, "dct": DCT}
    text: str = _graph(concepts).serialize(format="json-ld", context=context, auto_compact=False, sort_keys=True)
    said: Any = json.loads(text)
    if "@graph" in said:
        nodes: list[dict[str, Any]] = said["@graph"]
        nodes.sort(key=_node)
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _node(node: dict[str, Any]) -> str:
    return str(node.get("@id"))


def _graph(concepts: Iterable[Concept]) -> Any:
    rdf: Any = import_module("rdflib")
    graph = rdf.Graph()
    graph.bind("skos", SKOS)
    graph.bind("dct", DCT)

    def say(subject: Any, predicate: str, object: Any) -> None:
        graph.add((subject, rdf.URIRef(predicate), object))

    for concept in sorted(concepts, key=lambda concept: concept.id):
        subject = rdf.URIRef(BASE + concept.id)
        say(subject, str(rdf.RDF.type), rdf.URIRef(SKOS + "Concept"))
        if concept.kind != "other":
            say(subject, DCT + "type", rdf.Literal(concept.kind))
        if concept.note:
            say(subject, SKOS + "definition", rdf.Literal(concept.note))
        for source in concept.sources:
            say(subject, DCT + "source", rdf.Literal(source))
        for relation in concept.relations:
            if relation.type in _RELATIONS:
                say(subject, _RELATIONS[relation.type], rdf.URIRef(BASE + relation.target))
        labelled: set[str] = set()
        for term in concept.terms:
            tag = _tag(term, concept)
            label = "hiddenLabel" if term.status is Status.DEPRECATED else "altLabel"
            # SKOS allows one preferred label for each tag (integrity condition S14).
            if term.status is Status.PREFERRED and term.type is TermType.NAME and tag not in labelled:
                label = "prefLabel"
                labelled.add(tag)
            say(subject, SKOS + label, rdf.Literal(term.text, lang=tag))
    return graph


def _tag(term: Term, concept: Concept) -> str:
    """The language tag of a term's label, with its script where the letters do not show it or the concept has the language in several scripts.

    A tag without a script would be one for both, and one tag has one preferred label.
    """
    first, *rest = term.language.split("-")
    scripts = {one.script for one in concept.terms if one.language == term.language}
    shown = fields.script_of(term.text) == term.script and len(scripts) == 1 and term.language != "kk"
    return term.language if shown else "-".join([first, term.script, *rest])


def _parsed(data: bytes, format: str, place: Place) -> Any:
    rdf: Any = import_module("rdflib")
    graph = rdf.Graph()
    try:
        graph.parse(data=data, format=format)
    except Exception as error:  # noqa: BLE001 - rdflib's parsers raise whatever they ran into: their own errors, ValueError, AssertionError
        words = " ".join(str(error).split())[:160] or type(error).__name__
        found = _LINE.search(words)
        line = next((int(number) for number in found.groups() if number), None) if found is not None else None
        raise place.at(line).fault(
            Message("cannot be parsed: {words}", words=words), "check it with another program, or export it again"
        ) from None
    return graph


def _remote(said: object, depth: int = 0) -> bool:
    """True where a context is an address, at any depth."""
    if depth > 100:
        return True
    if isinstance(said, dict):
        for key, value in cast("dict[str, object]", said).items():
            named = key == "@context" and any(isinstance(one, str) for one in _listed(value))
            if key == "@import" or named or _remote(value, depth + 1):
                return True
    if isinstance(said, list):
        return any(_remote(one, depth + 1) for one in cast("list[object]", said))
    return False


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _concepts(graph: Any, place: Place, options: Options) -> Reading:
    rdf: Any = import_module("rdflib")
    drafts = Drafts(place)
    subjects: set[Any] = {subject for label in _LABELS for subject in graph.subjects(rdf.URIRef(label))}
    for subject in sorted(subjects, key=str):
        draft = drafts.of(_label(subject))

        def objects(predicate: str, of: Any = subject) -> list[Any]:
            found: list[Any] = list(graph.objects(of, rdf.URIRef(predicate)))
            return sorted(found, key=str)

        kinds = [str(kind) for kind in objects(DCT + "type") if str(kind) in KINDS]
        draft.kind = kinds[0] if kinds else "other"
        draft.note = next((str(one) for name in ("definition", "scopeNote", "note") for one in objects(SKOS + name)), "")
        draft.sources = tuple(str(one) for one in objects(DCT + "source"))
        draft.relations += [(type, _label(other)) for uri, type in _READ_RELATIONS.items() for other in objects(uri)]
        _terms(draft, objects, place, options)
    return drafts.finish("check that its concepts have labels of SKOS")


def _terms(draft: Draft, objects: Any, place: Place, options: Options) -> None:
    for uri, status in _LABELS.items():
        for literal in objects(uri):
            name = fields.name(str(literal), place, "label")
            given: str | None = literal.language if hasattr(literal, "language") else None
            tag = given or (options.languages[0] if options.languages is not None else fields.language_of(name, place))
            first, *rest = tag.split("-")
            script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), None)
            language = fields.language("-".join([first, *(part for part in rest if part.title() != script)]), place)
            draft.add(Term(name, language, script or fields.script_of(name), status))


def _label(uri: Any) -> str:
    """What a URI calls a concept: its last part."""
    found = _LAST.search(str(uri))
    return found[0] if found is not None else str(uri)
