"""Judge pairs by nomenklatura's logic-v2, in an environment of its own: PYTHON benchmarks/likeness_nomenklatura.py < PAIRS > SCORES.

Called by likeness.py with `--nomenklatura PYTHON`, the interpreter of an environment with `pip install nomenklatura`; it brings versions of
its own of what endonym needs as well. PAIRS are JSON lines [name, name, kind]; a person is compared as Person, a place as LegalEntity, for
logic-v2 has no schema for names of places and reads an Address as a street. Every entity has an id of its own: logic-v2 keeps names by it.
Written are the seconds of processor time that the scores took, on a line, and the scores, a JSON list.
"""

from __future__ import annotations

import json
import sys
import time

from followthemoney import model
from followthemoney.proxy import EntityProxy
from nomenklatura.matching import LogicV2

SCHEMATA = {"person": "Person"}
"""By kind, as what it is compared; all others as LegalEntity."""


def entity(name: str, kind: str, id: str) -> EntityProxy:
    """What logic-v2 compares: an entity with a name and nothing else."""
    made = model.make_entity(SCHEMATA.get(kind, "LegalEntity"))
    made.id = id
    made.add("name", name)
    return made


def main() -> None:
    pairs = [json.loads(line) for line in sys.stdin]
    config = LogicV2.default_config()
    LogicV2.compare(entity("Aktau", "place", "first"), entity("Актау", "place", "second"), config)
    begun = time.process_time()
    scores = [LogicV2.compare(entity(a, kind, f"a{n}"), entity(b, kind, f"b{n}"), config).score for n, (a, b, kind) in enumerate(pairs)]
    print(time.process_time() - begun)
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
