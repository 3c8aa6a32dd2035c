"""OpenRefine's clusters as a gazetteer: the JSON of its “Export clusters”, or of an operation history with its mass edits.

A cluster is a proposal: the suggested value is the preferred name, the choices are admitted, or deprecated where the user has ticked the
cluster for merging. A mass edit has been decided: what was edited is deprecated. Read only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from glossary.exchange.bilingual import term
from glossary.exchange.reading import Drafts, Options, Reading
from glossary.model import Status
from glossary.reading import Place
from translit.message import Message

_REMEDY = Message("export the clusters, or extract the operation history, as JSON")


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of the clusters: one for each suggested value."""
    try:
        said: Any = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise place.fault("is not UTF-8, as JSON must be", _REMEDY) from None
    except (ValueError, RecursionError) as error:
        raise place.fault(Message("is no JSON: {why}", why=error), _REMEDY) from None
    drafts = Drafts(place)
    language = options.languages[0] if options.languages is not None else None
    for value, choices, decided in _clusters(said, place):
        draft = drafts.of(value)
        draft.add(term(value, language, place))
        for choice in choices:
            if choice.strip() and choice != value:
                draft.add(term(choice, language, place, Status.DEPRECATED if decided else Status.ADMITTED))
    return drafts.finish(_REMEDY)


def _clusters(said: object, place: Place) -> Iterator[tuple[str, list[str], bool]]:
    """Each cluster's value, its choices, and whether it has been decided."""
    try:
        if isinstance(said, dict):
            for cluster in cast("dict[str, Any]", said)["clusters"]:
                choices = [str(choice["v"]) for choice in cluster["choices"]]
                yield str(cluster.get("value") or choices[0]), choices, bool(cluster.get("edit"))
            return
        for operation in cast("list[Any]", said):
            if str(operation["op"]).endswith("mass-edit"):
                for edit in operation["edits"]:
                    yield str(edit["to"]), [str(value) for value in edit["from"]], True
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise place.fault(
            Message("is JSON, but no clusters of OpenRefine ({name}: {why})", name=type(error).__name__, why=error), _REMEDY
        ) from None
